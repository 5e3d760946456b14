"""The plain data of a diagnostic. Its words live in the catalogue and are chosen when it is reported."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

MORE = "more"
"""The argument that says how many diagnostics like this one are left out behind it (`abridged`)."""


class Severity(enum.StrEnum):
    """How grave a diagnostic is. Nothing is published while one of severity ERROR stands."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that sorting puts errors first."""
        return ("error", "warning", "info").index(self.value)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file.

    `path` is relative to the site folder, with forward slashes. `line` and `column` count from 1, columns in
    characters (code points); 0 means the whole file. `end_column` is exclusive and on the same line; 0 means
    unknown, and a reporter then marks a single character.
    """

    path: str
    line: int = 0
    column: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong, as data.

    `code` names an entry of the catalogue (`showcase explain CODE`). `arguments` fill the catalogue's texts.
    `suggestion` is an existing name close to what was written ("did you mean"). `replacement`, when present, is the
    exact text that would mend the marked span (`location.column` to `location.end_column`). `excerpt` is the text of
    the source line. `related` are other places that matter, such as the second claimant of a URL.
    """

    code: str
    severity: Severity
    location: Location
    arguments: dict[str, str] = field(default_factory=dict)
    suggestion: str = ""
    replacement: str | None = None
    excerpt: str = ""
    related: tuple[Location, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, tuple[tuple[str, str], ...]]:
        """By file, place, gravity and code: the order in which every reporter lists them."""
        place = self.location
        return (
            place.path,
            place.line,
            place.column,
            self.severity.rank,
            self.code,
            tuple(sorted(self.arguments.items())),
        )

    def with_severity(self, severity: Severity) -> Diagnostic:
        """The same diagnostic at another severity (site.yaml `checks:` and `--strict` use this)."""
        return replace(self, severity=severity)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """All diagnostics in reporting order, exact repeats dropped."""
    unique: dict[object, Diagnostic] = {}
    for diagnostic in diagnostics:
        unique.setdefault((diagnostic.sort_key, diagnostic.suggestion), diagnostic)
    return tuple(sorted(unique.values(), key=lambda item: item.sort_key))


MOST_OF_ONE_CODE = 100
"""Diagnostics of one code in one file, beyond which the others are only counted: a file converted by some other program
can have one slip in each of its thousands of lines."""


def abridged(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics in the order given; where a file has more than MOST_OF_ONE_CODE of one code, the first of them, the
    last of which says in its arguments (`more`) how many more there are."""
    kept: list[Diagnostic] = []
    last: dict[tuple[str, str], int] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for diagnostic in diagnostics:
        key = (diagnostic.location.path, diagnostic.code)
        counts[key] += 1
        if counts[key] <= MOST_OF_ONE_CODE:
            last[key] = len(kept)
            kept.append(diagnostic)
    for key, count in counts.items():
        if count > MOST_OF_ONE_CODE:
            shown = kept[last[key]]
            kept[last[key]] = replace(
                shown, arguments={**shown.arguments, MORE: str(count - MOST_OF_ONE_CODE)}
            )
    return tuple(kept)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True when at least one diagnostic is of severity ERROR."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
