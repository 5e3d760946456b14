"""Every kind of page, in every shipped theme and width, looks as it looked when somebody last looked.

`python -m pytest tests/visual -k goldens --update-goldens` takes the pictures anew; look at them before they are kept.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from shared_site import REPOSITORY
from visual.screens import FONTS, GOLDENS, difference, fonts_of, kept, screen

sys.path.insert(0, str(REPOSITORY / "tools" / "site_check"))

import example

pytestmark = pytest.mark.browser

SIZES = {
    "heritage": ((360, 740), (768, 1024), (1440, 900)),
    "plain": ((360, 740), (768, 1024), (1440, 900)),
    "kiosk": ((1080, 1920), (1920, 1080)),
}
BASE_URL = "https://example.org"
"""Fixed, because codes show it."""


@dataclass(frozen=True, slots=True)
class Published:
    """A theme's site, served."""

    theme: str
    address: str
    pages: tuple[example.PublishedPage, ...]


@pytest.fixture(scope="module", params=example.themes())
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Published]:
    """One theme after the other."""
    scratch = tmp_path_factory.mktemp(request.param)
    with example.served(request.param, scratch, BASE_URL) as (address, folder):
        chosen = tuple(page for page in example.samples(example.pages(folder)) if _chosen(page))
        yield Published(request.param, address, chosen)


@pytest.fixture(scope="session")
def same_fonts(browser: Browser, update_goldens: bool) -> None:
    """Skips where other fonts are installed than those the goldens were taken with."""
    found = fonts_of(browser)
    if update_goldens:
        GOLDENS.mkdir(exist_ok=True)
        FONTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    elif json.loads(FONTS.read_text("utf-8")) != found:
        pytest.skip(f"other fonts than the goldens were taken with: {found}")


def _chosen(page: example.PublishedPage) -> bool:
    """Each kind of page in Chinese; of the others a home page and a story."""
    return page.language == "zh-CN" or page.kind in ("home", "story")


@pytest.mark.usefixtures("same_fonts")
def test_pages_look_as_they_did(
    published: Published, browser: Browser, update_goldens: bool, tmp_path: Path
) -> None:
    wrong = []
    for page in published.pages:
        for size in SIZES[published.theme]:
            name = f"{published.theme}-{page.language}-{page.kind}-{size[0]}"
            golden = GOLDENS / f"{name}.webp"
            picture = screen(browser, published.address + page.address, size)
            if update_goldens:
                if not golden.exists() or difference(golden.read_bytes(), picture):
                    golden.write_bytes(kept(picture))
                continue
            if not golden.exists():
                wrong.append(f"{name}: no picture of it is kept yet")
                continue
            found = difference(golden.read_bytes(), picture)
            if found is not None:
                found.picture.save(tmp_path / f"{name}.png")
                wrong.append(f"{name} ({page.address}): {found.what}")
    assert not wrong, (
        "\n".join(wrong)
        + f"\nthen, now and their difference, side by side: {tmp_path}"
        + "\nwhere that is as it should be: python -m pytest tests/visual -k goldens --update-goldens"
    )


@pytest.mark.parametrize(
    "style",
    [
        "main p { color: #b91c1c !important }",
        "main h2 { margin-top: 5rem !important }",
        "main { font-size: 1.1em !important }",
        "header, main > *:first-child { background: #ffe9c7 !important }",
        "main p { text-align: right !important }",
        "main ul, main dl, main table { display: none !important }",
    ],
)
@pytest.mark.usefixtures("same_fonts")
def test_a_change_that_a_person_would_see_is_seen(published: Published, browser: Browser, style: str) -> None:
    size = SIZES[published.theme][0]
    page = next(one for one in published.pages if (one.kind, one.language) == ("story", "zh-CN"))
    golden = GOLDENS / f"{published.theme}-zh-CN-story-{size[0]}.webp"
    assert difference(golden.read_bytes(), screen(browser, published.address + page.address, size, style))
