"""Checks on parsed blocks: code that was not meant as code, fences left open, nesting too deep to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from showcase.markdown.faults import Fault, Notes
from showcase.markdown.parser import DEEPEST
from showcase.text.scripts import HAN_CLASS, TIBETAN_CLASS

_PROSE = re.compile(rf"[{HAN_CLASS}{TIBETAN_CLASS}]")


def check_blocks(tokens: Sequence[Token], notes: Notes) -> None:
    """Report what is wrong with whole blocks."""
    for token in tokens:
        if token.type == "code_block":
            if _PROSE.search(token.content):
                notes.report_line(_line(token), Fault("indented-code", 0, 4))
        elif token.type == "fence" and not _is_closed(token, notes):
            source = notes.source.line(notes.first_line + _line(token))
            offset = max(source.find(token.markup), 0)
            fault = Fault("code-fence-unclosed", offset, len(token.markup), {"fence": token.markup})
            notes.report_line(_line(token), fault)
    deep = next((token for token in tokens if token.level >= DEEPEST - 1), None)
    if deep:
        place = next((token for token in tokens if token.map and token.level), deep)
        notes.report_line(_line(place), Fault("markdown-too-deep", 0, 1, {"levels": str(DEEPEST)}))


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _is_closed(token: Token, notes: Notes) -> bool:
    first, end = token.map or [0, 0]
    last = notes.source.line(notes.first_line + end - 1).rstrip()
    sign = re.escape(token.markup[0])
    return end - first > 1 and bool(re.search(rf"(?:^|[\s>]){sign}{{{len(token.markup)},}}$", last))
