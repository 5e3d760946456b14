"""What is asked of the pages of one published site, and what it found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import floor
from example import PublishedPage, build, samples
from in_browser import (
    DARK,
    DESKTOP,
    KIOSK,
    KIOSK_LYING,
    LARGE,
    LARGEST,
    LEAST_TARGET,
    LIGHT,
    LINE_WIDTHS,
    MODES,
    NARROWEST,
    PHONE,
    Mode,
    axe,
    complaints_at,
    keyboard,
    measured_body,
    opened,
    probe,
    set_mode,
    weigh,
    without_scripts,
)
from links import broken, same_titles
from node_tools import NodeTools
from playwright.sync_api import Browser, Page
from tables import Findings

BUDGETS = {"heritage": 30_000, "plain": 9_000, "kiosk": 32_000}
"""Bytes that a first visit to a story without photos may transfer, all included."""
SCRIPT_BUDGET = 8_000
LEAST_SHIFT = 0.005
"""What rounds to 0.01, the finest that browsers' own tools show: a table's columns still find their widths while its rows
arrive."""
LIGHTHOUSE_KINDS = ("home", "story", "stories", "brand", "search")
WORDS = {"zh-CN": "西藏", "en": "Tibet"}
"""By language, a word that the example site's search finds."""
_STATES = {
    "results": "?q={word}",
    "narrowed": "?q={word}&kind=story",
    "empty": "?q=qqqzzz",
    "empty by a filter": "?q={word}&place=nowhere",
    "suggestion": "?q=西臧",
    "all languages": "?q={word}&all=1",
    "error": "?q={word}",
}
"""The states of the search page by their addresses (docs/theme-contract.md)."""
_READING_SIZES = {"kiosk": (KIOSK, KIOSK_LYING)}
_WIDTHS = {"kiosk": (1080, 1920)}
"""A kiosk's screen stands or lies, and nobody zooms it; the other themes are read on anything from 320 px on."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site published in a theme at `address`. `name` is put before the addresses of its pages where faults are told; empty
    for the example site."""

    theme: str
    name: str
    source: Path
    address: str
    folder: Path
    listed: tuple[PublishedPage, ...]

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """Width and height in CSS pixels of the screens that the theme is made for."""
        return _READING_SIZES.get(self.theme, (PHONE, DESKTOP))

    def modes(self, size: tuple[int, int]) -> tuple[Mode, ...]:
        """How pages are looked at on a screen: the example site in every mode on the first, where colours are concerned once."""
        if self.name:
            return (LIGHT, DARK) if size == self.sizes[0] else (LARGEST,)
        return MODES if size == self.sizes[0] else (LIGHT, DARK, LARGE, LARGEST)

    def place(self, page: PublishedPage, *more: object) -> str:
        """Where a fault was found."""
        return " ".join([self.name + page.address, *map(str, more)])


def read_files(findings: Findings, site: Site, tools: NodeTools) -> None:
    """Every page of the site as a file: links, titles, HTML."""
    theme = site.theme
    found = broken(site.folder, site.listed, site.address)
    findings.add(theme, "broken internal links, missing files (every page)", found, site.name)
    findings.add(theme, "page titles that are not unique", same_titles(site.listed), site.name)
    if tools.missing:
        return
    findings.add(theme, "html-validate (every page)", tools.html_validate(site.folder), site.name)
    strict = tools.w3c(site.folder)
    if strict is not None:
        findings.add(theme, "W3C Nu HTML checker, errors (every page)", strict, site.name)


