"""Abstract pictures of coloured fields, as PNG files."""

from __future__ import annotations

import struct
import zlib
from random import Random

WIDTH, HEIGHT = 960, 600
_TILE = 60


def pattern(random: Random) -> bytes:
    """A PNG of 960 × 600 pixels with 16 colours, about 4 kB."""
    palette = b"".join(bytes(random.randrange(40, 230) for _ in range(3)) for _ in range(16))
    rows = []
    for _ in range(HEIGHT // _TILE):
        tiles = [random.randrange(16) for _ in range(WIDTH // _TILE)]
        row = b"".join(bytes((tile << 4 | tile,)) * (_TILE // 2) for tile in tiles)
        rows.append((b"\x00" + row) * _TILE)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in (
            (b"IHDR", header),
            (b"PLTE", palette),
            (b"IDAT", zlib.compress(b"".join(rows), 9)),
            (b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
