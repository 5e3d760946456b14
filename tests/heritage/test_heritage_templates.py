"""The heritage theme's templates, tried on hand-made views of every page kind, long and minimal, in both languages."""

from __future__ import annotations

import gzip
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import heritage_views
import html5lib
import pytest
from heritage_pages import THEME, render_view, theme

VIEWS = heritage_views.views()
XHTML = "{http://www.w3.org/1999/xhtml}"
STRINGS = re.compile(r'\bt\(\s*"([^"]+)"\s*([~,)])')


@cache
def markup(name: str) -> str:
    return render_view(VIEWS[name])


def elements(name: str) -> list[object]:
    return list(html5lib.parse(markup(name)).iter())


def templates() -> dict[str, str]:
    return {
        str(path.relative_to(THEME)): path.read_text(encoding="utf-8")
        for path in sorted((THEME / "templates").rglob("*.html"))
    }


@pytest.mark.parametrize("name", VIEWS)
class TestEveryPage:
    def test_is_valid_html(self, name: str) -> None:
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(markup(name))

    def test_has_one_title_and_one_main_part_and_starts_with_the_skip_link(self, name: str) -> None:
        tags = [element.tag for element in elements(name)]
        assert tags.count(f"{XHTML}h1") == 1
        assert tags.count(f"{XHTML}main") == 1
        links = [element for element in elements(name) if element.tag == f"{XHTML}a"]
        assert links[0].get("href") == "#main"

    def test_keeps_to_a_strict_policy(self, name: str) -> None:
        """No inline style, handler or script, and nothing loaded from another host."""
        for element in elements(name):
            for attribute in element.attrib:
                assert attribute != "style"
                assert not str(attribute).startswith("on")
            assert element.tag != f"{XHTML}style"
            if element.tag == f"{XHTML}script":
                assert element.get("src") or element.get("type") == "application/ld+json"
            loaded = (
                element.get("href") if element.get("rel") in ("stylesheet", "icon") else element.get("src")
            )
            assert not re.match(r"(https?:)?//", loaded or "")
        policies = [
            one.get("content") for one in elements(name) if one.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policies == [VIEWS[name].site.csp]

    def test_repeats_no_id_and_every_label_and_fragment_finds_its_target(self, name: str) -> None:
        ids = [element.get("id") for element in elements(name) if element.get("id")]
        assert len(ids) == len(set(ids))
        for element in elements(name):
            for attribute in ("aria-labelledby", "for"):
                assert (element.get(attribute) or ids[0]) in ids
            target = element.get("href") or ""
            if target.startswith("#"):
                assert target[1:] in ids, target

    def test_numbers_its_headings_without_a_gap(self, name: str) -> None:
        levels = [int(found) for found in re.findall(r"<h([1-6])[ >]", markup(name))]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_loads_one_style_sheet_and_one_script(self, name: str) -> None:
        sheets = [element for element in elements(name) if element.get("rel") == "stylesheet"]
        scripts = [element.get("src") for element in elements(name) if element.tag == f"{XHTML}script"]
        assert len(sheets) == (2 if "search" in name else 1)
        assert len([source for source in scripts if source]) == (2 if "search" in name else 1)

    def test_says_which_language_its_parts_are_in(self, name: str) -> None:
        language = VIEWS[name].page.language
        for link in VIEWS[name].page.translations:
            assert f'href="{link.href}" lang="{link.language}" hreflang="{link.language}"' in markup(name)
        assert f'<html lang="{language}"' in markup(name)


def test_a_card_in_another_language_is_marked() -> None:
    assert '<li class="card card-story" lang="zh-CN">' in markup("en-stories")
    assert '<li class="card card-story">' in markup("zh-CN-stories")


def test_every_number_leads_to_its_source() -> None:
    page = VIEWS["zh-CN-story"].page
    assert isinstance(page, heritage_views.StoryPage)
    card = markup("zh-CN-story").partition('class="metrics')[2].partition("</dl>")[0]
    for word in ("超过", "300,000", "元", "每年", 'href="#source-1"'):
        assert word in card
    assert '<li id="source-1" value="1">' in markup("zh-CN-story")


def test_numbers_open_a_story_only_when_its_author_has_not_placed_them() -> None:
    assert markup("zh-CN-story").count('<dl class="metrics') == 1
    assert markup("zh-CN-story-long").count('<dl class="metrics') == 1


def test_a_number_within_a_line_is_itself_the_way_to_its_source() -> None:
    text = markup("zh-CN-story")
    found = re.search(r'村集体因此每年增收<a class="metric-inline" href="#source-1">(.*?)</a>。', text)
    assert found
    assert re.sub(r"<[^>]*>", "", found[1]).startswith("超过 300,000 元（来源 1")


def test_a_mark_within_a_line_stays_with_what_it_vouches_for() -> None:
    assert re.search(
        r'\u2060<sup class="cite"><a href="#source-1">.{0,60}\[1\]</a>', markup("zh-CN-story-long")
    )


def test_search_page_offers_what_the_client_reads() -> None:
    text = markup("zh-CN-search")
    for wanted in (
        'id="search-form"',
        'role="search"',
        'data-root="/"',
        'data-index="/search/zh-CN/index.js"',
        "data-strings=",
        'data-portable="false"',
        'data-language="zh-CN"',
        'id="search-status"',
        'aria-live="polite"',
        'id="search-facets"',
        '<ol id="search-results"',
        "<noscript>",
    ):
        assert wanted in text


def test_footer_shows_the_filing_numbers_and_the_organiser() -> None:
    footer = markup("zh-CN-home").partition("<footer")[2]
    site = VIEWS["zh-CN-home"].site
    assert site.icp
    assert site.public_security
    for word in (
        site.organiser,
        site.contact,
        site.notice,
        site.licence,
        site.site_code,
        site.icp.label,
        site.public_security.label,
    ):
        assert word in footer


def test_both_languages_have_the_same_texts_and_templates_use_each() -> None:
    """A text that no template asks for is as much a fault as a missing one."""
    own = {
        code: {
            line.partition(":")[0]
            for line in (THEME / f"strings/{code}.yaml").read_text("utf-8").splitlines()
        }
        for code in ("zh-CN", "en")
    }
    keys = {
        code: {key.removesuffix(".one") for key in lines if key.startswith("heritage.")}
        for code, lines in own.items()
    }
    assert keys["zh-CN"] == keys["en"]
    used: set[str] = set()
    for text in templates().values():
        for key, after in STRINGS.findall(text):
            found = {one for one in keys["en"] if one.startswith(key)} if after == "~" else {key}
            assert found, key
            used |= found
    assert used == keys["en"]
    for code in ("zh-CN", "en"):
        for key in sorted(used):
            assert key in theme().strings[code]


def test_style_sheet_and_script_stay_within_their_budgets() -> None:
    sizes = {
        path: len(gzip.compress((THEME / "assets" / path).read_bytes(), 9))
        for path in ("css/site.css", "js/site.js")
    }
    assert sizes["css/site.css"] <= 10_500
    assert sizes["js/site.js"] <= 2_000


def test_style_sheet_depends_on_nothing_newer_than_its_floor() -> None:
    """Chromium 92: `:has()` alone in its rule, no layers, nesting, container queries or colour mixing."""
    sheet = re.sub(r"/\*.*?\*/", "", (THEME / "assets/css/site.css").read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"@layer|@container|color-mix|\d[sld]?vh.*dvh|&\s*[.:{]", sheet)
    assert re.findall(r"url\([^)]*\)", sheet) == ['url("../fonts/noto-serif-tibetan-400.woff2")']
    for selector in re.findall(r"(?:^|[{}])([^{}@]*:has\([^{}]*)\{", sheet):
        assert "," not in selector


def _colour_blocks() -> list[dict[str, str]]:
    """Each combination of accent, paper and tone as token → colour."""
    sheet = (THEME / "assets/css/site.css").read_text("utf-8")

    def tokens(selector: str) -> dict[str, str]:
        bodies = re.findall(rf"(?m)^{re.escape(selector)}\{{(.*?)\}}", sheet, flags=re.DOTALL)
        assert bodies, selector
        return dict(re.findall(r"--([a-z0-9-]+):([^;}]+)", ";".join(bodies)))

    root = tokens(":root")
    night = tokens(":root[data-tone=dark]")
    combined = []
    for accent in ("red", "teal", "indigo"):
        palette = root if accent == "red" else {**root, **tokens(f":root[data-accent={accent}]")}
        for tone in ({}, tokens(":root[data-paper=white]"), night):
            block = {**palette, **tone}
            combined.append({key: block.get(value[6:-1], value) for key, value in block.items()})
    return combined


@pytest.mark.parametrize(
    "block", _colour_blocks(), ids=lambda block: f"{block['accent']} on {block['paper']}"
)
def test_colours_reach_their_contrast(block: dict[str, str]) -> None:
    from showcase.themes.parameters import contrast

    for ground in ("paper", "surface", "sunk"):
        assert contrast(block["ink"], block[ground]) >= 10
        for token in ("soft", "accent", "deep", "ochre", "teal"):
            assert contrast(block[token], block[ground]) >= 4.5, (token, ground)
        assert contrast(block["edge"], block[ground]) >= 3
        assert contrast(block["focus"], block[ground]) >= 3
    assert contrast(block["on-accent"], block["accent"]) >= 4.5
    assert contrast(block["on-accent"], block["deep"]) >= 4.5
    for number in range(5):
        assert contrast(block["on-plate"], block[f"ground-{number}"]) >= 4.5
    assert contrast(block["on-plate"], block["seal"]) >= 4.5


def test_both_night_palettes_are_the_same() -> None:
    sheet = (THEME / "assets/css/site.css").read_text("utf-8")
    forced = re.search(r"(?m)^:root\[data-tone=dark\]\{(.*?)\}", sheet, flags=re.DOTALL)
    asked = re.search(r":root:not\(\[data-tone=light\]\)\{(.*?)\}\}", sheet, flags=re.DOTALL)
    assert forced
    assert asked
    assert forced[1] == asked[1]


def test_theme_folder_holds_nothing_that_pages_do_not_use() -> None:
    """Partials are included, and assets asked for, somewhere."""
    everything = "\n".join(templates().values())
    for path in templates():
        name = str(Path(path).relative_to("templates"))
        if name.startswith("partials/") or name in ("base.html", "entry.html", "listing.html"):
            assert f'"{name}"' in everything, name
    for file in sorted((THEME / "assets").rglob("*")):
        # showcase's own board.html asks for the sheet of boards.
        if file.is_file() and file.parent.name not in ("fonts", "board"):
            assert f'asset("{file.relative_to(THEME / "assets").as_posix()}")' in everything
