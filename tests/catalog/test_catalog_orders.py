"""Lists have one order, and stories lead on to others."""

from __future__ import annotations

import random

from catalog_builders import document, place, story, tied, topic


def test_stories_are_newest_first_then_by_order_then_by_id() -> None:
    made = tied(
        story("undated-2"),
        story("undated-1"),
        story("ordered", order=1),
        story("old", date="2019"),
        story("new", date="2021-04"),
        story("newer", date="2021-04-27"),
        story("english", "en", date="2030"),
    )
    assert made.catalog.stories == ("newer", "new", "old", "ordered", "undated-1", "undated-2", "english")


def test_years_are_newest_first_and_the_undated_last() -> None:
    made = tied(story("a", date="2019"), story("b"), story("c", date="2021/2022"), story("d", date="../2020"))
    assert list(made.catalog.stories_by_year.items()) == [
        ("2021", ("c",)),
        ("2019", ("a",)),
        ("", ("b", "d")),
    ]


def test_other_entries_are_ordered_as_a_dictionary_does() -> None:
    made = tied(
        *(document("brand", f"b{n}", title=title) for n, title in enumerate(["重庆", "安徽"])),
        document("brand", "b9", title="长阳", pinyin="chang yang"),
        document("brand", "z", order=5),
    )
    titles = [made.catalog.nearest(("brand", one), "zh-CN").title for one in made.catalog.brands]
    assert titles == ["Z", "安徽", "长阳", "重庆"]


def test_neighbours_stay_within_the_first_brand_else_the_first_topic() -> None:
    made = tied(
        document("brand", "b"),
        topic("t"),
        topic("u"),
        story("s1", order=1, brands=["b"], topics=["t"]),
        story("s2", order=2, topics=["t"]),
        story("s3", order=3, brands=["b"]),
        story("s4", order=4, topics=["t", "u"]),
        story("s5", order=5),
    )
    assert made.catalog.neighbours == {
        "s1": ("", "s3"),
        "s2": ("s1", "s4"),
        "s3": ("s1", ""),
        "s4": ("s2", ""),
        "s5": ("", ""),
    }


PLACES = (
    place("r", "region"),
    place("c", "county", "r"),
    place("v1", "village", "c"),
    place("v2", "village", "c"),
    place("c2", "county", "r"),
)


def test_a_shared_brand_weighs_more_than_a_place_than_a_topic_than_an_organisation() -> None:
    made = tied(
        *PLACES,
        document("brand", "b"),
        document("organisation", "o"),
        topic("t"),
        story("me", brands=["b"], places=["v1"], topics=["t"], organisations=["o"]),
        story("x-brand", brands=["b"]),
        story("w-village", places=["v1"]),
        story("v-county", places=["v2"]),
        story("u-topic", topics=["t"]),
        story("t-organisation", organisations=["o"]),
    )
    related = made.catalog.related["me"]
    assert [(one.story, one.reasons) for one in related] == [
        ("x-brand", (("brand", "b"),)),
        ("w-village", (("place", "v1"),)),
        ("v-county", (("place", "c"),)),
    ]
    assert made.catalog.related["t-organisation"][0].reasons == (("organisation", "o"),)


def test_one_region_is_no_reason_to_read_on() -> None:
    made = tied(*PLACES, story("a", places=["v1"]), story("b", places=["c2"]))
    assert made.catalog.related == {"a": (), "b": ()}


def test_the_editors_choice_comes_first_and_equals_go_by_id() -> None:
    made = tied(
        topic("t"),
        story("me", topics=["t"], related=["far"]),
        story("far"),
        *(story(n, topics=["t"]) for n in ("z", "y", "x")),
    )
    related = made.catalog.related["me"]
    assert [one.story for one in related] == ["far", "x", "y"]
    assert related[0].reasons == (("editor", ""),)


def test_among_thousands_every_story_leads_on() -> None:
    chance = random.Random(7)
    entries = [
        *(topic(f"t{n}") for n in range(8)),
        *(document("brand", f"b{n}") for n in range(20)),
        place("r", "region"),
        *(place(f"c{n}", "county", "r") for n in range(30)),
        *(place(f"v{n}", "village", f"c{n % 30}") for n in range(300)),
    ]
    stories = [
        story(
            f"s{n}",
            date=f"{chance.randint(2000, 2024)}",
            brands=[f"b{chance.randint(0, 19)}"],
            places=[f"v{chance.randint(0, 299)}"],
            topics=[f"t{chance.randint(0, 7)}", f"t{chance.randint(0, 7)}"],
        )
        for n in range(1500)
    ]
    made = tied(*entries, *stories).catalog
    assert all(len(made.related[one]) == 3 for one in made.stories)
    assert all(one.reasons for related in made.related.values() for one in related)
