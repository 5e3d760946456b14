"""showcase: a static site generator for Party-building brands and their case stories."""

__version__ = "0.1.0"
