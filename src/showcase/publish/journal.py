"""What a build is about to write, kept in the output folder while it does.

A killed build leaves files that no manifest lists. The journal tells the next build which of them are ours: those that
hold exactly the bytes that were meant to be written.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from showcase.publish.output_paths import TEMPORARY, is_safe
from showcase.publish.own_files import read_own

NAME = f"{TEMPORARY}journal"


@dataclass(frozen=True, slots=True)
class Journal:
    """Path → the SHA-256 of each content that an unfinished build may have written there."""

    files: dict[str, tuple[str, ...]]


def read_journal(folder: Path) -> Journal | None:
    """The journal of an unfinished build, if there is one; an unreadable one counts as empty."""
    path = folder / NAME
    if not os.path.lexists(path):
        return None
    data = read_own(path)
    try:
        read = msgspec.json.decode(data or b"", type=Journal)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Journal({})
    return Journal({name: digests for name, digests in read.files.items() if is_safe(name)})


def merged(earlier: Journal | None, planned: Mapping[str, str]) -> bytes:
    """A journal of what an earlier build left and this one plans, encoded."""
    files = dict(earlier.files) if earlier else {}
    for path, sha256 in planned.items():
        files[path] = tuple(sorted({*files.get(path, ()), sha256}))
    return msgspec.json.encode(Journal(dict(sorted(files.items()))))


def remove_unfinished(folder: Path, *, everywhere: bool) -> None:
    """Removes unfinished files (not the journal): `everywhere`, or at the top alone, which is cheap. Follows no link."""
    waiting = [os.fspath(folder)]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if everywhere:
                        waiting.append(entry.path)
                elif entry.name.startswith(TEMPORARY) and entry.name != NAME:
                    with contextlib.suppress(OSError):
                        Path(entry.path).unlink()
