"""Makes the pictures and files of this case: tiny, and each with something that may not be published.

python tests/sites/media/make_pictures.py
"""

from __future__ import annotations

import struct
from pathlib import Path

from PIL import Image, PngImagePlugin

FOLDER = Path(__file__).resolve().parent / "site" / "content" / "stories" / "pictures"
ROTATED = 6
"""EXIF orientation 6: the camera was held upright; the picture must be turned clockwise by a quarter."""


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    _photo()
    _drawing()
    (FOLDER / "figures.xlsx").write_bytes(b"PK\x03\x04 the household register, not for the public")
    (FOLDER / "board.key").write_bytes(b"PK\x03\x04 slides, not for the public")
    (FOLDER / "private.jpg").write_bytes((FOLDER / "upright.jpg").read_bytes())
    (FOLDER / "guide.pdf").write_bytes(b"%PDF-1.4\n" + b"% nothing on this page\n" * 60 + b"%%EOF\n")
    (FOLDER / "words.mp3").write_bytes(b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" * 16)


def _photo() -> None:
    """A JPEG of 48 × 32 that is to be seen as 32 × 48, with a place, a camera and a comment."""
    picture = Image.new("RGB", (48, 32), (180, 40, 30))
    picture.paste((240, 220, 180), (0, 0, 24, 32))
    exif = Image.Exif()
    exif[0x0112] = ROTATED
    exif[0x010F] = "SECRET-CAMERA"
    exif.get_ifd(0x8825).update({1: "N", 2: (29.0, 39.0, 0.0), 3: "E", 4: (91.0, 7.0, 0.0)})
    picture.save(FOLDER / "upright.jpg", quality=80, exif=exif, comment=b"SECRET-COMMENT")


def _drawing() -> None:
    """A PNG with a transparent ground, a text chunk and something behind its end."""
    picture = Image.new("RGBA", (20, 10), (0, 0, 0, 0))
    picture.paste((30, 90, 80, 255), (5, 2, 15, 8))
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "SECRET-AUTHOR")
    path = FOLDER / "drawing.png"
    picture.save(path, pnginfo=texts)
    with path.open("ab") as opened:
        opened.write(b"SECRET-TRAILER" + struct.pack(">I", 7))


if __name__ == "__main__":
    main()
