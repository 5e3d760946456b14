"""A build of what was built before makes nothing; a build of anything else, or into a folder that was touched, does."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import showcase.prepare
from benchmarks.equivalence.generated_site import GeneratedSite
from showcase.build import build
from showcase.inputs import BuildRequest
from showcase.publish.publish import PublishReport
from showcase.store.sqlite_store import SqliteStore
from showcase.workers import Workers

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = GeneratedSite(tmp_path / "site", 7).folder
    (folder / "content/stories/draft.md").write_text(
        "---\ntitle: 稿\ndraft: true\n---\n\n#标题\n", encoding="utf-8"
    )
    made(folder)
    return folder


def request(folder: Path) -> BuildRequest:
    return BuildRequest(folder, folder / "public", TODAY)


def made(folder: Path, **changed: object) -> tuple[PublishReport | None, bool]:
    """The report of one build, and whether anything was made for it."""
    touched = False
    real = showcase.prepare.assemble

    def assemble(*arguments: object, **named: object) -> object:
        nonlocal touched
        touched = True
        return real(*arguments, **named)  # type: ignore[arg-type]

    store = SqliteStore(folder / ".showcase/cache.sqlite3", "test")
    showcase.prepare.assemble = assemble  # type: ignore[assignment]
    try:
        with Workers(1) as workers:
            site, report = build(replace(request(folder), **changed), store, workers)
    finally:
        showcase.prepare.assemble = real
        store.close()
    assert [item.excerpt for item in site.diagnostics if item.code == "heading-no-space"] == ["#标题"]
    assert site.page_count > 5
    return report, touched


def test_the_same_again_is_found_to_be_done(site: Path) -> None:
    first, touched = made(site)
    assert not touched
    assert first is not None
    assert not first.written
    assert len(first.unchanged) > 20
    again, touched = made(site, jobs=2)
    assert (again, touched) == (first, False)


def _rewrite_in_place(site: Path) -> None:
    """Other bytes, of the same length, under the same time."""
    story = next((site / "content/stories").glob("s*.md"))
    status = story.stat()
    text = story.read_text(encoding="utf-8")
    last = max(index for index, character in enumerate(text) if "\u4e00" <= character <= "\u9fff")
    story.write_text(f"{text[:last]}变{text[last + 1 :]}", encoding="utf-8")
    assert story.stat().st_size == status.st_size
    os.utime(story, ns=(status.st_atime_ns, status.st_mtime_ns))


def _touch_output(site: Path) -> None:
    page = site / "public/index.html"
    status = page.stat()
    page.write_bytes(page.read_bytes()[:-1] + b"x")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))


def _link_a_folder(site: Path) -> None:
    (site / "public/stories").rename(site / "elsewhere")
    (site / "public/stories").symlink_to(site / "elsewhere")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a story": _rewrite_in_place,
    "a new story": lambda site: (site / "content/stories/neu.md").write_text(
        "---\ntitle: 新\n---\n", encoding="utf-8"
    ),
    "a removed story": lambda site: next((site / "content/stories").glob("s*.md")).unlink(),
    "the settings": lambda site: (site / "site.yaml").open("a", encoding="utf-8").write("subtitle: 新\n"),
    "a template": lambda site: _write(site / "themes/heritage/templates/partials/footer.html", "<p>新</p>"),
    "an interface text": lambda site: _write(site / "themes/heritage/strings/zh-CN.yaml", "home: 起点\n"),
    "an output file": _touch_output,
    "a removed output file": lambda site: (site / "public/index.html").unlink(),
    "the manifest": lambda site: (site / "public/showcase-manifest.json").open("a").write(" "),
    "the journal of a killed build": lambda site: _write(site / "public/.showcase-tmp-journal", "{}"),
}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_differs_is_built(site: Path, change: Callable[[Path], object]) -> None:
    change(site)
    report, touched = made(site)
    assert touched
    assert report is not None
    fresh = site.parent / "fresh"
    made(site, output=fresh)
    for path in fresh.rglob("*"):
        if path.is_file():
            assert (site / "public" / path.relative_to(fresh)).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    "changed",
    [{"today": datetime.date(2026, 11, 24)}, {"base_url": "https://e.org/x"}, {"portable": True}, {"drafts": True}],
    ids=str,
)  # fmt: skip
def test_other_options_are_another_build(site: Path, changed: dict[str, object]) -> None:
    assert made(site, **changed)[1]


def test_a_folder_that_became_a_link_is_looked_at(site: Path) -> None:
    _link_a_folder(site)
    report, touched = _faulty(site)
    assert touched
    assert report is None


def _faulty(folder: Path) -> tuple[PublishReport | None, bool]:
    store = SqliteStore(folder / ".showcase/cache.sqlite3", "test")
    with Workers(1) as workers:
        site, report = build(request(folder), store, workers)
    store.close()
    return report, bool(site.pages)


def test_what_a_theme_says_of_itself_is_no_memory(site: Path) -> None:
    theme = site / "themes/own/theme.yaml"
    _write(theme, "name: own\nversion: 1.0.0\nextends: heritage\n")
    settings = site / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "theme: own\n", encoding="utf-8")
    for name, warned in (("own", False), ("other", True), ("other", True), ("own", False)):
        theme.write_text(f"name: {name}\nversion: 1.0.0\nextends: heritage\n", encoding="utf-8")
        store = SqliteStore(site / ".showcase/cache.sqlite3", "test")
        with Workers(1) as workers:
            built, _ = build(request(site), store, workers)
        store.close()
        found = [item for item in built.diagnostics if item.code == "theme-name-differs"]
        assert bool(found) is warned
        assert all(item.excerpt for item in found)