def look(findings: Findings, site: Site, browser: Browser, chosen: tuple[PublishedPage, ...]) -> None:
    """Every question that a loaded page answers, in every size and mode."""
    body: list[tuple[str, ...]] = []
    for page in chosen:
        for size in site.sizes:
            with opened(browser, size) as (_context, loaded, complaints):
                loaded.goto(site.address + page.address, wait_until="load")
                where = site.place(page, size[0])
                findings.add(
                    site.theme, "pictures without size, words or file", probe(loaded, "pictures"), where
                )
                findings.add(site.theme, "keyboard walk", keyboard(loaded), where)
                if page.kind == "story" and (measured := measured_body(loaded)):
                    body.append((page.address, str(size[0]), *_measures(measured)))
                _stand(findings, site, loaded, where, site.modes(size))
                wrong = [item for item in complaints if not (page.kind == "not_found" and "404" in item)]
                findings.add(site.theme, "console messages, CSP, failed requests (http)", wrong, where)
        _narrow(findings, site, browser, page)
        if page.kind != "search":
            missing = without_scripts(browser, site.address, page)
            findings.add(site.theme, "sentences lost without scripts", missing, site.place(page))
    if not site.name:
        head = ("page", "width px", "size px", "line height", "measure em")
        findings.tables.append((f"Body text of a story, {site.theme}", head, body))


def search_states(findings: Findings, site: Site, browser: Browser) -> None:
    """The search page in each of its states, also where its index cannot be had."""
    for page in samples(site.listed):
        if page.kind != "search" or not _searches(page):
            continue
        for state, query in _STATES.items():
            for size in site.sizes:
                with opened(browser, size) as (_context, loaded, complaints):
                    if state == "error":
                        loaded.route("**/search/*/index.js", lambda route: route.abort())
                    address = site.address + page.address + query.format(word=WORDS[page.language])
                    loaded.goto(address, wait_until="load")
                    shown = state if state in ("results", "empty", "error") else ""
                    found = _arrived(loaded, shown)
                    where = site.place(page, state, size[0])
                    findings.add(site.theme, "states of the search page", found, where)
                    findings.add(site.theme, "keyboard walk", keyboard(loaded), where)
                    _stand(findings, site, loaded, where, site.modes(size))
                    findings.add(
                        site.theme,
                        "horizontal overflow (320 px is 400 % zoom)",
                        probe(loaded, "overflow"),
                        where,
                    )
                    if state != "error":
                        question = "console messages, CSP, failed requests (http)"
                        findings.add(site.theme, question, complaints, where)


def portable(findings: Findings, site: Site, browser: Browser, chosen: tuple[PublishedPage, ...]) -> None:
    """The portable edition of the same site, from file://."""
    folder = build(site.theme, site.folder.parent, "--portable", source=site.source)
    for page in chosen:
        file = folder / page.address.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        wrong = complaints_at(browser, file.as_uri())
        findings.add(site.theme, "console messages, CSP, failed requests (file://)", wrong, site.place(page))


def weights(findings: Findings, site: Site, browser: Browser, chosen: tuple[PublishedPage, ...]) -> None:
    """What a first visit transfers and how much its layout shifts."""
    rows = []
    for page in chosen:
        weight = weigh(browser, site.address, page, site.sizes[0])
        over = []
        if page.kind == "story" and not site.name and weight.transferred > BUDGETS.get(site.theme, 32_000):
            over.append(f"{weight.transferred} bytes")
        if page.kind != "search" and weight.script > SCRIPT_BUDGET:
            over.append(f"{weight.script} bytes of script")
        findings.add(site.theme, "over the budget of bytes", over, site.place(page))
        shifted = [f"{weight.shift:.4f}"] if weight.shift >= LEAST_SHIFT else []
        findings.add(site.theme, "layout shift, streamed over a slow line", shifted, site.place(page))
        rows.append(
            (
                site.place(page),
                f"{weight.transferred / 1000:.1f}",
                str(weight.requests),
                f"{weight.script / 1000:.1f}",
                f"{weight.shift:.4f}",
            )
        )
    if not site.name:
        head = ("page", "kB transferred", "requests", "kB of script", "layout shift")
        findings.tables.append((f"A first visit over a slow line, {site.theme}", head, rows))


def oldest(findings: Findings, site: Site, program: str) -> None:
    """The longest page of each kind and language in the oldest engine that must show it, and its search."""
    pages = {site.address + page.address: page for page in samples(site.listed)}
    questions = [
        floor.Question(address, page.kind, _word(site, page), size)
        for size in site.sizes
        for address, page in pages.items()
    ]
    for question, answer in floor.ask(program, questions):
        for name, found in answer:
            findings.add(site.theme, name, found, site.place(pages[question.address], question.size[0]))


