"""Pages as small pictures, and how far two such pictures are apart."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser

GOLDENS = Path(__file__).parent / "goldens"
FONTS = GOLDENS / "fonts.json"

SCALE = 0.25
"""Of the screenshots: Chromium itself paints a quarter of the size, so that letters become grey and lines stay lines."""
QUALITY = 60
BLOCK = 4
"""Pixels of a small picture's side whose mean is compared: 16 on the screen."""
TOLERANCE = 20
"""Largest difference of a block's mean in any channel (0 to 255). What WebP loses stays under 10, another rounding of letters
under 15; a text that moves by a line, a rule or a ground of another colour, is above 25."""
TALLER = 1
"""Pixels of the small picture by which heights may differ."""

_PROBES = {
    "serif": "党建品牌 2021 Party Building",
    "sans-serif": "党建品牌 2021 Party Building",
    "monospace": "0123456789",
}
_TALL = 24_000
"""Pixels of a page that are looked at."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How two pictures differ, in words, and the differences as a picture."""

    what: str
    picture: Image.Image


def fonts_of(browser: Browser) -> dict[str, str]:
    """What tells one set of installed fonts from another: pictures of a few words in the families that pages fall back to."""
    context = browser.new_context(viewport={"width": 600, "height": 60}, locale="zh-CN")
    page = context.new_page()
    found = {}
    for family, words in _PROBES.items():
        page.set_content(
            f'<html lang="zh-CN"><body style="font: 24px {family}; margin: 8px">{words}</body></html>'
        )
        widths = page.evaluate(
            "() => { const range = document.createRange(); range.selectNodeContents(document.body);"
            " const box = range.getBoundingClientRect(); return [box.width, box.height]; }"
        )
        found[family] = hashlib.sha256(json.dumps(widths).encode()).hexdigest()[:16]
    context.close()
    return found


def screen(browser: Browser, address: str, size: tuple[int, int], style: str = "") -> Image.Image:
    """The whole page at `address` on a screen of a size, as a small picture. `style`: CSS put over the page's own."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=SCALE,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        reduced_motion="reduce",
        bypass_csp=bool(style),
    )
    try:
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.evaluate("document.fonts.ready.then(() => true)")
        # What is loaded only when it comes into sight shall be there.
        page.evaluate(
            "document.querySelectorAll('img[loading=lazy]').forEach(image => image.loading = 'eager')"
        )
        page.wait_for_function("[...document.images].every(image => image.complete)")
        if style:
            page.add_style_tag(content=style)
        height = page.evaluate("document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": size[0], "height": min(max(height, size[1]), _TALL)}
        data = page.screenshot(full_page=True, clip=clip, animations="disabled", caret="hide")
    finally:
        context.close()
    return Image.open(io.BytesIO(data)).convert("RGB")


def kept(picture: Image.Image) -> bytes:
    """The picture as a golden."""
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, method=2)
    return file.getvalue()


def difference(golden: bytes, picture: Image.Image) -> Difference | None:
    """How a picture differs from a golden; None where a person would see no difference."""
    before = Image.open(io.BytesIO(golden)).convert("RGB")
    # What packing loses must not count as a difference.
    after = Image.open(io.BytesIO(kept(picture))).convert("RGB")
    height = max(before.height, after.height)
    pictures = []
    for one in (before, after):
        whole = Image.new("RGB", (one.width, height), (255, 0, 255))
        whole.paste(one, (0, 0))
        pictures.append(whole)
    if before.width != after.width or abs(before.height - after.height) > TALLER:
        return Difference(
            f"{after.width} × {after.height} instead of {before.width} × {before.height}", _beside(pictures)
        )
    common = (0, 0, before.width, min(before.height, after.height))
    apart = ImageChops.difference(*(one.crop(common).reduce(BLOCK) for one in pictures))
    worst = max(high for _low, high in apart.getextrema())
    if worst <= TOLERANCE:
        return None
    blocks = apart.convert("RGB").point(lambda value: 255 if value > TOLERANCE else 0).convert("L")
    box = blocks.getbbox() or (0, 0, 0, 0)
    on_screen = round(BLOCK / SCALE)
    first = f"x {box[0] * on_screen}–{box[2] * on_screen}, y {box[1] * on_screen}–{box[3] * on_screen}"
    return Difference(f"differs by up to {worst} of 255, within {first} px", _beside([*pictures, apart]))


def _beside(pictures: list[Image.Image]) -> Image.Image:
    whole = Image.new(
        "RGB", (sum(one.width + 8 for one in pictures), max(one.height for one in pictures)), "white"
    )
    left = 0
    for one in pictures:
        whole.paste(one, (left, 0))
        left += one.width + 8
    return whole
