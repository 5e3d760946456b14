"""`python -m benchmarks.speed` builds the same stories with every generator and writes docs/benchmarks.md (`make bench`)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.bench import CASES, Site, WrongOutputError
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.astro import ASTRO
from benchmarks.speed.peers.eleventy import ELEVENTY
from benchmarks.speed.peers.hugo import HUGO
from benchmarks.speed.peers.mkdocs import MKDOCS
from benchmarks.speed.peers.nikola import NIKOLA
from benchmarks.speed.peers.own import SHOWCASE
from benchmarks.speed.peers.peer import NotInstalledError, Peer
from benchmarks.speed.peers.pelican import PELICAN
from benchmarks.speed.peers.zensical import ZENSICAL
from benchmarks.speed.report import write_report
from benchmarks.speed.results import Results
from benchmarks.speed.sampling import FailedError
from benchmarks.speed.serving import NotServedError, measure_serving
from benchmarks.speed.starting import measure_start

PEERS = (SHOWCASE, HUGO, ELEVENTY, ASTRO, PELICAN, ZENSICAL, MKDOCS, NIKOLA)
WORK = Path(__file__).parents[1] / ".work"
_SMALL = 1000
"""Beyond this there are fewer rounds and fewer cases."""
_PRESETS = {
    "quick": {"stories": "1000,10000", "repeats": 2, "large_repeats": 1, "edits": 3},
    "full": {"stories": "100,1000,10000", "repeats": 3, "large_repeats": 3, "edits": 5},
}


def main() -> int:
    """The command; 0 when every run that was asked for could be made."""
    asked = _arguments()
    names = [peer.name for peer in PEERS] if asked.peers == "all" else ["showcase", *asked.peers.split(",")]
    peers = [peer for peer in PEERS if peer.name in names]
    results = Results(WORK / "results.json")
    if not asked.merge:
        results.forget()
    for size in (int(text) for text in asked.stories.split(",")):
        results.renew(size, [peer.name for peer in peers])
        sites = _sites(
            [peer for peer in peers if peer is SHOWCASE or size <= peer.most], Corpus(size), size, results
        )
        _measure(sites, asked, size, results)
        _serve(sites, asked.edits, size, results)
        results.save()
    if asked.edits:
        results.starts = measure_start(SHOWCASE, WORK / "showcase", 5)
    results.save()
    shown = [peer for peer in PEERS if peer.name == "showcase" or results.has(peer.name)]
    write_report(shown, results, only_print=asked.only_print)
    return 1 if results.missing else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--preset", choices=_PRESETS, default="quick", help="sizes, rounds and edits (quick)")
    parser.add_argument("--stories", metavar="N,N", help="other sizes")
    parser.add_argument(
        "--peers", default="all", metavar="NAME,NAME", help="whom to compare with; own: nobody (all)"
    )
    parser.add_argument("--cases", default=",".join(CASES), metavar="NAME,NAME", help="which builds (all)")
    parser.add_argument(
        "--repeats", type=int, metavar="N", help="rounds up to 1,000 stories, taken alternately"
    )
    parser.add_argument("--large-repeats", type=int, metavar="N", help="rounds beyond 1,000 stories")
    parser.add_argument(
        "--edits", type=int, metavar="N", help="edits in the development servers; 0: no servers"
    )
    parser.add_argument(
        "--memory-limit",
        type=float,
        default=0,
        metavar="GB",
        help="a build that takes more is ended (no limit)",
    )
    parser.add_argument("--merge", action="store_true", help="keep what earlier runs measured of others")
    parser.add_argument("--only-print", action="store_true", help="leave docs/benchmarks.md as it is")
    asked = parser.parse_args()
    for name, value in _PRESETS[asked.preset].items():
        if getattr(asked, name) is None:
            setattr(asked, name, value)
    return asked


def _cases(peer: Peer, asked: argparse.Namespace, size: int) -> list[str]:
    """Others build all anew whatever changed: where that takes long, a cold build and one edit tell as much."""
    cases = [case for case in CASES if case in asked.cases.split(",")]
    if peer.brand is None:
        cases = [case for case in cases if case != "brand"]
    if peer.slow:
        return [case for case in cases if case in {"cold", "nothing", "body"}]
    if size > _SMALL and peer not in (SHOWCASE, HUGO):
        return [case for case in cases if case in {"cold", "body"}]
    return cases


def _sites(peers: Sequence[Peer], corpus: Corpus, size: int, results: Results) -> list[Site]:
    """A site for each generator that can be installed."""
    sites = []
    for peer in peers:
        try:
            program = peer.install(WORK / peer.name)
        except NotInstalledError as error:
            results.fail(peer, size, f"not installed: {error}")
            continue
        site = Site(peer, program, corpus, WORK / peer.name / f"stories-{corpus.size}")
        site.write()
        sites.append(site)
    return sites


def _measure(sites: list[Site], asked: argparse.Namespace, size: int, results: Results) -> None:
    """Round by round, so that a slow spell of the machine hits all alike; one who fails is left out from there on."""
    for number in range(asked.large_repeats if size > _SMALL else asked.repeats):
        for site in list(sites):
            if number and site.peer.slow:
                continue
            try:
                for case in _cases(site.peer, asked, size):
                    one = site.measure(case, memory_limit=int(asked.memory_limit * 1e9))
                    results.measured.append(one)
                    sample = one.sample
                    print(
                        f"{one.peer} {one.stories} {case}: {sample.wall:.2f} s, CPU {sample.cpu:.2f} s,"
                        f" {sample.memory / 1e6:.0f} MB, {one.pages} pages",
                        flush=True,
                    )
            except (FailedError, WrongOutputError) as error:
                results.fail(site.peer, size, str(error))
                sites.remove(site)


def _serve(sites: list[Site], edits: int, size: int, results: Results) -> None:
    for site in sites:
        if not edits or (size > _SMALL and site.peer not in (SHOWCASE, HUGO)):
            continue
        try:
            found = measure_serving(site, 1 if site.peer.slow else edits)
        except (NotServedError, WrongOutputError) as error:
            results.fail(site.peer, size, f"development server: {error}")
            continue
        if found is not None:
            results.served.append(found)
            print(
                f"{found.peer} {size}: ready {found.ready:.2f} s, edit {found.edit * 1000:.0f} ms", flush=True
            )


if __name__ == "__main__":
    sys.exit(main())
