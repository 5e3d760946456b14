"""References lead to exactly one entry, or the editor hears why not."""

from __future__ import annotations

import pytest
from catalog_builders import document, place, source, story, tied, topic

from showcase.diagnostics.diagnostic import Severity


@pytest.mark.parametrize("written", ["hong", "红旗村", "红旗", "Hongqi Village", "老红旗", " 红旗村 "])
def test_a_place_is_found_by_id_or_by_any_of_its_names(written: str) -> None:
    one = place("hong", name="红旗村", short_name="红旗", english="Hongqi Village", aliases=("老红旗",))
    made = tied(one, story("a", places=[written]))
    assert made.catalog.relations["story", "a"].places == ("hong",)
    assert made.faults == ()


def test_documents_are_found_by_their_titles_in_any_language() -> None:
    brand = document("brand", "b", title="幸福党建", short_name="幸福")
    english = document("brand", "b", "en", title="Happy")
    made = tied(brand, english, *(story(f"s{n}", brands=[n]) for n in ("b", "幸福党建", "幸福", "Happy")))
    assert {made.catalog.relations[key].brands for key in made.catalog.relations if key[0] == "story"} == {
        ("b",)
    }


def test_the_same_name_may_be_composed_otherwise() -> None:
    made = tied(place("g", name="Ge\u0302rze\u0302"), story("a", places=["G\u00earz\u00ea"]))
    assert made.catalog.relations["story", "a"].places == ("g",)


def test_an_ambiguous_name_names_its_candidates() -> None:
    made = tied(place("h1", name="红旗村"), place("h2", name="红旗村"), story("a", places=["红旗村", "h2"]))
    fault = made.only("relation-ambiguous")
    assert fault.arguments["candidates"] == "h1 (红旗村), h2 (红旗村)"
    assert made.catalog.relations["story", "a"].places == ("h2",)


def test_an_id_goes_before_another_entrys_name() -> None:
    made = tied(
        topic("x", name="y"), topic("y", name="x"), story("a", topics=["x"]), story("b", topics=["y"])
    )
    assert made.catalog.relations["story", "a"].topics == ("x",)


def test_a_wrong_name_is_an_error_with_the_nearest() -> None:
    made = tied(
        place("bangren", name="帮仁村"), story("a", places=["bangran"]), story("b", places=["邦仁村"])
    )
    suggestions = [fault.suggestion for fault in made.faults if fault.code == "relation-unknown"]
    assert suggestions == ["bangren", "帮仁村"]
    assert all(fault.severity is Severity.ERROR for fault in made.faults if fault.code == "relation-unknown")


def test_a_missing_list_is_told_once() -> None:
    made = tied(*(story(f"s{n}", places=["x"], topics=["t"]) for n in range(5)))
    assert sorted(made.codes) == ["relation-nothing-there", "relation-nothing-there"]


def test_an_entry_that_could_not_be_read_is_not_called_missing() -> None:
    made = tied(
        document("brand", "other"),
        story("a", brands=["b"], links=["../brands/b.md"]),
        document("brand", "b", "en"),
        broken=["content/brands/b.md"],
    )
    assert made.faults == ()


def test_what_is_not_published_falls_out_of_relations() -> None:
    made = tied(
        document("brand", "draft", draft=True),
        document("brand", "shown"),
        story("a", brands=["draft", "shown"], related=["later", "a"]),
        story("later", publish_from="2024-06-16"),
        story("gone", expires="2024-06-15"),
        story("last-day", expires="2024-06-16"),
        story("due", publish_from="2024-06-15"),
    )
    assert set(made.catalog.stories) == {"a", "last-day", "due"}
    assert made.catalog.relations["story", "a"].brands == ("shown",)
    assert made.catalog.relations["story", "a"].related == ()
    assert sorted(made.codes) == ["relation-to-hidden", "relation-to-hidden", "relation-to-itself"]
    assert made.only("relation-to-itself").severity is Severity.WARNING


def test_drafts_are_shown_when_asked_for() -> None:
    entries = (story("a", draft=True), story("later", publish_from="2030-01-01"))
    assert tied(*entries).catalog.stories == ()
    assert tied(*entries, drafts=True).catalog.stories == ("a",)


def test_back_links_are_computed_in_the_order_of_stories() -> None:
    made = tied(
        document("organisation", "o"),
        document("brand", "b2", organisations=["o"], order=2),
        document("brand", "b1", organisations=["o"], order=1),
        topic("t"),
        story("old", date="2019", brands=["b1"], topics=["t"], organisations=["o"]),
        story("new", date="2021-04", brands=["b1"], topics=["t"]),
    ).catalog
    assert made.stories_by_brand == {"b1": ("new", "old")}
    assert made.stories_by_topic == {"t": ("new", "old")}
    assert made.stories_by_organisation == {"o": ("old",)}
    assert made.brands_by_organisation == {"o": ("b1", "b2")}


def test_two_files_of_one_id_are_an_error_at_both_places() -> None:
    made = tied(story("a"), story("a", path="content/stories/a/index.md"))
    fault = made.only("duplicate-document")
    assert {fault.location.path, fault.related[0].path} == {
        "content/stories/a.md",
        "content/stories/a/index.md",
    }


def test_two_records_of_one_id_are_an_error() -> None:
    made = tied(place("p", line=3), place("p", line=9), topic("t"), topic("t"), source("s"), source("s"))
    assert made.codes.count("duplicate-record") == 3
    assert [fault.related[0].line for fault in made.faults if fault.location.line == 9] == [3]


def test_unused_topics_are_noted_and_drafts_count_as_use() -> None:
    made = tied(
        topic("used"),
        topic("drafted"),
        topic("idle"),
        story("a", topics=["USED"]),
        story("b", topics=["drafted"], draft=True),
    )
    assert made.only("topic-unused").arguments["id"] == "idle"
    assert made.only("topic-unused").severity is Severity.INFO
