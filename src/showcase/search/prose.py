"""The running text of a document as its page shows it: holes filled with the numbers that stand there."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.body import HOLE, Body
from showcase.model.entry import Document, Metric
from showcase.text.numbers import group_digits

_QUALIFIERS = {
    "zh": {"more-than": "超过", "nearly": "近", "about": "约", "at-least": "至少", "at-most": "至多"},
    "en": {
        "more-than": "more than",
        "nearly": "nearly",
        "about": "about",
        "at-least": "at least",
        "at-most": "at most",
    },
}
"""As the shipped themes word them; they are here so that a sentence is found across its number."""


def prose(document: Document, body: Body) -> tuple[str, ...]:
    """One text for each section of the body that has any, then one with all numbers and their labels."""
    texts = [" ".join(_filled(document, section.text).split()) for section in body.sections]
    texts.append(" · ".join(_numbers(document)))
    return tuple(text for text in texts if text)


def _filled(document: Document, text: str) -> str:
    return HOLE.sub(lambda hole: _hole_text(document, hole[1], int(hole[2])), text)


def _hole_text(document: Document, kind: str, index: int) -> str:
    components = document.body.components
    if kind != "c" or index >= len(components) or components[index].name == "cite":
        return ""
    label = components[index].label
    if components[index].name != "metric":
        return label
    return next(
        (_metric_text(metric, document.language) for metric in document.metrics if metric.id == label), ""
    )


def _numbers(document: Document) -> Iterator[str]:
    for metric in document.metrics:
        yield " ".join(part for part in (metric.label, _metric_text(metric, document.language)) if part)


def _metric_text(metric: Metric, language: str) -> str:
    words = _QUALIFIERS.get(language.partition("-")[0].lower(), _QUALIFIERS["en"])
    parts = (words.get(metric.qualifier, ""), group_digits(metric.value, language, metric.unit), metric.unit)
    return " ".join(part for part in parts if part)
