"""WebP files without what does not belong to the picture (RFC 9649)."""

from __future__ import annotations

_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})
_METADATA_FLAGS = 0x20 | 0x08 | 0x04
"""Of the VP8X chunk: ICC profile, Exif, XMP."""


def strip_webp(data: bytes) -> bytes | None:
    """The same picture, moving or still, with all metadata taken out; None when the file is not built as we know
    it."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    chunks: list[bytes] = []
    at = 12
    limit = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= limit:
        kind = data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size
        if end > len(data):
            return None
        chunk = data[at:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_METADATA_FLAGS]) + chunk[9:] if size else chunk
        if kind in _KEPT:
            chunks.append(chunk + b"\0" * (size & 1))
        at = end + (size & 1)
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + len(body).to_bytes(4, "little") + body if chunks else None
