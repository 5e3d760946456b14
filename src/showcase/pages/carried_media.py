"""Media that a document carries in its front matter and its text does not show."""

from __future__ import annotations

from showcase.model.entry import Document
from showcase.model.view import ComponentPart, FileView, ItemPart, Part
from showcase.pages.pictures import PICTURES, file_view, picture, source_path
from showcase.pages.vantage import Vantage


def carried_media(vantage: Vantage, document: Document, shown: frozenset[str]) -> tuple[Part, ...]:
    """Pictures as one gallery, sound and film each by itself. `shown` are the site-relative paths in the text; the cover,
    or the first picture in its stead, stands at the head of the page already."""
    cover = source_path(vantage, document, document.cover) if document.cover else ""
    left = [
        (path, medium)
        for medium in document.media
        if (path := source_path(vantage, document, medium)) and path not in shown and path != cover
    ]
    first = next((medium for medium in document.media if medium.kind in PICTURES), None)
    items = tuple(
        ItemPart("", "", (), view, {})
        for path, medium in left
        if medium.kind in PICTURES
        and (document.cover is not None or medium is not first)
        and (view := picture(vantage, path, medium)) is not None
    )
    parts: list[Part] = [_part("gallery", vantage.t("media.rest"), items=items)] if items else []
    for path, medium in left:
        file = file_view(vantage, path)
        if medium.kind in ("video", "audio") and file is not None:
            parts.append(_part(medium.kind, medium.caption or medium.alt, file=file))
    return tuple(parts)


def _part(
    name: str, label: str, *, items: tuple[ItemPart, ...] = (), file: FileView | None = None
) -> ComponentPart:
    return ComponentPart(
        name=name,
        inline=False,
        label=label,
        attributes={},
        body=(),
        items=items,
        metrics=(),
        picture=None,
        file=file,
        source=None,
    )
