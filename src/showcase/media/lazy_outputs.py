"""Files that are read only when they are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from showcase.model.medium import StoredFile
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


class StoredOutput(Output):
    """An output whose bytes lie in the store until somebody asks for them, so that a site of ten thousand photos is built
    in the memory of a few. Its size and digest are known without them."""

    __slots__ = ("_file", "_read")
    _file: StoredFile
    _read: Callable[[], bytes]

    def __init__(self, file: StoredFile, read: Callable[[], bytes]) -> None:
        object.__setattr__(self, "path", file.output_path)
        object.__setattr__(self, "_file", file)
        object.__setattr__(self, "_read", read)

    @property
    def data(self) -> bytes:
        """The bytes, read anew each time. Raises OSError when they can neither be read nor made again."""
        return self._read()

    @property
    def sha256(self) -> str:
        """The digest of the bytes."""
        return self._file.sha256

    @property
    def size(self) -> int:
        """The number of the bytes."""
        return self._file.size
