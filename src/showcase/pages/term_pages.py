"""Pages that gather stories under a term: place, topic, year."""

from __future__ import annotations

from showcase.model.catalog import Key
from showcase.model.view import PlacePage, TopicPage, YearPage
from showcase.pages.cards import entry_cards
from showcase.pages.excerpts import shortened
from showcase.pages.frame import base_fields
from showcase.pages.lists import story_list
from showcase.pages.place_tree import below, place_keys, place_path
from showcase.pages.structured_data import collection, entity
from showcase.pages.vantage import Vantage


def place_page(vantage: Vantage, place: str, number: int) -> PlacePage:
    """Page `number` of a place: what is below it, and the stories there and below."""
    edition = vantage.edition
    key: Key = ("place", place)
    stories = edition.stories_of(key)
    name = edition.name(key).text
    summary = edition.summary(key)
    node = edition.catalog.places[place]
    counted = "place.description" if node.children else "place.description.leaf"
    description = shortened(summary) or vantage.t(counted, name=name, n=len(stories))
    organisations = edition.organisations_by_place.get(place, ())
    return PlacePage(
        **base_fields(
            vantage,
            key,
            kind="place",
            section="places",
            title=name,
            description=description,
            number=number,
            crumbs=(("places", ""), *place_keys(edition, place)[:-1]),
            graph=(entity(vantage, key, "Place", description),),
            feeds=(("home", ""),),
        ),
        summary=summary,
        level=vantage.t(f"level.{node.place.level}"),
        path=place_path(vantage, place),
        children=below(vantage, place),
        organisations=tuple(vantage.link(("organisation", one)) for one in organisations),
        brands=entry_cards(vantage, (("brand", one) for one in edition.brands_of_place(place))),
        list=story_list(vantage, key, stories, number),
    )


def topic_page(vantage: Vantage, topic: str, number: int) -> TopicPage:
    """Page `number` of a topic."""
    edition = vantage.edition
    key: Key = ("topic", topic)
    stories = edition.stories_of(key)
    name = edition.name(key).text
    summary = edition.summary(key)
    description = shortened(summary) or vantage.t("topic.description", name=name, n=len(stories))
    url = vantage.addresses.page_url(vantage.addresses.url(key, vantage.language), number)
    return TopicPage(
        **base_fields(
            vantage,
            key,
            kind="topic",
            section="topics",
            title=name,
            description=description,
            number=number,
            crumbs=(("topics", ""),),
            graph=(collection(vantage, name, description, url, len(stories)),),
            feeds=(("home", ""), key),
        ),
        summary=summary,
        list=story_list(vantage, key, stories, number),
    )


def year_page(vantage: Vantage, year: str, number: int) -> YearPage:
    """Page `number` of a year; the empty year is that of the undated."""
    edition = vantage.edition
    key: Key = ("year", year)
    stories = edition.stories_of(key)
    label = vantage.year_label(year)
    counted = "year.description" if year else "undated.description"
    description = vantage.t(counted, name=label, n=len(stories))
    url = vantage.addresses.page_url(vantage.addresses.url(key, vantage.language), number)
    # Newest first, the undated at the end: they have no year beside them.
    dated = [one for one in edition.years if one]
    at = dated.index(year) if year else -1
    earlier = dated[at + 1] if year and at + 1 < len(dated) else ""
    later = dated[at - 1] if at > 0 else ""
    return YearPage(
        **base_fields(
            vantage,
            key,
            kind="year",
            section="years",
            title=label,
            description=description,
            number=number,
            crumbs=(("years", ""),),
            graph=(collection(vantage, label, description, url, len(stories)),),
            feeds=(("home", ""),),
        ),
        year=year,
        list=story_list(vantage, key, stories, number),
        previous=vantage.year_link(earlier) if earlier else None,
        next=vantage.year_link(later) if later else None,
    )
