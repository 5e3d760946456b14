"""All entries by id, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.catalog import Key
from showcase.model.entry import Document, ParsedFile, Place, Source, Topic
from showcase.model.site import SiteConfig

_KINDS = {"stories": "story", "brands": "brand", "organisations": "organisation", "pages": "page"}
_PATH = re.compile(r"content/(stories|brands|organisations|pages)/(?:([^/]+)/index|([^/]+))\.md")

Record = TypeVar("Record", Place, Topic, Source)


@dataclass(frozen=True, slots=True)
class Entries:
    """What the site's sources hold. `documents` maps key → language → document, the main language first.

    `unreadable` are keys whose file gave no document because of faults that the parse stage has told already.
    """

    documents: Mapping[Key, Mapping[str, Document]]
    places: Mapping[str, Place]
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    unreadable: frozenset[Key]


def gather(site: SiteConfig, parsed: Iterable[ParsedFile]) -> tuple[Entries, tuple[Diagnostic, ...]]:
    """Every entry under its id, in the order of the files; of two with one id the first, and an error."""
    files = tuple(parsed)
    faults: list[Diagnostic] = []
    entries = Entries(
        documents=_documents(site, files, faults),
        places=_records("place", (place for file in files for place in file.places), faults),
        topics=_records("topic", (topic for file in files for topic in file.topics), faults),
        sources=_records("source", (source for file in files for source in file.sources), faults),
        unreadable=frozenset(_unreadable(site, files)),
    )
    return entries, tuple(faults)


def _documents(
    site: SiteConfig, files: Iterable[ParsedFile], faults: list[Diagnostic]
) -> dict[Key, dict[str, Document]]:
    rank = {texts.code: number for number, texts in enumerate(site.languages)}
    found: dict[Key, dict[str, Document]] = {}
    for file in files:
        for document in file.documents:
            if document.language not in rank:
                arguments = {"language": document.language, "known": ", ".join(rank)}
                faults.append(make_diagnostic("language-not-in-site", document.location, arguments))
                continue
            versions = found.setdefault((document.kind, document.id), {})
            first = versions.setdefault(document.language, document)
            if first is not document:
                arguments = {"kind": document.kind, "id": document.id, "first": first.path}
                faults.append(
                    make_diagnostic(
                        "duplicate-document",
                        Location(document.path),
                        arguments,
                        related=(Location(first.path),),
                    )
                )
    for key, versions in found.items():
        if len(versions) > 1:
            found[key] = dict(sorted(versions.items(), key=lambda item: rank[item[0]]))
    return found


def _records(kind: str, records: Iterable[Record], faults: list[Diagnostic]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in records:
        first = found.setdefault(record.id, record)
        if first is not record:
            place = first.location
            arguments = {"kind": kind, "id": record.id, "first": f"{place.path}:{place.line}"}
            faults.append(make_diagnostic("duplicate-record", record.location, arguments, related=(place,)))
    return found


def _unreadable(site: SiteConfig, files: Iterable[ParsedFile]) -> Iterable[Key]:
    endings = tuple(f".{texts.code}" for texts in site.languages)
    for file in files:
        match = None if file.documents else _PATH.fullmatch(file.path)
        if match:
            folder, inner, name = match.groups()
            if name is not None:
                inner = next((name.removesuffix(end) for end in endings if name.endswith(end)), name)
            yield (_KINDS[folder], inner)
