"""Links and files of a published folder, read without a browser: every page, not a sample."""

from __future__ import annotations

import html.parser
import urllib.parse
from collections import Counter
from pathlib import Path

from example import PublishedPage

_LINKS = {"href", "src", "srcset", "poster", "action", "data-index", "data-client"}


class _Page(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = {"", "top"}
        self.title = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id" and value:
                self.anchors.add(value)
            elif name == "srcset" and value:
                self.links += [part.split()[0] for part in value.split(",")]
            elif name in _LINKS and value:
                self.links.append(value)
        self._in_title = tag == "title" and not self.title

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title, self._in_title = data, False


def broken(folder: Path, listed: tuple[PublishedPage, ...], address: str) -> list[str]:
    """Internal links, fragments and files that lead nowhere."""
    read = {page.file: _read(page.file) for page in listed}
    found = []
    for page in listed:
        for link in read[page.file].links:
            absolute = urllib.parse.urljoin(address + page.address, link)
            parts = urllib.parse.urlsplit(absolute)
            if not absolute.startswith(address):
                continue
            target = folder / urllib.parse.unquote(parts.path).lstrip("/")
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                found.append(f"{page.address} → {link}")
            elif target in read and urllib.parse.unquote(parts.fragment) not in read[target].anchors:
                found.append(f"{page.address} → {link} (no such place)")
    return found


def same_titles(listed: tuple[PublishedPage, ...]) -> list[str]:
    """Titles that more than one page of a language has."""
    titles = Counter((page.language, _read(page.file).title) for page in listed)
    return [f"{title} ×{count}" for (_language, title), count in sorted(titles.items()) if count > 1]


def _read(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text("utf-8"))
    return page
