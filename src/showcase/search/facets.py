"""The ways to narrow results: each value of a facet with the numbers of its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from showcase.model.catalog import Catalog
from showcase.search.documents import SearchDocument, place_name, topic_name
from showcase.search.packing import pack_rising
from showcase.search.tree import Json


def facets(catalog: Catalog, documents: Sequence[SearchDocument], language: str) -> list[Json]:
    """`[[facet, [[id, label, depth, documents], …]], …]`: kinds, brands, places (tree order, depth from 0), topics,
    years (newest first). A value without documents is left out. The reader names kinds and "undated" itself."""
    kinds = ("story", "brand", "organisation", "page", "place", "topic")
    years = sorted({document.year for document in documents if document.year}, key=_newest_first)
    return [
        _facet("kind", ((kind, "", 0) for kind in kinds), documents, lambda document: (document.kind,)),
        _facet("brand", _brands(catalog, language), documents, lambda document: document.brands),
        _facet("place", _places(catalog, language), documents, lambda document: document.places),
        _facet("topic", _topics(catalog, language), documents, lambda document: document.topics),
        _facet("year", ((year, "", 0) for year in years), documents, lambda document: (document.year,)),
    ]


def _facet(
    key: str,
    values: Iterable[tuple[str, str, int]],
    documents: Sequence[SearchDocument],
    of: Callable[[SearchDocument], tuple[str, ...]],
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


def _brands(catalog: Catalog, language: str) -> Iterable[tuple[str, str, int]]:
    return ((brand, catalog.nearest(("brand", brand), language).title, 0) for brand in catalog.brands)


def _places(catalog: Catalog, language: str) -> Iterable[tuple[str, str, int]]:
    return (
        (place, place_name(node.place, language).text, len(node.ancestors))
        for place, node in catalog.places.items()
    )


def _topics(catalog: Catalog, language: str) -> Iterable[tuple[str, str, int]]:
    return ((topic, topic_name(entry, language).text, 0) for topic, entry in catalog.topics.items())


def _newest_first(year: str) -> tuple[bool, int]:
    return (year == "undated", 0 if year == "undated" else -int(year))
