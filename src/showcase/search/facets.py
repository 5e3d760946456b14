"""The ways to narrow results: each value of a facet with the numbers of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from showcase.pages.edition import Edition
from showcase.search.documents import SearchDocument, Tags
from showcase.search.packing import pack_rising
from showcase.search.tree import Json


def facets(edition: Edition, documents: Sequence[SearchDocument | Tags]) -> list[Json]:
    """`[[facet, [[id, label, depth, documents], …]], …]`: kinds, brands, places (tree order, depth from 0), topics,
    years (newest first). A value without documents is left out. The reader names kinds and "undated" itself."""
    kinds = ("story", "brand", "organisation", "page", "place", "topic")
    years = sorted({document.year for document in documents if document.year}, key=_newest_first)
    return [
        _facet("kind", ((kind, "", 0) for kind in kinds), documents, lambda document: (document.kind,)),
        _facet(
            "brand",
            ((brand, edition.name(("brand", brand)).text, 0) for brand in edition.brands),
            documents,
            lambda document: document.brands,
        ),
        _facet("place", _places(edition), documents, lambda document: document.places),
        _facet(
            "topic",
            ((topic, edition.name(("topic", topic)).text, 0) for topic in edition.topics),
            documents,
            lambda document: document.topics,
        ),
        _facet("year", ((year, "", 0) for year in years), documents, lambda document: (document.year,)),
    ]


def _facet(
    key: str,
    values: Iterable[tuple[str, str, int]],
    documents: Sequence[SearchDocument | Tags],
    of: Callable[[SearchDocument | Tags], tuple[str, ...]],
) -> Json:
    numbers: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for value in dict.fromkeys(of(document)):
            numbers.setdefault(value, []).append(number)
    listed: list[Json] = [
        [value, label, depth, pack_rising(numbers[value])]
        for value, label, depth in values
        if value in numbers
    ]
    return [key, listed]


def _places(edition: Edition) -> Iterable[tuple[str, str, int]]:
    nodes = edition.catalog.places
    return (
        (place, edition.name(("place", place)).text, len(nodes[place].ancestors)) for place in edition.places
    )


def _newest_first(year: str) -> tuple[bool, int]:
    return (year == "undated", 0 if year == "undated" else -int(year))
