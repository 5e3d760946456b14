"""What all tests share: the example site built once, a static server, a real Chromium."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="write the expected files of golden tests anew"
    )


@pytest.fixture(scope="session")
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """True when golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-goldens"))


def chromium_path() -> str | None:
    """An installed Chromium or Chrome."""
    named = os.environ.get("SHOWCASE_CHROMIUM")
    if named:
        return named
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        found = shutil.which(name)
        if found:
            return found
    for application in ("Google Chrome", "Chromium"):
        path = Path(f"/Applications/{application}.app/Contents/MacOS/{application}")
        if path.exists():
            return str(path)
    return None


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A real Chromium, driven by Playwright. Its absence is a failure, never a skip: `make test` installs one."""
    from playwright.sync_api import sync_playwright

    path = chromium_path()
    assert path, "no Chromium found: run sh tools/chromium.sh"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
            ],
        )
        yield launched
        launched.close()


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
