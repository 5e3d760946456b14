"""The part of an address that stands for one title."""

from __future__ import annotations

import hashlib

from showcase.text.pinyin import syllables

LONGEST = 80
"""Characters; addresses are read aloud, printed on boards and copied into chats."""


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, at most 80 characters, cut at a word; never empty.

    Chinese becomes pinyin, Latin letters lose their diacritics (`Gêrzê` → `gerze`), apostrophes vanish. Where nothing
    is left (Tibetan, punctuation), it is `x` and a digest of the text.
    """
    words = syllables(text.replace("'", "").replace("\u2019", ""))
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        kept = longer
    return kept or "x" + hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
