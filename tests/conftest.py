"""What all tests share: golden files that can be written anew, and a real Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest


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
