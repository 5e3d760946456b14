"""showcase's side: the index written by its own writer, the queries answered by its own engine."""

from __future__ import annotations

import json
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.search.corpus import Page
from benchmarks.search.measures import Answer, Built
from benchmarks.search.queries import Query
from showcase.search.client import engine_script
from showcase.search.documents import SearchDocument
from showcase.search.index import language_index
from showcase.store.memory_store import MemoryStore
from showcase.workers import Workers

RUNNER = Path(__file__).with_name("run.mjs")


def build(pages: Sequence[Page], folder: Path) -> Built:
    """Writes the index of each language under `folder`/search, and measures that, and what one changed story costs after it."""
    store = MemoryStore()
    by_language: dict[str, list[SearchDocument]] = {}
    for number, page in enumerate(pages):
        by_language.setdefault(page.language, []).append(_document(number, page))
    start = _cpu_seconds()
    files = [
        output
        for language, documents in by_language.items()
        for output in language_index(language, documents, [], store, Workers(1))
    ]
    built = _cpu_seconds() - start
    for output in files:
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.data)
    (folder / "engine.js").write_text(engine_script(), "utf-8")
    chinese = by_language["zh-CN"]
    middle = len(chinese) // 2
    text = chinese[middle].texts[0]
    chinese[middle] = replace(chinese[middle], texts=(text[:40] + "新添的一句话。" + text[40:],))
    start = time.process_time()
    again = language_index("zh-CN", chinese, [], store, Workers(1))
    changed = time.process_time() - start
    new = {output.path for output in again} - {output.path for output in files}
    return Built(built, sum(len(output.data) for output in files), len(files), changed, len(new))


def answers(folder: Path, queries: Sequence[Query], *, warm: bool = False) -> list[Answer]:
    """Each query's answer by the engine under node; cold unless `warm`: then all queries of a language follow each other."""
    asked = folder / "queries.json"
    asked.write_text(
        json.dumps([{"language": q.language, "text": q.text, "warm": warm} for q in queries]), "utf-8"
    )
    done = subprocess.run(
        ["node", RUNNER, folder / "engine.js", folder, asked], check=True, capture_output=True
    )
    return [_answer(found) for found in json.loads(done.stdout)]


def _answer(found: dict[str, Any]) -> Answer:
    sources = tuple(int(url.strip("/").rpartition("/")[2]) for url in found["urls"])
    return Answer(sources, not found["notes"], found["bytes"], found["requests"], found["milliseconds"])


def _document(number: int, page: Page) -> SearchDocument:
    return SearchDocument(
        kind="story",
        id=str(number),
        url=f"/d/{number}/",
        title=page.title,
        headings=page.headings,
        texts=(" ".join(page.paragraphs),),
        year=str(2010 + number % 15),
    )


def _cpu_seconds() -> float:
    mine, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + children.ru_utime + children.ru_stime
