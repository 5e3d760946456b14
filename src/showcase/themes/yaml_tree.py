"""The little YAML that a theme needs (theme.yaml and its texts), with the place of every scalar.

Scalars stay text: what `yes`, `0.10` or `#b3261e` means is decided by the key that holds it, never by YAML 1.1's rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as written; `plain` is False when it stood in quotes or was a block."""

    text: str
    location: Location
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order written."""

    entries: tuple[tuple[Scalar, Node], ...]
    location: Location

    def get(self, key: str) -> Node | None:
        """The value of `key`, if it is there."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """What this module does not read; holds where and a word on what (`theme-yaml`'s argument)."""

    def __init__(self, mark: Any, detail: str) -> None:
        super().__init__(detail)
        self.mark = mark
        self.detail = detail


def read_mapping(source: SourceText) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The mapping at the top of the file; an empty one, and a diagnostic, when there is something else.

    Anchors, aliases, tags, repeated keys and more than one document are refused: no theme needs them, and they are
    how YAML files are made to explode.
    """
    import yaml

    empty = Mapping((), Location(source.path))
    if len(source.text) > MAX_BYTES:
        return empty, (source.diagnostic("theme-yaml", Location(source.path), {"detail": "> 256 kB"}),)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = _Builder(source.path).build(yaml.parse(source.text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        detail = " ".join(part for part in (error.context, error.problem) if part)
        return empty, (_fault(source, error.problem_mark, detail),)
    except yaml.YAMLError as error:
        return empty, (_fault(source, None, str(error).splitlines()[0]),)
    except _RefusedError as refused:
        return empty, (_fault(source, refused.mark, refused.detail),)
    if node is None:
        return empty, ()
    if not isinstance(node, Mapping):
        return empty, (source.diagnostic("theme-yaml", node.location, {"detail": "key: value"}),)
    return node, ()


def _fault(source: SourceText, mark: Any, detail: str) -> Diagnostic:
    place = Location(source.path, mark.line + 1, mark.column + 1) if mark else Location(source.path)
    return source.diagnostic("theme-yaml", place, {"detail": detail})


class _Open:
    """A collection whose end has not come yet."""

    def __init__(self, location: Location, *, mapping: bool) -> None:
        self.location = location
        self.mapping = mapping
        self.nodes: list[Node] = []

    def close(self) -> Node:
        if not self.mapping:
            return Sequence(tuple(self.nodes), self.location)
        entries = []
        for key, value in zip(self.nodes[::2], self.nodes[1::2], strict=True):
            if isinstance(key, Scalar):  # always: `_check_key` lets no other in
                entries.append((key, value))
        return Mapping(tuple(entries), self.location)


class _Builder:
    """Makes the tree from the parser's events, without recursion, so that depth cannot hurt."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._stack: list[_Open] = []
        self._root: Node | None = None

    def build(self, events: Any) -> Node | None:
        documents = 0
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise _RefusedError(event.start_mark, "---")
            elif kind == "AliasEvent" or getattr(event, "anchor", None):
                raise _RefusedError(event.start_mark, "& *")
            elif kind == "ScalarEvent":
                self._add(Scalar(event.value, self._place(event), event.style is None), event)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                if len(self._stack) >= MAX_DEPTH:
                    raise _RefusedError(event.start_mark, f"> {MAX_DEPTH}")
                self._check_key(None, event)
                self._stack.append(_Open(self._place(event), mapping=kind == "MappingStartEvent"))
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                self._add(self._stack.pop().close(), event)
        return self._root

    def _add(self, node: Node, event: Any) -> None:
        if not self._stack:
            self._root = node
            return
        if isinstance(node, Scalar):
            self._check_key(node, event)
        self._stack[-1].nodes.append(node)

    def _check_key(self, scalar: Scalar | None, event: Any) -> None:
        """A key must be a scalar, and stand once."""
        if not self._stack or not self._stack[-1].mapping or len(self._stack[-1].nodes) % 2:
            return
        if scalar is None:
            raise _RefusedError(event.start_mark, "? [...]")
        if any(isinstance(key, Scalar) and key.text == scalar.text for key in self._stack[-1].nodes[::2]):
            raise _RefusedError(event.start_mark, f"{scalar.text} ×2")

    def _place(self, event: Any) -> Location:
        start, end = event.start_mark, event.end_mark
        last = end.column + 1 if end.line == start.line else 0
        return Location(self._path, start.line + 1, start.column + 1, last)
