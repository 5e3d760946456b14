"""Pictures as readers get them: in the width of their screen, without anything moving, at once where they head a page."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page
from visitor import Visitor

from command_line import run_showcase
from shared_site import static_server

THEMES = ("heritage", "plain", "kiosk")
SHIFTS = """() => { window.shifts = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true }); }"""
PICTURES = """() => [...document.querySelectorAll("main img")].map(img => ({
  src: new URL(img.currentSrc || img.src).pathname.replace(/.*[/]/, ""), width: img.clientWidth, lazy: img.loading,
  priority: img.fetchPriority, natural: img.naturalWidth, colour: getComputedStyle(img).backgroundColor }))"""
STORY = """\
---
标题: 有照片的故事
日期: 2024-06
封面: {文件: wide.jpg, 替代文字: 远处的山}
---

开头的一段文字。

![近处的路](tall.jpg "路")

中间的一段文字。

::::图集[几张照片]
![远处的山](wide.jpg)
![近处的路](tall.jpg)
![一张图](drawing.png)
::::
"""

PAGE = """\
---
标题: 没有封面的页
---

开头的一段文字。

![远处的山](../stories/a/wide.jpg)

![近处的路](../stories/a/tall.jpg)
"""


def photo(width: int, height: int, seed: int) -> bytes:
    dice = random.Random(seed)
    coarse = Image.frombytes("RGB", (8, 6), dice.randbytes(144))
    image = coarse.resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.frombytes("L", (200, 200), dice.randbytes(40_000)).resize((width, height))
    written = io.BytesIO()
    Image.blend(image, grain.convert("RGB"), 0.06).save(written, "JPEG", quality=95)
    return written.getvalue()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder a theme, with a site of one story; the first has the portable edition as well."""
    root = tmp_path_factory.mktemp("pictures")
    drawing = io.BytesIO()
    Image.radial_gradient("L").resize((500, 400)).convert("RGB").save(drawing, "PNG")
    pictures = {
        "wide.jpg": photo(1700, 1100, 1),
        "tall.jpg": photo(900, 1300, 2),
        "drawing.png": drawing.getvalue(),
    }
    for theme in THEMES:
        folder = root / theme / "content/stories/a"
        folder.mkdir(parents=True)
        (root / theme / "site.yaml").write_text(f"title: 照片\ntheme: {theme}\n", encoding="utf-8")
        (folder / "index.md").write_text(STORY, encoding="utf-8")
        about = root / theme / "content/pages"
        about.mkdir()
        (about / "about.md").write_text(PAGE, encoding="utf-8")
        for name, data in pictures.items():
            (folder / name).write_bytes(data)
        result = run_showcase("build", cwd=root / theme)
        assert result.code == 0, result.errors
    result = run_showcase("build", "--portable", "--output", root / "stick", cwd=root / THEMES[0])
    assert result.code == 0, result.errors
    return root


def until(page: Page, expression: str) -> None:
    """Waits without `eval`, which the policy forbids the page, and so Playwright's own waiting in it."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


def looked_through(page: Page, address: str) -> None:
    """Opened, and scrolled to its end."""
    page.goto(address)
    page.evaluate(SHIFTS)
    for _ in range(12):
        page.mouse.wheel(0, 600)
        page.wait_for_timeout(60)
    until(page, "[...document.images].every(image => image.complete && image.naturalWidth)")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_and_each_screen_gets_its_width(
    theme: str, width: int, sites: Path, visitor: Visitor
) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 800})
    with static_server(sites / theme / "public") as address:
        looked_through(visitor.page, f"{address}/stories/a/")
        assert visitor.page.evaluate("window.shifts") == 0
        first, *others = visitor.page.evaluate(PICTURES)
    assert (first["priority"], first["lazy"]) == ("high", "auto")
    assert others
    assert {one["lazy"] for one in others} == {"lazy"}
    for one in (first, *others):
        chosen = re.fullmatch(r"[a-z-]+\.[0-9a-f]{8}-([0-9]+)\.webp", one["src"])
        assert chosen, one
        # The next wider there is: never more than twice what is shown, beyond the narrowest.
        assert int(chosen[1]) >= min(one["width"], 500)
        assert int(chosen[1]) <= max(480, 2.4 * one["width"]), one
        assert one["colour"].startswith("rgb(")
        assert one["colour"] != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("theme", THEMES)
def test_without_a_cover_the_first_of_the_text_is_not_waited_for(
    theme: str, sites: Path, visitor: Visitor
) -> None:
    with static_server(sites / theme / "public") as address:
        looked_through(visitor.page, f"{address}/about/")
        shown = visitor.page.evaluate(PICTURES)
    assert [(one["priority"], one["lazy"]) for one in shown] == [("high", "auto"), ("auto", "lazy")]


def test_on_a_stick_they_are_there_too(sites: Path, visitor: Visitor) -> None:
    looked_through(visitor.page, (sites / "stick/stories/a/index.html").as_uri())
    assert {one["src"].rpartition(".")[2] for one in visitor.page.evaluate(PICTURES)} == {"webp"}


def test_the_dialog_of_a_gallery_shows_the_best(sites: Path, visitor: Visitor) -> None:
    with static_server(sites / "heritage/public") as address:
        visitor.page.goto(f"{address}/stories/a/")
        visitor.page.locator(".gallery a").first.click()
        shown = visitor.page.locator("dialog img")
        shown.evaluate("image => image.decode()")
        assert shown.evaluate("image => image.naturalWidth") == 1700


@pytest.mark.parametrize("theme", THEMES)
def test_paper_gets_the_best(theme: str, sites: Path, visitor: Visitor) -> None:
    with static_server(sites / theme / "public") as address:
        visitor.page.goto(f"{address}/stories/a/")
        visitor.page.emulate_media(media="print")
        until(visitor.page, "/wide[.][0-9a-f]{8}[.]jpg$/.test(document.querySelector('main img').currentSrc)")
        pdf = visitor.page.pdf()
    assert b"/Width 1700" in pdf
