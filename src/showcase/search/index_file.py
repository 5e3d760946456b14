"""Files of an index as outputs whose bytes stay in the store: the index of a large site is never in memory as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from showcase.model.page import Output
from showcase.store.store import Store

_KIND = "index-file"


@dataclass(frozen=True, slots=True)
class FileMark:
    """What is known of a file without its bytes: its name without folder and `.js`, SHA-256 in hex, and bytes."""

    name: str
    sha256: str
    size: int


class IndexFile(Output):
    """A file in the store. `again` gives the bytes of the file at a path, should they turn out to be lost."""

    __slots__ = ("_again", "_mark", "_store")
    _again: Callable[[str], bytes]
    _mark: FileMark
    _store: Store

    def __init__(self, path: str, mark: FileMark, store: Store, again: Callable[[str], bytes]) -> None:
        for name, value in (("path", path), ("_mark", mark), ("_store", store), ("_again", again)):
            object.__setattr__(self, name, value)

    @property
    def data(self) -> bytes:
        """The file's bytes, from the store each time."""
        kept = kept_file(self._mark, self._store)
        return kept if kept is not None else self._again(self.path)

    @property
    def sha256(self) -> str:
        """The digest of the bytes, known without them."""
        return self._mark.sha256

    @property
    def size(self) -> int:
        """The number of the bytes, known without them."""
        return self._mark.size


def keep_file(name: str, content: bytes, store: Store) -> FileMark:
    """Puts a file's bytes into the store, unless it has them."""
    mark = FileMark(name, hashlib.sha256(content).hexdigest(), len(content))
    if not store.holds(_KIND, mark.sha256):
        store.put(_KIND, mark.sha256, content)
    return mark


def kept_file(mark: FileMark, store: Store) -> bytes | None:
    """The bytes that a mark tells of, if the store has them whole."""
    kept = store.get(_KIND, mark.sha256)
    return kept if kept is not None and hashlib.sha256(kept).hexdigest() == mark.sha256 else None


def holds_file(mark: FileMark, store: Store) -> bool:
    """Whether the store has the bytes, as far as can be told without reading them."""
    return store.holds(_KIND, mark.sha256)
