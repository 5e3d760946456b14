"""The parse stage: every source under content/, from the store where the same bytes were parsed in the same context before.

Of a document two values are kept: all that checks and other pages need to know (`parse`), which every build reads, and
its text (`body`), which is read when a page or an index shows it. So the texts of a large site are never in memory together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from showcase import __version__
from showcase.content.parse import ParseContext, parse_source
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.body import Body, outline
from showcase.model.entry import Document, ParsedFile
from showcase.model.source import SourceFile
from showcase.store.codec import decode, digest, encode
from showcase.store.sharing import SharedStrings
from showcase.store.store import Store
from showcase.workers import Workers

_RESULT = "parse"
_BODY = "body"


@dataclass(frozen=True, slots=True)
class _Result:
    """A parse result as the store keeps it; its documents have outlines for bodies."""

    file: ParsedFile
    diagnostics: tuple[Diagnostic, ...] = field(default=())


class StoredBodies:
    """The texts of documents, each read from the store when it is asked for; parsed again when the store has lost it."""

    def __init__(
        self, sources: Mapping[str, SourceFile], keys: Mapping[str, str], context: ParseContext, store: Store
    ) -> None:
        self._sources = sources
        self._keys = keys
        self._context = context
        self._store = store

    def __call__(self, document: Document) -> Body:
        """The text of a document that this build parsed."""
        kept = self._store.get(_BODY, self._keys[document.path])
        body = decode(kept, Body) if kept is not None else None
        return body if body is not None else self._again(document.path)

    def digest(self, path: str) -> str:
        """Names the text in a source: the same for the same bytes, parsed in the same context."""
        return self._keys[path]

    def other_than(self, before: StoredBodies) -> frozenset[str]:
        """The sources that were not the same before."""
        return frozenset(path for path, key in self._keys.items() if before._keys.get(path) != key)

    def _again(self, path: str) -> Body:
        _, body = _parsed(self._sources[path], self._context)
        if body is None:
            raise AssertionError(f"{path} gave a document before, and now does not")
        self._store.put(_BODY, self._keys[path], body)
        found = decode(body, Body)
        if found is None:
            raise AssertionError(f"the text of {path} did not survive its own codec")
        return found


@dataclass(frozen=True, slots=True)
class Parsed:
    """What all sources say, in their order; the documents' bodies are outlines. `bodies` has their texts."""

    files: tuple[ParsedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    bodies: StoredBodies
    results: Mapping[str, _Result]
    """By key, for the next time."""
    keys: Mapping[tuple[str, str, str], str]
    """By path, digest and digest of the context."""


def parse_sources(
    sources: list[SourceFile],
    context: ParseContext,
    store: Store,
    workers: Workers,
    before: Parsed | None = None,
) -> Parsed:
    """What every source says, and all that is wrong. Results of the time `before` that are still at hand are neither read
    nor made again: equal files are then the same objects."""
    context_digest = digest(encode(context), __version__)
    known = before.keys if before is not None else {}
    keys = {}
    for source in sources:
        name = (source.path, source.digest, context_digest)
        keys[source.path] = known.get(name) or digest(*name)
    at_hand = before.results if before is not None else {}
    results: dict[str, _Result] = {}
    strings = SharedStrings()
    for source in sources:
        key = keys[source.path]
        if key in at_hand:
            results[source.path] = at_hand[key]
            store.keep(_RESULT, key)
            store.keep(_BODY, key)
            continue
        kept = store.get(_RESULT, key)
        result = decode(kept, _Result) if kept is not None else None
        if result is not None and (not result.file.documents or store.holds(_BODY, key)):
            strings.share(result)
            results[source.path] = result
    missing = [source for source in sources if source.path not in results]
    for source, result in zip(missing, _parse_missing(missing, keys, context, store, workers), strict=True):
        strings.share(result)
        results[source.path] = result
    ordered = [results[source.path] for source in sources]
    return Parsed(
        tuple(result.file for result in ordered),
        tuple(diagnostic for result in ordered for diagnostic in result.diagnostics),
        StoredBodies({source.path: source for source in sources}, keys, context, store),
        {keys[path]: result for path, result in results.items()},
        {(source.path, source.digest, context_digest): keys[source.path] for source in sources},
    )


def _parse_missing(
    missing: list[SourceFile],
    keys: Mapping[str, str],
    context: ParseContext,
    store: Store,
    workers: Workers,
) -> Iterator[_Result]:
    for source, (data, body) in zip(missing, workers.map(_parsed, missing, context), strict=True):
        store.put(_RESULT, keys[source.path], data)
        if body is not None:
            store.put(_BODY, keys[source.path], body)
        result = decode(data, _Result)
        if result is None:
            raise AssertionError(f"the parse result of {source.path} did not survive its own codec")
        yield result


def _parsed(source: SourceFile, context: ParseContext) -> tuple[bytes, bytes | None]:
    """The two values of one source, encoded: a file is one document, or records without a text."""
    file, diagnostics = parse_source(source, context)
    body = file.documents[0].body if file.documents else None
    return encode(_Result(outlined(file), diagnostics)), None if body is None else encode(body)


def outlined(file: ParsedFile) -> ParsedFile:
    """What a file says, without the texts of its documents."""
    return replace(file, documents=tuple(replace(one, body=outline(one.body)) for one in file.documents))
