"""Ways to narrow the list of all stories: links to the pages that are narrowed already."""

from __future__ import annotations

from collections.abc import Iterable

from showcase.model.catalog import Key
from showcase.model.view import Facet, Link
from showcase.pages.place_tree import SMALL_TREE, place_tree, roots
from showcase.pages.vantage import Vantage

LONGEST = 40
"""Values that a facet shows; the whole list is one link further."""


def facets(vantage: Vantage) -> tuple[Facet, ...]:
    """Place, brand, topic and year, each where there is anything to choose."""
    edition = vantage.edition
    found = []
    if edition.has(("places", "")):
        tree = place_tree(vantage, roots(edition), SMALL_TREE)
        found.append(Facet("place", vantage.t("fact.place"), (), tree))
    brands = _counted(vantage, (("brand", brand) for brand in edition.catalog.brands))
    topics = _counted(vantage, (("topic", topic) for topic in edition.topics))
    if brands:
        found.append(Facet("brand", vantage.t("fact.brand"), brands))
    if topics:
        found.append(Facet("topic", vantage.t("fact.topic"), topics))
    years = year_links(vantage)
    if years:
        found.append(Facet("year", vantage.t("fact.date"), years[:LONGEST]))
    return tuple(found)


def year_links(vantage: Vantage) -> tuple[Link, ...]:
    """All years with their numbers of stories, newest first, the undated last."""
    edition = vantage.edition
    return tuple(vantage.year_link(year, len(edition.stories_of(("year", year)))) for year in edition.years)


def _counted(vantage: Vantage, keys: Iterable[Key]) -> tuple[Link, ...]:
    """Links with counts, without those that would lead to nothing; the fullest where there are too many."""
    counted = [(key, len(vantage.edition.stories_of(key))) for key in keys]
    filled = [(key, count) for key, count in counted if count]
    if len(filled) > LONGEST:
        filled = sorted(filled, key=lambda item: -item[1])[:LONGEST]
    return tuple(vantage.link(key, count) for key, count in filled)
