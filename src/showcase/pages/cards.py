"""Entries as lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from showcase.model.catalog import Key, RelatedStory
from showcase.model.view import Cover, EntryCard, StoryCard
from showcase.pages.excerpts import excerpt
from showcase.pages.pictures import cover_picture
from showcase.pages.plates import plate
from showcase.pages.vantage import Vantage

_MOST_CARDS = 16_384
"""Kept of stories; beyond, all are forgotten and made again as they are asked for, at 20 µs each."""


def cover(vantage: Vantage, key: Key) -> Cover:
    """What stands for a document."""
    document = vantage.edition.catalog.nearest(key, vantage.language)
    return Cover(plate(vantage.edition, key), cover_picture(vantage, document))


def leading(shown: Cover) -> Cover:
    """The same at the head of a page, where it is to load at once."""
    return replace(shown, picture=replace(shown.picture, first=True)) if shown.picture else shown


def story_card(vantage: Vantage, story: str) -> StoryCard:
    """A story in a list; in the nearest language when this edition lacks it."""
    card = vantage.story_cards.get(story)
    if card is None:
        card = _story_card(vantage, story)
        if len(vantage.story_cards) >= _MOST_CARDS:
            vantage.story_cards.clear()
        vantage.story_cards[story] = card
    return card


def _story_card(vantage: Vantage, story: str) -> StoryCard:
    key = ("story", story)
    edition = vantage.edition
    document = edition.catalog.nearest(key, vantage.language)
    relations = edition.relations(key)
    place, place_language = _first_name(vantage, "place", relations.places)
    brand, brand_language = _first_name(vantage, "brand", relations.brands)
    return StoryCard(
        title=document.title,
        href=vantage.href(vantage.url(key)),
        language=document.language,
        summary=document.summary or excerpt(vantage, document),
        place=place,
        date=vantage.date(document.date),
        datetime=document.date.machine if document.date else "",
        brand=brand,
        cover=cover(vantage, key),
        place_language=place_language,
        brand_language=brand_language,
    )


def lead_card(vantage: Vantage, story: str) -> StoryCard:
    """The story that the home page opens with."""
    card = story_card(vantage, story)
    return replace(card, cover=leading(card.cover))


def _first_name(vantage: Vantage, kind: str, identifiers: tuple[str, ...]) -> tuple[str, str]:
    """What the first of them is called here, and in which language when that is not the page's; empty for none."""
    if not identifiers:
        return "", ""
    key: Key = (kind, identifiers[0])
    return vantage.edition.name(key).text, vantage.name_language(key)


def story_cards(vantage: Vantage, stories: Iterable[str]) -> tuple[StoryCard, ...]:
    """Cards of many stories."""
    return tuple(story_card(vantage, story) for story in stories)


def related_cards(vantage: Vantage, related: Iterable[RelatedStory]) -> tuple[StoryCard, ...]:
    """Related stories of this language, each with why it is shown."""
    return tuple(
        replace(
            story_card(vantage, one.story),
            reasons=tuple(_reason(vantage, reason) for reason in one.reasons),
        )
        for one in related
        if vantage.edition.has(("story", one.story))
    )


def _reason(vantage: Vantage, reason: Key) -> str:
    kind, identifier = reason
    name = vantage.edition.name(reason).text if identifier else ""
    return vantage.t(f"reason.{kind}", name=name)


def entry_card(vantage: Vantage, key: Key) -> EntryCard:
    """A brand, organisation, page or topic in a list."""
    card = vantage.entry_cards.get(key)
    if card is None:
        card = _topic_card(vantage, key) if key[0] == "topic" else _document_card(vantage, key)
        vantage.entry_cards[key] = card
    return card


def entry_cards(vantage: Vantage, keys: Iterable[Key]) -> tuple[EntryCard, ...]:
    """Cards of many entries."""
    return tuple(entry_card(vantage, key) for key in keys)


def _document_card(vantage: Vantage, key: Key) -> EntryCard:
    edition = vantage.edition
    document = edition.catalog.nearest(key, vantage.language)
    relations = edition.relations(key)
    if key[0] == "brand":
        detail = (
            edition.name(("organisation", relations.organisations[0])).text if relations.organisations else ""
        )
    else:
        detail = document.organisation_kind
    if not detail and relations.places:
        detail = edition.name(("place", relations.places[0])).text
    return EntryCard(
        title=document.title,
        href=vantage.href(vantage.url(key)),
        language=document.language,
        summary=document.summary or excerpt(vantage, document),
        detail=detail,
        count=len(edition.stories_of(key)) if key[0] in ("brand", "organisation") else 0,
        cover=cover(vantage, key),
    )


def _topic_card(vantage: Vantage, key: Key) -> EntryCard:
    edition = vantage.edition
    name = edition.name(key)
    return EntryCard(
        title=name.text,
        href=vantage.href(vantage.url(key)),
        language=name.language,
        summary=edition.summary(key),
        detail="",
        count=len(edition.stories_of(key)),
        cover=Cover(plate(edition, key)),
    )
