"""JPEG files without what does not belong to the picture (ITU-T T.81, JFIF 1.02)."""

from __future__ import annotations

import re

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_JFIF = b"JFIF\0"
_ADOBE = 0xEE
_TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""The end of entropy-coded data: a marker that is neither a stuffed byte nor a restart."""


def strip_jpeg(data: bytes) -> bytes | None:
    """The same picture with every application segment and comment taken out, and what follows its end cut off; None
    when the file is not built as we know it. Kept are JFIF's pixel shape and Adobe's colour transform, without which
    colours come out wrong."""
    if not data.startswith(_START):
        return None
    kept = [_START]
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END[1]:
            return b"".join([*kept, _END])
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker < 0xC0 or end < at + 4 or end > len(data):
            return None
        if marker == _SCAN:
            found = _MARKER_IN_SCAN.search(data, end)
            if found is None:
                return None
            end = found.start()
        kept.append(_kept(marker, data[at:end]))
        at = end
    return b"".join([*kept, _END]) if data[at : at + 2] == _END else None


def _kept(marker: int, segment: bytes) -> bytes:
    if marker == 0xE0 and segment[4:9] == _JFIF:
        # Without the thumbnail, which may show what was cropped away.
        return b"\xff\xe0\x00\x10" + segment[4:16].ljust(12, b"\0") + b"\0\0"
    if marker == _ADOBE and segment[4:9] == b"Adobe":
        return segment
    return segment if marker == _SCAN or marker in _TABLES or marker in _FRAMES else b""
