"""The index stage: one index for each language, as script files (docs/search-format.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from showcase.model.catalog import Catalog
from showcase.model.page import Output
from showcase.pages.addresses import Addresses
from showcase.pages.edition import Edition
from showcase.search.analyser import fold, sounds
from showcase.search.documents import SearchDocument, search_documents
from showcase.search.facets import facets
from showcase.search.packing import pack
from showcase.search.postings import DocumentTerms, document_terms
from showcase.search.tree import Json, Shards, leaf, script, tree
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store
from showcase.text.variants import simplified_forms
from showcase.workers import Workers

FORMAT = 1
"""Of the files; the reader refuses any other."""
ANALYSIS = "analysis-1"
"""Of the rules that turn text into terms; part of the key under which analyses are kept."""

WHOLE_BYTES = 192 * 1024
"""Up to this size an index is one file. Compressed that is about 60 kB, what a reader on a slow line waits a second for;
beyond it, a query fetches the few shards it needs."""
TERM_SHARD_BYTES = 12 * 1024
RECORD_SHARD_BYTES = 3 * 1024
TEXT_SHARD_BYTES = 4 * 1024


def index_path(language: str) -> str:
    """Where a language's index begins, relative to the site's root; the one file of it with a fixed name."""
    return f"search/{language}/index.js"


def build_index(catalog: Catalog, addresses: Addresses, store: Store, workers: Workers) -> tuple[Output, ...]:
    """The index files of every language of the site; none when site.yaml switches search off."""
    if not catalog.site.search:
        return ()
    outputs: list[Output] = []
    for texts in catalog.site.languages:
        edition = Edition(catalog, texts.code)
        documents = search_documents(edition, addresses)
        outputs += language_index(texts.code, documents, facets(edition, documents), store, workers)
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

    Where no document changed, the files are those of the last build."""
    key = digest(ANALYSIS, str(FORMAT), language, str(whole_bytes), encode([documents, ways]))
    kept = store.get("index", key)
    files = decode(kept, tuple[Output, ...]) if kept is not None else None
    if files is None:
        files = _files(language, documents, ways, _analyses(documents, store, workers), whole_bytes)
        store.put("index", key, encode(files))
    else:
        for document in documents:
            store.keep("analysis", _analysis_key(document))
    return files


def _files(
    language: str,
    documents: Sequence[SearchDocument],
    ways: list[Json],
    analysed: Sequence[DocumentTerms],
    whole_bytes: int,
) -> tuple[Output, ...]:
    lengths = [terms.length for terms in analysed]
    terms = _postings(analysed)
    records: dict[str, Json] = {number_key(n): _record(document) for n, document in enumerate(documents)}
    texts: dict[str, Json] = {
        number_key(n): list(document.texts) for n, document in enumerate(documents) if document.texts
    }
    variants = _variants(terms)
    boot: dict[str, Json] = {
        "format": FORMAT,
        "language": language,
        "documents": len(documents),
        "average": round(sum(lengths) / len(lengths), 1) if lengths else 0,
    }
    path = index_path(language)
    whole = script(
        {
            **boot,
            "terms": leaf(terms),
            "records": leaf(records),
            "texts": leaf(texts),
            "facets": ways,
            "variants": variants,
        }
    )
    if len(whole) <= whole_bytes:
        return (Output(path, whole),)
    shards = Shards(path.rpartition("/")[0])
    start = script(
        {
            **boot,
            "terms": tree(terms, shards, TERM_SHARD_BYTES),
            "records": tree(records, shards, RECORD_SHARD_BYTES),
            "texts": tree(texts, shards, TEXT_SHARD_BYTES),
            "facets": {"file": shards.add(ways)},
            "variants": {"file": shards.add(variants)},
        }
    )
    return (Output(path, start), *(shards.outputs[name] for name in sorted(shards.outputs)))


def number_key(number: int) -> str:
    """A document's number as a key: three digits of base 64, so that keys sort as numbers do."""
    alphabet = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
    return alphabet[number >> 12 & 63] + alphabet[number >> 6 & 63] + alphabet[number & 63]


def length_class(units: int) -> int:
    """0 for up to 64 units, 1 for up to 128 … 7 for more than 4,096."""
    return min(7, max(0, (max(units, 1) - 1).bit_length() - 6))


def _analysis_key(document: SearchDocument) -> str:
    searchable = (
        document.title,
        document.pinyin,
        [(name.text, name.pinyin) for name in document.names],
        document.summary,
        document.headings,
        document.texts,
    )
    return digest(ANALYSIS, encode(searchable))


def _analyses(documents: Sequence[SearchDocument], store: Store, workers: Workers) -> Sequence[DocumentTerms]:
    """Every document's terms: kept ones from the store, the others found anew, by several processes where it pays."""
    keys = [_analysis_key(document) for document in documents]
    found: dict[int, DocumentTerms] = {}
    for number, key in enumerate(keys):
        kept = store.get("analysis", key)
        terms = decode(kept, DocumentTerms) if kept is not None else None
        if terms is not None:
            found[number] = terms
    missing = [number for number in range(len(documents)) if number not in found]
    results = workers.map(_terms, [documents[number] for number in missing], None)
    for number, terms in zip(missing, results, strict=True):
        found[number] = terms
        store.put("analysis", keys[number], encode(terms))
    return [found[number] for number in range(len(documents))]


def _terms(document: SearchDocument, _context: None) -> DocumentTerms:
    return document_terms(document)


def _postings(analysed: Sequence[DocumentTerms]) -> dict[str, Json]:
    """Term → its documents: for each the distance from the one before, 8 × number of positions + length class, and
    the positions."""
    lists: dict[str, list[str]] = {}
    before: dict[str, int] = {}
    for number, terms in enumerate(analysed):
        size = length_class(terms.length)
        for key, count, positions in zip(terms.keys, terms.counts, terms.positions, strict=True):
            lists.setdefault(key, []).append(
                pack(number - before.get(key, 0)) + pack(count * 8 + size) + positions
            )
            before[key] = number
    return {key: "".join(parts) for key, parts in lists.items()}


def _record(document: SearchDocument) -> list[Json]:
    folded = fold(document.title)
    spoken = sounds(folded, document.pinyin)
    reading = " ".join(sound or "-" for sound in spoken) if any(not char.isascii() for char in folded) else ""
    return [
        document.kind,
        quote(document.url.lstrip("/")),
        document.title,
        document.summary,
        document.date,
        document.place,
        document.brand,
        reading,
    ]


def _variants(terms: Mapping[str, Json]) -> str:
    """Traditional characters whose simplified form occurs in the index, each followed by that form."""
    known = {
        character for key in terms if not key.startswith("~") for character in key if ord(character) > 0x2E7F
    }
    return "".join(_pairs(known))


def _pairs(known: set[str]) -> Iterator[str]:
    for traditional, simple in sorted(simplified_forms().items()):
        if simple in known:
            yield traditional + simple
