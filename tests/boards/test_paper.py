"""Pages on paper, as Chromium prints them: A4, without menus, nothing cut or lost, sources and a code to come back by."""

from __future__ import annotations

import io
import re
import shutil
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from command_line import run_showcase
from shared_site import static_server
from showcase.editing.theme_check import FIXTURE

pytestmark = pytest.mark.browser
A4 = (210, 297)
NUMBER = re.compile(r"\d+ ?/ ?\d+")
CUT = """() => {
  const found = [], wide = document.documentElement.clientWidth;
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (!element.checkVisibility() || !box.width || element.closest('svg, .hidden, .plate') || style.display === 'inline') continue;
    if (box.right > wide + 1) found.push(`${element.tagName}.${element.className} leaves the page`);
    if (style.overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1)
      found.push(`${element.tagName}.${element.className} is cut`);
  }
  return found;
}"""


@pytest.fixture(scope="module", params=["heritage", "plain", "kiosk"])
def printed_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the fixture site in one theme."""
    site = tmp_path_factory.mktemp("paper") / "site"
    shutil.copytree(FIXTURE, site)
    settings = site / "site.yaml"
    written = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^theme: .*$", f"theme: {request.param}", written), encoding="utf-8")
    result = run_showcase("build", cwd=site)
    assert result.code == 0, result.errors
    with static_server(site / "public") as address:
        yield address


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    # As wide as A4 between margins of 15 mm.
    page = browser.new_page(viewport={"width": 680, "height": 1000})
    yield page
    page.close()


def _print(page: Page, address: str) -> list[str]:
    """The sheets' texts without page numbers and white space; radicals that stand for characters folded."""
    page.goto(address)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    for sheet in reader.pages:
        size = tuple(
            round(float(points) / 72 * 25.4) for points in (sheet.mediabox.width, sheet.mediabox.height)
        )
        assert size == A4
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in reader.pages]
    return ["".join(NUMBER.sub("", text).split()) for text in texts]


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("path", ["/stories/longest/", "/stories/tibetan/", "/brands/many/", "/stories/"])
def test_a_page_on_paper(printed_site: str, paper: Page, path: str) -> None:
    sheets = _print(paper, printed_site + path)
    text = "".join(sheets)
    assert all(sheets), "a blank sheet"
    paper.emulate_media(media="print")
    assert _folded(paper.locator("h1").inner_text()) in text
    shown = [one for one in paper.get_by_role("navigation").all() if one.is_visible()]
    assert [one.get_attribute("aria-label") for one in shown] == []
    assert paper.evaluate(CUT) == []
    headings = {_folded(one) for one in paper.locator("h2:visible, h3:visible").all_inner_texts()} - {""}
    alone = [sheet[-30:] for sheet in sheets[:-1] for heading in headings if sheet.endswith(heading)]
    assert alone == []
    if path == "/stories/":
        return
    code = paper.locator(".carry svg path, .codes svg path").first
    assert code.is_visible()
    assert f"https://fixture.example{path}" in text
    for source in paper.locator(".provenance a[href^=http]:visible").all():
        assert (source.get_attribute("href") or "?") in text
