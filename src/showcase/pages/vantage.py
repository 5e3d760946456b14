"""Where a view is written from: an edition, and how links run from there."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from showcase.model.catalog import Key
from showcase.model.edtf import EdtfDate
from showcase.model.entry import Bodies, own_body
from showcase.model.medium import PublishedMedium
from showcase.model.view import EntryCard, Link, StoryCard, TreeNode
from showcase.pages.addresses import Addresses
from showcase.pages.edition import Edition
from showcase.text.dates import format_date
from showcase.themes.theme import Theme

_SCHEMES = ("http", "https", "mailto", "tel")


class Vantage:
    """An edition seen from all pages whose links share one `root` (Addresses.root): the whole edition in an ordinary
    build, the pages of one folder depth in a portable one. Whatever is shown on many pages is made once for each."""

    def __init__(
        self,
        edition: Edition,
        siblings: Mapping[str, Edition],
        theme: Theme,
        media: Mapping[str, PublishedMedium],
        addresses: Addresses,
        root: str,
        bodies: Bodies = own_body,
    ) -> None:
        self.edition = edition
        self.siblings = siblings
        """Every edition of the site by its language, this one included."""
        self.theme = theme
        self.media = media
        self.addresses = addresses
        self.root = root
        self.bodies = bodies
        self.language = edition.language
        self.story_cards: dict[str, StoryCard] = {}
        self.entry_cards: dict[Key, EntryCard] = {}
        self.trees: dict[tuple[str, int], tuple[TreeNode, ...]] = {}
        self._links: dict[Key, Link] = {}

    def t(self, key: str, **arguments: object) -> str:
        """The interface text `key` in the edition's language."""
        return self.theme.string(self.language, key, **arguments)

    def date(self, date: EdtfDate | None) -> str:
        """A date in words, no more exact than written; empty for None."""
        return format_date(date.text, self.language) if date else ""

    def url(self, key: Key) -> str:
        """The address of the page that stands for `key` in this edition, in whatever language it is."""
        return self.addresses.url(key, self.edition.page_language(key))

    def href(self, url: str) -> str:
        """The link to an address of this site."""
        return self.addresses.from_root(self.root, url)

    def outside(self, target: str) -> str:
        """An address outside the site as it may be printed: empty where its scheme is none that a reader follows
        (a defence in depth: the Markdown stage refuses such links already)."""
        try:
            scheme = urlsplit(target.strip()).scheme.lower()
        except ValueError:
            return ""
        return target if scheme in _SCHEMES else ""

    def name_language(self, key: Key) -> str:
        """The language of what `key` is called here, where that is not the page's own."""
        language = self.edition.name(key).language
        return "" if language == self.language else language

    def link(self, key: Key, count: int | None = None) -> Link:
        """A link named after its target; `language` is set when its name, or its page, is in another language."""
        link = self._links.get(key)
        if link is None:
            name = self.edition.name(key)
            there = name.language if name.language != self.language else self.edition.page_language(key)
            link = Link(name.text, self.href(self.url(key)), "" if there == self.language else there)
            self._links[key] = link
        return link if count is None else Link(link.label, link.href, link.language, count)

    def index_link(self, kind: str) -> Link:
        """A link to one of this edition's own lists (`stories`, `brands`, …) or to `home`."""
        key: Key = (kind, "")
        link = self._links.get(key)
        if link is None:
            link = Link(self.t(kind), self.href(self.addresses.url(key, self.language)))
            self._links[key] = link
        return link

    def year_link(self, year: str, count: int | None = None) -> Link:
        """A link to a year's page; the empty year is that of the undated."""
        return Link(
            self.year_label(year),
            self.href(self.addresses.url(("year", year), self.language)),
            count=count,
        )

    def year_label(self, year: str) -> str:
        """A year in words ("2020年"), or that the date is not stated."""
        return self.t("year.label", year=year) if year else self.t("undated")
