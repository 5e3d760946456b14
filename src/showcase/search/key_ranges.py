"""Terms by ranges of their keys, so that an index is put together one range after the other: of the places of all terms of a
large site, which are most of what its index weighs, a sixteenth is in memory at a time."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from showcase.search.blocks import DOCUMENT_BITS, POSITION_BITS, BlockTerms, Rows, from_bytes
from showcase.search.keys import utf16

_PAIRS = "乡作列号地展所文未民用称而说里"
"""The first characters at which the ranges of pairs begin, but for the first: they cut Chinese prose into about equal parts."""
_WORDS = ("1", "2", "=", "a", "c", "e", "h", "m", "p", "s", "u", "~", "~m", "\u0f00", "\u0f58")
"""The same for all other terms: numbers, characters of titles, Latin words, sounds, Tibetan."""

RANGES = len(_PAIRS) + 1

_RANK = np.uint64(DOCUMENT_BITS + POSITION_BITS)
_PAIR_STARTS = np.array([ord(first) << 21 for first in _PAIRS], dtype=np.uint64)
_WORD_STARTS = tuple(map(utf16, _WORDS))


def by_range(terms: BlockTerms) -> tuple[BlockTerms, ...]:
    """The terms of each range, as of blocks that hold no others."""
    pairs = from_bytes(terms.pairs)
    pair_cuts = [0, *np.searchsorted(pairs, _PAIR_STARTS).tolist(), len(pairs)]
    word_keys = [utf16(word) for word in terms.words]
    word_cuts = [0, *(bisect_left(word_keys, start) for start in _WORD_STARTS), len(word_keys)]
    pair_rows = _cut(from_bytes(terms.pair_rows), pair_cuts)
    word_rows = _cut(from_bytes(terms.word_rows), word_cuts)
    return tuple(
        BlockTerms(
            pairs[pair_cuts[n] : pair_cuts[n + 1]].tobytes(),
            pair_rows[n].tobytes(),
            terms.words[word_cuts[n] : word_cuts[n + 1]],
            word_rows[n].tobytes(),
            terms.extents,
        )
        for n in range(RANGES)
    )


def _cut(rows: Rows, cuts: list[int]) -> list[NDArray[np.uint64]]:
    """The rows of the terms between each two of the ranks `cuts`, with ranks counted from the first of them."""
    starts = np.searchsorted(rows, np.array(cuts, dtype=np.uint64) << _RANK).tolist()
    return [
        rows[start:end] - (np.uint64(first) << _RANK)
        for first, start, end in zip(cuts, starts, starts[1:], strict=False)
    ]
