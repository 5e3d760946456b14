"""All terms of an index: the blocks put together, and the files that hold their posting lists."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.search.blocks import (
    DOCUMENT_BITS,
    POSITION_BITS,
    BlockTerms,
    Rows,
    from_bytes,
    length_class,
)
from showcase.search.keys import pair_text, utf16
from showcase.search.posting_lists import posting_lists
from showcase.search.tree import Json, Shards, branches, cuts, script
from showcase.store.codec import digest
from showcase.store.store import Store

SHARD_WEIGHT = 768
"""How much a file of lists holds, in places and two for each list: about 3 kB."""
MOST_SHARDS = 4096
"""Beyond this many files they double in size."""

_HALF = np.uint64(21)
_RANK = np.uint64(DOCUMENT_BITS + POSITION_BITS)


@dataclass(frozen=True, slots=True)
class Terms:
    """Keys in order with all their rows in order, which name a key by its place; `classes` are the documents' length classes."""

    pairs: NDArray[np.uint64]
    pair_rows: Rows
    words: tuple[str, ...]
    word_rows: Rows
    classes: NDArray[np.uint8]

    @property
    def average(self) -> float:
        """The mean length that the classes stand for: 48 units for class 0, each twice the one before."""
        lengths = 48 * (1 << self.classes.astype(np.int64))
        return round(float(lengths.mean()), 1) if len(lengths) else 0.0

    @property
    def characters(self) -> frozenset[str]:
        """Every Chinese character of the index."""
        halves = np.unique(
            np.concatenate((self.pairs >> _HALF, self.pairs & ((np.uint64(1) << _HALF) - np.uint64(1))))
        )
        return frozenset(pair_text(key << 21) for key in halves.tolist() if key)


