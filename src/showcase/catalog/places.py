"""The tree of places."""

from __future__ import annotations

from collections.abc import Mapping

from showcase.catalog.names import Names
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.entry import Place

LEVEL_RANKS = {"region": 0, "prefecture": 1, "county": 2, "township": 3, "village": 4, "community": 4}
"""Smaller is higher. Villages and communities are of one level (Organic Laws of Villagers' and of Urban Residents'
Committees); steps may be missing, as where a prefecture-level city governs townships directly."""

DEEPEST = 20
"""Levels of the tree; five have names. Lists nest as deep as the tree, and those who draw them must end somewhere."""


def plant_tree(
    places: Mapping[str, Place], names: Names
) -> tuple[Mapping[str, tuple[str, ...]], tuple[Diagnostic, ...]]:
    """Place id → the ids of its ancestors, root first; in tree order: a parent stands right before what is below it,
    siblings in the order of the file. Of a loop, the link that closes it is cut, and the
    tree wherever it would grow deeper than DEEPEST."""
    faults: list[Diagnostic] = []
    parents = _uncircled(_parents(places, names, faults), places, faults)
    children: dict[str, list[str]] = {}
    for place, parent in parents.items():
        children.setdefault(parent, []).append(place)
    tree: dict[str, tuple[str, ...]] = {}
    waiting: list[tuple[str, tuple[str, ...]]] = [(root, ()) for root in reversed(children.get("", []))]
    while waiting:
        place, path = waiting.pop()
        if len(path) >= DEEPEST:
            if not any(fault.code == "place-too-deep" for fault in faults):
                arguments = {"place": places[place].name, "limit": str(DEEPEST)}
                faults.append(_at_parent("place-too-deep", places[place], arguments, places[path[-1]]))
            path = ()
        tree[place] = path
        below = (*path, place)
        waiting += [(child, below) for child in reversed(children.get(place, []))]
    return tree, tuple(faults)


def _parents(places: Mapping[str, Place], names: Names, faults: list[Diagnostic]) -> dict[str, str]:
    """Place id → parent id, empty at a root."""
    parents: dict[str, str] = {}
    for place in places.values():
        parent = names.resolve("place", place.parent, faults) if place.parent else ""
        parents[place.id] = parent
        if parent and LEVEL_RANKS[places[parent].level] > LEVEL_RANKS[place.level]:
            arguments = {
                "place": place.name,
                "level": place.level,
                "parent": places[parent].name,
                "parent_level": places[parent].level,
            }
            faults.append(_at_parent("place-level", place, arguments, places[parent]))
    return parents


def _uncircled(
    parents: dict[str, str], places: Mapping[str, Place], faults: list[Diagnostic]
) -> dict[str, str]:
    safe = {""}
    for start in parents:
        walked: dict[str, None] = {}
        place = start
        while place not in safe and place not in walked:
            walked[place] = None
            place = parents[place]
        if place not in safe:
            order = list(walked)
            loop = order[order.index(place) :]
            first = min(loop, key=lambda one: places[one].location)
            around = loop[loop.index(first) :] + loop[: loop.index(first)]
            shown = [places[one].name for one in (*around[:8], first)]
            arguments = {"place": places[first].name, "loop": " → ".join(shown)}
            faults.append(_at_parent("place-loop", places[first], arguments, places[parents[first]]))
            parents[first] = ""
        safe.update(walked)
    return parents


def _at_parent(code: str, place: Place, arguments: Mapping[str, str], other: Place) -> Diagnostic:
    location = place.parent.location if place.parent else place.location
    return make_diagnostic(code, location, arguments, related=(other.location,))
