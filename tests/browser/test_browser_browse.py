"""What the public does on the published example site: browse, read, check a source, change language, print, search.

Every test fails on any console message, script error, failed request or 4xx (the `visitor` fixture).
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from visitor import Visitor

from command_line import run_showcase
from shared_site import REPOSITORY, copy_site

STORY = "襄阳与琼结的党支部结对"
FOCUS_IS_SHOWN = """() => {
  for (let node = document.activeElement; node && node.tagName !== "MAIN"; node = node.parentElement)
    for (const part of [null, "::before", "::after"])
      if (getComputedStyle(node, part).outlineStyle !== "none") return true;
  return false;
}"""


def into(visitor: Visitor, address: str, section: str) -> None:
    """From home to a section of the menu."""
    visitor.page.goto(f"{address}/")
    visitor.page.get_by_role("navigation").get_by_role("link", name=section, exact=True).first.click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(section)


def read(visitor: Visitor, title: str) -> None:
    """Follows the story's card and stands on the story."""
    visitor.page.get_by_role("main").get_by_role("link", name=title).first.click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(title)


def test_to_a_story_by_brand(visitor: Visitor, online: str) -> None:
    into(visitor, online, "品牌")
    visitor.page.get_by_role("link", name="雪巴社区“幸福党建”").first.click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("雪巴社区“幸福党建”")
    read(visitor, "一周的学习和随后出现的品牌")


def test_to_a_story_by_place(visitor: Visitor, online: str) -> None:
    into(visitor, online, "地点")
    visitor.page.get_by_role("main").get_by_role("link", name="琼结县").first.click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("琼结县")
    read(visitor, STORY)
    crumbs = visitor.page.get_by_role("navigation", name="当前位置").get_by_role("link")
    assert crumbs.all_inner_texts() == ["首页", "西藏自治区", "山南市", "琼结县"]


def test_to_a_story_by_topic(visitor: Visitor, online: str) -> None:
    into(visitor, online, "主题")
    visitor.page.get_by_role("main").get_by_role("link", name="结对共建").first.click()
    read(visitor, STORY)


def test_to_a_story_by_year(visitor: Visitor, online: str) -> None:
    into(visitor, online, "年份")
    visitor.page.get_by_role("main").get_by_role("link", name=re.compile("2020")).first.click()
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("2020")
    read(visitor, STORY)


def test_a_number_leads_to_its_source(visitor: Visitor, online: str) -> None:
    visitor.page.goto(f"{online}/stories/keqin-brine-shrimp/")
    expect(visitor.page.get_by_role("main")).to_contain_text(re.compile(r"超过\s*300,000\s*元"))
    visitor.page.get_by_role("link", name=re.compile("来源")).first.click()
    assert re.search(r"#(source-1|provenance)$", visitor.page.url)
    expect(visitor.page.locator("#source-1")).to_be_in_viewport()
    expect(visitor.page.locator("#source-1")).to_contain_text("P4")


def test_language_switch_goes_to_the_same_page_and_back(visitor: Visitor, online: str) -> None:
    visitor.page.goto(f"{online}/stories/keqin-brine-shrimp/")
    visitor.page.get_by_role("link", name="English").click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Brine shrimp farming in Keqin Village")
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    expect(visitor.page.get_by_role("main")).to_contain_text("more than 300,000 yuan")
    visitor.page.get_by_role("link", name="中文").click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("克勤村的卤虫养殖")


def test_every_page_of_the_sitemap_opens_without_complaint(context: BrowserContext, online: str) -> None:
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    sitemap = context.request.get(f"{online}/sitemap.xml").text()
    addresses = re.findall(r"<loc>http://127\.0\.0\.1(/[^<]*)</loc>", sitemap)
    assert len(addresses) > 100
    for address in addresses:
        response = page.goto(online + address, wait_until="load")
        assert response is not None
        assert response.status == 200, address
        assert page.locator("h1").count() == 1, address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} overflows"
    assert complaints == []


def test_nothing_is_lost_without_scripts(context: BrowserContext, online: str) -> None:
    browser = context.browser
    assert browser is not None
    with_scripts = context.new_page()
    bare = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    for path in ("/", "/stories/", "/stories/keqin-brine-shrimp/", "/places/", "/years/"):
        with_scripts.goto(online + path)
        bare.goto(online + path)
        lost = set(with_scripts.locator("main").inner_text().split()) - set(
            bare.locator("main").inner_text().split()
        )
        assert lost <= {"打印本页"}, path
    bare.goto(f"{online}/search/")
    assert "检索要用到 JavaScript" in bare.locator("main").inner_text()
    bare.context.close()


