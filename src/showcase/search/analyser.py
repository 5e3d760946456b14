"""How search reads text: one rule set for the writer here and the reader in client/engine/text.js (docs/search-format.md).

A text becomes a sequence of *units*: a Chinese character (kana and hangul alike), a Tibetan syllable, a number, a word
of any other script. Everything else only separates, and leaves no gap: `幸福，党建` reads as `幸福党建`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from showcase.text.pinyin import readings
from showcase.text.variants import simplify

CJK = (
    "\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\U00020000-\U0003347f"
)
TIBETAN = "\u0f00\u0f18\u0f19\u0f35\u0f37\u0f39\u0f40-\u0f84\u0f86-\u0fbc"
_UNIT = re.compile(
    f"(?P<cjk>[{CJK}])|(?P<tibetan>[{TIBETAN}]+)|(?P<number>[0-9]+(?:,[0-9]{{3}}(?![0-9]))*)"
    f"|(?P<word>(?:(?![{CJK}{TIBETAN}0-9])[^\\W_])+)"
)
_DIACRITICS = dict.fromkeys(range(0x0300, 0x0370))
_DIGITS = {0x0F20 + digit: str(digit) for digit in range(10)}
_SPELLINGS = str.maketrans({"ς": "σ", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})
_LETTERS = {**_DIACRITICS, **_DIGITS, **_SPELLINGS}

_SEPARABLE = ("འི", "འོ", "འུ", "འང", "འམ", "འས", "འར")
_VOWELS = "ིེོུ"
_OPEN = frozenset("པབང")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its folded text, whether it is a Chinese character, and where it stands in the *folded* text."""

    text: str
    cjk: bool
    start: int


def fold(text: str) -> str:
    """NFKC, lower case, no diacritics on letters, Tibetan digits as 0–9, traditional characters as simplified ones."""
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = unicodedata.normalize("NFD", plain).translate(_LETTERS)
    return simplify(unicodedata.normalize("NFC", plain))


def units(folded: str) -> tuple[Unit, ...]:
    """The units of a text that `fold` made."""
    found = []
    for match in _UNIT.finditer(folded):
        text = match[0]
        kind = match.lastgroup
        if kind == "number":
            text = text.replace(",", "")
        elif kind == "tibetan":
            text = bare_syllable(text)
        found.append(Unit(text, kind == "cjk", match.start()))
    return tuple(found)


def bare_syllable(syllable: str) -> str:
    """A Tibetan syllable without the particle that is written onto it.

    འི འོ འུ འང འམ (and འས འར) always come off, also several (པའིའོ). ས and ར come off only where what remains is surely an open syllable:
    after a vowel sign, or after the nominal particles པ བ and the pronoun ང; elsewhere they may belong to the root
    (ལས, "work", stays whole).
    """
    bare = syllable
    while len(bare) > 2 and bare.endswith(_SEPARABLE):
        bare = bare[:-2]
    if bare != syllable:
        return bare
    rest = syllable[:-1]
    if syllable[-1:] in ("ས", "ར") and rest and (rest[-1] in _VOWELS or rest in _OPEN):
        return rest
    return syllable


def sounds(folded: str, override: str = "") -> tuple[str, ...]:
    """One sound for each unit of a name: a Chinese character's toneless syllable, a Latin word itself, else empty."""
    spoken = readings(folded, override)
    return tuple(
        spoken[unit.start] if unit.cjk else unit.text if unit.text.isascii() and unit.text.isalpha() else ""
        for unit in units(folded)
    )
