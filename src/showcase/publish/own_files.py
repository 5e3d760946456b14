"""Reading what earlier builds left in folders that others may write to."""

from __future__ import annotations

import os
import stat
from pathlib import Path

LARGEST = 256 << 20
"""Bytes; a site of a million files needs less."""


def read_own(path: Path) -> bytes | None:
    """The bytes of a regular file, or None: never through a link, never from a pipe or a device, which may not end."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        if path.is_symlink():
            return None
        handle = os.open(path, flags)
    except (OSError, ValueError):
        return None
    with open(handle, "rb") as file:  # noqa: PTH123 - a handle has no path
        try:
            status = os.fstat(handle)
            return file.read() if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST else None
        except OSError:
            return None
