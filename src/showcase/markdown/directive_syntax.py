"""How a directive is written: `name[label]{attributes}` after its colons.

The form is that of the generic directives proposal for CommonMark (talk.commonmark.org, "Generic directives/plugins
syntax"): a name, an optional label in square brackets, optional attributes in braces. Nothing here knows which
directives exist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NAME = re.compile(r"[^\W\d_][\w-]{0,39}")
_ATTRIBUTE = re.compile(
    r"""(?P<key>[^\s={}"'“”\[\]]+)=(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<plain>[^\s"'“”{}=]+))"""
    r"""|(?P<word>[^\s={}"'“”\[\]]+)"""
)
_SPACE = re.compile(r"[ \t\u3000]*")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BRACKET = re.compile(r"\\.|[\[\]\n]")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class WrittenAttribute:
    """`key=value`, or a bare word (`key` is then empty). `offset` and `length` span the whole, quotes included."""

    key: str
    value: str
    offset: int
    length: int
    value_offset: int


@dataclass(frozen=True, slots=True)
class WrittenDirective:
    """A directive as it stands in a text. Offsets are those of the text it was read from.

    `label` is None when there are no square brackets. `end` is the offset behind it. `fault` is the offset where the
    braces stop making sense, else -1.
    """

    name: str
    offset: int
    end: int
    label: str | None = None
    label_offset: int = 0
    attributes: tuple[WrittenAttribute, ...] = ()
    fault: int = -1


def read_directive(text: str, offset: int, limit: int) -> WrittenDirective | None:
    """The directive whose name begins at `offset`, read up to `limit` at most; None when there is no name."""
    match = NAME.match(text, offset, limit)
    if match is None:
        return None
    end = match.end()
    label, label_offset = None, 0
    if text.startswith("[", end, limit):
        close = closing_bracket(text, end, limit)
        if close >= 0:
            label, label_offset = unescape(text[end + 1 : close]), end + 1
            end = close + 1
    attributes: tuple[WrittenAttribute, ...] = ()
    fault = -1
    if text.startswith("{", end, limit):
        attributes, end, fault = read_attributes(text, end, limit)
    return WrittenDirective(match.group(), offset, end, label, label_offset, attributes, fault)


def closing_bracket(text: str, opening: int, limit: int) -> int:
    """The offset of the `]` that closes the `[` at `opening`, on the same line; -1 when there is none."""
    depth = 0
    for sign in _BRACKET.finditer(text, opening, min(limit, opening + _LONGEST)):
        if sign.group() == "[":
            depth += 1
        elif sign.group() == "]":
            depth -= 1
            if not depth:
                return sign.start()
        elif sign.group() == "\n":
            return -1
    return -1


def read_attributes(text: str, opening: int, limit: int) -> tuple[tuple[WrittenAttribute, ...], int, int]:
    """The attributes in the braces that open at `opening`: them, the offset behind the `}`, the fault's offset or -1.

    After a fault the offset behind is that of the next `}` on the line, else the end of the line.
    """
    line_end = text.find("\n", opening, limit)
    limit = min(limit if line_end < 0 else line_end, opening + _LONGEST)
    found: list[WrittenAttribute] = []
    position = opening + 1
    while True:
        position = _skip_space(text, position, limit)
        if position >= limit:
            return tuple(found), limit, opening
        if text[position] == "}":
            return tuple(found), position + 1, -1
        match = _ATTRIBUTE.match(text, position, limit)
        if match is None or (match.end() < limit and text[match.end()] not in " \t\u3000}"):
            close = text.find("}", position, limit)
            return tuple(found), limit if close < 0 else close + 1, position
        found.append(_attribute(match))
        position = match.end()


def _attribute(match: re.Match[str]) -> WrittenAttribute:
    key = match["key"]
    length = match.end() - match.start()
    if key is None:
        return WrittenAttribute("", match["word"], match.start(), length, match.start())
    group = next(name for name in ("double", "single", "plain") if match[name] is not None)
    return WrittenAttribute(key, match[group], match.start(), length, match.start(group))


def _skip_space(text: str, position: int, limit: int) -> int:
    match = _SPACE.match(text, position, limit)
    return match.end() if match else position


def unescape(text: str) -> str:
    """Backslash escapes of ASCII punctuation taken back (CommonMark 0.31.2 §2.4)."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
