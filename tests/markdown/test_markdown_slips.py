"""Slips of the keyboard: each is found, placed and mended; prose that only looks alike is left alone."""

from __future__ import annotations

import pytest
from bodies import codes, html, marked, mended, only, render


@pytest.mark.parametrize(
    ("text", "code", "good"),
    [
        ("#标题", "heading-no-space", "## 标题"),
        ("文\n\n###小标题", "heading-no-space", "文\n\n### 小标题"),
        ("＃＃标题", "heading-full-width", "## 标题"),
        ("#＃ 标题", "heading-full-width", "## 标题"),
        ("见！[图](a.png)。", "picture-full-width", "见![图](a.png)。"),
        ("！[图]（a.png）", "picture-full-width", "![图](a.png)"),
        ("![图]（a.png）", "link-full-width", "![图](a.png)"),
        ("见[链接]（../a.md）吧", "link-full-width", "见[链接](../a.md)吧"),
        ("[链接](a.md）", "link-full-width", "[链接](a.md)"),
        ("[链接]（https://e.org/x)", "link-full-width", "[链接](https://e.org/x)"),
        ("【链接】(a.md)", "link-full-width", "[链接](a.md)"),
        ("【链接】（a.md）", "link-full-width", "[链接](a.md)"),
        ("这是＊＊重点＊＊。", "emphasis-full-width", "这是**重点**。"),
        ("[表](我的 表.xlsx)", "link-space", "[表](<我的 表.xlsx>)"),
        ('![图](a b.png "题")', "link-space", '![图](<a b.png> "题")'),
        ("![图](a.png “图注”)", "link-title-quotes", '![图](a.png "图注")'),
        ("见https://e.org/a?b=1。", "bare-url", "见<https://e.org/a?b=1>。"),
        ("[图](tu\\pian\\a.md)", "link-backslash", "[图](tu/pian/a.md)"),
    ],
)
def test_slips_are_mended(text: str, code: str, good: str) -> None:
    found = only(text, code)
    assert mended(text, found) == good
    assert code not in codes(good)


@pytest.mark.parametrize(
    ("text", "code", "under_caret"),
    [
        ("甲\n\n    缩进的段落", "indented-code", "    "),
        ("```\n代码", "code-fence-unclosed", "```"),
        ("> ~~~ py\n> 代码", "code-fence-unclosed", "~~~"),
        ("**重点 ** 后面", "emphasis-unbalanced", "**"),
        ("前面**重点", "emphasis-unbalanced", "**"),
        ("1、甲\n2、乙\n3、丙", "list-marker", "1、"),
        ("> [!注意]\n> 甲", "alert-unknown", "[!注意]"),
        ("> [!NOTE] 甲", "alert-unknown", "[!NOTE]"),
        ("小标题\n---\n文", "heading-underlined", "小标题"),
    ],
)
def test_what_cannot_be_mended_by_itself_is_placed(text: str, code: str, under_caret: str) -> None:
    assert marked(text, only(text, code)) == under_caret


@pytest.mark.parametrize(
    "text",
    [
        "#话题# 好",
        "#1 号",
        "\\#标题",
        "看`！[图](a.png)`的写法",
        "```\n#标题\n！[图](a.png)\n：：：图集\n```",
        "[好]（很好）",
        "【重要】（见下文）",
        "【通知】请看",
        "甲（见[链接](a.md)）",
        "[链接](a.md  )",
        '[链接](a.md "有 空格.pdf")',
        "[链接](<a b.pdf>)",
        "5 ** 3 = 125",
        "2**3",
        "\\*\\*甲",
        "`**`",
        "1、甲\n\n2、乙",
        "2．5倍\n3．5倍",
        "甲\n    乙",
        "    code();",
        "```\n甲\n```",
        "- ```\n  甲\n  ```",
        "> [!TIP]\n> 甲",
        "（一）甲：乙",
        "甲\n\n---\n\n乙",
        "<https://e.org/a\\b>",
        "** **",
        "<https://e.org> [https://e.org](https://e.org) [a][r]\n\n[r]: https://e.org",
        "`https://e.org`",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    assert not codes(text)


def test_one_mistake_is_said_once() -> None:
    assert codes("！[图](a.png)") == ["picture-full-width"]
    assert codes("**重点 **和**别的 **") == ["emphasis-unbalanced"]


def test_places_are_those_of_the_file_with_any_line_end() -> None:
    _, found = render("---\r\ntitle: a\r\n---\r\n文\r\n##标题\r\n", first_line=4)
    assert [(item.location.line, item.location.column, item.excerpt) for item in found] == [(5, 1, "##标题")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("共有30个村，收入3,500元，增长１２．５％。", ["30", "3,500", "１２．５％"]),
        ("投入1.5亿元、二十万亩，占百分之三十。", ["1.5亿", "二十万", "百分之三十"]),
        ("30年来建了10期。", ["30", "10"]),
        ("The village earned 300,000 yuan in 2021 and 30kg.", ["300,000", "30"]),
        ("2020年9月1日至2021年，3月5日，20世纪90年代，2021-04，2021-04-27，2011-12年，2021/4/27，10:30", []),
        ("第3批、3号楼、第十二届、No. 5、21st", []),
        ("藏党发〔2021〕12号、《2021年计划50条》", []),
        ("电话0891-6331234、13912345678、400-800-1234，拨打12345，110电话", []),
        ("G20、5G、COVID-19、A4", []),
        ("（1）甲（2）乙①丙", []),
        ("Since April 2021, on 27 April and in 2020.", []),
        ("一心一意，三十座，万一，千万别忘", []),
        ("有据30个:cite[r]，又40个。", []),
        ("有据30个[^1]\n\n[^1]: 共50个", []),
        ("数据:metric[a]个，另30个", ["30"]),
        ("| 户 |\n|--|\n| 30 |\n| 40 :cite[r] |", []),
        ("| 户 |\n|--|\n| 30 |", ["30"]),
        ("## 30座大棚\n\n:::quote\n有30座\n:::\n\n> [!NOTE]\n> 30", []),
        ("- 30座\n- 40座 :cite[r]", ["30"]),
        ("`30` [文](30.md)", []),
    ],
)
def test_numbers_without_a_source(text: str, numbers: list[str]) -> None:
    found = [item for item in render(text)[1] if item.code == "number-without-source"]
    assert [item.arguments["number"] for item in found] == numbers
    assert [marked(text, item) for item in found] == numbers


def test_the_text_is_shown_whatever_is_wrong_with_it() -> None:
    assert html("#标题") == "<p>#标题</p>"
