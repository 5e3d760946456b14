"""QR codes of addresses (ISO/IEC 18004), as data that pages, boards and paper draw the same way."""

from __future__ import annotations

import re
from functools import lru_cache

from showcase.model.view import QrCode

_QUIET = 4
"""Modules of empty margin that readers need on each side (ISO/IEC 18004, §5.3.8)."""
_MASK = 0
"""Any of the eight masks can be read; trying them all to pick the most even takes five times as long."""
_LONGEST = 1_200
"""Bytes: denser codes are not read from a screen or a poster."""
_DARK = re.compile(b"\x01+")


@lru_cache(maxsize=256)
def qr_code(text: str) -> QrCode | None:
    """The code of an address, error correction M (15 %); None for an empty text or one too long to be read by phones."""
    data = text.encode("utf-8", "replace")
    if not data or len(data) > _LONGEST:
        return None
    import segno

    made = segno.make(text, error="m", mask=_MASK, micro=False, boost_error=False)
    strokes: list[str] = []
    x = y = 0
    for row, modules in enumerate(made.matrix, _QUIET):
        for run in _DARK.finditer(bytes(modules)):
            start, length = run.start() + _QUIET, run.end() - run.start()
            strokes.append(f"m{start - x} {row - y}h{length}" if strokes else f"M{start} {row}.5h{length}")
            x, y = start + length, row
    return QrCode(len(made.matrix) + 2 * _QUIET, "".join(strokes))
