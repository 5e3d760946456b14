"""Posting lists as text: a stream of bits, six to a character."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from showcase.search.blocks import BODY, DOCUMENT_BITS, POSITION_BITS, Rows
from showcase.search.packing import DIGITS

FIELD_BITS = 12
"""Of a position that is not in the body."""
CLASS_BITS = 4

_ALPHABET = np.frombuffer(DIGITS.encode(), dtype=np.uint8)
_WEIGHTS = np.array([32, 16, 8, 4, 2, 1], dtype=np.uint8)
_COMMA = ord(",")


@dataclass(frozen=True, slots=True)
class PostingLists:
    """Some lists, separated by commas; list `n` ends at `ends[n]`."""

    text: str
    ends: tuple[int, ...]

    def between(self, first: int, end: int) -> str:
        """Lists `first` up to and without `end`, separated by commas."""
        start = self.ends[first - 1] + 1 if first else 0
        return self.text[start : self.ends[end - 1]]


def posting_lists(rows: Rows, classes: NDArray[np.uint8], documents: int) -> PostingLists:
    """The lists of the terms in `rows` (sorted), in order. `classes` are the length classes of all `documents`, by number."""
    ranks = rows >> np.uint64(DOCUMENT_BITS + POSITION_BITS)
    numbers = (rows >> np.uint64(POSITION_BITS) & np.uint64((1 << DOCUMENT_BITS) - 1)).astype(np.int64)
    positions = rows & np.uint64((1 << POSITION_BITS) - 1)
    list_starts = np.flatnonzero(np.concatenate(([True], ranks[1:] != ranks[:-1])))
    entry_starts = np.flatnonzero(
        np.concatenate(([True], (ranks[1:] != ranks[:-1]) | (numbers[1:] != numbers[:-1])))
    )
    first_entries = np.searchsorted(entry_starts, list_starts)
    entries_of = np.diff(np.append(first_entries, len(entry_starts)))
    of_list = np.repeat(np.arange(len(list_starts)), entries_of)
    of_entry = np.repeat(np.arange(len(entry_starts)), np.diff(np.append(entry_starts, len(rows))))
    values = np.empty(len(list_starts) + len(entry_starts) + len(rows), dtype=np.uint64)
    widths = np.empty(len(values), dtype=np.int64)

    at_lists = list_starts + first_entries + np.arange(len(list_starts))
    values[at_lists], widths[at_lists] = _golomb(entries_of - 1, np.zeros(len(entries_of), dtype=np.int64))

    at_entries = entry_starts + np.arange(len(entry_starts)) + of_list + 1
    document = numbers[entry_starts]
    gaps = np.diff(document, prepend=-1)
    gaps[first_entries] = document[first_entries] + 1
    gap, gap_width = _golomb(gaps - 1, gap_order(documents, entries_of)[of_list])
    many, many_width = _golomb(
        np.diff(np.append(entry_starts, len(rows))) - 1, np.zeros(len(entry_starts), np.int64)
    )
    size = classes[document].astype(np.uint64)
    values[at_entries] = (gap << np.uint64(CLASS_BITS) | size) << many_width.astype(np.uint64) | many
    widths[at_entries] = gap_width + CLASS_BITS + many_width

    at_rows = np.arange(len(rows)) + of_entry + of_list[of_entry] + 2
    in_body = positions >= BODY
    body_width = 6 + classes[numbers].astype(np.int64)
    width = np.where(in_body, body_width, FIELD_BITS)
    flag = np.where(in_body, np.uint64(0), np.uint64(1) << np.uint64(FIELD_BITS))
    values[at_rows] = flag | np.where(in_body, positions - np.uint64(BODY), positions)
    widths[at_rows] = width + 1
    return _written(values, widths, at_lists)


def gap_order(documents: int, entries: NDArray[np.int64]) -> NDArray[np.int64]:
    """The order *k* of the code of a list's distances: about the logarithm of their mean. Of the number of documents only the
    power of two above it counts, so that one more document changes no list."""
    above = 1 << max(0, documents - 1).bit_length()
    return np.frexp((above // entries).astype(np.float64))[1].astype(np.int64) - 1


def _golomb(
    numbers: NDArray[np.int64], order: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Exponential-Golomb codes of order *k*: *n* + 2^*k* in binary after as many zeros as it has digits more than *k* + 1."""
    raised = numbers + (np.int64(1) << order)
    digits = np.frexp(raised.astype(np.float64))[1].astype(np.int64)
    return raised.astype(np.uint64), 2 * digits - 1 - order


def _written(
    values: NDArray[np.uint64], widths: NDArray[np.int64], at_lists: NDArray[np.int64]
) -> PostingLists:
    """The codes as digits of six bits; each list begins with a digit of its own."""
    bits_of = np.add.reduceat(widths, at_lists)
    digits_of = -(-bits_of // 6)
    digit_ends = np.cumsum(digits_of)
    item_starts = np.cumsum(widths) - widths
    of_list = np.repeat(np.arange(len(at_lists)), np.diff(np.append(at_lists, len(values))))
    shift = ((digit_ends - digits_of) * 6 - item_starts[at_lists])[of_list]
    bits = np.zeros(int(digit_ends[-1]) * 6, dtype=np.uint8)
    item = np.repeat(np.arange(len(values)), widths)
    place = np.arange(len(item)) - item_starts[item]
    bits[place + (item_starts + shift)[item]] = (
        values[item] >> (widths[item] - 1 - place).astype(np.uint64) & np.uint64(1)
    ).astype(np.uint8)
    digits = _ALPHABET[bits.reshape(-1, 6) @ _WEIGHTS]
    text = np.full(len(digits) + len(at_lists) - 1, _COMMA, dtype=np.uint8)
    text[np.arange(len(digits)) + np.repeat(np.arange(len(at_lists)), digits_of)] = digits
    ends = digit_ends + np.arange(len(at_lists))
    return PostingLists(text.tobytes().decode("ascii"), tuple(ends.tolist()))
