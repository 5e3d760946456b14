"""Catalogs made by hand, with every back-link computed, for tests of what is planned from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path

import yaml

import showcase.themes
from showcase.diagnostics.diagnostic import Location
from showcase.model.catalog import (
    Catalog,
    Key,
    LinkTarget,
    PlaceNode,
    RelatedStory,
    Relations,
    ResolvedSource,
)
from showcase.model.entry import Document, DocumentKind, Place, PlaceLevel, Source, Topic
from showcase.model.page import Page
from showcase.model.site import LanguageTexts, SiteConfig
from showcase.model.view import Html
from showcase.pages.addresses import Addresses
from showcase.themes.theme import Asset, Theme

FOLDERS = {"story": "stories", "brand": "brands", "organisation": "organisations", "page": "pages"}
NOWHERE = Location("")


def theme() -> Theme:
    """A theme with showcase's own strings and one asset."""
    folder = Path(showcase.themes.__file__).parent / "strings"
    strings = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(folder.glob("*.yaml"))}
    assets = {"css/site.css": Asset("css/site.css", b"body{}")}
    return Theme("bare", "1", {}, assets, strings, {"accent": "red"}, "digest")


def site(*languages: str, base_url: str = "https://example.org", **more: object) -> SiteConfig:
    """A site in the languages given (`zh-CN` when none is)."""
    labels = {"zh-CN": "中文", "en": "English", "bo": "བོད་ཡིག"}
    texts = tuple(
        LanguageTexts(code, labels.get(code, code), f"站点 {code}", f"副标题 {code}", f"简介 {code}")
        for code in languages or ("zh-CN",)
    )
    return replace(SiteConfig(texts, base_url=base_url), **more)  # type: ignore[arg-type]


