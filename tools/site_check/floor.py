"""The oldest engine that must show the site well: Chromium 92, as in-app browsers of old phones have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from example import PublishedPage
from in_browser import opened, probe
from playwright.sync_api import Browser, Error, Page, Playwright

# What a build made for a machine without a screen or a sandbox needs.
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--headless", "--single-process", "--no-zygote"]
_TRIES = 3
"""A browser in a single process ends with the first page that goes wrong in it; what is asked is asked again of a new one."""
_WAIT_MS = 15_000

Answer = list[tuple[str, list[str]]]


@contextmanager
def old_browser(playwright: Playwright, program: str) -> Iterator[Browser]:
    """The old Chromium, running."""
    browser = playwright.chromium.launch(
        executable_path=program, args=_ARGUMENTS, ignore_default_args=["--headless=new"]
    )
    try:
        yield browser
    finally:
        browser.close()


def look(
    playwright: Playwright, program: str, address: str, page: PublishedPage, size: tuple[int, int]
) -> Answer:
    """What is wrong with one page at one size, question by question; the last error where the browser never answered."""
    return _persistent(playwright, program, lambda browser: _look(browser, address, page, size))


def search(playwright: Playwright, program: str, address: str, word: str, size: tuple[int, int]) -> Answer:
    """Whether the search page at `address` finds a word."""
    return _persistent(playwright, program, lambda browser: _search(browser, address, word, size))


def _persistent(playwright: Playwright, program: str, ask: Callable[[Browser], Answer]) -> Answer:
    last = ""
    for _try in range(_TRIES):
        try:
            with old_browser(playwright, program) as browser:
                return ask(browser)
        except Error as error:
            last = str(error).splitlines()[0]
    return [("answers", [last])]


def _look(browser: Browser, address: str, page: PublishedPage, size: tuple[int, int]) -> Answer:
    with opened(browser, size) as (_context, loaded, complaints):
        loaded.set_default_timeout(_WAIT_MS)
        loaded.goto(address + page.address, wait_until="load")
        shown = loaded.evaluate(
            "document.querySelector('h1') && document.querySelector('h1').getClientRects().length"
        )
        wrong = [item for item in complaints if not (page.kind == "not_found" and "404" in item)]
        return [
            ("console messages, CSP, failed requests", wrong),
            ("overflow", probe(loaded, "overflow")),
            ("clipped text", probe(loaded, "clipped")),
            ("a heading that can be seen", [] if shown else ["none"]),
            ("style sheet used", _styled(loaded)),
        ]


def _styled(page: Page) -> list[str]:
    """Nothing where every style sheet was read and the ground is the theme's."""
    empty = page.evaluate(
        "[...document.styleSheets].filter(sheet => !sheet.cssRules.length).map(sheet => String(sheet.href))"
    )
    bare = page.evaluate("getComputedStyle(document.body).fontFamily === 'Times New Roman'")
    return [*(f"{href} has no rules" for href in empty), *(["the browser's own type"] if bare else [])]


def _search(browser: Browser, address: str, word: str, size: tuple[int, int]) -> Answer:
    with opened(browser, size) as (_context, loaded, complaints):
        loaded.set_default_timeout(_WAIT_MS)
        loaded.goto(f"{address}?q={word}", wait_until="load")
        try:
            loaded.wait_for_selector(".result mark", timeout=_WAIT_MS)
        except Error:
            return [("search", [f"{word}: nothing found", *complaints])]
        return [("search", list(complaints))]
