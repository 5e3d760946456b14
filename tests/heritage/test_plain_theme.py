"""The plain theme: no script, few bytes, and the sentences of the default theme."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import heritage_views
import html5lib
import pytest
from heritage_pages import render_view as render_heritage

from showcase.model.site import LanguageTexts, SiteConfig
from showcase.model.view import View
from showcase.themes.environment import Renderer
from showcase.themes.load import load_theme
from showcase.themes.theme import Theme

VIEWS = heritage_views.views()
ROOT = Path(__file__).resolve().parents[2] / "themes" / "plain"
LARGEST_STORY = 9_000
"""Bytes of a story's page and its style sheet, compressed."""


@cache
def theme(**parameters: str | bool) -> Theme:
    site = SiteConfig(
        languages=(LanguageTexts("zh-CN", "中文", "标题"), LanguageTexts("en", "English", "Title")),
        theme="plain",
        theme_parameters=dict(parameters),
    )
    loaded, found = load_theme(site, None)
    assert loaded is not None, found
    assert not found, found
    return loaded


def render(view: View, **parameters: str | bool) -> str:
    chosen = theme(**parameters)
    site = replace(
        view.site,
        assets={path: f"/assets/{path}" for path in chosen.assets},
        parameters=dict(chosen.parameters),
    )
    return Renderer(chosen).page(f"{view.page.kind}.html", View(site, view.page))


def sentences(markup: str) -> set[str]:
    """What the main part says in whole sentences: its texts that end in a full stop, without white space."""
    tree = html5lib.parse(markup, namespaceHTMLElements=False)
    texts = (re.sub(r"\s", "", text) for main in tree.iter("main") for text in main.itertext())
    return {text for text in texts if len(text) > 4 and text.endswith("。")}


@pytest.mark.parametrize("name", VIEWS)
class TestEveryPage:
    def test_is_valid_html_with_one_heading_and_no_script(self, name: str) -> None:
        markup = render(VIEWS[name])
        html5lib.HTMLParser(strict=True).parse(markup)
        tree = html5lib.parse(markup, namespaceHTMLElements=False)
        assert [len(list(tree.iter(tag))) for tag in ("h1", "main")] == [1, 1]
        assert all(script.get("type") == "application/ld+json" for script in tree.iter("script"))
        assert not [element for element in tree.iter() if "style" in element.attrib]


@pytest.mark.parametrize("name", [name for name in VIEWS if name.startswith("zh-CN-story")])
def test_a_story_says_what_it_says_in_the_default_theme(name: str) -> None:
    said = sentences(render_heritage(VIEWS[name]))
    assert said or name.endswith("minimal")
    assert said - sentences(render(VIEWS[name])) == set()


def test_a_story_is_light() -> None:
    page = len(gzip.compress(render(VIEWS["zh-CN-story"]).encode(), 9))
    sheet = len(gzip.compress((ROOT / "assets/css/site.css").read_bytes(), 9))
    assert page + sheet < LARGEST_STORY


def test_only_the_search_page_has_a_script_and_only_when_asked() -> None:
    assert 'src="' in re.sub(r"<img[^>]*>", "", render(VIEWS["zh-CN-search"], search=True))
    assert "<script src" not in render(VIEWS["zh-CN-story"], search=True)


def test_without_pictures_their_descriptions_stay() -> None:
    markup = render(VIEWS["zh-CN-story"], pictures=False)
    assert "<img" not in markup


def test_every_text_stands_in_both_languages() -> None:
    keys = [
        {
            line.partition(":")[0].removesuffix(".one")
            for line in path.read_text(encoding="utf-8").splitlines()
            if line[:1] not in "#\n"
        }
        for path in sorted((ROOT / "strings").glob("*.yaml"))
    ]
    assert keys[0] == keys[1]
