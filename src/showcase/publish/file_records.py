"""What publish remembers of the files it wrote, so that unchanged ones need not be read: outside the output folder, in
the site's private folder, and never trusted further than the file system confirms."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from showcase.publish.own_files import read_own
from showcase.store.codec import decode, digest, encode

_SLASH = re.compile("/")


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as it stood when its content was known: size, times in nanoseconds, its number in the file system, SHA-256. By the
    number a file is told from another of its size that took its place within a tick of the clock. After a move or copy of
    the folder none fits, and the files are read."""

    size: int
    modified: int
    changed: int
    inode: int
    sha256: str

    def fits(self, status: os.stat_result) -> bool:
        """True when nothing has touched the file since."""
        mine = (self.size, self.modified, self.changed, self.inode)
        return mine == (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


@dataclass(frozen=True, slots=True)
class _Records:
    files: dict[str, FileRecord]


def record(status: os.stat_result, sha256: str) -> FileRecord:
    """The record of a file with this status and content."""
    return FileRecord(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, sha256)


def records_path(private: Path, folder: Path) -> Path:
    """Where the records of an output folder are kept; a site may have several output folders."""
    return private / f"publish-state-{digest(os.path.realpath(folder))[:16]}"


def read_records(path: Path) -> dict[str, FileRecord]:
    """The records, or none when the file is absent or not whole."""
    data = read_own(path)
    read = decode(data, _Records) if data is not None else None
    return read.files if read else {}


def save_records(path: Path, files: Mapping[str, FileRecord]) -> None:
    """Keeps the records. Where they cannot be kept, the next build reads the published files instead."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(encode(_Records(dict(files))))
        unfinished.replace(path)


def untouched(folder: Path, files: Mapping[str, FileRecord]) -> bool:
    """True when every file stands in `folder` as its record says, in folders that are no links."""
    base = os.fspath(folder)
    parents = {path.rpartition("/")[0] for path in files}
    parents |= {parent[: end.start()] for parent in parents for end in _SLASH.finditer(parent)}
    try:
        return all(
            stat.S_ISDIR(os.lstat(f"{base}/{parent}").st_mode) for parent in parents if parent
        ) and all(
            known.fits(status) and stat.S_ISREG(status.st_mode)
            for path, known in files.items()
            if (status := os.lstat(f"{base}/{path}"))
        )
    except OSError:
        return False
