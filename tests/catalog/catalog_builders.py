"""Hand-made parse results for tests of the assemble stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from showcase.catalog.assemble import assemble
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.body import Body, Citation, Component, Heading, LinkUse
from showcase.model.catalog import Catalog
from showcase.model.entry import (
    Document,
    Medium,
    Metric,
    Naming,
    ParsedFile,
    Place,
    Reference,
    Source,
    SourceReference,
    Topic,
)
from showcase.model.site import LanguageTexts, SiteConfig
from showcase.model.source import MediaFile
from showcase.text.dates import parse_date

TODAY = date(2024, 6, 15)
SITE = SiteConfig(
    languages=(LanguageTexts("zh-CN", "中文", "站"), LanguageTexts("en", "English", "Site")),
)
FOLDERS = {"story": "stories", "brand": "brands", "organisation": "organisations", "page": "pages"}
KEYS = {"brands": "brand", "organisations": "organisation", "places": "place", "organisation_kind": "kind"}


@dataclass(frozen=True)
class Assembled:
    """What came of it. `codes` are the diagnostics' codes in order."""

    catalog: Catalog
    faults: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        return [fault.code for fault in self.faults]

    def only(self, code: str) -> Diagnostic:
        """The one diagnostic with this code."""
        found = [fault for fault in self.faults if fault.code == code]
        assert len(found) == 1, self.faults
        return found[0]


def document(kind: str, identifier: str, language: str = "zh-CN", path: str = "", **fields: Any) -> Document:
    """A document. Relations are plain ids or names; `links`, `headings`, `cites`, `components` go into its body;
    `date` is text; `metrics` and `media` are maps."""
    ending = "" if language == "zh-CN" else f".{language}"
    path = path or f"content/{FOLDERS[kind]}/{identifier}{ending}.md"
    at = Location(path, 1)
    body = Body(
        links=tuple(LinkUse(link, Location(path, 20, 1)) for link in fields.pop("links", ())),
        headings=tuple(Heading(2, heading, heading) for heading in fields.pop("headings", ())),
        citations=tuple(Citation(one, where, Location(path, 30)) for one, where in fields.pop("cites", ())),
        components=tuple(fields.pop("components", ())),
    )
    fields.pop("body", None)
    written = tuple(KEYS.get(name, name) for name in fields)
    for name in ("brands", "organisations", "places", "topics", "related"):
        if name in fields:
            fields[name] = tuple(Reference(target, Location(path, 5)) for target in fields[name])
    if "sources" in fields:
        fields["sources"] = tuple(
            SourceReference(Reference(source, Location(path, 6)), locator)
            for source, locator in fields["sources"]
        )
    if "metrics" in fields:
        fields["metrics"] = tuple(metric(path, name, **values) for name, values in fields["metrics"].items())
    if "media" in fields:
        fields["media"] = tuple(
            Medium(file, Location(path, 8), **said) for file, said in fields["media"].items()
        )
    if "date" in fields:
        fields["date"] = parse_date(fields["date"])
    title = fields.pop("title", identifier.upper() if language == "zh-CN" else f"{identifier} ({language})")
    return Document(kind, identifier, language, path, at, title, body, written, **fields)  # type: ignore[arg-type]


def metric(path: str, identifier: str, **values: Any) -> Metric:
    """A metric of the document at `path`; `source` is an id, `as_of` a date as text."""
    at = Location(path, 7)
    if "source" in values:
        values["source"] = Reference(values["source"], at)
    if "as_of" in values:
        values["as_of"] = parse_date(values["as_of"])
    return Metric(identifier, at, **values)


def story(identifier: str, language: str = "zh-CN", **fields: Any) -> Document:
    """A story."""
    return document("story", identifier, language, **fields)


def place(
    identifier: str, level: str = "village", parent: str = "", name: str = "", line: int = 1, **fields: Any
) -> Place:
    """A place of content/places.yaml."""
    at = Location("content/places.yaml", line)
    above = Reference(parent, at) if parent else None
    english = fields.pop("english", "")
    translations = (Naming("en", english),) if english else ()
    return Place(
        identifier, at, name or identifier.upper(), level, above, translations=translations, **fields
    )  # type: ignore[arg-type]


def topic(identifier: str, name: str = "") -> Topic:
    """A topic of content/topics.yaml."""
    return Topic(identifier, Location("content/topics.yaml", 1), name or identifier.upper())


def source(identifier: str, name: str = "") -> Source:
    """A source of content/sources.yaml."""
    return Source(identifier, Location("content/sources.yaml", 1), name or identifier.upper())


def shows(name: str, label: str = "", path: str = "content/stories/a.md", **fields: Any) -> Component:
    """A directive in a body."""
    return Component(name, Location(path, 25), label=label, **fields)


def tied(
    *entries: Document | Place | Topic | Source,
    media: Iterable[str] = (),
    drafts: bool = False,
    site: SiteConfig = SITE,
    today: date = TODAY,
    broken: Iterable[str] = (),
) -> Assembled:
    """The catalog of these entries. `broken` are files that gave nothing."""
    files: dict[str, list[Any]] = {path: [] for path in broken}
    for entry in entries:
        files.setdefault(entry.path if isinstance(entry, Document) else entry.location.path, []).append(entry)
    parsed = [
        ParsedFile(
            path,
            tuple(one for one in held if isinstance(one, Document)),
            tuple(one for one in held if isinstance(one, Place)),
            tuple(one for one in held if isinstance(one, Topic)),
            tuple(one for one in held if isinstance(one, Source)),
        )
        for path, held in sorted(files.items())
    ]
    catalog, faults = assemble(
        site, parsed, [MediaFile(path, 10, 0) for path in media], today=today, drafts=drafts
    )
    return Assembled(catalog, faults)
