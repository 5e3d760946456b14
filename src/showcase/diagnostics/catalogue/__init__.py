"""The catalogue: every code with its texts in Chinese and English, one module an area."""
