"""The catalog: all published entries with every relation resolved and every back-link computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from showcase.model.entry import Document, Place, Source, Topic
from showcase.model.site import SiteConfig

Key = tuple[str, str]
"""A kind and an id: `("story", "keqin-brine-shrimp")`. The same for all of an entry's languages."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What one document is tied to, as ids, in the order written. Shared by its translations."""

    brands: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    """Stories that the editor named."""


@dataclass(frozen=True, slots=True)
class RelatedStory:
    """A story worth reading next, and why: reasons are `("editor", "")`, `("brand", id)`, `("place", id)`,
    `("topic", id)` or `("organisation", id)`, weightiest first."""

    story: str
    reasons: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class PlaceNode:
    """A place in the resolved tree."""

    place: Place
    ancestors: tuple[str, ...]
    """From the root down, itself not included."""
    children: tuple[str, ...]
    stories: tuple[str, ...]
    """Stories of the place and of everything below it."""


@dataclass(frozen=True, slots=True)
class ResolvedSource:
    """A source that an entry relies on, with each place in it, in order of first use."""

    source: str
    locators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link in a body leads to. `kind`: `url` (leave as it is), `fragment` (same page), `entry` (a document, by
    key), `place`, `topic` (by id), `file` (a media file, by site-relative path), `none` (nowhere: the target is missing
    or not published, and a diagnostic says so; show the text alone)."""

    kind: str
    target: str
    entry: Key | None = None
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything that is published, in one value.

    `documents` maps key → language → document; translations are already filled from their originals, and every
    document that is a draft, not yet due or expired is gone. Orders (`stories`, `brands`, …) are lists of ids for the
    site's main language; an entry that exists only in another language comes at the end.
    """

    site: SiteConfig
    documents: Mapping[Key, Mapping[str, Document]]
    stories: tuple[str, ...]
    """Newest first (by date's earliest day, undated last), then by `order`, then by id."""
    brands: tuple[str, ...]
    organisations: tuple[str, ...]
    pages: tuple[str, ...]
    places: Mapping[str, PlaceNode]
    """In tree order: a parent stands before its children."""
    topics: Mapping[str, Topic]
    """In the order of the closed list."""
    sources: Mapping[str, Source]
    relations: Mapping[Key, Relations]
    related: Mapping[str, tuple[RelatedStory, ...]]
    """At most three for each story id."""
    neighbours: Mapping[str, tuple[str, str]]
    """Story id → (previous, next) ids within its first brand, else its first topic; empty string: none."""
    stories_by_brand: Mapping[str, tuple[str, ...]]
    stories_by_organisation: Mapping[str, tuple[str, ...]]
    stories_by_topic: Mapping[str, tuple[str, ...]]
    stories_by_year: Mapping[str, tuple[str, ...]]
    """Year ("2020") → stories, newest year first; "" holds the undated, last."""
    brands_by_organisation: Mapping[str, tuple[str, ...]]
    entry_sources: Mapping[Key, tuple[ResolvedSource, ...]]
    """What each document relies on: front matter, metrics and citations together."""
    links: Mapping[tuple[str, int], LinkTarget]
    """(document path, index into its `Body.links`) → where it leads."""
    media: Mapping[tuple[str, str], str]
    """(document path, path as written in its front matter) → site-relative path of the media file."""

    def document(self, key: Key, language: str) -> Document | None:
        """The document in `language`, or None when it has no such translation."""
        return self.documents.get(key, {}).get(language)

    def nearest(self, key: Key, language: str) -> Document:
        """The document in `language`, else in the main language, else in any. Raises KeyError for an unknown key."""
        versions = self.documents[key]
        found = versions.get(language) or versions.get(self.site.language)
        return found or next(iter(versions.values()))
