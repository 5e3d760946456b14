"""The table of speed: what it says of bars and growth, and the guard that ends a build which takes too much memory."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from benchmarks.speed.bench import Measured
from benchmarks.speed.peers.hugo import HUGO
from benchmarks.speed.peers.own import SHOWCASE
from benchmarks.speed.report import write_report
from benchmarks.speed.results import Results
from benchmarks.speed.sampling import FailedError, Sample, run


def measured(peer: str, stories: int, case: str, seconds: float, megabytes: int = 100) -> Measured:
    sample = Sample(seconds, seconds, megabytes * 10**6)
    return Measured(peer, stories, case, sample, stories, stories, stories * 1000)


def table(results: Results, capsys: pytest.CaptureFixture[str]) -> list[str]:
    write_report([SHOWCASE, HUGO], results, only_print=True)
    return capsys.readouterr().out.splitlines()


def test_bars_ratios_and_growth(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = Results(tmp_path / "results.json")
    results.measured = [
        measured("showcase", 1000, "cold", 4),
        measured("showcase", 10000, "cold", 40, megabytes=500),
        measured("hugo", 10000, "cold", 80),
        measured("showcase", 10000, "body", 10),
        measured("hugo", 10000, "body", 80),
        measured("showcase", 10000, "title", 10),
    ]
    lines = table(results, capsys)
    assert "| from nothing | 0.50 | ≤ 1 × Hugo ✓ |" in lines
    assert "| one body | 0.12 | ≤ 0.1 × Hugo ✗ |" in lines
    assert "| one title |  | ≤ 0.3 × own cold (0.25) ✓ |" in lines
    assert "| memory, cold |  | ≤ 400 MB (500) ✗ |" in lines
    assert "CPU grows from 1,000 to 10,000 stories with the power 1.00 (≤ 1.05 ✓)." in lines


def test_sizes_are_measured_one_by_one_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = Results(tmp_path / "results.json")
    first.measured = [measured("showcase", 1000, "cold", 4), measured("hugo", 1000, "cold", 1)]
    first.fail(SHOWCASE, 10000, "line\nthe last line tells why")
    first.save()
    again = Results(tmp_path / "results.json")
    assert again.measured == first.measured
    assert [one.said for one in again.missing] == ["showcase, 10,000 stories: the last line tells why"]
    again.renew(1000, ["showcase"])
    assert [one.peer for one in again.measured] == ["hugo"]
    capsys.readouterr()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_build_that_takes_too_much_memory_is_ended(tmp_path: Path) -> None:
    hungry = "import time; held = bytearray(300 * 10**6); time.sleep(60)"
    started = time.monotonic()
    with pytest.raises(FailedError, match=r"held more than 0\.1 GB"):
        run([sys.executable, "-c", hungry], tmp_path, {}, memory_limit=10**8)
    assert time.monotonic() - started < 50
