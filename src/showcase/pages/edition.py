"""One language's edition of the site: which pages it has, what it lists, what things are called in it.

An edition lists only what exists in its language. Brands, organisations and pages exist where they have a version;
places and topics also where a story or a translated name calls for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from showcase.model.catalog import Catalog, Key, Relations
from showcase.model.entry import Document, Naming
from showcase.model.site import LanguageTexts

DOCUMENT_KINDS = ("story", "brand", "organisation", "page")
_NO_RELATIONS = Relations()


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called, and in which language that is."""

    text: str
    language: str


class Edition:
    """Questions about one language of a catalog; every answer is computed once."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self.catalog = catalog
        self.language = language
        self.is_main = language == catalog.site.language
        self.texts: LanguageTexts = catalog.site.texts(language)
        self._lists: dict[Key, tuple[str, ...]] = {}
        self._brands_of_place: dict[str, tuple[str, ...]] = {}

    @cached_property
    def stories(self) -> tuple[str, ...]:
        """All stories of this language, newest first."""
        return self._published("story", self.catalog.stories)

    @cached_property
    def brands(self) -> tuple[str, ...]:
        """All brands that have a version in this language."""
        return self._published("brand", self.catalog.brands)

    @cached_property
    def _brand_ranks(self) -> dict[str, int]:
        return {brand: rank for rank, brand in enumerate(self.brands)}

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """All organisations that have a version in this language."""
        return self._published("organisation", self.catalog.organisations)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """All free pages that have a version in this language."""
        return self._published("page", self.catalog.pages)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """All places that have a page here, parents before their children."""
        return tuple(place for place in self.catalog.places if self.has(("place", place)))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """All topics that have a page here, in the order of the closed list."""
        return tuple(topic for topic in self.catalog.topics if self.has(("topic", topic)))

    @cached_property
    def years(self) -> tuple[str, ...]:
        """All years with stories of this language, newest first; the empty text, last, stands for the undated. Empty
        when no story has a date: there is nothing to browse by then."""
        years = tuple(year for year in self.catalog.stories_by_year if self.stories_of(("year", year)))
        return years if any(years) else ()

    @cached_property
    def sources(self) -> dict[str, tuple[Key, ...]]:
        """Every source with the documents of this language that rely on it."""
        users: dict[str, list[Key]] = {source: [] for source in self.catalog.sources}
        for kind, identifiers in (
            ("story", self.stories),
            ("brand", self.brands),
            ("organisation", self.organisations),
            ("page", self.pages),
        ):
            for identifier in identifiers:
                for used in self.catalog.entry_sources.get((kind, identifier), ()):
                    users.setdefault(used.source, []).append((kind, identifier))
        return {source: tuple(keys) for source, keys in users.items()}

    @cached_property
    def organisations_by_place(self) -> dict[str, tuple[str, ...]]:
        """Place → organisations of this language that are there or below it."""
        found: dict[str, list[str]] = {}
        for organisation in self.organisations:
            here: dict[str, None] = {}
            for place in self.relations(("organisation", organisation)).places:
                node = self.catalog.places.get(place)
                here.update(dict.fromkeys((*(node.ancestors if node else ()), place)))
            for place in here:
                found.setdefault(place, []).append(organisation)
        return {place: tuple(identifiers) for place, identifiers in found.items()}

    @cached_property
    def _source_ids(self) -> dict[str, str]:
        """Every way to name a source → its id; ids win over names."""
        named = {source.name: source.id for source in reversed(tuple(self.catalog.sources.values()))}
        return {**named, **{identifier: identifier for identifier in self.catalog.sources}}

    def source_id(self, written: str) -> str:
        """The id of a source that a text names by id or name, or an empty string."""
        return self._source_ids.get(written, "")

    def document(self, key: Key) -> Document | None:
        """The document's version in this language."""
        return self.catalog.document(key, self.language)

    def relations(self, key: Key) -> Relations:
        """What a document is tied to."""
        return self.catalog.relations.get(key, _NO_RELATIONS)

    def has(self, key: Key) -> bool:
        """True when this language has a page for `key` (see Addresses.url for keys)."""
        kind, identifier = key
        if kind in DOCUMENT_KINDS:
            return self.language in self.catalog.documents.get(key, {})
        if kind == "place":
            return identifier in self.catalog.places and (
                self.is_main
                or bool(self.stories_of(key))
                or identifier in self.organisations_by_place
                or self.naming(self.catalog.places[identifier].place.translations) is not None
            )
        if kind == "topic":
            return identifier in self.catalog.topics and (
                self.is_main
                or bool(self.stories_of(key))
                or self.naming(self.catalog.topics[identifier].translations) is not None
            )
        return self._has_list(kind, identifier)

    def _has_list(self, kind: str, identifier: str) -> bool:
        """The pages that are there only when they have something to list. `/stories/` always is: home leads to it."""
        if kind == "year":
            return identifier in self.years
        filled = {
            "brands": self.brands,
            "organisations": self.organisations,
            "places": self.places,
            "topics": self.topics,
            "years": self.years,
            "sources": self.catalog.sources,
        }
        if kind in filled:
            return bool(filled[kind])
        return kind in ("home", "stories", "not_found") or (kind == "search" and self.catalog.site.search)

    def stories_of(self, key: Key) -> tuple[str, ...]:
        """The stories of this language that belong to a brand, organisation, place (and all below it), topic or
        year, in the catalog's order."""
        known = self._lists.get(key)
        if known is None:
            known = self._published("story", self._all_stories_of(key))
            self._lists[key] = known
        return known

    def brands_of_place(self, place: str) -> tuple[str, ...]:
        """The brands of this language at a place or below it, in the site's order of brands. A brand is where it says;
        one that says nothing is where its stories are."""
        known = self._brands_of_place.get(place)
        if known is None:
            found = {brand for brand in self.brands if self._stands_at(("brand", brand), place)}
            for story in self.stories_of(("place", place)):
                for brand in self.relations(("story", story)).brands:
                    if brand in self._brand_ranks and not self.relations(("brand", brand)).places:
                        found.add(brand)
            known = self._brands_of_place[place] = tuple(sorted(found, key=self._brand_ranks.__getitem__))
        return known

    def _stands_at(self, key: Key, place: str) -> bool:
        """Whether an entry names the place or one below it as its own."""
        places = self.catalog.places
        return any(
            own == place or (own in places and place in places[own].ancestors)
            for own in self.relations(key).places
        )

    def _all_stories_of(self, key: Key) -> tuple[str, ...]:
        kind, identifier = key
        if kind == "place":
            node = self.catalog.places.get(identifier)
            return node.stories if node else ()
        by_kind = {
            "brand": self.catalog.stories_by_brand,
            "organisation": self.catalog.stories_by_organisation,
            "topic": self.catalog.stories_by_topic,
            "year": self.catalog.stories_by_year,
        }
        return by_kind[kind].get(identifier, ())

    def _published(self, kind: str, identifiers: Iterable[str]) -> tuple[str, ...]:
        documents, language = self.catalog.documents, self.language
        return tuple(one for one in identifiers if language in documents.get((kind, one), {}))

    def name(self, key: Key) -> Name:
        """What an entry is called here: its name in this language, else in the main one. KeyError if unknown."""
        kind, identifier = key
        main = self.catalog.site.language
        if kind in DOCUMENT_KINDS:
            document = self.catalog.nearest(key, self.language)
            return Name(document.title, document.language)
        record = (
            self.catalog.places[identifier].place
            if kind == "place"
            else self.catalog.topics[identifier]
            if kind == "topic"
            else self.catalog.sources[identifier]
        )
        naming = self.naming(record.translations)
        return Name(naming.name, self.language) if naming else Name(record.name, main)

    def summary(self, key: Key) -> str:
        """What a place or topic says of itself in this language, or an empty string."""
        kind, identifier = key
        record = self.catalog.places[identifier].place if kind == "place" else self.catalog.topics[identifier]
        if self.is_main:
            return record.summary
        naming = self.naming(record.translations)
        return naming.summary if naming else ""

    def naming(self, translations: tuple[Naming, ...]) -> Naming | None:
        """A record's words in this language, when it is not the main one."""
        if self.is_main:
            return None
        return next((naming for naming in translations if naming.language == self.language), None)

    def page_language(self, key: Key) -> str:
        """The language whose page stands for `key` here: this one, else the one that has it."""
        if self.has(key):
            return self.language
        if key[0] in DOCUMENT_KINDS:
            return self.catalog.nearest(key, self.language).language
        return self.catalog.site.language
