"""Paragraphs of one line, and headings that are underlined: told apart by one look at the line below.

Chinese writers put a whole paragraph on one line, and nobody underlines headings. The library's rules ask at every line
of every paragraph whether any block begins there, once for the heading and once for the paragraph.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, lheading

_LINES_LOOKED_AT = 3
"""Where a paragraph is longer, the library's rule knows better where it ends: a list of thousands of lines has as many."""
_UNDERLINE = re.compile(r"(?:-+|=+)[ \t]*")


def _one_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a block rule
    """A paragraph with an empty line below it, or nothing. For lines that no rule's sign begins."""
    below = start + 1
    if silent or (below < state.lineMax and not state.isEmpty(below)) or state.is_code_block(start):
        return False
    if below + 1 < end:
        # A definition may stand one empty line below its term.
        position = state.bMarks[below + 1] + state.tShift[below + 1]
        if state.src.startswith((":", "~"), position):
            return False
    position = state.bMarks[start] + state.tShift[start]
    state.parentType = "paragraph"
    state.line = below
    state.push("paragraph_open", "p", 1).map = [start, below]
    inline = state.push("inline", "", 0)
    inline.content = mdTrim(state.src[position : state.eMarks[start]])
    inline.map = [start, below]
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a block rule
    """The library's rule, where no look at the next lines tells that it would find nothing."""
    if state.is_code_block(start):
        return False
    near = min(end, start + 1 + _LINES_LOOKED_AT)
    for line in range(start + 1, near):
        position, limit = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if position >= limit:
            near = end
            break
        if state.sCount[line] >= state.blkIndent and _UNDERLINE.fullmatch(state.src, position, limit):
            return lheading(state, start, end, silent)
    if near < end:
        return lheading(state, start, end, silent)
    # As the library's rule leaves it.
    state.parentType = "paragraph"
    return False


def use_paragraphs(parser: MarkdownIt) -> None:
    """Put both rules in place."""
    parser.block.ruler.before("table", "one_line", _one_line)
    parser.block.ruler.at("lheading", _underlined)
