"""The assemble stage, step by step. It is the one barrier: everything is read before anything is tied together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from showcase.catalog.entries import gather
from showcase.catalog.files import Files
from showcase.catalog.links import resolve_links
from showcase.catalog.media_uses import check_media, resolve_media
from showcase.catalog.metrics import check_metrics
from showcase.catalog.names import Names
from showcase.catalog.order import (
    below_places,
    brands_by_organisation,
    by_year,
    grouped,
    neighbours,
    ordered_documents,
    ordered_stories,
)
from showcase.catalog.places import plant_tree
from showcase.catalog.provenance import resolve_sources, unused_sources
from showcase.catalog.related import related_stories
from showcase.catalog.relations import resolve_relations, unused_topics
from showcase.catalog.shown import split_by_day
from showcase.catalog.suggest import Suggestions
from showcase.catalog.translations import fill_translations
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.catalog import Catalog, PlaceNode
from showcase.model.entry import ParsedFile, Place
from showcase.model.site import SiteConfig
from showcase.model.source import MediaFile
from showcase.text.pinyin import sort_key


def assemble(
    site: SiteConfig,
    parsed: Iterable[ParsedFile],
    media: Iterable[MediaFile],
    *,
    today: date,
    drafts: bool,
) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """The catalog of what is published on `today`, and everything that is wrong between entries. Never raises for
    anything that a parse stage may give; what is wrong is left out of the catalog."""
    language = site.language
    suggestions = Suggestions()
    entries, gathered = gather(site, parsed)
    everything, translated = fill_translations(entries, language, suggestions)
    documents, hidden = split_by_day(everything, today, drafts=drafts)
    names = Names(entries, hidden, suggestions)
    tree, planted = plant_tree(entries.places, names)
    relations, related_faults = resolve_relations(documents, language, hidden, names)
    entry_sources, sourced = resolve_sources(documents, language, names)
    files = Files(media, suggestions)
    links, linked = resolve_links(entries, documents, files, suggestions)
    front_matter_media, filed = resolve_media(documents, files)

    stories = ordered_stories(documents, language)
    brands = ordered_documents(documents, "brand", language, sort_key)
    by_brand = grouped(stories, relations, lambda tied: tied.brands)
    by_topic = grouped(stories, relations, lambda tied: tied.topics)
    catalog = Catalog(
        site=site,
        documents=documents,
        stories=stories,
        brands=brands,
        organisations=ordered_documents(documents, "organisation", language, sort_key),
        pages=ordered_documents(documents, "page", language, sort_key),
        places=_nodes(entries.places, tree, below_places(stories, relations, tree)),
        topics=entries.topics,
        sources=entries.sources,
        relations=relations,
        related=related_stories(stories, relations, entries.places, tree),
        neighbours=neighbours(stories, relations, by_brand, by_topic),
        stories_by_brand=by_brand,
        stories_by_organisation=grouped(stories, relations, lambda tied: tied.organisations),
        stories_by_topic=by_topic,
        stories_by_year=by_year(stories, documents, language),
        brands_by_organisation=brands_by_organisation(brands, relations),
        entry_sources=entry_sources,
        links=links,
        media=front_matter_media,
    )
    faults = (
        *gathered,
        *translated,
        *planted,
        *related_faults,
        *sourced,
        *linked,
        *filed,
        *check_media(documents, front_matter_media, links),
        *check_metrics(documents, language, suggestions, today, need_sources=site.numbers_need_sources),
        *unused_sources(entries.sources, everything, names),
        *unused_topics(entries.topics, everything, names),
    )
    return catalog, faults


def _nodes(
    places: Mapping[str, Place], tree: Mapping[str, tuple[str, ...]], stories: Mapping[str, tuple[str, ...]]
) -> dict[str, PlaceNode]:
    children: dict[str, list[str]] = {place: [] for place in tree}
    for place, ancestors in tree.items():
        if ancestors:
            children[ancestors[-1]].append(place)
    return {
        place: PlaceNode(places[place], ancestors, tuple(children[place]), stories[place])
        for place, ancestors in tree.items()
    }
