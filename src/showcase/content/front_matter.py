"""Where the front matter of a Markdown source begins and ends, whatever the editor typed for its fences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText

_FENCE = re.compile(r"---[ \t]*")
_NEAR_FENCE = re.compile(
    r"[ \t]*(?:[-—–‐‑−﹣－─━_=+~＝＿][ \t\u3000]*){2,40}|[ \t]+---[ \t]*|\.\.\.[ \t]*|```.{0,20}"
)
_KEY_LINE = re.compile(r"[\"']?([^\s\"'#:：-][^:：]{0,39}?)[\"']?[ \t]*[:：](?!//)")


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of a Markdown source. Lines count from 1; `lines` are those of the front matter, the first of them
    being line `first_line`; the body starts at line `body_line`; `opening_line` holds the opening fence."""

    lines: list[str]
    first_line: int
    body_line: int
    found: bool
    opening_line: int
    diagnostics: tuple[Diagnostic, ...]


def split_front_matter(source: SourceText, keys: frozenset[str]) -> Split:
    """Finds the front matter. `keys` are the names that tell a forgotten fence from prose."""
    return _Splitter(source, keys).split()


class _Splitter:
    def __init__(self, source: SourceText, keys: frozenset[str]) -> None:
        self._source = source
        self._keys = keys
        self._lines = source.lines
        self._faults: list[Diagnostic] = []

    def split(self) -> Split:
        start = self._opening()
        if start is None:
            first = next((row for row, line in enumerate(self._lines) if line.strip()), 0)
            place = Location(self._source.path, first + 1, 1)
            self._faults.append(self._source.diagnostic("front-matter-missing", place))
            return Split([], 1, 1, found=False, opening_line=1, diagnostics=tuple(self._faults))
        end, body = self._closing(start)
        opening = start or 1
        return Split(
            self._lines[start:end],
            start + 1,
            body + 1,
            found=True,
            opening_line=opening,
            diagnostics=tuple(self._faults),
        )

    def _opening(self) -> int | None:
        """The row of the first line of front matter (rows count from 0)."""
        lines = self._lines
        if _FENCE.fullmatch(lines[0]):
            return 1
        first = next(row for row, line in enumerate(lines) if line.strip())
        line = lines[first]
        if self._is_near_fence(line) and (_FENCE.fullmatch(line) or self._key_follows(first)):
            if not _FENCE.fullmatch(line):
                self._wrong_fence(first)
            if first:
                self._not_at_start(first, 1)
            return first + 1
        if self._known_key(line):
            place = Location(self._source.path, first + 1, 1)
            self._faults.append(self._source.diagnostic("front-matter-not-opened", place))
            return first
        for row in range(first, min(len(lines), first + 60)):
            if _FENCE.fullmatch(lines[row]) and self._key_follows(row) and self._closes_below(row):
                self._not_at_start(row, first + 1)
                return row + 1
        return None

    def _not_at_start(self, fence: int, text_line: int) -> None:
        place = Location(self._source.path, text_line, 1)
        related = (Location(self._source.path, fence + 1, 1, 4),)
        code = "front-matter-not-first" if self._lines[text_line - 1].strip() else "blank-before-front-matter"
        self._faults.append(self._source.diagnostic(code, place, {"line": str(fence + 1)}, related=related))

    def _is_near_fence(self, line: str) -> bool:
        return _NEAR_FENCE.fullmatch(line) is not None

    def _known_key(self, line: str) -> bool:
        match = _KEY_LINE.match(line)
        return match is not None and match.group(1) in self._keys

    def _key_follows(self, row: int) -> bool:
        following = next((line for line in self._lines[row + 1 : row + 4] if line.strip()), "")
        return _KEY_LINE.match(following) is not None

    def _closes_below(self, row: int) -> bool:
        return any(_FENCE.fullmatch(line) for line in self._lines[row + 1 : row + 400])

    def _wrong_fence(self, row: int) -> None:
        line = self._lines[row].rstrip()
        place = Location(self._source.path, row + 1, 1, len(line) + 1)
        self._faults.append(
            self._source.diagnostic(
                "front-matter-fence", place, {"written": line.strip()[:20]}, replacement="---"
            )
        )

    def _closing(self, start: int) -> tuple[int, int]:
        """The rows after the last of the front matter and of the body's first line."""
        lines = self._lines
        fence = next((row for row in range(start, len(lines)) if self._closes(row)), None)
        prose = self._first_prose(start, len(lines) if fence is None else fence, fenced=fence is not None)
        if prose is not None:
            self._not_closed(start, prose)
            return prose, prose
        if fence is None:
            self._not_closed(start, len(lines))
            return len(lines), len(lines)
        if not _FENCE.fullmatch(lines[fence]):
            self._wrong_fence(fence)
        return fence, fence + 1

    def _closes(self, row: int) -> bool:
        line = self._lines[row]
        first = line[:1]
        return not (first.isalnum() or first in ("", " ", "\t")) and self._is_near_fence(line)

    def _first_prose(self, start: int, end: int, *, fenced: bool) -> int | None:
        """The row where text begins that is plainly no front matter: not indented, without a key, with no known key
        below it; and, where a fence follows, after a blank line or as a Markdown heading."""
        lines = self._lines
        last_key = next(
            (row for row in reversed(range(start, end)) if self._known_key(lines[row])), start - 1
        )
        for row in range(last_key + 1, end):
            line = lines[row]
            if not line.strip() or line[0] in " \t\u3000" or _KEY_LINE.match(line):
                continue
            if (fenced and line.startswith("# ")) or re.split(r"[\s=＝]", line, maxsplit=1)[0] in self._keys:
                continue
            new_paragraph = not fenced or (row > start and not lines[row - 1].strip())
            if re.match(r"#{2,6}[ \t]*\S", line) or (new_paragraph and not line.startswith("- ")):
                return row
        return None

    def _not_closed(self, start: int, row: int) -> None:
        last = max((item for item in range(start, row) if self._lines[item].strip()), default=start - 1)
        text = self._lines[last] if last < len(self._lines) else ""
        place = Location(self._source.path, last + 1, len(text) + 1)
        related = (Location(self._source.path, start, 1, 4),) if start else ()
        self._faults.append(
            self._source.diagnostic(
                "front-matter-not-closed", place, {"line": str(last + 2)}, related=related
            )
        )
