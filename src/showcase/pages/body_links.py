"""Where the links of a body lead."""

from __future__ import annotations

from functools import cached_property

from showcase.model.body import LinkUse
from showcase.model.catalog import LinkTarget
from showcase.model.entry import Document
from showcase.model.view import OutsideLink
from showcase.pages.vantage import Vantage


class BodyLinks:
    """The links of one document's body, by their index in it."""

    def __init__(self, vantage: Vantage, document: Document) -> None:
        self._vantage = vantage
        self._document = document

    def href(self, index: int) -> str:
        """The address of a link, empty where it leads nowhere (the catalog stage has said so)."""
        found = self._find(index)
        if found is None:
            return ""
        use, target = found
        vantage = self._vantage
        fragment = f"#{target.fragment}" if target.fragment else ""
        if target.kind == "url":
            address = vantage.outside(target.target or use.target)
            anchor = self.outside.get(address)
            return f"#{anchor}" if anchor else address
        if target.kind == "fragment":
            return fragment or f"#{target.target.removeprefix('#')}"
        if target.kind == "entry" and target.entry is not None:
            return vantage.href(f"{vantage.url(target.entry)}{fragment}")
        if target.kind in ("place", "topic"):
            return vantage.href(f"{vantage.url((target.kind, target.target))}{fragment}")
        published = vantage.media.get(target.target)
        return vantage.href(f"/{published.output_path}{fragment}") if published else ""

    @cached_property
    def outside(self) -> dict[str, str]:
        """Address outside the site → its anchor on this page, in the text's order; empty unless the theme asks for codes."""
        if self._vantage.theme.outside_links != "codes":
            return {}
        found = (self._find(index) for index in range(len(self._document.body.links)))
        addresses = (
            self._vantage.outside(target.target or use.target)
            for use, target in filter(None, found)
            if target.kind == "url"
        )
        return {
            address: f"outside-{n}" for n, address in enumerate(dict.fromkeys(filter(None, addresses)), 1)
        }

    def file(self, index: int) -> str:
        """The site-relative path of the file that a link leads to, or an empty string."""
        found = self._find(index)
        return found[1].target if found and found[1].kind == "file" else ""

    def files(self) -> frozenset[str]:
        """The site-relative paths of all files that the text shows or links to."""
        return frozenset(self.file(index) for index in range(len(self._document.body.links)))

    def _find(self, index: int) -> tuple[LinkUse, LinkTarget] | None:
        links = self._document.body.links
        if not 0 <= index < len(links):
            return None
        use = links[index]
        known = self._vantage.edition.catalog.links
        # A translation without a text of its own shows its original's, whose links stand under that file's path.
        for path in (use.location.path, self._document.path):
            target = known.get((path, index))
            if target is not None:
                return use, target
        return None


def outside_links(vantage: Vantage, document: Document) -> tuple[OutsideLink, ...]:
    """What a page for screens that must not leave the site shows as codes."""
    return tuple(
        OutsideLink(anchor, address) for address, anchor in BodyLinks(vantage, document).outside.items()
    )
