"""The build cache: what the stages may ask of it, where it is kept, and the form that values take in it."""
