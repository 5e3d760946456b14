"""Pictures and files as pages show them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from html import escape

from showcase.diagnostics.diagnostic import Location
from showcase.model.entry import Document, Medium
from showcase.model.view import FileView, Html, Picture, Rendition
from showcase.pages.vantage import Vantage
from showcase.text.numbers import size_in_words

_NOWHERE = Location("")

PICTURES = ("photo", "diagram", "ornament", "map", "emblem")
"""Kinds of media that a picture element shows; the others are sound and film."""

_TYPES = {
    "pdf": "pdf",
    "doc": "document",
    "docx": "document",
    "odt": "document",
    "rtf": "document",
    "wps": "document",
    "xls": "spreadsheet",
    "xlsx": "spreadsheet",
    "ods": "spreadsheet",
    "et": "spreadsheet",
    "csv": "spreadsheet",
    "ppt": "presentation",
    "pptx": "presentation",
    "odp": "presentation",
    "txt": "text",
    "md": "text",
    "zip": "archive",
    "mp3": "audio",
    "m4a": "audio",
    "ogg": "audio",
    "oga": "audio",
    "wav": "audio",
    "mp4": "video",
    "webm": "video",
    "ogv": "video",
    "vtt": "text",
    "jpg": "picture",
    "jpeg": "picture",
    "png": "picture",
    "gif": "picture",
    "webp": "picture",
    "avif": "picture",
    "svg": "picture",
}


def source_path(vantage: Vantage, document: Document, medium: Medium) -> str:
    """The site-relative path of a medium of the front matter, or an empty string when no such file is published.

    A translation inherits the media of its original, whose file the path is relative to.
    """
    known = vantage.edition.catalog.media
    for path in (medium.location.path, document.path):
        found = known.get((path, medium.path))
        if found is not None:
            return found
    return ""


def picture(
    vantage: Vantage,
    path: str,
    medium: Medium | None,
    *,
    alt: str = "",
    caption: Html | None = None,
    attributes: Mapping[str, str] | None = None,
) -> Picture | None:
    """The picture at site-relative `path`, or None when it is not published or not a picture.

    What the text says of it (`alt`, `caption`, `attributes`) goes before what the front matter says (`medium`).
    """
    published = vantage.media.get(path)
    if published is None or not published.width or not published.height:
        return None
    said = dict(attributes or {})
    known = medium or Medium(path, location=_NOWHERE)
    map_approval = said.get("map_approval") or known.map_approval
    authority = said.get("authority") or known.authority
    notes = []
    if map_approval:
        notes.append(vantage.t("picture.map_approval", number=map_approval))
    if authority:
        notes.append(vantage.t("picture.authority", name=authority))
    large = vantage.href(f"/{published.output_path}")
    return Picture(
        src=vantage.href(f"/{published.fallback.output_path}") if published.fallback else large,
        width=published.width,
        height=published.height,
        alt=alt or known.alt,
        caption=caption or Html(escape(known.caption, quote=False)),
        credit=said.get("credit") or known.credit,
        made_by_ai=known.ai or said.get("ai", "").lower() in ("true", "yes", "ai", "是"),
        notes=tuple(notes),
        large=large,
        renditions=tuple(
            Rendition(vantage.href(f"/{one.output_path}"), one.width, f"image/{one.type}")
            for one in published.renditions
        ),
        colour=published.colour,
    )


def cover_picture(vantage: Vantage, document: Document) -> Picture | None:
    """The picture that stands for a document: its cover, else the first picture among its media."""
    candidates = (document.cover, *document.media) if document.cover else document.media
    for medium in candidates:
        if medium.kind in PICTURES:
            found = picture(vantage, source_path(vantage, document, medium), medium)
            if found is not None:
                return found
    return None


def file_view(vantage: Vantage, path: str) -> FileView | None:
    """A file to download, or None when it is not published."""
    published = vantage.media.get(path)
    if published is None:
        return None
    name = posixpath.basename(path)
    extension = published.type or posixpath.splitext(name)[1].removeprefix(".")
    kind = _TYPES.get(extension.lower(), "other")
    return FileView(
        href=vantage.href(f"/{published.output_path}"),
        name=name,
        type=vantage.t(f"file.{kind}", extension=extension.upper()),
        size=size_in_words(published.size),
    )
