"""What a page's bytes depend on besides its view: the digest of every template and text that may take part."""

from __future__ import annotations

from showcase.model.view import SiteView, View
from showcase.store.codec import digest, encode
from showcase.store.store import Store
from showcase.themes.lookup import closure, internal_name
from showcase.themes.theme import Theme


class Closures:
    """Digests of the templates' closures in one theme, each worked out once."""

    def __init__(self, theme: Theme, store: Store | None = None) -> None:
        self._theme = theme
        self._store = store
        self._strings = digest(encode(theme.strings))
        self._digests: dict[str, str] = {}
        self._site: SiteView | None = None
        self._site_digest = ""

    def view_digest(self, view: View) -> str:
        """The digest of a view. What the pages of a site share is looked through once for all that follow each other."""
        if view.site is not self._site:
            self._site, self._site_digest = view.site, digest(encode(view.site))
        return digest(self._site_digest, encode(view.page))

    def digest(self, template: str) -> str:
        """The digest for pages rendered with `template`; the whole theme's when its closure cannot be told."""
        known = self._digests.get(template)
        if known is None:
            sources = closure(self._theme.templates, template, self._store)
            if sources is None:
                known = digest("theme", self._theme.digest)
            else:
                parts = [part for source in sources for part in (internal_name(source), source.text)]
                known = digest("closure", self._strings, *parts)
            self._digests[template] = known
        return known
