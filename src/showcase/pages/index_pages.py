"""Pages that list everything of one kind."""

from __future__ import annotations

from showcase.model.catalog import Key
from showcase.model.view import (
    EntryIndexPage,
    PlaceIndexPage,
    SourceIndexPage,
    SourceUse,
    StoriesPage,
    YearGroup,
    YearIndexPage,
)
from showcase.pages.cards import entry_cards, story_cards
from showcase.pages.facets import facets
from showcase.pages.frame import BaseFields, base_fields
from showcase.pages.lists import story_list
from showcase.pages.place_tree import place_tree, roots
from showcase.pages.provenance import source_view
from showcase.pages.structured_data import collection
from showcase.pages.vantage import Vantage


def stories_page(vantage: Vantage, number: int) -> StoriesPage:
    """Page `number` of all stories."""
    stories = vantage.edition.stories
    fields = _index_fields(vantage, "stories", "stories", len(stories), number=number)
    return StoriesPage(
        **fields, list=story_list(vantage, ("stories", ""), stories, number), facets=facets(vantage)
    )


def entry_index_page(vantage: Vantage, kind: str, keys: tuple[Key, ...]) -> EntryIndexPage:
    """All brands, organisations or topics (`kind`: `brands`, …)."""
    return EntryIndexPage(
        **_index_fields(vantage, kind, "entry_index", len(keys)),
        summary=vantage.t(f"{kind}.summary", n=len(keys)),
        entries=entry_cards(vantage, keys),
    )


def place_index_page(vantage: Vantage) -> PlaceIndexPage:
    """The whole place tree."""
    return PlaceIndexPage(
        **_index_fields(vantage, "places", "place_index", len(vantage.edition.places)),
        summary=vantage.t("places.summary"),
        tree=place_tree(vantage, roots(vantage.edition)),
    )


def year_index_page(vantage: Vantage) -> YearIndexPage:
    """The timeline: each year with its first stories, oldest first; as many as a page of a list holds."""
    edition = vantage.edition
    groups = []
    for year in edition.years:
        stories = edition.stories_of(("year", year))
        oldest_first = sorted(stories, key=lambda story: _earliest(vantage, story))
        link = vantage.year_link(year)
        shown = oldest_first[: edition.catalog.site.page_size]
        groups.append(YearGroup(year, link.label, link.href, len(stories), story_cards(vantage, shown)))
    return YearIndexPage(
        **_index_fields(vantage, "years", "year_index", len(groups)),
        summary=vantage.t("years.summary"),
        years=tuple(groups),
    )


def _earliest(vantage: Vantage, story: str) -> str:
    date = vantage.edition.catalog.nearest(("story", story), vantage.language).date
    return date.earliest if date else ""


def source_index_page(vantage: Vantage) -> SourceIndexPage:
    """All sources, each with the pages that rely on it."""
    uses = tuple(
        SourceUse(source_view(vantage, source, number), tuple(vantage.link(key) for key in keys))
        for number, (source, keys) in enumerate(vantage.edition.sources.items(), 1)
    )
    return SourceIndexPage(
        **_index_fields(vantage, "sources", "source_index", len(uses)),
        summary=vantage.t("sources.summary"),
        sources=uses,
    )


def _index_fields(vantage: Vantage, section: str, kind: str, count: int, *, number: int = 1) -> BaseFields:
    key: Key = (section, "")
    title = vantage.t(section)
    description = vantage.t(f"{section}.summary", n=count)
    url = vantage.addresses.page_url(vantage.addresses.url(key, vantage.language), number)
    return base_fields(
        vantage,
        key,
        kind=kind,
        section=section,
        title=title,
        description=description,
        number=number,
        graph=(collection(vantage, title, description, url, count),),
        feeds=(("home", ""),),
    )
