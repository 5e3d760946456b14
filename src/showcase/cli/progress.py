"""A line that says what the build is at, on a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from showcase.cli.surroundings import Surroundings


@contextmanager
def progress(machine: Surroundings) -> Iterator[Callable[[str, int], None]]:
    """A function for the build to call at each stage; what it showed is wiped at the end."""
    width = 0

    def show(stage: str, count: int) -> None:
        nonlocal width
        if machine.interactive:
            text = f"{stage} {count} …"
            machine.errors.write("\r" + text.ljust(width))
            machine.errors.flush()
            width = max(width, len(text))

    try:
        yield show
    finally:
        if width:
            machine.errors.write("\r" + " " * width + "\r")
            machine.errors.flush()
