"""Where a Chinese title may break."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup, escape

from showcase.text.scripts import is_han

_AFTER = "，。、；：！？）》〉」』】〕”’…—·～"
"""A line may end after these (clreq §3.1.4: they never begin one)."""
_BEFORE = "（《〈「『【〔“‘"
_PARTICLES = "的地得与和及或了着"
"""A phrase ends with these when it is two characters or longer and something of two or more follows."""
_PIECES = re.compile(f"[^{_AFTER}{_BEFORE}]+|[{_AFTER}]+|[{_BEFORE}]+")


@lru_cache(maxsize=2048)
def phrases(text: str) -> Markup:
    """The text, escaped, with `<wbr>` where a line may break between phrases; the characters stay what they are.

    Meant for headings set with `word-break: keep-all`: punctuation stays with the phrase that it belongs to.
    """
    parts: list[str] = []
    current = ""
    for piece in _PIECES.findall(text):
        if piece[0] in _AFTER:
            current += piece
            parts.append(current)
            current = ""
        elif piece[0] in _BEFORE:
            if current:
                parts.append(current)
            current = piece
        else:
            *whole, last = _clauses(piece)
            for clause in whole:
                parts.append(current + clause)
                current = ""
            current += last
    if current:
        parts.append(current)
    return Markup("<wbr>").join(escape(part) for part in parts)


def _clauses(text: str) -> list[str]:
    """A run without punctuation, cut after particles and where Chinese meets Latin text."""
    cuts: list[int] = []
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        start = cuts[-1] if cuts else 0
        if (before in _PARTICLES and index - start > 2 and len(text) - index >= 2 and is_han(after)) or (
            is_han(before) != is_han(after) and before.isalpha() and after.isalpha()
        ):
            cuts.append(index)
    edges = [0, *cuts, len(text)]
    return [text[start:end] for start, end in pairwise(edges)]
