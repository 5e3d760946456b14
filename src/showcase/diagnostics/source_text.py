"""A source file's text with its lines, for turning offsets into locations and excerpts."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_EXCERPT = 2_000
"""Characters. One endless line with thousands of faults must not be kept thousands of times."""


class SourceText:
    """Text of one file under the path that diagnostics will show.

    Lines end at LF, CRLF or CR, as in CommonMark 0.31.2 §2.1 and YAML 1.2.2 §5.4.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        lengths = map(len, self.text.split("\n"))
        return list(accumulate(lengths, lambda start, length: start + length + 1, initial=0))[:-1]

    @property
    def lines(self) -> list[str]:
        """All lines without their line ends; at least one."""
        return _LINE_END.split(self.text) if "\r" in self.text else self.text.split("\n")

    def line(self, number: int) -> str:
        """Line `number` (from 1) without its line end; an empty string when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def excerpt(self, number: int) -> str:
        """Line `number` for showing; an empty string where it is too long to show."""
        line = self.line(number)
        return line if len(line) <= _LONGEST_EXCERPT else ""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at `offset`."""
        offset = min(max(offset, 0), len(self.text))
        row = bisect.bisect_right(self._starts, offset) - 1
        return row + 1, offset - self._starts[row] + 1

    def location(self, offset: int, length: int = 0) -> Location:
        """The location of `length` characters at `offset`, cut at the end of the line."""
        line, column = self.position(offset)
        end = min(column + length, len(self.line(line)) + 1) if length else 0
        return Location(self.path, line, column, end if end > column else 0)

    def find(self, needle: str, first_line: int, last_line: int = 0) -> Location:
        """The first place of `needle` in the lines given (last_line 0: to the end), or the first line's start.

        For callers that know a block's lines but not the column (markdown-it-py's tokens).
        """
        last = min(last_line or len(self._starts), len(self._starts))
        for number in range(max(first_line, 1), last + 1):
            column = self.line(number).find(needle)
            if needle and column >= 0:
                return Location(self.path, number, column + 1, column + 1 + len(needle))
        return Location(self.path, max(first_line, 1), 1)

    def diagnostic(
        self,
        code: str,
        location: Location,
        arguments: Mapping[str, str] | None = None,
        *,
        suggestion: str = "",
        replacement: str | None = None,
        related: tuple[Location, ...] = (),
    ) -> Diagnostic:
        """A diagnostic of `code` at `location` with its source line attached."""
        return make_diagnostic(
            code,
            location,
            arguments,
            suggestion=suggestion,
            replacement=replacement,
            excerpt=self.excerpt(location.line),
            related=related,
        )
