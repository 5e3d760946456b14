"""What documents are tied to: references resolved to ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from showcase.catalog.names import Names
from showcase.catalog.shown import Documents
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.catalog import Key, Relations
from showcase.model.entry import Document, Reference, Topic

_FIELDS = (
    ("brands", "brand", "brand"),
    ("organisations", "organisation", "organisation"),
    ("places", "place", "place"),
    ("topics", "topics", "topic"),
    ("related", "related", "story"),
)
"""Field of the document (and of Relations), key of the front matter, kind of what it names."""


def resolve_relations(
    documents: Documents, language: str, hidden: frozenset[Key], names: Names
) -> tuple[Mapping[Key, Relations], tuple[Diagnostic, ...]]:
    """The relations of every document, from its version in the main `language` (else its first); one to an entry
    that is not published is left out."""
    faults: list[Diagnostic] = []
    resolver = _Resolver(names, hidden, faults)
    relations: dict[Key, Relations] = {}
    for key, versions in documents.items():
        original = versions.get(language) or next(iter(versions.values()))
        relations[key] = resolver.relations(original)
        for document in versions.values():
            if document is not original:
                resolver.check_translation(document, original, relations[key])
    return relations, tuple(faults)


def unused_topics(
    topics: Mapping[str, Topic], all_documents: Documents, names: Names
) -> tuple[Diagnostic, ...]:
    """A note for each topic that no document names, drafts included."""
    used = {
        names.find("topic", reference.target)
        for versions in all_documents.values()
        for document in versions.values()
        for reference in document.topics
    }
    return tuple(
        make_diagnostic("topic-unused", topic.location, {"id": topic.id, "name": topic.name})
        for topic in topics.values()
        if topic.id not in used
    )


class _Resolver:
    def __init__(self, names: Names, hidden: frozenset[Key], faults: list[Diagnostic]) -> None:
        self._names = names
        self._hidden = hidden
        self._faults = faults

    def relations(self, document: Document) -> Relations:
        return Relations(
            *(
                self._ids(document, kind, references) if (references := getattr(document, name)) else ()
                for name, _, kind in _FIELDS
            )
        )

    def check_translation(self, document: Document, original: Document, relations: Relations) -> None:
        """A translation may repeat its original's relations; others of its own would have no effect."""
        for name, key, kind in _FIELDS:
            if key not in document.written:
                continue
            own: tuple[Reference, ...] = getattr(document, name)
            if self._ids(document, kind, own) != getattr(relations, name):
                location = own[0].location if own else document.location
                arguments = {"key": key, "original": original.path}
                self._faults.append(make_diagnostic("translation-relation", location, arguments))

    def _ids(self, document: Document, kind: str, references: Iterable[Reference]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for reference in references:
            identifier = self._names.resolve(kind, reference, self._faults)
            if not identifier:
                continue
            if (kind, identifier) in self._hidden:
                self._tell("relation-to-hidden", reference, kind)
            elif (kind, identifier) == (document.kind, document.id):
                self._tell("relation-to-itself", reference, kind)
            else:
                found[identifier] = None
        return tuple(found)

    def _tell(self, code: str, reference: Reference, kind: str) -> None:
        arguments = {"kind": kind, "target": reference.target}
        self._faults.append(make_diagnostic(code, reference.location, arguments))
