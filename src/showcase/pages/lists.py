"""Lists of stories, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.model.catalog import Key
from showcase.model.view import Link, Pagination, StoryList
from showcase.pages.cards import story_cards
from showcase.pages.vantage import Vantage

ALL_LINKED = 100
"""Pages up to which each page of a list links to all others."""

_NEAR = 5


def page_count(vantage: Vantage, total: int) -> int:
    """How many pages a list of `total` stories takes; an empty one takes one."""
    size = vantage.edition.catalog.site.page_size
    return max(1, -(-total // size))


def numbers(vantage: Vantage, total: int) -> Iterator[int]:
    """The page numbers of a list, from 1."""
    return iter(range(1, page_count(vantage, total) + 1))


def story_list(vantage: Vantage, key: Key, stories: tuple[str, ...], number: int) -> StoryList:
    """Page `number` of the list that stands on the page of `key`."""
    size = vantage.edition.catalog.site.page_size
    start = (number - 1) * size
    total = page_count(vantage, len(stories))
    return StoryList(
        stories=story_cards(vantage, stories[start : start + size]),
        total=len(stories),
        pagination=_pagination(vantage, key, number, total) if total > 1 else None,
    )


def _pagination(vantage: Vantage, key: Key, number: int, total: int) -> Pagination:
    addresses = vantage.addresses
    first = addresses.url(key, vantage.language)

    def href(page: int) -> str:
        return vantage.href(addresses.page_url(first, page)) if 1 <= page <= total else ""

    return Pagination(
        current=number,
        total=total,
        previous=href(number - 1),
        next=href(number + 1),
        pages=tuple(Link(str(page), href(page)) for page in _linked(number, total)),
    )


def _linked(number: int, total: int) -> tuple[int, ...]:
    if total <= ALL_LINKED:
        return tuple(range(1, total + 1))
    near = range(max(2, number - _NEAR), min(total - 1, number + _NEAR) + 1)
    return (1, *near, total)
