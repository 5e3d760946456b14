"""What the reporters promise: the caret under the right character, machine forms that machines can read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from showcase.diagnostics.diagnostic import (
    MOST_OF_ONE_CODE,
    Diagnostic,
    Location,
    Severity,
    abridged,
    has_errors,
    in_order,
)
from showcase.diagnostics.reporters.columns import display_width, printable
from showcase.diagnostics.reporters.structured import report_github, report_json
from showcase.diagnostics.reporters.text import report_text, summary
from showcase.diagnostics.source_text import SourceText


def fault(line: str, column: int, end: int) -> Diagnostic:
    return Diagnostic(
        "new-file-exists",
        Severity.ERROR,
        Location("content/a.md", 3, column, end),
        {"path": "content/a.md"},
        excerpt=line,
    )


@pytest.mark.parametrize(
    ("line", "column", "end", "gap", "carets"),
    [
        ("abc", 2, 3, 1, 1),
        ("标题：x", 3, 4, 4, 2),
        ("标题：x", 4, 5, 6, 1),
        ("\tx", 2, 3, 4, 1),
        ("བོད་ཡིག", 3, 5, 1, 2),
        ("e\u0301x", 3, 4, 1, 1),
    ],
)
def test_caret_stands_under_what_it_means(line: str, column: int, end: int, gap: int, carets: int) -> None:
    lines = report_text([fault(line, column, end)], "zh").splitlines()
    assert lines[2] == "    | " + " " * gap + "^" * carets


def test_a_long_line_is_cut_around_the_fault() -> None:
    text = report_text([fault("长" * 5000 + "错" + "长" * 5000, 5001, 5002)], "zh")
    excerpt, caret = text.splitlines()[1:3]
    assert len(excerpt) < 200
    assert caret.index("^") == display_width(excerpt[: excerpt.index("错")])


def test_control_characters_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in report_text([fault("\x1b[2Jx\x07", 1, 2)], "en")
    assert printable("\x1b\x07\t") == "\ufffd\ufffd    "


def test_github_escapes_what_would_end_the_command() -> None:
    bad = Diagnostic("new-file-exists", Severity.WARNING, Location("a,b:c%.md", 1, 2, 5), {"path": "x\ny%"})
    line = report_github([bad], "en")
    assert line.startswith("::warning file=a%2Cb%3Ac%25.md,line=1,col=2,endColumn=4,title=new-file-exists::")
    assert line.count("\n") == 1
    assert "x%0Ay%25" in line


def test_json_carries_place_and_words() -> None:
    item = json.loads(report_json([fault("x", 1, 2)], "zh"))["diagnostics"][0]
    assert (item["path"], item["line"], item["column"], item["severity"]) == ("content/a.md", 3, 1, "error")
    assert "已经存在" in item["message"]


def test_order_is_by_place_and_repeats_are_dropped() -> None:
    first, second = fault("x", 1, 2), fault("x", 4, 5)
    assert in_order([second, first, second]) == (first, second)
    assert has_errors([first])
    assert summary([first, second], "en") == "2 errors"
    assert summary([], "zh") == "没有发现问题"


def test_lines_end_as_in_commonmark_and_yaml() -> None:
    source = SourceText("a.md", "一\r\n二\r三\n四")
    assert [source.line(number) for number in range(6)] == ["", "一", "二", "三", "四", ""]
    assert source.position(source.text.index("四")) == (4, 1)
    assert source.find("四", 2).line == 4


def test_thousands_of_one_kind_in_a_file_are_counted_and_not_listed() -> None:
    many = [replace(fault("abc", 1, 2), location=Location("content/a.md", line)) for line in range(1, 1001)]
    other = replace(many[0], location=Location("content/b.md", 1))
    shown = abridged([*many, other])
    assert len(shown) == MOST_OF_ONE_CODE + 1
    assert shown[-1] == other
    text = report_text(shown, "zh")
    assert text.count("还有 900 处同样的问题") == 1
    assert text.endswith("共 1001 个错误\n")
    assert "has 900 more like it" in report_json(shown, "en")
