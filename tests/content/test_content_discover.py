"""Discovering takes what belongs to the site, once, in a fixed order, and nothing from elsewhere."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from showcase.content.discover import MAX_SOURCE, discover
from showcase.diagnostics.diagnostic import Diagnostic


def write(root: Path, *names: str, text: str = "x") -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(faults: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(fault.code, fault.location.path) for fault in faults]


def test_sources_and_media_in_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        "site.yaml",
        "content/stories/b.md",
        "content/stories/a/index.md",
        "content/stories/a/图.JPG",
    )
    write(tmp_path, "content/places.yaml", "content/topics/x.yml", "notes.md", "themes/x/theme.yaml")
    tree, faults = discover(tmp_path)
    assert faults == ()
    assert [item.path for item in tree.sources] == [
        "content/places.yaml",
        "content/stories/a/index.md",
        "content/stories/b.md",
        "content/topics/x.yml",
        "site.yaml",
    ]
    assert [(item.path, item.size) for item in tree.media] == [("content/stories/a/图.JPG", 1)]
    assert tree.sources[0].digest == hashlib.blake2b(b"x", digest_size=16).hexdigest()
    assert tree.media[0].modified_ns == (tmp_path / "content/stories/a/图.JPG").stat().st_mtime_ns


def test_what_editors_and_systems_leave_behind_is_ignored(tmp_path: Path) -> None:
    write(
        tmp_path, "site.yaml", "content/a/.DS_Store", "content/Thumbs.db", "content/~$a.docx", "content/b.md~"
    )
    write(tmp_path, "content/.git/x.md", "content/node_modules/y.md", "content/.a.md.swp")
    tree, faults = discover(tmp_path)
    assert [item.path for item in tree.sources] == ["site.yaml"]
    assert (tree.media, faults) == ((), ())


def test_no_content(tmp_path: Path) -> None:
    assert told(discover(tmp_path)[1]) == [("content-missing", "content")]
    write(tmp_path, "site.yml", "content")
    assert told(discover(tmp_path)[1]) == [("not-a-folder", "content"), ("site-file-name", "site.yml")]


def test_links_stay_inside(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(tmp_path, "secret.md", "other/a.md")
    write(site, "site.yaml", "content/stories/a.md", "shared/b.md")
    stories = site / "content/stories"
    (stories / "out.md").symlink_to(tmp_path / "secret.md")
    (stories / "out").symlink_to(tmp_path / "other")
    (stories / "loop").symlink_to(site / "content")
    (stories / "self").symlink_to(stories / "self")
    (stories / "gone.md").symlink_to(site / "nowhere.md")
    (stories / "b.md").symlink_to(site / "shared/b.md")
    tree, faults = discover(site)
    assert [item.path for item in tree.sources] == [
        "content/stories/a.md",
        "content/stories/b.md",
        "site.yaml",
    ]
    assert tree.media == ()
    assert told(faults) == [
        ("link-broken", "content/stories/gone.md"),
        ("link-loop", "content/stories/loop"),
        ("link-outside", "content/stories/out"),
        ("link-outside", "content/stories/out.md"),
        ("link-loop", "content/stories/self"),
    ]


def test_names_that_do_not_travel(tmp_path: Path) -> None:
    names = ["a.md", "A.md", "con.md", "x?.md", "tab\t.md", "end."]
    write(tmp_path, "site.yaml", *(f"content/stories/{name}" for name in names))
    composed, decomposed = unicodedata.normalize("NFC", "é.jpg"), unicodedata.normalize("NFD", "é.jpg")
    write(tmp_path, f"content/stories/{composed}", f"content/stories/{decomposed}")
    _, faults = discover(tmp_path)
    assert sorted(code for code, _ in told(faults)) == [
        "name-clash",
        "name-clash",
        "name-forbidden",
        "name-illegible",
        "name-reserved",
        "name-reserved",
    ]


def test_undecodable_names(tmp_path: Path) -> None:
    write(tmp_path, "site.yaml", "content/a.jpg")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/\xc4\xe3.md")).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system keeps names in UTF-8")
    tree, faults = discover(tmp_path)
    assert [code for code, _ in told(faults)] == ["name-illegible"]
    faults[0].location.path.encode()
    assert [item.path for item in tree.sources] == ["site.yaml"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, "site.yaml", "content/a.md.txt")
    write(tmp_path, "content/big.md", text="x" * (MAX_SOURCE + 1))
    os.mkfifo(tmp_path / "content/pipe.md")
    _, faults = discover(tmp_path)
    assert told(faults) == [
        ("source-ending", "content/a.md.txt"),
        ("source-too-large", "content/big.md"),
        ("not-a-file", "content/pipe.md"),
    ]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "site.yaml", "content/a.md")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _, faults = discover(tmp_path)
    assert told(faults) == [("unreadable", "content/a.md"), ("unreadable", "site.yaml")]
    assert faults[0].arguments == {"reason": "Permission denied"}


def test_folders_have_a_depth(tmp_path: Path) -> None:
    write(tmp_path, "site.yaml", "content/" + "a/" * 30 + "b.md")
    tree, faults = discover(tmp_path)
    assert [code for code, _ in told(faults)] == ["folders-too-deep"]
    assert [item.path for item in tree.sources] == ["site.yaml"]


def test_a_picture_in_the_place_of_another_is_noticed_by_its_number(tmp_path: Path) -> None:
    """Of the same size, with the same times: as a swap within a tick of the clock leaves it."""
    folder = tmp_path / "content/stories"
    folder.mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("title: a\n", encoding="utf-8")
    for name in ("a.jpg", "b.jpg"):
        (folder / name).write_bytes(b"same size")
    before = discover(tmp_path)[0].media[0]
    (folder / "b.jpg").replace(folder / "a.jpg")
    after = discover(tmp_path)[0].media[0]
    assert (before.size, before.path) == (after.size, after.path)
    assert replace(before, modified_ns=0, changed_ns=0) != replace(after, modified_ns=0, changed_ns=0)
    assert replace(before, modified_ns=0, changed_ns=0, inode=0) == replace(
        after, modified_ns=0, changed_ns=0, inode=0
    )
