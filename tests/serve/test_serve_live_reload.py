"""The development server as an editor meets it: a real process, a real browser, real saves."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from shared_site import REPOSITORY, copy_site

STORY = "content/stories/keqin-haircuts.md"
SAVED = 15_000
"""Milliseconds that a save may take to show; far more than it does, for a busy machine."""


def _hear_interrupts() -> None:
    # A shell that runs the tests in the background has its commands ignore them.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass
class Served:
    """A running server."""

    site: Path
    address: str
    process: subprocess.Popen[str]

    def edit(self, path: str, old: str, new: str) -> None:
        """Saves as many editors do: a new file takes the old one's place."""
        source = self.site / path
        text = source.read_text(encoding="utf-8")
        assert old in text
        written = source.with_suffix(".saving~")
        written.write_text(text.replace(old, new, 1), encoding="utf-8")
        written.replace(source)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    site = copy_site(REPOSITORY, tmp_path / "site")
    process = subprocess.Popen(
        [sys.executable, "-m", "showcase", "serve", "--site", str(site), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=_hear_interrupts,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, line
    try:
        yield Served(site, found[0], process)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def test_an_edit_shows_a_fault_overlays_and_mending_clears(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/stories/keqin-haircuts/")
    expect(page.get_by_role("heading", level=1)).to_have_text("克勤村的理发、清扫和增收打算")
    page.wait_for_function("window.LiveReload !== undefined")

    served.edit(STORY, "title: 克勤村的理发、清扫和增收打算", "title: 改过的标题")
    expect(page.get_by_role("heading", level=1)).to_have_text("改过的标题", timeout=SAVED)
    notice = page.locator(".showcase-notice")
    expect(notice).to_have_count(0)

    served.edit(STORY, "title: 改过的标题", "titel: 改过的标题")
    expect(notice).to_contain_text(f"{STORY}:2:1", timeout=SAVED)
    expect(notice).to_contain_text("修改办法")
    expect(page.get_by_role("heading", level=1)).to_have_text("改过的标题")

    served.edit(STORY, "titel: 改过的标题", "title: 又改过的标题")
    expect(page.get_by_role("heading", level=1)).to_have_text("又改过的标题", timeout=SAVED)
    expect(notice).to_have_count(0)


def test_a_new_file_and_a_template_show_without_restart(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/topics/")
    page.wait_for_function("window.LiveReload !== undefined")
    template = served.site / "themes/heritage/templates/entry_index.html"
    template.write_text(
        template.read_text(encoding="utf-8") + "{% block scripts %}<p id=proof>改过的模板</p>{% endblock %}",
        encoding="utf-8",
    )
    expect(page.locator("#proof")).to_have_text("改过的模板", timeout=SAVED)
    (served.site / "content/pages/fresh.md").write_text(
        "---\ntitle: 新的一页\n---\n\n正文。\n", encoding="utf-8"
    )
    expect(page.locator("#proof")).to_be_visible()
    deadline = time.monotonic() + SAVED / 1000
    while request(f"{served.address}/fresh/")[0] != 200 and time.monotonic() < deadline:
        time.sleep(0.1)
    # In a tab of its own: the first may be about to load itself again.
    fresh = page.context.new_page()
    fresh.goto(f"{served.address}/fresh/")
    expect(fresh.get_by_role("heading", level=1)).to_have_text("新的一页")


def request(address: str, **headers: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_requests_are_answered_as_a_host_would(served: Served) -> None:
    assert request(f"{served.address}/stories")[0] == 200
    assert "</html>" in request(f"{served.address}/nowhere/")[1]
    assert request(f"{served.address}/nowhere/")[0] == 404
    for path in (
        "/../site.yaml",
        "/%2e%2e/site.yaml",
        "/..%2fsite.yaml",
        "//etc/passwd",
        "/%00",
        "/content/",
    ):
        assert request(served.address + path)[0] == 404, path
    assert request(f"{served.address}/", Host="evil.example")[0] == 403
    assert request(f"{served.address}/livereload", Host="evil.example")[0] in {400, 403}


def test_a_site_that_never_was_good_shows_what_is_wrong(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "site.yaml").write_text("title：测试\n", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "showcase", "serve", "--site", str(tmp_path), "--port", "0", "--lang", "zh"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=_hear_interrupts,
    )
    assert process.stdout is not None
    try:
        address = re.search(r"http://[\d.:]+", process.stdout.readline())
        assert address
        page = browser.new_page()
        response = page.goto(address[0])
        assert response is not None
        assert response.status == 503
        expect(page.locator(".showcase-notice")).to_contain_text("site.yaml:1:")
        page.wait_for_function("window.LiveReload !== undefined")
        (tmp_path / "content").mkdir()
        (tmp_path / "site.yaml").write_text("title: 测试\n", encoding="utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("测试", timeout=SAVED)
        page.close()
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


WITH_A_BUG = """
import sys
import showcase.inputs as inputs
sound = inputs.discover
def discover(root, **options):
    if "出错" in (root / "site.yaml").read_text(encoding="utf-8"):
        raise RuntimeError("a bug of ours")
    return sound(root, **options)
inputs.discover = discover
from showcase.cli.main import entry_point
sys.argv = ["showcase", "serve", "--port", "0", "--lang", "zh"]
entry_point()
"""


def test_a_bug_of_ours_is_no_end_of_the_preview(tmp_path: Path, browser: Browser) -> None:
    settings = tmp_path / "site.yaml"
    settings.write_text("title: 测试\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-c", WITH_A_BUG],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        preexec_fn=_hear_interrupts,
    )
    assert process.stdout is not None
    try:
        address = re.search(r"http://[\d.:]+", process.stdout.readline())
        assert address
        page = browser.new_page()
        page.goto(address[0])
        page.wait_for_function("window.LiveReload !== undefined")
        settings.write_text("title: 出错\n", encoding="utf-8")
        expect(page.locator(".showcase-notice")).to_contain_text("程序自身出错了", timeout=SAVED)
        expect(page.locator(".showcase-notice code").last).to_have_text("internal-error")
        expect(page.get_by_role("heading", level=1)).to_have_text("测试")
        (report,) = tmp_path.glob("showcase-crash-*.txt")
        assert "a bug of ours" in report.read_text(encoding="utf-8")
        settings.write_text("title: 好了\n", encoding="utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("好了", timeout=SAVED)
        expect(page.locator(".showcase-notice")).to_have_count(0)
        page.close()
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
