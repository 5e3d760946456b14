"""How long showcase takes before it does anything: its help, and a build of a small site where nothing changed."""

from __future__ import annotations

import shutil
import statistics
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.peer import Peer
from benchmarks.speed.sampling import run

_STORIES = 20


@dataclass(frozen=True, slots=True)
class Start:
    """Median seconds on the clock and of CPU; `bar`: seconds of CPU at most."""

    what: str
    wall: float
    cpu: float
    bar: float


def measure_start(peer: Peer, folder: Path, repeats: int) -> list[Start]:
    """Runs each several times. Raises FailedError."""
    program = peer.install(folder)
    site = folder / f"stories-{_STORIES}"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    peer.write(Corpus(_STORIES), site)
    build = peer.build(program).arguments
    run(build, site, {})
    return [
        _start("`showcase --help`", (str(program), "--help"), site, repeats, 0.25),
        _start(f"a build of {_STORIES} stories, nothing changed", build, site, repeats, 0.35),
    ]


def _start(what: str, command: tuple[str, ...], site: Path, repeats: int, bar: float) -> Start:
    samples = [run(command, site, {}) for _ in range(repeats)]
    return Start(
        what,
        statistics.median(sample.wall for sample in samples),
        statistics.median(sample.cpu for sample in samples),
        bar,
    )
