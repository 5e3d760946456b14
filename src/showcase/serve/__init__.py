"""The development server: the same build again, in memory, after each change."""
