"""What the preview holds after edits: at once on the page being looked at, then everywhere. That this is what a build from the
beginning gives, whatever the edits, is tested with all other sequences (tests/pipeline)."""

from __future__ import annotations

import datetime
import gc
import threading
from pathlib import Path

import pytest

from benchmarks.equivalence.generated_site import GeneratedSite
from showcase.build import build_site
from showcase.inputs import BuildRequest
from showcase.model.page import Output
from showcase.serve import served_site
from showcase.serve.served_site import AbandonedError, ServedSite
from showcase.store.memory_store import MemoryStore
from showcase.workers import Workers

TODAY = datetime.date(2026, 11, 23)


def _request(folder: Path) -> BuildRequest:
    return BuildRequest(folder, folder / "public", TODAY)


def _clean(folder: Path) -> dict[str, bytes]:
    with Workers(1) as workers:
        built = build_site(_request(folder), MemoryStore(), workers)
    assert not built.faulty, built.diagnostics
    return {output.path: output.data for output in built.outputs}


def _served(folder: Path) -> ServedSite:
    served = ServedSite(_request(folder), MemoryStore(), "zh")
    with Workers(1) as workers:
        served.rebuild(workers)
    return served


def _data(found: Output | None) -> bytes:
    assert found is not None
    return found.data


def test_edits_of_one_length_show_one_after_the_other(tmp_path: Path) -> None:
    folder = GeneratedSite(tmp_path / "site", 1).folder
    story = folder / "content/stories/s1.md"
    text = story.read_text(encoding="utf-8")
    served = _served(folder)
    served.find("/stories/s1/")
    with Workers(1) as workers:
        for word in ("甲甲", "乙乙", "丙丙"):
            story.write_text(f"{text}\n{word}。\n", encoding="utf-8")
            _, changed = served.look([story], workers)
            assert changed == ("stories/s1/index.html",)
            assert word.encode() in _data(served.find("/stories/s1/"))


def test_a_page_that_is_looked_at_again_is_made_first(tmp_path: Path) -> None:
    folder = GeneratedSite(tmp_path / "site", 1).folder
    story = folder / "content/stories/s1.md"
    served = _served(folder)
    # The page is reloaded between visits to others, as many as are remembered.
    for path in ("s1", "s2", "s3", "s4", "s1", "s5"):
        assert served.find(f"/stories/{path}/")
    story.write_text(story.read_text(encoding="utf-8") + "\n改过。\n", encoding="utf-8")
    with Workers(1) as workers:
        _, changed = served.look([story], workers)
    assert "stories/s1/index.html" in changed


def test_a_change_that_nobody_told_of_is_found(tmp_path: Path) -> None:
    folder = GeneratedSite(tmp_path / "site", 2).folder
    first, second = folder / "content/stories/s1.md", folder / "content/stories/s2.md"
    served = _served(folder)
    for story in (first, second):
        story.write_text(story.read_text(encoding="utf-8") + "\n改过。\n", encoding="utf-8")
    with Workers(1) as workers:
        served.look([first], workers)
    served.complete()
    clean = _clean(folder)
    assert {path: _data(served.find(f"/{path}")) for path in clean} == clean


def test_a_newer_edit_ends_the_work_on_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = GeneratedSite(tmp_path / "site", 3).folder
    story = folder / "content/stories/s1.md"
    served = _served(folder)
    served.find("/stories/s1/")
    begun, go_on = threading.Event(), threading.Event()
    real = served_site.finish

    def slow(*arguments: object) -> object:
        begun.set()
        go_on.wait(20)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(served_site, "finish", slow)
    ended: list[str] = []

    def complete() -> None:
        try:
            served.complete()
        except AbandonedError:
            ended.append("abandoned")

    with Workers(1) as workers:
        story.write_text(story.read_text(encoding="utf-8") + "\n第一次。\n", encoding="utf-8")
        served.look([story], workers)
        thread = threading.Thread(target=complete)
        thread.start()
        assert begun.wait(20)
        story.write_text(story.read_text(encoding="utf-8") + "\n第二次。\n", encoding="utf-8")
        served.look([story], workers)
        assert "第二次".encode() in _data(served.find("/stories/s1/"))
        go_on.set()
        thread.join(20)
    assert ended == ["abandoned"]
    assert "第二次".encode() in _data(served.find("/stories/s1/"))
    served.complete()
    clean = _clean(folder)
    assert {path: _data(served.find(f"/{path}")) for path in clean} == clean


def test_no_edit_keeps_garbage_for_ever(tmp_path: Path) -> None:
    folder = GeneratedSite(tmp_path / "site", 1).folder
    story = folder / "content/stories/s1.md"
    served = _served(folder)
    frozen = gc.get_freeze_count()
    for number in range(3):
        story.write_text(f"---\ntitle: 第{number}稿\n---\n", encoding="utf-8")
        with Workers(1) as workers:
            served.look([story], workers)
        served.complete()
    assert gc.get_freeze_count() == frozen
