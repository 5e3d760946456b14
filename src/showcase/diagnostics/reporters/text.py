"""Diagnostics for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from showcase.diagnostics.diagnostic import MORE, Diagnostic, Location, Severity, in_order
from showcase.diagnostics.reporters.columns import display_width, printable
from showcase.diagnostics.wording import MessageLanguage, word

_SEVERITY = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
}
_REMEDY = {"zh": "修改办法：", "en": "remedy: "}
_REWRITE = {"zh": "可改成：", "en": "write: "}
_RELATED = {"zh": "另见：", "en": "see also: "}
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_MAX_EXCERPT = 160


def report_text(diagnostics: Iterable[Diagnostic], language: MessageLanguage, *, colour: bool = False) -> str:
    """All diagnostics in order, each with its place, source line, caret and remedy, then a line that counts them.

    An empty text when there are none.
    """
    ordered = in_order(diagnostics)
    if not ordered:
        return ""
    blocks = [_block(diagnostic, language, colour=colour) for diagnostic in ordered]
    return "\n\n".join([*blocks, summary(ordered, language)]) + "\n"


def summary(diagnostics: Sequence[Diagnostic], language: MessageLanguage) -> str:
    """How many there are of each severity, in words; those left out behind others are counted, too."""
    count = dict.fromkeys(Severity, 0)
    for item in diagnostics:
        count[item.severity] += 1 + int(item.arguments.get(MORE, "0"))
    if language == "zh":
        parts = [
            f"{count[severity]} 个{_SEVERITY['zh'][severity]}" for severity in Severity if count[severity]
        ]
        return "共 " + "，".join(parts) if parts else "没有发现问题"
    parts = [
        f"{count[severity]} {_SEVERITY['en'][severity]}{'s' if count[severity] != 1 and severity is not Severity.INFO else ''}"
        for severity in Severity
        if count[severity]
    ]
    return ", ".join(parts) if parts else "no faults found"


def headline(diagnostic: Diagnostic, language: MessageLanguage) -> str:
    """`path:line:column: severity[code] message`, without colour."""
    severity = _SEVERITY[language][diagnostic.severity]
    return f"{place(diagnostic.location)}: {severity}[{diagnostic.code}] {word(diagnostic, language).message}"


def place(location: Location) -> str:
    """`path`, `path:line` or `path:line:column`, as exact as the location is."""
    parts = [location.path, *(str(part) for part in (location.line, location.column) if part)]
    return printable(":".join(parts))


def _block(diagnostic: Diagnostic, language: MessageLanguage, *, colour: bool) -> str:
    worded = word(diagnostic, language)
    severity = f"{_SEVERITY[language][diagnostic.severity]}[{diagnostic.code}]"
    if colour:
        severity = f"\x1b[1;{_COLOUR[diagnostic.severity]}m{severity}\x1b[0m"
    lines = [f"{place(diagnostic.location)}: {severity} {printable(worded.message)}"]
    lines += _excerpt(diagnostic)
    lines.append(f"  = {_REMEDY[language]}{printable(worded.remedy)}")
    lines += [f"  = {_REWRITE[language]}{printable(line)}" for line in mended(diagnostic).splitlines()[:3]]
    lines += [f"  = {_RELATED[language]}{place(location)}" for location in diagnostic.related]
    return "\n".join(lines)


def mended(diagnostic: Diagnostic) -> str:
    """The source line with its fault mended, where the replacement is known; the replacement alone for a line too
    long to show. Empty when there is none."""
    location, line = diagnostic.location, diagnostic.excerpt
    if not diagnostic.replacement:
        return ""
    if not (location.column and location.end_column and line) or len(line) > _MAX_EXCERPT:
        return diagnostic.replacement
    return f"{line[: location.column - 1]}{diagnostic.replacement}{line[location.end_column - 1 :]}".rstrip()


def _excerpt(diagnostic: Diagnostic) -> list[str]:
    location, source = diagnostic.location, diagnostic.excerpt
    if not location.line or not source.strip():
        return []
    start = max(location.column - 1, 0)
    shift = max(0, start - _MAX_EXCERPT // 2)
    shown = source[shift : shift + _MAX_EXCERPT]
    marked = source[start : location.end_column - 1] if location.end_column else source[start : start + 1]
    marked = marked[: max(shift + _MAX_EXCERPT - start, 1)]
    number = str(location.line)
    lead = "…" if shift else ""
    lines = [f"  {number} | {lead}{printable(shown)}"]
    if location.column:
        gap = " " * (display_width(lead) + display_width(printable(source[shift:start])))
        lines.append(f"  {' ' * len(number)} | {gap}{'^' * max(display_width(printable(marked)), 1)}")
    return lines
