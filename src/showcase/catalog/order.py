"""The orders of lists, and which stories stand in which list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from showcase.catalog.shown import Documents
from showcase.model.catalog import Key, Relations
from showcase.model.entry import Document

_LAST = 1 << 62


def ordered_stories(documents: Documents, language: str) -> tuple[str, ...]:
    """Newest first by the earliest day of the date, undated last, then by `order`, then by id. Stories that the main
    `language` lacks come after all others."""
    stories = sorted(_of_kind(documents, "story", language), key=lambda item: _by_order(item[1]))
    stories.sort(key=lambda item: item[1].date.earliest if item[1].date else "", reverse=True)
    stories.sort(key=lambda item: item[1].language != language)
    return tuple(identifier for identifier, _ in stories)


def ordered_documents(
    documents: Documents, kind: str, language: str, sort_key: Callable[[str, str], str]
) -> tuple[str, ...]:
    """By `order`, entries without one after all that have one and then as a dictionary does (`sort_key` of title and
    given pinyin), then by id. Entries that the main `language` lacks come after all others."""
    found = _of_kind(documents, kind, language)
    # Reading Chinese aloud needs a large dictionary: not asked for unless it decides something.
    unordered = sum(1 for _, document in found if document.order is None)

    def place(item: tuple[str, Document]) -> tuple[bool, int, str, str]:
        identifier, document = item
        number = _LAST if document.order is None else document.order
        sound = sort_key(document.title, document.pinyin) if document.order is None and unordered > 1 else ""
        return document.language != language, number, sound, identifier

    return tuple(identifier for identifier, _ in sorted(found, key=place))


def grouped(
    stories: Iterable[str], relations: Mapping[Key, Relations], of: Callable[[Relations], tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Id of a related entry → the stories that name it, in the order of `stories`."""
    groups: dict[str, list[str]] = {}
    for story in stories:
        for identifier in of(relations["story", story]):
            groups.setdefault(identifier, []).append(story)
    return {identifier: tuple(members) for identifier, members in groups.items()}


def by_year(stories: Iterable[str], documents: Documents, language: str) -> dict[str, tuple[str, ...]]:
    """Year → stories, newest year first; the empty year, last, holds the undated."""
    groups: dict[str, list[str]] = {}
    for story in stories:
        date = _main(documents["story", story], language).date
        for year in (date.years if date else ()) or ("",):
            groups.setdefault(f"{year:04}" if isinstance(year, int) else year, []).append(story)
    return {year: tuple(groups[year]) for year in sorted(groups, reverse=True)}


def below_places(
    stories: Iterable[str], relations: Mapping[Key, Relations], tree: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Place id → the stories there and anywhere below, each once, in the order of `stories`."""
    found: dict[str, list[str]] = {place: [] for place in tree}
    for story in stories:
        places = relations["story", story].places
        if len(places) == 1:
            reached: Iterable[str] = (*tree[places[0]], places[0])
        else:
            reached = dict.fromkeys(one for place in places for one in (*tree[place], place))
        for place in reached:
            found[place].append(story)
    return {place: tuple(members) for place, members in found.items()}


def neighbours(
    stories: Iterable[str],
    relations: Mapping[Key, Relations],
    by_brand: Mapping[str, tuple[str, ...]],
    by_topic: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, str]]:
    """Story → the one before and the one after it in the list of its first brand, else of its first topic."""
    positions: dict[tuple[str, str], dict[str, int]] = {}
    found: dict[str, tuple[str, str]] = {}
    for story in stories:
        tied = relations["story", story]
        if tied.brands:
            kind, identifier, members = "brand", tied.brands[0], by_brand[tied.brands[0]]
        elif tied.topics:
            kind, identifier, members = "topic", tied.topics[0], by_topic[tied.topics[0]]
        else:
            found[story] = ("", "")
            continue
        ranks = positions.get((kind, identifier))
        if ranks is None:
            ranks = positions[kind, identifier] = {one: rank for rank, one in enumerate(members)}
        rank = ranks[story]
        before = members[rank - 1] if rank else ""
        after = members[rank + 1] if rank + 1 < len(members) else ""
        found[story] = (before, after)
    return found


def brands_by_organisation(
    brands: Iterable[str], relations: Mapping[Key, Relations]
) -> dict[str, tuple[str, ...]]:
    """Organisation → its brands, in the order of `brands`."""
    groups: dict[str, list[str]] = {}
    for brand in brands:
        for organisation in relations["brand", brand].organisations:
            groups.setdefault(organisation, []).append(brand)
    return {organisation: tuple(members) for organisation, members in groups.items()}


def _of_kind(documents: Documents, kind: str, language: str) -> list[tuple[str, Document]]:
    return [
        (identifier, _main(versions, language))
        for (one, identifier), versions in documents.items()
        if one == kind
    ]


def _main(versions: Mapping[str, Document], language: str) -> Document:
    return versions.get(language) or next(iter(versions.values()))


def _by_order(document: Document) -> tuple[int, str]:
    return (_LAST if document.order is None else document.order, document.id)
