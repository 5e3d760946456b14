"""The plan stage: every page of the site, with its address, its template and everything that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.catalog import Catalog, Key
from showcase.model.entry import Document
from showcase.model.medium import PublishedMedium
from showcase.model.page import Page
from showcase.model.view import PageView, SiteView, View
from showcase.pages.addresses import Addresses
from showcase.pages.claims import Claim, check_alias, check_free_page, settle
from showcase.pages.edition import Edition
from showcase.pages.entry_pages import brand_page, free_page, organisation_page, story_page
from showcase.pages.frame import site_view
from showcase.pages.index_pages import (
    entry_index_page,
    place_index_page,
    source_index_page,
    stories_page,
    year_index_page,
)
from showcase.pages.lists import numbers
from showcase.pages.site_pages import home_page, not_found_page, redirect_page, search_page
from showcase.pages.term_pages import place_page, topic_page, year_page
from showcase.pages.vantage import Vantage
from showcase.themes.assets import hashed_assets
from showcase.themes.theme import Theme

_NOWHERE = Location("")


def plan(
    catalog: Catalog,
    theme: Theme,
    media: Mapping[str, PublishedMedium],
    addresses: Addresses,
    client_path: str = "",
) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """All pages of all languages, and what is wrong with their addresses.

    `media` maps the site-relative path of a source file to what is published of it; `client_path` is the output path
    of the search page's script.
    """
    editions = {texts.code: Edition(catalog, texts.code) for texts in catalog.site.languages}
    assets = hashed_assets(theme)
    claims: list[Claim] = []
    diagnostics: list[Diagnostic] = []
    redirects: list[Claim] = []
    for edition in editions.values():
        planner = _Planner(edition, editions, theme, media, addresses, assets)
        claims += planner.site_pages(client_path)
        claims += planner.terms()
        claims += planner.documents(diagnostics)
        redirects += planner.redirects(diagnostics)
    pages, clashes = settle((*claims, *redirects))
    return pages, (*diagnostics, *clashes)


class _Planner:
    """Plans the pages of one edition."""

    def __init__(
        self,
        edition: Edition,
        editions: Mapping[str, Edition],
        theme: Theme,
        media: Mapping[str, PublishedMedium],
        addresses: Addresses,
        assets: Mapping[str, str],
    ) -> None:
        self.edition = edition
        self.editions = editions
        self.theme = theme
        self.media = media
        self.addresses = addresses
        self.assets = assets
        self._vantages: dict[str, tuple[Vantage, SiteView]] = {}

    def from_url(self, url: str) -> tuple[Vantage, SiteView]:
        """Where the page at `url` is seen from; shared by all pages of the same root."""
        root = self.addresses.root(url)
        known = self._vantages.get(root)
        if known is None:
            vantage = Vantage(self.edition, self.editions, self.theme, self.media, self.addresses, root)
            known = self._vantages[root] = (vantage, site_view(vantage, self.assets))
        return known

    def at(self, key: Key, number: int = 1) -> Vantage:
        """Where page `number` of `key` is seen from."""
        url = self.addresses.page_url(self.addresses.url(key, self.edition.language), number)
        return self.from_url(url)[0]

    def claim(self, view: PageView, claimed_by: str, location: Location = _NOWHERE) -> Claim:
        """The page of a view."""
        _, site = self.from_url(view.url)
        path = self.addresses.output_path(view.url)
        return Claim(Page(view.url, path, f"{view.kind}.html", View(site, view), claimed_by), location)

    def own(self, view: PageView) -> Claim:
        """A page that showcase makes by itself."""
        return self.claim(view, f"{view.title} ({view.url})")

    def site_pages(self, client_path: str) -> Iterator[Claim]:
        """Home, the lists of everything, search, not found."""
        edition = self.edition
        yield self.own(home_page(self.at(("home", ""))))
        stories: Key = ("stories", "")
        for number in numbers(self.at(stories), len(edition.stories)):
            yield self.own(stories_page(self.at(stories, number), number))
        indexes = (
            ("brands", "brand", edition.brands),
            ("organisations", "organisation", edition.organisations),
        )
        for kind, one, identifiers in (*indexes, ("topics", "topic", edition.topics)):
            if identifiers:
                keys = tuple((one, identifier) for identifier in identifiers)
                yield self.own(entry_index_page(self.at((kind, "")), kind, keys))
        if edition.has(("places", "")):
            yield self.own(place_index_page(self.at(("places", ""))))
        if edition.has(("years", "")):
            yield self.own(year_index_page(self.at(("years", ""))))
        if edition.has(("sources", "")):
            yield self.own(source_index_page(self.at(("sources", ""))))
        if edition.has(("search", "")):
            yield self.own(search_page(self.at(("search", "")), client_path))
        yield self.own(not_found_page(self.at(("not_found", ""))))

    def terms(self) -> Iterator[Claim]:
        """Places, topics and years, each over as many pages as its stories take."""
        edition = self.edition
        for place in edition.places:
            record = edition.catalog.places[place].place
            for number in self._numbers(("place", place)):
                view = place_page(self.at(("place", place), number), place, number)
                yield self.claim(view, _origin(record.location), record.location)
        for topic in edition.topics:
            location = edition.catalog.topics[topic].location
            for number in self._numbers(("topic", topic)):
                page = topic_page(self.at(("topic", topic), number), topic, number)
                yield self.claim(page, _origin(location), location)
        for year in edition.years:
            for number in self._numbers(("year", year)):
                yield self.own(year_page(self.at(("year", year), number), year, number))

    def documents(self, diagnostics: list[Diagnostic]) -> Iterator[Claim]:
        """Stories, brands, organisations and free pages."""
        for document in self._documents():
            key: Key = (document.kind, document.id)
            if document.kind == "story":
                yield self._document(story_page(self.at(key), document), document)
            elif document.kind == "page":
                view = free_page(self.at(key), document)
                fault = check_free_page(self.edition.catalog.site, view.url, _place(document, "slug"))
                if fault is not None:
                    diagnostics.append(fault)
                else:
                    yield self._document(view, document)
            else:
                make = brand_page if document.kind == "brand" else organisation_page
                for number in self._numbers(key):
                    yield self._document(make(self.at(key, number), document, number), document)

    def redirects(self, diagnostics: list[Diagnostic]) -> Iterator[Claim]:
        """A page at each old address. A translation has only those that it names itself."""
        for document in self._documents():
            inherited = "aliases" not in document.written and not self.edition.is_main
            for written in () if inherited else dict.fromkeys(document.aliases):
                url, fault = check_alias(written, _place(document, written))
                if fault is not None:
                    diagnostics.append(fault)
                    continue
                vantage, _ = self.from_url(url)
                view = redirect_page(vantage, (document.kind, document.id), url)
                yield self.claim(view, document.path, _place(document, written))

    def _documents(self) -> Iterator[Document]:
        edition = self.edition
        kinds = (
            ("story", edition.stories),
            ("brand", edition.brands),
            ("organisation", edition.organisations),
            ("page", edition.pages),
        )
        for kind, identifiers in kinds:
            for identifier in identifiers:
                document = edition.document((kind, identifier))
                if document is not None:
                    yield document

    def _numbers(self, key: Key) -> Iterator[int]:
        return numbers(self.at(key), len(self.edition.stories_of(key)))

    def _document(self, view: PageView, document: Document) -> Claim:
        return self.claim(view, document.path, _place(document, "slug"))


def _place(document: Document, name: str) -> Location:
    """Where a document says its slug or an old address; else where its title stands."""
    return document.address_places.get(name, document.location)


def _origin(location: Location) -> str:
    return f"{location.path}:{location.line}" if location.line else location.path
