"""`python -m benchmarks.equivalence` plays random sequences of edits and compares every incremental build with a clean one.

A sequence that fails is shrunk, and printed as a command to play it again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from pathlib import Path

from benchmarks.equivalence.sequences import Difference, EditSequence, play, shrunk

_OTHER_PROCESS = 10
"""Every so many sequences, the last clean build is made by a process of its own."""


def main() -> int:
    """The command; 0 when no sequence failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.equivalence", description=__doc__)
    parser.add_argument("--sequences", type=int, default=100, metavar="N", help="how many (100)")
    parser.add_argument("--minutes", type=float, default=0, metavar="N", help="end after so long (no end)")
    parser.add_argument("--edits", type=int, default=20, metavar="N", help="edits in each (20)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="the first one's (1)")
    parser.add_argument("--replay", metavar="SEQUENCE", help="one sequence, as it was printed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="showcase-equivalence-") as folder:
        if asked.replay:
            found = _played(EditSequence.parsed(asked.replay), Path(folder))
            print(found or "as in a clean build")
            return 1 if found else 0
        return _run(asked, Path(folder))


def _run(asked: argparse.Namespace, folder: Path) -> int:
    started = time.monotonic()
    played, failed = 0, 0
    for seed in range(asked.seed, asked.seed + asked.sequences):
        if asked.minutes and time.monotonic() - started > asked.minutes * 60:
            break
        sequence = EditSequence.drawn(seed, asked.edits)
        found = _played(sequence, folder, other_process=seed % _OTHER_PROCESS == 0)
        played += 1
        if found:
            failed += 1
            print(f"seed {seed}, after edit {found.step}: {found.what}", flush=True)
            small = shrunk(sequence, found, lambda one: _played(one, folder))
            print(f"  python -m benchmarks.equivalence --replay '{small}'", flush=True)
        if played % 25 == 0:
            _tell(played, failed, asked.edits, started)
    _tell(played, failed, asked.edits, started)
    return 1 if failed else 0


def _tell(played: int, failed: int, edits: int, started: float) -> None:
    hours = (time.monotonic() - started) / 3600
    cpu = time.process_time() / max(1, played)
    print(
        f"{played} sequences of {edits} edits, {failed} failed; {played / hours:.0f} an hour, {cpu:.1f} s of CPU each",
        flush=True,
    )


def _played(sequence: EditSequence, folder: Path, *, other_process: bool = False) -> Difference | None:
    """A bug that ends a build is a difference, too."""
    try:
        return play(sequence, folder / "run", other_process=other_process)
    except Exception:  # noqa: BLE001
        return Difference(len(sequence.steps), traceback.format_exc(limit=-4))


if __name__ == "__main__":
    sys.exit(main())
