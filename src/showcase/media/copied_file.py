"""Large files, read only when they are written."""

from __future__ import annotations

from pathlib import Path

from showcase.model.page import Output


class CopiedFile(Output):
    """An output whose bytes stay on disk until somebody asks for them, so that a site with hours of film is built in
    little memory. Reading `data` raises OSError when the file is gone by then."""

    __slots__ = ("_file",)
    _file: Path

    def __init__(self, path: str, file: Path) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "_file", file)

    @property
    def data(self) -> bytes:
        """The file's bytes, read anew each time."""
        return self._file.read_bytes()
