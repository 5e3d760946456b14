"""What one language's index holds of each entry: its words by field, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from showcase.model.body import HOLE, Component
from showcase.model.catalog import Catalog, Key
from showcase.model.entry import Document, Place, Topic
from showcase.pages.addresses import Addresses
from showcase.text.dates import format_date
from showcase.text.numbers import group_digits


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the editor's reading of it, or none."""

    text: str
    pinyin: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One entry in one language. `url` is site-root relative without the leading slash. `brands`, `places` (each with
    all its ancestors), `topics` are ids; `year` is "2020", "undated" for a story without one, "" for other kinds.
    `date`, `place`, `brand` are the words under a result's title."""

    kind: str
    id: str
    url: str
    title: str
    pinyin: str
    names: tuple[Name, ...]
    summary: str
    headings: tuple[str, ...]
    texts: tuple[str, ...]
    brands: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    year: str
    date: str
    place: str
    brand: str


def search_documents(catalog: Catalog, addresses: Addresses, language: str) -> tuple[SearchDocument, ...]:
    """All that can be found in one language: stories newest first, then brands, organisations, pages, places, topics.
    A document's number in the index is its place here, so that a smaller number never means an older story."""
    return (*_written(catalog, addresses, language), *_listed(catalog, addresses, language))


def place_name(place: Place, language: str) -> Name:
    """The place's name in `language`, else as the site's main language has it."""
    return _named(place, language)


def topic_name(topic: Topic, language: str) -> Name:
    """The topic's name in `language`, else as the site's main language has it."""
    return _named(topic, language)


def _named(record: Place | Topic, language: str) -> Name:
    for naming in record.translations:
        if naming.language == language and naming.name:
            return Name(naming.name)
    return Name(record.name, record.pinyin)


def _summary(record: Place | Topic, language: str) -> str:
    for naming in record.translations:
        if naming.language == language:
            return naming.summary
    return record.summary


def _written(catalog: Catalog, addresses: Addresses, language: str) -> Iterator[SearchDocument]:
    orders = (
        ("story", catalog.stories),
        ("brand", catalog.brands),
        ("organisation", catalog.organisations),
        ("page", catalog.pages),
    )
    for kind, ids in orders:
        for entry_id in ids:
            document = catalog.document((kind, entry_id), language)
            if document is not None:
                yield _from_document(catalog, document, addresses.url((kind, entry_id), language), language)


def _listed(catalog: Catalog, addresses: Addresses, language: str) -> Iterator[SearchDocument]:
    for place_id, node in catalog.places.items():
        above = tuple(place_name(catalog.places[item].place, language) for item in node.ancestors)
        also = tuple(Name(alias) for alias in (node.place.short_name, *node.place.aliases) if alias)
        yield _from_record(
            ("place", place_id),
            place_name(node.place, language),
            addresses.url(("place", place_id), language),
            names=(*also, *above),
            summary=_summary(node.place, language),
            places=(*node.ancestors, place_id),
            place=" · ".join(name.text for name in above),
        )
    for topic_id, topic in catalog.topics.items():
        yield _from_record(
            ("topic", topic_id),
            topic_name(topic, language),
            addresses.url(("topic", topic_id), language),
            summary=_summary(topic, language),
            topics=(topic_id,),
        )


def _from_record(
    key: Key,
    name: Name,
    url: str,
    *,
    summary: str,
    names: tuple[Name, ...] = (),
    places: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    place: str = "",
) -> SearchDocument:
    return SearchDocument(
        kind=key[0],
        id=key[1],
        url=url.lstrip("/"),
        title=name.text,
        pinyin=name.pinyin,
        names=names,
        summary=summary,
        headings=(),
        texts=(),
        brands=(),
        places=places,
        topics=topics,
        year="",
        date="",
        place=place,
        brand="",
    )


def _from_document(catalog: Catalog, document: Document, url: str, language: str) -> SearchDocument:
    relations = catalog.relations.get((document.kind, document.id))
    brands = relations.brands if relations else ()
    places = relations.places if relations else ()
    topics = relations.topics if relations else ()
    brand_names = [_document_name(catalog, ("brand", brand), language) for brand in brands]
    paths = [_path(catalog, place) for place in places]
    organisations = relations.organisations if relations else ()
    along = {place: None for path in paths for place in path}
    names = (
        *brand_names,
        *(place_name(catalog.places[place].place, language) for place in along),
        *(_document_name(catalog, ("organisation", item), language) for item in organisations),
        *(topic_name(catalog.topics[topic], language) for topic in topics),
        *([Name(document.short_name)] if document.short_name else ()),
    )
    if document.kind == "brand":
        brands = (document.id,)
    year = ""
    if document.kind == "story":
        year = str(document.date.years[0]) if document.date and document.date.years else "undated"
    return SearchDocument(
        kind=document.kind,
        id=document.id,
        url=url.lstrip("/"),
        title=document.title,
        pinyin=document.pinyin,
        names=names,
        summary=document.summary,
        headings=tuple(section.heading for section in document.body.sections if section.heading),
        texts=tuple(_section_texts(document, language)),
        brands=brands,
        places=tuple(along),
        topics=topics,
        year=year,
        date=format_date(document.date.text, language) if document.date else "",
        place=" · ".join(
            place_name(catalog.places[place].place, language).text for place in (paths[0] if paths else ())
        ),
        brand=brand_names[0].text if brand_names else "",
    )


def _document_name(catalog: Catalog, key: Key, language: str) -> Name:
    document = catalog.nearest(key, language)
    return Name(document.title, document.pinyin)


def _path(catalog: Catalog, place: str) -> tuple[str, ...]:
    return (*catalog.places[place].ancestors, place)


def _section_texts(document: Document, language: str) -> Iterator[str]:
    for section in document.body.sections:
        text = HOLE.sub(lambda hole: _hole_text(document, hole[1], int(hole[2]), language), section.text)
        if text.strip():
            yield " ".join(text.split())


def _hole_text(document: Document, kind: str, index: int, language: str) -> str:
    if kind != "c" or index >= len(document.body.components):
        return ""
    return _component_text(document, document.body.components[index], language)


def _component_text(document: Document, component: Component, language: str) -> str:
    if component.name == "cite":
        return ""
    if component.name != "metric":
        return component.label
    for metric in document.metrics:
        if metric.id == component.label:
            return " ".join(part for part in (group_digits(metric.value, language), metric.unit) if part)
    return ""
