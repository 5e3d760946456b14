"""Media that a document carries in its front matter and its text does not show."""

from __future__ import annotations

from dataclasses import replace

from showcase.model.entry import Document
from showcase.model.view import ComponentPart, FileView, ItemPart, Part
from showcase.pages.pictures import PICTURES, file_view, picture, source_path
from showcase.pages.vantage import Vantage


def carried_media(
    vantage: Vantage, document: Document, shown: frozenset[str], *, headed: bool
) -> tuple[Part, ...]:
    """Pictures as one gallery, sound and film each by itself. `shown` are the site-relative paths in the text; the cover,
    or the first picture in its stead, stands at the head of the page already. `headed`: a picture stands before these,
    so that none of them need load at once."""
    carried = document.media
    cover = source_path(vantage, document, document.cover) if document.cover else ""
    at_head = document.cover or next((medium for medium in document.media if medium.kind in PICTURES), None)
    if document.kind == "page":  # has no head for a picture
        carried, cover, at_head = ((document.cover,) if document.cover else ()) + carried, "", None
    left = [
        (path, medium)
        for medium in carried
        if (path := source_path(vantage, document, medium)) and path not in shown and path != cover
    ]
    pictures = [
        view
        for path, medium in left
        if medium.kind in PICTURES
        and medium is not at_head
        and (view := picture(vantage, path, medium)) is not None
    ]
    if pictures and not headed:
        pictures[0] = replace(pictures[0], first=True)
    items = tuple(ItemPart("", "", (), view, {}) for view in pictures)
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
