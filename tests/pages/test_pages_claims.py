"""Every address is claimed once, and a clash names both claimants."""

from __future__ import annotations

import pytest

from pages.pages_catalog import Builder, site, theme
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.wording import word
from showcase.pages.addresses import Addresses
from showcase.pages.plan import plan


def _plan(builder: Builder) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    catalog = builder.catalog()
    pages, diagnostics = plan(catalog, theme(), {}, Addresses(catalog, portable=False))
    return {page.url: page.claimed_by for page in pages}, diagnostics


def test_one_slug_for_two_stories_names_both_files() -> None:
    builder = Builder()
    builder.add("story", "a", slug="spring")
    builder.add("story", "b", slug="spring")
    pages, (clash,) = _plan(builder)
    assert clash.code == "address-clash"
    assert clash.location.path == "content/stories/b.md"
    assert [location.path for location in clash.related] == ["content/stories/a.md"]
    assert "content/stories/a.md" in word(clash, "zh").message
    assert pages["/stories/spring/"] == "content/stories/a.md"


@pytest.mark.parametrize("alias", ["/Stories/A/", "/stories/a", "/stories/"])
def test_an_old_address_gives_way_to_a_page(alias: str) -> None:
    builder = Builder()
    builder.add("story", "a")
    builder.add("story", "b", aliases=(alias,))
    _, (clash,) = _plan(builder)
    assert (clash.code, clash.location.path) == ("address-clash", "content/stories/b.md")


def test_a_file_clashes_with_a_folder_of_its_name() -> None:
    builder = Builder()
    builder.add("story", "a", aliases=("/old.html",))
    builder.add("story", "b", aliases=("/old.html/more/",))
    _, (clash,) = _plan(builder)
    assert clash.code == "address-clash"


@pytest.mark.parametrize("slug", ["assets", "search", "en", "stories"])
def test_a_free_page_cannot_take_a_name_of_the_site(slug: str) -> None:
    builder = Builder(site("zh-CN", "en"))
    builder.add("page", "a", slug=slug)
    _, (fault,) = _plan(builder)
    assert (fault.code, fault.arguments["part"]) == ("address-reserved", slug)


def test_in_another_language_too() -> None:
    builder = Builder(site("zh-CN", "en"))
    builder.add("page", "a", "en", slug="media")
    _, (fault,) = _plan(builder)
    assert fault.code == "address-reserved"


@pytest.mark.parametrize(
    "alias",
    [
        "https://example.org/a/",
        "/show.php?id=3",
        "/../secret/",
        "/a b/",
        "",
        "/a//b/",
        "/c:/",
        "/.git/",
        "/" + "长" * 70 + "/",
    ],
)
def test_what_no_file_can_answer_is_refused(alias: str) -> None:
    builder = Builder()
    builder.add("story", "a", aliases=(alias,))
    pages, (fault,) = _plan(builder)
    assert fault.code == "alias-unusable"
    assert not [url for url, claimant in pages.items() if claimant.endswith("a.md") and "stories" not in url]


@pytest.mark.parametrize("alias", ["/assets/x/", "/feed.xml", "/brands/x/feed.xml", "/media/"])
def test_files_of_the_site_cannot_be_old_addresses(alias: str) -> None:
    builder = Builder()
    builder.add("story", "a", aliases=(alias,))
    _, (fault,) = _plan(builder)
    assert fault.code == "address-reserved"


def test_old_addresses_of_any_script_lead_on() -> None:
    builder = Builder(site("zh-CN", "en"))
    builder.add("story", "a", aliases=("/旧网址", "/%E6%97%A7.html", "/活动（一）/"))
    builder.add("story", "a", "en", aliases=("/旧网址", "/%E6%97%A7.html"))
    pages, diagnostics = _plan(builder)
    assert not diagnostics
    assert {"/旧网址/", "/旧.html", "/活动（一）/"} <= set(pages)
