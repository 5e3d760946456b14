"""Where every page stands: addresses, output paths, and links from one page to another.

An address (`url`) is relative to the site's root, starts with a slash and is plain text (`/stories/a/`,
`/old/旧.html`); only `href` and `absolute` percent-encode (RFC 3986), because only they are printed.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from showcase.model.catalog import Catalog, Key
from showcase.text.slugs import slug

FOLDERS = {
    "story": "stories",
    "brand": "brands",
    "organisation": "organisations",
    "place": "places",
    "topic": "topics",
    "year": "years",
}
"""Kind of a page → the folder of its address. A free page (`page`) stands at the root."""

INDEXES = ("stories", "brands", "organisations", "places", "topics", "years", "sources", "search")
"""Kinds of the pages that list; their key is `(kind, "")`."""

RESERVED = ("assets", "media", *INDEXES)
"""First parts of addresses that only showcase itself gives out; the codes of the languages are reserved, too."""

UNDATED = "undated"

_LONGEST_SLUG = 80
"""Characters; Chinese ones take three bytes each, and file systems end at 255."""

_CLEAN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_WRITTEN = re.compile(r"\w(?:[\w.-]*\w)?")
_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*", re.ASCII)


class Addresses:
    """Addresses of one catalog's pages.

    `portable`: links are relative and name `index.html`, so that they work from any folder and from `file://`.
    """

    def __init__(self, catalog: Catalog, *, portable: bool) -> None:
        self.portable = portable
        self._catalog = catalog
        self._site = catalog.site
        self._slugs: dict[tuple[Key, str], str] = {}

    def prefix(self, language: str) -> str:
        """The root of a language: `/` for the site's main one, else `/en/`."""
        return "/" if language == self._site.language else f"/{language}/"

    def url(self, key: Key, language: str) -> str:
        """The address of a page in `language`.

        `key` is an entry's (`("story", "a")`; story, brand, organisation, page, place, topic), a year's
        (`("year", "2020")`, the empty id for the undated), an index's (`("stories", "")`, see INDEXES), `("home", "")`
        or `("not_found", "")`. A document without a version in `language` is addressed where it stands: in the main
        language, else in the first that has it. KeyError for a document that the catalog lacks.
        """
        kind, identifier = key
        if kind in ("story", "brand", "organisation", "page"):
            return self._document_url(key, language)
        prefix = self.prefix(language)
        if kind == "home":
            return prefix
        if kind == "not_found":
            return f"{prefix}404.html"
        if kind in INDEXES:
            return f"{prefix}{kind}/"
        if kind == "year":
            return f"{prefix}years/{identifier or UNDATED}/"
        return f"{prefix}{FOLDERS[kind]}/{derived_slug(identifier)}/"

    def page_url(self, url: str, number: int) -> str:
        """The address of page `number` (from 1) of a list that starts at `url`."""
        return url if number == 1 else f"{url}page/{number}/"

    def feed_url(self, key: Key, language: str) -> str:
        """The address of the Atom feed of the site (`("home", "")`), a brand or a topic."""
        return f"{self.url(key, language)}feed.xml"

    def output_path(self, url: str) -> str:
        """The file that holds `url`, relative to the output folder (`/stories/a/#x` → `stories/a/index.html`)."""
        path = _split(url)[0].removeprefix("/")
        return f"{path}index.html" if not path or path.endswith("/") else path

    def root(self, from_url: str) -> str:
        """What stands before the site's root in links of the page at `from_url`: `/brands/`, or `../../`."""
        if not self.portable:
            return f"{_encoded(self._site.base_path)}/"
        return "../" * self.output_path(from_url).count("/")

    def href(self, from_url: str, to_url: str) -> str:
        """The link from one page to another page or file, ready to print but for HTML escaping."""
        return self.from_root(self.root(from_url), to_url)

    def from_root(self, root: str, to_url: str) -> str:
        """The link to `to_url` for all pages that share `root` (see there)."""
        path, rest = _split(to_url)
        target = self.output_path(path) if self.portable else path.removeprefix("/")
        return f"{root}{_encoded(target)}{_encoded_rest(rest)}"

    def absolute(self, url: str) -> str:
        """The address with scheme and host, or an empty string when the site has no base_url."""
        if not self._site.base_url:
            return ""
        path, rest = _split(url)
        return f"{self._site.base_url}{_encoded(path)}{_encoded_rest(rest)}"

    def _document_url(self, key: Key, language: str) -> str:
        known = self._slugs.get((key, language))
        if known is not None:
            return known
        document = self._catalog.nearest(key, language)
        is_whole = len(document.slug) <= _LONGEST_SLUG and _WRITTEN.fullmatch(document.slug)
        name = document.slug if is_whole else derived_slug(document.slug or document.id)
        folder = f"{FOLDERS[key[0]]}/" if key[0] in FOLDERS else ""
        url = f"{self.prefix(document.language)}{folder}{name}/"
        self._slugs[key, language] = url
        return url


def derived_slug(identifier: str) -> str:
    """The address part of an id: the id itself where it is lower-case ASCII words joined by hyphens."""
    return (
        identifier if len(identifier) <= _LONGEST_SLUG and _CLEAN.fullmatch(identifier) else slug(identifier)
    )


def _split(url: str) -> tuple[str, str]:
    """An address without and with only its query and fragment."""
    if "#" not in url and "?" not in url:
        return url, ""
    at = min((place for place in (url.find("?"), url.find("#")) if place >= 0), default=len(url))
    return url[:at], url[at:]


def _encoded(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/-._~")


def _encoded_rest(rest: str) -> str:
    return quote(rest, safe="?#=&%+-._~/:@!$'()*,;") if rest else ""
