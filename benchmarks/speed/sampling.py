"""Seconds on the clock, CPU seconds and memory of a command with all processes that it starts. Linux only: reads /proc."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PERIOD = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run. `wall` and `cpu` (user and system) in seconds; `memory`: the most that all processes of the tree held
    at one moment, in bytes, pages that they share counted once (proportional set size)."""

    wall: float
    cpu: float
    memory: int


class FailedError(Exception):
    """A command ended with a fault; holds the end of what it said."""


def run(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], *, memory_limit: int = 0
) -> Sample:
    """Runs a command to its end. Raises FailedError, also where it is ended for holding more than `memory_limit` bytes."""
    started = time.perf_counter()
    process = subprocess.Popen(
        arguments,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    watch = _MemoryWatch(process.pid, memory_limit)
    watch.start()
    said = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.stop()
    if watch.ended:
        raise FailedError(f"ended after {wall:.0f} s: it held more than {memory_limit / 1e9:.1f} GB")
    if process.returncode:
        raise FailedError(said.decode("utf-8", "replace")[-2000:])
    return Sample(wall, usage.ru_utime + usage.ru_stime, watch.most)


class _MemoryWatch(threading.Thread):
    def __init__(self, root: int, limit: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._limit = limit
        self._over = threading.Event()
        self.most = 0
        self.ended = False

    def run(self) -> None:
        period = _PERIOD
        while not self._over.wait(period):
            started = time.perf_counter()
            processes = tree(self._root)
            self.most = max(self.most, sum(map(_held, processes)))
            if self._limit and self.most > self._limit:
                self.ended = True
                for process in processes:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(process, signal.SIGKILL)
                return
            # The kernel walks all pages of a process for this: of a large one it takes a while, and the looking shall not
            # take more than a twentieth of a core from what is measured.
            period = max(_PERIOD, 20 * (time.perf_counter() - started))

    def stop(self) -> None:
        self._over.set()
        self.join()


def tree(root: int) -> list[int]:
    """The process and all its descendants."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                # The name stands in brackets and may hold anything; the parent is the second field behind it.
                parent = int(
                    (folder / "stat")
                    .read_text(encoding="utf-8", errors="replace")
                    .rpartition(")")[2]
                    .split()[1]
                )
            except (OSError, ValueError, IndexError):
                continue
            children.setdefault(parent, []).append(int(folder.name))
    found = [root]
    for process in found:
        found += children.get(process, ())
    return found


def _held(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return 0
