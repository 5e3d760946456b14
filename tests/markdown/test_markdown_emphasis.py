"""Emphasis beside Chinese, Japanese, Korean and Tibetan text, and CommonMark left as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from showcase.markdown.emphasis import use_cjk_emphasis
from showcase.markdown.soft_breaks import use_soft_breaks

FIXTURES = Path(__file__).parent / "fixtures"
EXAMPLES: list[tuple[int, str, str]] = json.loads(
    (FIXTURES / "commonmark-0.31.2-examples.json").read_text(encoding="utf-8")
)
PUBLIC_CASES: list[tuple[str, str]] = json.loads(
    (FIXTURES / "cjk-friendly-cases.json").read_text(encoding="utf-8")
)
CHANGED_EXAMPLES: frozenset[int] = frozenset()
"""Numbers of CommonMark examples that our rules render otherwise, on purpose. There are none."""


def cjk_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    use_cjk_emphasis(parser)
    use_soft_breaks(parser)
    return parser


def test_commonmark_examples_are_unchanged() -> None:
    plain, ours = MarkdownIt("commonmark"), cjk_parser()
    changed = {number for number, _, text in EXAMPLES if plain.render(text) != ours.render(text)}
    assert len(EXAMPLES) == 652
    assert changed == CHANGED_EXAMPLES


@pytest.mark.parametrize(("source", "expected"), PUBLIC_CASES)
def test_public_cjk_friendly_cases(source: str, expected: str) -> None:
    parser = MarkdownIt("commonmark").enable("strikethrough")
    use_cjk_emphasis(parser)
    assert parser.renderInline(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Curly quotes and digits or Latin letters: shared punctuation used as Chinese punctuation.
        ("**“一网通办”**2021年", "<strong>“一网通办”</strong>2021年"),
        ("2021**“五个一”**App", "2021<strong>“五个一”</strong>App"),
        ("**“985”**2021年", "<strong>“985”</strong>2021年"),
        ("第1**“1+3”**模式", "第1<strong>“1+3”</strong>模式"),
        ("**等等……**2批", "<strong>等等……</strong>2批"),
        # Latin text keeps CommonMark's rule.
        ("*“word”*s", "*“word”*s"),
        ("a**“b”**1", "a**“b”**1"),
        # Tibetan: the tsheg does not keep emphasis from closing.
        ("**བོད་**ཡིག", "<strong>བོད་</strong>ཡིག"),
        ("བོད་**ཡིག**", "བོད་<strong>ཡིག</strong>"),
        ("*བོད།*ཡིག", "<em>བོད།</em>ཡིག"),
    ],
)
def test_tailoring(source: str, expected: str) -> None:
    assert cjk_parser().renderInline(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("~~已删。~~改为", "<s>已删。</s>改为"),
        ("旧~~（略）~~新", "旧<s>（略）</s>新"),
        ("3~5天~7天", "3~5天~7天"),
        ("~~~~", "~~~~"),
    ],
)
def test_strikethrough(source: str, expected: str) -> None:
    parser = cjk_parser().enable("strikethrough")
    assert parser.renderInline(source) == expected


def test_underscores_keep_words_whole() -> None:
    assert cjk_parser().renderInline("snake_case_名_字") == "snake_case_名_字"


def test_other_parsers_are_left_alone() -> None:
    cjk_parser()
    assert MarkdownIt("commonmark").renderInline("**注意。**请") == "**注意。**请"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("中\n文", "中文"),
        ("中，\n文", "中，文"),
        ("**中**\n文", "<strong>中</strong>文"),
        ("中\n[文](a)", '中<a href="a">文</a>'),
        ("中\n`代`", "中<code>代</code>"),
        ("他说：\n“好”", "他说：“好”"),
        ("“好”\n他说", "“好”他说"),
        ("中\nA", "中\nA"),
        ("A\n中", "A\n中"),
        ("a\nb", "a\nb"),
        ("한국\n어", "한국\n어"),
        ("བོད་\nཡིག", "བོད་ཡིག"),
        ("བོད།\nཡིག", "བོད།\nཡིག"),
        ("中\n![x](y)", '中\n<img src="y" alt="x" />'),
        ("中\\\n文", "中<br />\n文"),
        ("中  \n文", "中<br />\n文"),
        ("中&amp;\n文", "中&amp;\n文"),
        ("行一\n行二\n行三", "行一行二行三"),
    ],
)
def test_soft_breaks(source: str, expected: str) -> None:
    assert cjk_parser().renderInline(source) == expected
