"""One build at a time in one output folder. The system drops the lock with its process, so a killed build leaves none."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BUSY = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@contextmanager
def only_build(folder: Path, fallback: Path) -> Iterator[bool]:
    """Gives True while this process alone publishes into `folder`, which must exist, and False when another does.

    The folder itself is locked where the system can (no lock file is left behind), else the file `fallback`. Where
    neither can be locked, as on some network drives, the build goes on without.
    """
    handle, free = _take(folder, fallback)
    try:
        yield free
    finally:
        if handle is not None:
            os.close(handle)


def _take(folder: Path, fallback: Path) -> tuple[int | None, bool]:
    if sys.platform != "win32":
        for path, flags in ((folder, os.O_RDONLY), (fallback, os.O_RDWR | os.O_CREAT)):
            taken = _flock(path, flags)
            if taken is not None:
                return taken
        return None, True
    return _lock_file(fallback)


def _flock(path: Path, flags: int) -> tuple[int | None, bool] | None:
    """The handle and whether it is locked by us; None when this path cannot be locked at all."""
    import fcntl

    try:
        handle = os.open(path, flags | os.O_CLOEXEC, 0o666)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        return (None, False) if error.errno in (errno.EWOULDBLOCK, errno.EAGAIN) else None
    return handle, True


def _lock_file(path: Path) -> tuple[int | None, bool]:
    """Windows: one byte of a file."""
    if sys.platform != "win32":
        raise AssertionError("only for Windows")
    import msvcrt

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT)
    except OSError:
        return None, True
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    except OSError as error:
        os.close(handle)
        return None, error.errno not in _BUSY
    return handle, True
