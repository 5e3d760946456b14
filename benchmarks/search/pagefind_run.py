"""Pagefind's side: the same documents as HTML, indexed by its own program, asked in a real Chromium."""

from __future__ import annotations

import gzip
import html
import http.server
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.search.corpus import Page
from benchmarks.search.measures import Answer, Built
from benchmarks.search.queries import Query

COLD_EVERY = 7
"""Every seventh query is asked in a browser that has nothing yet; that takes a second."""


def build(pages: Sequence[Page], folder: Path) -> Built:
    """Writes the pages, has them indexed and measures the program (its CPU seconds include reading them)."""
    for number, page in enumerate(pages):
        _write(folder / "d" / str(number) / "index.html", page.language, _body(page))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "pagefind", "--site", folder, "--silent"]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    files = [path for path in (folder / "pagefind").rglob("*") if path.is_file()]
    for language in dict.fromkeys(page.language for page in pages):
        _write(folder / f"{language}.html", language, "")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Built(seconds, sum(path.stat().st_size for path in files), len(files))


_ASK = """async (text) => {
  const start = performance.now();
  const engine = await import("/pagefind/pagefind.js");
  const found = await engine.search(text);
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return { urls: shown.map((one) => one.raw_url || one.url), milliseconds: performance.now() - start };
}"""
_ASK_SHOWCASE = """async ([language, text]) => {
  const start = performance.now();
  window.engine = window.engine || await showcaseSearch.open(language, "/");
  const found = await window.engine.search(text);
  return { urls: found.results.map((one) => one.url), milliseconds: performance.now() - start };
}"""


class Browser:
    """A Chromium that asks over a loopback server which compresses as a host would and counts."""

    def __init__(self, folder: Path, browser: Any, *, showcase: bool = False) -> None:
        self._browser = browser
        self._folder = folder
        self._showcase = showcase

    def warm(self, queries: Sequence[Query]) -> list[Answer]:
        """All queries of a language one after the other in one page."""
        found: dict[int, Answer] = {}
        with _server(self._folder) as (origin, sent):
            for language in dict.fromkeys(query.language for query in queries):
                page = self._page(origin, language)
                for number, query in enumerate(queries):
                    if query.language == language:
                        found[number] = self._ask(page, query, sent)
                page.context.close()
        return [found[number] for number in range(len(queries))]

    def cold(self, queries: Sequence[Query]) -> list[Answer]:
        """Each query in a browser that has loaded nothing."""
        found = []
        with _server(self._folder) as (origin, sent):
            for query in queries:
                page = self._page(origin, query.language)
                found.append(self._ask(page, query, sent))
                page.context.close()
        return found

    def _page(self, origin: str, language: str) -> Any:
        page = self._browser.new_context().new_page()
        page.goto(f"{origin}/{language}.html")
        return page

    def _ask(self, page: Any, query: Query, sent: list[int]) -> Answer:
        sent.clear()
        given = [query.language, query.text] if self._showcase else query.text
        got = page.evaluate(_ASK_SHOWCASE if self._showcase else _ASK, given)
        sources = tuple(
            int(url.removesuffix("index.html").strip("/").rpartition("/")[2]) for url in got["urls"]
        )
        return Answer(sources, bool(sources), sum(sent), len(sent), got["milliseconds"])


def write_showcase_pages(folder: Path, languages: Sequence[str]) -> None:
    """A page for each language that has the engine, beside the index that `showcase_run.build` wrote."""
    for language in languages:
        _write(folder / f"{language}.html", language, '<script src="/engine.js"></script>')


@contextmanager
def _server(folder: Path) -> Iterator[tuple[str, list[int]]]:
    sent: list[int] = []
    packed: dict[str, bytes] = {}

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, directory=str(folder), **named)

        def do_GET(self) -> None:
            path = self.translate_path(self.path)
            if path not in packed:
                source = Path(path)
                # What is compressed already (Pagefind's own files) does not shrink again.
                data = source.read_bytes() if source.is_file() else b""
                packed[path] = gzip.compress(data, 9)
            data = packed[path]
            sent.append(len(data))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", sent
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _write(path: Path, language: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f'<!doctype html><html lang="{language}"><meta charset="utf-8"><link rel="icon" href="data:,"><title>page</title>'
    path.write_text(f"{head}<body>{body}</body></html>", "utf-8")


def _body(page: Page) -> str:
    parts = [f"<h1>{html.escape(page.title)}</h1>"]
    parts += [f"<h2>{html.escape(heading)}</h2>" for heading in page.headings]
    parts += [f"<p>{html.escape(paragraph)}</p>" for paragraph in page.paragraphs]
    return f"<main data-pagefind-body>{''.join(parts)}</main>"
