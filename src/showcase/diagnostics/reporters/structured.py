"""Diagnostics for programs: one JSON document, or GitHub's workflow commands."""

from __future__ import annotations

import json
from collections.abc import Iterable

from showcase.diagnostics.diagnostic import Diagnostic, Location, Severity, in_order
from showcase.diagnostics.wording import MessageLanguage, word


def report_json(diagnostics: Iterable[Diagnostic], language: MessageLanguage) -> str:
    """`{"diagnostics": [{code, severity, path, line, column, end_column, message, remedy, suggestion, replacement,
    related}]}`; lines and columns count from 1, 0 means the whole file."""
    items = []
    for diagnostic in in_order(diagnostics):
        worded = word(diagnostic, language)
        items.append(
            {
                "code": diagnostic.code,
                "severity": diagnostic.severity.value,
                **_place(diagnostic.location),
                "message": worded.message,
                "remedy": worded.remedy,
                "suggestion": diagnostic.suggestion,
                "replacement": diagnostic.replacement,
                "related": [_place(location) for location in diagnostic.related],
            }
        )
    return json.dumps({"diagnostics": items}, ensure_ascii=False, indent=2) + "\n"


def report_github(diagnostics: Iterable[Diagnostic], language: MessageLanguage) -> str:
    """One workflow command a diagnostic, which GitHub shows beside the line in a pull request ("Workflow commands for
    GitHub Actions", setting an error, warning or notice message)."""
    lines = []
    for diagnostic in in_order(diagnostics):
        worded, location = word(diagnostic, language), diagnostic.location
        command = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}[
            diagnostic.severity
        ]
        properties = [f"file={_property(location.path)}"]
        if location.line:
            properties.append(f"line={location.line}")
        if location.column:
            properties.append(f"col={location.column}")
        if location.end_column:
            properties.append(f"endColumn={location.end_column - 1}")
        properties.append(f"title={_property(diagnostic.code)}")
        lines.append(f"::{command} {','.join(properties)}::{_message(f'{worded.message} {worded.remedy}')}\n")
    return "".join(lines)


def _place(location: Location) -> dict[str, str | int]:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_column": location.end_column,
    }


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
