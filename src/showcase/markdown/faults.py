"""What the Markdown rules note while one text is parsed: faults, and where a token stands in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from markdown_it.token import Token

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText

NOTES = "showcase"
"""The key of a parse's `Notes` in markdown-it-py's environment."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake at `length` characters from `offset` on, in a text whose place in the file is known to the caller."""

    code: str
    offset: int
    length: int = 1
    arguments: Mapping[str, str] = field(default_factory=dict)
    suggestion: str = ""
    replacement: str | None = None


class Notes:
    """The file that is being parsed and the faults found in it.

    markdown-it-py knows the lines of a block, not the columns within: `locate` finds the columns by matching each
    line of an inline token's content with its source line, so an offset into the content leads to the exact place.
    """

    def __init__(self, source: SourceText, first_line: int) -> None:
        self.source = source
        self.first_line = first_line
        self.diagnostics: list[Diagnostic] = []
        self.block: Token | None = None
        self._starts: dict[int, list[tuple[int, int, int]]] = {}
        self._cell_line, self._cell_end = -1, 0

    def report(self, location: Location, fault: Fault) -> None:
        """Turn a fault into a diagnostic at a place already found."""
        self.diagnostics.append(
            self.source.diagnostic(
                fault.code,
                location,
                fault.arguments,
                suggestion=fault.suggestion,
                replacement=fault.replacement,
            )
        )

    def report_inline(self, text: str, fault: Fault) -> None:
        """A fault in `text`, which is the block being parsed or a part of it (an alternative text)."""
        if self.block is None:
            return
        shift = 0 if text == self.block.content else max(self.block.content.find(text), 0)
        self.report(self.locate(self.block, fault.offset + shift, fault.length), fault)

    def report_line(self, line: int, fault: Fault) -> None:
        """A fault in line `line` of the parsed text, counted from 0."""
        self.report(self.line_location(line, fault.offset, fault.length), fault)

    def line_location(self, line: int, offset: int = 0, length: int = 0) -> Location:
        """The place at `offset` in line `line` of the parsed text, counted from 0; cut at the end of the line."""
        number = self.first_line + line
        past = len(self.source.line(number)) + 1
        first = min(offset + 1, past)
        end = min(first + length, past)
        return Location(self.source.path, number, first, end if end > first else 0)

    def locate(self, block: Token, offset: int, length: int = 0) -> Location:
        """The place of `offset` in an inline token's content; the span is cut at the end of its line."""
        lines = self._starts.get(id(block))
        if lines is None:
            lines = self._starts[id(block)] = self._line_starts(block)
        start, line, column = lines[max(bisect_right(lines, offset, key=itemgetter(0)) - 1, 0)]
        text = self.source.line(self.first_line + line)
        first = min(column + offset - start, len(text)) + 1
        end = min(first + length, len(text) + 1) if length else 0
        return Location(self.source.path, self.first_line + line, first, end if end > first else 0)

    def _line_starts(self, block: Token) -> list[tuple[int, int, int]]:
        """For each line of the content: its offset there, its line in the parsed text, its column in the source."""
        first = block.map[0] if block.map else 0
        starts: list[tuple[int, int, int]] = []
        offset = 0
        for index, line in enumerate(block.content.split("\n")):
            column = self._column(first + index, line)
            if column is None and "|" in line:
                starts += self._cell_starts(offset, first + index, line)
            else:
                starts.append((offset, first + index, column or 0))
            offset += len(line) + 1
        return starts

    def _cell_starts(self, offset: int, line: int, content: str) -> list[tuple[int, int, int]]:
        """The same for a table's cell in which bars stand, each written with a backslash."""
        column = self._column(line, content.replace("|", "\\|")) or 0
        bars = [index for index, character in enumerate(content) if character == "|"]
        behind = [(offset + bar, line, column + bar + count) for count, bar in enumerate(bars, 1)]
        return [(offset, line, column), *behind]

    def _column(self, line: int, content: str) -> int | None:
        """Where the content of a line begins in the source; None where it is written otherwise."""
        source = self.source.line(self.first_line + line).rstrip()
        bare = content.strip(" \t")
        indent = len(content) - len(content.lstrip(" \t"))
        if source.endswith(bare) and "|" not in source:
            return len(source) - len(bare) - indent
        begin = self._cell_end if self._cell_line == line else 0
        found = max(source.find(bare, begin), source.find(bare) if begin else -1)
        if found < 0:
            return None
        self._cell_line, self._cell_end = line, found + len(bare)
        return found - indent
