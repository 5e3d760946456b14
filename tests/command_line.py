"""Runs the program in this process, with surroundings that a test chooses."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from pathlib import Path

from showcase.cli.main import run
from showcase.cli.surroundings import Surroundings


@dataclass(frozen=True)
class Result:
    """An exit code with what was printed."""

    code: int
    output: str
    errors: str


def run_showcase(*arguments: str | Path, cwd: Path, lang: str = "zh", today: str = "2026-11-23") -> Result:
    """One call of the program, single process."""
    output, errors = io.StringIO(), io.StringIO()
    machine = Surroundings(
        cwd=cwd,
        environ={},
        today=datetime.date.fromisoformat(today),
        language="zh" if lang == "zh" else "en",
        processors=1,
        output=output,
        errors=errors,
    )
    try:
        code = run([str(argument) for argument in arguments], machine)
    except SystemExit as stop:
        code = int(stop.code or 0)
    return Result(code, output.getvalue(), errors.getvalue())
