"""Block rules: leaf directives (`::video[…]{…}`), containers (`:::gallery` … `:::`), tables of a sane width."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table

from showcase.diagnostics.diagnostic import Location
from showcase.markdown.directive_syntax import NAME, WrittenDirective, read_directive
from showcase.markdown.directives import BY_NAME, COLONS, DirectiveKind, Form, check_directive, nearest_name
from showcase.markdown.faults import NOTES, Fault, Notes

_COLONS = re.compile(r":{2,}")
_FENCE = re.compile(r"`{3,}|~{3,}")
_MOST_COLUMNS = 100
_UNCLOSED = -1
_CLOSINGS = "directive_closings"


@dataclass(frozen=True, slots=True)
class DirectiveUse:
    """A directive that was understood: canonical name and attributes. `values` are the attributes' places."""

    name: str
    label: str
    attributes: dict[str, str]
    location: Location
    values: dict[str, Location] = field(default_factory=dict)


def _directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a block rule
    position, limit = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    colons = _COLONS.match(state.src, position, limit)
    if colons is None or state.is_code_block(start):
        return False
    form: Form = "leaf" if len(colons.group()) == 2 else "container"
    after = colons.end() if form == "leaf" else state.skipSpaces(colons.end())
    if after >= limit and form == "container":
        if not silent:
            _notes(state).report_line(
                start, Fault("directive-close-stray", _column(state, position), len(colons.group()))
            )
            state.line = start + 1
        return True
    written = read_directive(state.src, after, limit)
    if written is None or not (form == "container" or _is_leaf(state.src, written, limit)):
        return False
    if not silent:
        _Reading(state, start, end, form, written, len(colons.group())).read()
    return True


def _is_leaf(text: str, written: WrittenDirective, limit: int) -> bool:
    """Two colons are a directive where the name is known, or where nothing but a label and attributes follows."""
    return written.name in BY_NAME or not text[written.end : limit].strip()


def _notes(state: StateBlock) -> Notes:
    notes: Notes = state.env[NOTES]
    return notes


def _column(state: StateBlock, offset: int) -> int:
    return offset - (state.src.rfind("\n", 0, offset) + 1)


class _Reading:
    """One directive on its way from source lines to tokens."""

    def __init__(
        self, state: StateBlock, start: int, end: int, form: Form, written: WrittenDirective, colons: int
    ) -> None:
        self.state, self.start, self.end = state, start, end
        self.form, self.written, self.colons = form, written, colons

    def read(self) -> None:
        kind = BY_NAME.get(self.written.name)
        if kind is None:
            self._report(_unknown_name(self.written, self.form))
        elif kind.form != self.form:
            self._report(_wrong_form(self.written, kind))
        if self.form == "leaf":
            self._leaf(kind)
        else:
            self._container(kind)

    def _leaf(self, kind: DirectiveKind | None) -> None:
        if kind and kind.form == "leaf":
            token = self.state.push("directive", "", 0)
            token.map = [self.start, self.start + 1]
            token.meta = {"use": self._use(kind)}
        self.state.line = self.start + 1

    def _container(self, kind: DirectiveKind | None) -> None:
        state = self.state
        closing = _closing_line(state, self.start, self.end)
        inner_end = self.end if closing == _UNCLOSED else closing
        if kind and kind.form == "leaf":
            state.push("directive", "", 0).meta = {"use": self._use(kind)}
            state.line = self.start + 1 if closing == _UNCLOSED else closing + 1
            return
        if closing == _UNCLOSED:
            self._report(
                Fault(
                    "directive-unclosed",
                    self.written.offset - self.colons,
                    self.colons + len(self.written.name),
                    {"directive": self.written.name, "colons": ":" * self.colons},
                )
            )
        use = self._use(kind) if kind and kind.form == "container" else None
        opening = state.push("directive_open", "", 1)
        opening.meta = {"use": use}
        opening.map = [self.start, inner_end]
        self._tokenize(inner_end)
        state.push("directive_close", "", -1)
        state.line = inner_end if closing == _UNCLOSED else closing + 1

    def _tokenize(self, inner_end: int) -> None:
        state = self.state
        kept = state.parentType, state.lineMax
        state.parentType, state.lineMax = "directive", inner_end
        state.md.block.tokenize(state, self.start + 1, inner_end)
        state.parentType, state.lineMax = kept

    def _use(self, kind: DirectiveKind) -> DirectiveUse:
        written = self.written
        attributes, faults = check_directive(written, kind)
        for fault in faults:
            self._report(fault)
        rest = self.state.src[written.end : self.state.eMarks[self.start]]
        if rest.strip():
            indent = len(rest) - len(rest.lstrip())
            text = rest.strip()
            self._report(
                Fault(
                    "directive-text-behind",
                    written.end + indent,
                    len(text),
                    {"directive": written.name, "text": text},
                    replacement=f"[{text}]" if written.label is None and kind.label != "none" else None,
                )
            )
        values = {
            name: self._location(item.value_offset, len(item.value))
            for item in written.attributes
            for name, value in attributes.items()
            if item.value == value
        }
        location = self._location(written.offset - self.colons, self.colons + len(written.name))
        return DirectiveUse(kind.name, (written.label or "").strip(), attributes, location, values)

    def _location(self, offset: int, length: int) -> Location:
        return _notes(self.state).line_location(self.start, _column(self.state, offset), length)

    def _report(self, fault: Fault) -> None:
        _notes(self.state).report(self._location(fault.offset, fault.length), fault)


