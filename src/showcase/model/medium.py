"""Media as they are published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file to publish whose bytes lie in the store. `type` is its extension in lower case without the dot; `width` and
    `height` are in pixels, `size` in bytes, `sha256` in hex."""

    output_path: str
    type: str
    width: int
    height: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PublishedMedium:
    """A picture, film, sound or document made ready for publishing.

    `path` is the source's, relative to the site folder; `output_path` is relative to the output folder
    (`media/<name>.<hash>.<ext>`). `width` and `height` are in pixels of the published file, 0 where it is no picture.
    `size` is its length in bytes, `type` its extension in lower case without the dot. `data` are the bytes to publish;
    for a large file they are empty, and `file` is the absolute path that they are to be read from; for a picture they lie
    in the store under their SHA-256.

    `renditions` are the picture in other widths, narrowest first, `fallback` one that every program can show; empty and
    None where the picture itself serves. `colour` are the levels, 0 to 3, of its mean red, green and blue; empty where it
    is transparent.
    """

    path: str
    output_path: str
    width: int
    height: int
    size: int
    type: str
    data: bytes
    file: str = ""
    sha256: str = ""
    renditions: tuple[StoredFile, ...] = ()
    fallback: StoredFile | None = None
    colour: tuple[int, ...] = ()
