"""The example site, and the site that themes are tried with, in each shipped theme: built, listed by kind of page, and served
compressed as a host would."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FIXTURE = REPOSITORY / "src" / "showcase" / "editing" / "fixture_site"
"""The site of `showcase theme check`: photographs, films, the longest and the shortest texts."""
_KINDS = {
    "stories": "story",
    "brands": "brand",
    "organisations": "organisation",
    "places": "place",
    "topics": "topic",
    "years": "year",
}
"""The kind of a page below each folder; the folder's own page is a list."""
_COMPRESSED = (".html", ".css", ".js", ".svg", ".xml", ".json", ".txt")


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """One page: `address` begins with a slash; `language` is its folder's, the site's own where it has none."""

    address: str
    file: Path
    kind: str
    language: str


def themes() -> tuple[str, ...]:
    """The themes that ship, by name."""
    return tuple(sorted(path.parent.name for path in (REPOSITORY / "themes").glob("*/theme.yaml")))


def build(theme: str, site: Path, *options: str, source: Path = REPOSITORY) -> Path:
    """Publishes the site at `source` in `theme` from a copy at `site`; gives the folder. Raises CalledProcessError."""
    if not site.exists():
        site.mkdir(parents=True)
        shutil.copytree(source / "content", site / "content")
        written = (source / "site.yaml").read_text("utf-8")
        (site / "site.yaml").write_text(re.sub(r"(?m)^theme: .*$", f"theme: {theme}", written), "utf-8")
    command = [sys.executable, "-m", "showcase", "build", "--strict", "--site", str(site)]
    output = site / ("portable" if "--portable" in options else "public")
    subprocess.run(  # noqa: S603 - our own program
        [*command, "--output", str(output), *options], check=True, capture_output=True
    )
    return output


def pages(folder: Path) -> tuple[PublishedPage, ...]:
    """Every page of a published site, home pages first, in the order of their addresses."""
    found = []
    for file in sorted(folder.rglob("*.html")):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue
        parts = file.relative_to(folder).parts
        language = "zh-CN"
        if len(parts) > 1 and re.fullmatch(r"en|bo|zh-[A-Za-z]+", parts[0]):
            language, parts = parts[0], parts[1:]
        address = "/" + file.relative_to(folder).as_posix().removesuffix("index.html")
        found.append(PublishedPage(address, file, _kind(parts), language))
    return tuple(found)


def samples(listed: tuple[PublishedPage, ...]) -> tuple[PublishedPage, ...]:
    """The longest page of each kind and language."""
    longest: dict[tuple[str, str], PublishedPage] = {}
    for page in sorted(listed, key=lambda page: (-page.file.stat().st_size, page.address)):
        longest.setdefault((page.kind, page.language), page)
    return tuple(sorted(longest.values(), key=lambda page: page.address))


def _kind(parts: tuple[str, ...]) -> str:
    if parts == ("index.html",):
        return "home"
    if parts == ("404.html",):
        return "not_found"
    if len(parts) == 2:
        return {"stories": "stories", "search": "search", "sources": "source_index"}.get(
            parts[0], f"{_KINDS[parts[0]]}_index" if parts[0] in _KINDS else "page"
        )
    return _KINDS.get(parts[0], "page")


class _Host(http.server.SimpleHTTPRequestHandler):
    """Files compressed as hosts compress them, kept by the browser between pages as hosts ask."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        """Says nothing."""

    def handle(self) -> None:
        # A browser that is closed breaks off what it was still loading.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        found = path.is_file()
        data = path.read_bytes() if found else (Path(self.directory) / "404.html").read_bytes()
        name = path.name if found else "404.html"
        self.send_response(200 if found else 404)
        if name.endswith(_COMPRESSED):
            data = gzip.compress(data, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        kind = self.guess_type(name)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        if "/assets/" in self.path or "/media/" in self.path:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.end_headers()
        self.wfile.write(data)


@contextlib.contextmanager
def served(
    theme: str, scratch: Path, base_url: str = "", *, source: Path = REPOSITORY
) -> Iterator[tuple[str, Path]]:
    """A theme's site, built for `base_url` (by default the address at which it is then served); gives the address and the
    folder."""
    folder = scratch / theme / "public"
    folder.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Host, directory=str(folder))
    )
    address = f"http://127.0.0.1:{server.server_port}"
    shutil.rmtree(folder.parent)
    build(theme, folder.parent, "--base-url", base_url or address, source=source)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield address, folder
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
