"""The kiosk theme as visitors of an exhibition meet it: it returns home when nobody is there, can be typed on by touch, and
has no way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from command_line import run_showcase
from shared_site import REPOSITORY, copy_site

STORY = "stories/keqin-brine-shrimp/index.html"
STANDS_ALONE = """() => Array.from(document.querySelectorAll("a,button,summary,label:has(input),select"))
  .filter((one) => one.offsetParent && !one.closest("p,td,figcaption,.skip,dd.metric-source") && !/(^|\\s)(source-mark|skip)/.test(one.className))
  .map((one) => {
    const after = getComputedStyle(one, "::after"), box = one.getBoundingClientRect();
    const covering = after.position === "absolute" && after.content !== "none";
    return [one.textContent.trim(), covering ? 99 : Math.round(box.height)];
  }).filter(([, height]) => height < 64)"""
OUTSIDE = re.compile(r"<a\b[^>]*\bhref=\"(?:[a-z]+:|//)[^\"]*\"", re.IGNORECASE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site with the kiosk theme, as it is put on the machine: from file://, with links out of it."""
    site = copy_site(REPOSITORY, tmp_path_factory.mktemp("kiosk") / "site")
    settings = site / "site.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("theme: heritage", "theme: kiosk"), "utf-8"
    )
    story = site / "content/stories/keqin-brine-shrimp.md"
    with story.open("a", encoding="utf-8") as file:
        file.write(
            "\n站外：[一个网页](https://www.w3.org/TR/clreq/)，[写信](mailto:someone@showcase.example)。\n"
        )
    result = run_showcase("build", "--portable", cwd=site)
    assert result.code == 0, result.errors
    return site / "public"


@pytest.fixture(params=[(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True, locale="zh-CN")
    context.set_default_timeout(8_000)
    page = context.new_page()
    page.clock.install()
    yield page
    context.close()


def test_no_page_leads_out(folder: Path) -> None:
    pages = list(folder.rglob("*.html"))
    assert len(pages) > 100
    assert [page.name for page in pages if OUTSIDE.search(page.read_text(encoding="utf-8"))] == []
    story = (folder / STORY).read_text(encoding="utf-8")
    assert 'href="#outside-1"' in story
    assert re.search(r'<li id="outside-1" class="code"><svg', story)
    assert "data-print" not in re.sub(r"<button[^>]*data-print[^>]*>.*?</button>", "", story)


def test_it_asks_and_then_returns_to_the_rotating_brands_until_a_touch(folder: Path, screen: Page) -> None:
    screen.goto((folder / STORY).as_uri())
    dialog = screen.get_by_role("dialog")
    screen.clock.run_for(69_000)
    expect(dialog).to_be_hidden()
    screen.clock.run_for(2_000)
    expect(dialog).to_be_visible()
    dialog.get_by_role("button").tap()
    expect(dialog).to_be_hidden()
    screen.clock.run_for(91_000)
    screen.wait_for_url("**/index.html#attract")
    first = screen.locator(".attract-now .attract-title").inner_text()
    screen.clock.run_for(9_000)
    assert screen.locator(".attract-now .attract-title").inner_text() != first
    screen.touchscreen.tap(500, 500)
    expect(screen.locator(".attract")).to_be_hidden()
    assert screen.url.endswith("#main")


def test_what_one_visitor_chose_is_gone_for_the_next(folder: Path, screen: Page) -> None:
    screen.goto((folder / STORY).as_uri())
    screen.get_by_role("radio", name="特大").tap()
    expect(screen.locator("html")).to_have_attribute("data-text-size", "largest")
    screen.clock.run_for(91_000)
    screen.wait_for_url("**/index.html#attract")
    assert screen.locator("html").get_attribute("data-text-size") is None


def test_pinyin_is_typed_by_touch(folder: Path, screen: Page) -> None:
    screen.goto((folder / "search/index.html").as_uri())
    for letter in "xingfu":
        screen.locator(".search-key", has_text=re.compile(f"^{letter}$")).tap()
    screen.clock.run_for(2_000)
    expect(screen.locator(".result mark").first).to_be_visible()


@pytest.mark.parametrize(
    "path", ["index.html", STORY, "places/index.html", "stories/index.html", "search/index.html"]
)
def test_targets_are_64_pixels_and_nothing_runs_off_the_screen(folder: Path, screen: Page, path: str) -> None:
    screen.goto((folder / path).as_uri())
    assert screen.evaluate(STANDS_ALONE) == []
    assert screen.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
