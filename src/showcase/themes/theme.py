"""A theme, loaded: plain data that every worker can be given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ParameterValue = str | int | float | bool


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """One template of one layer. `layer` is 0 for the site's own files, then the theme, then what it extends; `file` is
    for messages (`themes/heritage/templates/story.html`)."""

    path: str
    layer: int
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A static file of the theme. `path` is what templates ask for (`css/site.css`)."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Theme:
    """The layers of a theme (the site's overrides, the theme, its `extends` chain), merged where first wins.

    `templates` holds every layer's version of each path, topmost first, because `{% extends "!base.html" %}` means the
    one below. `strings` maps language → key → text, already completed by what each layer below and showcase's own
    strings say. `digest` covers all of it. `outside_links` is `links` or `codes` (see OutsideLink). `choices` are the values
    that each parameter of few values may have; no page depends on them.
    """

    name: str
    version: str
    templates: Mapping[str, tuple[TemplateSource, ...]]
    assets: Mapping[str, Asset]
    strings: Mapping[str, Mapping[str, str]]
    parameters: Mapping[str, ParameterValue]
    digest: str
    outside_links: str = "links"
    choices: Mapping[str, tuple[ParameterValue, ...]] = field(default_factory=dict)

    def string(self, language: str, key: str, **arguments: object) -> str:
        """The interface text `key` in `language`, with `{name}` filled in; a counted text picks `key.one` when `n` is 1
        and the language has it. Falls back to the language without region, then English, then the key itself."""
        text = self._found(language, key, one=arguments.get("n") == 1)
        if text is None:
            return key
        # Nearly all texts have no place to fill, and a page asks for hundreds.
        return (
            text.format_map({name: str(value) for name, value in arguments.items()})
            if "{" in text or "}" in text
            else text
        )

    def _found(self, language: str, key: str, *, one: bool) -> str | None:
        texts = self.strings.get(language)
        if texts is not None and not one and key in texts:
            return texts[key]
        for code in (language, language.partition("-")[0], "en"):
            texts = self.strings.get(code, {})
            text = texts.get(f"{key}.one") if one else None
            text = text if text is not None else texts.get(key)
            if text is not None:
                return text
        return None
