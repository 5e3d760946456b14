"""Pictures, films, sounds and documents: which may be published, and how they are made ready for that."""
