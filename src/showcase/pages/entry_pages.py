"""Pages of documents: story, brand, organisation, free page."""

from __future__ import annotations

from showcase.model.catalog import Key
from showcase.model.entry import Document
from showcase.model.view import BrandPage, FreePage, Link, OrganisationPage, Picture, Provenance, StoryPage
from showcase.pages.bodies import body_parts, table_of_contents
from showcase.pages.body_links import outside_links
from showcase.pages.cards import cover, entry_cards, leading, related_cards
from showcase.pages.excerpts import excerpt, shortened
from showcase.pages.facts import document_facts
from showcase.pages.frame import base_fields
from showcase.pages.lists import story_list
from showcase.pages.metrics import metric_views, source_numbers
from showcase.pages.place_tree import place_keys, place_path
from showcase.pages.provenance import provenance, translation_note
from showcase.pages.structured_data import article, entity
from showcase.pages.vantage import Vantage

_CHINESE_A_MINUTE = 400
_WORDS_A_MINUTE = 200
"""Reading speeds on screen: Chinese in characters, other languages in words."""

_NOTHING_STATED = Provenance((), (), (), "")
"""Of the later pages of a list, which state nothing of their own."""


def story_page(vantage: Vantage, document: Document) -> StoryPage:
    """A story."""
    edition = vantage.edition
    key: Key = ("story", document.id)
    relations = edition.relations(key)
    description = document.summary or excerpt(vantage, document)
    shown = leading(cover(vantage, key))
    image = _absolute_picture(vantage, shown.picture)
    before, after = edition.catalog.neighbours.get(document.id, ("", ""))
    feeds = (("home", ""), *(("brand", brand) for brand in relations.brands if edition.has(("brand", brand))))
    return StoryPage(
        **base_fields(
            vantage,
            key,
            kind="story",
            section="stories",
            title=document.title,
            description=shortened(description),
            crumbs=_story_crumbs(vantage, key),
            graph=(article(vantage, document, shortened(description), image),),
            feeds=feeds,
            social="article",
            image=image,
        ),
        summary=document.summary,
        cover=shown,
        date=vantage.date(document.date),
        datetime=document.date.machine if document.date else "",
        updated=document.updated,
        brands=tuple(vantage.link(("brand", one)) for one in relations.brands),
        organisations=tuple(vantage.link(("organisation", one)) for one in relations.organisations),
        places=tuple(place_path(vantage, one) for one in relations.places),
        topics=tuple(vantage.link(("topic", one)) for one in relations.topics),
        facts=document_facts(vantage, document),
        outside=outside_links(vantage, document),
        body=body_parts(vantage, document, headed=shown.picture is not None),
        toc=table_of_contents(document),
        metrics=metric_views(vantage, document, source_numbers(vantage, key)),
        minutes=reading_minutes(document),
        provenance=provenance(vantage, document),
        related=related_cards(vantage, edition.catalog.related.get(document.id, ())),
        previous=_neighbour(vantage, before),
        next=_neighbour(vantage, after),
        translation_note=translation_note(vantage, document),
    )


