"""Terms as keys, and the order of keys.

A Chinese character with the one after it, or with none, is a number: the two characters' codes of 21 bits each, so that numbers
sort as JavaScript sorts the strings. All other terms are strings.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_HALF = 21
_COMPATIBLE = 0xE000
_BEYOND = 0x100000


def ordered_code(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Code points in JavaScript's order, which is that of UTF-16: U+E000 – U+FFFF come after all larger ones."""
    late = (codes >= _COMPATIBLE) & (codes <= 0xFFFF)
    return np.where(late, codes + np.uint64(_BEYOND), codes)


def pair_text(key: int) -> str:
    """The one or two characters of a pair's key."""
    return _character(key >> _HALF) + _character(key & (1 << _HALF) - 1)


def _character(code: int) -> str:
    if not code:
        return ""
    return chr(code - _BEYOND if code >= _BEYOND + _COMPATIBLE else code)


def utf16(key: str) -> bytes:
    """JavaScript's order of strings."""
    return key.encode("utf-16-be", "surrogatepass")
