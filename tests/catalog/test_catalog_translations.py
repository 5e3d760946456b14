"""A translation says what it says, and has the rest from its original."""

from __future__ import annotations

import pytest
from catalog_builders import document, place, source, story, tied, topic

from showcase.model.entry import FieldValue


def test_what_a_translation_leaves_out_comes_from_the_original() -> None:
    made = tied(
        place("p"),
        topic("t"),
        story(
            "a",
            summary="摘要",
            date="2020",
            places=["p"],
            topics=["t"],
            order=3,
            aliases=("/old/",),
            updated="2024-01-01",
        ),
        story("a", "en", title="A", summary="Summary", translator="an editor"),
    )
    english = made.catalog.documents["story", "a"]["en"]
    assert (english.title, english.summary, english.order, english.updated) == (
        "A",
        "Summary",
        3,
        "2024-01-01",
    )
    assert english.date is not None
    assert english.translator == "an editor"
    assert english.aliases == ()
    assert list(made.catalog.documents["story", "a"]) == ["zh-CN", "en"]
    assert made.faults == ()


def test_metrics_are_merged_key_by_key() -> None:
    made = tied(
        source("r"),
        story(
            "a",
            metrics={
                "m": {
                    "label": "收入",
                    "value": "3500",
                    "unit": "元",
                    "qualifier": "more-than",
                    "source": "r",
                },
                "n": {"value": "1", "source": "r"},
            },
        ),
        story("a", "en", metrics={"m": {"label": "Income", "unit": "yuan"}}),
    )
    first, second = made.catalog.documents["story", "a"]["en"].metrics
    assert (first.label, first.value, first.unit, first.qualifier) == ("Income", "3500", "yuan", "more-than")
    assert (second.id, second.value) == ("n", "1")
    assert made.faults == ()


@pytest.mark.parametrize(
    ("original", "translated", "same"),
    [
        (("30", "万元"), ("300000", "yuan"), True),
        (("30", "万元"), ("0.3", "million yuan"), True),
        (("3.50", "元"), ("3.5", "yuan"), True),
        (("30", "万元"), ("", "yuan"), False),
        (("120", "个"), ("102", ""), False),
        (("2", "千克"), ("2", "kg"), True),
    ],
)
def test_one_number_has_one_value_in_all_languages(
    original: tuple[str, str], translated: tuple[str, str], same: bool
) -> None:
    made = tied(
        source("r"),
        story("a", metrics={"m": {"value": original[0], "unit": original[1], "source": "r"}}),
        story("a", "en", metrics={"m": {"value": translated[0], "unit": translated[1]}}),
    )
    assert made.codes == ([] if same else ["metric-two-values"])


def test_more_than_a_number_is_another_number() -> None:
    made = tied(
        source("r"),
        story("a", metrics={"m": {"value": "5", "source": "r"}}),
        story("a", "en", metrics={"m": {"qualifier": "nearly"}}),
    )
    assert made.codes == ["metric-two-values"]


def test_a_metric_that_the_original_lacks_needs_a_value() -> None:
    made = tied(
        source("r"),
        story("a", metrics={"villages": {"value": "5", "source": "r"}}),
        story("a", "en", metrics={"vilages": {"label": "Villages"}}),
    )
    assert made.only("metric-not-in-original").suggestion == "villages"


def test_fields_of_the_site_are_merged_by_name() -> None:
    made = tied(
        story("a", fields=(FieldValue("x", ("一",)), FieldValue("y", ("2",)))),
        story("a", "en", fields=(FieldValue("x", ("one",)),)),
    )
    fields = made.catalog.documents["story", "a"]["en"].fields
    assert [(field.name, field.values) for field in fields] == [("x", ("one",)), ("y", ("2",))]


def test_a_translation_needs_an_original() -> None:
    made = tied(story("bangren-job"), story("bangren-jobs", "en"))
    fault = made.only("translation-without-original")
    assert fault.arguments["expected"] == "content/stories/bangren-jobs.md"
    assert fault.suggestion == "content/stories/bangren-job.en.md"
    assert made.catalog.stories[-1] == "bangren-jobs"


def test_a_draft_hides_its_translations_too() -> None:
    made = tied(story("a", draft=True), story("a", "en"))
    assert made.catalog.documents == {}


def test_relations_of_a_translation_are_its_originals() -> None:
    made = tied(
        place("p"),
        place("q"),
        story("a", places=["p"]),
        story("a", "en", places=["q"]),
        story("b", places=["p"]),
        story("b", "en", places=["P"]),
    )
    assert made.codes == ["translation-relation"]
    assert made.catalog.relations["story", "a"].places == ("p",)


def test_a_language_that_the_site_lacks_is_told() -> None:
    made = tied(document("page", "about"), document("page", "about", "fr"))
    assert made.codes == ["language-not-in-site"]
    assert list(made.catalog.documents["page", "about"]) == ["zh-CN"]
