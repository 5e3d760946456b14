"""Files as the discover stage found them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text source, read once. `path` is site-relative with forward slashes; `digest` is of exactly these bytes
    (BLAKE2b, 16 bytes, hex)."""

    path: str
    data: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file beside the sources that a page may refer to. Its bytes are read only when a published page does; by its
    size, its times (of its content and of its entry in the folder, in nanoseconds) and its number in the file system (0 where
    there is none) a change is noticed, also when one file takes another's place within a tick of the clock."""

    path: str
    size: int
    modified_ns: int
    changed_ns: int = 0
    inode: int = 0


@dataclass(frozen=True, slots=True)
class SourceTree:
    """Everything the discover stage found, each tuple in path order."""

    sources: tuple[SourceFile, ...]
    media: tuple[MediaFile, ...]
