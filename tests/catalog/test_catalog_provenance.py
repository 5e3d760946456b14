"""What a page states can be followed to its source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from catalog_builders import SITE, shows, source, story, tied

from showcase.diagnostics.diagnostic import Severity
from showcase.model.catalog import ResolvedSource


def test_sources_come_from_front_matter_metrics_and_citations_in_order() -> None:
    made = tied(
        source("r", "来源报道"),
        source("y", "年报"),
        source("q"),
        story(
            "a",
            sources=[("r", "P1")],
            metrics={"m": {"value": "1", "source": "y", "locator": "第3页"}},
            cites=[("来源报道", "P2"), ("r", "P1"), ("r", "")],
            components=[shows("quote", attributes={"source": "q", "locator": "P9"})],
        ),
    )
    assert made.catalog.entry_sources["story", "a"] == (
        ResolvedSource("r", ("P1", "P2")),
        ResolvedSource("y", ("第3页",)),
        ResolvedSource("q", ("P9",)),
    )
    assert made.faults == ()


def test_a_translation_adds_sources_but_no_places_in_known_ones() -> None:
    made = tied(
        source("r"),
        source("x"),
        story("a", cites=[("r", "第1段")]),
        story("a", "en", cites=[("r", "para 1"), ("x", "p. 2")]),
    )
    assert made.catalog.entry_sources["story", "a"] == (
        ResolvedSource("r", ("第1段",)),
        ResolvedSource("x", ("p. 2",)),
    )


def test_an_unknown_source_is_an_error_wherever_it_is_named() -> None:
    made = tied(
        source("report", "来源报道"),
        story(
            "a",
            sources=[("reprot", "")],
            cites=[("reportt", "P1")],
            metrics={"m": {"value": "1", "source": "raport"}},
        ),
    )
    unknown = [fault for fault in made.faults if fault.code == "relation-unknown"]
    assert [(fault.location.line, fault.suggestion) for fault in unknown] == [
        (6, "report"),
        (7, "report"),
        (30, "report"),
    ]


def test_an_unused_source_is_a_warning_and_drafts_count() -> None:
    made = tied(
        source("used"),
        source("drafted"),
        source("idle"),
        story("a", cites=[("USED", "")]),
        story("b", cites=[("drafted", "")], draft=True),
    )
    assert made.only("source-unused").arguments["id"] == "idle"
    assert made.only("source-unused").severity is Severity.WARNING


def test_shown_metrics_are_there() -> None:
    made = tied(
        source("r"),
        story(
            "a",
            metrics={"villages": {"value": "1", "source": "r"}},
            components=[
                shows("metric", "villages"),
                shows("metrics"),
                shows("metrics", attributes={"ids": "villages orders"}),
                shows("metric", "vilages"),
            ],
        ),
    )
    assert [(fault.code, fault.suggestion) for fault in made.faults] == [
        ("metric-unknown", ""),
        ("metric-unknown", "villages"),
    ]


def test_numbers_need_sources_unless_the_site_says_otherwise() -> None:
    entries = (story("a", metrics={"m": {"value": "1"}}), story("a", "en", metrics={"m": {"label": "M"}}))
    assert tied(*entries).codes == ["metric-without-source"]
    assert tied(*entries, site=replace(SITE, numbers_need_sources=False)).faults == ()


@pytest.mark.parametrize(
    ("as_of", "fields", "late"),
    [
        ("2024-05", {"updated": "2024-05-20"}, False),
        ("2024-06", {"updated": "2024-05-20"}, True),
        ("2024-12", {}, True),
        ("2024", {}, False),
        ("2024-07", {"publish_from": "2024-06-01"}, True),
    ],
)
def test_a_number_is_not_newer_than_its_page(as_of: str, fields: dict[str, str], late: bool) -> None:
    made = tied(
        source("r"), story("a", metrics={"m": {"value": "1", "source": "r", "as_of": as_of}}, **fields)
    )
    assert made.codes == (["metric-after-page"] if late else [])
