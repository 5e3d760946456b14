"""The plan stage: every page of the site, with its address, its template and how its view is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.catalog import Catalog, Key
from showcase.model.entry import Bodies, Document, own_body
from showcase.model.medium import PublishedMedium
from showcase.model.page import Listing, PlannedPage
from showcase.model.view import PageView, SiteView, View
from showcase.pages.addresses import Addresses
from showcase.pages.claims import Claim, check_alias, check_free_page, settle
from showcase.pages.edition import Edition
from showcase.pages.entry_pages import brand_page, free_page, organisation_page, story_page
from showcase.pages.frame import listing, site_view
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
    bodies: Bodies = own_body,
    only: frozenset[str] | None = None,
) -> tuple[tuple[PlannedPage, ...], tuple[Diagnostic, ...]]:
    """All pages of all languages, and what is wrong with their addresses.

    `media` maps the site-relative path of a source file to what is published of it; `client_path` is the output path
    of the search page's script; `bodies` gives a document's text when its page is made. With `only`, no pages but those of the documents
    in these files.
    """
    editions = {texts.code: Edition(catalog, texts.code) for texts in catalog.site.languages}
    assets = hashed_assets(theme)
    claims: list[Claim] = []
    diagnostics: list[Diagnostic] = []
    redirects: list[Claim] = []
    for edition in editions.values():
        planner = _Planner(edition, editions, theme, media, addresses, assets, bodies)
        if only is not None:
            claims += planner.documents(diagnostics, only)
            continue
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
        bodies: Bodies,
    ) -> None:
        self.edition = edition
        self.editions = editions
        self.theme = theme
        self.media = media
        self.addresses = addresses
        self.assets = assets
        self.bodies = bodies
        self._vantages: dict[str, tuple[Vantage, SiteView]] = {}

    def from_url(self, url: str) -> tuple[Vantage, SiteView]:
        """Where the page at `url` is seen from; shared by all pages of the same root."""
        root = self.addresses.root(url)
        known = self._vantages.get(root)
        if known is None:
            vantage = Vantage(
                self.edition, self.editions, self.theme, self.media, self.addresses, root, self.bodies
            )
            known = self._vantages[root] = (vantage, site_view(vantage, self.assets))
        return known

    def at(self, key: Key, number: int = 1) -> Vantage:
        """Where page `number` of `key` is seen from."""
        url = self.addresses.page_url(self.addresses.url(key, self.edition.language), number)
        return self.from_url(url)[0]

    def claim(
        self,
        url: str,
        kind: str,
        view_of: Callable[[], PageView],
        listing_of: Callable[[], Listing | None],
        claimed_by: str = "",
        location: Location = _NOWHERE,
        text: str = "",
    ) -> Claim:
        """The page at `url`, whose view `view_of` makes."""
        page = PlannedPage(
            url,
            self.addresses.output_path(url),
            f"{kind}.html",
            partial(_view, self.from_url(url)[1], view_of),
            listing_of,
            claimed_by,
            text,
        )
        return Claim(page, location)

    def page(
        self,
        key: Key,
        kind: str,
        make: Callable[..., PageView],
        *arguments: object,
        number: int = 1,
        claimed_by: str = "",
        location: Location = _NOWHERE,
        text: str = "",
    ) -> Claim:
        """Page `number` of `key`, which `make(vantage, *arguments)` makes the view of."""
        url = self.addresses.page_url(self.addresses.url(key, self.edition.language), number)
        vantage = self.from_url(url)[0]
        view_of = partial(make, vantage, *arguments)
        return self.claim(
            url, kind, view_of, partial(listing, vantage, key, number), claimed_by, location, text
        )

    def site_pages(self, client_path: str) -> Iterator[Claim]:
        """Home, the lists of everything, search, not found."""
        edition = self.edition
        yield self.page(("home", ""), "home", home_page)
        stories: Key = ("stories", "")
        for number in numbers(self.at(stories), len(edition.stories)):
            yield self.page(stories, "stories", stories_page, number, number=number)
        indexes = (
            ("brands", "brand", edition.brands),
            ("organisations", "organisation", edition.organisations),
        )
        for kind, one, identifiers in (*indexes, ("topics", "topic", edition.topics)):
            if identifiers:
                keys = tuple((one, identifier) for identifier in identifiers)
                yield self.page((kind, ""), "entry_index", entry_index_page, kind, keys)
        for kind, template, make in (
            ("places", "place_index", place_index_page),
            ("years", "year_index", year_index_page),
            ("sources", "source_index", source_index_page),
        ):
            if edition.has((kind, "")):
                yield self.page((kind, ""), template, make)
        if edition.has(("search", "")):
            yield self.page(("search", ""), "search", search_page, client_path)
        yield self.page(("not_found", ""), "not_found", not_found_page)

    def terms(self) -> Iterator[Claim]:
        """Places, topics and years, each over as many pages as its stories take."""
        edition = self.edition
        for place in edition.places:
            location = edition.catalog.places[place].place.location
            yield from self._term("place", place, place_page, location)
        for topic in edition.topics:
            yield from self._term("topic", topic, topic_page, edition.catalog.topics[topic].location)
        for year in edition.years:
            yield from self._term("year", year, year_page)

    def _term(
        self, kind: str, term: str, make: Callable[..., PageView], location: Location = _NOWHERE
    ) -> Iterator[Claim]:
        key: Key = (kind, term)
        for number in self._numbers(key):
            origin = _origin(location) if location.path else ""
            yield self.page(
                key, kind, make, term, number, number=number, claimed_by=origin, location=location
            )

    def documents(self, diagnostics: list[Diagnostic], only: frozenset[str] | None = None) -> Iterator[Claim]:
        """Stories, brands, organisations and free pages; with `only`, those in these files."""
        for document in self._documents():
            if only is not None and document.path not in only:
                continue
            key: Key = (document.kind, document.id)
            if document.kind == "story":
                yield self._document(story_page, document)
            elif document.kind == "page":
                url = self.addresses.url(key, self.edition.language)
                fault = check_free_page(self.edition.catalog.site, url, _place(document, "slug"))
                if fault is not None:
                    diagnostics.append(fault)
                else:
                    yield self._document(free_page, document)
            else:
                make = brand_page if document.kind == "brand" else organisation_page
                for number in self._numbers(key):
                    yield self._document(make, document, number)

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
                view_of = partial(redirect_page, vantage, (document.kind, document.id), url)
                yield self.claim(
                    url, "redirect", view_of, _unlisted, document.path, _place(document, written)
                )

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

    def _document(self, make: Callable[..., PageView], document: Document, *number: int) -> Claim:
        return self.page(
            (document.kind, document.id),
            document.kind,
            make,
            document,
            *number,
            number=number[0] if number else 1,
            claimed_by=document.path,
            location=_place(document, "slug"),
            text=document.path,
        )


def _view(site: SiteView, view_of: Callable[[], PageView]) -> View:
    return View(site, view_of())


def _unlisted() -> None:
    """Old addresses are not for the sitemap."""


def _place(document: Document, name: str) -> Location:
    """Where a document says its slug or an old address; else where its title stands."""
    return document.address_places.get(name, document.location)


def _origin(location: Location) -> str:
    return f"{location.path}:{location.line}" if location.line else location.path
