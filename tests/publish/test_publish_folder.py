"""Publishing: only what changed, only what is ours, nothing half done."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.page import Output
from showcase.publish import writing
from showcase.publish.file_records import read_records, records_path, save_records
from showcase.publish.manifest import Manifest, read_manifest
from showcase.publish.output_paths import check_paths, is_safe
from showcase.publish.publish import PublishReport, publish


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "content").mkdir(parents=True)
    (folder / "themes").mkdir()
    (folder / "site.yaml").write_text("title: 示例\n", encoding="utf-8")
    return folder


def outputs(**files: str) -> list[Output]:
    return [Output(path.replace("__", "/"), text.encode()) for path, text in files.items()]


def done(files: list[Output], site: Path, folder: str = "public") -> PublishReport:
    report, found = publish(files, site / folder, site=site)
    assert found == ()
    return report


def refused(files: list[Output], folder: Path, site: Path) -> list[str]:
    report, found = publish(files, folder, site=site)
    assert report == PublishReport()
    return [item.code for item in found]


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "showcase-manifest.json"
    }


def times(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_second_run_writes_nothing(site: Path) -> None:
    files = outputs(index="home", stories__a="a", assets__x="x")
    assert done(files, site).written == ("assets/x", "index", "stories/a")
    before = times(site)
    report = done(files, site)
    assert (report.written, report.removed, len(report.unchanged)) == ((), (), 3)
    assert times(site) == before


def test_without_its_memory_the_second_run_still_writes_nothing(site: Path) -> None:
    files = outputs(index="home", stories__a="a")
    done(files, site)
    for path in (site / ".showcase").iterdir():
        path.write_bytes(b"\xff spoilt")
    before = times(site / "public")
    assert done(files, site).written == ()
    assert times(site / "public") == before


def test_a_published_file_that_somebody_changed_is_mended(site: Path) -> None:
    done(outputs(index="home"), site)
    (site / "public/index").write_text("hom!")
    assert done(outputs(index="home"), site).written == ("index",)
    assert (site / "public/index").read_text() == "home"


def test_a_file_that_took_another_s_place_within_a_tick_of_the_clock_is_seen(site: Path) -> None:
    """Same size, same times: only its number in the file system tells."""
    files = outputs(a__html="mine", b__html="also")
    done(files, site)
    path, kept = site / "public/a/html", records_path(site / ".showcase", site / "public")
    before = path.stat().st_ino
    other = site / "public/other"
    other.write_text("them", encoding="utf-8")
    other.replace(path)
    status = path.stat()
    assert status.st_ino != before
    records = read_records(kept)
    records["a/html"] = replace(
        records["a/html"], modified=status.st_mtime_ns, changed=status.st_ctime_ns, inode=before
    )
    save_records(kept, records)
    assert done(files, site).written == ("a/html",)
    assert path.read_text("utf-8") == "mine"


def test_what_is_no_longer_made_is_removed_with_its_empty_folder_and_nothing_else(site: Path) -> None:
    done(outputs(index="home", stories__a="a", stories__b__c="c"), site)
    (site / "public/stories/mine.txt").write_text("mine")
    (site / "public/CNAME").write_text("example.org")
    assert done(outputs(index="home"), site).removed == ("stories/a", "stories/b/c")
    assert set(content(site / "public")) == {"index", "CNAME", "stories/mine.txt"}
    assert not (site / "public/stories/b").exists()


def test_a_foreign_file_is_never_overwritten(site: Path) -> None:
    (site / "public").mkdir()
    (site / "public/index").write_text("mine")
    assert refused(outputs(index="home", other="o"), site / "public", site) == ["publish-foreign-file"]
    assert content(site / "public") == {"index": b"mine"}


def test_a_foreign_file_with_the_same_content_is_taken_over(site: Path) -> None:
    (site / "public").mkdir()
    (site / "public/index").write_text("home")
    assert done(outputs(index="home"), site).unchanged == ("index",)
    assert done(outputs(), site).removed == ("index",)


def test_files_and_folders_change_places(site: Path) -> None:
    done(outputs(a="file", b__c="in a folder", b__d__e="deeper"), site)
    done(outputs(a__x="in a folder", b="file"), site)
    assert content(site / "public") == {"a/x": b"in a folder", "b": b"file"}
    done(outputs(a="file", b__c="in a folder"), site)
    assert content(site / "public") == {"a": b"file", "b/c": b"in a folder"}


def test_a_folder_with_a_foreign_file_does_not_give_way(site: Path) -> None:
    done(outputs(a__b="ours"), site)
    (site / "public/a/mine").write_text("mine")
    assert refused(outputs(a="file"), site / "public", site) == ["publish-foreign-file"]
    assert content(site / "public") == {"a/b": b"ours", "a/mine": b"mine"}


@pytest.mark.parametrize("link", ["stories", "index"])
def test_links_inside_the_output_are_never_followed(site: Path, tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a").write_text("precious")
    (site / "public").mkdir()
    (site / "public" / link).symlink_to(outside if link == "stories" else outside / "a")
    assert refused(outputs(stories__a="new", index="new"), site / "public", site) == ["publish-foreign-file"]
    assert (outside / "a").read_text() == "precious"


def test_removing_does_not_go_through_a_link(site: Path, tmp_path: Path) -> None:
    done(outputs(index="home", stories__a="a"), site)
    outside = tmp_path / "outside"
    (site / "public/stories").rename(outside)
    (site / "public/stories").symlink_to(outside)
    done(outputs(index="home"), site)
    assert (outside / "a").read_text() == "a"


@pytest.mark.parametrize("path", ["../../site.yaml", "/etc/hosts", "..", "a/../../x", "C:\\x", "\x00", ""])
def test_a_forged_manifest_removes_nothing_outside(site: Path, path: str) -> None:
    done(outputs(index="home"), site)
    manifest = site / "public/showcase-manifest.json"
    forged = json.loads(manifest.read_text())
    forged["files"][path] = {"sha256": "0", "size": 1}
    manifest.write_text(json.dumps(forged))
    assert done(outputs(index="home"), site).removed == ()
    assert (site / "site.yaml").exists()


@pytest.mark.parametrize(
    "spoilt", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"version":9,"files":{}}', b'{"files":{"a":1}}']
)
def test_a_spoilt_manifest_stops_nothing_and_removes_nothing(site: Path, spoilt: bytes) -> None:
    done(outputs(index="home", old="old"), site)
    (site / "public/showcase-manifest.json").write_bytes(spoilt)
    done(outputs(index="new home"), site)
    assert content(site / "public") == {"index": b"new home", "old": b"old"}
    assert read_manifest(site / "public") is not None


def test_folders_that_hold_sources_are_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "other/content").mkdir(parents=True)
    (tmp_path / "link").symlink_to(site / "content")
    for folder in (
        site,
        site / "content",
        site / "content/stories",
        site / "themes/mine",
        site / ".showcase",
        tmp_path,
        tmp_path / "repository",
        tmp_path / "repository/.git/x",
        tmp_path / "other",
        tmp_path / "link",
        site / "public/../content",
    ):
        assert refused(outputs(index="x"), folder, site) == ["publish-into-sources"], folder
    assert refused(outputs(index="x"), Path("/"), site) == ["publish-into-root"]
    for folder in ("/etc", "/etc/showcase", "/usr", "/usr/bin/x", "/home", "/tmp", "/var", "/proc/self"):
        assert refused(outputs(index="x"), Path(folder), site) == ["publish-into-system"], folder
    assert refused(outputs(index="x"), site / "site.yaml", site) == ["publish-not-folder"]
    assert sorted(path.name for path in site.iterdir()) == ["content", "site.yaml", "themes"]


def test_a_page_at_content_is_no_source(site: Path) -> None:
    done(outputs(content__index="a page"), site)
    assert done(outputs(content__index="another"), site).written == ("content/index",)


def test_a_link_to_a_good_folder_is_followed(site: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (site / "public").symlink_to(tmp_path / "www")
    done(outputs(index="home"), site)
    assert (tmp_path / "www/index").read_text() == "home"


def test_the_manifest_is_the_same_for_the_same_site_and_names_no_machine(site: Path, tmp_path: Path) -> None:
    files = outputs(index="home", stories__a="a")
    done(files, site, "public")
    done(files[::-1], site, "elsewhere")
    one = (site / "public/showcase-manifest.json").read_bytes()
    assert one == (site / "elsewhere/showcase-manifest.json").read_bytes()
    assert str(tmp_path).encode() not in one
    assert json.loads(one)["files"]["index"]["size"] == 4


def test_two_builds_at_once_are_refused(site: Path) -> None:
    from showcase.publish.lock import only_build

    done(outputs(index="home"), site)
    with only_build(site / "public", site / ".showcase/lock") as alone:
        assert alone
        assert refused(outputs(index="new"), site / "public", site) == ["publish-busy"]
    assert done(outputs(index="new"), site).written == ("index",)
    assert not list((site / "public").glob(".*"))


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "publish-disk-full"),
        (errno.EROFS, "publish-no-permission"),
        (errno.EACCES, "publish-no-permission"),
        (errno.EIO, "publish-failed"),
    ],
)
@pytest.mark.parametrize("after", [0, 1, 2, 4])
def test_when_the_system_refuses_every_file_is_whole_and_the_next_build_completes(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, after: int
) -> None:
    old = outputs(index="old home", stories__a="old a", stories__b="old b")
    new = outputs(index="new home", stories__a="new a", stories__c="new c")
    done(old, site)
    manifest = (site / "public/showcase-manifest.json").read_bytes()
    calls = iter(range(1000))
    write = os.write

    def failing(handle: int, data: bytes) -> int:
        if next(calls) >= after:
            write(handle, bytes(data)[:2])
            raise OSError(number, os.strerror(number))
        return write(handle, data)

    with monkeypatch.context() as patch:
        patch.setattr(writing.os, "write", failing)
        report, found = publish(new, site / "public", site=site)
    if found:
        assert [item.code for item in found] == [code]
        assert report == PublishReport()
        assert (site / "public/showcase-manifest.json").read_bytes() == manifest
        whole = {output.data for output in old + new}
        stands = content(site / "public")
        assert all(
            data in whole for path, data in stands.items() if not path.startswith(".showcase-tmp-journal")
        )
    done(new, site)
    assert content(site / "public") == {output.path: output.data for output in new}


def test_an_output_folder_that_cannot_be_made_is_a_diagnostic(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert refused(outputs(index="x"), site / "public", site) == ["publish-no-permission"]


BUILD = """
import sys
from pathlib import Path
from showcase.model.page import Output
from showcase.publish.publish import publish
site, version = Path(sys.argv[1]), sys.argv[2]
outputs = [Output(f"stories/{n}/{version if n % 7 == 0 else 'index'}.html", (f"{version} {n} " * 400).encode()) for n in range(300)]
print("ready", flush=True)
_, found = publish(outputs, site / "public", site=site)
assert not found, found
"""


def test_killed_at_any_moment_every_file_is_whole_and_the_next_build_is_clean(site: Path) -> None:
    """A few kills; the long run of them is in the acceptance suite."""

    def expected(version: str) -> dict[str, bytes]:
        return {
            f"stories/{n}/{version if n % 7 == 0 else 'index'}.html": (f"{version} {n} " * 400).encode()
            for n in range(300)
        }

    versions = [f"v{number}" for number in range(6)]
    known = {(path, data) for version in versions for path, data in expected(version).items()}
    (site / "public").mkdir()
    (site / "public/mine.txt").write_text("mine")
    for number, version in enumerate(versions):
        process = subprocess.Popen(
            [sys.executable, "-c", BUILD, str(site), version], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.002 + 0.012 * number)
        process.kill()
        process.wait()
        process.stdout.close()
        for path, data in content(site / "public").items():
            assert path == "mine.txt" or "/.showcase-tmp-" in f"/{path}" or (path, data) in known, path
    final = [Output(path, data) for path, data in expected("v9").items()]
    done(final, site)
    assert content(site / "public") == {**expected("v9"), "mine.txt": b"mine"}


@given(st.lists(st.text(alphabet="aA/.\\\x00 :中é\u0301", max_size=6), max_size=5))
def test_paths_are_either_refused_or_stay_inside(paths: list[str]) -> None:
    found = check_paths(paths)
    for path in paths:
        if is_safe(path):
            assert os.path.normpath(path) == path
            assert path.split("/")[0] not in ("", "..")
        else:
            assert any(item.code == "publish-path-unsafe" for item in found)


@pytest.mark.parametrize(
    "path",
    [
        "/a",
        "a//b",
        "a/../b",
        "./a",
        "a\\b",
        "con/index.html",
        "NUL.txt",
        "a.",
        "a ",
        "a\nb",
        "x" * 241,
        "a:b",
        "\ud800",
        "showcase-manifest.json",
    ],
)
def test_paths_that_some_system_cannot_hold_are_refused(site: Path, path: str) -> None:
    assert refused([Output(path, b"x")], site / "public", site) == ["publish-path-unsafe"]
    assert not (site / "public").exists()


@pytest.mark.parametrize(
    ("one", "other"), [("Keqin/a", "keqin/a"), ("é", "e\u0301"), ("a", "a/b"), ("a", "a")]
)
def test_paths_that_clash_are_refused(site: Path, one: str, other: str) -> None:
    assert refused([Output(one, b"1"), Output(other, b"2")], site / "public", site) == ["publish-path-clash"]


PATHS = ("index.html", "a", "a/b", "a/c/d", "e/f", "assets/x.css")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["1", "22", "3"])), min_size=1, max_size=5
    )
)
def test_any_sequence_of_builds_equals_a_clean_one(
    tmp_path_factory: pytest.TempPathFactory, builds: list[dict[str, str]]
) -> None:
    site = tmp_path_factory.mktemp("site")
    last: dict[str, bytes] = {}
    for files in builds:
        wanted = [Output(path, text.encode()) for path, text in files.items()]
        found: tuple[Diagnostic, ...]
        _, found = publish(wanted, site / "public", site=site)
        if not found:
            last = {output.path: output.data for output in wanted}
        assert content(site / "public") == last


def test_files_are_readable_by_a_web_server(site: Path) -> None:
    done(outputs(index="home"), site)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((site / "public/index").stat().st_mode) == 0o666 & ~mask


def test_an_encoded_manifest_reads_back(tmp_path: Path) -> None:
    manifest = Manifest()
    (tmp_path / "showcase-manifest.json").write_bytes(manifest.encode())
    assert read_manifest(tmp_path) == manifest


@pytest.fixture(autouse=True)
def _no_leftovers(site: Path) -> Iterator[None]:
    yield
    journals = [path.name for path in site.rglob(".showcase-tmp-*")]
    assert journals == []
