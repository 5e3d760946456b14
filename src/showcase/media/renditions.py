"""A picture in the widths that screens ask for, and what stands for it while it loads
(docs/decisions/0019-renditions.md)."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (480, 800, 1200, 1600)
"""Pixels, smallest first. A rendition is never wider than its picture."""
FALLBACK_WIDTH = 1200
"""Pixels; what an old browser, a feed reader or a messenger is given."""
_SMALL = 20_000
"""Bytes up to which one file serves all: naming its renditions on each page would cost as much as they save."""
_FEW_COLOURS = 256
"""Drawings and screenshots have no more; they are kept without loss, which is also smaller."""
_PHOTO: Mapping[str, object] = {"quality": 78, "method": 4, "exact": False}
_DRAWING: Mapping[str, object] = {"lossless": True, "quality": 60, "method": 4, "exact": False}
_JPEG: Mapping[str, object] = {"quality": 82, "optimize": True, "progressive": True}
_PNG: Mapping[str, object] = {"optimize": True}
_STEP = 64
"""Between the levels of red, green and blue that style sheets have rules for."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture at one width, in pixels; `type` is an extension in lower case without the dot."""

    type: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Renditions:
    """`modern` in WebP, narrowest first, and one `fallback` in JPEG or PNG; empty and None where the picture itself does as
    well. `colour` are the levels (0 to 3) of red, green and blue of its mean; empty where it is transparent."""

    modern: tuple[Rendition, ...] = ()
    fallback: Rendition | None = None
    colour: tuple[int, ...] = ()


def make_renditions(picture: Image.Image, size: int, type_: str) -> Renditions:
    """The renditions of an upright, unmoving picture in sRGB, published in `size` bytes under the extension `type_`. What
    would weigh no less than the picture itself is left out."""
    plain, drawn = _plain(picture)
    colour = _colour(plain) if plain.mode == "RGB" else ()
    modern: tuple[Rendition, ...] = ()
    if size > _SMALL:
        modern, drawn = _in_widths(plain, size, drawn=drawn)
    fallback = None
    old = type_ not in ("webp", "avif")
    if not old or (plain.width > FALLBACK_WIDTH and size > _SMALL):
        lossless = drawn or plain.mode == "RGBA"
        kind, options = ("png", _PNG) if lossless else ("jpg", _JPEG)
        fallback = _rendition(plain, min(plain.width, FALLBACK_WIDTH), kind, options)
        if old and len(fallback.data) >= size:
            fallback = None
    return Renditions(modern, fallback, colour)


def eight_bits(picture: Image.Image) -> Image.Image:
    """The picture with 8 bits a channel, from whatever number."""
    if not picture.mode.startswith(("I", "F")):
        return picture
    highest = picture.getextrema()[1]
    # 16 bits as a rule; 32-bit and floating-point pictures say nowhere how bright is white.
    scale = 1 / 256 if isinstance(highest, int) and highest <= 65_535 else 255 / max(float(str(highest)), 1.0)
    return picture.convert("F").point(lambda value: value * scale).convert("L")


def _plain(picture: Image.Image) -> tuple[Image.Image, bool]:
    """The picture in RGB, or RGBA where something shines through, and whether it is a drawing of few colours."""
    picture = eight_bits(picture)
    transparent = picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info
    plain = picture.convert("RGBA" if transparent else "RGB")
    if transparent and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.info = {}
    return plain, plain.getcolors(_FEW_COLOURS) is not None


def _in_widths(picture: Image.Image, size: int, *, drawn: bool) -> tuple[tuple[Rendition, ...], bool]:
    """In WebP, narrowest first, and whether without loss; none where the widest has `size` bytes or more. Scaled drawings
    may weigh more than in full: what is no lighter than a wider one is left out."""
    widest = min(picture.width, WIDTHS[-1])
    options, last = _PHOTO, _rendition(picture, widest, "webp", _PHOTO)
    if drawn:
        exact = _rendition(picture, widest, "webp", _DRAWING)
        # A photo may have been saved in few colours, dithered, which is the worst there is to keep without loss.
        drawn = len(exact.data) < min(size, 2 * len(last.data))
        if drawn:
            options, last = _DRAWING, exact
    if len(last.data) >= size:
        return (), drawn
    kept = [last]
    for width in reversed(WIDTHS):
        if width < widest:
            narrower = _rendition(picture, width, "webp", options)
            if len(narrower.data) < len(kept[-1].data):
                kept.append(narrower)
    return tuple(reversed(kept)), drawn


def _rendition(picture: Image.Image, width: int, type_: str, options: Mapping[str, object]) -> Rendition:
    from PIL import Image

    scaled = picture
    if width != picture.width:
        height = max(1, round(picture.height * width / picture.width))
        scaled = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    written = io.BytesIO()
    scaled.save(written, {"webp": "WEBP", "jpg": "JPEG", "png": "PNG"}[type_], **options)
    return Rendition(type_, scaled.width, scaled.height, written.getvalue())


def _colour(picture: Image.Image) -> tuple[int, ...]:
    from PIL import Image

    mean = picture.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    if not isinstance(mean, tuple):
        return ()
    return tuple(channel // _STEP for channel in mean)
