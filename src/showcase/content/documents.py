"""Stories, brands, organisations and pages, made from what their front matter holds."""

from __future__ import annotations

from pathlib import PurePosixPath

from showcase.content.paths import DocumentPath
from showcase.content.reading import Item, Values
from showcase.content.scalars import is_id
from showcase.content.tree import Tree
from showcase.diagnostics.diagnostic import Location
from showcase.model.body import Body
from showcase.model.edtf import EdtfDate
from showcase.model.entry import (
    Document,
    FieldDefinition,
    FieldValue,
    Medium,
    Metric,
    Qualifier,
    Reference,
    SourceReference,
)
from showcase.text.dates import parse_date

_QUALIFIERS: dict[str, Qualifier] = {
    "more-than": "more-than",
    "nearly": "nearly",
    "about": "about",
    "at-least": "at-least",
    "at-most": "at-most",
}
_KIND_BY_ENDING = {
    ".mp4": "video",
    ".webm": "video",
    ".mov": "video",
    ".m4v": "video",
    ".mp3": "audio",
    ".m4a": "audio",
    ".ogg": "audio",
    ".wav": "audio",
}


def make_document(
    tree: Tree,
    values: Values,
    path: DocumentPath,
    language: str,
    body: Body,
    fields: tuple[FieldDefinition, ...],
) -> Document:
    """The document that the values describe; a missing title has been told already and stays empty."""
    title = values.first("title")
    _check_period(tree, values)
    return Document(
        kind=path.kind,
        id=path.id,
        language=language,
        path=tree.source.path,
        location=tree.place(title.node) if title else Location(tree.source.path, 1, 1),
        title=title.text if title else "",
        body=body,
        written=values.written,
        summary=values.text("summary"),
        slug=values.text("slug"),
        date=_date(values, "date"),
        updated=values.text("updated"),
        brands=_references(tree, values, "brand"),
        organisations=_references(tree, values, "organisation"),
        places=_references(tree, values, "place"),
        topics=_references(tree, values, "topics"),
        related=_references(tree, values, "related"),
        sources=_sources(tree, values),
        metrics=tuple(metric for item in values.all("metrics") if (metric := _metric(tree, item))),
        media=tuple(medium for item in values.all("media") if (medium := _medium(tree, item))),
        cover=_medium(tree, cover) if (cover := values.first("cover")) else None,
        organisation_kind=values.text("kind"),
        short_name=values.text("short_name"),
        pinyin=values.text("pinyin"),
        order=int(order) if (order := values.text("order")) else None,
        menu=values.text("menu") == "true",
        draft=values.text("draft") == "true",
        publish_from=values.text("publish_from"),
        expires=values.text("expires"),
        aliases=values.texts("aliases"),
        address_places=_address_places(tree, values),
        translator=values.text("translator"),
        fields=tuple(
            FieldValue(field.name, values.texts(field.name))
            for field in fields
            if field.kind == path.kind and field.name in values.items
        ),
    )


def _address_places(tree: Tree, values: Values) -> dict[str, Location]:
    slug = values.first("slug")
    places = {"slug": tree.place(slug.node)} if slug else {}
    return {**places, **{item.text: tree.place(item.node) for item in values.all("aliases")}}


def _check_period(tree: Tree, values: Values) -> None:
    start, end = values.first("publish_from"), values.first("expires")
    if start and end and end.text <= start.text:
        place = tree.place(start.node)
        tree.tell("expires-too-early", end.node, {"expires": end.text, "from": start.text}, related=(place,))


def _date(values: Values, name: str) -> EdtfDate | None:
    text = values.text(name)
    return parse_date(text) if text else None


def _reference(tree: Tree, item: Item) -> Reference:
    return Reference(item.text, tree.place(item.node))


def _references(tree: Tree, values: Values, name: str) -> tuple[Reference, ...]:
    return tuple(_reference(tree, item) for item in values.all(name))


def _sources(tree: Tree, values: Values) -> tuple[SourceReference, ...]:
    found = []
    for item in values.all("sources"):
        if item.inner is None:
            found.append(SourceReference(_reference(tree, item)))
        elif source := item.inner.first("source"):
            found.append(SourceReference(_reference(tree, source), item.inner.text("locator")))
    return tuple(found)


def _metric(tree: Tree, item: Item) -> Metric | None:
    values = item.inner
    if values is None:
        return None
    if not is_id(item.name):
        tree.tell("invalid-id", item.node, {"key": "metrics", "value": item.name[:60]})
        return None
    source = values.first("source")
    return Metric(
        id=item.name,
        location=tree.place(item.node),
        label=values.text("label"),
        value=values.text("value"),
        unit=values.text("unit"),
        qualifier=_QUALIFIERS.get(values.text("qualifier"), ""),
        period=values.text("period"),
        as_of=_date(values, "as_of"),
        definition=values.text("definition"),
        source=_reference(tree, source) if source else None,
        locator=values.text("locator"),
    )


def _medium(tree: Tree, item: Item) -> Medium | None:
    if item.inner is None:
        path = item.text
        return Medium(path, tree.place(item.node), kind=_kind_of(path))
    values = item.inner
    file = values.first("file")
    if file is None:
        return None
    return Medium(
        path=file.text,
        location=tree.place(file.node),
        alt=values.text("alt"),
        caption=values.text("caption"),
        credit=values.text("credit"),
        kind=values.text("kind") or _kind_of(file.text),
        people=values.text("people") or "none",
        ai=values.text("ai") == "true",
        map_approval=values.text("map_approval"),
        authority=values.text("authority"),
        consent_record=values.text("consent_record"),
    )


def _kind_of(path: str) -> str:
    return _KIND_BY_ENDING.get(PurePosixPath(path).suffix.lower(), "photo")
