"""Which terms some documents hold and where: the part of the index that depends on those documents alone.

Documents are read many at a time, as one array of code points: per document the rules cost a tenth of what they cost
character by character. The rules are those of `analyser`, which the tests hold this module to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from showcase.search.analyser import CJK, TIBETAN, bare_syllable, fold, sounds, units
from showcase.search.documents import SearchDocument
from showcase.search.keys import ordered_code, utf16

TITLE_END = 128
"""Added to the position of the term that covers the title's last unit."""
TITLE_LONGEST = 127
OTHER_TITLES = (64, 96)
"""Where what else a page is called begins (a place's short name): as good as its title."""
NAMES, SUMMARY, HEADINGS, BODY = 256, 1024, 2048, 4096
"""Where the positions of each field begin; the title's begin at 0. A field that overflows is cut."""
BODY_LONGEST = 64 << 15

DOCUMENT_BITS, POSITION_BITS = 18, 22
"""A row is one place of one term, as one number: the term's rank, the document's number, the position. Sorted rows are posting
lists."""
MOST_DOCUMENTS = 1 << DOCUMENT_BITS

Rows = NDArray[np.uint64]

_BOUNDARY = "\x01"
_NONE, _CJK, _TIBETAN, _NUMBER, _WORD, _UNKNOWN = range(6)
_SCRIPTS = ((f"[{CJK}]", _CJK), (f"[{TIBETAN}]", _TIBETAN), ("[0-9]", _NUMBER), (r"[^\W_]", _WORD))
_OTHER_UNITS = re.compile(f"[{TIBETAN}]+|[0-9]+|(?:(?![{CJK}{TIBETAN}0-9])[^\\W_])+")
_GROUPING = re.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


@dataclass(frozen=True, slots=True)
class BlockTerms:
    """The terms of some documents, which are numbered from 0 here. `pairs` are sorted keys (`keys.pair_key`), `words` all
    other terms in JavaScript's order; the rows of each name a term by its place among them. `extents` are the units of each
    body. Arrays are bytes of 8-byte little-endian numbers."""

    pairs: bytes
    pair_rows: bytes
    words: tuple[str, ...]
    word_rows: bytes
    extents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    document: int
    start: int
    end: int
    text: str
    reading: str = ""


def block_terms(documents: Sequence[SearchDocument]) -> BlockTerms:
    """Every term of the documents: character pairs, words, syllables and, for titles and names, their sounds."""
    texts = [text for number, document in enumerate(documents) for text in _texts(number, document)]
    folded = fold(_BOUNDARY.join(text.text.replace(_BOUNDARY, " ") for text in texts))
    folded = _GROUPING.sub("", folded)
    codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    scripts = _script_of(codes)
    before = np.concatenate((np.zeros(1, dtype=np.uint8), scripts[:-1]))
    starts = np.flatnonzero((scripts != _NONE) & ((scripts == _CJK) | (scripts != before)))
    of_text = np.cumsum(codes == ord(_BOUNDARY))[starts]
    counts = np.bincount(of_text, minlength=len(texts))
    bases, limits, extents = _places(texts, counts.tolist(), len(documents))
    ordinals = np.arange(len(starts)) - (np.cumsum(counts) - counts)[of_text]
    kept = ordinals < limits[of_text]
    places = _Places(
        documents=np.array([text.document for text in texts], dtype=np.int64)[of_text],
        positions=bases[of_text] + ordinals,
        last=np.where(bases[of_text] < NAMES, np.minimum(counts, limits)[of_text] - 1, -1) - ordinals,
    )
    pairs, pair_rows = _pairs(codes[starts], scripts[starts] == _CJK, of_text, kept, places)
    other = scripts[starts] != _CJK
    found = [_bare(word) for word in _OTHER_UNITS.findall(folded)]
    spoken = _spoken(texts, bases, limits)
    characters = np.flatnonzero(~other & kept & (places.positions < NAMES))
    spoken += _title_characters(codes[starts[characters]], characters, places)
    words, word_rows = _words(found, np.flatnonzero(other), kept, places, spoken)
    return BlockTerms(pairs.tobytes(), pair_rows.tobytes(), words, word_rows.tobytes(), extents)


