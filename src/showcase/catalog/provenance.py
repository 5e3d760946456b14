"""What documents rely on, and whether it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from showcase.catalog.names import Names
from showcase.catalog.shown import Documents
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.catalog import Key, ResolvedSource
from showcase.model.entry import Document, Reference, Source


def resolve_sources(
    documents: Documents, language: str, names: Names
) -> tuple[Mapping[Key, tuple[ResolvedSource, ...]], tuple[Diagnostic, ...]]:
    """The sources of every document, in order of first use: front matter, metrics, citations. A translation adds
    sources that its original in `language` does not name, but no further places in one that it does."""
    faults: list[Diagnostic] = []
    found: dict[Key, tuple[ResolvedSource, ...]] = {}
    for key, versions in documents.items():
        original = versions.get(language) or next(iter(versions.values()))
        used = _locators(original, names, faults)
        for document in versions.values():
            if document is not original:
                for source, locators in _locators(document, names, faults, original.path).items():
                    used.setdefault(source, locators)
        found[key] = tuple(ResolvedSource(source, tuple(locators)) for source, locators in used.items())
    return found, tuple(faults)


def unused_sources(
    sources: Mapping[str, Source], all_documents: Documents, names: Names
) -> tuple[Diagnostic, ...]:
    """A warning for each source that no document relies on, drafts included."""
    used = {
        names.find("source", reference.target)
        for versions in all_documents.values()
        for document in versions.values()
        for reference, _ in _references(document)
    }
    return tuple(
        make_diagnostic("source-unused", source.location, {"id": source.id, "name": source.name})
        for source in sources.values()
        if source.id not in used
    )


def _locators(
    document: Document, names: Names, faults: list[Diagnostic], inherited_from: str = ""
) -> dict[str, dict[str, None]]:
    """Source id → the places in it that the document names."""
    found: dict[str, dict[str, None]] = {}
    for reference, locator in _references(document):
        if inherited_from and reference.location.path == inherited_from:
            continue
        source = names.resolve("source", reference, faults)
        if source:
            places = found.setdefault(source, {})
            if locator:
                places[locator] = None
    return found


def _references(document: Document) -> Iterator[tuple[Reference, str]]:
    for used in document.sources:
        yield used.source, used.locator
    for metric in document.metrics:
        if metric.source is not None:
            yield metric.source, metric.locator
    body = document.body
    for citation in body.citations:
        yield Reference(citation.source, citation.location), citation.locator
    for component in body.components:
        source = component.attributes.get("source", "") if component.name == "quote" else ""
        if source:
            yield (
                Reference(source, component.location),
                component.attributes.get("locator", ""),
            )