def _word(site: Site, page: PublishedPage) -> str:
    """What the page's search must find: nothing where it has no script, or the site has not the word."""
    return WORDS[page.language] if page.kind == "search" and not site.name and _searches(page) else ""


def _searches(page: PublishedPage) -> bool:
    return "data-search" in page.file.read_text("utf-8")


def lighthouse(findings: Findings, site: Site, tools: NodeTools, chromium: str, runs: int) -> None:
    """Lighthouse's scores of five kinds of Chinese page."""
    rows = []
    by_kind = {page.kind: page for page in reversed(samples(site.listed)) if page.language == "zh-CN"}
    for kind in LIGHTHOUSE_KINDS:
        page = by_kind[kind]
        scores = tools.lighthouse(site.address + page.address, chromium, runs)
        findings.add(
            site.theme, "Lighthouse: accessibility, best practices, SEO", scores.faults, page.address
        )
        values = (scores.performance, scores.accessibility, scores.best_practices, scores.seo)
        rows.append((page.address, *(str(value) for value in values), scores.spread))
    head = ("page", "performance", "accessibility", "best practices", "SEO", "performance, lowest to highest")
    findings.tables.append((f"Lighthouse, phone, median of {runs}, {site.theme}", head, rows))


def parity(findings: Findings, told: dict[str, dict[str, set[str]]]) -> None:
    """Every theme tells what the first one tells. `told`: by theme, then address, the sentences."""
    first, *others = told
    for other in others:
        for address, whole in told[first].items():
            lost = sorted(whole - told[other].get(address, set()))
            findings.add(other, f"sentences that {first} has and this theme lacks", lost, address)


def _stand(findings: Findings, site: Site, loaded: Page, where: str, modes: tuple[Mode, ...]) -> None:
    """What must hold of a page as it stands, and in each mode."""
    least = LEAST_TARGET.get(site.theme, 44)
    findings.add(site.theme, f"touch targets under {least} px", probe(loaded, "targets", least), where)
    findings.add(site.theme, "headings", probe(loaded, "headings"), where)
    findings.add(site.theme, "small or tight text", probe(loaded, "type"), where)
    for mode in modes:
        set_mode(loaded, mode)
        place = f"{where} {mode.name}"
        findings.add(site.theme, "axe: WCAG 2.2 AA and best practices", axe(loaded, mode), place)
        findings.add(site.theme, "clipped text", probe(loaded, "clipped"), place)
    set_mode(loaded, LIGHT)


def _arrived(loaded: Page, state: str) -> Iterable[str]:
    loaded.wait_for_function(
        "!['idle', null].includes(document.body.getAttribute('data-search'))"
        " && !document.body.classList.contains('search-loading')"
    )
    shown = loaded.evaluate("document.body.getAttribute('data-search')")
    return [] if state in ("", shown) else [f"“{shown}” instead of “{state}”"]


def _measures(measured: dict[str, float]) -> tuple[str, str, str]:
    return f"{measured['size']:g}", f"{measured['leading']:.2f}", f"{measured['measure']:.1f}"


def _narrow(findings: Findings, site: Site, browser: Browser, page: PublishedPage) -> None:
    """320 px is also what a 1280 px window at 400 % leaves (WCAG 1.4.10)."""
    with opened(browser, DESKTOP) as (_context, loaded, _complaints):
        loaded.goto(site.address + page.address, wait_until="load")
        for width in _WIDTHS.get(site.theme, LINE_WIDTHS):
            loaded.set_viewport_size({"width": width, "height": 800})
            question = "lines that begin or end with the wrong mark"
            findings.add(site.theme, question, probe(loaded, "lines"), site.place(page, width))
            for mode in (LIGHT, LARGEST) if width == NARROWEST else (LIGHT,):
                set_mode(loaded, mode)
                question = "horizontal overflow (320 px is 400 % zoom)"
                findings.add(
                    site.theme, question, probe(loaded, "overflow"), site.place(page, width, mode.name)
                )
            set_mode(loaded, LIGHT)
