"""Checks of templates that need no page: syntax, and every name that stands there literally."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText
from showcase.store.store import Store
from showcase.text.nearest import nearest
from showcase.themes.contract import REQUIRED_TEMPLATES
from showcase.themes.lookup import find_template
from showcase.themes.references import TemplateFacts, Use, template_facts
from showcase.themes.theme import TemplateSource, Theme


def check_templates(theme: Theme, label: str, store: Store | None) -> tuple[Diagnostic, ...]:
    """Every fault of the theme's templates. `label` names the theme's folder, for templates that are missing."""
    texts = {key for table in theme.strings.values() for key in table}
    texts |= {key.removesuffix(".one") for key in texts}
    checks = _Checks(theme, texts)
    checks.required(label)
    for versions in theme.templates.values():
        for source in versions:
            facts = checks.facts(source, store)
            if facts is not None:
                checks.names(source, facts)
    return tuple(checks.found)


class _Checks:
    def __init__(self, theme: Theme, texts: Iterable[str]) -> None:
        self._theme = theme
        self._texts = frozenset(texts)
        self.found: list[Diagnostic] = []

    def required(self, label: str) -> None:
        """All templates that are missing, in one message: most often `extends` was forgotten."""
        missing = [path for path in REQUIRED_TEMPLATES if path not in self._theme.templates]
        if missing:
            arguments = {"names": ", ".join(missing), "theme": self._theme.name}
            where = Location(f"{label}/templates")
            self.found.append(make_diagnostic("theme-template-missing", where, arguments))

    def facts(self, source: TemplateSource, store: Store | None) -> TemplateFacts | None:
        """What the template names, or None, and said, when it cannot be read."""
        try:
            return template_facts(source.text, store)
        except Exception as error:
            from jinja2 import TemplateSyntaxError

            from showcase.themes.syntax import TemplateTooComplexError

            if isinstance(error, TemplateTooComplexError):
                self._say("theme-template-too-complex", source, error.line)
                return None
            if not isinstance(error, TemplateSyntaxError):
                raise
            self._say("theme-template-syntax", source, error.lineno, detail=(error.message or "").rstrip("."))
        return None

    def names(self, source: TemplateSource, facts: TemplateFacts) -> None:
        """Templates, assets, texts, filters and tests that are not there."""
        for use in facts.templates:
            if find_template(self._theme.templates, use.name, source) is None:
                self._say_unknown("theme-reference-missing", source, use, self._theme.templates)
        for use in facts.assets:
            if use.name not in self._theme.assets:
                self._say_unknown("theme-asset-unknown", source, use, self._theme.assets)
        for use in facts.texts:
            if use.name not in self._texts:
                self._say_unknown("theme-text-unknown", source, use, self._texts)
        for use in facts.unknown:
            self._say_unknown("theme-filter-unknown", source, use, _filters_and_tests())
        for use in facts.repeated_blocks:
            self._say_unknown("theme-block-repeated", source, use, ())

    def _say_unknown(
        self, code: str, source: TemplateSource, use: Use, candidates: Iterable[str] | Mapping[str, object]
    ) -> None:
        suggestion = nearest(use.name, candidates)
        self._say(code, source, use.line, suggestion=suggestion, name=use.name)

    def _say(
        self, code: str, source: TemplateSource, line: int, *, suggestion: str = "", **arguments: str
    ) -> None:
        text = SourceText(source.file, source.text)
        place = Location(source.file, line)
        if arguments.get("name") and line:
            place = text.find(arguments["name"], line, line)
        self.found.append(text.diagnostic(code, place, arguments, suggestion=suggestion))


def _filters_and_tests() -> tuple[str, ...]:
    from showcase.themes.syntax import known_filters, known_tests

    return known_filters() + known_tests()
