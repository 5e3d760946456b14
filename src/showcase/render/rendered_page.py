"""Pages as outputs whose bytes stay in the store: a large site is published without ever being in memory as a whole, and
of a page that stands published already not a byte is read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from showcase.model.page import Output
from showcase.store.codec import decode, encode
from showcase.store.store import Store

KIND = "page"
"""The kind under which the store has the bytes of a page, by the digest of all that the page depends on."""
MARK = "page-mark"
"""The kind of what is known of these bytes, under the same key."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """What publishing asks of a page that is already there: SHA-256 in hex, and bytes."""

    sha256: str
    size: int


class RenderedPage(Output):
    """A page in the store. `make` renders it again, should its bytes turn out to be lost."""

    __slots__ = ("_data", "_key", "_make", "_mark", "_store")
    _data: bytes | None
    _key: str
    _make: Callable[[], bytes]
    _mark: PageMark
    _store: Store

    def __init__(
        self,
        path: str,
        key: str,
        mark: PageMark,
        store: Store,
        make: Callable[[], bytes],
        data: bytes | None = None,
    ) -> None:
        for name, value in (
            ("path", path),
            ("_key", key),
            ("_mark", mark),
            ("_store", store),
            ("_make", make),
            ("_data", data),
        ):
            object.__setattr__(self, name, value)

    @property
    def data(self) -> bytes:
        """The page's bytes, from the store each time unless they are at hand."""
        if self._data is not None:
            return self._data
        kept = self._store.get(KIND, self._key)
        if kept is None:
            kept = self._make()
            keep_page(self._key, kept, self._store)
        return kept

    @property
    def sha256(self) -> str:
        """The digest of the bytes, known without them."""
        return self._mark.sha256

    @property
    def size(self) -> int:
        """The number of the bytes, known without them."""
        return self._mark.size


def keep_page(key: str, data: bytes, store: Store) -> PageMark:
    """Puts a page's bytes and their mark into the store."""
    mark = PageMark(hashlib.sha256(data).hexdigest(), len(data))
    store.put(KIND, key, data)
    store.put(MARK, key, encode(mark))
    return mark


def kept_mark(key: str, store: Store) -> PageMark | None:
    """The mark of a page whose bytes are in the store, too."""
    kept = store.get(MARK, key)
    mark = decode(kept, PageMark) if kept is not None else None
    return mark if mark is not None and store.holds(KIND, key) else None
