"""The outputs beside the pages: feeds, sitemap, robots.txt, header files."""

from __future__ import annotations

from collections.abc import Sequence

from showcase.model.catalog import Catalog
from showcase.model.page import Output, PlannedPage
from showcase.outputs.atom import feeds
from showcase.outputs.headers import header_files
from showcase.outputs.robots import robots
from showcase.outputs.sitemap import sitemaps
from showcase.pages.addresses import Addresses
from showcase.themes.theme import Theme


def make_outputs(
    catalog: Catalog, pages: Sequence[PlannedPage], addresses: Addresses, theme: Theme
) -> tuple[Output, ...]:
    """Everything that machines read. Feeds and the sitemap need absolute addresses: none without base_url."""
    return (
        *feeds(catalog, addresses, theme),
        *sitemaps(pages, addresses),
        robots(addresses),
        *header_files(catalog.site),
    )
