"""Finding the entry that a reference means: by id, or by a name that only one entry has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from showcase.catalog.entries import Entries
from showcase.catalog.suggest import Suggestions
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.catalog import Key
from showcase.model.entry import Place, Reference, Source, Topic

_SHOWN = 5
"""How many candidates of an ambiguous name a message lists."""


@dataclass(frozen=True, slots=True)
class _KnownNames:
    """One kind's ids with the name to show for each, and its folded names with the ids that bear them."""

    titles: dict[str, str]
    ids: dict[str, tuple[str, ...]]


class Names:
    """The names of all entries, each kind indexed when it is first asked for.

    A name is an entry's title, name, short name or alias in any language, compared exactly but for Unicode
    normalisation (NFC) and white space. An id goes before a name; a published entry before one that is not.
    """

    def __init__(self, entries: Entries, hidden: frozenset[Key], suggestions: Suggestions) -> None:
        self._entries = entries
        self._hidden = hidden
        self._suggestions = suggestions
        self._known: dict[str, _KnownNames] = {}
        self._empty_told: set[str] = set()

    def resolve(self, kind: str, reference: Reference, faults: list[Diagnostic]) -> str:
        """The id that `reference` means, or an empty string: then `faults` has grown, unless the entry meant is
        one that the parse stage could not read and has spoken of."""
        target = reference.target
        if target in self._titles(kind):
            return target
        candidates = self._candidates(kind, target)
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            arguments = {
                "kind": kind,
                "target": target,
                "candidates": self._list(kind, candidates),
            }
            faults.append(make_diagnostic("relation-ambiguous", reference.location, arguments))
        elif (kind, target) not in self._entries.unreadable:
            faults += self._unknown(kind, reference)
        return ""

    def find(self, kind: str, target: str) -> str:
        """The id that `target` means, or an empty string, without any message."""
        candidates = (target,) if target in self._titles(kind) else self._candidates(kind, target)
        return candidates[0] if len(candidates) == 1 else ""

    def _titles(self, kind: str) -> dict[str, str]:
        return self._of(kind).titles

    def _candidates(self, kind: str, target: str) -> tuple[str, ...]:
        return self._of(kind).ids.get(_folded(target), ())

    def _unknown(self, kind: str, reference: Reference) -> Iterator[Diagnostic]:
        known = self._of(kind)
        if not known.titles:
            # One message for a missing or unreadable list, not one for each entry that relies on it.
            if kind not in self._empty_told:
                self._empty_told.add(kind)
                arguments = {"kind": kind, "target": reference.target, "where": _HOME[kind]}
                yield make_diagnostic("relation-nothing-there", reference.location, arguments)
            return
        yield make_diagnostic(
            "relation-unknown",
            reference.location,
            {"kind": kind, "target": reference.target, "where": _HOME[kind]},
            suggestion=self._suggestions.nearest(f"name:{kind}", reference.target, self._written_names(kind)),
        )

    def _written_names(self, kind: str) -> Iterable[str]:
        known = self._of(kind)
        return chain(known.titles, known.ids)

    def _list(self, kind: str, ids: tuple[str, ...]) -> str:
        titles = self._titles(kind)
        listed = ", ".join(f"{one} ({titles[one]})" for one in ids[:_SHOWN])
        return f"{listed}, …" if len(ids) > _SHOWN else listed

    def _of(self, kind: str) -> _KnownNames:
        known = self._known.get(kind)
        if known is None:
            titles: dict[str, str] = {}
            ids: dict[str, dict[str, None]] = {}
            for identifier, names in self._named(kind):
                titles[identifier] = names[0]
                for name in names:
                    if name:
                        ids.setdefault(_folded(name), {})[identifier] = None
            bearers = {name: self._published_first(kind, tuple(found)) for name, found in ids.items()}
            known = self._known[kind] = _KnownNames(titles, bearers)
        return known

    def _published_first(self, kind: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Of several, those that are published; all when none is."""
        if len(ids) == 1:
            return ids
        return tuple(one for one in ids if (kind, one) not in self._hidden) or ids

    def _named(self, kind: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        records: dict[str, Iterable[Place | Topic | Source]] = {
            "place": self._entries.places.values(),
            "topic": self._entries.topics.values(),
            "source": self._entries.sources.values(),
        }
        if kind in records:
            for record in records[kind]:
                own = (record.name, *(naming.name for naming in record.translations))
                further = (record.short_name, *record.aliases) if isinstance(record, Place) else ()
                yield record.id, (*own, *further)
            return
        for (document_kind, identifier), versions in self._entries.documents.items():
            if document_kind == kind:
                titles = tuple(document.title for document in versions.values())
                yield identifier, (*titles, *(document.short_name for document in versions.values()))


_HOME = {
    "story": "content/stories",
    "brand": "content/brands",
    "organisation": "content/organisations",
    "page": "content/pages",
    "place": "content/places.yaml",
    "topic": "content/topics.yaml",
    "source": "content/sources.yaml",
}


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
