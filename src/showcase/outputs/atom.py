"""Atom feeds (RFC 4287): the site's, each brand's and each topic's, in every language that has stories."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from showcase.model.catalog import Catalog, Key
from showcase.model.entry import Document
from showcase.model.page import Output
from showcase.outputs.xml_text import xml_text
from showcase.pages.addresses import Addresses
from showcase.pages.edition import Edition
from showcase.pages.excerpts import excerpt
from showcase.pages.vantage import Vantage
from showcase.themes.theme import Theme

_UNKNOWN_DAY = "1970-01-01"
"""RFC 4287 demands an `updated`; where no source gives any day, this one claims nothing."""


def feeds(catalog: Catalog, addresses: Addresses, theme: Theme) -> Iterator[Output]:
    """All feeds; none when the site has no base_url, because a feed is read away from its site."""
    if not addresses.absolute("/"):
        return
    editions = {texts.code: Edition(catalog, texts.code) for texts in catalog.site.languages}
    for edition in editions.values():
        if not edition.stories:
            continue
        vantage = Vantage(edition, editions, theme, {}, addresses, "/")
        writer = _FeedWriter(vantage)
        yield writer.feed(("home", ""), edition.texts.title, edition.stories)
        terms = [*(("brand", one) for one in edition.brands), *(("topic", one) for one in edition.topics)]
        for key in terms:
            stories = edition.stories_of(key)
            if stories:
                title = vantage.t("feed.title", name=edition.name(key).text, site=edition.texts.title)
                yield writer.feed(key, title, stories)


class _FeedWriter:
    """Writes the feeds of one language; an entry that is in several is made once."""

    def __init__(self, vantage: Vantage) -> None:
        self.vantage = vantage
        self.addresses = vantage.addresses
        self.language = vantage.language
        self._entries: dict[str, str] = {}

    def feed(self, key: Key, title: str, stories: tuple[str, ...]) -> Output:
        """The feed that stands at the page of `key`: the stories last changed, as many as site.yaml says."""
        size = self.vantage.edition.catalog.site.feed_size
        newest = sorted(stories, key=self._day, reverse=True)[:size]
        texts = self.vantage.edition.texts
        url = self.addresses.feed_url(key, self.language)
        page = self.addresses.absolute(self.addresses.url(key, self.language))
        updated = max((self._day(story) for story in newest), default=_UNKNOWN_DAY)
        subtitle = texts.description or texts.subtitle
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml_text(self.language)}">',
            f"<id>{self._identifier('feed', *key)}</id>",
            f"<title>{xml_text(title)}</title>",
            *([f"<subtitle>{xml_text(subtitle)}</subtitle>"] if subtitle and key[0] == "home" else []),
            f"<updated>{updated}T00:00:00Z</updated>",
            f"<author><name>{xml_text(texts.organiser.name or texts.title)}</name></author>",
            f'<link rel="self" type="application/atom+xml" href="{xml_text(self.addresses.absolute(url))}"/>',
            f'<link rel="alternate" type="text/html" href="{xml_text(page)}"/>',
            *(self._entry(story) for story in newest),
            "</feed>",
        ]
        return Output(self.addresses.output_path(url), ("\n".join(lines) + "\n").encode())

    def _entry(self, story: str) -> str:
        known = self._entries.get(story)
        if known is None:
            known = self._entries[story] = self._write_entry(story)
        return known

    def _write_entry(self, story: str) -> str:
        edition = self.vantage.edition
        key: Key = ("story", story)
        document = self._document(story)
        url = self.addresses.absolute(self.addresses.url(key, self.language))
        summary = document.summary or excerpt(self.vantage, document)
        topics = (edition.name(("topic", topic)).text for topic in edition.relations(key).topics)
        lines = [
            "<entry>",
            f"<id>{self._identifier(*key)}</id>",
            f"<title>{xml_text(document.title)}</title>",
            f'<link rel="alternate" type="text/html" href="{xml_text(url)}"/>',
            f"<updated>{self._day(story)}T00:00:00Z</updated>",
            *([f"<published>{document.publish_from}T00:00:00Z</published>"] if document.publish_from else []),
            *(f'<category term="{xml_text(topic)}"/>' for topic in topics),
            *([f"<summary>{xml_text(summary)}</summary>"] if summary else []),
            "</entry>",
        ]
        return "\n".join(lines)

    def _day(self, story: str) -> str:
        """The day of the last change as far as the sources tell: `updated`, else `publish_from`, else its date."""
        document = self._document(story)
        happened = document.date.earliest if document.date else ""
        return document.updated or document.publish_from or happened or _UNKNOWN_DAY

    def _document(self, story: str) -> Document:
        return self.vantage.edition.catalog.nearest(("story", story), self.language)

    def _identifier(self, *parts: str) -> str:
        """An id that stays when the entry's title, slug or place in the site changes: a name-based UUID (RFC 9562 §5.5)
        of the site, the language and the entry's id."""
        name = "\n".join((self.vantage.edition.catalog.site.base_url, self.language, *parts))
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"
