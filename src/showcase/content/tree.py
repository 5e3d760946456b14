"""YAML lines of a source made into nodes, with every fault told and every place led back to the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from showcase.content.nodes import Mapping, Node, NodeFault, Scalar, YamlError, compose
from showcase.content.slips import KnownKeys, MendedLines, Slip, is_suspect, mend
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText

_MAX_ATTEMPTS = 20
_MAX_RETRIED = 4_000_000
"""Characters read again, over all attempts, while lines that YAML cannot read are left out."""
# YAML 1.1 takes these for line ends, editors and CommonMark do not; a space of the same width keeps the columns.
_FOREIGN_LINE_END = re.compile("[\x85\u2028\u2029]")
# What libyaml says, in the order it is looked for, and the code that explains it.
_REASONS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("cannot start any token", "yaml-character"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("unexpected end of stream", "yaml-quote"),
    ("unknown escape character", "yaml-escape"),
    ("tab character", "tab-indentation"),
    ("did not find expected key", "yaml-indentation"),
    ("expected '-' indicator", "yaml-indentation"),
    ("block sequence entries are not allowed", "yaml-indentation"),
)


@dataclass(slots=True)
class Tree:
    """The nodes of one source. Node positions count from 0 in the mended copy; `place` leads back to the file."""

    source: SourceText
    first_line: int
    root: Node | None = None
    mended: MendedLines | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def lost(self) -> frozenset[str]:
        """Keys of lines that could not be read: nobody should be told that they are missing."""
        return frozenset(self.mended.lost) if self.mended else frozenset()

    def place(self, node: Node) -> Location:
        """The node's place in the file, cut at the end of its first line."""
        line = node.line + self.first_line
        column = self._column(node.line, node.column)
        if node.end_line == node.line:
            end = self._column(node.line, node.end_column)
        else:
            end = len(self.source.line(line).rstrip()) + 1
        return Location(self.source.path, line, column, end if end > column else 0)

    def tell(
        self,
        code: str,
        node: Node,
        arguments: dict[str, str] | None = None,
        *,
        suggestion: str = "",
        replacement: str | None = None,
        related: tuple[Location, ...] = (),
    ) -> None:
        """Adds a diagnostic at a node."""
        place = self.place(node)
        self.diagnostics.append(
            self.source.diagnostic(
                code, place, arguments, suggestion=suggestion, replacement=replacement, related=related
            )
        )

    def _column(self, line: int, column: int) -> int:
        return (self.mended.column(line, column) if self.mended else column) + 1


def read_tree(source: SourceText, lines: list[str], first_line: int, known: KnownKeys) -> Tree:
    """Composes `lines`, the first of them being line `first_line` of the file; never raises for what they hold."""
    tree = Tree(source, first_line)
    text = _FOREIGN_LINE_END.sub(" ", "\n".join(lines))
    if not is_suspect(text) and _compose(tree, text):
        _check_keys(tree)
        return tree
    mended = mend(text.split("\n"), known)
    tree = Tree(source, first_line, mended=mended)
    unmended = Tree(source, first_line)
    if not _compose_mended(tree, mended) and _compose(unmended, text):
        # Mending broke what YAML can read: then there was nothing to mend.
        tree = unmended
    else:
        tree.diagnostics += [_slip_diagnostic(tree, slip) for slip in mended.slips]
    _check_keys(tree)
    return tree


def _compose(tree: Tree, text: str) -> bool:
    try:
        tree.root, faults = compose(text)
    except YamlError:
        return False
    _tell_faults(tree, faults)
    return True


def _tell_faults(tree: Tree, faults: tuple[NodeFault, ...]) -> None:
    for fault in faults:
        place = _fault_place(tree, fault.line, fault.column)
        argument = "character" if fault.code == "control-character" else "detail"
        tree.diagnostics.append(tree.source.diagnostic(fault.code, place, {argument: fault.detail}))


def _compose_mended(tree: Tree, mended: MendedLines) -> bool:
    """Composes the mended lines, leaving out those that YAML cannot read; False when there were such lines."""
    at_once = True
    spent = 0
    for _ in range(_MAX_ATTEMPTS):
        text = "\n".join(mended.lines)
        spent += len(text)
        try:
            tree.root, faults = compose(text)
        except YamlError as error:
            at_once = False
            tree.diagnostics.append(_yaml_diagnostic(tree, error))
            if (
                error.fault.code != "yaml-syntax"
                or spent > _MAX_RETRIED
                or not _leave_out(mended, error.line)
            ):
                return False
            continue
        _tell_faults(tree, faults)
        return at_once
    return False


def _leave_out(mended: MendedLines, line: int) -> bool:
    """Drops the line, or where it is empty already the nearest one above that is not."""
    for row in range(min(line, len(mended.lines) - 1), -1, -1):
        if mended.lines[row].strip():
            mended.drop(row)
            return True
    return False


def _fault_place(tree: Tree, line: int, column: int) -> Location:
    written = tree.mended.column(line, column) if tree.mended else column
    return Location(tree.source.path, line + tree.first_line, written + 1)


def _yaml_diagnostic(tree: Tree, error: YamlError) -> Diagnostic:
    fault = error.fault
    place = _fault_place(tree, fault.line, fault.column)
    code = next((name for words, name in _REASONS if words in fault.detail), fault.code)
    return tree.source.diagnostic(code, place, {"detail": fault.detail.partition("\n")[0]})


def _slip_diagnostic(tree: Tree, slip: Slip) -> Diagnostic:
    place = Location(tree.source.path, slip.line + tree.first_line, slip.column + 1, slip.end + 1)
    return tree.source.diagnostic(slip.code, place, slip.arguments, replacement=slip.replacement)


def _check_keys(tree: Tree) -> None:
    """Refuses a key that stands twice in one map, at any depth; the first one counts."""
    waiting: list[Node] = [tree.root] if tree.root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            continue
        if not isinstance(node, Mapping):
            waiting.extend(node.items)
            continue
        first: dict[str, Scalar] = {}
        kept: list[tuple[Scalar, Node]] = []
        for key, value in node.pairs:
            earlier = first.setdefault(key.text, key)
            if earlier is not key:
                place = tree.place(earlier)
                arguments = {"key": key.text, "line": str(place.line)}
                tree.tell("duplicate-key", key, arguments, related=(place,))
                continue
            kept.append((key, value))
            waiting.append(value)
        node.pairs = kept
