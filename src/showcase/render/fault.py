"""What a template's failure means to the theme's author: a diagnostic with the template, the line and the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from types import TracebackType

from jinja2 import Template, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText
from showcase.text.nearest import nearest
from showcase.themes.environment import MissingFileError, UnknownNameError
from showcase.themes.limits import TemplateLimitError
from showcase.themes.lookup import Templates

_LONGEST = 200


def template_fault(error: Exception, template: str, url: str, templates: Templates) -> Diagnostic:
    """The diagnostic for what rendering the page at `url` with `template` raised."""
    file, line = _place(error, template, templates)
    code, arguments, suggestion = _meaning(error)
    source = SourceText(file, _text(file, templates))
    location = (
        source.find(arguments["name"], line, line) if arguments.get("name") and line else Location(file, line)
    )
    return source.diagnostic(code, location, {**arguments, "url": url}, suggestion=suggestion)


def told_once(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One slip in a template spoils every page that uses it: the first page's fault, with the number of pages."""
    first: dict[object, Diagnostic] = {}
    pages: Counter[object] = Counter()
    for fault in faults:
        place = (fault.code, fault.location, fault.arguments.get("name"), fault.arguments.get("detail"))
        first.setdefault(place, fault)
        pages[place] += 1
    return tuple(
        replace(fault, arguments={**fault.arguments, "pages": str(pages[place])})
        for place, fault in first.items()
    )


def _meaning(error: Exception) -> tuple[str, dict[str, str], str]:
    """Code, arguments and suggestion."""
    if isinstance(error, UnknownNameError):
        return "theme-template-undefined", {"name": error.name}, nearest(error.name, error.candidates)
    if isinstance(error, MissingFileError):
        code = "theme-asset-unknown" if error.kind == "asset" else "theme-reference-missing"
        return code, {"name": error.name}, nearest(error.name, error.candidates)
    if isinstance(error, TemplateNotFound):
        return "theme-reference-missing", {"name": str(error.name)}, ""
    if isinstance(error, SecurityError):
        return "theme-template-forbidden", {"detail": _short(error)}, ""
    # A SyntaxError is Python's own, about the compiled template: more loops within loops than it has room for.
    if isinstance(error, TemplateLimitError | RecursionError | MemoryError | OverflowError | SyntaxError):
        return "theme-template-limit", {}, ""
    if isinstance(error, TemplateSyntaxError):
        return "theme-template-syntax", {"detail": (error.message or "").rstrip(".")}, ""
    return "theme-template-failed", {"detail": _short(error)}, ""


def _short(error: Exception) -> str:
    """The error in a line. Addresses of objects would differ from run to run, so only its first line's words stay."""
    text = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return f"{type(error).__name__}: {text}"[:_LONGEST]


def _place(error: Exception, template: str, templates: Templates) -> tuple[str, int]:
    """File and line of the innermost template that was running."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    found: tuple[str, int] | None = None
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        running = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(running, Template) and running.filename:
            found = running.filename, running.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    if found:
        return found
    versions = templates.get(template, ())
    return (versions[0].file if versions else template), 0


def _text(file: str, templates: Templates) -> str:
    for versions in templates.values():
        for source in versions:
            if source.file == file:
                return source.text
    return ""
