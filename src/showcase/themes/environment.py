"""The Jinja environment: sandboxed, strict, and pure, so that a page is a function of its view and its templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, fields, is_dataclass
from functools import partial
from itertools import islice
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from showcase.model import view as view_types
from showcase.model.view import Html, Part, View
from showcase.text.qr_codes import qr_code
from showcase.themes.compiling import TemplateCompiler
from showcase.themes.limits import CALL, CHARACTERS_A_STEP, MAX_PRINTED, Steps, TemplateLimitError
from showcase.themes.lookup import Templates, find_template, internal_name
from showcase.themes.operations import (
    COMPARING,
    allowed_method,
    bounded_list,
    check_format,
    check_method,
    check_operation,
    guarded,
    joined,
    metered,
    scalar,
)
from showcase.themes.phrases import phrases
from showcase.themes.pure_macros import MacroMemo, TemplateMacros, template_macros
from showcase.themes.syntax import SETTINGS, parse_bounded, restrict
from showcase.themes.theme import Theme

FUNCTIONS = ("asset", "phrases", "qr", "render", "t")
VARIABLES = ("page", "part", "site")
_STEP, _PAY, _JOIN, _SOUGHT, _SPEND = (
    "counted_items",
    "paid_value",
    "joined_texts",
    "sought_in",
    "spent_steps",
)
"""Filters that stand in every compiled template: where a loop takes its items; where a text is captured, cut or compared,
or a list made; where texts are put together; behind `in`; and where a template, block or macro with much text begins."""
_SHORT = 64
"""Characters of a text whose printing is not counted."""
_PIECES = 64
"""Pieces of a page that are put together at a time."""
_special = re.compile("[&<>'\"]").search
_CALLABLE = (Macro, BlockReference, LoopContext, Joiner)
_WITH_METHODS = (LoopContext, Cycler)
"""What of Jinja's own templates may call, and whose methods."""


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
            raiser: Any = partial(_unknown_name, str(name), obj)
            self._undefined_exception = raiser


def _unknown_name(name: str, obj: Any, message: str | None) -> UnknownNameError:
    """Made only when it is told: templates often ask whether a name is there."""
    return UnknownNameError(name, _names_in(obj), message)


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
_LOOP_FIELDS = frozenset(
    {
        *(
            "depth",
            "depth0",
            "first",
            "index",
            "index0",
            "last",
            "length",
            "nextitem",
            "previtem",
            "revindex",
            "revindex0",
        ),
    }
)
"""What templates may read of `loop`, its methods aside."""
_TYPES_WITH: Mapping[str, frozenset[type]] = {
    name: frozenset(kind for kind, names in _VIEW_FIELDS.items() if name in names)
    for name in frozenset().union(*_VIEW_FIELDS.values())
}
"""The view types that have a field."""


