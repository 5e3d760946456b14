"""The tables of the measurements, printed and written between two marks of docs/benchmarks.md."""

from __future__ import annotations

import datetime
import math
import os
import platform
import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.speed.bars import BARS, MEMORY, SERVED, Bar, Verdict
from benchmarks.speed.bench import CASES, Measured
from benchmarks.speed.peers.peer import Peer
from benchmarks.speed.results import Results

DOCUMENT = Path(__file__).parents[2] / "docs/benchmarks.md"
BEGIN, END = "<!-- speed: start (make bench) -->\n", "<!-- speed: end -->\n"
_CASES = {
    "cold": "from nothing",
    "nothing": "nothing changed",
    "body": "one body",
    "title": "one title",
    "template": "one template",
    "brand": "one brand's name",
}
_EXPONENT = 1.05
_LARGE = 10000


def write_report(peers: Sequence[Peer], results: Results, *, only_print: bool) -> None:
    """Prints the tables and, unless asked not to, puts them into docs/benchmarks.md."""
    text = "\n".join(_lines(peers, results)) + "\n"
    print(text)
    if not only_print:
        document = DOCUMENT.read_text(encoding="utf-8")
        before, rest = document.split(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}{text}{END}{rest.split(END)[1]}", encoding="utf-8")


def _lines(peers: Sequence[Peer], results: Results) -> Iterator[str]:
    versions = ", ".join(f"{peer.label} {peer.version}" for peer in peers)
    day = datetime.datetime.now(tz=datetime.UTC).date()
    yield f"{day}, {os.cpu_count()} cores, {_memory()}, {platform.system()}, Python {platform.python_version()}; {versions}."
    yield ""
    for size in sorted({one.stories for one in results.measured}):
        table = _Size(size, peers, results)
        yield f"### {size:,} stories"
        yield ""
        yield from table.seconds()
        yield ""
        yield from table.ratios()
        yield ""
    yield from _growth(results)
    yield from _starts(results)
    yield "Seconds are on the clock, and of CPU of all processes (medians where a build was made several times). Memory is the most that all processes held at one moment. A ratio is showcase's seconds divided by the other's; a bar that is reached has a ✓."
    lacks = [f"{peer.label} lacks {peer.lacks}" for peer in peers if peer.lacks]
    if lacks:
        yield f"Equal work but for this: {'. '.join(lacks)}. Of the others only Zensical and MkDocs-Material make a search index, and none makes pictures ready (smaller sizes, no metadata): they copy them."
    slow = [peer.label for peer in peers if peer.slow]
    if slow:
        yield f"So slow that each was built once only, and not after every kind of edit: {', '.join(slow)}."
    small = [f"{peer.label} ({peer.most:,})" for peer in peers if peer.most < _LARGE]
    if small:
        yield f"Not measured with {_LARGE:,} stories, for the time it takes (most stories): {', '.join(small)}."
    for fault in results.missing:
        yield f"Not measured: {fault.said}"


