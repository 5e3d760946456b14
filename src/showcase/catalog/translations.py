"""Translations, filled from their originals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from showcase.catalog.entries import Entries
from showcase.catalog.suggest import Suggestions
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.catalog import Key
from showcase.model.entry import Document, FieldValue, Metric

_INHERITED = {
    "summary": "summary",
    "slug": "slug",
    "date": "date",
    "updated": "updated",
    "brand": "brands",
    "organisation": "organisations",
    "place": "places",
    "topics": "topics",
    "related": "related",
    "sources": "sources",
    "media": "media",
    "cover": "cover",
    "kind": "organisation_kind",
    "short_name": "short_name",
    "pinyin": "pinyin",
    "order": "order",
    "menu": "menu",
    "draft": "draft",
    "publish_from": "publish_from",
    "expires": "expires",
}
"""Key of the front matter → field of the document. Not `aliases`, which are the original's own addresses, and not
`translator`, which it has none of."""

_SCALES = (
    (re.compile(r"万亿"), Decimal(10) ** 12),
    (re.compile(r"亿"), Decimal(10) ** 8),
    (re.compile(r"万"), Decimal(10) ** 4),
    (re.compile(r"trillion\b", re.IGNORECASE), Decimal(10) ** 12),
    (re.compile(r"billion\b", re.IGNORECASE), Decimal(10) ** 9),
    (re.compile(r"million\b", re.IGNORECASE), Decimal(10) ** 6),
    (re.compile(r"thousand\b", re.IGNORECASE), Decimal(10) ** 3),
)
"""How a unit that begins so counts: 30 万元 and 300,000 yuan are one value."""


def fill_translations(
    entries: Entries, language: str, suggestions: Suggestions
) -> tuple[Mapping[Key, Mapping[str, Document]], tuple[Diagnostic, ...]]:
    """All documents, each translation with what it left out taken from the original in the main `language`."""
    faults: list[Diagnostic] = []
    filled: dict[Key, Mapping[str, Document]] = {}
    for key, versions in entries.documents.items():
        original = versions.get(language)
        if original is None and key not in entries.unreadable:
            faults += (_orphan(document, language, entries, suggestions) for document in versions.values())
        if original is None or len(versions) == 1:
            filled[key] = versions
            continue
        filled[key] = {
            code: document if document is original else _filled(document, original, suggestions, faults)
            for code, document in versions.items()
        }
    return filled, tuple(faults)


def _orphan(document: Document, language: str, entries: Entries, suggestions: Suggestions) -> Diagnostic:
    originals = (
        key[1] for key, others in entries.documents.items() if key[0] == document.kind and language in others
    )
    folder = document.path.rpartition("/")[0]
    expected = f"{folder}/index.md" if folder.endswith(f"/{document.id}") else f"{folder}/{document.id}.md"
    near = suggestions.nearest(f"original:{document.kind}", document.id, originals)
    return make_diagnostic(
        "translation-without-original",
        Location(document.path),
        {"language": document.language, "expected": expected},
        suggestion=document.path.replace(f"/{document.id}", f"/{near}", 1) if near else "",
    )


def _filled(
    document: Document, original: Document, suggestions: Suggestions, faults: list[Diagnostic]
) -> Document:
    written = frozenset(document.written)
    taken: dict[str, Any] = {
        name: getattr(original, name) for key, name in _INHERITED.items() if key not in written
    }
    if "slug" in taken:
        inherited = original.address_places.get("slug")
        taken["address_places"] = {**document.address_places, **({"slug": inherited} if inherited else {})}
    taken["metrics"] = _merged_metrics(document, original, suggestions, faults)
    if original.fields:
        taken["fields"] = _merged_fields(document.fields, original.fields)
    return replace(document, **taken)


def _merged_fields(own: tuple[FieldValue, ...], inherited: tuple[FieldValue, ...]) -> tuple[FieldValue, ...]:
    given = {field.name: field for field in own}
    kept = tuple(given.pop(field.name, field) for field in inherited)
    return (*kept, *given.values())


def _merged_metrics(
    document: Document, original: Document, suggestions: Suggestions, faults: list[Diagnostic]
) -> tuple[Metric, ...]:
    if not document.metrics:
        return original.metrics
    given = {metric.id: metric for metric in document.metrics}
    merged = [
        _merged(given.pop(metric.id), metric, faults) if metric.id in given else metric
        for metric in original.metrics
    ]
    for metric in given.values():
        if not metric.value:
            faults.append(
                make_diagnostic(
                    "metric-not-in-original",
                    metric.location,
                    {"metric": metric.id, "original": original.path},
                    suggestion=suggestions.nearest(
                        f"metric:{original.path}", metric.id, (one.id for one in original.metrics)
                    ),
                )
            )
            continue
        merged.append(metric)
    return tuple(merged)


def _merged(own: Metric, original: Metric, faults: list[Diagnostic]) -> Metric:
    """The original's metric in the translation's words. The number itself must stay the same."""
    value, unit = own.value or original.value, own.unit or original.unit
    qualifier = own.qualifier or original.qualifier
    same = _amount(value, unit) == _amount(original.value, original.unit)
    if original.value and not (same and qualifier == original.qualifier):
        arguments = {
            "metric": own.id,
            "here": _number(qualifier, value, unit),
            "there": _number(original.qualifier, original.value, original.unit),
            "original": original.location.path,
        }
        faults.append(
            make_diagnostic(
                "metric-two-values",
                own.location,
                arguments,
                related=(original.location,),
            )
        )
        value, unit = original.value, original.unit
    return replace(
        original,
        location=own.location,
        label=own.label or original.label,
        value=value,
        unit=unit,
        period=own.period or original.period,
        as_of=own.as_of or original.as_of,
        definition=own.definition or original.definition,
        source=own.source or original.source,
        locator=own.locator or original.locator,
    )


def _amount(value: str, unit: str) -> Decimal | str:
    """The number that value and unit give together, so that 30 万 and 300000 compare equal."""
    scale = next((scale for word, scale in _SCALES if word.match(unit)), Decimal(1))
    try:
        amount = Decimal(value) * scale
    except (ArithmeticError, ValueError):
        return value
    return amount if amount.is_finite() else value


def _number(qualifier: str, value: str, unit: str) -> str:
    return " ".join(part for part in (qualifier, value, unit) if part)
