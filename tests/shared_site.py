"""The example site's sources and a static server, for tests that publish and look."""

from __future__ import annotations

import contextlib
import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        """Says nothing: a test's output is its own."""


@contextlib.contextmanager
def static_server(folder: Path) -> Iterator[str]:
    """Serves a folder on a free loopback port; gives its address without a trailing slash."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def copy_site(source: Path, target: Path) -> Path:
    """A site's sources, without what a build wrote."""
    for name in ("content", "themes"):
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name)
    target.mkdir(parents=True, exist_ok=True)
    if (source / "site.yaml").exists():
        shutil.copy(source / "site.yaml", target / "site.yaml")
    return target
