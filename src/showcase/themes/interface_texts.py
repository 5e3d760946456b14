"""Interface texts: `strings/<language>.yaml` of every layer and of showcase itself, completed downward."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from pathlib import Path

from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.source_text import SourceText
from showcase.themes.layer_files import LayerFiles
from showcase.themes.yaml_tree import Mapping as YamlMapping
from showcase.themes.yaml_tree import Scalar, read_mapping

OWN_TEXTS = Path(__file__).resolve().parent / "strings"


def merge_texts(layers: Iterable[LayerFiles]) -> tuple[dict[str, dict[str, str]], tuple[Diagnostic, ...]]:
    """Language → key → text, the topmost layer's first. Keys and languages are in order of name."""
    merged: dict[str, dict[str, str]] = {}
    found: list[Diagnostic] = []
    own = _own_texts()
    places = _own_places(source for _, source in own)
    for language, source in [*(pair for layer in layers for pair in layer.strings), *own]:
        texts, faults = _read(source, places)
        found += faults
        known = merged.setdefault(language, {})
        for key, text in texts.items():
            known.setdefault(key, text)
    return {language: dict(sorted(merged[language].items())) for language in sorted(merged)}, tuple(found)


def _own_texts() -> list[tuple[str, SourceText]]:
    return [
        (path.stem, SourceText(f"showcase/strings/{path.name}", path.read_text(encoding="utf-8")))
        for path in sorted(OWN_TEXTS.glob("*.yaml"))
    ]


def _own_places(sources: Iterable[SourceText]) -> dict[str, frozenset[str]]:
    """Key of a text of showcase's own → the places that it may have: showcase fills those and no others."""
    places: dict[str, frozenset[str]] = {}
    for source in sources:
        for key, text in _read(source, {})[0].items():
            base = key.removesuffix(".one")
            places[base] = places.get(base, frozenset()) | _places(text)
    return places


def _read(
    source: SourceText, places: Mapping[str, frozenset[str]]
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The file's texts, nested keys joined by dots; one whose braces are not `{name}`, or name what `places` has not
    for its key, is left out and said."""
    top, faults = read_mapping(source)
    found = list(faults)
    texts: dict[str, str] = {}
    waiting = [("", top)]
    while waiting:
        prefix, mapping = waiting.pop()
        for key, value in mapping.entries:
            name = prefix + key.text
            if isinstance(value, YamlMapping):
                waiting.append((f"{name}.", value))
            elif (
                isinstance(value, Scalar)
                and _fillable(value.text)
                and _places(value.text) <= places.get(name.removesuffix(".one"), _places(value.text))
            ):
                texts[name] = value.text
            else:
                found.append(source.diagnostic("theme-text-value", value.location, {"key": name}))
    return texts, tuple(found)


def _fillable(text: str) -> bool:
    """True when every `{…}` is a plain name: no attribute, index, conversion or format."""
    try:
        fields = list(string.Formatter().parse(text))
    except ValueError:
        return False
    return all(
        name is None or (name.isidentifier() and not spec and not conversion)
        for _, name, spec, conversion in fields
    )


def _places(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
