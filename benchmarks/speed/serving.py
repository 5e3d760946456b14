"""From a saved edit to the changed page in the development server."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.speed.bench import Site
from benchmarks.speed.peers.peer import Command

_PAUSE = 0.005
"""Seconds between two requests for the page."""
_FIRST = 600.0
_LATER = 180.0


@dataclass(frozen=True, slots=True)
class Served:
    """`ready`: seconds from the start to the first page; `edit`: median seconds from save to changed page."""

    peer: str
    stories: int
    ready: float
    edit: float


class NotServedError(Exception):
    """The page did not come, or not in time."""


def measure_serving(site: Site, edits: int) -> Served | None:
    """Starts the server, edits one story's body `edits` times; None for a generator without a server."""
    port = _free_port()
    command = site.serve_command(port)
    if command is None:
        return None
    url = f"http://127.0.0.1:{port}{site.served_story()}"
    started = time.perf_counter()
    with _running(site, command) as process:
        _wait(url, "<article", _FIRST, process)
        ready = time.perf_counter() - started
        times = []
        for _ in range(edits):
            # Servers gather the saves of a moment, and some rebuild once more after their start.
            time.sleep(1.5)
            _, nonce = site.edit("body")
            saved = time.perf_counter()
            _wait(url, nonce, _LATER, process)
            times.append(time.perf_counter() - saved)
    return Served(site.peer.name, site.corpus.size, ready, statistics.median(times))


@contextlib.contextmanager
def _running(site: Site, command: Command) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command.arguments,
        cwd=site.folder,
        env={**os.environ, **command.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        # Some servers start others, which would outlive them.
        for signal_ in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal_)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)


def _wait(url: str, wanted: str, most: float, process: subprocess.Popen[bytes]) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.perf_counter() + most
    while time.perf_counter() < end:
        if process.poll() is not None:
            raise NotServedError(f"the server ended with {process.returncode}")
        try:
            with opener.open(url, timeout=30) as answer:
                if wanted in answer.read().decode("utf-8", "replace"):
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
        time.sleep(_PAUSE)
    raise NotServedError(f"not served within {most:.0f} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
