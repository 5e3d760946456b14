"""Checks the example site in every shipped theme as readers meet it, in a real Chromium: `make site-check`.

python tools/site_check [--theme NAME]… [--all] [--part pages|lighthouse]… [--runs N] [--write]

By default the longest page of each kind and language is looked at in every mode; --all looks at every page. --part does one
part alone. --write puts the tables into docs/site-check.md. Exit code 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from example import REPOSITORY, PublishedPage, build, pages, samples, served, themes
from in_browser import (
    DESKTOP,
    KIOSK,
    KIOSK_LYING,
    LEAST_TARGET,
    LINE_WIDTHS,
    MODES,
    NARROWEST,
    PHONE,
    axe,
    complaints_at,
    keyboard,
    measured_body,
    opened,
    probe,
    sentences,
    set_mode,
    weigh,
    without_scripts,
)
from links import broken, same_titles
from node_tools import NodeTools
from playwright.sync_api import Browser, sync_playwright
from tables import Findings, write_into

sys.path.insert(0, str(REPOSITORY / "tests"))
from conftest import chromium_path

PARTS = ("pages", "lighthouse")
LIGHTHOUSE_KINDS = ("home", "story", "stories", "brand", "search")
BUDGETS = {"heritage": 30_000, "plain": 9_000, "kiosk": 32_000}
"""Bytes that a first visit to a story without photos may transfer, all included."""
SCRIPT_BUDGET = 8_000
_READING_SIZES = {"kiosk": (KIOSK, KIOSK_LYING)}
_WIDTHS = {"kiosk": (1080, 1920)}
"""A kiosk's screen stands or lies, and nobody zooms it; the other themes are read on anything from 320 px on."""


def main() -> int:
    """Builds, looks, tells."""
    asked = _arguments()
    chromium = chromium_path()
    if chromium is None:
        sys.exit("no Chromium found: run sh tools/chromium.sh")
    tools = NodeTools(REPOSITORY / "node_modules" / ".site-check")
    parts = {part: Findings() for part in asked.part or PARTS}
    for findings in parts.values():
        findings.unsaid.extend([tools.missing] if tools.missing else [])
    told: dict[str, dict[str, set[str]]] = {}
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for theme in asked.theme or themes():
            with served(theme, Path(scratch)) as (address, folder):
                listed = pages(folder)
                chosen = listed if asked.all else samples(listed)
                print(f"{theme}: {len(chosen)} of {len(listed)} pages", file=sys.stderr)
                if "pages" in parts:
                    _read_files(parts["pages"], theme, folder, listed, address, tools)
                    _look(parts["pages"], theme, browser, address, chosen)
                    _portable(parts["pages"], theme, browser, folder.parent, chosen)
                    _weights(parts["pages"], theme, browser, address, chosen)
                    told[theme] = {
                        page.address: sentences(browser, address, page)
                        for page in chosen
                        if page.kind in ("story", "brand", "organisation", "page")
                    }
                if "lighthouse" in parts and not tools.missing:
                    _lighthouse(parts["lighthouse"], theme, tools, address, chosen, chromium, asked.runs)
        browser.close()
    if told:
        _parity(parts["pages"], told)
    for part, findings in parts.items():
        text = findings.markdown()
        print(f"{text}\n{findings.listing()}")
        if asked.write:
            write_into(REPOSITORY / "docs" / "site-check.md", part, text)
    return 1 if any(findings.count for findings in parts.values()) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme", action="append", choices=themes())
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def _read_files(
    findings: Findings,
    theme: str,
    folder: Path,
    listed: tuple[PublishedPage, ...],
    address: str,
    tools: NodeTools,
) -> None:
    findings.add(theme, "broken internal links, missing files (every page)", broken(folder, listed, address))
    findings.add(theme, "page titles that are not unique", same_titles(listed))
    if tools.missing:
        return
    findings.add(theme, "html-validate (every page)", tools.html_validate(folder))
    strict = tools.w3c(folder)
    if strict is None:
        findings.unsaid.append("Java is not installed, so the W3C's HTML checker did not run.")
    else:
        findings.add(theme, "W3C Nu HTML checker, errors (every page)", strict)


