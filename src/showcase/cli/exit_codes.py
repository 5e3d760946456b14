"""Exit codes of the program."""

from __future__ import annotations

DONE = 0
FAULTS = 1
"""Faults in the site; with --strict, warnings too."""
USAGE = 2
"""Wrong usage."""
BUG = 70
"""A bug of ours (EX_SOFTWARE of sysexits.h)."""
INTERRUPTED = 130
"""What shells report for Ctrl+C."""
