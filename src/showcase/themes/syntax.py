"""The template language: Jinja's, with the settings and without the parts that this project leaves out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from showcase.themes.limits import MAX_NUMBER_BITS
from showcase.themes.operations import FILTERS

SETTINGS: dict[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
    "auto_reload": False,
    "cache_size": -1,
}
_KEPT_GLOBALS = ("cycler", "dict", "joiner", "namespace", "range")
MAX_TEMPLATE = 500_000
"""Characters of one template."""
_MAX_DEPTH = 100
_MAX_NODES = 100_000
_MAX_BRANCHES = 200
"""Of one `if`: each becomes a level of nesting in the compiled program."""


class TemplateTooComplexError(Exception):
    """A template is longer, or nests more deeply, than can be compiled safely. `line`: where, or 0."""

    def __init__(self, line: int = 0) -> None:
        super().__init__("too complex")
        self.line = line


def restrict(environment: Environment) -> None:
    """Takes away the filters and globals that templates may not use."""
    environment.filters = {name: environment.filters[name] for name in sorted(FILTERS)}
    environment.globals = {name: environment.globals[name] for name in _KEPT_GLOBALS}


def parse_bounded(parse: Callable[[], nodes.Template], text: str) -> nodes.Template:
    """What `parse` makes of the template `text`. Raises jinja2.TemplateSyntaxError or TemplateTooComplexError."""
    if len(text) > MAX_TEMPLATE:
        raise TemplateTooComplexError
    try:
        tree = parse()
    except (RecursionError, MemoryError, OverflowError, ValueError) as error:
        # A number of thousands of digits is a ValueError of Python's own.
        raise TemplateTooComplexError from error
    _check_tree(tree)
    return tree


def _check_tree(tree: nodes.Template) -> None:
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    count = 0
    while waiting:
        node, depth = waiting.pop()
        count += 1
        wide = isinstance(node, nodes.If) and len(node.elif_) > _MAX_BRANCHES
        if depth > _MAX_DEPTH or count > _MAX_NODES or wide or _huge(node):
            raise TemplateTooComplexError(node.lineno or 0)
        waiting.extend((child, depth + 1) for child in node.iter_child_nodes())


def _huge(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Const)
        and isinstance(node.value, int)
        and node.value.bit_length() > MAX_NUMBER_BITS
    )


def parse_template(text: str) -> nodes.Template:
    """The template's syntax tree, as the author wrote it. Raises jinja2.TemplateSyntaxError or
    TemplateTooComplexError."""
    return parse_bounded(lambda: _bare().parse(text), text)


def known_filters() -> tuple[str, ...]:
    """The filters that templates may use, sorted."""
    return tuple(sorted(FILTERS))


def known_tests() -> tuple[str, ...]:
    """The tests that templates may use, sorted."""
    return tuple(sorted(_bare().tests))


@cache
def _bare() -> Environment:
    environment = ImmutableSandboxedEnvironment(**SETTINGS)
    restrict(environment)
    return environment
