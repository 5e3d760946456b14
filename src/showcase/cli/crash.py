"""What is left of a bug of ours: a file with the traceback, and a plain sentence on screen."""

from __future__ import annotations

import platform
import tempfile
import traceback
from pathlib import Path

from showcase import __version__
from showcase.cli.surroundings import Surroundings


def save_report(error: BaseException, machine: Surroundings) -> Path:
    """Writes the traceback to a new file and returns its path: in the current folder, else the system's temporary
    one."""
    text = "".join(
        [
            f"showcase {__version__}, Python {platform.python_version()}, {platform.system()}\n\n",
            *traceback.format_exception(error),
        ]
    )
    for folder in (machine.cwd, Path(tempfile.gettempdir())):
        try:
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", prefix="showcase-crash-", suffix=".txt", dir=folder, delete=False
            ) as file:
                file.write(text)
        except OSError:
            continue
        return Path(file.name)
    return Path("-")
