"""The tables of one run, printed and written between two marks of docs/benchmarks.md."""

from __future__ import annotations

import datetime
import os
import platform
import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.speed.bench import CASES, Measured
from benchmarks.speed.peers.peer import Peer
from benchmarks.speed.serving import Served

DOCUMENT = Path(__file__).parents[2] / "docs/benchmarks.md"
BEGIN, END = "<!-- speed: start (make bench) -->\n", "<!-- speed: end -->\n"
_CASES = {
    "cold": "from nothing",
    "nothing": "nothing changed",
    "body": "one story's body",
    "title": "one story's title",
    "template": "the template of stories",
    "brand": "one brand's name",
}


def write_report(
    peers: Sequence[Peer],
    measured: Sequence[Measured],
    served: Sequence[Served],
    missing: Sequence[str],
    *,
    only_print: bool,
) -> None:
    """Prints the tables and, unless asked not to, puts them into docs/benchmarks.md."""
    text = "\n".join(_lines(peers, measured, served, missing)) + "\n"
    print(text)
    if not only_print:
        document = DOCUMENT.read_text(encoding="utf-8")
        before, rest = document.split(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}{text}{END}{rest.split(END)[1]}", encoding="utf-8")


def _lines(
    peers: Sequence[Peer], measured: Sequence[Measured], served: Sequence[Served], missing: Sequence[str]
) -> Iterator[str]:
    versions = ", ".join(f"{peer.label} {peer.version}" for peer in peers)
    yield f"{datetime.datetime.now(tz=datetime.UTC).date()}, {os.cpu_count()} cores, {_memory()}, {platform.system()}, Python {platform.python_version()}; {versions}."
    yield ""
    for size in sorted({one.stories for one in measured}):
        here = [one for one in measured if one.stories == size]
        names = [peer for peer in peers if any(one.peer == peer.name for one in here)]
        rounds = max(sum(1 for one in here if one.peer == peer.name and one.case == "cold") for peer in names)
        yield f"### {size:,} stories (medians of {rounds})"
        yield ""
        yield f"| built after a change of | {' | '.join(peer.label for peer in names)} | showcase ÷ the others, seconds |"
        yield f"| --- |{' --- |' * len(names)} --- |"
        for case in CASES:
            cells = [_cell(here, peer, case) for peer in names]
            yield f"| {_CASES[case]} | {' | '.join(cells)} | {_ratios(here, names, case)} |"
        pages = [
            f"{_median(here, peer, 'cold', lambda one: one.pages):,.0f} pages, {_median(here, peer, 'cold', lambda one: one.size) / 1e6:.0f} MB"
            for peer in names
        ]
        yield f"| (output) | {' | '.join(pages)} | |"
        waits = {one.peer: one for one in served if one.stories == size}
        if waits:
            cells = [f"{waits[peer.name].edit * 1000:.0f} ms" if peer.name in waits else "" for peer in names]
            own = waits.get("showcase")
            ratios = [
                f"{own.edit / waits[peer.name].edit:.2f}" for peer in names[1:] if own and peer.name in waits
            ]
            yield f"| development server: save to changed page | {' | '.join(cells)} | {' · '.join(ratios)} |"
        yield ""
    yield "Each cell: seconds on the clock · CPU seconds of all processes · most memory of all processes at one moment."
    lacks = [f"{peer.label} lacks {peer.lacks}" for peer in peers if peer.lacks]
    if lacks:
        yield f"Equal work but for this: {'; '.join(lacks)}; only showcase makes a search index."
    for fault in missing:
        yield f"Not measured: {fault.splitlines()[0]}"


def _cell(measured: Sequence[Measured], peer: Peer, case: str) -> str:
    wall = _median(measured, peer, case, lambda one: one.sample.wall)
    cpu = _median(measured, peer, case, lambda one: one.sample.cpu)
    memory = _median(measured, peer, case, lambda one: one.sample.memory)
    return f"{wall:.2f} · {cpu:.2f} · {memory / 1e6:.0f} MB" if wall else ""


def _ratios(measured: Sequence[Measured], peers: Sequence[Peer], case: str) -> str:
    own = _median(measured, peers[0], case, lambda one: one.sample.wall)
    others = [(peer, _median(measured, peer, case, lambda one: one.sample.wall)) for peer in peers[1:]]
    return " · ".join(f"{own / wall:.2f}" for _, wall in others if wall)


def _median(
    measured: Sequence[Measured], peer: Peer, case: str, figure: Callable[[Measured], float]
) -> float:
    found = [figure(one) for one in measured if one.peer == peer.name and one.case == case]
    return statistics.median(found) if found else 0.0


def _memory() -> str:
    try:
        found = re.search(r"MemTotal:\s+(\d+) kB", Path("/proc/meminfo").read_text(encoding="utf-8"))
    except OSError:
        return "memory unknown"
    return f"{int(found[1]) / 1e6:.0f} GB of memory" if found else "memory unknown"
