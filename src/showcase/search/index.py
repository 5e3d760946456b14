"""The index stage: one index for each language, as script files (docs/search-format.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from showcase.model.catalog import Catalog
from showcase.model.entry import Bodies, own_body
from showcase.model.page import Output
from showcase.pages.addresses import Addresses
from showcase.pages.edition import Edition
from showcase.search.analyses import Analyses, analyse
from showcase.search.documents import SearchDocument, search_documents, search_tags
from showcase.search.facets import facets
from showcase.search.index_file import FileMark, IndexFile, holds_file, keep_file, kept_file
from showcase.search.tree import Json, Shards, script, steps
from showcase.store.codec import decode, digest, encode
from showcase.store.memory_store import MemoryStore
from showcase.store.store import Store
from showcase.text.variants import simplified_forms
from showcase.workers import Workers

if TYPE_CHECKING:
    from showcase.search.terms import Terms

FORMAT = 2
"""Of the files; the reader refuses any other."""

WHOLE_BYTES = 192 * 1024
"""Up to this size an index is one file. Compressed that is about 60 kB, what a reader on a slow line waits a second for;
beyond it, a query fetches the few shards it needs."""
SMALL_BYTES = 1024
"""Facets and variants up to this size stay in `index.js`."""
MOST_RECORD_FILES = 16_384
"""Beyond this many files of records, a file holds two documents, four, … A page of results loads the texts of all that its
records share their files with."""


def index_path(language: str) -> str:
    """Where a language's index begins, relative to the site's root; the one file of it with a fixed name."""
    return f"search/{language}/index.js"


def build_index(
    catalog: Catalog, addresses: Addresses, store: Store, workers: Workers, bodies: Bodies = own_body
) -> tuple[Output, ...]:
    """The index files of every language of the site; none when site.yaml switches search off."""
    if not catalog.site.search:
        return ()
    outputs: list[Output] = []
    for texts in catalog.site.languages:
        edition = Edition(catalog, texts.code)
        documents = search_documents(edition, addresses, bodies)
        ways = facets(edition, search_tags(edition))
        outputs += language_index(texts.code, documents, ways, store, workers)
    return tuple(outputs)


def language_index(
    language: str,
    documents: Sequence[SearchDocument],
    ways: list[Json],
    store: Store,
    workers: Workers,
    *,
    whole_bytes: int = WHOLE_BYTES,
) -> tuple[Output, ...]:
    """One language's files: a single one when it is at most `whole_bytes` long, else the small `index.js` and shards.

    Where no document changed, the files are those of the last build; where some did, the analyses of the other blocks and
    the files whose terms did not move are."""
    analyses = analyse(documents, store, workers)
    whole = digest(str(FORMAT), language, str(whole_bytes), encode([analyses.keys, ways]))
    files = _kept_files(store, whole)
    if files is None:
        files = _files(language, ways, analyses, store, whole_bytes)
        store.put("index", whole, encode(files))

    @cache
    def all_again() -> Mapping[str, bytes]:
        anew = MemoryStore()
        again = _files(language, ways, analyse(documents, anew, Workers(1)), anew, whole_bytes)
        return {path: kept_file(mark, anew) or b"" for path, mark in again.files.items()}

    def lost(path: str) -> bytes:
        return all_again()[path]

    return tuple(IndexFile(path, mark, store, lost) for path, mark in files.files.items())


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of an index by path, the first one first, and what the store has of their terms."""

    files: dict[str, FileMark]
    leaves: tuple[str, ...]


def _kept_files(store: Store, whole: str) -> _Files | None:
    kept = store.get("index", whole)
    found = decode(kept, _Files) if kept is not None else None
    if found is None or not all(holds_file(mark, store) for mark in found.files.values()):
        return None
    from showcase.search.terms import keep_leaves

    keep_leaves(found.leaves, store)
    return found


def _files(language: str, ways: list[Json], analyses: Analyses, store: Store, whole_bytes: int) -> _Files:
    from showcase.search.key_ranges import RANGES
    from showcase.search.terms import CutTerms, average, join, length_classes, whole_terms

    classes = length_classes(extent for head in analyses.heads for extent in head.extents)
    places = sum(head.places for head in analyses.heads)
    ranges: Iterable[Terms] = (join(analyses.terms(number), classes) for number in range(RANGES))
    boot: dict[str, Json] = {
        "format": FORMAT,
        "language": language,
        "documents": len(classes),
        "average": average(classes),
    }
    path = index_path(language)
    if places <= whole_bytes:  # else it cannot fit, and need not be tried
        together = list(ranges)
        files = whole_terms(together)
        maps: dict[str, Json] = {
            "pairs": files.pairs,
            "words": files.words,
            "records": [json.loads(record) for record in analyses.records()],
        }
        variants = _variants({known for terms in together for known in terms.characters})
        whole = script({**boot, **maps, "facets": ways, "variants": variants})
        if len(whole) <= whole_bytes:
            return _Files({path: keep_file("index", whole, store)}, ())
        ranges = together
    shards = Shards(path.rpartition("/")[0], store)
    cut = CutTerms(places, shards)
    characters: set[str] = set()
    for terms in ranges:
        cut.add(terms)
        characters |= terms.characters
    files = cut.files()
    step = 1
    while step * MOST_RECORD_FILES < len(classes):
        step *= 2
    maps = {
        "pairs": files.pairs,
        "words": files.words,
        "records": steps(analyses.records(), step, shards),
    }
    others: dict[str, Json] = {
        "facets": _aside(ways, shards),
        "variants": _aside(_variants(characters), shards),
    }
    start = keep_file("index", script({**boot, **maps, **others}), store)
    return _Files(
        {path: start, **{name: shards.marks[name] for name in sorted(shards.marks)}}, tuple(cut.keys)
    )


def _aside(value: Json, shards: Shards) -> Json:
    content = script(value)
    return value if len(content) <= SMALL_BYTES else {"file": shards.add(content)}


def _variants(known: Set[str]) -> str:
    """Traditional characters whose simplified form occurs in the index, each followed by that form."""
    pairs = sorted(simplified_forms().items())
    return "".join(traditional + simple for traditional, simple in pairs if simple in known)
