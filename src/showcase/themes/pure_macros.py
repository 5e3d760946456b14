"""Macros whose text depends on nothing but their arguments and the page's language, written once for equal arguments.

A story's card stands in the lists of its brand, its places, its topics, its year and beside related stories: ten times the
same text. A macro is pure when all that it reads is its parameters, what it sets itself, the interface texts, the theme's
parameters, the page's language, and macros that are pure; that is told from its syntax tree, without running it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes
from jinja2.runtime import Macro
from markupsafe import Markup

_FUNCTIONS = frozenset({"t", "phrases", "range", "loop"})
_READ = frozenset({("page", "language"), ("site", "parameters")})
"""What a pure macro may read of the page and the site: the same for all pages of one language."""
_LARGEST = 16_000_000
"""Characters of texts kept; beyond, all are forgotten."""
_TRIAL, _WORTH = 512, 50
"""After so many calls, one in so many must have found its text, or the macro's are no longer kept."""


_SCALARS = frozenset({str, Markup, int, float, bool, type(None)})


@dataclass(frozen=True, slots=True)
class MacroFacts:
    """What one macro reads: whether nothing that its page alone has, and which other macros, by the names used here."""

    clean: bool
    uses: frozenset[str]


@dataclass(frozen=True, slots=True)
class TemplateMacros:
    """The macros of one template, and the names that it imports: local name → (template as written, its name there)."""

    macros: dict[str, MacroFacts] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)


def template_macros(tree: nodes.Template) -> TemplateMacros:
    """The facts of a template's macros, from its syntax tree."""
    found = TemplateMacros()
    for imported in tree.find_all(nodes.FromImport):
        if isinstance(imported.template, nodes.Const) and isinstance(imported.template.value, str):
            for name in imported.names:
                there, here = name if isinstance(name, tuple) else (name, name)
                found.imports[here] = (imported.template.value, there)
    for node in tree.body:
        if isinstance(node, nodes.Macro):
            # A name given twice is the later one's; what an earlier call would get is not told here.
            twice = node.name in found.macros or node.name in found.imports
            found.macros[node.name] = MacroFacts(clean=False, uses=frozenset()) if twice else _facts(node)
    return found


def _facts(macro: nodes.Macro) -> MacroFacts:
    own = {argument.name for argument in macro.args} | set(_stored(macro))
    uses: set[str] = set()
    clean = not any(
        True for _ in macro.find_all((nodes.CallBlock, nodes.Include, nodes.Import, nodes.FromImport))
    )
    allowed = {id(read.node) for read in macro.find_all(nodes.Getattr) if _is_allowed(read)}
    for name in macro.find_all(nodes.Name):
        if name.ctx != "load" or name.name in own or id(name) in allowed or name.name in _FUNCTIONS:
            continue
        if name.name in {"page", "site", "part", "render", "asset", "caller", "varargs", "kwargs", "self"}:
            clean = False
        else:
            uses.add(name.name)
    return MacroFacts(clean, frozenset(uses))


def _stored(macro: nodes.Macro) -> Iterator[str]:
    for name in macro.find_all(nodes.Name):
        if name.ctx in ("store", "param"):
            yield name.name


def _is_allowed(read: nodes.Getattr) -> bool:
    return isinstance(read.node, nodes.Name) and (read.node.name, read.attr) in _READ


@dataclass(slots=True)
class _Record:
    calls: int = 0
    found: int = 0
    kept: bool = True


class MacroMemo:
    """The texts of pure macros. `views` are the types of views, `facts_of(template)` gives a template's macros, `resolve(path, template)` the internal
    name of what `template` calls `path`; both by Jinja's internal names."""

    def __init__(
        self,
        views: Iterable[type],
        facts_of: Callable[[str], TemplateMacros | None],
        resolve: Callable[[str, str], str],
    ) -> None:
        self._views = frozenset({*views, *_SCALARS})
        self._facts_of = facts_of
        self._resolve = resolve
        self._pure: dict[tuple[str, str], bool] = {}
        self._records: dict[tuple[str, str], _Record] = {}
        self._texts: dict[Hashable, tuple[Any, int, int]] = {}
        self._size = 0

    def key(
        self, macro: Macro, language: str, arguments: tuple[Any, ...], named: dict[str, Any]
    ) -> Hashable | None:
        """The name of this call's text; None when it cannot be kept. Types are part of it: `1` equals `true`, and markup
        equals the text that it would be escaped from."""
        place = (macro._func.__globals__["name"], macro.name)  # noqa: SLF001 - the one way to a macro's template
        record = self._records.get(place)
        if record is None:
            record = self._records[place] = _Record(kept=self._is_pure(place))
        if not record.kept:
            return None
        kinds = (
            tuple(map(type, arguments)) if not named else (*map(type, arguments), *map(type, named.values()))
        )
        if not self._told_apart(kinds, arguments, named):
            return None
        record.calls += 1
        if record.calls == _TRIAL and record.found * _WORTH < _TRIAL:
            record.kept = False
        return place, language, kinds, arguments, tuple(named.items())

    def _told_apart(self, kinds: tuple[type, ...], arguments: tuple[Any, ...], named: dict[str, Any]) -> bool:
        """Whether equal arguments of these types are the same to a template: texts, numbers, views, and tuples of views."""
        if self._views.issuperset(kinds):
            return True
        return all(
            kind in self._views
            or (
                kind is tuple
                and all(type(item) in self._views and type(item) not in _SCALARS for item in value)
            )
            for kind, value in zip(kinds, (*arguments, *named.values()), strict=True)
        )

    def get(self, key: Hashable) -> tuple[Any, int, int] | None:
        """The text kept under `key`, with the steps and the printed characters that making it took. Raises TypeError
        when an argument is nothing that can be a key."""
        found = self._texts.get(key)
        if found is not None:
            self._records[key[0]].found += 1  # type: ignore[index]
        return found

    def keep(self, key: Hashable, text: Any, steps: int, printed: int) -> None:
        """Keeps a text."""
        self._size += len(text)
        if self._size > _LARGEST:
            self._texts.clear()
            self._size = len(text)
        self._texts[key] = (text, steps, printed)

    def _is_pure(self, place: tuple[str, str]) -> bool:
        known = self._pure.get(place)
        if known is None:
            # A macro that calls itself, by whichever way, is not looked into further.
            self._pure[place] = False
            known = self._pure[place] = self._tell(*place)
        return known

    def _tell(self, template: str, name: str) -> bool:
        found = self._facts_of(template)
        facts = found.macros.get(name) if found else None
        if found is None or facts is None or not facts.clean:
            return False
        for used in facts.uses:
            if used in found.macros:
                place = (template, used)
            elif used in found.imports:
                path, there = found.imports[used]
                place = (self._resolve(path, template), there)
            else:
                return False
            if not self._is_pure(place):
                return False
        return True
