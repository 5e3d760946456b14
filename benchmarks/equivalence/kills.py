"""`python -m benchmarks.equivalence.kills` kills builds at random moments and looks at what they leave.

At each kill every published file must be whole (as before, or as the new build makes it), none that both have may be
missing, and the next build that is let through must equal a clean one. Linux only: builds are forked from this process.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import showcase.workers
from benchmarks.equivalence.edits import EDITS
from benchmarks.equivalence.generated_site import GeneratedSite
from benchmarks.equivalence.sequences import Files, clean_build, published, request
from showcase.build import build
from showcase.publish.journal import NAME as JOURNAL
from showcase.publish.output_paths import TEMPORARY
from showcase.store.sqlite_store import SqliteStore
from showcase.workers import Workers

_EDITS = (
    "add_story",
    "edit_body",
    "edit_title",
    "edit_date",
    "change_picture",
    "rename_brand",
    "rename_story",
)
_STORIES = 30
_SITES = 20
"""A new site after so many kills."""


def main() -> int:
    """The command; 0 when nothing was lost, torn or stale."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.equivalence.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, metavar="N", help="how many (100)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of all that is random (1)")
    asked = parser.parse_args()
    # Small sites, too, shall be built by several processes.
    showcase.workers._WORTH_A_POOL = 8  # noqa: SLF001
    draw = random.Random(asked.seed)
    killed, publishing, faults = 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="showcase-kills-") as folder:
        while killed < asked.kills:
            seed = draw.randrange(10**6)
            run = _Run(Path(folder), seed)
            while killed + run.kills < asked.kills and run.kills < _SITES:
                found = run.round()
                faults += len(found)
                for fault in found:
                    print(f"seed {asked.seed}, site {seed}, kill {run.kills}: {fault}", flush=True)
                if run.rounds > 3 * _SITES:
                    break
            killed += run.kills
            publishing += run.publishing
            print(f"{killed} killed, {publishing} of them while publishing; {faults} faults", flush=True)
    return 1 if faults else 0


class _Run:
    """One site; each round edits it, kills builds of it, and lets one through."""

    def __init__(self, folder: Path, seed: int) -> None:
        shutil.rmtree(folder / "site", ignore_errors=True)
        self._draw = random.Random(seed)
        self._site = GeneratedSite(folder / "site", seed, stories=_STORIES)
        self._folder = folder
        self._length = 1.0
        self.kills = 0
        self.publishing = 0
        self.rounds = 0

    def round(self) -> list[str]:
        """What was wrong."""
        draw, site = self._draw, self._site
        self.rounds += 1
        public = site.folder / "public"
        if draw.random() < 0.15:
            shutil.rmtree(public, ignore_errors=True)
        if draw.random() < 0.3:
            shutil.rmtree(site.folder / ".showcase", ignore_errors=True)
        before = published(public)
        for _ in range(draw.randint(1, 6)):
            EDITS[draw.choice(_EDITS)](site)
        clean = self._folder / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        built, wanted = clean_build(site, clean)
        if built.faulty:
            EDITS["edit_settings"](site)
            return []
        faults = []
        for _ in range(draw.choice((1, 1, 2, 3))):
            # Publishing is short and comes last: half of the kills aim at it.
            moment = draw.choice((draw.uniform(0, 1), draw.uniform(0.6, 1.05)))
            if self._kill(moment * self._length, jobs=draw.choice((1, 2))):
                self.kills += 1
                self.publishing += (public / JOURNAL).exists()
                faults += _torn(published(public), before, wanted)
        started = time.perf_counter()
        if self._let(jobs=1):
            faults.append("the next build failed")
        self._length = 0.5 * self._length + 0.5 * (time.perf_counter() - started)
        found = published(public)
        faults += [f"{name} is not as in a clean build" for name in _other(found, wanted)]
        return faults

    def _kill(self, after: float, jobs: int) -> bool:
        child = self._start(jobs)
        child.join(after)
        child.kill()
        child.join()
        return child.exitcode == -signal.SIGKILL

    def _let(self, jobs: int) -> int:
        child = self._start(jobs)
        child.join()
        return child.exitcode or 0

    def _start(self, jobs: int) -> multiprocessing.process.BaseProcess:
        child = multiprocessing.get_context("fork").Process(target=_build, args=(self._site, jobs))
        child.start()
        return child


def _build(site: GeneratedSite, jobs: int) -> None:
    store = SqliteStore(site.folder / ".showcase/cache.sqlite3", "kills")
    with Workers(jobs) as workers:
        _, report = build(request(site, site.folder / "public"), store, workers)
    store.close()
    sys.exit(0 if report else 1)


def _torn(found: Files, before: Files, wanted: Files) -> list[str]:
    faults = []
    for name, data in found.items():
        ours = TEMPORARY in name or data in (before.get(name), wanted.get(name))
        if not ours:
            faults.append(f"{name} is neither as before nor as wanted")
    faults += [f"{name} is missing" for name in before.keys() & wanted.keys() - found.keys()]
    return faults


def _other(found: Files, wanted: Files) -> list[str]:
    return sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))


if __name__ == "__main__":
    sys.exit(main())
