"""Stories worth reading next, each with its reasons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from showcase.catalog.places import LEVEL_RANKS
from showcase.model.catalog import Key, RelatedStory, Relations
from showcase.model.entry import Place

_SHOWN = 3
_ENOUGH = 8
"""Candidates to weigh against one another; more of the same strength would not be better ones."""
_LOWEST_LEVEL = LEVEL_RANKS["county"]
"""To be in one region or prefecture is no reason to read on; to be in one county is."""


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a story may share with others. `places` are its places and all above them down from the county, the
    lowest first, with their levels in `ranks`. `sets` are brands, places, topics and organisations again."""

    brands: tuple[str, ...]
    places: tuple[str, ...]
    ranks: tuple[int, ...]
    topics: tuple[str, ...]
    organisations: tuple[str, ...]
    sets: tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]


def related_stories(
    stories: Sequence[str],
    relations: Mapping[Key, Relations],
    places: Mapping[str, Place],
    tree: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[RelatedStory, ...]]:
    """At most three for each story: those that the editor named, then those that share most with it.

    Sharing a brand weighs more than a place, the lower the place the more; that more than topics; and those more than
    an organisation. Candidates come from lists of stories that share one or two traits, strongest first, and from
    each list the stories that stand nearest to this one, so the work grows with the number of stories alone.
    """
    traits = [_traits(relations["story", story], places, tree) for story in stories]
    lists: dict[tuple[str, ...], list[int]] = {}
    for number, one in enumerate(traits):
        for combination in _combinations(one):
            lists.setdefault(combination, []).append(number)
    numbers = {story: number for number, story in enumerate(stories)}
    found: dict[str, tuple[RelatedStory, ...]] = {}
    for number, story in enumerate(stories):
        named = [numbers[one] for one in relations["story", story].related if one in numbers][:_SHOWN]
        chosen = [*named]
        if len(chosen) < _SHOWN:
            candidates = _candidates(number, traits[number], lists, set(named))
            mine = traits[number]
            ranked = sorted((_weight(mine, traits[other]), stories[other], other) for other in candidates)
            chosen += [other for _, _, other in ranked[: _SHOWN - len(chosen)]]
        found[story] = tuple(
            RelatedStory(
                stories[other], tuple(_reasons(traits[number], traits[other], editor=other in named))
            )
            for other in chosen
        )
    return found


def _traits(
    relations: Relations, places: Mapping[str, Place], tree: Mapping[str, tuple[str, ...]]
) -> _Traits:
    chain = dict.fromkeys(
        one
        for place in relations.places
        for one in (place, *reversed(tree[place]))
        if LEVEL_RANKS[places[one].level] >= _LOWEST_LEVEL
    )
    lowest_first = sorted(chain, key=lambda one: -LEVEL_RANKS[places[one].level])
    return _Traits(
        relations.brands,
        tuple(lowest_first),
        tuple(LEVEL_RANKS[places[one].level] for one in lowest_first),
        relations.topics,
        relations.organisations,
        (
            frozenset(relations.brands),
            frozenset(lowest_first),
            frozenset(relations.topics),
            frozenset(relations.organisations),
        ),
    )


def _combinations(traits: _Traits) -> Iterator[tuple[str, ...]]:
    """The lists that a story stands in, the strongest bond first."""
    for brand in traits.brands:
        for place in traits.places:
            yield "brand", brand, "place", place
        for topic in traits.topics:
            yield "brand", brand, "topic", topic
        yield "brand", brand
    for place in traits.places:
        for topic in traits.topics:
            yield "place", place, "topic", topic
        yield "place", place
    for topic in traits.topics:
        yield "topic", topic
    for organisation in traits.organisations:
        yield "organisation", organisation


def _candidates(
    number: int, traits: _Traits, lists: Mapping[tuple[str, ...], list[int]], named: set[int]
) -> list[int]:
    found: dict[int, None] = {}
    for combination in _combinations(traits):
        members = lists[combination]
        if len(members) == 1:
            continue
        middle = bisect_left(members, number)
        for other in members[max(middle - _ENOUGH, 0) : middle + _ENOUGH + 1]:
            if other != number and other not in named:
                found[other] = None
        if len(found) >= _ENOUGH:
            break
    return list(found)


def _weight(one: _Traits, other: _Traits) -> tuple[int, int, int, int]:
    """Smaller is stronger."""
    brands, places, topics, organisations = one.sets
    other_brands, other_places, other_topics, other_organisations = other.sets
    rank = 0
    if not places.isdisjoint(other_places):
        rank = next(rank for place, rank in zip(one.places, one.ranks, strict=True) if place in other_places)
    return (
        -len(brands & other_brands),
        -rank,
        -len(topics & other_topics),
        -len(organisations & other_organisations),
    )


def _reasons(one: _Traits, other: _Traits, *, editor: bool) -> Iterator[Key]:
    if editor:
        yield "editor", ""
    for kind, own, others in (
        ("brand", one.brands, other.brands),
        ("place", one.places, other.places),
        ("topic", one.topics, other.topics),
        ("organisation", one.organisations, other.organisations),
    ):
        shared = _first_shared(own, others)
        if shared:
            yield kind, shared


def _first_shared(own: tuple[str, ...], others: tuple[str, ...]) -> str:
    return next((one for one in own if one in others), "")
