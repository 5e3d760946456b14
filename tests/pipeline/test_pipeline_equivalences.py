"""However a site is built, the same sources give the same bytes."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from generated_site import GeneratedSite
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import showcase.workers
from showcase.build import BuildRequest, build, build_site
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
    folder = tmp_path / f"site-{seed}"
    shutil.rmtree(folder, ignore_errors=True)
    site = GeneratedSite(folder, seed)
    edits: list[str] = []
    for _ in range(8):
        store = SqliteStore(folder / ".showcase/cache.sqlite3", "test")
        with Workers(1) as workers:
            built, report = build(BuildRequest(folder, folder / "public", TODAY), store, workers)
        store.close()
        assert report is not None, (edits, built.diagnostics)
        clean = outputs_of(folder, MemoryStore())
        found = published(folder / "public")
        del found["showcase-manifest.json"]
        assert found.keys() == clean.keys(), edits
        assert [path for path in clean if clean[path] != found[path]] == [], edits
        edits.append(site.edit())


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