@dataclass(slots=True)
class _Modules:
    """Imported templates that are the same for every page (MacroMemo.is_shared): path and importing template → the module
    with what making it took. They read the page of the moment from `variables`."""

    variables: dict[str, Any]
    made: dict[tuple[str, str], tuple[TemplateModule, int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Rendering:
    """The page that is being rendered in this thread."""

    view: View
    steps: Steps
    modules: _Modules


_CURRENT: ContextVar[_Rendering] = ContextVar("rendering")


class _Format:
    """`str.format` as the sandbox has made it safe, with a check of what it would make."""

    __slots__ = ("_format", "_text")

    def __init__(self, text: str, safe: Callable[..., str]) -> None:
        self._text = text
        self._format = safe

    def __call__(self, *values: Any, **named: Any) -> str:
        check_format(self._text)
        for value in (*values, *named.values()):
            if isinstance(value, list | tuple | dict):
                scalar(value)
        return self._format(*values, **named)


class _Environment(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "+", "%"})
    code_generator_class = TemplateCompiler
    view_fields = _TYPES_WITH

    def __init__(self, templates: Templates, functions: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(
            **SETTINGS, finalize=_printable, undefined=_Unknown, loader=jinja2.FunctionLoader(self._load)
        )
        restrict(self)
        self.filters = {name: guarded(name, function, _steps) for name, function in self.filters.items()}
        self.filters |= {
            _STEP: _counted,
            _PAY: _paid,
            _JOIN: _joined,
            _SOUGHT: _looked_through,
            _SPEND: _spent,
        }
        tests: dict[str, Any] = self.tests
        self.tests = {**tests, **{name: metered(tests[name], _steps) for name in COMPARING}}
        self.globals |= functions
        self._functions = frozenset(self.globals.values())
        self._direct = {id(function): function for function in functions.values()}
        self._templates = templates
        self._sources = {
            internal_name(source): source for versions in templates.values() for source in versions
        }
        self._macros: dict[str, TemplateMacros] = {}
        self._memo = MacroMemo(_VIEW_FIELDS, self._facts_of, self.join_path)
        self.running: Mapping[str, Callable[..., Any]] = {
            "_call": self.call,
            "_joined": _join,
            "_module": self._shared_module,
            "_paid": _pay,
            "_printed": _printed,
            "_sought": _pay,
            "_spent": _spend,
        }
        """What compiled templates call by these names (showcase.themes.compiling)."""

    def make_globals(self, d: Any) -> Any:
        """The names that every template has: a plain dict, where Jinja would look through several for each page."""
        return {**self.globals, **d} if d else self.globals

    def _facts_of(self, name: str) -> TemplateMacros | None:
        if name not in self._macros and name in self._sources:
            self.get_template(name)
        return self._macros.get(name)

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
        parse = partial(super()._parse, source, name, filename)
        tree = parse_bounded(parse, source)
        if name is not None:
            facts = self._macros[name] = template_macros(tree, self)
            if facts.shadows:
                self._memo.stop()
        for imported in tree.find_all((nodes.Import, nodes.FromImport)):
            imported.with_context = True  # type: ignore[attr-defined]
        return _Counted().visit(tree)  # type: ignore[no-any-return]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Every `a.b` in a template. Fields of views and of loops, which are nearly all of them, need none of the sandbox's
        checks."""
        kind = type(obj)
        names = _LOOP_FIELDS if kind is LoopContext else _VIEW_FIELDS.get(kind)
        if names is not None:
            if attribute in names:
                return getattr(obj, attribute)
            if not hasattr(kind, attribute):
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Every `a["b"]`, and what filters read of items by name."""
        if type(argument) is str and type(obj) in _VIEW_FIELDS:
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Every call in a template; Jinja's own signature."""
        steps = _CURRENT.get().steps
        steps.spend(CALL)
        # Nearly all calls are these, and need none of the sandbox's checks.
        if type(__obj) is Macro:
            return __self._macro(__obj, args, kwargs)
        direct = __self._direct.get(id(__obj))
        if direct is not None and direct is __obj:
            return steps.pay(direct(*args, **kwargs))
        if args and isinstance(args[0], Iterator) and getattr(__obj, "__name__", "") == "join":
            # Looked at before it is made, as the filter does.
            args = (bounded_list(steps.each(args[0])), *args[1:])
        elif args and type(__obj) is LoopContext:
            args = (steps.each(args[0]), *args[1:])
        check_method(__obj, args)
        return steps.pay(super().call(__context, __obj, *args, **kwargs))

    def _macro(self, macro: Macro, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """A macro's text: the one that equal arguments gave before, where it depends on nothing else. What it cost then is
        paid again, so that a page meets its limits at the same place whatever was rendered before it."""
        current = _CURRENT.get()
        steps = current.steps
        key = self._memo.key(macro, current.view.page.language, arguments, named)
        try:
            kept = self._memo.get(key) if key is not None else None
        except TypeError:
            key = kept = None
        if kept is not None:
            text, cost, printed = kept
            steps.spend(cost)
            steps.printed(printed)
            return text
        cost, printed = steps.spent
        text = steps.pay(_called(macro, arguments, named))
        if key is not None:
            now, shown = steps.spent
            self._memo.keep(key, text, now - cost, shown - printed)
        return text

    def _shared_module(self, path: Any, parent: str) -> TemplateModule | None:
        """What the template `parent` imports as `path`, where that is the same for every page; else None. What making it
        took is paid again, as for a macro's text."""
        current = _CURRENT.get()
        modules, steps = current.modules, current.steps
        known = modules.made.get((path, parent))
        if known is not None and not self._memo.stopped:
            module, cost, printed = known
            steps.spend(cost)
            steps.printed(printed)
            return module
        if not isinstance(path, str) or self.join_path(path, parent) not in self._sources:
            return None
        template = self.get_template(path, parent)
        if not self._memo.is_shared(str(template.name)):
            return None
        cost, printed = steps.spent
        module = template.make_module(modules.variables, shared=True)
        now, shown = steps.spent
        modules.made[path, parent] = (module, now - cost, shown - printed)
        return module

    def is_safe_callable(self, obj: Any) -> bool:
        """True for the functions of the contract, what Jinja itself hands to templates, and the methods of texts and
        lists that are on our list; nothing else can be called."""
        if isinstance(obj, (*_CALLABLE, _Format, jinja2.Undefined)):
            return True
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, _WITH_METHODS) or allowed_method(obj):
            return True
        return type(obj).__hash__ is not None and obj in self._functions

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`str.format`, of which the sandbox gives a safe form; formats that pad without measure are refused."""
        wrapped = super().wrap_str_format(value)
        return None if wrapped is None else _Format(value.__self__, wrapped)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Every `*`, `**`, `+` and `%` in a template."""
        check_operation(operator, left, right)
        return _steps().pay(super().call_binop(context, operator, left, right))


def _called(macro: Macro, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """What the macro gives; straight from its function where it was given just its arguments."""
    plain = not (named or macro.caller or macro.catch_kwargs or macro.catch_varargs)
    if plain and len(arguments) == len(macro.arguments):
        return Markup(macro._func(*arguments))  # noqa: S704, SLF001 - as Macro does, autoescape being always on
    return macro(*arguments, **named)


class _Counted(NodeTransformer):
    """Puts a count wherever a template takes time or room (see the filters' names)."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja calls these by their names
        weight = _weight(node)
        self.generic_visit(node)
        node.iter = _filtered(_STEP, node.iter, weight)
        return node

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802
        weight = _weight(node)
        self.generic_visit(node)
        return _weighed(node, weight)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802
        weight = _weight(node)
        self.generic_visit(node)
        return _weighed(node, weight)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        weight = _weight(node)
        self.generic_visit(node)
        return _weighed(node, weight)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        compared = [node.expr]
        for part in node.ops:
            if part.op not in ("in", "notin"):
                compared.append(part.expr)
            elif not isinstance(part.expr, nodes.Const):
                part.expr = _filtered(_SOUGHT, part.expr)
        # A comparison with a constant ends where the constant does.
        if len(compared) > 1 and not any(isinstance(one, nodes.Const) for one in compared):
            node.expr = _filtered(_SOUGHT, node.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(_PAY, node) if isinstance(node.arg, nodes.Slice) and node.ctx == "load" else node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.filter = nodes.Filter(node.filter, _PAY, [], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(_JOIN, nodes.List(node.nodes, lineno=node.lineno))

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(_PAY, node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(_PAY, node) if node.ctx == "load" else node

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(_PAY, node)


def _filtered(name: str, node: Any, weight: int = 0) -> nodes.Filter:
    arguments: list[nodes.Expr] = [nodes.Const(weight)] if weight else []
    return nodes.Filter(node, name, arguments, [], None, None, lineno=node.lineno)


def _weight(node: nodes.Node) -> int:
    """The steps that the plain text in a part of a template is worth, whatever of it is printed."""
    return sum(len(text.data) for text in node.find_all(nodes.TemplateData)) // CHARACTERS_A_STEP


def _weighed(node: Any, weight: int) -> nodes.Node:
    """The template, block or macro, with its text paid for whenever it begins: in a loop, it may come again and again."""
    if weight:
        spend = _filtered(_SPEND, nodes.Const(weight, lineno=node.lineno))
        node.body.insert(0, nodes.ExprStmt(spend, lineno=node.lineno))
    return node  # type: ignore[no-any-return]


def _steps() -> Steps:
    """The running page's. Raises LookupError outside of one."""
    return _CURRENT.get().steps


def _pay(value: Any) -> Any:
    if type(value) is str and len(value) <= CHARACTERS_A_STEP:
        return value
    return _steps().pay(value)


def _join(values: list[Any]) -> Any:
    return joined(_steps(), values)


def _spend(weight: int) -> None:
    _steps().spend(weight)


# Filters ask for the context only so that Jinja does not work them out when it compiles a template; there most of them
# become plain calls.
@jinja2.pass_context
def _paid(_context: Context, value: Any) -> Any:
    return _pay(value)


@jinja2.pass_context
def _looked_through(_context: Context, value: Any) -> Any:
    return _pay(value)


@jinja2.pass_context
def _spent(_context: Context, weight: int) -> None:
    _spend(weight)


@jinja2.pass_context
def _joined(_context: Context, values: list[Any]) -> Any:
    return _join(values)


def _counted(items: Iterable[Any], weight: int = 0) -> Iterator[Any]:
    return _steps().each(items, 1 + weight)


def _printable(value: Any) -> Any:
    """What every printed constant passes through, and every expression (`_printed`). Long texts are counted here, since those that macros put together do
    not pass `_markup`; short ones are bounded by the turns that print them. Constants pass while a template is
    compiled, for no page."""
    if not isinstance(value, str):
        return scalar(value)
    if len(value) > _SHORT:
        rendering = _CURRENT.get(None)
        if rendering is not None:
            rendering.steps.printed(len(value))
    return value


def _printed(value: Any) -> str:
    """A printed expression's text, escaped unless it is markup."""
    kind = type(value)
    if kind is str or kind is Markup:
        if len(value) > _SHORT:
            _steps().printed(len(value))
        return value if kind is Markup or _special(value) is None else escape(value)
    return escape(_printable(value))


class Renderer:
    """Renders views with one theme's templates. Kept are compiled templates, and what of them is the same for every page."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        functions: dict[str, Callable[..., Any]] = {
            "asset": self._asset,
            "phrases": phrases,
            "qr": qr_code,
            "render": self._render,
            "t": self._text,
        }
        self._environment = _Environment(theme.templates, functions)
        self._texts: dict[tuple[str, str], str] = {}
        # One for each page that is being rendered: threads may share a renderer.
        self._modules: list[_Modules] = []

    def page(self, template: str, view: View) -> str:
        """The page's markup. Raises whatever a template's fault makes Jinja raise, UnknownNameError, MissingFileError
        or TemplateLimitError."""
        modules = self._modules.pop() if self._modules else _Modules(dict(self._environment.globals))
        modules.variables.update(site=view.site, page=view.page)
        token = _CURRENT.set(_Rendering(view, Steps(), modules))
        try:
            return self._markup(template, {"site": view.site, "page": view.page})
        finally:
            _CURRENT.reset(token)
            self._modules.append(modules)

    def _markup(self, path: str, variables: dict[str, Any]) -> str:
        found = find_template(self._theme.templates, path)
        if found is None:
            raise MissingFileError("template", path, self._theme.templates)
        template = self._environment.get_template(internal_name(found))
        texts = []
        printed = 0
        # Not template.render(): it rewrites tracebacks for people; ours go through `template_place`.
        pieces = iter(template.root_render_func(template.new_context(variables)))
        while some := list(islice(pieces, _PIECES)):
            text = "".join(some)
            printed += len(text)
            if printed > MAX_PRINTED:
                raise TemplateLimitError("printed")
            texts.append(text)
        _steps().printed(printed)
        return "".join(texts)

    def _asset(self, path: str) -> str:
        assets = _CURRENT.get().view.site.assets
        if path not in assets:
            raise MissingFileError("asset", str(path), assets)
        return assets[path]

    def _text(self, key: str, /, **arguments: Any) -> str:
        language = _CURRENT.get().view.page.language
        if arguments or type(key) is not str:
            return self._theme.string(language, key, **arguments)
        text = self._texts.get((language, key))
        if text is None:
            text = self._texts[language, key] = self._theme.string(language, key)
        return text

    def _render(self, parts: Iterable[Part]) -> Markup:
        return Markup("".join(self._part(part) for part in parts))  # noqa: S704 - markup that we or templates made

    def _part(self, part: Part) -> str:
        if isinstance(part, Html):
            return part.markup
        view = _CURRENT.get().view
        markup = self._markup(
            f"directives/{part.name}.html", {"site": view.site, "page": view.page, "part": part}
        )
        return markup.strip() if part.inline else markup