def _unknown_name(written: WrittenDirective, form: Form) -> Fault:
    arguments = {"directive": written.name, "known": "、".join(dict.fromkeys(_names(form)))}
    suggestion = nearest_name(written.name, form)
    return Fault(
        "directive-unknown",
        written.offset,
        len(written.name),
        arguments,
        suggestion=suggestion,
        replacement=suggestion or None,
    )


def _names(form: Form) -> list[str]:
    return [f"{kind.name}（{kind.alias}）" for kind in BY_NAME.values() if kind.form == form]


def _wrong_form(written: WrittenDirective, kind: DirectiveKind) -> Fault:
    example = f"{COLONS[kind.form]}{written.name}"
    return Fault(
        "directive-form", written.offset, len(written.name), {"directive": written.name, "example": example}
    )


def _closing_line(state: StateBlock, start: int, end: int) -> int:
    """The line that closes the container opened at `start`, or -1. Containers passed on the way are remembered."""
    closings: dict[int, int] = state.env.setdefault(_CLOSINGS, {})
    if start not in closings:
        _match_colons(state, start, end, closings)
    closing = closings[start]
    return closing if closing < end else _UNCLOSED


def _match_colons(state: StateBlock, start: int, end: int, closings: dict[int, int]) -> None:
    """Match opening with closing lines: a closing line ends the innermost container opened with as many colons, else
    the innermost of all."""
    deepest = state.sCount[start] + 1
    fence = ""
    opened: list[tuple[int, int]] = []
    for line in range(start, end):
        position, limit = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if position < limit and state.sCount[line] < state.blkIndent:
            break
        if position >= limit or (not fence and state.sCount[line] > deepest):
            continue
        if mark := _FENCE.match(state.src, position, limit):
            fence = _after_fence(fence, mark.group())
        colons = None if fence else _COLONS.match(state.src, position, limit)
        if colons is None or len(colons.group()) < 3:
            continue
        after = state.skipSpaces(colons.end())
        if after < limit:
            if NAME.match(state.src, after, limit):
                opened.append((line, len(colons.group())))
            continue
        _close(opened, len(colons.group()), line, closings)
        if not opened:
            return
    closings.update((line, _UNCLOSED) for line, _ in opened)


def _after_fence(open_fence: str, mark: str) -> str:
    if not open_fence:
        return mark
    closes = mark[0] == open_fence[0] and len(mark) >= len(open_fence)
    return "" if closes else open_fence


def _close(opened: list[tuple[int, int]], colons: int, line: int, closings: dict[int, int]) -> None:
    while len(opened) > 1 and opened[-1][1] != colons and any(count == colons for _, count in opened):
        closings[opened.pop()[0]] = _UNCLOSED
    closings[opened.pop()[0]] = line


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a block rule
    """The library's rule, but for tables that no page can show; they would cost their columns times their rows."""
    position, limit = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    columns = state.src.count("|", position, limit) - 1
    if columns < 0:
        return False
    if columns <= _MOST_COLUMNS:
        return table(state, start, end, silent)
    if not silent and table(state, start, end, silent=True):
        arguments = {"columns": str(columns), "most": str(_MOST_COLUMNS)}
        _notes(state).report_line(start, Fault("table-too-wide", _column(state, position), 1, arguments))
    return False


def use_block_rules(parser: MarkdownIt) -> None:
    """Let the parser read leaf and container directives, and leave overwide tables as text."""
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    alternatives = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    parser.block.ruler.before("fence", "directive", _directive, alternatives)  # type: ignore[arg-type]
