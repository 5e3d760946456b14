"""Media as they are published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedMedium:
    """A picture, film, sound or document made ready for publishing.

    `path` is the source's, relative to the site folder; `output_path` is relative to the output folder
    (`media/<name>.<hash>.<ext>`). `width` and `height` are in pixels of the published file, 0 where it is no picture.
    `size` is its length in bytes, `type` its extension in lower case without the dot. `data` are the bytes to publish;
    for a large file they are empty, and `file` is the absolute path that they are to be read from.
    """

    path: str
    output_path: str
    width: int
    height: int
    size: int
    type: str
    data: bytes
    file: str = ""
