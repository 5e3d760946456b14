"""Whole numbers as text: base-64 digits of five bits with a continuation bit, as in source maps but unsigned."""

from __future__ import annotations

from collections.abc import Iterable

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def pack(number: int) -> str:
    """One number from 0 up, least significant digit first; all digits but the last have bit 5 set."""
    return _SMALL[number] if number < len(_SMALL) else _packed(number)


def _packed(number: int) -> str:
    digits = ""
    while number > 31:
        digits += DIGITS[32 | (number & 31)]
        number >>= 5
    return digits + DIGITS[number]


def pack_rising(numbers: Iterable[int]) -> str:
    """Strictly rising numbers, each as its distance from the one before (the first from 0)."""
    packed = []
    before = 0
    for number in numbers:
        packed.append(pack(number - before))
        before = number
    return "".join(packed)


_SMALL = tuple(_packed(number) for number in range(2048))
"""Nearly all numbers of an index are small; a look-up is several times faster than the loop."""
