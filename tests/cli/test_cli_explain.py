"""`showcase explain` shows texts as people read them: no signs of the templates they are made from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command_line import run_showcase
from showcase.diagnostics.catalogue.codes import catalogue

_FIELD = re.compile(r"\{\w+(?::(?:term|words|list|reason))\}")
_EXPRESSION = re.compile(r"\{\{ .+? \}\}")
"""Jinja's own signs, in the examples of what a template may say."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", catalogue())
def test_no_placeholder_and_no_doubled_brace_is_shown(code: str, language: str, tmp_path: Path) -> None:
    shown = run_showcase("explain", code, "--lang", language, cwd=tmp_path).output
    assert not _FIELD.search(shown)
    assert "{{" not in _EXPRESSION.sub("", shown)
    wording = catalogue()[code].zh if language == "zh" else catalogue()[code].en
    if re.search(r"(?<!\{)\{\w", wording.message):
        assert "…" in shown.split("\n\n")[1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_example_in_braces_is_shown_as_it_is_written(language: str, tmp_path: Path) -> None:
    shown = run_showcase("explain", "full-width-list", "--lang", language, cwd=tmp_path).output
    assert re.search(r"`?\{[^{}\s]+: ?120, [^{}]+: ?[^{}]+\}", shown)
