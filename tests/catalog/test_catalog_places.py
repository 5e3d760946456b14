"""Places form a tree, whatever the file says."""

from __future__ import annotations

from catalog_builders import place, story, tied
from hypothesis import given, settings
from hypothesis import strategies as st

TREE = (
    place("qu", "region"),
    place("di", "prefecture", "qu"),
    place("xian", "county", "di"),
    place("xiang", "township", "xian"),
    place("cun", "village", "xiang"),
    place("other", "county", "di"),
    place("alone", "community"),
)


def test_stories_count_at_their_place_and_above_each_once() -> None:
    made = tied(
        *reversed(TREE),
        story("a", places=["cun", "xiang"]),
        story("b", places=["other"]),
        story("c", places=["qu"]),
    )
    nodes = made.catalog.places
    assert {name: node.stories for name, node in nodes.items() if node.stories} == {
        "qu": ("a", "b", "c"),
        "di": ("a", "b"),
        "xian": ("a",),
        "xiang": ("a",),
        "cun": ("a",),
        "other": ("b",),
    }
    assert nodes["cun"].ancestors == ("qu", "di", "xian", "xiang")
    assert made.faults == ()


def test_parents_stand_before_children_and_siblings_as_in_the_file() -> None:
    made = tied(
        place("x2", "county", "d"), place("x1", "county", "d"), place("d", "prefecture"), place("a", "region")
    )
    assert list(made.catalog.places) == ["d", "x2", "x1", "a"]
    assert made.catalog.places["d"].children == ("x2", "x1")


def test_a_loop_is_told_once_and_cut() -> None:
    made = tied(
        place("a", parent="b", line=1),
        place("b", parent="c", line=2),
        place("c", parent="a", line=3),
        place("d", parent="a", line=4),
    )
    assert made.codes == ["place-loop"]
    assert made.only("place-loop").arguments["loop"] == "A → B → C → A"
    assert sorted(made.catalog.places) == ["a", "b", "c", "d"]
    assert made.catalog.places["d"].ancestors == ("a",)


def test_a_place_within_itself_is_a_loop() -> None:
    assert tied(place("a", parent="a")).codes == ["place-loop"]


def test_a_county_in_a_village_is_an_error() -> None:
    fault = tied(place("cun", "village"), place("xian", "county", "cun")).only("place-level")
    assert (fault.arguments["level"], fault.arguments["parent_level"]) == ("county", "village")


def test_levels_may_be_left_out() -> None:
    assert (
        tied(
            place("city", "prefecture"), place("town", "township", "city"), place("v", "village", "town")
        ).faults
        == ()
    )


def test_an_unknown_parent_makes_a_root() -> None:
    made = tied(place("xian", "county", name="改则县"), place("cun", parent="xain"))
    assert made.only("relation-unknown").suggestion == "xian"
    assert made.catalog.places["cun"].ancestors == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-1, 11), min_size=1, max_size=12))
def test_any_parents_give_a_tree(parents: list[int]) -> None:
    places = [
        place(f"p{number}", parent=f"p{parent}" if 0 <= parent < len(parents) else "", line=number + 1)
        for number, parent in enumerate(parents)
    ]
    nodes = tied(*places).catalog.places
    assert sorted(nodes) == sorted(f"p{number}" for number in range(len(parents)))
    seen: set[str] = set()
    for name, node in nodes.items():
        assert set(node.ancestors) <= seen
        seen.add(name)
        assert all(nodes[child].ancestors == (*node.ancestors, name) for child in node.children)
