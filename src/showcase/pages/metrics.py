"""Numbers with what makes them checkable, as pages show them."""

from __future__ import annotations

from collections.abc import Mapping

from showcase.model.catalog import Key
from showcase.model.entry import Document, Metric
from showcase.model.view import Link, MetricView
from showcase.pages.vantage import Vantage
from showcase.text.numbers import group_digits

_CLOSE_UNITS = ("%", "‰", "％", "°", "℃", "°C")
"""Units that are written against their number (GB/T 15835-2011)."""


def source_numbers(vantage: Vantage, key: Key) -> dict[str, int]:
    """The sources of a document → their number in the page's list of sources, from 1."""
    used = vantage.edition.catalog.entry_sources.get(key, ())
    return {one.source: number for number, one in enumerate(used, 1)}


def source_anchor(number: int) -> str:
    """The HTML id of a source in a page's list."""
    return f"source-{number}"


def source_mark(vantage: Vantage, numbers: Mapping[str, int], written: str, locator: str = "") -> Link | None:
    """The mark beside a statement that leads to its source in the page's list; None when the list lacks it."""
    number = numbers.get(vantage.edition.source_id(written))
    if number is None:
        return None
    label = vantage.t("source.mark", n=number)
    return Link(f"{label} {locator}" if locator else label, f"#{source_anchor(number)}")


def metric_text(vantage: Vantage, metric: Metric) -> str:
    """The whole number as running text: "超过 300,000 元", "more than 300,000 yuan"."""
    qualifier = vantage.t(f"qualifier.{metric.qualifier}") if metric.qualifier else ""
    value = group_digits(metric.value, vantage.language, metric.unit)
    if metric.unit in _CLOSE_UNITS:
        return f"{qualifier} {value}{metric.unit}".strip()
    return " ".join(part for part in (qualifier, value, metric.unit) if part)


def metric_view(vantage: Vantage, metric: Metric, numbers: Mapping[str, int]) -> MetricView:
    """One number of a document whose sources are numbered as `numbers` say."""
    source = (
        source_mark(vantage, numbers, metric.source.target, metric.locator)
        if metric.source is not None
        else None
    )
    return MetricView(
        id=metric.id,
        label=metric.label or metric.id,
        text=metric_text(vantage, metric),
        qualifier=vantage.t(f"qualifier.{metric.qualifier}") if metric.qualifier else "",
        value=group_digits(metric.value, vantage.language, metric.unit),
        unit=metric.unit,
        period=metric.period,
        as_of=vantage.date(metric.as_of),
        definition=metric.definition,
        source=source,
    )


def metric_views(vantage: Vantage, document: Document, numbers: Mapping[str, int]) -> tuple[MetricView, ...]:
    """All numbers of a document, in the order written."""
    return tuple(metric_view(vantage, metric, numbers) for metric in document.metrics)
