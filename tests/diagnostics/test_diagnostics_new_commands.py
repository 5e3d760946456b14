"""`showcase new` says why it made nothing, and never overwrites."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import run_showcase


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    assert run_showcase("new", "site", "demo", cwd=tmp_path).code == 0
    return tmp_path / "demo"


def refused(code: str, *arguments: str, cwd: Path) -> None:
    for language in ("zh", "en"):
        result = run_showcase(*arguments, "--lang", language, cwd=cwd)
        assert (result.code, f"[{code}]" in result.errors) == (1, True), result.errors


def test_a_site_stands_already(demo: Path) -> None:
    refused("new-site-exists", "new", "site", "demo", cwd=demo.parent)


def test_a_file_stands_already(demo: Path) -> None:
    story = demo / "content/stories/again.md"
    story.write_text("mine", encoding="utf-8")
    refused("new-file-exists", "new", "story", "帮仁村", "--id", "again", cwd=demo)
    assert story.read_text(encoding="utf-8") == "mine"


def test_no_site(tmp_path: Path) -> None:
    refused("new-no-site", "new", "story", "帮仁村", cwd=tmp_path)


def test_no_title(demo: Path) -> None:
    refused("new-no-title", "new", "story", "  ", cwd=demo)


def test_a_pasted_text_is_no_title(demo: Path) -> None:
    before = sorted(demo.rglob("*"))
    refused("new-title-too-long", "new", "story", "村" * 100_000, cwd=demo)
    assert sorted(demo.rglob("*")) == before


def test_a_folder_that_cannot_be_written(demo: Path) -> None:
    organisations = demo / "content/organisations"
    organisations.rename(demo / "elsewhere")
    organisations.write_text("a file where the folder should be", encoding="utf-8")
    refused("new-cannot-write", "new", "organisation", "帮仁村", cwd=demo)


@pytest.mark.parametrize("name", [".", "..", "", "nowhere", "x" * 300, "./nowhere", "My Theme"])
def test_theme_check_tells_a_wrong_name_as_wrong_usage(demo: Path, name: str) -> None:
    (demo / "themes/My Theme").mkdir(parents=True)
    for language in ("zh", "en"):
        result = run_showcase("theme", "check", name, "--lang", language, cwd=demo)
        assert result.code in (1, 2), result.errors
        assert "site.yaml:" not in result.errors
        assert "showcase-crash" not in result.errors
    assert not list(demo.glob("showcase-crash-*"))


def test_a_long_name_is_no_theme(demo: Path) -> None:
    refused("new-theme-name", "new", "theme", "a" * 300, cwd=demo)
