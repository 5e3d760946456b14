"""GIF files without what does not belong to the picture (GIF89a)."""

from __future__ import annotations

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""Application extensions that say how often to repeat; XMP and others are dropped."""


def strip_gif(data: bytes) -> bytes | None:
    """The same picture, moving or still, with comments, texts and application data taken out and what follows its end
    cut off; None when the file is not built as we know it."""
    if data[:6] not in (b"GIF87a", b"GIF89a") or len(data) < 14:
        return None
    at = 13 + _table_size(data[10])
    kept = [data[:at]]
    while at < len(data):
        kind = data[at]
        if kind == _TRAILER:
            return b"".join([*kept, bytes([_TRAILER])])
        if kind == _EXTENSION and at + 2 < len(data):
            end = _after_blocks(data, at + 2)
            label = data[at + 1]
            wanted = label == _CONTROL or (label == _APPLICATION and data[at + 3 : at + 14] in _LOOPS)
        elif kind == _IMAGE and at + 10 < len(data):
            end = _after_blocks(data, at + 11 + _table_size(data[at + 9]))
            wanted = True
        else:
            return None
        if not end:
            return None
        if wanted:
            kept.append(data[at:end])
        at = end
    return None


def _table_size(flags: int) -> int:
    """Bytes of the colour table that the flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    """The offset after a chain of sub-blocks; 0 when it does not end."""
    while at < len(data):
        size = data[at]
        at += 1 + size
        if not size:
            return at
    return 0
