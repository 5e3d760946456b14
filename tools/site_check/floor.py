"""The oldest engine that must show the site well: Chromium 92, as in-app browsers of old phones have it.

As a program it looks at pages in that engine: `floor.py PROGRAM`, with one question a line as JSON on its standard input,
[address, kind of page, word to search for or "", width, height], and one answer a line on its standard output: a list of
[question, [faults]]. A browser in a single process ends, or never answers again, with what goes wrong in it; so it runs in a
process of its own, which `ask` ends and begins anew.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from in_browser import opened, probe
from playwright.sync_api import Error, Page, sync_playwright

# What a build made for a machine without a screen or a sandbox needs.
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--headless", "--single-process", "--no-zygote"]
_TRIES = 4
_WAIT_S = 40
"""Seconds within which a page is answered for, also on a busy machine."""
_SHOWN_MS = 15_000

Answer = list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Question:
    """A page to look at on a screen of a size; `word` is what its search shall find, empty where it has none."""

    address: str
    kind: str
    word: str
    size: tuple[int, int]


def ask(program: str, questions: Sequence[Question]) -> Iterator[tuple[Question, Answer]]:
    """Each question with its answer, in order. One that is never answered has that for its fault."""
    asker: subprocess.Popen[str] | None = None
    try:
        for question in questions:
            answer: Answer | None = None
            for _try in range(_TRIES):
                asker = asker or _started(program)
                answer = _answered(asker, question)
                if answer is not None:
                    break
                _end(asker)
                asker = None
            yield question, answer or [("answers", ["none"])]
    finally:
        if asker is not None:
            _end(asker)


def _started(program: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - this file
        [sys.executable, str(Path(__file__)), program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _answered(asker: subprocess.Popen[str], question: Question) -> Answer | None:
    if asker.stdin is None or asker.stdout is None:
        return None
    try:
        asker.stdin.write(json.dumps([question.address, question.kind, question.word, *question.size]) + "\n")
        asker.stdin.flush()
    except BrokenPipeError:
        return None
    ready, _, _ = select.select([asker.stdout], [], [], _WAIT_S)
    line = asker.stdout.readline() if ready else ""
    return [(name, found) for name, found in json.loads(line)] if line else None


def _end(asker: subprocess.Popen[str]) -> None:
    """With all that it started: the browser has a session of its own, and would work on for ever."""
    for process in reversed(_family(asker.pid)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    asker.wait()


def _family(root: int) -> list[int]:
    """A process and all its descendants, parents first (Linux)."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                # The program's name stands in brackets and may hold anything; the parent is the second field behind it.
                fields = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                children.setdefault(int(fields[1]), []).append(int(folder.name))
    found = [root]
    for process in found:
        found += children.get(process, ())
    return found


def main() -> int:
    """Answers until the questions end."""
    with sync_playwright() as playwright:
        for line in sys.stdin:
            address, kind, word, width, height = json.loads(line)
            # A new one for each page: in one process it does not outlive many.
            browser = playwright.chromium.launch(
                executable_path=sys.argv[1], args=_ARGUMENTS, ignore_default_args=["--headless=new"]
            )
            with opened(browser, (width, height)) as (_context, loaded, complaints):
                print(json.dumps(_look(loaded, complaints, address, kind, word)), flush=True)
            browser.close()
    return 0


def _look(loaded: Page, complaints: list[str], address: str, kind: str, word: str) -> Answer:
    loaded.goto(address, wait_until="load")
    shown = loaded.evaluate(
        "Boolean(document.querySelector('h1') && document.querySelector('h1').getClientRects().length)"
    )
    answer = [
        ("overflow", probe(loaded, "overflow")),
        ("clipped text", probe(loaded, "clipped")),
        ("a heading that can be seen", [] if shown else ["none"]),
        ("style sheets read", _styled(loaded)),
    ]
    if word:
        answer.append(("search finds", _search(loaded, address, word)))
    wrong = [item for item in complaints if not (kind == "not_found" and "404" in item)]
    return [("console messages, CSP, failed requests", wrong), *answer]


def _styled(loaded: Page) -> list[str]:
    """Nothing where every style sheet has rules and the type is not the browser's own."""
    empty = loaded.evaluate(
        "[...document.styleSheets].filter(sheet => !sheet.cssRules.length).map(sheet => String(sheet.href))"
    )
    bare = loaded.evaluate("getComputedStyle(document.body).fontFamily === 'Times New Roman'")
    return [*(f"{href} has no rules" for href in empty), *(["the browser's own type"] if bare else [])]


def _search(loaded: Page, address: str, word: str) -> list[str]:
    loaded.goto(f"{address}?q={word}", wait_until="load")
    try:
        loaded.wait_for_selector(".result mark", timeout=_SHOWN_MS)
    except Error:
        return [f"{word}: nothing"]
    return []


if __name__ == "__main__":
    sys.exit(main())
