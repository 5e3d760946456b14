"""What is kept of the documents of an index: of each block of some 64 its terms, by ranges of keys, and its records. They lie
in the store; an index is put together without ever holding them all."""

from __future__ import annotations

import json
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from showcase.search.documents import SearchDocument
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store
from showcase.workers import Workers

if TYPE_CHECKING:
    from showcase.search.blocks import BlockTerms

ANALYSIS = "analysis-4"
"""Of the rules that turn text into terms and records; part of the key under which they are kept."""
BLOCK_DOCUMENTS = 64
"""Documents are analysed and kept in blocks of about so many, at most twice that."""

_HEAD = "analysis"
_TERMS = "terms"
_RECORDS = "records"
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./~-")
"""Characters of addresses that percent-encoding leaves as they are."""
_BLOCKS_WORTH_A_POOL = 8


@dataclass(frozen=True, slots=True)
class BlockHead:
    """What is asked of a block at once: the units of each document's body, and how many places its terms have."""

    extents: tuple[int, ...]
    places: int


@dataclass(frozen=True, slots=True)
class _Analysed:
    """A block's values, encoded: its terms by range, and the text of each document's record."""

    head: BlockHead
    terms: tuple[bytes, ...]
    records: bytes


class Analyses:
    """The blocks of some documents, in order. What the store has lost since is made again."""

    def __init__(
        self,
        documents: Sequence[SearchDocument],
        store: Store,
        keys: Sequence[str],
        heads: Sequence[BlockHead],
    ) -> None:
        self.keys = tuple(keys)
        """Of each block the digest of all that its documents hold."""
        self.heads = tuple(heads)
        self._documents = documents
        self._store = store

    def terms(self, number: int) -> Iterator[BlockTerms]:
        """The terms of one range of keys, block by block."""
        from showcase.search.blocks import BlockTerms  # numpy takes a tenth of a second to import

        for place, key in enumerate(self.keys):
            kept = self._store.get(_TERMS, f"{key}/{number}")
            terms = decode(kept, BlockTerms) if kept is not None else None
            if terms is None:
                terms = decode(self._again(place).terms[number], BlockTerms)
                if terms is None:
                    raise AssertionError("a block's terms did not survive their own codec")
            yield terms

    def records(self) -> Iterator[str]:
        """The JSON of each document's record."""
        for place, key in enumerate(self.keys):
            kept = self._store.get(_RECORDS, key)
            records = decode(kept, tuple[str, ...]) if kept is not None else None
            if records is None:
                records = decode(self._again(place).records, tuple[str, ...])
            yield from records or ()

    def _again(self, place: int) -> _Analysed:
        start = sum(len(head.extents) for head in self.heads[:place])
        made = _analysed(self._documents[start : start + len(self.heads[place].extents)], None)
        _keep(self.keys[place], made, self._store)
        return made


def analyse(documents: Sequence[SearchDocument], store: Store, workers: Workers) -> Analyses:
    """Kept blocks from the store, the others analysed, by several processes where it pays. Documents are taken one by one."""
    keys: list[str] = []
    heads: list[BlockHead | None] = []
    missing: deque[int] = deque()

    def lacking() -> Iterator[Sequence[SearchDocument]]:
        for block in _blocks(documents):
            keys.append(digest(ANALYSIS, *map(encode, block)))
            heads.append(_kept(keys[-1], store))
            if heads[-1] is None:
                missing.append(len(heads) - 1)
                yield block

    for made in workers.map(_analysed, lacking(), None, chunk=1, worth=_BLOCKS_WORTH_A_POOL):
        place = missing.popleft()
        heads[place] = made.head
        _keep(keys[place], made, store)
    return Analyses(documents, store, keys, [head for head in heads if head is not None])


def _blocks(documents: Sequence[SearchDocument]) -> Iterator[Sequence[SearchDocument]]:
    """The documents in blocks whose ends depend on the documents beside them alone, so that a new story renews one block."""
    block: list[SearchDocument] = []
    for document in documents:
        block.append(document)
        marked = zlib.crc32(f"{document.kind}/{document.id}".encode()) % BLOCK_DOCUMENTS == 0
        if marked or len(block) == 2 * BLOCK_DOCUMENTS:
            yield tuple(block)
            block.clear()
    if block:
        yield tuple(block)


def _analysed(block: Sequence[SearchDocument], _context: None) -> _Analysed:
    from showcase.search.blocks import block_terms
    from showcase.search.key_ranges import by_range

    terms = block_terms(block)
    places = (len(terms.pair_rows) + len(terms.word_rows)) // 8
    records = tuple(json.dumps(_record(one), ensure_ascii=False, separators=(",", ":")) for one in block)
    return _Analysed(BlockHead(terms.extents, places), tuple(map(encode, by_range(terms))), encode(records))


def _keep(key: str, made: _Analysed, store: Store) -> None:
    store.put(_HEAD, key, encode([made.head, len(made.terms)]))
    for number, terms in enumerate(made.terms):
        store.put(_TERMS, f"{key}/{number}", terms)
    store.put(_RECORDS, key, made.records)


def _kept(key: str, store: Store) -> BlockHead | None:
    """The head of a block that the store holds whole."""
    kept = store.get(_HEAD, key)
    found = decode(kept, tuple[BlockHead, int]) if kept is not None else None
    if found is None or not store.holds(_RECORDS, key):
        return None
    head, ranges = found
    return head if all(store.holds(_TERMS, f"{key}/{number}") for number in range(ranges)) else None


def _record(document: SearchDocument) -> list[str | list[str]]:
    return [
        document.kind,
        _address(document.url.lstrip("/")),
        document.title,
        document.summary,
        document.date,
        document.place,
        document.brand,
        list(document.texts),
    ]


def _address(url: str) -> str:
    return url if _PLAIN.issuperset(url) else quote(url)
