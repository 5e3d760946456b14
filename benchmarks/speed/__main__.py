"""`python -m benchmarks.speed` builds the same stories with every generator and writes docs/benchmarks.md (`make bench`)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.bench import CASES, Measured, Site, WrongOutputError
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.eleventy import ELEVENTY
from benchmarks.speed.peers.hugo import HUGO
from benchmarks.speed.peers.own import SHOWCASE
from benchmarks.speed.peers.peer import NotInstalledError, Peer
from benchmarks.speed.peers.pelican import PELICAN
from benchmarks.speed.report import write_report
from benchmarks.speed.sampling import FailedError
from benchmarks.speed.serving import NotServedError, Served, measure_serving

PEERS = (SHOWCASE, HUGO, ELEVENTY, PELICAN)
WORK = Path(__file__).parents[1] / ".work"


def main() -> int:
    """The command; 0 when every run that was asked for could be made."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--stories", default="1000", metavar="N,N", help="sizes (1000)")
    parser.add_argument(
        "--peers", default="hugo,eleventy,pelican", metavar="NAME,NAME", help="whom to compare with"
    )
    parser.add_argument("--repeats", type=int, default=3, metavar="N", help="rounds, taken alternately (3)")
    parser.add_argument(
        "--edits", type=int, default=5, metavar="N", help="edits in the development servers (5)"
    )
    parser.add_argument(
        "--slow-limit",
        type=int,
        default=1000,
        metavar="N",
        help="sizes beyond are for showcase and Hugo alone (1000)",
    )
    parser.add_argument("--only-print", action="store_true", help="leave docs/benchmarks.md as it is")
    asked = parser.parse_args()
    names = {"showcase", *asked.peers.split(",")}
    peers = [peer for peer in PEERS if peer.name in names]
    measured: list[Measured] = []
    served: list[Served] = []
    missing: list[str] = []
    for size in (int(text) for text in asked.stories.split(",")):
        wanted = peers if size <= asked.slow_limit else [peer for peer in peers if peer in (SHOWCASE, HUGO)]
        sites = _sites(wanted, Corpus(size), missing)
        _measure(sites, asked.repeats, measured, missing)
        for site in sites:
            try:
                found = measure_serving(site, asked.edits) if asked.edits else None
            except (NotServedError, WrongOutputError) as error:
                missing.append(f"{site.peer.label}, {size} stories, development server: {error}")
                continue
            if found is not None:
                served.append(found)
                print(
                    f"{found.peer} {size}: ready {found.ready:.2f} s, edit {found.edit * 1000:.0f} ms",
                    flush=True,
                )
    write_report(peers, measured, served, missing, only_print=asked.only_print)
    return 1 if missing else 0


def _sites(peers: Sequence[Peer], corpus: Corpus, missing: list[str]) -> list[Site]:
    """A site for each generator that can be installed."""
    sites = []
    for peer in peers:
        try:
            program = peer.install(WORK / peer.name)
        except NotInstalledError as error:
            missing.append(f"{peer.label}: not installed: {error}")
            continue
        site = Site(peer, program, corpus, WORK / peer.name / f"stories-{corpus.size}")
        site.write()
        sites.append(site)
    return sites


def _measure(sites: list[Site], repeats: int, measured: list[Measured], missing: list[str]) -> None:
    """Round by round, so that a slow spell of the machine hits all alike; one who fails is left out from there on."""
    for _ in range(repeats):
        for site in list(sites):
            try:
                for case in CASES:
                    one = site.measure(case)
                    measured.append(one)
                    sample = one.sample
                    print(
                        f"{one.peer} {one.stories} {case}: {sample.wall:.2f} s, CPU {sample.cpu:.2f} s,"
                        f" {sample.memory / 1e6:.0f} MB, {one.pages} pages",
                        flush=True,
                    )
            except (FailedError, WrongOutputError) as error:
                missing.append(f"{site.peer.label}, {site.corpus.size} stories: {error}")
                sites.remove(site)


if __name__ == "__main__":
    sys.exit(main())
