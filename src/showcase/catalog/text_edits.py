"""The catalog after edits of texts that tie nothing else together: what an editor does most of the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.body import Outline
from showcase.model.catalog import Catalog, Key
from showcase.model.entry import Document, ParsedFile

_NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class EditedTexts:
    """The catalog after edits of the texts in the files `paths`. `own`: no page but their own shows what was edited."""

    catalog: Catalog
    paths: frozenset[str]
    own: bool


def with_edited_texts(
    catalog: Catalog,
    faults: Sequence[Diagnostic],
    before: Sequence[ParsedFile],
    after: Sequence[ParsedFile],
    paths: frozenset[str],
) -> EditedTexts | None:
    """The catalog that assembling `after` would give, made from the `catalog` and `faults` that assembling `before` gave; the
    faults are then the same, too. `paths` are the files whose bytes differ.

    None where more was edited than assembling sees nothing of: front matter, headings, where links lead, components,
    citations, or a text that there are faults in (their places move)."""
    if len(before) != len(after):
        return None
    edited = [(old, new) for old, new in zip(before, after, strict=True) if new.path in paths]
    faulty = {place.path for fault in faults for place in (fault.location, *fault.related)}
    for old, new in edited:
        if old.path != new.path or old.path in faulty or _tied(old) != _tied(new):
            return None
    documents = dict(catalog.documents)
    for _, new in edited:
        for document in new.documents:
            key: Key = (document.kind, document.id)
            shown = documents.get(key, {}).get(document.language)
            if shown is not None and shown.path == document.path:
                documents[key] = {**documents[key], document.language: replace(shown, body=document.body)}
    return EditedTexts(
        replace(catalog, documents=documents),
        paths,
        all(_openings(old) == _openings(new) for old, new in edited),
    )


def _openings(file: ParsedFile) -> list[tuple[str, ...]]:
    return [document.body.openings for document in file.documents]


def _tied(file: ParsedFile) -> ParsedFile:
    """The file with all that assembling looks at, but not where in the text it stands."""
    return replace(file, documents=tuple(_without_places(document) for document in file.documents))


def _without_places(document: Document) -> Document:
    body = document.body
    return replace(
        document,
        body=Outline(
            headings=body.headings,
            links=tuple(replace(one, location=_NOWHERE) for one in body.links),
            components=tuple(replace(one, location=_NOWHERE) for one in body.components),
            citations=tuple(replace(one, location=_NOWHERE) for one in body.citations),
        ),
    )
