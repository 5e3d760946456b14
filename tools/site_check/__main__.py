"""Checks the example site in every shipped theme as readers meet it, in a real Chromium: `make site-check`.

python tools/site_check [--theme NAME]… [--all] [--part pages|oldest|lighthouse]… [--runs N] [--write]

By default the longest page of each kind and language is looked at in every mode; --all looks at every page. The site that
themes are tried with is looked at too: it has the pictures, films and long texts that the example site has not. --part does
one part alone. --write puts the tables into docs/site-check.md. Exit code 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import looking
from example import FIXTURE, REPOSITORY, pages, samples, served, themes
from in_browser import sentences
from node_tools import NodeTools
from playwright.sync_api import Browser, sync_playwright
from tables import Findings, write_into

sys.path.insert(0, str(REPOSITORY / "tests"))
from conftest import chromium_path

PARTS = ("pages", "oldest", "lighthouse")
SOURCES = {"": REPOSITORY, "fixture site ": FIXTURE}
_TELLING = ("story", "brand", "organisation", "page")
"""Kinds of page that every theme must tell whole."""


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
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        chosen_themes = asked.theme or themes()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        if "pages" in parts:
            _pages(parts["pages"], chosen_themes, Path(scratch), browser, tools, every=asked.all)
        browser.close()
        if "oldest" in parts and not tools.missing:
            _oldest(parts["oldest"], chosen_themes, Path(scratch), tools)
    if "lighthouse" in parts and not tools.missing:
        with tempfile.TemporaryDirectory() as scratch:
            for theme in chosen_themes:
                with _site(theme, "", Path(scratch)) as site:
                    looking.lighthouse(parts["lighthouse"], site, tools, chromium, asked.runs)
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


@contextmanager
def _site(theme: str, name: str, scratch: Path) -> Iterator[looking.Site]:
    source = SOURCES[name]
    with served(theme, scratch / source.name, source=source) as (address, folder):
        yield looking.Site(theme, name, source, address, folder, pages(folder))


def _pages(
    findings: Findings,
    chosen_themes: tuple[str, ...],
    scratch: Path,
    browser: Browser,
    tools: NodeTools,
    *,
    every: bool,
) -> None:
    if not tools.missing and shutil.which("java") is None:
        findings.unsaid.append("Java is not installed, so the W3C's HTML checker did not run.")
    told: dict[str, dict[str, set[str]]] = {}
    telling: set[str] = set()
    for theme in chosen_themes:
        for name in SOURCES:
            with _site(theme, name, scratch) as site:
                chosen = site.listed if every else samples(site.listed)
                print(f"{theme}: {name}{len(chosen)} of {len(site.listed)} pages", file=sys.stderr)
                looking.read_files(findings, site, tools)
                looking.look(findings, site, browser, chosen)
                looking.weights(findings, site, browser, chosen)
                looking.portable(findings, site, browser, chosen)
                if not name:
                    looking.search_states(findings, site, browser)
                    # The longest page of a kind need not be the same in each theme.
                    telling = telling or {page.address for page in chosen if page.kind in _TELLING}
                    told[theme] = {
                        page.address: sentences(browser, site.address, page)
                        for page in site.listed
                        if page.address in telling
                    }
    looking.parity(findings, told)


def _oldest(
    findings: Findings,
    chosen_themes: tuple[str, ...],
    scratch: Path,
    tools: NodeTools,
) -> None:
    program = tools.old_chromium()
    if program is None:
        findings.unsaid.append("Chromium 92 is only to be had for Linux on x86-64, so it did not run.")
        return
    for theme in chosen_themes:
        for name in SOURCES:
            print(f"{theme}: {name}in Chromium 92", file=sys.stderr)
            with _site(theme, name, scratch) as site:
                looking.oldest(findings, site, program)


if __name__ == "__main__":
    sys.exit(main())
