"""Pagefind in place of our own index (site.yaml, `search: {engine: pagefind}`): its bundle of each language, behind the same page."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.catalog import Catalog
from showcase.model.entry import Bodies, own_body
from showcase.model.page import Output
from showcase.model.site import SiteConfig
from showcase.pages.addresses import Addresses
from showcase.pages.edition import Edition
from showcase.search.documents import SearchDocument, search_documents
from showcase.search.facets import facets
from showcase.search.tree import Json
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store

_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""Of the files that Pagefind writes for every site; the others are interfaces of its own."""


def pagefind_faults(site: SiteConfig) -> tuple[Diagnostic, ...]:
    """An error where the site asks for Pagefind and its package is not installed."""
    if (
        not site.search
        or site.search_engine != "pagefind"
        or importlib.util.find_spec("pagefind") is not None
    ):
        return ()
    return (make_diagnostic("pagefind-not-installed", site.search_location),)


def pagefind_index(
    catalog: Catalog, addresses: Addresses, store: Store, bodies: Bodies = own_body
) -> tuple[Output, ...]:
    """The files of every language under `search/<language>/`: Pagefind's own, and `facets.json`, the ways to narrow in order.
    Where no document changed they come from the store."""
    from importlib.metadata import version

    outputs: list[Output] = []
    for texts in catalog.site.languages:
        edition = Edition(catalog, texts.code)
        documents = tuple(search_documents(edition, addresses, bodies))
        ways = facets(edition, documents)
        key = digest(version("pagefind"), texts.code, encode([documents, ways]))
        kept = store.get("pagefind", key)
        files = decode(kept, tuple[Output, ...]) if kept is not None else None
        if files is None:
            files = _files(texts.code, documents, ways)
            store.put("pagefind", key, encode(files))
        outputs += files
    return tuple(outputs)


def _files(language: str, documents: Sequence[SearchDocument], ways: list[Json]) -> tuple[Output, ...]:
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    folder = f"search/{language}"
    # In a thread of its own: the server that rebuilds has an event loop in this one.
    with ThreadPoolExecutor(1) as thread:
        bundle = thread.submit(lambda: asyncio.run(_bundle(language, documents))).result()
    return (
        Output(f"{folder}/facets.json", _facet_names(ways)),
        *(Output(f"{folder}/{path}", data) for path, data in bundle),
    )


def _facet_names(ways: list[Json]) -> bytes:
    """`[[facet, [[id, label, depth], …]], …]`: the counts come from Pagefind."""
    named = [[way[0], [value[:3] for value in way[1]]] for way in ways]  # type: ignore[index,union-attr]
    return json.dumps(named, ensure_ascii=False, separators=(",", ":")).encode()


async def _bundle(language: str, documents: Sequence[SearchDocument]) -> list[tuple[str, bytes]]:
    from pagefind.service import PagefindService

    # An index that is a context manager itself writes a folder when it is left.
    async with PagefindService() as service:
        index = await service.create_index()
        for number, document in enumerate(documents):
            await index.add_custom_record(
                url=document.url.lstrip("/"),
                content="\n".join(_texts(document)) or document.title,
                language=language,
                meta=_shown(document),
                filters=_filters(document),
                sort={"number": f"{number:06}"},
            )
        files = await index.get_files()
    found = [(file["path"], file["content"]) for file in files]
    return sorted(
        (path, data)
        for path, data in found
        if path in _NEEDED or ".pf_" in path or path.endswith(".pagefind")
    )


def _texts(document: SearchDocument) -> list[str]:
    names = " ".join(name.text for name in (*document.other_titles, *document.names))
    parts = (document.title, names, document.summary, *document.headings, *document.texts)
    return [part for part in parts if part]


def _shown(document: SearchDocument) -> dict[str, str]:
    fields = {
        "title": document.title,
        "kind": document.kind,
        "date": document.date,
        "place": document.place,
        "brand": document.brand,
    }
    return {key: value for key, value in fields.items() if value}


def _filters(document: SearchDocument) -> dict[str, list[str]]:
    fields = {
        "kind": (document.kind,),
        "brand": document.brands,
        "place": document.places,
        "topic": document.topics,
        "year": (document.year,),
    }
    return {key: [value for value in values if value] for key, values in fields.items() if any(values)}
