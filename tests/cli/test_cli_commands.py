"""The commands as a user calls them: exit codes, what goes where, and that nothing is ever overwritten or lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import showcase.cli.build_command
from command_line import run_showcase
from showcase.cli.surroundings import _language, _today


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A new site, as `showcase new site` makes it."""
    assert run_showcase("new", "site", "demo", cwd=tmp_path).code == 0
    return tmp_path / "demo"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_site_builds_strictly_as_it_is(tmp_path: Path, language: str) -> None:
    assert run_showcase("new", "site", "demo", "--lang", language, cwd=tmp_path).code == 0
    result = run_showcase("build", "--strict", "--site", "demo", cwd=tmp_path)
    assert result.code == 0, result.errors
    home = (tmp_path / "demo/public/index.html").read_text(encoding="utf-8")
    assert f'lang="{"zh-CN" if language == "zh" else "en"}"' in home
    assert "demo" in home


def test_new_never_overwrites(demo: Path) -> None:
    before = tree(demo)
    assert run_showcase("new", "site", "demo", cwd=demo.parent).code == 1
    assert tree(demo) == before
    assert (
        run_showcase("new", "story", "幸福党建", cwd=demo)
        .output.strip()
        .endswith("content/stories/xing-fu-dang-jian.md")
    )
    before = tree(demo)
    again = run_showcase("new", "story", "幸福党建", cwd=demo)
    assert again.code == 1
    assert "已经存在" in again.errors
    assert tree(demo) == before


@pytest.mark.parametrize(
    "title",
    [
        "a: b",
        "#井号",
        "[方括号]",
        "“引号”",
        '"引号"',
        "true",
        "2024",
        "- 破折",
        "key：value",
        "反斜\\杠",
        "'x'",
    ],
)
@pytest.mark.parametrize("kind", ["story", "brand", "organisation"])
def test_new_entries_carry_any_title_whole(demo: Path, title: str, kind: str) -> None:
    assert run_showcase("new", kind, "--id", "fresh", "--", title, cwd=demo).code == 0
    result = run_showcase("build", "--strict", "--drafts", cwd=demo)
    assert result.code == 0, result.errors
    folder = {"story": "stories", "brand": "brands", "organisation": "organisations"}[kind]
    shown = run_showcase("inspect", "--drafts", f"/{folder}/fresh/", cwd=demo)
    assert json.loads(shown.output)["view"]["page"]["title"] == title


def test_a_fault_publishes_nothing_and_leaves_what_stands(demo: Path) -> None:
    assert run_showcase("build", cwd=demo).code == 0
    before = tree(demo / "public")
    (demo / "content/stories/bad.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")
    result = run_showcase("build", cwd=demo)
    assert result.code == 1
    assert "content/stories/bad.md:2:1: 错误[" in result.errors
    assert "没有发布" in result.errors
    assert tree(demo / "public") == before


def test_warnings_pass_unless_strict(demo: Path) -> None:
    story = demo / "content/stories/first-story.md"
    story.write_text(story.read_text(encoding="utf-8") + "\n全村有 120 户。\n", encoding="utf-8")
    assert run_showcase("build", cwd=demo).code == 0
    assert run_showcase("build", "--strict", cwd=demo).code == 1
    (demo / "site.yaml").write_text(
        (demo / "site.yaml").read_text(encoding="utf-8") + "检查: {级别: {number-without-source: off}}\n",
        encoding="utf-8",
    )
    assert run_showcase("build", "--strict", cwd=demo).code == 0


def test_check_writes_nothing(demo: Path) -> None:
    before = tree(demo)
    assert run_showcase("check", "--strict", cwd=demo).code == 0
    assert not (demo / "public").exists()
    assert tree(demo) == before


def test_formats_for_machines_are_alone_on_standard_output(demo: Path) -> None:
    (demo / "content/stories/bad.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")
    listed = json.loads(run_showcase("check", "--format", "json", cwd=demo).output)["diagnostics"]
    assert {item["path"] for item in listed if item["severity"] == "error"} == {"content/stories/bad.md"}
    lines = run_showcase("check", "--format", "github", cwd=demo).output.splitlines()
    assert lines
    assert any(line.startswith("::error file=content/stories/bad.md,line=") for line in lines)
    assert all(line.startswith("::") for line in lines)


def test_language_is_asked_else_the_sites_else_the_machines(demo: Path) -> None:
    (demo / "content/stories/bad.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")
    assert "错误[" in run_showcase("check", cwd=demo, lang="en").errors
    assert "error[" in run_showcase("check", "--lang", "en", cwd=demo).errors
    (demo / "site.yaml").unlink()
    assert "error[" in run_showcase("check", cwd=demo, lang="en").errors


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["build", "--jobs", "0"],
        ["build", "--site", "nowhere"],
        ["build", "--base-url", "example.org"],
        ["build", "--base-url", "https://example.org/a/../b"],
        ["build", "--base-url", "https://example.org//a"],
        ["build", "--base-url", "https://user@example.org/"],
        ["build", "--base-url", "javascript:alert(1)"],
        ["serve", "--port", "99999"],
        ["explain", "no-such-code"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str], tmp_path: Path) -> None:
    assert run_showcase(*arguments, cwd=tmp_path).code == 2


def test_explain_tells_all_and_suggests(tmp_path: Path) -> None:
    listed = run_showcase("explain", cwd=tmp_path).output
    assert "unknown-field" in listed or "unknown-key" in listed
    first = listed.split()[0]
    assert first in run_showcase("explain", first, "--lang", "en", cwd=tmp_path).output
    assert first in run_showcase("explain", first[:-1], "--lang", "en", cwd=tmp_path).errors


def test_inspect_shows_view_and_reason(demo: Path) -> None:
    shown = json.loads(run_showcase("inspect", "/stories/first-story/", cwd=demo).output)
    assert shown["template"] == "story.html"
    assert shown["view"]["page"]["kind"] == "story"
    assert shown["reason"]
    assert run_showcase("inspect", "content/stories/first-story.md", cwd=demo).code == 0
    assert run_showcase("inspect", "/stories/nowhere/", cwd=demo).code == 1


def test_our_own_bug_is_seventy_with_a_report_and_no_traceback(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(showcase.cli.build_command, "build", broken)
    result = run_showcase("build", cwd=demo)
    assert result.code == 70
    assert "Traceback" not in result.errors
    report = next(demo.glob("showcase-crash-*.txt"))
    assert "ZeroDivisionError: ours" in report.read_text(encoding="utf-8")


def test_the_machine_is_read_as_its_conventions_say() -> None:
    assert _today({"SOURCE_DATE_EPOCH": "0"}).isoformat() == "1970-01-01"
    assert _language({"LANG": "zh_CN.UTF-8"}) == "zh"
    assert _language({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}) == "en"
