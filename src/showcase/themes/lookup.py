"""Which layer's template a name means.

Inside the engine a template is named by its layer and path (`1:base.html`), so that two layers' versions of one path are
two templates. In what theme authors write, a plain path is the topmost version, and `!` before it the version below the
layer of the template that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from showcase.store.store import Store
from showcase.themes.references import template_facts
from showcase.themes.theme import TemplateSource

Templates = Mapping[str, tuple[TemplateSource, ...]]


def internal_name(source: TemplateSource) -> str:
    """The engine's name for a template: `1:base.html`."""
    return f"{source.layer}:{source.path}"


def find_template(
    templates: Templates, written: str, parent: TemplateSource | None = None
) -> TemplateSource | None:
    """The template that `written` means in `parent`, or None when no layer has it."""
    if not written.startswith("!"):
        versions = templates.get(written, ())
        return versions[0] if versions else None
    if parent is None:
        return None
    below = [source for source in templates.get(written[1:], ()) if source.layer > parent.layer]
    return below[0] if below else None


def closure(templates: Templates, path: str, store: Store | None = None) -> tuple[TemplateSource, ...] | None:
    """Every template that rendering `path` can use, by internal name; None when that cannot be told, because one of
    them takes a template by an expression. The templates have been checked."""
    start = find_template(templates, path)
    found: dict[str, TemplateSource] = {}
    waiting = [start] if start else []
    while waiting:
        source = waiting.pop()
        if internal_name(source) in found:
            continue
        found[internal_name(source)] = source
        facts = template_facts(source.text, store)
        if facts.dynamic:
            return None
        names: Iterable[str] = [use.name for use in facts.templates]
        if facts.renders:
            names = [*names, *(name for name in templates if name.startswith("directives/"))]
        waiting += [used for name in names if (used := find_template(templates, name, source)) is not None]
    return tuple(found[name] for name in sorted(found))
