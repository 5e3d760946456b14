"""What editors type where YAML wants its own signs: each slip found, placed, and mended in memory.

A line is mended on a copy, so that one broken line hides no fault of the others; positions in the copy lead back to
the file through `MendedLines.column`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from showcase.content.flow import mend_flow, open_brackets, split_flow
from showcase.content.quoting import closing_quote, quoted

MAX_SLIPS = 60
_MAX_LOOKED_AHEAD = 5_000
"""Lines looked at, over the whole text, for the end of a quotation or bracket."""

_INDENT = re.compile(r"[ \t\u3000\u00a0]*")
_DASHES = re.compile(r"(?:-[ \t]+)*")
_KEY = re.compile(
    r"(\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{}#&*!|>%@`,:：﹕∶-][^:：﹕∶]{0,80}?)([ \t\u3000\u00a0]{0,20})([:：﹕∶])"
)
_SPACE = re.compile(r"[ \t\u3000\u00a0]*")
_KEY_SHAPE = re.compile(r"[\w][\w \-·()（）]{0,29}")
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]{0,2}\s*(?:#.*)?")
_COMMENT = re.compile(r"\s#.*")
_PROPERTY = re.compile(r"[*&!][\w!/:.,<>-]*(?:\s|$)")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\s*")
_NO_COLON = re.compile(r"(\S{1,40}?)[\s=＝;；、\u3000]{1,20}(\S.*)")
# A line that holds nothing to look at: a key of ASCII letters, and after colon and space at most a plain text or a list.
_SOUND = re.compile(
    r"(?P<before> *(?:- )*)[A-Za-z_]{1,40}:"
    r"(?: +(?P<value>[^\s\"'\[［{｛【@`%|>,\]}*&!#?:-][^:#]*|\[[\w,. -]*\]))?"
)
_SUSPECT = re.compile(
    r"[：﹕∶【［｛\t\u3000\u00a0]|[\[{][^\]}\n]{0,300}[，、；“:][^ ]|^[ -]{0,40}[^\s:]{1,80}:[^\s/]|:[ ]+#[0-9A-Fa-f]{3}",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. `line` counts from 0 in the lines given, `column` and `end` from 0 in the line as written."""

    code: str
    line: int
    column: int
    end: int
    replacement: str | None = None
    arguments: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """The keys that may stand in the file at any depth, and those that take a list."""

    all: frozenset[str]
    lists: frozenset[str]


@dataclass(slots=True)
class MendedLines:
    """The copy: `lines` are what YAML is to read; `lost` are the keys of lines that had to be left out."""

    lines: list[str]
    slips: list[Slip] = field(default_factory=list)
    maps: dict[int, list[int]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)

    def column(self, line: int, column: int) -> int:
        """The column as written for a column of the copy (both from 0)."""
        columns = self.maps.get(line)
        if columns is None:
            return column
        return columns[min(column, len(columns) - 1)]

    def drop(self, line: int) -> str:
        """Leaves a line out of the copy; answers the key that goes with it, or an empty text."""
        match = _KEY.match(self.lines[line].lstrip(" -"))
        key = match.group(1).strip("\"'") if match else ""
        self.lines[line] = ""
        self.lost.add(key)
        return key


def is_suspect(text: str) -> bool:
    """Whether a text that YAML can read may still hold slips."""
    return _SUSPECT.search(text) is not None


def mend(lines: list[str], known: KnownKeys) -> MendedLines:
    """Finds the slips of YAML lines. The lines must hold no NUL. At most MAX_SLIPS are told."""
    return _Mender(lines, known).run()


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


