"""Which terms one document holds and where: the part of the index that depends on that document alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showcase.search.analyser import Unit, fold, sounds, units
from showcase.search.documents import SearchDocument
from showcase.search.packing import pack_rising

TITLE_END = 128
"""Added to the position of the term that covers the title's last unit."""
TITLE_LONGEST = 127
NAMES, SUMMARY, HEADINGS, BODY = 256, 1024, 2048, 4096
"""Where the positions of each field begin; the title's begin at 0. A field that overflows is cut."""


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """A document's terms in order, each with the number of its positions and the positions, packed. `length` counts
    the units of all fields."""

    keys: tuple[str, ...]
    counts: tuple[int, ...]
    positions: tuple[str, ...]
    length: int


def document_terms(document: SearchDocument) -> DocumentTerms:
    """Every term of the document: character pairs, words, syllables and, for title and names, their sounds."""
    found: dict[str, list[int]] = {}
    length = 0
    for start, end, texts in _fields(document):
        position = start
        for text, override in texts:
            if position >= end:
                break
            folded = fold(text)
            sequence = units(folded)[: end - position]
            last = len(sequence) - 1 if start == 0 else -1
            _add_all(found, _keys(sequence), position, last)
            if start < SUMMARY and any(unit.cjk for unit in sequence):
                _add_all(found, _sound_keys(sounds(folded, override)[: end - position]), position, last)
            length += len(sequence)
            position += len(sequence) + 1
    keys = tuple(sorted(found))
    places = [sorted(set(found[key])) for key in keys]
    return DocumentTerms(keys, tuple(map(len, places)), tuple(map(pack_rising, places)), length)


def _fields(document: SearchDocument) -> Iterator[tuple[int, int, Iterable[tuple[str, str]]]]:
    """(first position, end of its room, texts with the override of their sound); between two texts a gap stays."""
    yield 0, TITLE_LONGEST, [(document.title, document.pinyin)]
    yield NAMES, SUMMARY, [(name.text, name.pinyin) for name in document.names]
    yield SUMMARY, HEADINGS, [(document.summary, "")]
    yield HEADINGS, BODY, [(heading, "") for heading in document.headings]
    yield BODY, 1 << 30, [(text, "") for text in document.texts]


def _add_all(
    found: dict[str, list[int]], keys: Iterator[tuple[str, int, int]], start: int, last: int
) -> None:
    for key, index, covered in keys:
        mark = TITLE_END if index <= last < index + covered else 0
        found.setdefault(key, []).append(start + index + mark)


def _keys(sequence: tuple[Unit, ...]) -> Iterator[tuple[str, int, int]]:
    """(term, index of its first unit, units it covers). A Chinese character stands with the one after it."""
    for index, unit in enumerate(sequence):
        following = sequence[index + 1] if unit.cjk and index + 1 < len(sequence) else None
        if following is not None and following.cjk:
            yield unit.text + following.text, index, 2
        else:
            yield unit.text, index, 1


def _sound_keys(spoken: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """A syllable alone (`~x xing`) and with the one after it (`~xf xing fu`)."""
    for index, syllable in enumerate(spoken):
        if not syllable:
            continue
        yield f"~{syllable[0]} {syllable}", index, 1
        following = spoken[index + 1] if index + 1 < len(spoken) else ""
        if following:
            yield f"~{syllable[0]}{following[0]} {syllable} {following}", index, 2
