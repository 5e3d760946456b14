"""A few mutated inputs for each entry point (`python -m benchmarks.fuzz` runs as many as there is time for)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz.__main__ import run_once
from benchmarks.fuzz.entries import ENTRIES, Entry


@pytest.mark.parametrize("name", ENTRIES)
def test_no_input_raises_or_hangs(name: str) -> None:
    seeds = ENTRIES[name].seeds()

    @settings(max_examples=5, deadline=None, database=None)
    @given(number=st.integers(0, 2**32))
    def run(number: int) -> None:
        said = run_once(name, seeds, number, limit=30)
        assert not said, f"python -m benchmarks.fuzz --replay {name}:{number}\n{said}"

    run()


@pytest.mark.parametrize("fault", ["raise ValueError(data)", "while True: pass"])
def test_what_raises_or_hangs_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(data: bytes) -> None:
        exec(fault, {"data": data})

    monkeypatch.setitem(ENTRIES, "faulty", Entry(lambda: [b"x"], run))
    said = run_once("faulty", [b"x"], 1, limit=0.2)
    assert ("ValueError" if "raise" in fault else "HangError") in said
