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
    size and its times (of its content and of its entry in the folder, in nanoseconds) a change is noticed."""

    path: str
    size: int
    modified_ns: int
    changed_ns: int = 0


@dataclass(frozen=True, slots=True)
class SourceTree:
    """Everything the discover stage found, each tuple in path order."""

    sources: tuple[SourceFile, ...]
    media: tuple[MediaFile, ...]
