"""All terms of an index: the blocks put together, and the files that hold their posting lists."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
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
from showcase.search.index_file import FileMark
from showcase.search.keys import pair_text, utf16
from showcase.search.posting_lists import posting_lists
from showcase.search.tree import Json, Shards, branches, cuts, script
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store

SHARD_WEIGHT = 768
"""How much a file of lists holds, in places and two for each list: about 3 kB."""
MOST_SHARDS = 16_384
"""Beyond this many files they double in size."""

_LEAF = "shard"
_HALF = np.uint64(21)
_RANK = np.uint64(DOCUMENT_BITS + POSITION_BITS)


@dataclass(frozen=True, slots=True)
class Terms:
    """Some keys in order with all their rows in order, which name a key by its place; `classes` are the length classes of
    all documents."""

    pairs: NDArray[np.uint64]
    pair_rows: Rows
    words: tuple[str, ...]
    word_rows: Rows
    classes: NDArray[np.uint8]

    @property
    def characters(self) -> frozenset[str]:
        """Every Chinese character of the pairs."""
        halves = np.unique(
            np.concatenate((self.pairs >> _HALF, self.pairs & ((np.uint64(1) << _HALF) - np.uint64(1))))
        )
        return frozenset(pair_text(key << 21) for key in halves.tolist() if key)


def length_classes(extents: Iterable[int]) -> NDArray[np.uint8]:
    """The length class of each document, by the units of its body."""
    return np.fromiter(map(length_class, extents), dtype=np.uint8)


def average(classes: NDArray[np.uint8]) -> float:
    """The mean length that the classes stand for: 48 units for class 0, each twice the one before."""
    lengths = 48 * (1 << classes.astype(np.int64))
    return round(float(lengths.mean()), 1) if len(lengths) else 0.0


def join(blocks: Iterable[BlockTerms], classes: NDArray[np.uint8]) -> Terms:
    """The terms of blocks of documents that follow each other. `classes` are those of all documents."""
    own_pairs, own_words, pair_rows, word_rows, before = [], [], [], [], [0]
    for block in blocks:
        own_pairs.append(from_bytes(block.pairs))
        own_words.append(block.words)
        pair_rows.append(from_bytes(block.pair_rows))
        word_rows.append(from_bytes(block.word_rows))
        before.append(before[-1] + len(block.extents))
    pairs = _distinct(np.sort(np.concatenate([np.empty(0, dtype=np.uint64), *own_pairs])))
    words = tuple(sorted({word for own in own_words for word in own}, key=utf16))
    rank = {word: number for number, word in enumerate(words)}
    pair_ranks = (np.searchsorted(pairs, own) for own in own_pairs)
    word_ranks = (np.array([rank[word] for word in own], dtype=np.int64) for own in own_words)
    return Terms(
        pairs, _joined(pair_rows, pair_ranks, before), words, _joined(word_rows, word_ranks, before), classes
    )


def _joined(blocks: list[Rows], ranks: Iterable[NDArray[np.int64]], before: Sequence[int]) -> Rows:
    """All rows, sorted, given those of each block, the ranks of its terms among all, and how many documents stand before it.
    The list is emptied: rows are most of what an index weighs, and shall not be there twice."""
    joined = np.empty(sum(map(len, blocks)), dtype=np.uint64)
    done = 0
    blocks.reverse()
    for own, documents in zip(ranks, before, strict=False):
        moved = _moved(blocks.pop(), own, documents)
        joined[done : done + len(moved)] = moved
        done += len(moved)
    joined.sort()
    return joined


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


def whole_terms(ranges: Sequence[Terms]) -> TermFiles:
    """Both maps in one piece. No first character is in two ranges."""
    pairs: dict[str, Json] = {}
    for terms in ranges:
        pairs |= _pair_leaf(terms, 0, len(terms.pairs), terms.pair_rows)
    words = [_word_leaf(terms, 0, len(terms.words), terms.word_rows) for terms in ranges if terms.words]
    return TermFiles(pairs, {key: ",".join(str(leaf[key]) for leaf in words) for key in ("keys", "lists")})


class CutTerms:
    """Both maps being cut into files, one range of terms after the other, in order. A file whose rows were written before
    comes from the store."""

    def __init__(self, places: int, shards: Shards) -> None:
        """`places`: how many all terms have together."""
        self.keys: list[str] = []
        """Under which the store has what it has of leaves."""
        self._target = SHARD_WEIGHT
        while self._target * MOST_SHARDS < places:
            self._target *= 2
        self._shards = shards
        self._pairs: list[tuple[str, str]] = []
        self._words: list[tuple[str, str]] = []

    def add(self, terms: Terms) -> None:
        """The next range."""

        def pair(place: int) -> str:
            return pair_text(int(terms.pairs[place]))

        def word(place: int) -> str:
            return terms.words[place]

        def named_pairs(start: int, end: int) -> bytes:
            return terms.pairs[start:end].tobytes()

        def named_words(start: int, end: int) -> bytes:
            return ",".join(terms.words[start:end]).encode("utf-8", "surrogatepass")

        rows, count = terms.pair_rows, len(terms.pairs)
        self._pairs += self._leaves(terms, rows, count, pair, named_pairs, _pair_leaf)
        rows, count = terms.word_rows, len(terms.words)
        self._words += self._leaves(terms, rows, count, word, named_words, _word_leaf)

    def files(self) -> TermFiles:
        """The maps, when all ranges are added."""
        return TermFiles(
            branches(self._pairs, _one_in, self._shards), branches(self._words, _one_in, self._shards)
        )

    def _leaves(
        self,
        terms: Terms,
        rows: Rows,
        count: int,
        key: Callable[[int], str],
        named: Callable[[int, int], bytes],
        leaf: Callable[[Terms, int, int, Rows], Json],
    ) -> Iterator[tuple[str, str]]:
        """The first key and the name of each file."""
        starts = np.searchsorted(rows, np.arange(count + 1, dtype=np.uint64) << _RANK)
        scale = (len(terms.classes) - 1).bit_length()
        weights = (np.diff(starts) + 2).tolist()
        for start, end in cuts(weights, lambda place: _one_in(key(place), 16), self._target):
            own = rows[starts[start] : starts[end]] - (np.uint64(start) << _RANK)
            numbers = (own >> np.uint64(POSITION_BITS) & np.uint64((1 << DOCUMENT_BITS) - 1)).astype(np.int64)
            made_of = digest(named(start, end), own.tobytes(), terms.classes[numbers].tobytes(), str(scale))
            self.keys.append(made_of)
            name = self._kept(made_of)
            if name is None:
                mark = self._shards.mark(script(leaf(terms, start, end, own)))
                self._shards.store.put(_LEAF, made_of, encode(mark))
                name = mark.name
            yield key(start), name

    def _kept(self, made_of: str) -> str | None:
        kept = self._shards.store.get(_LEAF, made_of)
        mark = decode(kept, FileMark) if kept is not None else None
        return self._shards.add_kept(mark) if mark is not None else None


def keep_leaves(keys: Iterable[str], store: Store) -> None:
    """Keeps what the store has of leaves, for an index that is not written this time."""
    for key in keys:
        store.keep(_LEAF, key)


def _pair_leaf(terms: Terms, start: int, end: int, rows: Rows) -> dict[str, Json]:
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


def _word_leaf(terms: Terms, start: int, end: int, rows: Rows) -> dict[str, Json]:
    """`{"keys": terms, "lists": lists}`, both separated by commas."""
    lists = posting_lists(rows, terms.classes, len(terms.classes))
    return {"keys": ",".join(terms.words[start:end]), "lists": lists.text}


def _one_in(key: str, count: int) -> bool:
    """True of one key in `count` (a power of two), whatever the others are."""
    return int.from_bytes(hashlib.blake2b(utf16(key), digest_size=2).digest(), "big") % count == 0
