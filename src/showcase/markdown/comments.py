"""Comments, `<!-- … -->`: an editor's notes to colleagues, which are never published.

Their form is CommonMark's (0.31.2, §6.6 and §4.6, condition 2). Raw HTML being text here, a comment is the one piece of
it that has an effect. One that is never closed stays text, and is reported, so that no slip swallows the rest of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

OPENING = "<!--"
_COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)
_LAST_END = "last_comment_end"


def comment_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each comment in a text."""
    # Without this end, thousands of openings would each be searched to the end of the text.
    end = text.rfind("-->")
    if end >= 0:
        yield from (match.span() for match in _COMMENT.finditer(text, 0, end + 3))


def skip_comment(state: StateInline) -> bool:
    """Passes over a comment at the state's place; False when there is none, or no end of it."""
    match = _COMMENT.match(state.src, state.pos, state.posMax) if _may_end(state) else None
    if match is None:
        return False
    state.pos = match.end()
    return True


def _may_end(state: StateInline) -> bool:
    # Thousands of openings without an end must not be searched to the end of the text thousands of times.
    # The cache is the library's, by position; at -1 there is none.
    last = state.cache.get(-1)
    if last is None:
        last = state.cache[-1] = state.src.rfind("-->")
    return last >= state.pos


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a block rule
    """A comment that begins a line and after whose end nothing follows; blank lines may stand in it."""
    position = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(OPENING, position) or state.is_code_block(start):
        return False
    last: int = state.env.setdefault(_LAST_END, state.src.rfind("-->"))
    match = _COMMENT.match(state.src, position) if last >= position else None
    if match is None:
        return False
    line = start + state.src.count("\n", position, match.end())
    if line >= end or state.src[match.end() : state.eMarks[line]].strip():
        return False
    if any(
        state.sCount[number] < state.blkIndent
        for number in range(start, line + 1)
        if not state.isEmpty(number)
    ):
        return False
    if not silent:
        state.line = line + 1
    return True


def use_comments(parser: MarkdownIt) -> None:
    """Let the parser pass over comments between blocks; those within a line are passed over by the rule for raw HTML."""
    alternatives = {"alt": ["paragraph", "reference", "blockquote"]}
    parser.block.ruler.before("fence", "comment", _block, alternatives)  # type: ignore[arg-type]
