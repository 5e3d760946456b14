"""sitemap.xml (sitemaps.org protocol 0.9), with the languages of each page as xhtml:link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showcase.model.page import Output, PlannedPage
from showcase.outputs.xml_text import xml_text
from showcase.pages.addresses import Addresses

MOST_ADDRESSES = 50_000
MOST_BYTES = 50_000_000
"""Limits of one sitemap file (sitemaps.org; its megabyte is a little larger)."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_OPEN = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_CLOSE = "</urlset>\n"
_ROOM = MOST_BYTES - len(_HEAD) - len(_OPEN) - len(_CLOSE)


def sitemaps(
    pages: Sequence[PlannedPage], addresses: Addresses, *, most: int = MOST_ADDRESSES
) -> tuple[Output, ...]:
    """One file, or numbered files with an index over them where one would be too large; none without base_url."""
    if not addresses.absolute("/"):
        return ()
    files = [
        f"{_HEAD}{_OPEN}{''.join(entries)}{_CLOSE}".encode() for entries in _portions(_entries(pages), most)
    ]
    if len(files) == 1:
        return (Output("sitemap.xml", files[0]),)
    names = [f"sitemap-{number}.xml" for number in range(1, len(files) + 1)]
    listed = "".join(
        f"<sitemap><loc>{xml_text(addresses.absolute(f'/{name}'))}</loc></sitemap>\n" for name in names
    )
    index = f'{_HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</sitemapindex>\n'
    return (
        Output("sitemap.xml", index.encode()),
        *(Output(name, data) for name, data in zip(names, files, strict=True)),
    )


def _entries(pages: Sequence[PlannedPage]) -> Iterator[str]:
    """One `url` element for each page that search engines may list."""
    for page in pages:
        listing = page.listing_of()
        if listing is None:
            continue
        lastmod = f"<lastmod>{xml_text(listing.changed)}</lastmod>" if listing.changed else ""
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{xml_text(one.language)}" href="{xml_text(one.href)}"/>'
            for one in listing.alternates
        )
        yield f"<url><loc>{xml_text(listing.address)}</loc>{lastmod}{alternates}</url>\n"


def _portions(entries: Iterator[str], most: int) -> Iterator[list[str]]:
    """Entries by files, none larger than a file may be; one empty portion when there is nothing."""
    portion: list[str] = []
    size = 0
    for entry in entries:
        length = len(entry.encode())
        if portion and (len(portion) == most or size + length > _ROOM):
            yield portion
            portion, size = [], 0
        portion.append(entry)
        size += length
    yield portion
