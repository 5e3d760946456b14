"""What editors really type: each slip is told at its place, its fix is exact, and it hides nothing else."""

from __future__ import annotations

import pytest
from content_sources import codes, mended, parse

# Front matter line(s) below `title`, the code, line:column-end of the slip, and its replacement.
SLIPS = [
    ("摘要：好", "full-width-colon", (3, 3, 4), ": "),
    ("摘要 ： 好", "full-width-colon", (3, 3, 6), ": "),
    ("summary:好", "missing-space", (3, 8, 9), ": "),
    ("summary:\u3000好", "full-width-space", (3, 9, 10), " "),
    ("topics: [电商，助农]", "full-width-list", (3, 9, 16), "[电商, 助农]"),
    ("主题: 【电商、助农】", "full-width-list", (3, 5, 12), "[电商, 助农]"),
    ("topics: [“电商”，“助农”]", "full-width-list", (3, 9, 20), '["电商", "助农"]'),
    ('summary: "a"b', "text-after-quote", (3, 10, 14), "'\"a\"b'"),
    ("summary: a: b", "unquoted-colon", (3, 10, 14), '"a: b"'),
    ("summary: [通知]好", "text-after-bracket", (3, 10, 15), '"[通知]好"'),
    ("summary: *重要*", "special-first-character", (3, 10, 14), '"*重要*"'),
    ('summary: "好', "quote-not-closed", (3, 10, 12), '"好"'),
    ("topics: [a, b", "bracket-not-closed", (3, 9, 14), "[a, b]"),
    ("摘要 好", "no-colon", (3, 1, 5), "摘要: 好"),
    ("brand: “幸福党建”", "full-width-quotes", (3, 8, 14), '"幸福党建"'),
    ("topics: 电商，助农", "list-without-brackets", (3, 9, 14), "[电商, 助农]"),
    ("sumary: 好", "unknown-field", (3, 1, 7), "summary"),
    ("摘耍: 好", "unknown-field", (3, 1, 3), "摘要"),
    ("metrics:\n\tn: {label: 户, value: 1}", "tab-indentation", (4, 1, 2), "  "),
    ("metrics:\n  n: {label：户，value：1}", "full-width-list", (4, 6, 23), "{label: 户, value: 1}"),
    ("metrics:\n  n：\n    label: 户\n    value: 1", "full-width-colon", (4, 4, 5), ":"),
    ("sources:\n  - source：report", "full-width-colon", (4, 11, 12), ": "),
]


@pytest.mark.parametrize(("lines", "code", "place", "replacement"), SLIPS)
def test_slip(lines: str, code: str, place: tuple[int, int, int], replacement: str) -> None:
    text = f"---\ntitle: 故事\n{lines}\n---\n\n正文\n"
    parsed, faults = parse(text)
    assert codes(faults) == [code]
    at = faults[0].location
    assert (at.line, at.column, at.end_column) == place
    assert faults[0].replacement == replacement
    assert faults[0].excerpt == text.split("\n")[at.line - 1]
    assert parsed.documents[0].title == "故事"
    assert codes(parse(mended(text, faults))[1]) == []


def test_all_slips_of_a_file_come_in_one_run() -> None:
    text = "---\ntitle: 故事\n" + "\n".join(
        [
            "摘要：好",
            "clent: x",
            "topics: [电商，助农]",
            "date: 2024-13-40",
            "slug: My Story",
            'short: "a"b',
            "order: 一",
            "排序: 1",
            "title: 又一个",
            "metrics:",
            "\tn：{label：户，value：30万}",
            "---",
            "",
            "正文",
        ]
    )
    _, faults = parse(text)
    assert codes(faults) == [
        "full-width-colon",
        "unknown-field",
        "full-width-list",
        "impossible-date",
        "invalid-slug",
        "unknown-field",
        "text-after-quote",
        "invalid-integer",
        "key-in-two-languages",
        "duplicate-key",
        "tab-indentation",
        "full-width-colon",
        "full-width-list",
        "number-in-words",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "summary: 他说：“好，就这样办。”",
        "summary: 第一行\n  第二行：还是摘要，[好]",
        "summary: |\n  标题：不是键\n  \tx: y\n  【甲，乙】",
        "summary: 时间 12:30，网址 https://a.cn/b:c",
        "summary: '单引号：里面 \"a\"b'",
        'summary: "双引号\n  分两行：写"',
        "summary: 【短视频】村里的一天",
        "summary: 100% # 注释：这里",
        "topics: [\n  电商,\n  助农\n]",
        "'summary': 好",
    ],
)
def test_what_is_right_is_left_alone(line: str) -> None:
    assert codes(parse(f"---\ntitle: 故事\n{line}\n---\n\n正文\n")[1]) == []


def test_folded_chinese_lines_join_without_a_space() -> None:
    parsed, _ = parse("---\ntitle: 故事\nsummary: 第一行\n  第二行\n---\n")
    assert parsed.documents[0].summary == "第一行第二行"


def test_duplicate_keys_name_both_places() -> None:
    _, faults = parse("---\ntitle: 甲\ntitle: 乙\n---\n")
    assert codes(faults) == ["duplicate-key"]
    assert (faults[0].location.line, faults[0].related[0].line) == (3, 2)


def test_unknown_keys_name_the_allowed_ones() -> None:
    _, faults = parse("---\ntitle: 甲\nzzz: 1\n---\n")
    assert "标题（title）" in faults[0].arguments["named"]
    assert "title, " in faults[0].arguments["keys"]


def test_a_lost_line_is_not_told_as_missing() -> None:
    _, faults = parse('---\ntitle: "a\\q"\nsummary: 好\n---\n')
    assert codes(faults) == ["yaml-escape"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("brand: &a x\nsummary: *a", "yaml-alias"),
        ("<<: {summary: x}", "yaml-merge"),
        ("summary: !!python/object:os.system x", "yaml-tag"),
        ("? [a]\n: b", "key-not-text"),
        ("topics: " + "[" * 30 + "]" * 30, "yaml-too-deep"),
    ],
)
def test_what_yaml_offers_and_we_refuse(text: str, code: str) -> None:
    assert code in codes(parse(f"---\ntitle: 故事\n{text}\n---\n")[1])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("summary: a\n    brand: b", "yaml-colon", 4),
        ('brand: x\n"abc"\nsummary: y', "yaml-no-colon", 4),
        ("brand:\n  @x", "yaml-character", 4),
        ("brand:\n  [a", "yaml-bracket", 4),
        ('brand:\n  "abc', "yaml-quote", 4),
        ("topics:\n  - a\n b", "yaml-indentation", 5),
        ("%YAML 3.0", "yaml-syntax", 3),
    ],
)
def test_what_no_slip_explains_is_told_by_yamls_reason(text: str, code: str, line: int) -> None:
    _, faults = parse(f"---\ntitle: 故事\n{text}\n---\n\n正文\n")
    assert codes(faults)[0] == code
    assert faults[0].location.line == line


def test_front_matter_that_holds_no_keys() -> None:
    assert codes(parse("---\n只有一句话\n---\n正文\n")[1]) == ["front-matter-not-keys"]


def test_too_many_values() -> None:
    text = "- " + "[" + "a," * 210_000 + "]"
    assert codes(parse(text, "content/topics.yaml")[1]) == ["yaml-too-many"]
