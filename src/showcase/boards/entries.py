"""Which story or brand somebody means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from showcase.model.catalog import Catalog, Key
from showcase.model.page import PlannedPage

KINDS = ("story", "brand")


@dataclass(frozen=True, slots=True)
class Entries:
    """What stories and brands are called: `names` by id, by title in any language, by `kind/id`, by source and by the
    address of their page, without its slashes at either end."""

    names: dict[str, frozenset[Key]]

    def meant(self, written: str) -> frozenset[Key]:
        """All that are called so."""
        return self.names.get(written) or self.names.get(written.strip("/")) or frozenset()

    def words(self) -> list[str]:
        """Ids and titles, for suggestions."""
        return [name for name in self.names if "/" not in name]


def entries(catalog: Catalog, pages: Iterable[PlannedPage]) -> Entries:
    """The stories and brands of a planned site."""
    names: dict[str, set[Key]] = {}
    by_source: dict[str, Key] = {}
    for key, documents in catalog.documents.items():
        if key[0] not in KINDS:
            continue
        for document in documents.values():
            by_source[document.path] = key
            for name in (key[1], document.title, document.path, f"{key[0]}/{key[1]}"):
                names.setdefault(name, set()).add(key)
    for page in pages:
        found = by_source.get(page.claimed_by)
        if found is not None and page.template == f"{found[0]}.html":
            names.setdefault(page.url.strip("/"), set()).add(found)
    return Entries({name: frozenset(keys) for name, keys in names.items()})
