"""robots.txt (RFC 9309): everything may be read; where the sitemap is."""

from __future__ import annotations

from showcase.model.page import Output
from showcase.pages.addresses import Addresses


def robots(addresses: Addresses) -> Output:
    """The file at the site's root."""
    sitemap = addresses.absolute("/sitemap.xml")
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {sitemap}"] if sitemap else [])]
    return Output("robots.txt", ("\n".join(lines) + "\n").encode())
