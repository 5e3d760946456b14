"""Macros whose text depends on nothing but their arguments and the page's language, written once for equal arguments.

A story's card stands in the lists of its brand, its places, its topics, its year and beside related stories: ten times the
same text. A macro is pure when all that it reads is its parameters, what it sets itself, the interface texts, the theme's
parameters, the page's language, and macros that are pure; that is told from its syntax tree, without running it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from jinja2 import Environment, TemplateAssertionError, meta, nodes
from jinja2.runtime import Macro
from markupsafe import Markup

_FUNCTIONS = frozenset({"t", "phrases", "range"})
_READ = frozenset({("page", "language"), ("site", "parameters")})
"""What a pure macro may read of the page and the site: the same for all pages of one language."""
_GIVEN = _FUNCTIONS | {"page", "site"}
_SAME = _GIVEN | {"asset", "cycler", "dict", "joiner", "namespace", "qr", "render"}
"""Names that mean the same in every template, as long as none gives them anew."""
_LARGEST = 4_000_000
"""Characters of texts and of the arguments that they are kept under; beyond, all are forgotten."""
_EACH = 200
"""Characters that are counted for each text besides its own."""
_TRIAL, _WORTH = 512, 50
"""After so many calls, one in so many must have found its text, or the macro's are no longer kept."""

MacroKey: TypeAlias = tuple[tuple[str, str], str, tuple[type, ...], tuple[Any, ...], tuple[Any, ...]]
"""Macro, language, types, arguments, named arguments."""

_SCALARS = frozenset({str, Markup, int, bool, type(None)})
_IMPURE = (nodes.CallBlock, nodes.Include, nodes.Import, nodes.FromImport, nodes.Macro, nodes.NSRef)
"""What a pure macro does not hold: other templates, macros of its own, a change of what stands outside."""
_OTHERS = (nodes.Include, nodes.Import, nodes.FromImport)


@dataclass(frozen=True, slots=True)
class MacroFacts:
    """What one macro reads: whether nothing that its page alone has, and which other macros, by the names used here.
    `needs`: whatever it reads that it does not give itself; None where that cannot be told."""

    clean: bool
    uses: frozenset[str]
    needs: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class TemplateMacros:
    """The macros of one template, and the names that it imports: local name → (template as written, its name there).
    `shadows`: it gives a name anew that means the same in every template; whatever it includes or imports then sees that.
    `only_macros`: nothing else stands in it."""

    macros: dict[str, MacroFacts] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)
    shadows: bool = False
    only_macros: bool = False


def template_macros(tree: nodes.Template, environment: Environment) -> TemplateMacros:
    """The facts of a template's macros, from its syntax tree. Only macros and imports at the top count, each name given
    once: what stands in a block or a branch is there at one time and not at another."""
    given = Counter(_given(tree))
    found = TemplateMacros(
        shadows=not _SAME.isdisjoint(given),
        only_macros=all(map(_is_still, tree.body)) and len(given) == given.total(),
    )
    for node in tree.body:
        if isinstance(node, nodes.FromImport) and isinstance(node.template, nodes.Const):
            for name in node.names:
                there, here = name if isinstance(name, tuple) else (name, name)
                if given[here] == 1 and isinstance(node.template.value, str):
                    found.imports[here] = (node.template.value, there)
        elif isinstance(node, nodes.Macro) and given[node.name] == 1:
            found.macros[node.name] = _facts(node, environment)
    return found


def _is_still(node: nodes.Node) -> bool:
    """A macro, an import from a template that is named, or mere text, which an import leaves out."""
    if isinstance(node, nodes.Output):
        return all(isinstance(part, nodes.TemplateData) for part in node.nodes)
    return isinstance(node, nodes.Macro) or (
        isinstance(node, nodes.FromImport)
        and isinstance(node.template, nodes.Const)
        and isinstance(node.template.value, str)
    )


