"""What a template names, found without running it: other templates, assets, texts, filters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store

_KIND = "template"


@dataclass(frozen=True, slots=True)
class Use:
    """A name that a template uses, and the line (from 1) it stands in."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class TemplateFacts:
    """What one template names. `templates` are as written (`!base.html`); `dynamic` tells that it also takes a template
    by an expression; `renders` that it may render components, that is, any `directives/*.html`."""

    templates: tuple[Use, ...] = ()
    dynamic: bool = False
    renders: bool = False
    assets: tuple[Use, ...] = ()
    texts: tuple[Use, ...] = ()
    unknown: tuple[Use, ...] = ()
    """Filters and tests that do not exist."""
    repeated_blocks: tuple[Use, ...] = ()


def template_facts(text: str, store: Store | None = None) -> TemplateFacts:
    """The facts of a template, from the store where they stand. Raises jinja2.TemplateSyntaxError or
    TemplateTooComplexError."""
    if store is None:
        return _facts(text)
    key = digest(text)
    kept = store.get(_KIND, key)
    facts = decode(kept, TemplateFacts) if kept is not None else None
    if facts is None:
        facts = _facts(text)
        store.put(_KIND, key, encode(facts))
    return facts


@lru_cache(maxsize=512)
def _facts(text: str) -> TemplateFacts:
    from jinja2 import nodes

    from showcase.themes.syntax import known_filters, known_tests, parse_template

    tree = parse_template(text)
    templates: list[Use] = []
    dynamic = False
    for node in tree.find_all((nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)):
        written = node.template  # type: ignore[attr-defined]
        named = _constants(written)
        dynamic = dynamic or named is None
        templates += [Use(name, node.lineno) for name in named or ()]
    calls: dict[str, list[Use]] = {"asset": [], "t": []}
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in calls and call.args:
            argument = call.args[0]
            if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                calls[call.node.name].append(Use(argument.value, call.lineno))
    seen: set[str] = set()
    repeated: list[Use] = []
    for block in tree.find_all(nodes.Block):
        if block.name in seen:
            repeated.append(Use(block.name, block.lineno))
        seen.add(block.name)
    return TemplateFacts(
        templates=tuple(templates),
        dynamic=dynamic,
        renders=any(name.name == "render" for name in tree.find_all(nodes.Name)),
        assets=tuple(calls["asset"]),
        texts=tuple(calls["t"]),
        unknown=tuple(
            Use(node.name, node.lineno)
            for kind, known in ((nodes.Filter, known_filters()), (nodes.Test, known_tests()))
            for node in tree.find_all(kind)
            if node.name not in known
        ),
        repeated_blocks=tuple(repeated),
    )


def _constants(node: object) -> tuple[str, ...] | None:
    """The names that an `include` or `extends` lists literally; None when an expression decides."""
    from jinja2 import nodes

    if isinstance(node, nodes.Const):
        value = node.value
        if isinstance(value, str):
            return (value,)
        if isinstance(value, tuple | list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        return None
    if isinstance(node, nodes.Tuple | nodes.List):
        names: list[str] = []
        for item in node.items:
            if not isinstance(item, nodes.Const) or not isinstance(item.value, str):
                return None
            names.append(item.value)
        return tuple(names)
    return None
