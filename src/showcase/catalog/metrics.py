"""Whether metrics are where the text shows them, and can be checked by readers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from showcase.catalog.shown import Documents
from showcase.catalog.suggest import Suggestions
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.entry import Document, Metric


def check_metrics(
    documents: Documents, language: str, suggestions: Suggestions, today: date, *, need_sources: bool
) -> tuple[Diagnostic, ...]:
    """Metrics that a text shows but its front matter lacks, that name no source, or whose `as_of` lies after the day
    on which the page was last changed or published. Originals are in the main `language`."""
    faults: list[Diagnostic] = []
    for versions in documents.values():
        original = versions.get(language)
        checked = {metric.id for metric in original.metrics} if original and len(versions) > 1 else ()
        for document in versions.values():
            faults += _shown_metrics(document, suggestions)
            for metric in document.metrics:
                # What a translation says in other words is checked in its original.
                if document is original or metric.id not in checked:
                    faults += _check(metric, document, today, need_sources=need_sources)
    return tuple(faults)


def _shown_metrics(document: Document, suggestions: Suggestions) -> Iterator[Diagnostic]:
    known: set[str] | None = None
    for component in document.body.components:
        if component.name not in ("metric", "metrics"):
            continue
        known = known if known is not None else {metric.id for metric in document.metrics}
        asked = (
            (component.label,) if component.name == "metric" else component.attributes.get("ids", "").split()
        )
        for wanted in asked:
            if wanted and wanted not in known:
                ids = (metric.id for metric in document.metrics)
                yield make_diagnostic(
                    "metric-unknown",
                    component.location,
                    {"metric": wanted},
                    suggestion=suggestions.nearest(f"metrics:{document.path}", wanted, ids),
                )


def _check(metric: Metric, document: Document, today: date, *, need_sources: bool) -> Iterator[Diagnostic]:
    arguments = {"metric": metric.id}
    if need_sources and metric.source is None:
        yield make_diagnostic("metric-without-source", metric.location, arguments)
    day = document.updated or document.publish_from or today.isoformat()
    if metric.as_of is not None and metric.as_of.earliest > day:
        arguments |= {"as_of": metric.as_of.text, "day": day}
        yield make_diagnostic("metric-after-page", metric.location, arguments)
