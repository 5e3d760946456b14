"""The index stage: one index for each language, as script files (docs/search-format.md)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from showcase.model.catalog import Catalog
from showcase.model.entry import Bodies, own_body
from showcase.model.page import Output
from showcase.pages.addresses import Addresses
from showcase.pages.edition import Edition
from showcase.search.documents import SearchDocument, search_documents
from showcase.search.facets import facets
from showcase.search.tree import Json, Shards, script, steps
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store
from showcase.text.variants import simplified_forms
from showcase.workers import Workers

if TYPE_CHECKING:
    from showcase.search.blocks import BlockTerms
    from showcase.search.terms import Terms

FORMAT = 2
"""Of the files; the reader refuses any other."""
ANALYSIS = "analysis-3"
"""Of the rules that turn text into terms; part of the key under which analyses are kept."""

WHOLE_BYTES = 192 * 1024
"""Up to this size an index is one file. Compressed that is about 60 kB, what a reader on a slow line waits a second for;
beyond it, a query fetches the few shards it needs."""
SMALL_BYTES = 1024
"""Facets and variants up to this size stay in `index.js`."""
BLOCK_DOCUMENTS = 64
"""Documents are analysed and kept in blocks of about so many, at most twice that."""
MOST_RECORD_FILES = 4096
"""Beyond this many files of records, a file holds two documents, four, …"""


_PLAIN = re.compile("[A-Za-z0-9_./~-]*")
"""Addresses that percent-encoding leaves as they are."""


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

    Where no document changed, the files are those of the last build; where some did, the analyses of the other blocks and
    the files whose terms did not move are."""
    blocks = list(_blocks(documents))
    keys = [digest(ANALYSIS, *map(_searchable, block)) for block in blocks]
    shown: list[Json] = [_record(document) for document in documents]
    whole = digest(str(FORMAT), language, str(whole_bytes), encode([keys, shown, ways]))
    files = _kept_files(store, whole)
    if files is None:
        files = _files(language, shown, ways, _analyses(blocks, keys, store, workers), store, whole_bytes)
        _keep_files(store, whole, files)
    else:
        for key in keys:
            store.keep("analysis", key)
    return files


def _kept_files(store: Store, whole: str) -> tuple[Output, ...] | None:
    kept = store.get("index", whole)
    paths = decode(kept, tuple[str, ...]) if kept is not None else None
    if paths is None:
        return None
    files = []
    for path in paths:
        data = store.get("index-file", _file_key(whole, path))
        if data is None:
            return None
        files.append(Output(path, data))
    return tuple(files)


def _keep_files(store: Store, whole: str, files: Sequence[Output]) -> None:
    for output in files:
        key = _file_key(whole, output.path)
        if store.get("index-file", key) != output.data:
            store.put("index-file", key, output.data)
    store.put("index", whole, encode([output.path for output in files]))


def _file_key(whole: str, path: str) -> str:
    """Shards are named by their content; `index.js` is that of one index."""
    return f"{whole}/{path}" if path.endswith("/index.js") else path


def _blocks(documents: Sequence[SearchDocument]) -> Iterator[Sequence[SearchDocument]]:
    """The documents in blocks whose ends depend on the documents beside them alone, so that a new story renews one block."""
    start = 0
    for end, document in enumerate(documents, 1):
        marked = zlib.crc32(f"{document.kind}/{document.id}".encode()) % BLOCK_DOCUMENTS == 0
        if marked or end - start == 2 * BLOCK_DOCUMENTS or end == len(documents):
            yield documents[start:end]
            start = end


def _searchable(document: SearchDocument) -> bytes:
    """All of a document that its terms depend on."""
    names = [(name.text, name.pinyin) for name in document.names]
    others = [(name.text, name.pinyin) for name in document.other_titles]
    texts = (document.summary, document.headings, document.texts)
    return encode((document.title, document.pinyin, others, names, texts))


def _record(document: SearchDocument) -> Json:
    return [
        document.kind,
        _address(document.url.lstrip("/")),
        document.title,
        document.summary,
        document.date,
        document.place,
        document.brand,
        list(document.texts),
    ]


def _address(url: str) -> str:
    return url if _PLAIN.fullmatch(url) else quote(url)


def _analyses(
    blocks: Sequence[Sequence[SearchDocument]], keys: Sequence[str], store: Store, workers: Workers
) -> Sequence[BlockTerms]:
    """Every block's terms: kept ones from the store, the others found anew, by several processes where it pays."""
    from showcase.search.blocks import BlockTerms  # numpy takes a tenth of a second to import

    found: dict[int, BlockTerms] = {}
    for number, key in enumerate(keys):
        kept = store.get("analysis", key)
        terms = decode(kept, BlockTerms) if kept is not None else None
        if terms is not None:
            found[number] = terms
    missing = [number for number in range(len(blocks)) if number not in found]
    results = workers.map(_block_terms, [blocks[number] for number in missing], None)
    for number, terms in zip(missing, results, strict=True):
        found[number] = terms
        store.put("analysis", keys[number], encode(terms))
    return [found[number] for number in range(len(blocks))]


def _block_terms(block: Sequence[SearchDocument], _context: None) -> BlockTerms:
    from showcase.search.blocks import block_terms

    return block_terms(block)


def _files(
    language: str,
    records: list[Json],
    ways: list[Json],
    analysed: Sequence[BlockTerms],
    store: Store,
    whole_bytes: int,
) -> tuple[Output, ...]:
    from showcase.search.terms import cut_terms, join, whole_terms

    terms = join(analysed)
    variants = _variants(terms)
    boot: dict[str, Json] = {
        "format": FORMAT,
        "language": language,
        "documents": len(records),
        "average": terms.average,
    }
    path = index_path(language)
    if (
        len(terms.pair_rows) + len(terms.word_rows) <= whole_bytes
    ):  # else it cannot fit, and need not be tried
        files = whole_terms(terms)
        maps: dict[str, Json] = {"pairs": files.pairs, "words": files.words, "records": records}
        whole = script({**boot, **maps, "facets": ways, "variants": variants})
        if len(whole) <= whole_bytes:
            return (Output(path, whole),)
    shards = Shards(path.rpartition("/")[0])
    files = cut_terms(terms, shards, store)
    step = 1
    while step * MOST_RECORD_FILES < len(records):
        step *= 2
    maps = {"pairs": files.pairs, "words": files.words, "records": steps(records, step, shards)}
    others: dict[str, Json] = {"facets": _aside(ways, shards), "variants": _aside(variants, shards)}
    start = Output(path, script({**boot, **maps, **others}))
    return (start, *(shards.outputs[name] for name in sorted(shards.outputs)))


def _aside(value: Json, shards: Shards) -> Json:
    content = script(value)
    return value if len(content) <= SMALL_BYTES else {"file": shards.add(content)}


def _variants(terms: Terms) -> str:
    """Traditional characters whose simplified form occurs in the index, each followed by that form."""
    known = terms.characters
    pairs = sorted(simplified_forms().items())
    return "".join(traditional + simple for traditional, simple in pairs if simple in known)
