"""Block quotes, read no further ahead than pays.

Lines without the sign may still belong to a quotation ("lazy continuation"), but only where a paragraph is open. The
library's rule does not know that while it looks for the end: it takes in all lines down to the next empty one, and where the
quotation ends sooner, the next one looks at the same lines again. So it is shown only so many changes between lines with the
sign and lines without it. Where the quotation ends before them, and all but those that nobody writes do, nothing differs.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote

from showcase.markdown.faults import NOTES, Fault, Notes

MOST_GAPS = 20
"""Of lines without the sign within one quotation, each of any length; half as many in each quotation within another."""
_FEWEST_GAPS = 2
_DEPTH = "quote_depth"


def _quote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a block rule
    if silent:
        return blockquote(state, start, end, silent)
    depth: int = state.env.get(_DEPTH, 0)
    most = max(MOST_GAPS >> depth, _FEWEST_GAPS)
    cut = _enough(state, start, end, most)
    # Paragraphs go on below the end that they are told, down to this.
    kept = state.lineMax
    if cut < end:
        state.lineMax = cut
    state.env[_DEPTH] = depth + 1
    found = blockquote(state, start, cut, silent)
    state.env[_DEPTH] = depth
    state.lineMax = kept
    if found and cut < end and state.line == cut:
        notes: Notes = state.env[NOTES]
        notes.report_line(cut, Fault("quote-too-ragged", 0, 1, {"most": str(most)}))
    return found


def _enough(state: StateBlock, start: int, end: int, most: int) -> int:
    """The first line of one gap too many, or `end`."""
    gaps, within = 0, False
    for line in range(start + 1, end):
        position = state.bMarks[line] + state.tShift[line]
        if position >= state.eMarks[line]:
            break
        before, within = within, state.src[position] != ">" or state.sCount[line] < state.blkIndent
        if within and not before:
            gaps += 1
            if gaps > most:
                return line
    return end


def use_quotes(parser: MarkdownIt) -> None:
    """Put the rule in place of the library's."""
    alternatives = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.at("blockquote", _quote, alternatives)  # type: ignore[arg-type]
