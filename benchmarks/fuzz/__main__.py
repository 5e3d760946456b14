"""`python -m benchmarks.fuzz` gives mutated inputs to every entry point: nothing may be raised, and nothing may hang.

Each run depends on its entry and number alone; what fails is printed as a command to run it again.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from random import Random

from benchmarks.fuzz.entries import ENTRIES
from benchmarks.fuzz.mutations import mutated

_BATCH = 50
"""Runs of one entry before the next one's turn comes."""
_TOLD = 20
"""Failures of an entry that are printed; the others are counted."""


class HangError(BaseException):
    """A run took too long. Not an Exception, so that nobody takes it for a fault of the input."""


def main() -> int:
    """The command; 0 when nothing failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1, metavar="N", help="how long in all (1)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="number of the first run (0)")
    parser.add_argument("--entries", default=",".join(ENTRIES), metavar="NAME,NAME", help="which (all)")
    parser.add_argument(
        "--limit", type=float, default=10, metavar="N", help="seconds of CPU for one run (10)"
    )
    parser.add_argument("--replay", metavar="ENTRY:NUMBER", help="one run")
    asked = parser.parse_args()
    if asked.replay:
        name, _, number = asked.replay.partition(":")
        said = run_once(name, ENTRIES[name].seeds(), int(number), asked.limit)
        print(said or "nothing failed")
        return 1 if said else 0
    return fuzz(asked.entries.split(","), asked.seed, asked.minutes * 60, asked.limit)


def fuzz(names: Sequence[str], seed: int, seconds: float, limit: float) -> int:
    """Runs the entries in turn for so long; the number of failures."""
    seeds = {name: ENTRIES[name].seeds() for name in names}
    runs = dict.fromkeys(names, 0)
    failures = dict.fromkeys(names, 0)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for name in names:
            # A whole site takes a hundred times as long as a text: each has its share of the time, not of the runs.
            turn = time.monotonic() + seconds / len(names) / 20
            for _ in range(_BATCH):
                said = run_once(name, seeds[name], seed + runs[name], limit)
                if said:
                    failures[name] += 1
                    if failures[name] <= _TOLD:
                        print(
                            f"python -m benchmarks.fuzz --replay {name}:{seed + runs[name]}\n{said}",
                            flush=True,
                        )
                runs[name] += 1
                if time.monotonic() > min(turn, end):
                    break
    for name in names:
        print(f"{name}: {runs[name]:,} runs, {failures[name]} failures", flush=True)
    return sum(failures.values())


def run_once(name: str, seeds: Sequence[bytes], number: int, limit: float) -> str:
    """Run `number` of an entry; what was raised, or nothing."""
    data = mutated(seeds, Random(f"{name}/{number}"))
    before = signal.signal(signal.SIGPROF, _hang)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        ENTRIES[name].run(data)
    except (Exception, HangError):  # noqa: BLE001 - whatever is raised is what is looked for
        return f"{traceback.format_exc(limit=-4)}  input: {data[:300]!r}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return ""


def _hang(_signal: int, _frame: object) -> None:
    raise HangError


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
