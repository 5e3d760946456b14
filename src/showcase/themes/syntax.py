"""The template language: Jinja's, with the settings and without the parts that this project leaves out."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

SETTINGS: dict[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
    "auto_reload": False,
    "cache_size": -1,
}
_DROPPED_FILTERS = ("pprint", "random")
"""`random` is no function of the view; `pprint` shows what templates have no business with."""
_KEPT_GLOBALS = ("cycler", "dict", "joiner", "namespace", "range")


def restrict(environment: Environment) -> None:
    """Takes away the filters and globals that templates may not use."""
    for name in _DROPPED_FILTERS:
        del environment.filters[name]
    environment.globals = {name: environment.globals[name] for name in _KEPT_GLOBALS}


def parse_template(text: str) -> nodes.Template:
    """The template's syntax tree, as the author wrote it. Raises jinja2.TemplateSyntaxError."""
    return _bare().parse(text)


def known_filters() -> tuple[str, ...]:
    """The filters that templates may use, sorted."""
    return tuple(sorted(_bare().filters))


def known_tests() -> tuple[str, ...]:
    """The tests that templates may use, sorted."""
    return tuple(sorted(_bare().tests))


@cache
def _bare() -> Environment:
    environment = ImmutableSandboxedEnvironment(**SETTINGS)
    restrict(environment)
    return environment
