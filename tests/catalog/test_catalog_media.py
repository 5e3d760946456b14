"""Media are there, of the right type, and carry what must stand beside them."""

from __future__ import annotations

import pytest
from catalog_builders import shows, story, tied

from showcase.diagnostics.diagnostic import Location
from showcase.model.body import ComponentItem
from showcase.model.entry import Medium

GOOD = {"alt": "大棚"}
FILES = ("content/stories/a.jpg", "content/stories/a.mp4", "content/stories/a.mp3")


def test_front_matter_media_are_found_and_shared_with_translations() -> None:
    made = tied(story("a", media={"./a.jpg": GOOD}), story("a", "en"), media=FILES)
    assert made.catalog.media == {
        ("content/stories/a.md", "./a.jpg"): "content/stories/a.jpg",
        ("content/stories/a.en.md", "./a.jpg"): "content/stories/a.jpg",
    }
    assert made.faults == ()


def test_a_cover_counts_as_well() -> None:
    cover = Medium("b.jpg", Location("content/stories/a.md", 9), alt="x")
    assert tied(story("a", cover=cover), media=FILES).only("file-missing").suggestion == "a.jpg"


@pytest.mark.parametrize(
    ("file", "said", "code"),
    [
        ("a.jpg", {}, "medium-alt-missing"),
        ("a.jpg", {"kind": "ornament"}, ""),
        ("a.jpg", {**GOOD, "kind": "map"}, "map-not-approved"),
        ("a.jpg", {**GOOD, "kind": "map", "map_approval": "GS（2024）1号"}, ""),
        ("a.jpg", {**GOOD, "kind": "emblem"}, "emblem-not-authorised"),
        ("a.jpg", {**GOOD, "kind": "emblem", "authority": "县委"}, ""),
        ("a.jpg", {**GOOD, "people": "minors"}, "minors-without-consent"),
        ("a.jpg", {**GOOD, "people": "minors", "consent_record": "7"}, ""),
        ("a.jpg", {**GOOD, "people": "consent", "ai": True}, ""),
        ("a.mp4", {"kind": "video"}, ""),
        ("a.mp4", GOOD, "file-wrong-type"),
        ("a.jpg", {"kind": "audio"}, "file-wrong-type"),
        ("../../a.jpg", GOOD, "link-leaves-content"),
        ("A.jpg", GOOD, "file-case"),
    ],
)
def test_what_must_stand_beside_a_medium(file: str, said: dict[str, object], code: str) -> None:
    made = tied(story("a", media={file: said}), story("a", "en"), media=FILES)
    assert made.codes == ([code] if code else [])


def test_pictures_in_the_text_have_the_same_duties() -> None:
    made = tied(
        story(
            "a",
            links=["a.jpg", "a.jpg", "a.mp4"],
            components=[
                shows("figure", "图", links=(0,), attributes={"kind": "map"}),
                shows("gallery", items=(ComponentItem("图", attributes={"people": "minors"}, link=1),)),
                shows("figure", "片", links=(2,)),
                shows("video", "片", links=(2,)),
            ],
        ),
        media=FILES,
    )
    assert made.codes == ["map-not-approved", "minors-without-consent", "file-wrong-type"]


def test_what_the_front_matter_says_holds_in_the_text() -> None:
    made = tied(
        story(
            "a",
            links=["a.jpg"],
            media={"a.jpg": {**GOOD, "kind": "map", "map_approval": "GS（2024）1号"}},
            components=[shows("figure", "图", links=(0,), attributes={"credit": "某局"})],
        ),
        media=FILES,
    )
    assert made.faults == ()
