"""The Jinja environment: sandboxed, strict, and pure, so that a page is a function of its view and its templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from showcase.model import view as view_types
from showcase.model.view import Html, Part, View
from showcase.themes.limits import (
    CALL,
    Steps,
    check_format,
    check_method,
    check_operation,
    check_text,
    guarded,
)
from showcase.themes.lookup import Templates, find_template, internal_name
from showcase.themes.phrases import phrases
from showcase.themes.syntax import SETTINGS, restrict
from showcase.themes.theme import Theme

FUNCTIONS = ("asset", "phrases", "render", "t")
VARIABLES = ("page", "part", "site")
_STEP, _CHECK = "bounded_steps", "bounded_text"
"""Filters that stand in every compiled template where a loop takes its items and a text is put together."""


class UnknownNameError(jinja2.UndefinedError):
    """A name that is not there. `candidates` are those that are."""

    def __init__(self, name: str, candidates: tuple[str, ...], message: str | None) -> None:
        super().__init__(message)
        self.name = name
        self.candidates = candidates


class MissingFileError(Exception):
    """A template asks for a file of the theme that is not there. `kind`: `asset` or `template`."""

    def __init__(self, kind: str, name: str, candidates: Iterable[str]) -> None:
        super().__init__(name)
        self.kind = kind
        self.name = name
        self.candidates = tuple(candidates)


class _Unknown(jinja2.StrictUndefined):
    """Strict undefined whose error knows what was asked for and what there is."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is jinja2.UndefinedError and hint is None:
            raiser: Any = partial(UnknownNameError, str(name), _names_in(obj))
            self._undefined_exception = raiser


def _names_in(value: Any) -> tuple[str, ...]:
    if value is missing:
        return FUNCTIONS + VARIABLES
    if is_dataclass(value):
        return tuple(field.name for field in fields(value))
    if isinstance(value, Mapping):
        return tuple(key for key in value if isinstance(key, str))
    return ()


_VIEW_FIELDS: Mapping[type, frozenset[str]] = {
    kind: frozenset(field.name for field in fields(kind))
    for kind in vars(view_types).values()
    if isinstance(kind, type) and is_dataclass(kind)
}
"""What templates may read of each view type."""


@dataclass(slots=True)
class _Rendering:
    """The page that is being rendered in this thread."""

    view: View
    steps: Steps


_CURRENT: ContextVar[_Rendering] = ContextVar("rendering")


class _Environment(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, templates: Templates) -> None:
        super().__init__(
            **SETTINGS, finalize=_counted_text, undefined=_Unknown, loader=jinja2.FunctionLoader(self._load)
        )
        restrict(self)
        self.filters = {name: guarded(name, function) for name, function in self.filters.items()}
        self._templates = templates
        self._sources = {
            internal_name(source): source for versions in templates.values() for source in versions
        }

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = self._sources.get(name)
        return (source.text, source.file, lambda: True) if source else None

    def join_path(self, template: str, parent: str) -> str:
        """The internal name of what the template `parent` calls `template`."""
        found = find_template(self._templates, template, self._sources.get(parent))
        return internal_name(found) if found else template

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        # An import without context is made once and kept by Jinja: what it remembers from one page would show on
        # another. With context it is made anew for each page. Loops and joined texts are counted, so that they end.
        tree = super()._parse(source, name, filename)
        for imported in tree.find_all((nodes.Import, nodes.FromImport)):
            imported.with_context = True  # type: ignore[attr-defined]
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _STEP, [], [], None, None, lineno=loop.lineno)
        for block in list(tree.find_all(nodes.AssignBlock)):
            inner = block.filter
            block.filter = nodes.Filter(inner, _CHECK, [], [], None, None, lineno=block.lineno)
        return _JoinsChecked().visit(tree)  # type: ignore[no-any-return]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Every `a.b` in a template. Fields of views, which are nearly all of them, need none of the sandbox's checks."""
        if attribute in _VIEW_FIELDS.get(type(obj), ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Every call in a template; Jinja's own signature."""
        _CURRENT.get().steps.spend(CALL)
        if type(__obj) is Macro:
            return check_text(__context.call(__obj, *args, **kwargs))
        check_method(__obj, args)
        return check_text(super().call(__context, __obj, *args, **kwargs))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`str.format`, of which the sandbox gives a safe form; formats that pad without measure are refused."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            check_format(value.__self__)
        return wrapped

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Every `*`, `**`, `+` and `%` in a template."""
        check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)


class _JoinsChecked(NodeTransformer):
    """Puts a check of length around every `~`."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja calls it by this name
        self.generic_visit(node)
        return nodes.Filter(node, _CHECK, [], [], None, None, lineno=node.lineno)


def _counted(items: Iterable[Any]) -> Iterator[Any]:
    return _CURRENT.get().steps.each(items)


def _counted_text(value: Any) -> Any:
    """What every printed expression passes through. Constants pass while a template is compiled, for no page."""
    rendering = _CURRENT.get(None)
    if rendering is not None and isinstance(value, str):
        rendering.steps.printed(len(value))
    return value


class Renderer:
    """Renders views with one theme's templates. Compiled templates are kept; nothing else is."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._environment = _Environment(theme.templates)
        self._environment.filters[_STEP] = _counted
        self._environment.filters[_CHECK] = check_text
        self._environment.globals |= {
            "asset": self._asset,
            "phrases": phrases,
            "render": self._render,
            "t": self._text,
        }

    def page(self, template: str, view: View) -> str:
        """The page's markup. Raises whatever a template's fault makes Jinja raise, UnknownNameError, MissingFileError
        or TemplateLimitError."""
        token = _CURRENT.set(_Rendering(view, Steps()))
        try:
            return "".join(self._pieces(template, {"site": view.site, "page": view.page}))
        finally:
            _CURRENT.reset(token)

    def _pieces(self, path: str, variables: dict[str, Any]) -> Iterator[str]:
        found = find_template(self._theme.templates, path)
        if found is None:
            raise MissingFileError("template", path, self._theme.templates)
        template = self._environment.get_template(internal_name(found))
        steps = _CURRENT.get().steps
        # Not template.render(): it rewrites tracebacks for people; ours go through `template_place`.
        for piece in template.root_render_func(template.new_context(variables)):
            steps.printed(len(piece))
            yield piece

    def _asset(self, path: str) -> str:
        assets = _CURRENT.get().view.site.assets
        if path not in assets:
            raise MissingFileError("asset", str(path), assets)
        return assets[path]

    def _text(self, key: str, /, **arguments: Any) -> str:
        return self._theme.string(_CURRENT.get().view.page.language, key, **arguments)

    def _render(self, parts: Iterable[Part]) -> Markup:
        return Markup("".join(self._part(part) for part in parts))  # noqa: S704 - markup that we or templates made

    def _part(self, part: Part) -> str:
        if isinstance(part, Html):
            return part.markup
        view = _CURRENT.get().view
        pieces = self._pieces(
            f"directives/{part.name}.html", {"site": view.site, "page": view.page, "part": part}
        )
        markup = "".join(pieces)
        return markup.strip() if part.inline else markup
