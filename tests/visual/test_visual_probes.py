"""Every kind of page in every shipped theme, as readers meet it: a lean part of `make site-check`."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from shared_site import REPOSITORY

sys.path.insert(0, str(REPOSITORY / "tools" / "site_check"))

import example
import in_browser
from links import broken, same_titles

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session", params=example.themes())
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple]:
    """A theme's name, the address of its site, its pages."""
    with example.served(request.param, tmp_path_factory.mktemp(request.param)) as (address, folder):
        yield request.param, address, folder, example.pages(folder)


def _chosen(listed: tuple[example.PublishedPage, ...]) -> list[example.PublishedPage]:
    """The longest Chinese page of each kind, and an English story."""
    return [
        page
        for page in example.samples(listed)
        if page.language == "zh-CN" or (page.language, page.kind) == ("en", "story")
    ]


def test_every_kind_of_page_is_sound_as_readers_meet_it(published: tuple, browser: Browser) -> None:
    theme, address, _folder, listed = published
    kiosk = theme == "kiosk"
    found: list[str] = []
    with in_browser.opened(browser, in_browser.KIOSK if kiosk else in_browser.PHONE) as (_, page, complaints):
        for shown in _chosen(listed):
            page.goto(address + shown.address, wait_until="load")
            questions = {
                "axe": functools.partial(in_browser.axe, page),
                "lines": functools.partial(in_browser.probe, page, "lines"),
                "headings": functools.partial(in_browser.probe, page, "headings"),
                "targets": functools.partial(in_browser.probe, page, "targets", 64 if kiosk else 44),
                "clipped": functools.partial(in_browser.probe, page, "clipped"),
            }
            for question, asked in questions.items():
                found += [f"{shown.address} {question}: {item}" for item in asked()]
            if not kiosk:
                page.set_viewport_size({"width": in_browser.NARROWEST, "height": 740})
                found += [f"{shown.address} 320 px: {item}" for item in in_browser.probe(page, "overflow")]
                page.set_viewport_size({"width": in_browser.PHONE[0], "height": in_browser.PHONE[1]})
    assert found == []
    assert complaints == []


def test_no_link_of_a_theme_leads_nowhere_and_every_page_has_a_title_of_its_own(published: tuple) -> None:
    _theme, address, folder, listed = published
    assert broken(folder, listed, address) == []
    assert same_titles(listed) == []


def test_the_keyboard_meets_the_skip_link_first_and_sees_every_stop(
    published: tuple, browser: Browser
) -> None:
    theme, address, _folder, listed = published
    size = in_browser.KIOSK if theme == "kiosk" else in_browser.PHONE
    story = next(page for page in listed if page.kind == "story" and page.language == "zh-CN")
    with in_browser.opened(browser, size) as (_, page, _complaints):
        page.goto(address + story.address)
        assert in_browser.keyboard(page) == []


@pytest.mark.parametrize(
    ("markup", "question", "arguments"),
    [
        ("<p style='width:4em;font-size:20px'>一二三四<wbr>，五</p>", "lines", ()),
        ("<div style='width:900px'>宽</div>", "overflow", ()),
        ("<p style='width:3em;overflow:hidden;white-space:nowrap'>写不下的一行字</p>", "clipped", ()),
        ("<button style='height:20px'>按</button>", "targets", (44,)),
        ("<h1>一</h1><h3>三</h3>", "headings", ()),
    ],
)
def test_the_probes_see_what_is_wrong(
    browser: Browser, markup: str, question: str, arguments: tuple[int, ...], tmp_path: Path
) -> None:
    file = tmp_path / "faulty.html"
    strict = "line-break:anywhere" if question == "lines" else "normal"
    file.write_text(
        f"<!doctype html><html lang=zh-CN><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<body style='{strict}'><main>{markup}</main>",
        encoding="utf-8",
    )
    with in_browser.opened(browser, in_browser.PHONE) as (_, page, _complaints):
        page.goto(file.as_uri())
        assert in_browser.probe(page, question, *arguments)
