"""The whole catalogue, and the making of diagnostics from it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache

from showcase.diagnostics.catalogue.code import Code
from showcase.diagnostics.diagnostic import Diagnostic, Location

AREAS = (
    "front_matter",
    "content",
    "relations",
    "markdown",
    "media",
    "site",
    "theme",
    "theme_check",
    "pages",
    "publish",
    "command_line",
)


@cache
def catalogue() -> Mapping[str, Code]:
    """Every code by its name, in the order of the areas."""
    codes: dict[str, Code] = {}
    for area in AREAS:
        module = importlib.import_module(f"showcase.diagnostics.catalogue.{area}")
        for code in module.CODES:
            if code.name in codes:
                raise AssertionError(f"the code {code.name} stands twice in the catalogue")
            codes[code.name] = code
    return codes


def make_diagnostic(
    code: str,
    location: Location,
    arguments: Mapping[str, str] | None = None,
    *,
    suggestion: str = "",
    replacement: str | None = None,
    excerpt: str = "",
    related: tuple[Location, ...] = (),
) -> Diagnostic:
    """A diagnostic at the catalogue's severity. Raises KeyError for a code that the catalogue lacks (our bug)."""
    return Diagnostic(
        code=code,
        severity=catalogue()[code].severity,
        location=location,
        arguments=dict(arguments or {}),
        suggestion=suggestion,
        replacement=replacement,
        excerpt=excerpt,
        related=related,
    )