@dataclass
class Builder:
    """Collects entries; `catalog()` ties them together. References are ids."""

    site: SiteConfig = field(default_factory=site)
    documents: dict[Key, dict[str, Document]] = field(default_factory=dict)
    relations: dict[Key, Relations] = field(default_factory=dict)
    places: dict[str, tuple[Place, str]] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    entry_sources: dict[Key, tuple[ResolvedSource, ...]] = field(default_factory=dict)
    links: dict[tuple[str, int], LinkTarget] = field(default_factory=dict)
    media: dict[tuple[str, str], str] = field(default_factory=dict)
    related: dict[str, tuple[RelatedStory, ...]] = field(default_factory=dict)

    def add(
        self,
        kind: DocumentKind,
        identifier: str,
        language: str = "zh-CN",
        *,
        relations: Relations | None = None,
        **values: object,
    ) -> Document:
        """A document in one language; call again for its translations."""
        ending = "" if language == self.site.language else f".{language}"
        path = f"content/{FOLDERS[kind]}/{identifier}{ending}.md"
        from showcase.model.body import Body

        document = replace(
            Document(
                kind, identifier, language, path, Location(path, 2, 1), f"{identifier} {language}", Body()
            ),
            **values,  # type: ignore[arg-type]
        )
        self.documents.setdefault((kind, identifier), {})[language] = document
        if relations is not None:
            self.relations[kind, identifier] = relations
        return document

    def place(
        self, identifier: str, parent: str = "", level: PlaceLevel = "village", name: str = "", **more: object
    ) -> None:
        """A place; parents first."""
        location = Location("content/places.yaml", len(self.places) + 1)
        place = replace(Place(identifier, location, name or f"地方{identifier}", level), **more)  # type: ignore[arg-type]
        self.places[identifier] = (place, parent)

    def topic(self, identifier: str, name: str = "") -> None:
        """A topic."""
        location = Location("content/topics.yaml", len(self.topics) + 1)
        self.topics[identifier] = Topic(identifier, location, name or f"主题{identifier}")

    def source(self, identifier: str, **more: object) -> None:
        """A source."""
        self.sources[identifier] = replace(Source(identifier, NOWHERE, f"来源{identifier}"), **more)  # type: ignore[arg-type]

    def catalog(self) -> Catalog:
        """Everything, resolved."""
        stories = self._order("story")
        by_year: dict[str, list[str]] = {}
        for story in stories:
            document = next(iter(self.documents["story", story].values()))
            by_year.setdefault(document.date.earliest[:4] if document.date else "", []).append(story)
        years = sorted((year for year in by_year if year), reverse=True) + [""] * ("" in by_year)
        return Catalog(
            site=self.site,
            documents=self.documents,
            stories=stories,
            brands=self._order("brand"),
            organisations=self._order("organisation"),
            pages=self._order("page"),
            places=self._place_nodes(stories),
            topics=self.topics,
            sources=self.sources,
            relations=self.relations,
            related=self.related,
            neighbours={
                story: (before, after)
                for before, story, after in zip(("", *stories), stories, (*stories[1:], ""), strict=False)
            },
            stories_by_brand=self._by("brands", stories),
            stories_by_organisation=self._by("organisations", stories),
            stories_by_topic=self._by("topics", stories),
            stories_by_year={year: tuple(by_year[year]) for year in years},
            brands_by_organisation=self._brands_by_organisation(),
            entry_sources=self.entry_sources,
            links=self.links,
            media=self.media,
        )

    def _order(self, kind: str) -> tuple[str, ...]:
        main = self.site.language
        found = [(identifier, texts) for (one, identifier), texts in self.documents.items() if one == kind]
        return tuple(identifier for identifier, texts in sorted(found, key=lambda item: main not in item[1]))

    def _by(self, relation: str, stories: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for story in stories:
            for target in getattr(self.relations.get(("story", story), Relations()), relation):
                found.setdefault(target, []).append(story)
        return {target: tuple(identifiers) for target, identifiers in found.items()}

    def _brands_by_organisation(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for brand in self._order("brand"):
            for organisation in self.relations.get(("brand", brand), Relations()).organisations:
                found.setdefault(organisation, []).append(brand)
        return {organisation: tuple(brands) for organisation, brands in found.items()}

    def _place_nodes(self, stories: Iterable[str]) -> Mapping[str, PlaceNode]:
        ancestors: dict[str, tuple[str, ...]] = {}
        for identifier, (_, parent) in self.places.items():
            ancestors[identifier] = (*ancestors[parent], parent) if parent else ()
        here: dict[str, list[str]] = {}
        for story in stories:
            wanted: dict[str, None] = {}
            for place in self.relations.get(("story", story), Relations()).places:
                wanted.update(dict.fromkeys((*ancestors[place], place)))
            for place in wanted:
                here.setdefault(place, []).append(story)
        return {
            identifier: PlaceNode(
                place,
                ancestors[identifier],
                tuple(child for child, (_, parent) in self.places.items() if parent == identifier),
                tuple(here.get(identifier, ())),
            )
            for identifier, (place, _) in self.places.items()
        }


def hrefs(value: object, found: list[str] | None = None) -> list[str]:
    """Every address inside a view: fields that hold one, and the markup of its texts."""
    import re

    found = [] if found is None else found
    if isinstance(value, Html):
        found += re.findall(r'(?:href|src)="([^"]*)"', value.markup)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            item = getattr(value, one.name)
            named = one.name in (
                "href",
                "src",
                "home",
                "search_href",
                "stories_href",
                "target",
                "previous",
                "next",
            )
            if isinstance(item, str):
                if (named or one.name in ("client_src", "index_src")) and item:
                    found.append(item)
            else:
                hrefs(item, found)
        if hasattr(value, "assets"):
            found += value.assets.values()
    elif isinstance(value, tuple | list):
        for item in value:
            hrefs(item, found)
    return found


def resolve(page: Page, href: str, addresses: Addresses, base_path: str) -> str:
    """The output path that a link of a page leads to; an empty text for one that leaves the site."""
    from urllib.parse import unquote, urljoin, urlsplit

    if urlsplit(href).scheme or href.startswith("#"):
        return ""
    if addresses.portable:
        return unquote(
            urljoin(f"http://x/{page.output_path}", href).removeprefix("http://x/").partition("#")[0]
        )
    assert href.startswith(f"{base_path}/"), (page.url, href)
    return addresses.output_path(unquote(href.removeprefix(base_path)))