class _Mender:
    def __init__(self, lines: list[str], known: KnownKeys) -> None:
        self._lines = lines
        self._known = known
        self._result = MendedLines(list(lines))
        self._levels = [0]
        self._opened = True
        """Whether a deeper map may begin here: the last key had no value."""
        self._edits: list[_Edit] = []
        self._row = 0
        self._looked_ahead = 0

    def run(self) -> MendedLines:
        has_keys = any(self._key_at(line) is not None for line in self._lines)
        while self._row < len(self._lines) and len(self._result.slips) < MAX_SLIPS:
            self._edits = []
            consumed = self._line(self._lines[self._row], may_lack_colon=has_keys)
            if self._edits:
                self._apply()
            self._row += consumed
        return self._result

    def _key_at(self, line: str) -> str | None:
        match = _KEY.match(line.lstrip(" \t\u3000-"))
        return match.group(1) if match else None

    def _slip(self, code: str, start: int, end: int, text: str, /, **arguments: str) -> None:
        self._result.slips.append(Slip(code, self._row, start, end, text, arguments))
        self._edits.append(_Edit(start, end, text))

    def _apply(self) -> None:
        line = self._lines[self._row]
        pieces: list[str] = []
        columns: list[int] = []
        at = 0
        for edit in sorted(self._edits, key=lambda item: item.start):
            if edit.start < at:
                continue
            pieces.append(line[at : edit.start])
            columns.extend(range(at, edit.start))
            pieces.append(edit.text)
            width = edit.end - edit.start
            columns.extend(edit.start + min(index, max(width - 1, 0)) for index in range(len(edit.text)))
            at = edit.end
        pieces.append(line[at:])
        columns.extend(range(at, len(line) + 1))
        self._result.lines[self._row] = "".join(pieces)
        self._result.maps[self._row] = columns

    def _line(self, line: str, *, may_lack_colon: bool) -> int:
        """Looks at one line; answers how many lines that settled."""
        sound = _SOUND.fullmatch(line)
        if sound:
            self._enter(len(sound["before"]))
            self._opened = sound["value"] is None
            return 1
        content = line.strip(" \t\u3000\u00a0")
        if not content or content.startswith("#") or content in ("---", "...") or line.startswith("%"):
            return 1
        indent_match = _INDENT.match(line)
        written = indent_match.group() if indent_match else ""
        indent = self._indentation(written)
        dash_match = _DASHES.match(line, len(written))
        dashes = dash_match.group() if dash_match else ""
        start = len(written) + len(dashes)
        level = indent + len(dashes)
        match = _KEY.match(line, start)
        if match is None or not self._is_key(match, line, level, dashes):
            return self._not_a_key(line, start, indent, dashes, may_lack_colon=may_lack_colon)
        self._enter(level)
        return self._separator(line, match, level)

    def _enter(self, level: int) -> None:
        self._levels = [item for item in self._levels if item < level] + [level]

    def _indentation(self, written: str) -> int:
        if not written.strip(" "):
            return len(written)
        tabs = written.count("\t")
        if tabs:
            levels = self._levels if not self._opened else [*self._levels, self._levels[-1] + 2]
            depth = min(tabs, 20)
            wanted = levels[depth] if depth < len(levels) else levels[-1] + 2 * (depth - len(levels) + 1)
            self._slip("tab-indentation", 0, len(written), " " * wanted)
        else:
            wanted = sum(1 if character == " " else 2 for character in written)
            if not self._opened and self._key_at(self._lines[self._row]) in self._known.all:
                # Nothing deeper can begin here, so the key belongs to the level that stands.
                wanted = min(wanted, self._levels[-1])
            self._slip("full-width-space", 0, len(written), " " * wanted)
        return wanted

    def _is_key(self, match: re.Match[str], line: str, level: int, dashes: str) -> bool:
        key = match.group(1).strip("\"'")
        after = line[match.end() : match.end() + 1]
        if match.group(3) == ":" and after in ("", " ", "\t"):
            return True
        if key in self._known.all:
            return dashes != "" or self._may_stand(level)
        if dashes or not _KEY_SHAPE.fullmatch(key) or line.startswith("//", match.end()):
            return False
        if match.group(3) == ":" and (key.isdecimal() or after == "\\"):
            return False
        return level == 0 or (self._may_stand(level) and " " not in key)

    def _may_stand(self, level: int) -> bool:
        """Whether a key can stand at this indentation; what is deeper than the last key continues its value."""
        return level <= self._levels[-1] or self._opened

    def _separator(self, line: str, match: re.Match[str], level: int) -> int:
        colon = match.start(3)
        space = _SPACE.match(line, match.end())
        begin = space.end() if space else match.end()
        gap = line[match.end() : begin]
        has_value = begin < len(line)
        if match.group(3) != ":":
            self._slip(
                "full-width-colon", match.end(1), begin, ": " if has_value else ":", key=match.group(1)
            )
        elif has_value and not gap:
            self._slip("missing-space", colon, begin, ": ", key=match.group(1))
        elif has_value and gap[0] not in " \t":
            self._slip("full-width-space", match.end(), begin, " ")
        value = line[begin:].rstrip()
        self._opened = not value or (value.startswith("#") and not _COLOUR.fullmatch(value))
        if self._opened:
            return 1
        return self._value(match.group(1).strip("\"'"), value, begin, level)

    def _value(self, key: str, value: str, begin: int, level: int) -> int:
        """Looks at a value on its key's line; answers how many lines the value takes."""
        first = value[0]
        if _BLOCK_HEADER.fullmatch(value):
            return 1 + self._block_lines(level)
        if first in "\"'":
            return self._quoted(value, begin)
        if first in "[［{｛" or (first == "【" and key in self._known.lists and value[-1] in "】]］"):
            return self._flow(key, value, begin)
        if self._is_special(value):
            text = quoted(value)
            if value.startswith("- ") and key in self._known.lists:
                text = f"[{value[2:].strip()}]"
            self._slip("special-first-character", begin, begin + len(value), text, character=first)
            return 1
        plain = _COMMENT.sub("", value)
        if ": " in plain or ":\t" in plain or plain.endswith(":"):
            self._slip("unquoted-colon", begin, begin + len(plain), quoted(plain))
        return 1

    def _is_special(self, value: str) -> bool:
        if value[0] in "@`%|>,]}":
            return True
        if value[0] in "*&!":
            return _PROPERTY.match(value) is None or value.count(value[0]) > 1
        return value.startswith(("- ", "? ")) or _COLOUR.fullmatch(value) is not None

    def _block_lines(self, level: int) -> int:
        """How many lines a `|` or `>` text takes; tabs that indent it are mended."""
        count = 0
        here = self._row
        for line in self._lines[here + 1 :]:
            indent = _INDENT.match(line)
            written = indent.group() if indent else ""
            if line.strip() and not written:
                break
            if line.strip() and len(written.expandtabs(2)) <= level:
                break
            count += 1
            if "\t" in written and len(written.partition("\t")[0]) <= level and line.strip():
                self._row, kept = here + count, self._edits
                self._edits = []
                self._slip("tab-indentation", 0, len(written), " " * max(level + 2, 2))
                self._apply()
                self._row, self._edits = here, kept
        return count

    def _quoted(self, value: str, begin: int) -> int:
        end = closing_quote(value)
        if end < 0:
            return self._quoted_over_lines(value, begin)
        rest = value[end + 1 :]
        if rest.strip() and not _COMMENT.fullmatch(rest):
            text = _COMMENT.sub("", value)
            self._slip("text-after-quote", begin, begin + len(text), quoted(text))
        return 1

    def _quoted_over_lines(self, value: str, begin: int) -> int:
        quote = value[0]
        for count, line in enumerate(self._following(), 2):
            if quote in line:
                return count
        self._slip("quote-not-closed", begin, begin + len(value), quoted(value[1:]), quote=quote)
        return 1

    def _following(self) -> Iterator[str]:
        """The lines below that may still belong to this one's value."""
        for line in self._lines[self._row + 1 : self._row + 500]:
            self._looked_ahead += 1
            if self._looked_ahead > _MAX_LOOKED_AHEAD or self._starts_key(line):
                return
            yield line

    def _starts_key(self, line: str) -> bool:
        match = _KEY.match(line.lstrip(" \t-"))
        if match is None:
            return False
        return match.group(1) in self._known.all or (line[:1].strip() != "" and line[:1] != "-")

    def _flow(self, key: str, value: str, begin: int) -> int:
        inside, rest, closed = split_flow(value)
        if not closed:
            depth = open_brackets(value)
            for count, line in enumerate(self._following(), 2):
                depth += open_brackets(line)
                if depth <= 0:
                    return count
            text = _COMMENT.sub("", value)
            closer = "]" if value[0] in "[［【" else "}"
            text = mend_flow(text, self._known.all, is_list=key in self._known.lists) + closer
            self._slip("bracket-not-closed", begin, begin + len(value), text, bracket=value[0])
            return 1
        if rest.strip() and not _COMMENT.fullmatch(rest):
            if key in self._known.lists and rest.strip()[0] in "，、,;；]】":
                return 1
            text = _COMMENT.sub("", value)
            self._slip("text-after-bracket", begin, begin + len(text), quoted(text), bracket=value[0])
            return 1
        mended = mend_flow(inside, self._known.all, is_list=key in self._known.lists)
        if mended != inside:
            self._slip("full-width-list", begin, begin + len(inside), mended)
        return 1

    def _not_a_key(self, line: str, start: int, indent: int, dashes: str, *, may_lack_colon: bool) -> int:
        if dashes or line.startswith("-", start):
            value = line[start:].rstrip()
            if dashes and value and value[0] in "\"'":
                return self._quoted(value, start)
            if dashes and value and value[0] in "[［{｛":
                return self._flow("", value, start)
            self._opened = False
            return 1
        if indent or not may_lack_colon or line[start] in "[]{}\"'":
            return 1
        match = _NO_COLON.fullmatch(line, start)
        if match and match.group(1) in self._known.all:
            text = f"{match.group(1)}: {match.group(2)}"
            self._slip("no-colon", start, len(line), text, text=line.strip()[:40])
        else:
            self._result.slips.append(
                Slip("no-colon", self._row, start, len(line), None, {"text": line.strip()[:40]})
            )
            self._result.lines[self._row] = ""
        return 1
