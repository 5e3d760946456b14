"""The sitemap, robots.txt and the header files."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from pages.pages_catalog import Builder, site, theme
from showcase.model.page import Output, Page
from showcase.outputs.make import make_outputs
from showcase.outputs.sitemap import sitemaps
from showcase.pages.addresses import Addresses
from showcase.pages.plan import plan

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def _planned(base_url: str = "https://example.org") -> tuple[tuple[Page, ...], Addresses, dict[str, Output]]:
    builder = Builder(site("zh-CN", "en", base_url=base_url))
    builder.add("story", "a", updated="2026-01-02", aliases=("/old/",), written=("aliases",))
    builder.add("story", "a", "en")
    builder.add("story", "b")
    catalog = builder.catalog()
    addresses = Addresses(catalog, portable=False)
    pages, _ = plan(catalog, theme(), {}, addresses)
    return (
        pages,
        addresses,
        {output.path: output for output in make_outputs(catalog, pages, addresses, theme())},
    )


def test_the_sitemap_has_each_page_once_with_its_languages() -> None:
    _, _, outputs = _planned()
    root = ET.fromstring(outputs["sitemap.xml"].data)
    urls = {url.findtext(f"{SITEMAP}loc"): url for url in root.iter(f"{SITEMAP}url")}
    story = urls["https://example.org/stories/a/"]
    assert story.findtext(f"{SITEMAP}lastmod") == "2026-01-02"
    assert [link.get("hreflang") for link in story.iter(f"{XHTML}link")] == ["zh-CN", "en", "x-default"]
    assert "https://example.org/en/stories/a/" in urls
    assert not [url for url in urls if url and ("404" in url or "old" in url)]
    assert len(urls) == len(list(root))


def test_a_large_sitemap_is_split_under_an_index() -> None:
    pages, addresses, _ = _planned()
    index, *files = sitemaps(pages, addresses, most=3)
    assert [output.path for output in files] == [
        f"sitemap-{number}.xml" for number in range(1, len(files) + 1)
    ]
    assert max(len(list(ET.fromstring(output.data))) for output in files) == 3
    listed = [one.text for one in ET.fromstring(index.data).iter(f"{SITEMAP}loc")]
    assert listed == [f"https://example.org/{output.path}" for output in files]


def test_without_base_url_there_is_no_sitemap_and_robots_names_none() -> None:
    _, _, outputs = _planned("")
    assert sorted(outputs) == ["_headers", "robots.txt"]
    assert b"Sitemap" not in outputs["robots.txt"].data


def test_robots_leads_to_the_sitemap() -> None:
    _, _, outputs = _planned("https://example.org/sub")
    assert b"Sitemap: https://example.org/sub/sitemap.xml\n" in outputs["robots.txt"].data


def test_header_and_page_state_the_same_policy() -> None:
    pages, _, outputs = _planned()
    policy = pages[0].view.site.csp
    assert policy
    assert f"Content-Security-Policy: {policy};".encode() in outputs["_headers"].data
    assert "unsafe" not in policy
    assert b"/assets/*\n  Cache-Control: public, max-age=31536000, immutable" in outputs["_headers"].data
