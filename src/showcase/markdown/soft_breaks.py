"""Soft line breaks that leave no space where the script uses none.

CommonMark 0.31.2 §6.8 leaves it to the renderer what a soft line break becomes. Between two CJK characters, and after a
Tibetan tsheg before Tibetan, it becomes nothing, also where tags stand between (`**中**⏎文`); anywhere else it stays a
line end, which HTML shows as a space. Korean separates words with spaces, so hangul keeps them.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from showcase.markdown.emphasis import SHARED_PUNCTUATION
from showcase.text.scripts import is_cjk, is_tibetan

_TSHEG = "\u0f0b\u0f0c"
_IDEOGRAPHIC_SPACE = "\u3000"
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
_TRANSPARENT = frozenset({"footnote_ref"})
_INDENT = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*")


def joins_without_space(before: str, after: str) -> bool:
    """Whether a line that ends in `before` and one that starts with `after` are read on without a space."""
    if is_tibetan(before):
        return before in _TSHEG and is_tibetan(after)
    first, second = _is_spaceless(before), _is_spaceless(after)
    return (first and (second or after in SHARED_PUNCTUATION)) or (second and before in SHARED_PUNCTUATION)


def _is_spaceless(character: str) -> bool:
    return is_cjk(character) and not _HANGUL.match(character)


def join_lines(text: str) -> str:
    """A plain text (a title, an alternative text) with its line ends joined by the same rule, else by a space."""
    if "\n" not in text:
        return text
    lines = [line for line in _INDENT.split(text.strip()) if line]
    joined = lines[:1]
    for line in lines[1:]:
        if not joins_without_space(joined[-1][-1], line[0]):
            joined.append(" ")
        joined.append(line)
    return "".join(joined)


def _join_soft_breaks(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children and "\n" in token.content:
            token.children = _joined(token.children)


def _joined(children: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for index, token in enumerate(children):
        if token.type == "image" and token.children:
            token.children = _joined(token.children)
        if token.type == "softbreak":
            _drop_indent(kept, children, index)
            before, after = _last_character(kept), _first_character(children, index + 1)
            if before and after and joins_without_space(before, after):
                continue
        kept.append(token)
    return kept


def _drop_indent(kept: list[Token], children: list[Token], index: int) -> None:
    """Take ideographic spaces off both sides of a line end: writers indent paragraphs with them."""
    if kept and kept[-1].type == "text":
        kept[-1].content = kept[-1].content.rstrip(_IDEOGRAPHIC_SPACE)
    if index + 1 < len(children) and children[index + 1].type == "text":
        children[index + 1].content = children[index + 1].content.lstrip(_IDEOGRAPHIC_SPACE)


def _last_character(tokens: list[Token]) -> str:
    for token in reversed(tokens):
        if token.type in ("text", "code_inline"):
            if token.content:
                return token.content[-1]
        elif not token.nesting and token.type not in _TRANSPARENT:
            return ""
    return ""


def _first_character(tokens: list[Token], start: int) -> str:
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.type in ("text", "code_inline"):
            if token.content:
                return token.content[0]
        elif not token.nesting and token.type not in _TRANSPARENT:
            return ""
    return ""


def use_soft_breaks(parser: MarkdownIt) -> None:
    """Join soft line breaks once escapes and entities are text again."""
    parser.core.ruler.after("text_join", "soft_breaks", _join_soft_breaks)
