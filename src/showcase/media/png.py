"""PNG files without what does not belong to the picture (PNG Specification, Third Edition)."""

from __future__ import annotations

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"sBIT",
        b"bKGD",
        b"acTL",
        b"fcTL",
        b"fdAT",
    }
)
"""Pixels, colour and animation. Not kept: texts, times, Exif, profiles, and whatever a program made up."""


def strip_png(data: bytes) -> bytes | None:
    """The same picture, moving or still, with all metadata taken out and what follows its end cut off; None when the
    file is not built as we know it."""
    if not data.startswith(_SIGNATURE):
        return None
    kept = [_SIGNATURE]
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        kind = data[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return None
        if kind in _KEPT:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    return None
