"""Whether every address in a published folder leads to a file of it."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    """The addresses and the anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()
        self.twice: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if name in ("href", "src", "poster", "action", "data-index"):
                self.addresses.append(value)
            elif name == "http-equiv" and value == "refresh":
                content = dict(attrs).get("content") or ""
                self.addresses.append(content.partition("url=")[2])
            elif name == "id":
                if value in self.anchors:
                    self.twice.append(value)
                self.anchors.add(value)


def broken_links(public: Path, base_url: str = "https://example.org") -> list[str]:
    """`page → address` for each address that leads to no file, or to no anchor of one, or for an id given twice.
    An address under `base_url` counts as one of the site's own."""
    pages: dict[str, _Page] = {}
    for path in sorted(public.rglob("*.html")):
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(public).as_posix()] = page
    base_path = urlsplit(base_url).path.rstrip("/")
    broken = []
    for name, page in pages.items():
        broken += [f"{name} → #{anchor} twice" for anchor in page.twice]
        for address in page.addresses:
            target = _target(name, address, base_url, base_path)
            if target is None:
                continue
            path, fragment = target
            if not (public / path).is_file() or (
                fragment and path in pages and fragment not in pages[path].anchors
            ):
                broken.append(f"{name} → {address}")
    return broken


def _target(page: str, address: str, base_url: str, base_path: str) -> tuple[str, str] | None:
    """The published file and the anchor that an address on a page means; None for one of another site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        if not address.startswith(f"{base_url}/"):
            return None
        path = parts.path.removeprefix(base_path).removeprefix("/")
    elif not parts.path:
        path = page
    elif parts.path.startswith("/"):
        if not parts.path.startswith(f"{base_path}/"):
            return "outside the base path", ""
        path = parts.path.removeprefix(base_path).removeprefix("/")
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
        path += "/" if parts.path.endswith("/") else ""
    path = unquote(path)
    if path == "" or path.endswith("/"):
        path += "index.html"
    return path, unquote(parts.fragment)
