"""A theme's parameters: what the layers define, what the site sets, and whether the two agree."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.site import SiteConfig
from showcase.text.nearest import nearest
from showcase.themes.definition import ParameterDefinition, ThemeDefinition
from showcase.themes.theme import ParameterValue

MAX_TEXT = 2_000
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?")
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_TRUE, _FALSE = ("true", "yes", "on", "是", "开"), ("false", "no", "off", "否", "关")


class _WrongValueError(Exception):
    """Why a value does not fit: a code of the catalogue with its arguments."""

    def __init__(self, code: str, arguments: dict[str, str]) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


def merge_definitions(layers: Iterable[ThemeDefinition]) -> dict[str, ParameterDefinition]:
    """Every parameter, topmost layer first: what a layer leaves out it takes from the layer below. In name order."""
    merged: dict[str, ParameterDefinition] = {}
    for layer in layers:
        for lower in layer.parameters:
            upper = merged.get(lower.name)
            if upper is None:
                merged[lower.name] = lower
                continue
            merged[lower.name] = replace(
                upper,
                type=upper.type or lower.type,
                default=upper.default or lower.default,
                label={**lower.label, **upper.label},
                help={**lower.help, **upper.help},
                choices=upper.choices or lower.choices,
                least=upper.least or lower.least,
                most=upper.most or lower.most,
                contrast_on=upper.contrast_on or lower.contrast_on,
            )
    return dict(sorted(merged.items()))


def parameter_values(
    site: SiteConfig, definitions: dict[str, ParameterDefinition]
) -> tuple[dict[str, ParameterValue], tuple[Diagnostic, ...]]:
    """The value of every parameter: the site's where it is good, else the default."""
    found: list[Diagnostic] = []
    values: dict[str, ParameterValue] = {}
    for name, definition in definitions.items():
        default, faults = _default(definition)
        found += faults
        if default is not None:
            values[name] = default
    for name, written in site.theme_parameters.items():
        location = site.theme_parameter_locations.get(name, Location("site.yaml"))
        wanted = definitions.get(name)
        if wanted is None:
            names = ", ".join(definitions) or "—"
            found.append(
                make_diagnostic(
                    "theme-parameter-unknown",
                    location,
                    {"name": name, "theme": site.theme, "names": names},
                    suggestion=nearest(name, definitions),
                )
            )
            continue
        try:
            values[name] = _value(wanted, written)
        except _WrongValueError as wrong:
            shown = str(written).lower() if isinstance(written, bool) else str(written)
            suggestion = nearest(shown, wanted.choices) if wanted.choices else ""
            found.append(make_diagnostic(wrong.code, location, wrong.arguments, suggestion=suggestion))
    return values, tuple(found)


def choices(definitions: Mapping[str, ParameterDefinition]) -> dict[str, tuple[ParameterValue, ...]]:
    """The values of each parameter that can have but few: choices and switches."""
    found: dict[str, tuple[ParameterValue, ...]] = {}
    for name, definition in definitions.items():
        if definition.type == "choice" and definition.choices:
            found[name] = definition.choices
        elif definition.type == "boolean":
            found[name] = (False, True)
    return found


def _default(definition: ParameterDefinition) -> tuple[ParameterValue | None, list[Diagnostic]]:
    """The default; without one a text is empty, a switch off, a number the least, a choice the first."""
    source, name = definition.source, definition.name
    if not definition.type or (definition.type == "choice" and not definition.choices):
        missing = "choices" if definition.type else "type"
        fault = source.diagnostic(
            "theme-value", definition.location, {"key": name, "expected": f"{missing}: …"}
        )
        return None, [fault]
    if definition.default is None:
        empty: dict[str, ParameterValue] = {
            "text": "",
            "image": "",
            "boolean": False,
            "integer": 0,
            "number": 0.0,
            "color": "#000000",
        }
        return empty.get(definition.type, definition.choices[0] if definition.choices else ""), []
    try:
        return _value(definition, definition.default.text), []
    except _WrongValueError as wrong:
        return None, [source.diagnostic(wrong.code, definition.default.location, wrong.arguments)]


def _value(definition: ParameterDefinition, written: ParameterValue) -> ParameterValue:
    """The value in the parameter's type. Raises _WrongValueError."""
    text = str(written).lower() if isinstance(written, bool) else str(written).strip()
    about = {"name": definition.name, "value": text[:80]}
    if definition.type == "boolean":
        if text.lower() not in _TRUE + _FALSE:
            raise _WrongValueError("theme-parameter-boolean", about)
        return text.lower() in _TRUE
    if definition.type in ("integer", "number"):
        return _number(definition, text, about)
    if definition.type == "choice":
        if text not in definition.choices:
            raise _WrongValueError(
                "theme-parameter-choice", {**about, "choices": ", ".join(definition.choices)}
            )
        return text
    if definition.type == "color":
        return _colour(definition, text, about)
    if len(text) > MAX_TEXT or any(ord(character) < 32 and character not in "\n\t" for character in text):
        raise _WrongValueError("theme-parameter-text", {**about, "most": str(MAX_TEXT)})
    return text


def check_images(
    site: SiteConfig,
    definitions: dict[str, ParameterDefinition],
    values: Mapping[str, ParameterValue],
    assets: Collection[str],
) -> tuple[Diagnostic, ...]:
    """Parameters of the type `image` that name no picture among the theme's assets, the site's own included."""
    pictures = [path for path in assets if path.lower().endswith(_PICTURES)]
    found: list[Diagnostic] = []
    for name, definition in definitions.items():
        value = str(values.get(name, ""))
        if definition.type != "image" or not value or value in pictures:
            continue
        at = site.theme_parameter_locations.get(name, definition.location)
        arguments = {"name": name, "value": value[:80], "choices": ", ".join(pictures) or "—"}
        suggestion = nearest(value, pictures)
        found.append(make_diagnostic("theme-parameter-image", at, arguments, suggestion=suggestion))
    return tuple(found)


def _number(definition: ParameterDefinition, text: str, about: dict[str, str]) -> ParameterValue:
    least = float(definition.least) if _NUMBER.fullmatch(definition.least) else -math.inf
    most = float(definition.most) if _NUMBER.fullmatch(definition.most) else math.inf
    limits = f"{definition.least or '…'} – {definition.most or '…'}"
    whole = definition.type == "integer"
    number = float(text) if _NUMBER.fullmatch(text) else math.nan
    if math.isnan(number) or not least <= number <= most or (whole and not number.is_integer()):
        code = "theme-parameter-integer" if whole else "theme-parameter-number"
        raise _WrongValueError(code, {**about, "limits": limits})
    return int(number) if whole else number


def _colour(definition: ParameterDefinition, text: str, about: dict[str, str]) -> str:
    if not _COLOUR.fullmatch(text):
        raise _WrongValueError("theme-parameter-color", about)
    for ground in definition.contrast_on:
        reached = contrast(text, ground) if _COLOUR.fullmatch(ground) else math.inf
        if reached < LEAST_CONTRAST:
            # Rounded down, so that 4.49 is not shown as the 4.5 that it misses.
            shown = f"{math.floor(reached * 10) / 10:.1f}"
            raise _WrongValueError("theme-parameter-contrast", {**about, "ground": ground, "reached": shown})
    return text.lower()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
