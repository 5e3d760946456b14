"""What the command line reads from the machine, once, so that no stage has to."""

from __future__ import annotations

import datetime
import locale
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from showcase.diagnostics.wording import MessageLanguage


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The machine at the moment of the call. `today` honours SOURCE_DATE_EPOCH (reproducible-builds.org)."""

    cwd: Path
    environ: Mapping[str, str]
    today: datetime.date
    language: MessageLanguage
    processors: int
    output: TextIO
    errors: TextIO

    @property
    def colour(self) -> bool:
        """Colours only on a terminal that can show them and where NO_COLOR (no-color.org) is not set."""
        environ = self.environ
        return self.errors.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"

    @property
    def interactive(self) -> bool:
        """True at a terminal, outside CI."""
        return self.errors.isatty() and not self.environ.get("CI")


def surroundings() -> Surroundings:
    """Reads the machine."""
    for stream in (sys.stdout, sys.stderr):
        # A Chinese message must come out whole where the locale is C or the console is GBK.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return Surroundings(
        cwd=Path.cwd(),
        environ=dict(os.environ),
        today=_today(os.environ),
        language=_language(os.environ),
        processors=_processors(),
        output=sys.stdout,
        errors=sys.stderr,
    )


def _today(environ: Mapping[str, str]) -> datetime.date:
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    return datetime.datetime.now().astimezone().date()


def _language(environ: Mapping[str, str]) -> MessageLanguage:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
