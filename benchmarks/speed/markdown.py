"""The blocks of a story as Markdown, with the few marks that generators write differently left to the caller."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.speed.blocks import (
    Block,
    Cite,
    Heading,
    Inline,
    ListBlock,
    Metric,
    Note,
    Paragraph,
    Picture,
    Quote,
    Story,
    StoryLink,
    Strong,
    Table,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """How a generator writes links to stories, pictures, metrics and references to sources."""

    link: Callable[[StoryLink], str]
    picture: Callable[[Picture], str]
    metric: Callable[[Metric], str]
    cite: Callable[[Cite], str]


def body(story: Story, marks: Marks) -> str:
    """The whole body, footnotes at its end."""
    blocks = [_block(block, marks) for block in story.blocks]
    blocks += [f"[^{number}]: {note}" for number, note in enumerate(story.notes, 1)]
    return "\n\n".join(blocks) + "\n"


def _block(block: Block, marks: Marks) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {text}"
        case Paragraph(inlines):
            return "".join(_inline(piece, marks) for piece in inlines)
        case ListBlock(items, ordered):
            return "\n".join(
                f"{number}. {item}" if ordered else f"- {item}" for number, item in enumerate(items, 1)
            )
        case Table(head, rows, note):
            lines = [head, tuple("---" for _ in head), *rows]
            lines[2] = (*rows[0][:-1], f"{rows[0][-1]}[^{note}]")
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)
        case Quote(text):
            return f"> {text}"
        case Picture():
            return marks.picture(block)


def _inline(piece: Inline, marks: Marks) -> str:
    match piece:
        case str():
            return piece
        case Strong(text):
            return f"**{text}**"
        case Note(number):
            return f"[^{number}]"
        case StoryLink():
            return marks.link(piece)
        case Metric():
            return marks.metric(piece)
        case Cite():
            return marks.cite(piece)
