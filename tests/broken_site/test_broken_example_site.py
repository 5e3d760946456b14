"""Twenty mistakes of editors in eight files of the example site: all told in one run, in both languages, each at its
place and with a remedy; and the site that was published before stays as it was.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from command_line import Result, run_showcase
from shared_site import REPOSITORY, copy_site

MARK = "⟦"
"""Stands, in what a mistake writes, before the character at which it is to be told."""


@dataclass(frozen=True)
class Mistake:
    """`old`, which stands once in the file, becomes `new`, where each mark is a place to tell it at."""

    code: str
    path: str
    old: str
    new: str


SHRIMP = "content/stories/keqin-brine-shrimp.md"
HAIRCUTS = "content/stories/keqin-haircuts.md"
NEW_JOB = "content/stories/bangren-new-job.md"
WEEK = "content/stories/week-of-study.md"
FEED = "content/stories/xiga-feed.md"
COURIERS = "content/stories/qamdo-couriers.md"
ACCESSIBILITY = "content/pages/accessibility.md"
SITE = "site.yaml"

MISTAKES = (
    Mistake("full-width-colon", SHRIMP, "标题: 克勤村", "标题⟦：克勤村"),
    Mistake("full-width-list", SHRIMP, "[驻村工作, 生产帮扶, 增收]", "⟦【驻村工作，生产帮扶，增收】"),
    Mistake("tab-indentation", SHRIMP, "    名称: 村庄平均海拔", "⟦\t\t名称: 村庄平均海拔"),
    Mistake("text-after-quote", HAIRCUTS, "title: 克勤村的理发", 'title: ⟦"克勤村"的理发'),
    Mistake("duplicate-key", HAIRCUTS, "order: 3\n", "order: 3\n⟦place: bangren\n"),
    Mistake("heading-no-space", HAIRCUTS, "## 理发\n", "⟦##理发\n"),
    Mistake(
        "link-source-missing",
        HAIRCUTS,
        "[驻村工作队](../organisations/keqin-work-team.md)",
        "[驻村工作队](⟦../organisations/keqin-work-tem.md)",
    ),
    Mistake("unknown-field", NEW_JOB, "summary: ", "⟦sumary: "),
    Mistake("relation-unknown", NEW_JOB, "place: bangren\n", "place: bangren\nbrand: ⟦happy-party-bulding\n"),
    Mistake("relation-unknown", NEW_JOB, "[village-work-teams, incomes]", "[village-work-teams, ⟦income]"),
    Mistake("impossible-date", NEW_JOB, "updated: 2026-11-23", "updated: ⟦2026-13-40"),
    Mistake(
        "picture-full-width",
        WEEK,
        "## 学习交流\n",
        "## 学习交流\n\n⟦！[结对党支部的书记们在学习](study.png)\n",
    ),
    Mistake(
        "file-missing",
        WEEK,
        "## 随后出现的品牌\n",
        "## 随后出现的品牌\n\n![书记们返回后分享经验](⟦sharing.png)\n",
    ),
    Mistake(
        "directive-full-width",
        WEEK,
        "来源报道点名列出了当地出现的下列品牌。",
        "⟦：：：引文{by=党支部书记}\n\n大家有了新思路。\n\n⟦：：：\n\n来源报道点名列出了当地出现的下列品牌。",
    ),
    Mistake("front-matter-not-closed", FEED, "updated: 2026-11-23\n---\n", "updated: 2026-11-23⟦\n"),
    Mistake("nul-bytes", FEED, "牧民的难题", "牧民⟦\x00的难题"),
    Mistake("address-clash", ACCESSIBILITY, "order: 3\n", "order: 3\nslug: ⟦about\n"),
    Mistake("wrong-encoding", COURIERS, "标题: ", "⟦标题: "),
    Mistake("theme-unknown", SITE, "theme: heritage", "theme: ⟦heritge"),
    Mistake("invalid-url", SITE, "base_url: https://", "base_url: ⟦www."),
)
_HEADLINE = re.compile(
    r"^(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?:错误|警告|error|warning)\[(?P<code>[a-z-]+)\] \S.*"
)

Told = tuple[str, int, int, str]
"""Path, line, column, code."""


def broken(texts: dict[str, str]) -> Iterator[Told]:
    """Makes every mistake in the texts, and gives where each is to be told."""
    for mistake in MISTAKES:
        assert texts[mistake.path].count(mistake.old) == 1, mistake
        marked = mistake.new.replace(MARK, f"{MARK}{MISTAKES.index(mistake)}{MARK}")
        texts[mistake.path] = texts[mistake.path].replace(mistake.old, marked)
    for path, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            while match := re.search(rf"{MARK}(\d+){MARK}", line):
                line = line[: match.start()] + line[match.end() :]
                yield path, number, match.start() + 1, MISTAKES[int(match[1])].code
        texts[path] = re.sub(rf"{MARK}\d+{MARK}", "", text)


def break_site(site: Path) -> list[Told]:
    """Makes the mistakes in a copy of the example site, as an editor's programs would leave them on disk."""
    texts = {path: (site / path).read_text(encoding="utf-8") for path in {item.path for item in MISTAKES}}
    expected = sorted(broken(texts))
    for path, text in texts.items():
        (site / path).write_bytes(text.encode("gbk" if path == COURIERS else "utf-8"))
    (site / WEEK).with_name("study.png").write_bytes(_picture())
    return expected


def _picture() -> bytes:
    """A PNG of one white pixel (PNG specification, second edition, §5)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\x00\xff"))
        + chunk(b"IEND", b"")
    )


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def told(result: Result, remedy: str) -> list[Told]:
    """What was told, in order; each with a remedy of at least some words."""
    found: list[Told] = []
    for block in result.errors.split("\n\n"):
        match = _HEADLINE.match(block)
        if match is None:
            continue
        found.append((match["path"], int(match["line"]), int(match["column"]), match["code"]))
        assert re.search(rf"^  = {remedy}\S.{{5,}}", block, re.MULTILINE), block
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copied = copy_site(REPOSITORY, tmp_path_factory.mktemp("broken") / "site")
    built = run_showcase("build", "--strict", cwd=copied)
    assert built.code == 0, built.errors
    return copied


def test_all_twenty_are_told_at_once_and_nothing_is_published(site: Path) -> None:
    assert len(MISTAKES) == 20
    assert len({mistake.path for mistake in MISTAKES}) == 8
    published = snapshot(site / "public")
    assert len(published) > 50
    expected = break_site(site)
    # Each mistake once; the full-width colons both where they open and where they close.
    assert len(expected) == 21
    for command in ("check", "build"):
        for language, remedy in (("zh", "修改办法："), ("en", "remedy: ")):
            result = run_showcase(command, "--lang", language, cwd=site)
            assert told(result, remedy) == expected
            assert result.code == 1
            assert "Traceback" not in result.errors
    assert snapshot(site / "public") == published
