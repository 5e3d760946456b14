"""YAML composed to nodes whose scalars stay text, each with its place.

PyYAML's parser gives the events (libyaml's where the wheel has it); the tree is built here, because YAML 1.1 resolves
`044000` to 18432, `12:30` to 750 and `no` to false, and because composing must not nest or expand without bounds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from showcase.content.decode import CONTROL

MAX_DEPTH = 20
MAX_NODES = 200_000
_ESCAPED_CONTROL = re.compile(f"\x00|{CONTROL.pattern}")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A text. `line` and `column` count from 0 in the composed text; `plain`: written without quotes;
    `literal`: a `|` text, whose line ends count."""

    text: str
    plain: bool
    literal: bool
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def empty(self) -> bool:
        """Nothing written, or YAML's words for nothing."""
        return not self.text.strip() or (self.plain and self.text in ("~", "null", "Null", "NULL"))


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    end_line: int
    end_column: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A map, in the order written, repeated keys included."""

    line: int
    column: int
    end_line: int
    end_column: int
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class NodeFault:
    """What YAML or this project's limits forbid; `code` is of the catalogue. Counted from 0."""

    code: str
    line: int
    column: int
    detail: str = ""


_NO_KEY = Scalar("", plain=True, literal=False, line=0, column=0, end_line=0, end_column=0)
"""Stands for a key that is not a text; its value is left out."""


class YamlError(Exception):
    """The text is not YAML; `fault` says where and why, `line` is the line to leave out when trying again."""

    def __init__(self, fault: NodeFault, line: int) -> None:
        super().__init__(fault.detail)
        self.fault = fault
        self.line = line


class _Open:
    """A map or list that is still being filled."""

    __slots__ = ("dropped", "key", "node")

    def __init__(self, node: Mapping | Sequence, *, dropped: bool) -> None:
        self.node = node
        self.key: Scalar | None = None
        self.dropped = dropped


def compose(text: str) -> tuple[Node | None, tuple[NodeFault, ...]]:
    """The tree of the first document (None when it is empty) and what had to be left out of it.

    Raises YamlError when the text is not YAML at all, nests deeper than MAX_DEPTH or has more than MAX_NODES nodes.
    """
    loader = _LOADER(text)
    try:
        return _build(loader)
    except yaml.YAMLError as error:
        raise _yaml_error(error) from None
    finally:
        loader.dispose()


def _build(loader: Any) -> tuple[Node | None, tuple[NodeFault, ...]]:
    stack: list[_Open] = []
    faults: list[NodeFault] = []
    root: Node | None = None
    count = documents = 0
    get_event = loader.get_event
    while True:
        event = get_event()
        kind = type(event)
        node: Node
        if kind is yaml.ScalarEvent:
            node = _scalar(event, faults)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            start, end = event.start_mark, event.end_mark
            _check_tag(event, faults, explicit=event.tag is not None)
            opened = Mapping if kind is yaml.MappingStartEvent else Sequence
            node = opened(start.line, start.column, end.line, end.column)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            closed = stack.pop().node
            closed.end_line, closed.end_column = event.end_mark.line, event.end_mark.column
            continue
        elif kind is yaml.AliasEvent:
            faults.append(_fault("yaml-alias", event, event.anchor or ""))
            start, end = event.start_mark, event.end_mark
            node = Scalar(
                "",
                plain=True,
                literal=False,
                line=start.line,
                column=start.column,
                end_line=end.line,
                end_column=end.column,
            )
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                faults.append(_fault("yaml-documents", event))
                return root, tuple(faults)
            continue
        elif kind is yaml.StreamEndEvent:
            return root, tuple(faults)
        else:
            continue
        count += 1
        if count > MAX_NODES or len(stack) >= MAX_DEPTH:
            code = "yaml-too-many" if count > MAX_NODES else "yaml-too-deep"
            fault = _fault(code, event)
            raise YamlError(fault, fault.line)
        dropped = _attach(stack[-1], node, faults) if stack else False
        if not stack:
            root = node
        if not isinstance(node, Scalar):
            stack.append(_Open(node, dropped=dropped))


def _scalar(event: Any, faults: list[NodeFault]) -> Scalar:
    start, end = event.start_mark, event.end_mark
    style = event.style
    if event.anchor is not None or event.tag is not None:
        _check_tag(event, faults, explicit=event.tag is not None)
    plain = style is None or style in ("", "\x00")
    value = event.value
    if style == '"' and not value.isprintable():
        value = _without_controls(event, faults)
    return Scalar(value, plain, style == "|", start.line, start.column, end.line, end.column)


def _without_controls(event: Any, faults: list[NodeFault]) -> str:
    """Within double quotes an escape (`"\\a"`) makes what no file may hold: the first is told, each becomes a space."""
    value = str(event.value)
    found = _ESCAPED_CONTROL.search(value)
    if found:
        faults.append(_fault("control-character", event, f"U+{ord(found.group()):04X}"))
        value = _ESCAPED_CONTROL.sub(" ", value)
    return value


def _check_tag(event: Any, faults: list[NodeFault], *, explicit: bool) -> None:
    if event.anchor is not None:
        faults.append(_fault("yaml-alias", event, event.anchor))
    if explicit:
        faults.append(_fault("yaml-tag", event, event.tag))


def _attach(parent: _Open, node: Node, faults: list[NodeFault]) -> bool:
    """Puts the node where it belongs; True when it (and so all inside it) goes nowhere."""
    if isinstance(parent.node, Sequence):
        parent.node.items.append(node)
        return False
    if parent.key is None:
        parent.key = _key(node, faults)
        return not isinstance(node, Scalar)
    if parent.key is _NO_KEY:
        pass
    elif parent.key.text == "<<" and parent.key.plain:
        faults.append(NodeFault("yaml-merge", parent.key.line, parent.key.column))
    elif not parent.dropped:
        parent.node.pairs.append((parent.key, node))
    parent.key = None
    return False


def _key(node: Node, faults: list[NodeFault]) -> Scalar:
    if isinstance(node, Scalar):
        return node
    faults.append(NodeFault("key-not-text", node.line, node.column))
    return _NO_KEY


def _fault(code: str, event: Any, detail: str = "") -> NodeFault:
    return NodeFault(code, event.start_mark.line, event.start_mark.column, detail)


# Where the context names the start of what was never finished, that start is the line to mend.
_UNFINISHED = (
    "scanning a simple key",
    "scanning a quoted scalar",
    "parsing a flow",
    "scanning a block scalar",
)


def _yaml_error(error: yaml.YAMLError) -> YamlError:
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if opened is not None and any(words in context for words in _UNFINISHED):
        mark = opened
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    return YamlError(NodeFault("yaml-syntax", line, column, problem), line)
