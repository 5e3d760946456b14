"""Which script a character belongs to, and how long a text is when characters or words are counted.

Ranges are Unicode 17.0 blocks (Blocks.txt), named beside each; a few characters of mixed blocks are listed singly.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_HAN_BLOCKS: tuple[tuple[int, int], ...] = (
    (0x2E80, 0x2EFF),  # CJK Radicals Supplement
    (0x2F00, 0x2FDF),  # Kangxi Radicals
    (0x3005, 0x3007),  # 々 〆 〇, of CJK Symbols and Punctuation
    (0x3021, 0x3029),  # Hangzhou numerals, of the same block
    (0x3038, 0x303B),  # further Hangzhou numerals and the vertical iteration mark, of the same block
    (0x3400, 0x4DBF),  # CJK Unified Ideographs Extension A
    (0x4E00, 0x9FFF),  # CJK Unified Ideographs
    (0xF900, 0xFAFF),  # CJK Compatibility Ideographs
    (0x20000, 0x2A6DF),  # CJK Unified Ideographs Extension B
    (0x2A700, 0x2EE5F),  # CJK Unified Ideographs Extensions C, D, E, F, I
    (0x2F800, 0x2FA1F),  # CJK Compatibility Ideographs Supplement
    (0x30000, 0x3347F),  # CJK Unified Ideographs Extensions G, H, J
)

_OTHER_CJK_BLOCKS: tuple[tuple[int, int], ...] = (
    (0x1100, 0x11FF),  # Hangul Jamo
    (0x2FF0, 0x2FFF),  # Ideographic Description Characters
    (0x3000, 0x303F),  # CJK Symbols and Punctuation
    (0x3040, 0x309F),  # Hiragana
    (0x30A0, 0x30FF),  # Katakana
    (0x3100, 0x312F),  # Bopomofo
    (0x3130, 0x318F),  # Hangul Compatibility Jamo
    (0x3190, 0x319F),  # Kanbun
    (0x31A0, 0x31BF),  # Bopomofo Extended
    (0x31C0, 0x31EF),  # CJK Strokes
    (0x31F0, 0x31FF),  # Katakana Phonetic Extensions
    (0x3200, 0x32FF),  # Enclosed CJK Letters and Months
    (0x3300, 0x33FF),  # CJK Compatibility
    (0xA960, 0xA97F),  # Hangul Jamo Extended-A
    (0xAC00, 0xD7AF),  # Hangul Syllables
    (0xD7B0, 0xD7FF),  # Hangul Jamo Extended-B
    (0xFE10, 0xFE1F),  # Vertical Forms
    (0xFE30, 0xFE4F),  # CJK Compatibility Forms
    (0xFE50, 0xFE6F),  # Small Form Variants
    (0xFF00, 0xFFEF),  # Halfwidth and Fullwidth Forms
    (0x1AFF0, 0x1B16F),  # Kana Extended-B, Kana Supplement, Kana Extended-A, Small Kana Extension
)


def _merged(blocks: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The same code points as the fewest sorted ranges that do not touch."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(blocks):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def _bounds(ranges: tuple[tuple[int, int], ...]) -> list[int]:
    """Starts and exclusive ends in one sorted list: a code point is inside when an odd number stands at or below it."""
    return [bound for first, last in ranges for bound in (first, last + 1)]


def _character_class(ranges: tuple[tuple[int, int], ...]) -> str:
    """The ranges as the inside of a regular expression's character class."""
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


_HAN = _merged(_HAN_BLOCKS)
_CJK = _merged(_HAN_BLOCKS + _OTHER_CJK_BLOCKS)
_HAN_BOUNDS = _bounds(_HAN)
_CJK_BOUNDS = _bounds(_CJK)

HAN_CLASS = _character_class(_HAN)
"""Han characters, for use inside `[…]` of a regular expression."""
CJK_CLASS = _character_class(_CJK)
"""What `is_cjk` accepts, for use inside `[…]` of a regular expression."""
TIBETAN_CLASS = r"\u0f00-\u0fff"
"""The block Tibetan, for use inside `[…]` of a regular expression."""


def is_han(character: str) -> bool:
    """Whether one character is a Chinese character (a radical, 々 and 〇 count)."""
    if "\u4e00" <= character <= "\u9fff":
        return True
    return bool(bisect_right(_HAN_BOUNDS, ord(character)) & 1)


def is_cjk(character: str) -> bool:
    """Whether one character is Han, kana, bopomofo, hangul, CJK punctuation or a full-width or half-width form."""
    if "\u4e00" <= character <= "\u9fff":
        return True
    return character >= "\u1100" and bool(bisect_right(_CJK_BOUNDS, ord(character)) & 1)


def is_tibetan(character: str) -> bool:
    """Whether one character stands in the block Tibetan, its punctuation included."""
    return "\u0f00" <= character <= "\u0fff"


# A Tibetan syllable ends at a tsheg (U+0F0B, U+0F0C), a shad or any other mark that is no letter, vowel or digit.
_TIBETAN_SYLLABLE = r"[\u0f00\u0f18\u0f19\u0f20-\u0f33\u0f35\u0f37\u0f39\u0f40-\u0f84\u0f86-\u0fbc]+"
_KANA_OR_HANGUL = r"\u3041-\u3096\u30a1-\u30fa\u3105-\u312f\uac00-\ud7a3"
_LATIN = rf"(?:(?![{HAN_CLASS}{_KANA_OR_HANGUL}{TIBETAN_CLASS}])[^\W_])"
# Nearly all of a Chinese text, and a range that is tried fast; taken out, it parts words as a space does.
_COMMON_HAN = re.compile("[\u4e00-\u9fff]+")
# A run of characters that count one each is group 1, all else is one word.
_WORDS = re.compile(
    rf"([{HAN_CLASS}{_KANA_OR_HANGUL}]+)|{_TIBETAN_SYLLABLE}|{_LATIN}+(?:[\u0300-\u036f'’.,·_-]*{_LATIN}+)*"
)


def count_words(text: str) -> int:
    """The length of a text as readers of Chinese count it.

    A Chinese character counts 1 (so do a kana and a hangul syllable), a Tibetan syllable 1, a word of any other script
    1, with its apostrophes, hyphens, decimal points and digit grouping inside it (`3,500` is one word). Punctuation
    counts nothing.
    """
    rest, runs = _COMMON_HAN.subn(" ", text)
    return len(text) - len(rest) + runs + sum([len(run) or 1 for run in _WORDS.findall(rest)])