def join(blocks: Sequence[BlockTerms]) -> Terms:
    """The terms of blocks of documents that follow each other."""
    classes = np.array([length_class(extent) for block in blocks for extent in block.extents], dtype=np.uint8)
    own_pairs = [from_bytes(block.pairs) for block in blocks]
    pairs = _distinct(np.sort(np.concatenate([np.empty(0, dtype=np.uint64), *own_pairs])))
    words = tuple(sorted({word for block in blocks for word in block.words}, key=utf16))
    rank = {word: number for number, word in enumerate(words)}
    # The rows are most of what an index weighs in memory: each set of them is there once, and sorted where it is.
    pair_rows = np.empty(sum(len(block.pair_rows) for block in blocks) // 8, dtype=np.uint64)
    word_rows = np.empty(sum(len(block.word_rows) for block in blocks) // 8, dtype=np.uint64)
    before = pairs_done = words_done = 0
    for block, own in zip(blocks, own_pairs, strict=True):
        moved = _moved(from_bytes(block.pair_rows), np.searchsorted(pairs, own), before)
        pair_rows[pairs_done : pairs_done + len(moved)] = moved
        pairs_done += len(moved)
        ranks = np.array([rank[word] for word in block.words], dtype=np.int64)
        moved = _moved(from_bytes(block.word_rows), ranks, before)
        word_rows[words_done : words_done + len(moved)] = moved
        words_done += len(moved)
        before += len(block.extents)
    pair_rows.sort()
    word_rows.sort()
    return Terms(pairs, pair_rows, words, word_rows, classes)


def _distinct(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Sorted keys, each once; `numpy.unique` takes longer than sorting does."""
    distinct: NDArray[np.uint64] = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    return distinct


def _moved(rows: Rows, ranks: NDArray[np.int64], documents: int) -> Rows:
    """A block's rows with the ranks of all terms and the numbers of all documents."""
    rest = rows & ((np.uint64(1) << _RANK) - np.uint64(1))
    own = (rows >> _RANK).astype(np.int64)
    return (ranks.astype(np.uint64)[own] << _RANK) + rest + (np.uint64(documents) << np.uint64(POSITION_BITS))


@dataclass(frozen=True, slots=True)
class TermFiles:
    """The two maps of an index (docs/search-format.md) as what index.js holds of them."""

    pairs: Json
    words: Json


def whole_terms(terms: Terms) -> TermFiles:
    """Both maps in one piece."""
    return TermFiles(
        _pair_leaf(terms, 0, len(terms.pairs), terms.pair_rows),
        _word_leaf(terms, 0, len(terms.words), terms.word_rows),
    )


def cut_terms(terms: Terms, shards: Shards, store: Store) -> TermFiles:
    """Both maps cut into files. A file whose rows were written before comes from the store."""
    total = len(terms.pair_rows) + len(terms.word_rows) + 2 * (len(terms.pairs) + len(terms.words))
    target = SHARD_WEIGHT
    while target * MOST_SHARDS < total:
        target *= 2

    def pair(place: int) -> str:
        return pair_text(int(terms.pairs[place]))

    def word(place: int) -> str:
        return terms.words[place]

    def named_pairs(start: int, end: int) -> bytes:
        return terms.pairs[start:end].tobytes()

    def named_words(start: int, end: int) -> bytes:
        return ",".join(terms.words[start:end]).encode("utf-8", "surrogatepass")

    pairs = _leaves(
        terms, terms.pair_rows, len(terms.pairs), pair, named_pairs, _pair_leaf, target, shards, store
    )
    words = _leaves(
        terms, terms.word_rows, len(terms.words), word, named_words, _word_leaf, target, shards, store
    )
    return TermFiles(branches(list(pairs), _one_in, shards), branches(list(words), _one_in, shards))


def _leaves(
    terms: Terms,
    rows: Rows,
    count: int,
    key: Callable[[int], str],
    named: Callable[[int, int], bytes],
    leaf: Callable[[Terms, int, int, Rows], Json],
    target: int,
    shards: Shards,
    store: Store,
) -> Iterator[tuple[str, str]]:
    """The first key and the name of each file."""
    starts = np.searchsorted(rows, np.arange(count + 1, dtype=np.uint64) << _RANK)
    scale = (len(terms.classes) - 1).bit_length()
    for start, end in cuts((np.diff(starts) + 2).tolist(), lambda place: _one_in(key(place), 16), target):
        own = rows[starts[start] : starts[end]] - (np.uint64(start) << _RANK)
        numbers = (own >> np.uint64(POSITION_BITS) & np.uint64((1 << DOCUMENT_BITS) - 1)).astype(np.int64)
        name = digest(named(start, end), own.tobytes(), terms.classes[numbers].tobytes(), str(scale))
        content = store.get("shard", name)
        if content is None:
            content = script(leaf(terms, start, end, own))
            store.put("shard", name, content)
        yield key(start), shards.add(content)


def _pair_leaf(terms: Terms, start: int, end: int, rows: Rows) -> Json:
    """First character → [the characters after it (a space for none), the lists of these pairs, separated by commas]."""
    if start == end:
        return {}
    lists = posting_lists(rows, terms.classes, len(terms.classes))
    keys = [pair_text(key) for key in terms.pairs[start:end].tolist()]
    leaf: dict[str, Json] = {}
    first = 0
    for place in range(1, len(keys) + 1):
        if place == len(keys) or keys[place][0] != keys[first][0]:
            seconds = "".join(key[1:] or " " for key in keys[first:place])
            leaf[keys[first][0]] = [seconds, lists.between(first, place)]
            first = place
    return leaf


def _word_leaf(terms: Terms, start: int, end: int, rows: Rows) -> Json:
    """`{"keys": terms, "lists": lists}`, both separated by commas."""
    if start == end:
        return {"keys": "", "lists": ""}
    lists = posting_lists(rows, terms.classes, len(terms.classes))
    return {"keys": ",".join(terms.words[start:end]), "lists": lists.text}


def _one_in(key: str, count: int) -> bool:
    """True of one key in `count` (a power of two), whatever the others are."""
    return int.from_bytes(hashlib.blake2b(utf16(key), digest_size=2).digest(), "big") % count == 0
