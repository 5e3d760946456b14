"""Short ways to render a text and to look at what came of it."""

from __future__ import annotations

from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.source_text import SourceText
from showcase.markdown.render import render_markdown
from showcase.model.body import HOLE, Body


def render(text: str, language: str = "zh-CN", first_line: int = 1) -> tuple[Body, tuple[Diagnostic, ...]]:
    return render_markdown(SourceText("content/stories/a.md", text), first_line, language)


def body(text: str, language: str = "zh-CN") -> Body:
    return render(text, language)[0]


def html(text: str, language: str = "zh-CN") -> str:
    """The markup with visible holes: `{h0}`, `{c1}`."""
    return HOLE.sub(r"{\1\2}", body(text, language).html).strip()


def codes(text: str, language: str = "zh-CN") -> list[str]:
    return [item.code for item in render(text, language)[1] if item.code != "number-without-source"]


def only(text: str, code: str, language: str = "zh-CN") -> Diagnostic:
    """The one diagnostic of this code; fails when there is none or there are more."""
    (found,) = [item for item in render(text, language)[1] if item.code == code]
    return found


def marked(text: str, diagnostic: Diagnostic) -> str:
    """The source text under the caret."""
    line = text.split("\n")[diagnostic.location.line - 1]
    return line[diagnostic.location.column - 1 : diagnostic.location.end_column - 1]


def mended(text: str, diagnostic: Diagnostic) -> str:
    """The text with the diagnostic's replacement put in."""
    assert diagnostic.replacement is not None
    lines = text.split("\n")
    place = diagnostic.location
    line = lines[place.line - 1]
    lines[place.line - 1] = line[: place.column - 1] + diagnostic.replacement + line[place.end_column - 1 :]
    return "\n".join(lines)