@dataclass(frozen=True, slots=True)
class _Places:
    """Of every unit: its document, its position, and how many units of a title follow it (negative outside titles)."""

    documents: NDArray[np.int64]
    positions: NDArray[np.int64]
    last: NDArray[np.int64]


def _texts(number: int, document: SearchDocument) -> Iterator[_Text]:
    title_end = OTHER_TITLES[0] - 1 if document.other_titles else TITLE_LONGEST
    yield _Text(number, 0, title_end, document.title, document.pinyin)
    for start, name in zip(OTHER_TITLES, document.other_titles, strict=False):
        yield _Text(number, start, start + 31, name.text, name.pinyin)
    for name in document.names:
        yield _Text(number, NAMES, SUMMARY, name.text, name.pinyin)
    yield _Text(number, SUMMARY, HEADINGS, document.summary)
    for heading in document.headings:
        yield _Text(number, HEADINGS, BODY, heading)
    for text in document.texts:
        yield _Text(number, BODY, BODY + BODY_LONGEST, text)


def _places(
    texts: Sequence[_Text], counts: Sequence[int], documents: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], tuple[int, ...]]:
    """Of each text its first position and how many of its units have room; of each document the units of its body. Texts of one
    field are a position apart, so that no phrase runs from one into the next."""
    bases, limits = [], []
    extents = [0] * documents
    field = (-1, -1)
    free = 0
    for text, count in zip(texts, counts, strict=True):
        if field != (text.document, text.start):
            field = (text.document, text.start)
            free = text.start
        room = max(0, min(count, text.end - free))
        bases.append(free)
        limits.append(room)
        if text.start == BODY and room:
            extents[text.document] = free + room - BODY
        free += room + 1
    return np.array(bases, dtype=np.int64), np.array(limits, dtype=np.int64), tuple(extents)


def _pairs(
    codes: NDArray[np.uint32],
    cjk: NDArray[np.bool_],
    of_text: NDArray[np.int64],
    kept: NDArray[np.bool_],
    places: _Places,
) -> tuple[Rows, Rows]:
    """Keys and rows of the Chinese characters, each with the one after it if there is one."""
    ordered = ordered_code(codes.astype(np.uint64))
    following = np.zeros(len(codes), dtype=np.uint64)
    joined = cjk[:-1] & cjk[1:] & kept[1:] & (of_text[:-1] == of_text[1:])
    following[:-1][joined] = ordered[1:][joined]
    chosen = np.flatnonzero(cjk & kept)
    keys, ranks = np.unique((ordered << np.uint64(21) | following)[chosen], return_inverse=True)
    covers_end = places.last[chosen] == (following[chosen] != 0)
    covers_end |= places.last[chosen] == 0
    positions = places.positions[chosen] + TITLE_END * covers_end
    return keys, np.sort(rows(ranks, places.documents[chosen], positions))


def _words(
    found: Sequence[str],
    at: NDArray[np.int64],
    kept: NDArray[np.bool_],
    places: _Places,
    spoken: Sequence[tuple[str, int, int]],
) -> tuple[tuple[str, ...], Rows]:
    """Terms and rows of all that is not Chinese, and of the sounds."""
    here = kept[at]
    units_here = [word for word, is_kept in zip(found, here.tolist(), strict=True) if is_kept]
    at = at[here]
    terms = tuple(sorted({*units_here, *(key for key, _, _ in spoken)}, key=utf16))
    rank = {term: number for number, term in enumerate(terms)}
    ranks = np.array(
        [rank[word] for word in units_here] + [rank[key] for key, _, _ in spoken], dtype=np.int64
    )
    documents = np.array([document for _, document, _ in spoken], dtype=np.int64)
    positions = np.array([position for _, _, position in spoken], dtype=np.int64)
    marked = places.positions[at] + TITLE_END * (places.last[at] == 0)
    all_documents = np.concatenate((places.documents[at], documents))
    sorted_rows: Rows = np.sort(rows(ranks, all_documents, np.concatenate((marked, positions))))
    return terms, sorted_rows


