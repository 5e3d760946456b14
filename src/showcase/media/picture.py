"""Pictures made ready: upright, in sRGB, of bounded size, and with nothing in them but the picture."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from showcase.media.gif import strip_gif
from showcase.media.jpeg import strip_jpeg
from showcase.media.png import strip_png
from showcase.media.renditions import Renditions, eight_bits, make_renditions
from showcase.media.svg import inspect_svg
from showcase.media.webp import strip_webp

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE = 2400
"""Pixels; more than any page shows, also on dense screens."""
_MOST_PIXELS = 80_000_000
_LARGE = 1_000_000
"""Bytes of a JPEG above which it is worth writing anew."""
_ORIENTATION = 0x0112
"""Exif's tag for how the camera was held; 1 is upright."""
_FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF"}
_STRIPPERS = {"PNG": strip_png, "JPEG": strip_jpeg, "WEBP": strip_webp, "GIF": strip_gif}
_SAVE_OPTIONS: Mapping[str, Mapping[str, object]] = {
    "PNG": {"optimize": True},
    "JPEG": {"quality": 86, "optimize": True, "progressive": True},
    "WEBP": {"quality": 84, "method": 4, "exact": False},
    "AVIF": {"quality": 72, "speed": 7, "max_threads": 1},
    "GIF": {"optimize": False},
}
_MODES = {
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA"),
    "JPEG": ("L", "RGB"),
    "WEBP": ("RGB", "RGBA"),
    "AVIF": ("RGB", "RGBA"),
    "GIF": ("L", "P"),
}


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A picture as published; `width` and `height` in pixels. Drawings and moving pictures have no renditions."""

    data: bytes
    width: int
    height: int
    renditions: Renditions = field(default_factory=Renditions)


@dataclass(frozen=True, slots=True)
class PictureFault:
    """Why a picture cannot be published: a code of the catalogue with its arguments, but for the file's name."""

    code: str
    arguments: dict[str, str] = field(default_factory=dict)


def prepare_picture(data: bytes, type_: str) -> PreparedPicture | PictureFault:
    """`data` made ready under the extension `type_`. The same bytes give the same result on every machine that has
    the same Pillow."""
    if type_ == "svg":
        return _drawing(data)
    from PIL import Image

    with warnings.catch_warnings():
        # We have a limit of our own and a message for it.
        warnings.simplefilter("ignore")
        try:
            return _prepared(data, type_)
        except Image.DecompressionBombError:
            return _too_many(2 * (Image.MAX_IMAGE_PIXELS or _MOST_PIXELS))
        except OSError as fault:
            cut_off = "truncated" in str(fault) or "Truncated" in str(fault)
            return PictureFault("picture-cut-off" if cut_off else "picture-unreadable")
        except Exception:  # noqa: BLE001 - a decoder may raise anything on a hostile file; all mean the same to us
            return PictureFault("picture-unreadable")


def _drawing(data: bytes) -> PreparedPicture | PictureFault:
    report = inspect_svg(data)
    if not report.is_svg:
        return PictureFault("picture-unreadable")
    if report.found:
        return PictureFault("svg-unsafe", {"found": report.found})
    return PreparedPicture(data, report.width, report.height)


def _prepared(data: bytes, type_: str) -> PreparedPicture | PictureFault:
    from PIL import Image

    wanted = _FORMATS[type_]
    with Image.open(io.BytesIO(data), formats=(*dict.fromkeys(_FORMATS.values()), "MPO")) as opened:
        real = "JPEG" if opened.format == "MPO" else opened.format or ""
        if real != wanted:
            arguments = {"written": f".{type_}", "real": f".{_extension(real)}"}
            return PictureFault("picture-wrong-type", arguments)
        if opened.width * opened.height > _MOST_PIXELS:
            return _too_many(opened.width * opened.height)
        moving = bool(getattr(opened, "is_animated", False)) and opened.format != "MPO"
        opened.load()
        if moving:
            stripped = _stripped(data, real)
            if stripped is None:
                return _moving(opened, real)
            return PreparedPicture(stripped, opened.width, opened.height)
        return _still(opened, real, data, type_)


