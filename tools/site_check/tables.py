"""What was found, as tables of docs/site-check.md and as an exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_SHOWN = 5


@dataclass
class Findings:
    """Faults by theme and question, how often each question was asked, and the tables of figures."""

    faults: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    asked: dict[str, dict[str, int]] = field(default_factory=dict)
    tables: list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    """What could not be checked on this machine, in sentences."""

    def add(self, theme: str, question: str, found: Iterable[str], where: str = "") -> None:
        """One question asked once, with what it found, which is said at once: a whole run takes long."""
        prefix = f"{where}: " if where else ""
        told = [prefix + item for item in found]
        self.faults.setdefault(question, {}).setdefault(theme, []).extend(told)
        for item in told:
            print(f"{theme}: {question}: {item}", file=sys.stderr)
        counts = self.asked.setdefault(question, {})
        counts[theme] = counts.get(theme, 0) + 1

    @property
    def count(self) -> int:
        """All faults."""
        return sum(len(found) for themes in self.faults.values() for found in themes.values())

    def markdown(self) -> str:
        """The tables, faults first."""
        themes = sorted({theme for counts in self.asked.values() for theme in counts})
        rows = [
            (
                question,
                *(
                    f"{len(self.faults[question].get(theme, []))} in {self.asked[question][theme]}"
                    if theme in self.asked[question]
                    else "–"
                    for theme in themes
                ),
            )
            for question in self.faults
        ]
        parts = ["### Faults found, and in how many checks", "", _table(("what", *themes), rows)]
        for title, head, body in self.tables:
            parts += [f"### {title}", "", _table(head, body)]
        if self.unsaid:
            parts += ["### Not checked", "", *(f"- {sentence}" for sentence in self.unsaid), ""]
        return "\n".join(parts)

    def listing(self) -> str:
        """The faults themselves, a few of each."""
        lines = []
        for question, themes in self.faults.items():
            for theme, found in themes.items():
                lines += [f"{theme}: {question}: {item}" for item in found[:_SHOWN]]
                if len(found) > _SHOWN:
                    lines.append(f"{theme}: {question}: and {len(found) - _SHOWN} more")
        return "\n".join(lines)


def write_into(document: Path, part: str, text: str) -> None:
    """Replaces one measured part of a document."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, _begin, rest = document.read_text("utf-8").partition(begin)
    _old, _end, after = rest.partition(end)
    document.write_text(f"{before}{begin}\n\n{text}\n{end}{after}", "utf-8")


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