class _Size:
    """The two tables of one number of stories."""

    def __init__(self, size: int, peers: Sequence[Peer], results: Results) -> None:
        self._measured = [one for one in results.measured if one.stories == size]
        self._peers = [peer for peer in peers if any(one.peer == peer.name for one in self._measured)]
        self._waits = {one.peer: one.edit for one in results.served if one.stories == size}
        self._size = size
        self._cases = [case for case in CASES if any(one.case == case for one in self._measured)]

    def seconds(self) -> Iterator[str]:
        """A line for each generator."""
        yield f"| seconds · CPU | {' | '.join(_CASES[case] for case in self._cases)} | memory | output | dev server: save → page |"
        yield f"| --- |{' --- |' * (len(self._cases) + 3)}"
        for peer in self._peers:
            cells = [self._cell(peer, case) for case in self._cases]
            memory = f"{self._median(peer, 'cold', lambda one: one.sample.memory) / 1e6:,.0f} MB"
            output = f"{self._median(peer, 'cold', lambda one: one.pages):,.0f} pages, {self._median(peer, 'cold', lambda one: one.size) / 1e6:,.0f} MB"
            wait = f"{self._waits[peer.name] * 1000:,.0f} ms" if peer.name in self._waits else ""
            yield f"| {peer.label} | {' | '.join(cells)} | {memory} | {output} | {wait} |"

    def ratios(self) -> Iterator[str]:
        """A line for each case: showcase against each of the others, and the bars."""
        others = [peer for peer in self._peers if peer.name != "showcase"]
        if others:
            yield f"| showcase ÷ | {' | '.join(peer.label for peer in others)} | bar |"
            yield f"| --- |{' --- |' * (len(others) + 1)}"
        else:
            yield "| | bar |"
            yield "| --- | --- |"
        for case in self._cases:
            ratios = {peer.name: self._ratio(peer, case) for peer in others}
            cells = [f"{ratio:.2f}" if (ratio := ratios[peer.name]) else "" for peer in others]
            verdicts = [self._verdict(bar, case, ratios) for bar in BARS.get(case, ())]
            yield self._line(_CASES[case], cells, verdicts)
        yield self._line("memory, cold", ["" for _ in others], [self._memory_verdict()])
        own = self._waits.get("showcase")
        if own:
            ratios = {
                peer.name: own / self._waits[peer.name] if peer.name in self._waits else 0.0
                for peer in others
            }
            cells = [f"{ratio:.2f}" if (ratio := ratios[peer.name]) else "" for peer in others]
            most = SERVED.get(self._size)
            verdicts = [Verdict(f"≤ {most * 1000:.0f} ms", own <= most)] if most else []
            if ratios.get("hugo"):
                verdicts.append(Verdict("≤ 0.2 × Hugo", ratios["hugo"] <= 0.2))
            yield self._line("dev server", cells, verdicts)

    def _line(self, name: str, cells: Sequence[str], verdicts: Sequence[Verdict | None]) -> str:
        said = ", ".join(str(verdict) for verdict in verdicts if verdict)
        return f"| {' | '.join([name, *cells, said])} |"

    def _verdict(self, bar: Bar, case: str, ratios: dict[str, float]) -> Verdict | None:
        if bar.sizes and self._size not in bar.sizes:
            return None
        if bar.against == "own cold":
            cold = self._wall("showcase", "cold")
            value = self._wall("showcase", case) / cold if cold else 0.0
        elif bar.against == "cpu":
            value = self._median_of("showcase", case, lambda one: one.sample.cpu)
        elif bar.against == "python":
            value = max((ratios[peer.name] for peer in self._peers if peer.python), default=0.0)
        else:
            value = ratios.get(bar.against, 0.0)
        if not value:
            return None
        measured = f" ({value:.2f})" if bar.against in ("own cold", "cpu") else ""
        return Verdict(bar.text + measured, value <= bar.most)

    def _memory_verdict(self) -> Verdict | None:
        most = MEMORY.get(self._size)
        held = self._median_of("showcase", "cold", lambda one: one.sample.memory) / 1e6
        return Verdict(f"≤ {most:,} MB ({held:,.0f})", held <= most) if most and held else None

    def _cell(self, peer: Peer, case: str) -> str:
        wall = self._wall(peer.name, case)
        return f"{wall:.2f} · {self._median(peer, case, lambda one: one.sample.cpu):.2f}" if wall else ""

    def _ratio(self, peer: Peer, case: str) -> float:
        wall = self._wall(peer.name, case)
        return self._wall("showcase", case) / wall if wall else 0.0

    def _wall(self, peer: str, case: str) -> float:
        return self._median_of(peer, case, lambda one: one.sample.wall)

    def _median(self, peer: Peer, case: str, figure: Callable[[Measured], float]) -> float:
        return self._median_of(peer.name, case, figure)

    def _median_of(self, peer: str, case: str, figure: Callable[[Measured], float]) -> float:
        found = [figure(one) for one in self._measured if one.peer == peer and one.case == case]
        return statistics.median(found) if found else 0.0


def _growth(results: Results) -> Iterator[str]:
    """How a cold build grows: the exponent of the number of stories, from the smallest size of 1,000 or more."""
    own = [
        one
        for one in results.measured
        if one.peer == "showcase" and one.case == "cold" and one.stories >= 1000
    ]
    sizes = sorted({one.stories for one in own})
    if len(sizes) < 2:
        return
    yield "### Growth"
    yield ""
    yield "| stories, from nothing | seconds | CPU seconds | memory | output |"
    yield "| --- | --- | --- | --- | --- |"
    cpu = {}
    for size in sizes:
        here = [one for one in own if one.stories == size]
        cpu[size] = statistics.median(one.sample.cpu for one in here)
        wall = statistics.median(one.sample.wall for one in here)
        memory = statistics.median(one.sample.memory for one in here)
        yield f"| {size:,} | {wall:,.1f} | {cpu[size]:,.1f} | {memory / 1e6:,.0f} MB | {here[-1].files:,} files, {here[-1].size / 1e6:,.0f} MB |"
    first, last = sizes[0], sizes[-1]
    exponent = math.log(cpu[last] / cpu[first]) / math.log(last / first)
    verdict = Verdict(f"≤ {_EXPONENT}", exponent <= _EXPONENT)
    yield ""
    yield f"CPU grows from {first:,} to {last:,} stories with the power {exponent:.2f} ({verdict})."
    yield ""


def _starts(results: Results) -> Iterator[str]:
    if results.starts:
        yield "### Starting"
        yield ""
        yield "| | seconds | CPU seconds | bar |"
        yield "| --- | --- | --- | --- |"
        for one in results.starts:
            yield f"| {one.what} | {one.wall:.2f} | {one.cpu:.2f} | {Verdict(f'≤ {one.bar} s of CPU', one.cpu <= one.bar)} |"
        yield ""


def _memory() -> str:
    try:
        found = re.search(r"MemTotal:\s+(\d+) kB", Path("/proc/meminfo").read_text(encoding="utf-8"))
    except OSError:
        return "memory unknown"
    return f"{int(found[1]) / 1e6:.0f} GB of memory" if found else "memory unknown"