def _still(opened: Image.Image, format_: str, data: bytes, type_: str) -> PreparedPicture:
    changed = _changed(opened, format_)
    picture = changed or opened
    published = _stripped(data, format_) if changed is None else None
    if published is None:
        published = _save(picture, format_)
    elif format_ == "JPEG" and len(published) > _LARGE:
        # Straight from a camera: half the bytes show nothing that the eye sees.
        published = min(published, _save(picture, format_), key=len)
    made = make_renditions(picture, len(published), type_)
    return PreparedPicture(published, picture.width, picture.height, made)


def _stripped(data: bytes, format_: str) -> bytes | None:
    """The file without what does not belong to the picture, its pixels untouched; None where that cannot be done."""
    strip = _STRIPPERS.get(format_)
    return strip(data) if strip else None


def _changed(picture: Image.Image, format_: str) -> Image.Image | None:
    """The picture upright, in sRGB and small enough; None when it is all of that already."""
    from PIL import Image, ImageOps

    changed: Image.Image | None = None
    if picture.getexif().get(_ORIENTATION, 1) not in (0, 1):
        changed = ImageOps.exif_transpose(picture)
    converted = _in_srgb(changed or picture)
    changed = converted or changed
    current = changed or picture
    if max(current.size) > LONGEST_SIDE:
        scale = LONGEST_SIDE / max(current.size)
        size = (max(1, round(current.width * scale)), max(1, round(current.height * scale)))
        current = eight_bits(current)
        if current.mode in ("1", "P"):
            current = current.convert("RGBA" if "transparency" in current.info else "RGB")
        changed = current.resize(size, Image.Resampling.LANCZOS)
    if changed is None and format_ == "JPEG" and picture.mode not in _MODES["JPEG"]:
        return picture.convert("RGB")
    return changed


def _in_srgb(picture: Image.Image) -> Image.Image | None:
    """The picture converted from its colour profile to sRGB; None when there is none or it is sRGB already."""
    profile = picture.info.get("icc_profile")
    if not isinstance(profile, bytes) or not profile or picture.mode not in ("RGB", "RGBA", "CMYK"):
        return None
    if b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile:
        return None
    from PIL import ImageCms

    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted: Image.Image | None = ImageCms.profileToProfile(picture, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # an unusable profile says nothing about the colours
    return converted


def _save(picture: Image.Image, format_: str) -> bytes:
    modes = _MODES[format_]
    picture = eight_bits(picture)
    if picture.mode not in modes:
        transparent = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
        picture = picture.convert(
            "RGBA" if transparent and "RGBA" in modes else "RGB" if "RGB" in modes else "P"
        )
    clean = picture.copy()
    clean.info = {key: value for key, value in picture.info.items() if key == "transparency"}
    written = io.BytesIO()
    clean.save(written, format_, **_SAVE_OPTIONS[format_])
    return written.getvalue()


def _moving(picture: Image.Image, format_: str) -> PreparedPicture | PictureFault:
    """A moving picture frame by frame; only for files whose parts we cannot take out singly."""
    from PIL import ImageSequence

    frames: list[Image.Image] = []
    durations: list[int] = []
    for frame in ImageSequence.Iterator(picture):
        pixels = (len(frames) + 1) * picture.width * picture.height
        if pixels > _MOST_PIXELS:
            return _too_many(pixels)
        durations.append(int(frame.info.get("duration", 100)))
        clean = frame.convert("RGBA")
        clean.info = {}
        frames.append(clean)
    written = io.BytesIO()
    options = dict(_SAVE_OPTIONS[format_])
    frames[0].save(
        written, format_, save_all=True, append_images=frames[1:], duration=durations, loop=0, **options
    )
    return PreparedPicture(written.getvalue(), picture.width, picture.height)


def _too_many(pixels: int) -> PictureFault:
    arguments = {"pixels": str(round(pixels / 1_000_000)), "limit": str(_MOST_PIXELS // 1_000_000)}
    return PictureFault("picture-too-many-pixels", arguments)


def _extension(format_: str) -> str:
    return next((ending for ending, name in _FORMATS.items() if name == format_), format_.lower())