def _look(
    findings: Findings, theme: str, browser: Browser, address: str, chosen: tuple[PublishedPage, ...]
) -> None:
    body: list[tuple[str, ...]] = []
    least = LEAST_TARGET.get(theme, 44)
    for page in chosen:
        for size in _READING_SIZES.get(theme, (PHONE, DESKTOP)):
            with opened(browser, size) as (_context, loaded, complaints):
                loaded.goto(address + page.address, wait_until="load")
                where = f"{page.address} {size[0]}"
                findings.add(theme, f"touch targets under {least} px", probe(loaded, "targets", least), where)
                findings.add(theme, "headings", probe(loaded, "headings"), where)
                findings.add(theme, "pictures without size, words or file", probe(loaded, "pictures"), where)
                findings.add(theme, "small or tight text", probe(loaded, "type"), where)
                findings.add(theme, "keyboard walk", keyboard(loaded), where)
                if page.kind == "story" and (measured := measured_body(loaded)):
                    body.append((page.address, str(size[0]), *_measures(measured)))
                for mode in MODES:
                    set_mode(loaded, mode)
                    findings.add(
                        theme, "axe: WCAG 2.2 AA and best practices", axe(loaded), f"{where} {mode.name}"
                    )
                    findings.add(theme, "clipped text", probe(loaded, "clipped"), f"{where} {mode.name}")
                wrong = [item for item in complaints if not (page.kind == "not_found" and "404" in item)]
                findings.add(theme, "console messages, CSP, failed requests (http)", wrong, where)
        _narrow(findings, theme, browser, address, page)
        if page.kind != "search":
            missing = without_scripts(browser, address, page)
            findings.add(theme, "sentences lost without scripts", missing, page.address)
    findings.tables.append(
        (f"Body text of a story, {theme}", ("page", "width px", "size px", "line height", "measure em"), body)
    )


def _measures(measured: dict[str, float]) -> tuple[str, str, str]:
    return f"{measured['size']:g}", f"{measured['leading']:.2f}", f"{measured['measure']:.1f}"


def _narrow(findings: Findings, theme: str, browser: Browser, address: str, page: PublishedPage) -> None:
    """320 px is also what a 1280 px window at 400 % leaves (WCAG 1.4.10)."""
    with opened(browser, DESKTOP) as (_context, loaded, _complaints):
        loaded.goto(address + page.address, wait_until="load")
        for width in _WIDTHS.get(theme, LINE_WIDTHS):
            loaded.set_viewport_size({"width": width, "height": 800})
            question = "lines that begin or end with the wrong mark"
            findings.add(theme, question, probe(loaded, "lines"), f"{page.address} {width}")
            for mode in (MODES[0], MODES[-1]) if width == NARROWEST else MODES[:1]:
                set_mode(loaded, mode)
                question = "horizontal overflow (320 px is 400 % zoom)"
                findings.add(
                    theme, question, probe(loaded, "overflow"), f"{page.address} {width} {mode.name}"
                )
            set_mode(loaded, MODES[0])


def _portable(
    findings: Findings, theme: str, browser: Browser, site: Path, chosen: tuple[PublishedPage, ...]
) -> None:
    folder = build(theme, site, "--portable")
    for page in chosen:
        file = folder / page.address.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        wrong = complaints_at(browser, file.as_uri())
        findings.add(theme, "console messages, CSP, failed requests (file://)", wrong, page.address)


def _weights(
    findings: Findings, theme: str, browser: Browser, address: str, chosen: tuple[PublishedPage, ...]
) -> None:
    rows = []
    for page in chosen:
        weight = weigh(browser, address, page, _READING_SIZES.get(theme, (PHONE,))[0])
        over = []
        if page.kind == "story" and weight.transferred > BUDGETS.get(theme, 32_000):
            over.append(f"{weight.transferred} bytes")
        if page.kind != "search" and weight.script > SCRIPT_BUDGET:
            over.append(f"{weight.script} bytes of script")
        findings.add(theme, "over the budget of bytes", over, page.address)
        shifted = [f"{weight.shift:.4f}"] if weight.shift else []
        findings.add(theme, "layout shift, streamed over a slow line", shifted, page.address)
        rows.append(
            (
                page.address,
                f"{weight.transferred / 1000:.1f}",
                str(weight.requests),
                f"{weight.script / 1000:.1f}",
                f"{weight.shift:.4f}",
            )
        )
    head = ("page", "kB transferred", "requests", "kB of script", "layout shift")
    findings.tables.append((f"A first visit over a slow line, {theme}", head, rows))


def _lighthouse(
    findings: Findings,
    theme: str,
    tools: NodeTools,
    address: str,
    chosen: tuple[PublishedPage, ...],
    chromium: str,
    runs: int,
) -> None:
    rows = []
    by_kind = {page.kind: page for page in reversed(chosen) if page.language == "zh-CN"}
    for kind in LIGHTHOUSE_KINDS:
        page = by_kind[kind]
        scores = tools.lighthouse(address + page.address, chromium, runs)
        findings.add(theme, "Lighthouse: accessibility, best practices, SEO", scores.faults, page.address)
        values = (scores.performance, scores.accessibility, scores.best_practices, scores.seo)
        rows.append((page.address, *(str(value) for value in values), scores.spread))
        print(f"{theme} {page.address} {values}", file=sys.stderr)
    head = ("page", "performance", "accessibility", "best practices", "SEO", "performance, lowest to highest")
    findings.tables.append((f"Lighthouse, phone, median of {runs}, {theme}", head, rows))


def _parity(findings: Findings, told: dict[str, dict[str, set[str]]]) -> None:
    """Every theme tells what the first one tells."""
    first, *others = told
    for other in others:
        for address, whole in told[first].items():
            lost = sorted(whole - told[other].get(address, set()))
            findings.add(other, f"sentences that {first} has and this theme lacks", lost, address)


if __name__ == "__main__":
    sys.exit(main())
