"""The media that documents name in their front matter, and what must be said of pictures."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from showcase.catalog.files import Files, FileUse, resolved_path
from showcase.catalog.shown import Documents
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.media.types import FILMS, PICTURES, SOUNDS, extension
from showcase.model.body import Component, ComponentItem
from showcase.model.catalog import LinkTarget
from showcase.model.entry import Document, Medium

_WANTED = {"video": FILMS, "audio": SOUNDS}
_SHOWN_BY = {
    "figure": PICTURES,
    "image": PICTURES,
    "gallery": PICTURES,
    "video": FILMS,
    "audio": (*SOUNDS, *FILMS),
}
"""Component → types of file that it can show."""

Links = Mapping[tuple[str, int], LinkTarget]
FrontMatterMedia = Mapping[tuple[str, str], str]


def resolve_media(documents: Documents, files: Files) -> tuple[FrontMatterMedia, tuple[Diagnostic, ...]]:
    """(document path, path as written) → site-relative path, for every medium of a front matter that is there. A
    translation has its original's media under its own path, too."""
    faults: list[Diagnostic] = []
    found: dict[tuple[str, str], str] = {}
    for versions in documents.values():
        for document in versions.values():
            for medium in _media(document):
                home = medium.location.path
                if (home, medium.path) not in found:
                    base = posixpath.dirname(home)
                    resolved = resolved_path(base, medium.path)
                    use = FileUse(medium.path, resolved, base, medium.location)
                    found[home, medium.path] = files.find(use, faults) if resolved else ""
                    if not resolved:
                        arguments = {"target": medium.path}
                        faults.append(make_diagnostic("link-leaves-content", medium.location, arguments))
                found[document.path, medium.path] = found[home, medium.path]
    return {use: path for use, path in found.items() if path}, tuple(faults)


def check_media(documents: Documents, media: FrontMatterMedia, links: Links) -> tuple[Diagnostic, ...]:
    """What is missing beside a picture: alternative text, a map's approval number, who allowed an emblem, the record
    of consent for minors; and files of the wrong type."""
    faults: list[Diagnostic] = []
    for versions in documents.values():
        for document in versions.values():
            said = {media.get((document.path, medium.path), ""): medium for medium in _media(document)}
            for medium in _media(document):
                # What a translation takes from its original is checked there.
                if medium.location.path == document.path:
                    faults += _check_medium(medium)
            for component in document.body.components:
                faults += _check_component(document, component, said, links)
    return tuple(faults)


def _media(document: Document) -> tuple[Medium, ...]:
    return (*document.media, document.cover) if document.cover else document.media


def _check_medium(medium: Medium) -> Iterator[Diagnostic]:
    arguments = {"file": medium.path}
    wanted = _WANTED.get(medium.kind, PICTURES)
    kind = extension(medium.path)
    if kind not in wanted:
        arguments |= {"type": f".{kind}", "wanted": ", ".join(wanted)}
        yield make_diagnostic("file-wrong-type", medium.location, arguments)
    elif wanted is PICTURES and medium.kind != "ornament" and not medium.alt.strip():
        yield make_diagnostic("medium-alt-missing", medium.location, arguments)
    yield from _check_duties(medium, arguments)


def _check_component(
    document: Document, component: Component, said: Mapping[str, Medium], links: Links
) -> Iterator[Diagnostic]:
    types = _SHOWN_BY.get(component.name)
    if types is None:
        return
    shown: list[tuple[int, Component | ComponentItem]] = (
        [(item.link, item) for item in component.items]
        if component.name == "gallery"
        else [(index, component) for index in component.links[:1]]
    )
    for index, part in shown:
        target = links.get((document.path, index))
        if target is None or target.kind != "file":
            continue
        written = document.body.links[index].target if index < len(document.body.links) else target.target
        kind = extension(target.target)
        if kind not in types:
            arguments = {"file": written, "type": f".{kind}", "wanted": ", ".join(types)}
            yield make_diagnostic("file-wrong-type", component.location, arguments)
        if types is PICTURES and part.attributes:
            known = said.get(target.target)
            yield from _check_duties(
                _joined(written, component.location, part.attributes, known),
                {"file": written},
            )


def _joined(written: str, location: Location, attributes: Mapping[str, str], known: Medium | None) -> Medium:
    """What the text says of a picture, before what the front matter says of it."""
    known = known or Medium(written, location)
    return Medium(
        path=written,
        location=location,
        kind=attributes.get("kind") or known.kind,
        people=attributes.get("people") or known.people,
        map_approval=attributes.get("map_approval") or known.map_approval,
        authority=attributes.get("authority") or known.authority,
        consent_record=attributes.get("consent_record") or known.consent_record,
    )


def _check_duties(medium: Medium, arguments: Mapping[str, str]) -> Iterator[Diagnostic]:
    if medium.kind == "map" and not medium.map_approval.strip():
        yield make_diagnostic("map-not-approved", medium.location, arguments)
    if medium.kind == "emblem" and not medium.authority.strip():
        yield make_diagnostic("emblem-not-authorised", medium.location, arguments)
    if medium.people == "minors" and not medium.consent_record.strip():
        yield make_diagnostic("minors-without-consent", medium.location, arguments)
