"""Columns that a terminal needs for a text, so that a caret stands under the character it means."""

from __future__ import annotations

import unicodedata

_TAB = 4


def display_width(text: str) -> int:
    """Columns of `text` in a terminal: 2 for East Asian wide and full-width characters (UAX #11), 0 for combining
    marks and format characters, 1 for all else. A tab counts as four, as `printable` writes it."""
    return sum(_width(character) for character in text)


def printable(text: str) -> str:
    """`text` on one terminal line: tabs become spaces and control characters, which could move the cursor or colour
    the screen, become U+FFFD."""
    return "".join(
        " " * _TAB
        if character == "\t"
        else ("\ufffd" if unicodedata.category(character) in {"Cc", "Cs"} else character)
        for character in text
    )


def _width(character: str) -> int:
    if character == "\t":
        return _TAB
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