def _given(node: nodes.Node) -> Iterator[str]:
    """Every name that a template gives outside of its macros' bodies, as often as it does."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Macro):
            yield child.name
            yield from (inner.name for inner in child.find_all(nodes.Macro))
            continue
        if isinstance(child, nodes.FromImport):
            yield from (name[1] if isinstance(name, tuple) else name for name in child.names)
        elif isinstance(child, nodes.Import):
            yield child.target
        elif isinstance(child, nodes.Name) and child.ctx != "load":
            yield child.name
        yield from _given(child)


def _facts(macro: nodes.Macro, environment: Environment) -> MacroFacts:
    try:
        whole = nodes.Template([macro], lineno=1)
        whole.set_environment(environment)
        # Names that the macro itself does not give, wherever in it they are read.
        free = meta.find_undeclared_variables(whole)
    except TemplateAssertionError:
        return MacroFacts(
            clean=False, uses=frozenset(), needs=None
        )  # an unknown filter: compiling tells of it
    own = {argument.name for argument in macro.args}
    own |= {name.name for name in macro.find_all(nodes.Name) if name.ctx != "load"}
    reads = {id(read.node) for read in macro.find_all(nodes.Getattr) if _is_allowed(read)}
    outside = any(
        name.name in ("page", "site") and name.name not in own and id(name) not in reads
        for name in macro.find_all(nodes.Name)
        if name.ctx == "load"
    )
    # A name that is given in one branch and read in another is sometimes the macro's own and sometimes not.
    clean = not (outside or own & free or any(True for _ in macro.find_all(_IMPURE)))
    # What a template that it includes reads cannot be seen here.
    needs = None if any(True for _ in macro.find_all(_OTHERS)) else frozenset(free - _SAME)
    return MacroFacts(clean, frozenset(free - _GIVEN), needs)


def _is_allowed(read: nodes.Getattr) -> bool:
    return isinstance(read.node, nodes.Name) and (read.node.name, read.attr) in _READ


@dataclass(slots=True)
class _Record:
    calls: int = 0
    found: int = 0
    kept: bool = True


class MacroMemo:
    """The texts of pure macros. `views` are the types of views, `facts_of(template)` gives a template's macros,
    `resolve(path, template)` the internal name of what `template` calls `path`; both by Jinja's internal names."""

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
        self._shared: dict[str, bool] = {}
        self._records: dict[tuple[str, str], _Record] = {}
        self._texts: dict[MacroKey, tuple[Any, int, int]] = {}
        self._size = 0
        self._off = False

    def stop(self) -> None:
        """From now on nothing is kept or found: some template has given a name anew that others rely on."""
        self._off = True
        self._texts.clear()

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._off

    def key(
        self, macro: Macro, language: str, arguments: tuple[Any, ...], named: dict[str, Any]
    ) -> MacroKey | None:
        """The name of this call's text; None when it cannot be kept. Types are part of it: `1` equals `true`, and markup
        equals the text that it would be escaped from."""
        if self._off:
            return None
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

    def get(self, key: MacroKey) -> tuple[Any, int, int] | None:
        """The text kept under `key`, with the steps and the printed characters that making it took. Raises TypeError
        when an argument is nothing that can be a key."""
        found = self._texts.get(key)
        if found is not None:
            self._records[key[0]].found += 1
        return found

    def keep(self, key: MacroKey, text: Any, steps: int, printed: int) -> None:
        """Keeps a text."""
        size = _EACH + len(text) + sum(len(value) for value in key[3] if type(value) is str)
        self._size += size
        if self._size > _LARGEST:
            self._texts.clear()
            self._size = size
        self._texts[key] = (text, steps, printed)

    def is_shared(self, template: str) -> bool:
        """Whether importing a template gives the same for every page: there are only macros in it, and none reads what its
        importer, or anything but the page and the site themselves, gives."""
        if self._off:
            return False
        known = self._shared.get(template)
        if known is None:
            # Templates that import each other are not looked into further.
            self._shared[template] = False
            known = self._shared[template] = self._tell_shared(template)
        return known

    def _tell_shared(self, template: str) -> bool:
        found = self._facts_of(template)
        if found is None or not found.only_macros:
            return False
        there = {*found.macros, *found.imports}
        return all(
            facts.needs is not None and facts.needs <= there for facts in found.macros.values()
        ) and all(self.is_shared(self._resolve(path, template)) for path, _ in found.imports.values())

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
