"""Entries: what one source says, read and checked as far as one file can be.

Relations hold what the editor wrote (`Reference`); the assemble stage resolves them. In a translation
(`language` differs from the site's) every field but `title` may be left out: assembling fills it from the original.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from showcase.diagnostics.diagnostic import Location
from showcase.model.body import Body, Outline
from showcase.model.edtf import EdtfDate

DocumentKind = Literal["story", "brand", "organisation", "page"]
RecordKind = Literal["place", "topic", "source"]
EntryKind = Literal["story", "brand", "organisation", "page", "place", "topic", "source"]
PlaceLevel = Literal["region", "prefecture", "county", "township", "village", "community"]
Qualifier = Literal["", "more-than", "nearly", "about", "at-least", "at-most"]

PLACE_LEVELS: tuple[PlaceLevel, ...] = ("region", "prefecture", "county", "township", "village", "community")


@dataclass(frozen=True, slots=True)
class Reference:
    """A relation as written: an id, or a name that the assemble stage must find unambiguous."""

    target: str
    location: Location


@dataclass(frozen=True, slots=True)
class SourceReference:
    """A source with the place in it (CSL's locator: a paragraph, a page)."""

    source: Reference
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """One number with what makes it checkable. `value` is the decimal as written without grouping (`300000`, `3.5`);
    `qualifier` is part of the number ("more than"). `id` is unique within its entry."""

    id: str
    location: Location
    label: str = ""
    value: str = ""
    unit: str = ""
    qualifier: Qualifier = ""
    period: str = ""
    as_of: EdtfDate | None = None
    definition: str = ""
    source: Reference | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture, sound or film that an entry carries. `path` is as written, relative to the entry's file.

    `kind`: photo, diagram, ornament, map, emblem, video, audio. `people`: none, crowd, consent (identifiable people who
    agreed), minors. `consent_record` is checked and never published.
    """

    path: str
    location: Location
    alt: str = ""
    caption: str = ""
    credit: str = ""
    kind: str = "photo"
    people: str = "none"
    ai: bool = False
    map_approval: str = ""
    authority: str = ""
    consent_record: str = ""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """The value of a field that the site defined in site.yaml. `text` is canonical for its type (date: EDTF,
    number: decimal, boolean: true/false); a list has one item a value."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown entry: story, brand, organisation or page.

    `id` is the file's name without endings (`content/stories/<id>.md` or `<id>/index.md`). `slug` is the address part
    as written, or empty: the plan stage then derives it from the id. `written` names the canonical keys that the
    front matter holds, so that a translation inherits only the others.
    """

    kind: DocumentKind
    id: str
    language: str
    path: str
    location: Location
    title: str
    body: Outline
    """Parsing gives the whole `Body`; what the store keeps of many documents at once holds outlines."""
    written: tuple[str, ...] = ()
    summary: str = ""
    slug: str = ""
    date: EdtfDate | None = None
    updated: str = ""
    """ISO date on which the page itself was last changed in substance, or empty."""
    brands: tuple[Reference, ...] = ()
    organisations: tuple[Reference, ...] = ()
    places: tuple[Reference, ...] = ()
    topics: tuple[Reference, ...] = ()
    related: tuple[Reference, ...] = ()
    sources: tuple[SourceReference, ...] = ()
    metrics: tuple[Metric, ...] = ()
    media: tuple[Medium, ...] = ()
    cover: Medium | None = None
    organisation_kind: str = ""
    """Organisations: what it is, in a few words (village branch, work team)."""
    short_name: str = ""
    """Brands: two to four characters for the cover art; empty: taken from the title."""
    pinyin: str = ""
    order: int | None = None
    """Position in lists and menus; smaller first, entries without one after all that have one."""
    menu: bool = False
    """Free pages: whether the site's menu shows it."""
    draft: bool = False
    publish_from: str = ""
    expires: str = ""
    """ISO dates; shown from `publish_from` on and until the day before `expires`."""
    aliases: tuple[str, ...] = ()
    """Old addresses (`/old/`) that redirect here."""
    address_places: dict[str, Location] = field(default_factory=dict)
    """Where the front matter says `slug`, and each old address under its own text."""
    translator: str = ""
    """Translations: who or what made it, by role."""
    fields: tuple[FieldValue, ...] = ()


Bodies: TypeAlias = Callable[[Document], Body]
"""Gives a document's text to who shows it."""


def own_body(document: Document) -> Body:
    """The text of a document that carries it whole. Raises TypeError for one that has an outline only."""
    if not isinstance(document.body, Body):
        raise TypeError(f"the text of {document.path} is not at hand")
    return document.body


@dataclass(frozen=True, slots=True)
class Naming:
    """A record's words in one further language."""

    language: str
    name: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the place tree. `parent` is empty at the root or when the source does not say. `pinyin` overrides the
    automatic reading (长阳: chang yang)."""

    id: str
    location: Location
    name: str
    level: PlaceLevel
    parent: Reference | None = None
    short_name: str = ""
    pinyin: str = ""
    summary: str = ""
    aliases: tuple[str, ...] = ()
    translations: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A term of the closed list of topics."""

    id: str
    location: Location
    name: str
    summary: str = ""
    pinyin: str = ""
    translations: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from. Empty `title`, `publisher`, `date` mean "not known", and pages say so."""

    id: str
    location: Location
    name: str
    """What the site calls it ("the source report")."""
    kind: str = ""
    title: str = ""
    publisher: str = ""
    date: EdtfDate | None = None
    url: str = ""
    note: str = ""
    translations: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """All that one source file gave: a document, or records. What is faulty is left out and said in diagnostics
    (which travel beside it, not inside)."""

    path: str
    documents: tuple[Document, ...] = ()
    places: tuple[Place, ...] = ()
    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """A field that site.yaml adds to a kind of document. `type`: text, number, date, boolean, url, choice."""

    name: str
    kind: DocumentKind
    type: str
    label: str
    alias: str = ""
    """The Chinese key."""
    required: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    """The label in other languages, by language code."""
