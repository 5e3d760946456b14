"""The example site as published: over http, and from file:// as the portable edition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Request
from visitor import Visitor

from command_line import run_showcase
from shared_site import REPOSITORY, copy_site, static_server


def built(tmp: Path, *options: str) -> Path:
    """The example site, built strictly into a fresh folder."""
    site = copy_site(REPOSITORY, tmp / "site")
    result = run_showcase("build", "--strict", *options, cwd=site)
    assert result.code == 0, result.errors
    return site / "public"


@pytest.fixture(scope="session")
def online(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example site's address over http."""
    folder = built(tmp_path_factory.mktemp("online"), "--base-url", "http://127.0.0.1")
    with static_server(folder) as address:
        yield address


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portable edition's folder, as on a USB stick."""
    return built(tmp_path_factory.mktemp("stick"), "--portable")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN")
    yield made
    made.close()


@pytest.fixture
def visitor(context: BrowserContext) -> Iterator[Visitor]:
    """A phone. Console errors, page errors and failed requests are faults of the page."""
    visitor = Visitor(context.new_page())
    visitor.page.on("console", lambda message: _console(visitor, message.type, message.text))
    visitor.page.on("pageerror", lambda error: visitor.complaints.append(f"script: {error}"))
    visitor.page.on("requestfailed", lambda request: _request(visitor, request))
    visitor.page.on(
        "response",
        lambda response: (
            visitor.complaints.append(f"{response.status}: {response.url}")
            if response.status >= 400
            else None
        ),
    )
    yield visitor
    assert not visitor.complaints


def _console(visitor: Visitor, kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        visitor.complaints.append(f"console: {text}")


def _request(visitor: Visitor, request: Request) -> None:
    # Leaving a page breaks off what it was still loading; that is no fault of the page.
    if request.failure != "net::ERR_ABORTED":
        visitor.complaints.append(f"{request.failure}: {request.url}")
