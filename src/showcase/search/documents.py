"""What one language's index holds of each entry: its words by field, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import overload

from showcase.model.body import Body
from showcase.model.catalog import Key
from showcase.model.entry import Bodies, Document, own_body
from showcase.pages.addresses import Addresses
from showcase.pages.edition import DOCUMENT_KINDS, Edition
from showcase.search.prose import prose
from showcase.text.dates import format_date
from showcase.text.search_strings import joined


@dataclass(frozen=True, slots=True)
class SpokenName:
    """A name with the editor's reading of it, or none."""

    text: str
    pinyin: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One entry in one language. `url` is its address, plain text. `other_titles` are what else it is called by itself, the best known
    first; the first two find it as its title does. `brands`, `places` (each with all its ancestors) and
    `topics` are ids; `year` is "2020", "undated" for a story without one, "" for other kinds. `date`, `place` and
    `brand` are the words under a result's title."""

    kind: str
    id: str
    url: str
    title: str
    pinyin: str = ""
    other_titles: tuple[SpokenName, ...] = ()
    names: tuple[SpokenName, ...] = ()
    summary: str = ""
    headings: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    year: str = ""
    date: str = ""
    place: str = ""
    brand: str = ""


@dataclass(frozen=True, slots=True)
class Tags:
    """What results are narrowed by, as in `SearchDocument`."""

    kind: str
    brands: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    year: str = ""


class SearchDocuments(Sequence[SearchDocument]):
    """Documents that are made when they are asked for, so that their texts are never in memory together."""

    def __init__(self, keys: Sequence[Key], make: Callable[[Key], SearchDocument]) -> None:
        self._keys = keys
        self._make = make

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> SearchDocument: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[SearchDocument]: ...

    def __getitem__(self, place: int | slice) -> SearchDocument | Sequence[SearchDocument]:
        if isinstance(place, slice):
            return tuple(map(self._make, self._keys[place]))
        return self._make(self._keys[place])


def search_documents(
    edition: Edition, addresses: Addresses, bodies: Bodies = own_body
) -> Sequence[SearchDocument]:
    """All that can be found in one language: topics, places, pages, organisations, brands, then stories, newest last. A
    document's number in the index is its place here: a larger number never means an older story, and a new story, which is
    usually the newest, moves no other's number."""
    return SearchDocuments(_keys(edition), partial(_search_document, edition, addresses, bodies))


def search_tags(edition: Edition) -> tuple[Tags, ...]:
    """The tags of the same documents in the same order, made without reading a text."""
    return tuple(_tags(edition, key) for key in _keys(edition))


def _keys(edition: Edition) -> tuple[Key, ...]:
    lists = (
        ("topic", edition.topics),
        ("place", edition.places),
        ("page", edition.pages),
        ("organisation", edition.organisations),
        ("brand", edition.brands),
        ("story", edition.stories),
    )
    return tuple((kind, identifier) for kind, ids in lists for identifier in reversed(ids))


def spoken_name(edition: Edition, key: Key) -> SpokenName:
    """What an entry is called in the edition. The editor's reading belongs to the name it was written for."""
    kind, identifier = key
    name = edition.name(key)
    catalog = edition.catalog
    if kind in DOCUMENT_KINDS:
        return SpokenName(name.text, catalog.nearest(key, edition.language).pinyin)
    if name.language != catalog.site.language:
        return SpokenName(name.text)
    record = catalog.places[identifier].place if kind == "place" else catalog.topics[identifier]
    return SpokenName(name.text, record.pinyin)


def _search_document(edition: Edition, addresses: Addresses, bodies: Bodies, key: Key) -> SearchDocument:
    url = addresses.url(key, edition.language)
    document = edition.document(key) if key[0] in DOCUMENT_KINDS else None
    if document is not None:
        return _of_document(edition, document, bodies(document), url)
    return _of_place(edition, key, url) if key[0] == "place" else _of_topic(edition, key, url)


def _of_place(edition: Edition, key: Key, url: str) -> SearchDocument:
    node = edition.catalog.places[key[1]]
    above = tuple(spoken_name(edition, ("place", place)) for place in node.ancestors)
    also = (node.place.short_name, *node.place.aliases) if edition.is_main else ()
    others = tuple(SpokenName(text) for text in dict.fromkeys(also) if text and text != node.place.name)
    name = spoken_name(edition, key)
    return SearchDocument(
        kind="place",
        id=key[1],
        url=url,
        title=name.text,
        pinyin=name.pinyin,
        other_titles=others[:2],
        names=(*others[2:], *above),
        summary=edition.summary(key),
        places=_tags(edition, key).places,
        place=_path_words(above),
    )


def _of_topic(edition: Edition, key: Key, url: str) -> SearchDocument:
    name = spoken_name(edition, key)
    return SearchDocument(
        kind="topic",
        id=key[1],
        url=url,
        title=name.text,
        pinyin=name.pinyin,
        summary=edition.summary(key),
        topics=(key[1],),
    )


def _of_document(edition: Edition, document: Document, body: Body, url: str) -> SearchDocument:
    relations = edition.relations((document.kind, document.id))
    tags = _tags(edition, (document.kind, document.id))
    brands = tuple(spoken_name(edition, ("brand", brand)) for brand in relations.brands)
    names = (
        *brands,
        *(spoken_name(edition, ("place", place)) for place in tags.places),
        *(spoken_name(edition, ("organisation", item)) for item in relations.organisations),
        *(spoken_name(edition, ("topic", topic)) for topic in relations.topics),
    )
    return SearchDocument(
        kind=document.kind,
        id=document.id,
        url=url,
        title=document.title,
        pinyin=document.pinyin,
        other_titles=(SpokenName(document.short_name),) if document.short_name else (),
        names=names,
        summary=document.summary,
        headings=tuple(section.heading for section in body.sections if section.heading),
        texts=prose(document, body),
        brands=tags.brands,
        places=tags.places,
        topics=tags.topics,
        year=tags.year,
        date=format_date(document.date.text, edition.language) if document.date else "",
        place=_path_words(_names_of(edition, _path(edition, relations.places[0])))
        if relations.places
        else "",
        brand=joined((brand.text for brand in brands), edition.language),
    )


def _tags(edition: Edition, key: Key) -> Tags:
    kind, identifier = key
    if kind == "place":
        return Tags(kind, places=_path(edition, identifier))
    if kind == "topic":
        return Tags(kind, topics=(identifier,))
    document = edition.document(key)
    relations = edition.relations(key)
    return Tags(
        kind,
        brands=(identifier,) if kind == "brand" else relations.brands,
        places=tuple(dict.fromkeys(one for place in relations.places for one in _path(edition, place))),
        topics=relations.topics,
        year=_year(document) if document is not None else "",
    )


def _path(edition: Edition, place: str) -> tuple[str, ...]:
    return (*edition.catalog.places[place].ancestors, place)


def _names_of(edition: Edition, places: tuple[str, ...]) -> Iterator[SpokenName]:
    return (spoken_name(edition, ("place", place)) for place in places)


def _path_words(names: Iterator[SpokenName] | tuple[SpokenName, ...]) -> str:
    return " · ".join(name.text for name in names)


def _year(document: Document) -> str:
    if document.kind != "story":
        return ""
    return str(document.date.years[0]) if document.date and document.date.years else "undated"
