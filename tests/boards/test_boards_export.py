"""`showcase export board`: one sheet of exactly that size, with all its words inside, and nothing loaded from anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from command_line import Result, run_showcase
from conftest import chromium_path
from shared_site import REPOSITORY, copy_site
from showcase.boards.board import board_view, render_board
from showcase.boards.formats import FORMATS
from showcase.build import build_site
from showcase.editing.theme_check import FIXTURE
from showcase.inputs import BuildRequest
from showcase.model.view import View
from showcase.store.memory_store import MemoryStore
from showcase.workers import Workers

MM = 96 / 25.4
"""CSS pixels in a millimetre."""
OUTSIDE = """() => {
  const sheet = document.querySelector('.board').getBoundingClientRect(), found = [];
  for (const element of document.querySelectorAll('.board *')) {
    const box = element.getBoundingClientRect();
    if (element.closest('svg') && element.tagName !== 'svg') continue;
    if (box.width && (box.right > sheet.right + 1 || box.left < sheet.left - 1 || box.bottom > sheet.bottom + 1))
      found.push(`${element.tagName}.${element.className} leaves the sheet`);
    if (getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
      found.push(`${element.tagName}.${element.className} is cut`);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_site(REPOSITORY, tmp_path_factory.mktemp("boards") / "site")


def export(site: Path, *arguments: str, lang: str = "en") -> Result:
    return run_showcase("export", "board", *arguments, cwd=site, lang=lang)


def _boards(folder: Path, theme: str) -> Iterator[tuple[str, View, bytes]]:
    wanted = BuildRequest(site=folder, output=folder / "public", today=date(2026, 11, 23), theme=theme)
    with Workers(1) as workers:
        store = MemoryStore()
        site = build_site(wanted, store, workers, render=False)
        assert site.theme is not None, site.diagnostics
        files = {output.path: output for output in site.outputs}
        for page in site.pages:
            if page.template in ("story.html", "brand.html") and "/page/" not in page.url:
                for sheet in FORMATS:
                    board = board_view(page.view, site.theme, files, sheet)
                    rendered = render_board(board, site.theme)
                    assert rendered.fault is None, rendered.fault
                    yield f"{page.url} {sheet.name}", board, rendered.data


@pytest.mark.browser
@pytest.mark.parametrize(
    ("folder", "theme"),
    [(REPOSITORY, "heritage"), (FIXTURE, "heritage"), (FIXTURE, "plain")],
    ids=["example-heritage", "fixture-heritage", "fixture-plain"],
)
def test_no_board_of_any_story_or_brand_runs_over(
    folder: Path, theme: str, browser: Browser, tmp_path: Path
) -> None:
    """Kiosk wears heritage's boards."""
    complaints: list[str] = []
    page = browser.new_page()
    page.on(
        "request",
        lambda request: None if request.url[:5] in ("data:", "file:") else complaints.append(request.url),
    )
    page.on("console", lambda message: complaints.append(message.text))
    file = tmp_path / "board.html"
    count = 0
    for name, board, data in _boards(folder, theme):
        sheet = next(one for one in FORMATS if one.name == board.page.size)
        page.set_viewport_size({"width": round(sheet.width * MM), "height": round(sheet.height * MM)})
        file.write_bytes(data)
        page.goto(file.as_uri())
        complaints += [f"{name}: {fault}" for fault in page.evaluate(OUTSIDE)]
        count += 1
    page.close()
    assert complaints == []
    assert count >= 48


@pytest.mark.browser
@pytest.mark.parametrize(
    ("entry", "size", "language", "bleed"),
    [
        ("regional-work-teams", "A3", "zh", 0),
        ("雪巴社区“幸福党建”", "80x180cm", "zh-CN", 0),
        ("/brands/happy-party-building/", "90x120cm", "en", 3),
        ("content/stories/keqin-brine-shrimp.md", "A2", "en", 0),
    ],
)
def test_the_pdf_is_one_sheet_of_that_size_with_text_that_can_be_read_out(
    example: Path, tmp_path: Path, entry: str, size: str, language: str, bleed: int
) -> None:
    from pypdf import PdfReader

    chromium = chromium_path()
    assert chromium
    made = export(
        example, entry, "--size", size, "--lang", language, "--bleed", str(bleed),
        "--chromium", chromium, "--output", str(tmp_path),
    )  # fmt: skip
    assert made.code == 0, made.errors
    (pdf,) = tmp_path.glob("*.pdf")
    (html,) = tmp_path.glob("*.html")
    (sheet,) = PdfReader(pdf).pages
    wanted = next(one for one in FORMATS if one.name == size)
    for points, millimetres in ((sheet.mediabox.width, wanted.width), (sheet.mediabox.height, wanted.height)):
        assert abs(float(points) / 72 * 25.4 - (millimetres + 2 * bleed)) < 0.6
    title = re.search(r"<h1[^>]*>(.*?)</h1>", html.read_text(encoding="utf-8"))
    assert title
    # Chromium names glyphs that two characters share after the radical (⼯ for 工), which programs fold (NFKC).
    read = unicodedata.normalize("NFKC", sheet.extract_text())
    assert re.sub(r"<[^>]+>|\s", "", title[1]) in re.sub(r"\s", "", read)


def test_the_file_alone_is_the_board(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "board.html"
    made = export(example, "story/keqin-haircuts", "--size", "a2", "--output", str(target))
    assert (made.code, made.output) == (0, f"已新建：{target}\n"), made.errors
    text = target.read_text(encoding="utf-8")
    assert set(re.findall(r'(?:src|href)="([a-z]+:)?', text)) == {"data:"}
    assert "https://showcase.example/stories/keqin-haircuts/" in text
    again = export(example, "keqin-haircuts", "--size", "a2", "--output", str(target))
    assert again.code == 2
    assert "--overwrite" in again.errors
    assert export(example, "keqin-haircuts", "--size", "A3", "--output", str(target), "--overwrite").code == 0
    assert 'data-size="A3"' in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["keqin-brine-shrimps", "--size", "A3"], "keqin-brine-shrimp"),
        (["克勤村的卤虫养值", "--size", "A3"], "克勤村的卤虫养殖"),
        (["keqin-haircuts", "--size", "A33"], "A3, A2, 80x180cm, 90x120cm"),
        (["keqin-haircuts", "--size", "A3", "--theme", "heritag"], "heritage"),
        (["keqin-haircuts", "--size", "A3", "--lang", "bo"], "zh-CN, en"),
        (["keqin-haircuts", "--size", "A3", "--chromium", "/nowhere/chromium"], "/nowhere/chromium"),
        (["keqin-haircuts", "--size", "A3", "--output", "a.pdf"], "SHOWCASE_CHROMIUM"),
    ],
)
def test_wrong_usage_is_told_with_what_there_is(example: Path, arguments: list[str], said: str) -> None:
    for language in ("zh", "en"):
        result = export(example, *arguments, lang=language)
        assert (result.code, said in result.errors) == (2, True), result.errors
    assert not (example / "boards").exists()


def test_without_an_address_there_is_no_code_to_print(tmp_path: Path) -> None:
    site = copy_site(REPOSITORY, tmp_path / "site")
    settings = site / "site.yaml"
    settings.write_text(
        re.sub(r"(?m)^base_url:.*\n", "", settings.read_text(encoding="utf-8")), encoding="utf-8"
    )
    refused = export(site, "keqin-haircuts", "--size", "A3", "--lang", "en")
    assert (refused.code, "base_url" in refused.errors) == (2, True)
    given = export(site, "keqin-haircuts", "--size", "A3", "--base-url", "https://example.org/x")
    assert given.code == 0, given.errors
    # Nothing on PATH here: what a PDF takes is said.
    assert "SHOWCASE_CHROMIUM" in given.errors
    assert "https://example.org/x/stories/keqin-haircuts/" in (
        site / "boards/keqin-haircuts-A3.html"
    ).read_text(encoding="utf-8")


def test_a_site_with_errors_makes_no_board(tmp_path: Path) -> None:
    site = copy_site(REPOSITORY, tmp_path / "site")
    story = site / "content/stories/keqin-haircuts.md"
    story.write_text(
        story.read_text(encoding="utf-8").replace("---\n", "---\nclent: x\n", 1), encoding="utf-8"
    )
    result = export(site, "keqin-haircuts", "--size", "A3", "--lang", "en")
    assert result.code == 1
    assert "unknown-field" in result.errors
    assert not (site / "boards").exists()
