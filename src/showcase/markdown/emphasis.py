"""Emphasis and strikethrough that work beside Chinese, Japanese, Korean and Tibetan text.

CommonMark 0.31.2 §6.2 decides from the characters on both sides of a run of `*` whether it opens or closes emphasis, and
takes spaces between words for granted. The CommonMark CJK-friendly amendments
(https://github.com/tats-u/markdown-cjk-friendly, specification.md) let CJK characters stand in for the missing spaces;
these rules follow them. Three things are ours, where the amendments say nothing:

- A Tibetan character counts as a CJK character: the tsheg is punctuation to Unicode, so `**བོད་**ཡིག` would not close.
- Punctuation that Chinese and Latin text share (curly quotes, dash, ellipsis, middle dot) counts as CJK punctuation when
  the character on its far side is CJK: `**“一网通办”**2021年`.
- Such punctuation counts likewise when a digit stands on the other side of the run and a CJK character anywhere near:
  `**“985”**2021年`.

The rules replace markdown-it-py's two tokenising rules of the same names on the parser they are given to, and nothing
else; matching of openers and closers stays the library's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from unicodedata import category, east_asian_width

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Delimiter, Scanned, StateInline
from markdown_it.token import Token

from showcase.text.scripts import is_tibetan

SHARED_PUNCTUATION = "“”‘’—―…‥·"
"""Punctuation of both Chinese and Latin text (East Asian Width: ambiguous)."""

_TEXT_VARIATIONS = ("\ufe00", "\ufe0e")
_IDEOGRAPHIC_VARIATIONS = ("\U000e0100", "\U000e01ef")
_FULL_WIDTH_FORM = "\ufe01"
_QUOTES = "‘’“”"
# Wide characters that are emoji by default (Emoji_Presentation of UTS #51); below U+2E80 every wide character is one,
# but for the angle brackets and the divination signs.
_EMOJI = re.compile(
    r"[\u231a-\u2328\u232b-\u262f\u2638-\u2689\u2690-\u2b55\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a"
    r"\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f236\U0001f238-\U0001f23a\U0001f250\U0001f251"
    r"\U0001f300-\U0001faff]"
)
_NEUTRAL_HANGUL = re.compile(r"[\u1160-\u11ff\ud7b0-\ud7fb]")


@lru_cache(maxsize=8192)
def is_cjk_character(character: str) -> bool:
    """A CJK character in the sense of the amendments (§2.1), or a Tibetan one."""
    if character < "\u1100":
        return is_tibetan(character)
    if east_asian_width(character) in "WFH":
        return not _EMOJI.match(character)
    return bool(_NEUTRAL_HANGUL.match(character))


@lru_cache(maxsize=8192)
def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def scan_delimiters(state: StateInline, start: int, *, splits_words: bool) -> Scanned:
    """Whether the run of equal markers at `start` can open and close emphasis, and its length.

    `splits_words` is True for `*` and `~`, False for `_`.
    """
    text, marker, end = state.src, state.src[start], start
    while end < state.posMax and text[end] == marker:
        end += 1
    length = end - start
    following = text[end] if end < state.posMax else " "
    before = _main_character_before(text, start)
    opens, closes = not isWhiteSpace(ord(following)), not isWhiteSpace(ord(before))
    if not (opens and closes):
        return Scanned(opens, closes, length)
    after_punctuation, before_punctuation = _is_punctuation(before), _is_punctuation(following)
    if not splits_words:
        return Scanned(after_punctuation, before_punctuation, length)
    beside_cjk = (after_punctuation or before_punctuation) and (
        is_cjk_character(following)
        or _is_cjk_before(text, start, before)
        or _is_chinese_use(text, start, end, before, following)
    )
    return Scanned(
        after_punctuation or beside_cjk or not before_punctuation,
        before_punctuation or beside_cjk or not after_punctuation,
        length,
    )


def _main_character_before(text: str, start: int) -> str:
    """The character before `start`; for one with a general-use variation selector, the character it varies."""
    if start == 0:
        return " "
    last = text[start - 1]
    if _TEXT_VARIATIONS[0] <= last <= _TEXT_VARIATIONS[1]:
        varied = text[start - 2] if start > 1 else " "
        if category(varied) != "Zs":
            return varied
    return last


def _is_cjk_before(text: str, start: int, main: str) -> bool:
    last = text[start - 1] if start else " "
    if is_cjk_character(main) or _IDEOGRAPHIC_VARIATIONS[0] <= last <= _IDEOGRAPHIC_VARIATIONS[1]:
        return True
    return last == _FULL_WIDTH_FORM and main in _QUOTES


def _is_chinese_use(text: str, start: int, end: int, before: str, following: str) -> bool:
    """Whether shared punctuation beside the run is used as Chinese punctuation (our tailoring)."""
    if before in SHARED_PUNCTUATION:
        inner = text[max(start - 12, 0) : start]
        return _cjk_at(inner, -2) or (following.isdecimal() and _holds_cjk(inner + text[end : end + 12]))
    if following in SHARED_PUNCTUATION:
        inner = text[end : end + 12]
        return _cjk_at(inner, 1) or (
            before.isdecimal() and _holds_cjk(text[max(start - 12, 0) : start] + inner)
        )
    return False


def _cjk_at(text: str, index: int) -> bool:
    try:
        return is_cjk_character(text[index])
    except IndexError:
        return False


def _holds_cjk(text: str) -> bool:
    return any(is_cjk_character(character) for character in text)


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of an inline rule
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    scanned = scan_delimiters(state, state.pos, splits_words=marker == "*")
    for index in range(scanned.length):
        _push_delimiter(state, marker, scanned, scanned.length)
        if not index and scanned.length > 1 and marker == "*":
            state.tokens[-1].meta["at"] = state.pos
    state.pos += scanned.length
    return True


def _strikethrough(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of an inline rule
    """`~~text~~`; a single tilde is text, since Chinese and Tibetan writers use it for ranges (`3~5天`)."""
    if silent or state.src[state.pos] != "~":
        return False
    scanned = scan_delimiters(state, state.pos, splits_words=True)
    if scanned.length < 2:
        return False
    if scanned.length % 2:
        state.push("text", "", 0).content = "~"
    for _ in range(scanned.length // 2):
        _push_delimiter(state, "~~", scanned, 0)
    state.pos += scanned.length
    return True


def _push_delimiter(state: StateInline, markup: str, scanned: Scanned, length: int) -> None:
    state.push("text", "", 0).content = markup
    state.delimiters.append(
        Delimiter(ord(markup[0]), length, len(state.tokens) - 1, -1, scanned.can_open, scanned.can_close)
    )


_RULES: dict[str, Callable[[StateInline, bool], bool]] = {
    "emphasis": _emphasis,
    "strikethrough": _strikethrough,
}


def lone_strong_marker(tokens: Sequence[Token]) -> int:
    """The offset of the first `**` that could have been emphasis and found no partner; -1 when there is none.

    For inline tokens before adjacent texts are joined (in the ruler's second chain, before `fragments_join`).
    """
    for token in tokens:
        if token.type == "text" and token.content == "*" and "at" in token.meta:
            return int(token.meta["at"])
    return -1


def use_cjk_emphasis(parser: MarkdownIt) -> None:
    """Put both rules in place of the library's on this parser; what is disabled stays disabled."""
    for name, rule in _RULES.items():
        parser.inline.ruler.at(name, rule)
