"""QR codes of addresses (ISO/IEC 18004), as data that pages, boards and paper draw the same way."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from showcase.model.view import QrCode

_QUIET = 4
"""Modules of empty margin that readers need on each side (ISO/IEC 18004, §5.3.8)."""
_LEVEL_M = 2
"""Error correction that mends 15 % of the codewords, in zint's numbers."""
_LONGEST = 1_200
"""Bytes: denser codes are not read from a screen or a poster."""
_FIRST = re.compile("0*(1+)")
_RUNS = re.compile("0+1+")


@lru_cache(maxsize=256)
def qr_code(text: str) -> QrCode | None:
    """The smallest code of an address, error correction M; None for an empty text or one too long to be read by phones."""
    data = text.encode("utf-8", "replace")
    if not data or len(data) > _LONGEST:
        return None
    rows = _modules(data)
    strokes: list[str] = []
    x = y = 0
    for row, modules in enumerate(rows, _QUIET):
        first = _FIRST.match(modules)
        if first is None:
            continue
        start, end = first.span(1)
        move = f"m{start + _QUIET - x} {row - y}" if strokes else f"M{start + _QUIET} {row}.5"
        strokes.append(f"{move}h{end - start}")
        strokes += map(_stroke, _RUNS.findall(modules, end))
        x, y = modules.rindex("1") + 1 + _QUIET, row
    return QrCode(len(rows) + 2 * _QUIET, "".join(strokes))


def _modules(data: bytes) -> list[str]:
    """The rows of the code, `1` for a dark module."""
    import zint  # takes some hundredths of a second, and most builds find their pages drawn

    symbol = zint.Symbol()
    symbol.symbology = zint.Symbology.QRCODE
    symbol.option_1 = _LEVEL_M
    symbol.encode(data)
    # zint packs the modules of a row from the lowest bit up, into rows as long as those of its widest symbol.
    packed = symbol.encoded_data.tobytes()
    stride = len(packed) // len(symbol.encoded_data)
    return [
        f"{int.from_bytes(packed[start : start + stride], 'little'):0{symbol.width}b}"[::-1]
        for start in range(0, stride * symbol.rows, stride)
    ]


@cache
def _stroke(run: str) -> str:
    """Some light modules and the dark ones behind them."""
    light = run.count("0")
    return f"m{light} 0h{len(run) - light}"