def reading_minutes(document: Document) -> int:
    """Whole minutes that reading takes, at least one; 0 for a document without prose."""
    count = document.body.characters
    chinese = document.language.partition("-")[0] in ("zh", "ja", "bo")
    return -(-count // (_CHINESE_A_MINUTE if chinese else _WORDS_A_MINUTE))


def _story_crumbs(vantage: Vantage, key: Key) -> tuple[Key, ...]:
    """By place where there is one, else by brand, else from the list of stories."""
    relations = vantage.edition.relations(key)
    if relations.places:
        return place_keys(vantage.edition, relations.places[0])
    if relations.brands and vantage.edition.has(("brands", "")):
        return (("brands", ""), ("brand", relations.brands[0]))
    return (("stories", ""),)


def _neighbour(vantage: Vantage, story: str) -> Link | None:
    key: Key = ("story", story)
    return vantage.link(key) if story and vantage.edition.has(key) else None


def brand_page(vantage: Vantage, document: Document, number: int) -> BrandPage:
    """Page `number` of a brand: the first tells of the brand itself; all list its stories."""
    key: Key = ("brand", document.id)
    stories = vantage.edition.stories_of(key)
    shown = leading(cover(vantage, key))
    image = _absolute_picture(vantage, shown.picture)
    description = _description(vantage, document, len(stories))
    return BrandPage(
        **base_fields(
            vantage,
            key,
            kind="brand",
            section="brands",
            title=document.title,
            description=description,
            number=number,
            crumbs=(("brands", ""),),
            graph=(entity(vantage, key, "Brand", description, image),),
            feeds=(("home", ""), key),
            image=image,
        ),
        summary=document.summary,
        cover=shown,
        facts=document_facts(vantage, document),
        outside=outside_links(vantage, document) if number == 1 else (),
        body=body_parts(vantage, document, headed=shown.picture is not None) if number == 1 else (),
        toc=table_of_contents(document) if number == 1 else (),
        metrics=metric_views(vantage, document, source_numbers(vantage, key)) if number == 1 else (),
        list=story_list(vantage, key, stories, number),
        provenance=provenance(vantage, document) if number == 1 else _NOTHING_STATED,
        translation_note=translation_note(vantage, document),
    )


def organisation_page(vantage: Vantage, document: Document, number: int) -> OrganisationPage:
    """Page `number` of an organisation: the first tells of it and its brands; all list the stories that name it."""
    edition = vantage.edition
    key: Key = ("organisation", document.id)
    stories = edition.stories_of(key)
    shown = leading(cover(vantage, key))
    image = _absolute_picture(vantage, shown.picture)
    description = _description(vantage, document, len(stories))
    brands = edition.catalog.brands_by_organisation.get(document.id, ())
    return OrganisationPage(
        **base_fields(
            vantage,
            key,
            kind="organisation",
            section="organisations",
            title=document.title,
            description=description,
            number=number,
            crumbs=(("organisations", ""),),
            graph=(entity(vantage, key, "Organization", description, image),),
            feeds=(("home", ""),),
            image=image,
        ),
        summary=document.summary,
        cover=shown,
        facts=document_facts(vantage, document),
        outside=outside_links(vantage, document) if number == 1 else (),
        body=body_parts(vantage, document, headed=shown.picture is not None) if number == 1 else (),
        toc=table_of_contents(document) if number == 1 else (),
        metrics=metric_views(vantage, document, source_numbers(vantage, key)) if number == 1 else (),
        brands=entry_cards(vantage, [("brand", one) for one in brands if edition.has(("brand", one))]),
        list=story_list(vantage, key, stories, number),
        provenance=provenance(vantage, document) if number == 1 else _NOTHING_STATED,
        translation_note=translation_note(vantage, document),
    )


def free_page(vantage: Vantage, document: Document) -> FreePage:
    """A page outside the lists: about, how to reach us."""
    key: Key = ("page", document.id)
    return FreePage(
        **base_fields(
            vantage,
            key,
            kind="page",
            section=f"page-{document.id}",
            title=document.title,
            description=shortened(document.summary or excerpt(vantage, document)),
            feeds=(("home", ""),),
        ),
        summary=document.summary,
        outside=outside_links(vantage, document),
        body=body_parts(vantage, document),
        toc=table_of_contents(document),
        metrics=metric_views(vantage, document, source_numbers(vantage, key)),
        provenance=provenance(vantage, document),
        translation_note=translation_note(vantage, document),
    )


def _description(vantage: Vantage, document: Document, count: int) -> str:
    """A brand's or organisation's own words, else what its page lists."""
    own = shortened(document.summary or excerpt(vantage, document))
    return own or vantage.t(f"{document.kind}.description", name=document.title, n=count)


def _absolute_picture(vantage: Vantage, picture: Picture | None) -> str:
    """The picture's address for machines, which need scheme and host; empty without base_url."""
    if picture is None or not vantage.addresses.absolute("/"):
        return ""
    return vantage.addresses.absolute(f"/{picture.src.removeprefix(vantage.root)}")
