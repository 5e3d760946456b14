"""Whatever bytes lie in a site, `check` ends in bounded time with words for people, never with a traceback."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from archive import DEFAULT_SITE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_line import run_showcase
from shared_site import REPOSITORY

EXAMPLES = tuple(
    (path.relative_to(REPOSITORY).as_posix(), path.read_bytes())
    for path in (
        REPOSITORY / "site.yaml",
        REPOSITORY / "content/places.yaml",
        REPOSITORY / "content/sources.yaml",
        REPOSITORY / "content/stories/keqin-brine-shrimp.md",
        REPOSITORY / "content/stories/bangren-new-job.md",
        REPOSITORY / "content/stories/bangren-new-job.en.md",
        REPOSITORY / "content/pages/about.md",
    )
)
PATHS = (
    "site.yaml",
    "content/places.yaml",
    "content/topics/x.yaml",
    "content/stories/a.md",
    "content/stories/a.en.md",
    "content/pages/index.md",
    "content/brands/a/index.md",
    "content/stories/a.png",
    "themes/heritage/theme.yaml",
    "themes/heritage/templates/story.html",
    "themes/heritage/strings/zh-CN.yaml",
)
PIECES = (
    *(
        "---\n",
        "：",
        ": ",
        "【",
        "】",
        "，",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "\t",
        "\u3000",
        "\x00",
        "\r",
        "\n",
    ),
    *(
        "- ",
        "#",
        "*",
        "&a ",
        "<<: ",
        "!!x ",
        "|\n",
        ">",
        "%",
        "@",
        "`",
        "\\",
        "~",
        "\ufeff",
        "\u2028",
        "\x85",
    ),
    *(":::图集\n", ":::\n", "：：：", "::视频[", ":数据[", "![", "](", "[^1]", "> [!NOTE]\n", "|-|\n", "```"),
    *(
        "标题: ",
        "date: ",
        "slug: ",
        "数据:\n",
        "来源: ",
        "2021-13-40",
        "../" * 9,
        "{% if",
        "{{ page.x }}",
        "\U0001f600",
    ),
)
BOUND = 10.0
"""Seconds; a run that does not hang takes about a tenth of one."""

_Edit = Callable[[bytes], bytes]


def write(site: Path, files: dict[str, bytes]) -> None:
    for path, data in {"site.yaml": DEFAULT_SITE.encode(), **files}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    (site / "content").mkdir(exist_ok=True)


def check(site: Path) -> None:
    start = time.monotonic()
    for language, remedy in (("zh", "修改办法："), ("en", "remedy: ")):
        result = run_showcase("check", "--lang", language, cwd=site)
        assert result.code in {0, 1}, result.errors
        assert "Traceback" not in result.errors
        headlines = sum(
            ": 错误[" in line or ": error[" in line for line in result.errors.splitlines() if line[:1] != " "
        )
        assert (headlines > 0) == (result.code == 1)
        assert result.errors.count(f"\n  = {remedy}") >= headlines
        result.errors.encode()
    assert time.monotonic() - start < BOUND
    assert not list(site.glob("**/crash*"))


def splice(at: float, length: int, piece: bytes) -> _Edit:
    def edit(data: bytes) -> bytes:
        start = int(at * len(data))
        return data[:start] + piece + data[start + length :]

    return edit


pieces = st.one_of(st.sampled_from(PIECES).map(str.encode), st.binary(max_size=4))
edits = st.builds(splice, st.floats(0, 1), st.integers(0, 12), pieces)
quick = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@quick
@given(st.dictionaries(st.sampled_from(PATHS), st.binary(max_size=200), min_size=1, max_size=4))
def test_arbitrary_bytes(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    site = tmp_path_factory.mktemp("site")
    write(site, files)
    check(site)


@quick
@given(
    st.dictionaries(
        st.sampled_from(PATHS),
        st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
        min_size=1,
        max_size=4,
    )
)
def test_arbitrary_pieces_of_what_editors_type(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    site = tmp_path_factory.mktemp("site")
    write(site, {path: text.encode() for path, text in files.items()})
    check(site)


@quick
@given(st.lists(st.tuples(st.integers(0, len(EXAMPLES) - 1), edits), min_size=1, max_size=6))
def test_mutated_example_files(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, _Edit]]
) -> None:
    files = dict(EXAMPLES)
    for number, edit in changes:
        path = EXAMPLES[number][0]
        files[path] = edit(files[path])
    site = tmp_path_factory.mktemp("site")
    write(site, files)
    check(site)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60_000,
        "{" * 60_000,
        "- " * 30_000,
        "> " * 30_000,
        "：" * 20_000,
        "!" * 60_000,
        "*" * 60_000,
        "**a" * 20_000,
        "[^1]" * 15_000,
        ":::图集\n" * 5_000,
        "::视频[a]{" * 4_000,
        "标题: x\n" * 6_000,
        "标题：x\n" * 5_000,
        "a: &a [*a,*a]\n" * 4_000,
        "|" * 30_000 + "\n" + "|-" * 15_000,
        "\x00" * 60_000,
        "\u3000" * 20_000,
        "“" * 20_000,
        "0" * 60_000,
        "https://" * 8_000,
        "\t" * 60_000,
    ],
)
@pytest.mark.parametrize("around", ["---\n标题: x\n{}\n---\n", "---\n标题: x\n---\n\n{}\n"])
def test_hostile_texts_are_bounded(tmp_path: Path, text: str, around: str) -> None:
    write(tmp_path, {"content/stories/a.md": around.replace("{}", text).encode()})
    check(tmp_path)
