"""The place tree as lists show it."""

from __future__ import annotations

from collections.abc import Iterable

from showcase.model.catalog import Key
from showcase.model.view import Link, TreeNode
from showcase.pages.edition import Edition
from showcase.pages.vantage import Vantage

SMALL_TREE = 60
"""Nodes of a tree that stands beside something else; deeper levels are a click away."""

UNBOUNDED = 10**9


def roots(edition: Edition) -> tuple[str, ...]:
    """The places at the top of the tree."""
    return tuple(identifier for identifier, node in edition.catalog.places.items() if not node.ancestors)


def place_tree(vantage: Vantage, parents: tuple[str, ...], room: int = UNBOUNDED) -> tuple[TreeNode, ...]:
    """The given places with what lies below them: level by level as long as there is room for the whole of the next
    level, the first always. A place without a page here is left out, and its children move up."""
    depth, shown = 1, len(parents)
    level = [child for parent in parents for child in _children(vantage.edition, parent)]
    while level and shown + len(level) <= room:
        depth, shown = depth + 1, shown + len(level)
        level = [child for parent in level for child in _children(vantage.edition, parent)]
    return _nodes(vantage, parents, depth)


def below(vantage: Vantage, place: str, room: int = SMALL_TREE) -> tuple[TreeNode, ...]:
    """What lies below one place."""
    return place_tree(vantage, _children(vantage.edition, place), room)


def _children(edition: Edition, place: str) -> tuple[str, ...]:
    node = edition.catalog.places.get(place)
    return node.children if node else ()


def _nodes(vantage: Vantage, places: Iterable[str], depth: int) -> tuple[TreeNode, ...]:
    nodes: list[TreeNode] = []
    for place in places:
        known = vantage.trees.get((place, depth))
        if known is None:
            known = _branch(vantage, place, depth)
            vantage.trees[place, depth] = known
        nodes += known
    return tuple(nodes)


def _branch(vantage: Vantage, place: str, depth: int) -> tuple[TreeNode, ...]:
    edition = vantage.edition
    children = _nodes(vantage, _children(edition, place), depth - 1) if depth > 1 else ()
    key: Key = ("place", place)
    if not edition.has(key):
        return children
    link = vantage.link(key)
    level = edition.catalog.places[place].place.level
    count = len(edition.stories_of(key))
    return (TreeNode(link.label, link.href, vantage.t(f"level.{level}"), count, children, link.language),)


def place_path(vantage: Vantage, place: str) -> tuple[Link, ...]:
    """A place's links from the root down to itself."""
    return tuple(vantage.link(key) for key in place_keys(vantage.edition, place))


def place_keys(edition: Edition, place: str) -> tuple[Key, ...]:
    """A place's keys from the root down to itself."""
    node = edition.catalog.places.get(place)
    return tuple(("place", one) for one in (*(node.ancestors if node else ()), place))
