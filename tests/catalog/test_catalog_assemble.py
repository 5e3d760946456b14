"""Whatever the entries say, assembling gives a catalog in which every id leads somewhere."""

from __future__ import annotations

from catalog_builders import Assembled, document, place, source, story, tied, topic
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.diagnostics.wording import word

NAMES = st.sampled_from(["a", "b", "c", "A", "村", "", " ", "../x", "#", "很长" * 40])
IDS = st.sampled_from(["a", "b", "c"])
LISTS = st.lists(NAMES, max_size=3)


@st.composite
def entries(draw: st.DrawFn) -> list[object]:
    made: list[object] = [
        place(identifier, draw(st.sampled_from(["region", "county", "village"])), draw(NAMES), draw(NAMES))
        for identifier in draw(st.lists(IDS, max_size=4))
    ]
    made += [topic(identifier, draw(NAMES)) for identifier in draw(st.lists(IDS, max_size=2))]
    made += [source(identifier, draw(NAMES)) for identifier in draw(st.lists(IDS, max_size=2))]
    for identifier in draw(st.lists(IDS, max_size=5)):
        kind = draw(st.sampled_from(["story", "brand", "organisation", "page"]))
        made.append(
            document(
                kind,
                identifier,
                draw(st.sampled_from(["zh-CN", "en", "fr"])),
                f"content/{kind}/{len(made)}.md",
                draft=draw(st.booleans()),
                order=draw(st.none() | st.integers(-5, 5)),
                date=draw(st.sampled_from(["2019", "2020-04", "../2021"])),
                brands=draw(LISTS),
                organisations=draw(LISTS),
                places=draw(LISTS),
                topics=draw(LISTS),
                related=draw(LISTS),
                links=draw(LISTS),
                sources=[(name, "P1") for name in draw(LISTS)],
                cites=[(name, "") for name in draw(LISTS)],
                metrics={name: {"value": draw(NAMES), "source": draw(NAMES)} for name in draw(LISTS)},
                media={name: {} for name in draw(LISTS)},
            )
        )
    return made


def check_whole(made: Assembled) -> None:
    catalog = made.catalog
    shown = set(catalog.documents)
    assert {("story", one) for one in catalog.stories} == {key for key in shown if key[0] == "story"}
    assert set(catalog.relations) == set(catalog.entry_sources) == shown
    for relations in catalog.relations.values():
        assert {("brand", one) for one in relations.brands} <= shown
        assert {("organisation", one) for one in relations.organisations} <= shown
        assert {("story", one) for one in relations.related} <= shown
        assert set(relations.places) <= set(catalog.places)
        assert set(relations.topics) <= set(catalog.topics)
    assert set(catalog.related) == set(catalog.neighbours) == set(catalog.stories)
    for story_id, related in catalog.related.items():
        assert story_id not in [one.story for one in related]
        assert len({one.story for one in related}) == len(related) <= 3
    listed = [one for stories in catalog.stories_by_year.values() for one in stories]
    assert sorted(listed) == sorted(catalog.stories)
    assert {target.entry for target in catalog.links.values() if target.entry} <= shown
    for fault in made.faults:
        for language in ("zh", "en"):
            assert word(fault, language).message


@settings(max_examples=150, deadline=None)
@given(entries())
def test_any_entries_give_a_whole_catalog(given_entries: list[object]) -> None:
    check_whole(tied(*given_entries, media=["content/story/a"]))  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(entries())
def test_the_same_entries_give_the_same_catalog(given_entries: list[object]) -> None:
    assert tied(*given_entries) == tied(*given_entries)  # type: ignore[arg-type]


def test_an_empty_site_is_a_catalog() -> None:
    made = tied()
    assert made.faults == ()
    assert made.catalog.stories == ()


def test_a_document_is_given_in_the_nearest_language() -> None:
    made = tied(story("a"), story("a", "en", title="A")).catalog
    assert made.nearest(("story", "a"), "bo").language == "zh-CN"
    assert made.document(("story", "a"), "bo") is None
