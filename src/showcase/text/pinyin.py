"""How Chinese text sounds: toneless Hanyu Pinyin, for search, sorting and addresses.

Readings come from pypinyin's phrase dictionary, so that a character with several is read by its neighbours (重庆
*chong qing*, 重要 *zhong yao*). Where the dictionary is wrong for a name, the editor's `pinyin` key overrides it
(长阳: *chang yang*). ü is written v, as on every Chinese keyboard.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from showcase.text.scripts import HAN_CLASS

_PIECE = re.compile(f"(?P<han>[{HAN_CLASS}]+)|(?P<word>(?:(?![{HAN_CLASS}_])\\w)+)")
_SYLLABLE = re.compile("(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]+(?:ng?(?![aeiouv])|r(?![aeiouv]))?|[a-z]")
"""One syllable of pinyin written without gaps: an n or ng before a vowel belongs to what follows (Hanyu Pinyin
orthography, GB/T 16159)."""


def fold_marks(text: str) -> str:
    """The text in lower case without diacritics (compatibility forms made plain): `Gêrzê` → `gerze`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()  # plain forms may be capitals: 𝐀
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LETTERS)


def readings(text: str, override: str = "") -> tuple[str, ...]:
    """One toneless syllable for each character of `text`, empty for a character that has none (punctuation, letters)."""
    return _readings(text, override)


def syllables(text: str, override: str = "") -> tuple[str, ...]:
    """The text's syllables in order; a Latin word or number counts as one. `override` is the name's own reading
    (`"chang yang"`, `"Chángyáng"`), used for the first characters as far as it reaches."""
    found: list[str] = []
    sounds = readings(text, override)
    for piece in _PIECE.finditer(text):
        if piece["han"]:
            found += [sound for sound in sounds[piece.start() : piece.end()] if sound]
        elif word := "".join(char for char in fold_marks(piece["word"]) if char.isascii() and char.isalnum()):
            found.append(word)
    return tuple(found)


def initials(text: str, override: str = "") -> str:
    """The first letter of each syllable: `幸福党建` → `xfdj`."""
    return "".join(syllable[0] for syllable in syllables(text, override))


def sort_key(text: str, override: str = "") -> str:
    """Orders names as a Chinese dictionary does, syllable by syllable; equal sounds by the characters themselves.
    Text without any sound we know (Tibetan) comes last, in code-point order."""
    sound = " ".join(syllables(text, override))
    return f"{sound or chr(0x10FFFF)}\t{text}"


@lru_cache(maxsize=65536)
def _readings(text: str, override: str) -> tuple[str, ...]:
    given = _override_syllables(override)
    found: list[str] = []
    for piece in _PIECE.finditer(text):
        found += [""] * (piece.start() - len(found))
        found += _read(piece["han"]) if piece["han"] else [""] * len(piece["word"])
    found += [""] * (len(text) - len(found))
    places = [index for index, sound in enumerate(found) if sound]
    for index, sound in zip(places, given, strict=False):
        found[index] = sound
    return tuple(found)


def load_readings() -> None:
    """Loads the dictionaries of readings, which the first look-up would."""
    _read("")


def _read(han: str) -> list[str]:
    from pypinyin import lazy_pinyin  # its dictionaries take a third of a second to import

    # A list from `errors` is one reading a character, as pypinyin's manual says; its annotations do not know.
    sounds: list[str] = lazy_pinyin(han, errors=lambda unknown: [""] * len(unknown))  # type: ignore[arg-type,return-value]
    return [sound if sound.isascii() else fold_marks(sound) for sound in sounds]


def _override_syllables(override: str) -> list[str]:
    if not override:
        return []
    plain = unicodedata.normalize("NFD", override.casefold()).replace("u\u0308", "v").replace("ü", "v")
    return [
        syllable for word in re.findall("[a-z]+", fold_marks(plain)) for syllable in _SYLLABLE.findall(word)
    ]


_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}
)
