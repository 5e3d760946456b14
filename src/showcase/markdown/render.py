"""The Markdown stage: one text to a body and everything that is wrong with it."""

from __future__ import annotations

from showcase.diagnostics.diagnostic import Diagnostic, in_order
from showcase.diagnostics.source_text import SourceText
from showcase.markdown.block_checks import check_blocks
from showcase.markdown.block_writer import BlockWriter
from showcase.markdown.draft import Draft
from showcase.markdown.faults import Notes
from showcase.markdown.numbers import find_unsourced_numbers
from showcase.markdown.parser import parse
from showcase.markdown.slips import find_slips
from showcase.model.body import Body


def render_markdown(
    source: SourceText, first_line: int, language: str
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """The body that starts in line `first_line` (from 1) of the source, as far as the text alone decides it.

    `language` is that of the document (`zh-CN`, `en`, `bo`). Never raises; places are those of the whole file.
    """
    first_line = max(first_line, 1)
    text = "\n".join(source.lines[first_line - 1 :]).replace("\0", "\ufffd")
    notes = Notes(source, first_line)
    draft = Draft(notes, language, text)
    tokens = parse(text, notes)
    check_blocks(tokens, notes)
    find_slips(text, tokens, notes)
    find_unsourced_numbers(tokens, notes)
    html = BlockWriter(draft).write_document(tokens)
    return draft.finish(html), in_order(notes.diagnostics)