def rows(ranks: NDArray[np.int64], documents: NDArray[np.int64], positions: NDArray[np.int64]) -> Rows:
    """Places of terms as numbers that sort by term, document and position."""
    packed: Rows = ranks.astype(np.uint64) << np.uint64(DOCUMENT_BITS + POSITION_BITS)
    packed += documents.astype(np.uint64) << np.uint64(POSITION_BITS)
    packed += positions.astype(np.uint64)
    return packed


def _spoken(
    texts: Sequence[_Text], bases: NDArray[np.int64], limits: NDArray[np.int64]
) -> list[tuple[str, int, int]]:
    """(term, document, position) of the sounds of titles and names."""
    found = []
    for text, base, limit in zip(texts, bases.tolist(), limits.tolist(), strict=True):
        if text.start < SUMMARY and limit > 0:
            for key, index, covers in _sound_terms(text.text, text.reading, limit):
                ends = text.start < NAMES and index + covers == limit
                found.append((key, text.document, base + index + TITLE_END * ends))
    return found


def _title_characters(
    codes: NDArray[np.uint32], at: NDArray[np.int64], places: _Places
) -> list[tuple[str, int, int]]:
    """(term, document, position) of each Chinese character of a title by itself: what a near miss is measured by. Of all
    texts they would be the longest lists of an index; of titles they are short."""
    return [
        (f"={chr(code)}", document, position)
        for code, document, position in zip(
            codes.tolist(), places.documents[at].tolist(), places.positions[at].tolist(), strict=True
        )
    ]


@lru_cache(maxsize=4096)
def _sound_terms(text: str, reading: str, limit: int) -> tuple[tuple[str, int, int], ...]:
    folded = fold(text)
    if not any(unit.cjk for unit in units(folded)):
        return ()
    return tuple(_sound_keys(sounds(folded, reading)[:limit]))


def _sound_keys(spoken: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """(term, index of its first unit, units it covers): a syllable alone (`~x xing`) and with the one after it
    (`~xf xing fu`)."""
    for index, syllable in enumerate(spoken):
        if not syllable:
            continue
        yield f"~{syllable[0]} {syllable}", index, 1
        following = spoken[index + 1] if index + 1 < len(spoken) else ""
        if following:
            yield f"~{syllable[0]}{following[0]} {syllable} {following}", index, 2


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    return bare_syllable(word) if "\u0f00" <= word[0] <= "\u0fff" else word


def _script_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Which kind of unit each character is part of. Asked of the expressions once for each character there is."""
    table = _scripts()
    found = table[codes]
    if (found == _UNKNOWN).any():
        for code in np.unique(codes[found == _UNKNOWN]).tolist():
            table[code] = _kind(chr(code))
        found = table[codes]
    return found


@cache
def _scripts() -> NDArray[np.uint8]:
    return np.full(0x110000, _UNKNOWN, dtype=np.uint8)


def _kind(character: str) -> int:
    return next((kind for pattern, kind in _SCRIPTS if re.match(pattern, character)), _NONE)


def length_class(extent: int) -> int:
    """0 for a body of up to 64 units, 1 for up to 128 … 15 for more than a million."""
    return min(15, max(0, (max(extent, 1) - 1).bit_length() - 6))


def from_bytes(data: bytes) -> Rows:
    """The array whose bytes a `BlockTerms` holds."""
    return np.frombuffer(data, dtype="<u8")
