"""Takes the pictures of docs/gallery/ from a fresh build of the example site, in a real Chromium.

python tools/gallery.py [FOLDER]        # by default docs/gallery; `make gallery` does the same

The pictures are what a reader sees first: one screen, not the whole page. Colours are cut to a palette, which text on plain
grounds does not show and which makes a file a quarter of its size.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "tests"))

from conftest import chromium_path  # noqa: E402 - finds Chromium as the tests do
from shared_site import copy_site, static_server  # noqa: E402

PAGES = {
    "home": "/",
    "story": "/stories/keqin-brine-shrimp/",
    "brand": "/brands/happy-party-building/",
    "place": "/places/qonggyai/",
    "search": "/search/?q=%E5%B9%B8%E7%A6%8F",
}
COLOURS = 128
GAP = 48
"""Pixels around and between the two screens of the README's picture."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A device: size in CSS pixels, and device pixels for each of them."""

    width: int
    height: int
    density: int = 1


PHONE, TABLET, DESKTOP = Screen(360, 780, 2), Screen(768, 1024), Screen(1440, 900)
KIOSK = Screen(1080, 1920)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture."""

    page: str
    screen: Screen
    dark: bool = False
    text_size: str = ""
    theme: str = "heritage"

    @property
    def name(self) -> str:
        theme = [] if self.theme == "heritage" else [self.theme]
        modes = [*(["dark"] if self.dark else []), *([self.text_size] if self.text_size else [])]
        return "-".join([*theme, self.page, str(self.screen.width), *modes]) + ".png"


def shots() -> Iterator[Shot]:
    """Every picture of the gallery."""
    for page in PAGES:
        for screen in (PHONE, TABLET, DESKTOP):
            yield Shot(page, screen)
    yield Shot("story", PHONE, dark=True)
    yield Shot("story", PHONE, text_size="largest")
    for page in ("home", "story"):
        yield Shot(page, PHONE, theme="plain")
    for page in ("home", "story", "search"):
        yield Shot(page, KIOSK, theme="kiosk")


def build(scratch: Path, theme: str) -> Path:
    """Publishes a copy of the example site in a theme, below `scratch`; gives the folder. Raises CalledProcessError on
    faults."""
    site = copy_site(REPOSITORY, scratch / theme)
    settings = site / "site.yaml"
    written = settings.read_text(encoding="utf-8").replace("theme: heritage", f"theme: {theme}")
    settings.write_text(written, encoding="utf-8")
    command = [sys.executable, "-m", "showcase", "build", "--strict", "--base-url", "http://127.0.0.1"]
    subprocess.run([*command, "--site", str(site)], check=True)  # noqa: S603 - our own program
    return site / "public"


def take(browser: Browser, address: str, shot: Shot) -> Image.Image:
    """The first screen of a page, once everything on it has arrived."""
    context = browser.new_context(
        viewport={"width": shot.screen.width, "height": shot.screen.height},
        device_scale_factor=shot.screen.density,
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
        locale="zh-CN",
    )
    if shot.text_size:
        context.add_init_script(f"localStorage.setItem('showcase-text-size', '{shot.text_size}')")
    page = context.new_page()
    page.goto(address + PAGES[shot.page], wait_until="networkidle")
    if shot.page == "search":
        page.locator("main mark").first.wait_for()
    data = page.screenshot(animations="disabled")
    context.close()
    return Image.open(io.BytesIO(data)).convert("RGB")


def save(picture: Image.Image, path: Path) -> None:
    """Writes a picture with few colours, without metadata."""
    few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


def side_by_side(home: Image.Image, story: Image.Image) -> Image.Image:
    """The README's picture: the home page on a desktop, a story on a phone."""
    height = home.height
    phone = story.resize((round(story.width * height / story.height), height), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", (home.width + phone.width + 3 * GAP, height + 2 * GAP), "#d9d2c5")
    ground.paste(home, (GAP, GAP))
    ground.paste(phone, (home.width + 2 * GAP, GAP))
    return ground.resize((ground.width * 3 // 4, ground.height * 3 // 4), Image.Resampling.LANCZOS)


def main(folder: Path) -> None:
    """Builds, looks and writes."""
    path = chromium_path()
    if path is None:
        sys.exit("no Chromium found: run sh tools/chromium.sh")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        pictures: dict[str, Image.Image] = {}
        for theme in dict.fromkeys(shot.theme for shot in shots()):
            with static_server(build(Path(scratch), theme)) as address:
                pictures |= {
                    shot.name: take(browser, address, shot) for shot in shots() if shot.theme == theme
                }
        browser.close()
    for name, picture in pictures.items():
        save(picture, folder / name)
    save(side_by_side(pictures["home-1440.png"], pictures["story-360.png"]), folder / "site.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "docs" / "gallery")