def test_keyboard_alone_reaches_a_story(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/stories/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == STORY:
            break
    assert page.evaluate(FOCUS_IS_SHOWN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(STORY)


def test_reading_settings_are_remembered(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/stories/keqin-brine-shrimp/")
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = page.evaluate(size)
    page.locator("summary", has_text="阅读设置").click()
    page.get_by_role("radio", name="特大").check()
    page.get_by_role("radio", name="深色").check()
    assert page.evaluate(size) > before * 1.3
    page.goto(f"{online}/stories/keqin-haircuts/")
    assert page.evaluate(size) > before * 1.3
    dark = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    )
    assert max(dark) < 60
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("幸福党建", "雪巴社区“幸福党建”"),
        ("幸福", "雪巴社区“幸福党建”"),
        ("党建", "雪巴社区“幸福党建”"),
        ("xingfu", "雪巴社区“幸福党建”"),
        ("xfdj", "雪巴社区“幸福党建”"),
        ("黨建", "雪巴社区“幸福党建”"),
        ("卤虫", "克勤村的卤虫养殖"),
        ("luchong", "克勤村的卤虫养殖"),
    ],
)
@pytest.mark.parametrize("edition", ["http", "file"])
def test_search_finds(
    visitor: Visitor, online: str, stick: Path, edition: str, query: str, expected: str
) -> None:
    start = f"{online}/search/" if edition == "http" else (stick / "search/index.html").as_uri()
    visitor.page.goto(start)
    visitor.page.locator("#search-form input[name=q]").fill(query)
    link = visitor.page.locator("#search-results").get_by_role("link", name=expected).first
    expect(link).to_be_visible()
    expect(visitor.page.locator("#search-status")).to_contain_text(re.compile(r"\d"))
    expect(visitor.page.locator("#search-results mark").first).to_be_visible()
    link.click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(expected)


@pytest.mark.parametrize("edition", ["http", "file"])
def test_search_in_english(visitor: Visitor, online: str, stick: Path, edition: str) -> None:
    start = f"{online}/en/search/" if edition == "http" else (stick / "en/search/index.html").as_uri()
    visitor.page.goto(start)
    visitor.page.locator("#search-form input[name=q]").fill("brine shr")
    expect(visitor.page.locator("#search-results a").first).to_have_text(
        "Brine shrimp farming in Keqin Village"
    )


def test_home_search_box_and_shared_address(visitor: Visitor, online: str) -> None:
    visitor.page.goto(f"{online}/")
    box = visitor.page.get_by_role("searchbox").first
    box.fill("饲料")
    box.press("Enter")
    expect(visitor.page.locator("#search-results a").first).to_contain_text("西嘎村")
    assert "q=%E9%A5%B2%E6%96%99" in visitor.page.url
    visitor.page.reload()
    expect(visitor.page.locator("#search-results a").first).to_contain_text("西嘎村")


def test_every_link_of_the_stick_works(stick: Path) -> None:
    broken = []
    for page in sorted(stick.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r'(?:href|src|action)="([^"]*)"', text):
            path, _, fragment = unescape(unquote(target)).partition("#")
            path = path.partition("?")[0]
            if re.match(r"[a-z]+:", path):
                assert not path.startswith("file:"), f"{page} leads to this machine"
                continue
            assert not path.startswith("/"), f"{page}: {target} needs a server"
            found = (page.parent / path).resolve() if path else page
            if not found.is_file() or (
                fragment and f'id="{fragment}"' not in found.read_text(encoding="utf-8")
            ):
                broken.append(f"{page.relative_to(stick)} → {target}")
    assert broken == []


def test_paper_keeps_the_story_and_its_sources(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/stories/keqin-brine-shrimp/")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="栏目").is_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#source-1")).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_gallery_opens_its_pictures_in_a_dialog_for_the_keyboard(browser: Browser, tmp_path: Path) -> None:
    site = copy_site(REPOSITORY / "src/showcase/editing/fixture_site", tmp_path / "site")
    result = run_showcase(
        "build", "--portable", "--site", site, "--output", tmp_path / "public", cwd=tmp_path
    )
    assert result.code == 0, result.errors
    page = browser.new_page()
    page.goto((tmp_path / "public/stories/longest/index.html").as_uri())
    page.locator(".gallery a").nth(2).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="三十张图")
    expect(dialog.get_by_role("img")).to_have_attribute("alt", "第 3 张")
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("img")).to_have_attribute("alt", "第 4 张")
    box = dialog.bounding_box()
    assert box is not None
    assert (box["x"], box["y"]) == (0, 0)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.querySelector('img').alt") == "第 4 张"
    page.close()
