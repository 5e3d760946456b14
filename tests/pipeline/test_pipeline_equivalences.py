"""However a site is built, the same sources give the same bytes."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import showcase.build
import showcase.workers
from benchmarks.equivalence.generated_site import GeneratedSite
from benchmarks.equivalence.kills import main as kill
from benchmarks.equivalence.sequences import Difference, EditSequence, play, shrunk
from showcase.build import build, build_site
from showcase.inputs import BuildRequest
from showcase.store.memory_store import MemoryStore
from showcase.store.sqlite_store import SqliteStore
from showcase.store.store import Store
from showcase.workers import Workers

TODAY = datetime.date(2026, 11, 23)


def outputs_of(site: Path, store: Store, jobs: int = 1) -> dict[str, bytes]:
    with Workers(jobs) as workers:
        built = build_site(BuildRequest(site, site / "public", TODAY), store, workers)
    assert not built.faulty, built.diagnostics
    return {output.path: output.data for output in built.outputs}


def published(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@given(seed=st.integers(0, 2**32))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_incremental_equals_clean_after_every_edit(tmp_path: Path, seed: int) -> None:
    # `python -m benchmarks.equivalence` plays thousands, and shrinks what fails.
    sequence = EditSequence.drawn(seed, 10)
    assert play(sequence, tmp_path / "run") is None, str(sequence)


def test_a_stale_build_is_found_and_shrunk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, keys = showcase.build.noted_build, []

    def believed(output: Path, key: str, store: Store) -> object:
        keys.append(key)
        return real(output, keys[0], store)

    def fails(sequence: EditSequence) -> Difference | None:
        keys.clear()
        return play(sequence, tmp_path / "run")

    monkeypatch.setattr(showcase.build, "noted_build", believed)
    sequence = EditSequence.parsed("built 5 touch:1 edit_title:2 rename_brand:3 touch:4")
    found = fails(sequence)
    assert found is not None
    assert found.step == 2
    assert str(shrunk(sequence, found, fails)) == "built 5 edit_title:2"


@pytest.mark.skipif(sys.platform != "linux", reason="builds are forked")
def test_killed_builds_leave_whole_files_and_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    # `python -m benchmarks.equivalence.kills` kills hundreds.
    monkeypatch.setattr(showcase.workers, "_WORTH_A_POOL", 96)  # put back at the end: kill() makes it small
    monkeypatch.setattr(sys, "argv", ["kills", "--kills", "6", "--seed", "3"])
    assert kill() == 0


def test_building_again_writes_no_file(tmp_path: Path) -> None:
    folder = GeneratedSite(tmp_path / "site", 7).folder
    request = BuildRequest(folder, folder / "public", TODAY)
    for expected in (True, False):
        store = SqliteStore(folder / ".showcase/cache.sqlite3", "test")
        with Workers(1) as workers:
            _, report = build(request, store, workers)
        store.close()
        assert report is not None
        assert bool(report.written) is expected
        assert not report.removed


def test_parallel_equals_serial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = GeneratedSite(tmp_path / "site", 11, stories=40).folder
    serial = outputs_of(folder, MemoryStore())
    monkeypatch.setattr(showcase.workers, "_WORTH_A_POOL", 2)
    assert outputs_of(folder, MemoryStore(), jobs=2) == serial


def test_the_same_bytes_from_any_folder_order_zone_locale_and_hash_seed(tmp_path: Path) -> None:
    first = GeneratedSite(tmp_path / "a", 3).folder
    second = tmp_path / "elsewhere" / "b"
    # Copied in reverse, so that the file system lists entries in another order where it keeps one.
    for path in sorted((p for p in first.rglob("*") if p.is_file()), reverse=True):
        target = second / path.relative_to(first)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    results = []
    for folder, zone, language, seed in (
        (first, "UTC", "C", "0"),
        (second, "Asia/Shanghai", "C.UTF-8", "4711"),
    ):
        environment = {**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-m", "showcase", "build", "--site", str(folder)],
            env={**environment, "SOURCE_DATE_EPOCH": "1795000000"},
            check=True,
            capture_output=True,
        )
        results.append(published(folder / "public"))
    assert results[0] == results[1]
    assert not any(str(tmp_path).encode() in data for data in results[0].values())


@pytest.mark.parametrize("change", ["edited", "removed"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_source_that_changes_while_it_is_built_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, jobs: int
) -> None:
    monkeypatch.setattr(showcase.workers, "_WORTH_A_POOL", 2)
    site = GeneratedSite(tmp_path / "site", 5).folder
    story = min((site / "content/stories").glob("*.md"))
    stages = []

    def on_progress(stage: str, _count: int) -> None:
        if stage == "parse" and not stages:
            if change == "removed":
                story.unlink()
            else:
                story.write_text(story.read_text("utf-8") + "\n后来写的一段。\n", "utf-8")
        stages.append(stage)

    request = BuildRequest(site, tmp_path / "first", TODAY)
    with Workers(jobs) as workers:
        built, report = build(request, MemoryStore(), workers, on_progress)
    assert stages.count("parse") == 2
    clean, again = build(replace(request, output=tmp_path / "again"), MemoryStore(), Workers(1))
    assert built.diagnostics == clean.diagnostics
    assert (report is None) == (again is None)
    assert published(tmp_path / "first") == published(tmp_path / "again")
