"""Asking only the rules that can begin with a sign makes the same of every text as asking all rules everywhere."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.rules_block import lheading
from markdown_it.token import Token

from showcase.diagnostics.source_text import SourceText
from showcase.markdown.faults import NOTES, Notes
from showcase.markdown.parser import parse, parser_with_rules

FIXTURES = Path(__file__).parent / "fixtures"
EXAMPLES = [case[2] for case in json.loads((FIXTURES / "commonmark-0.31.2-examples.json").read_text("utf-8"))]
PIECES = (
    *(
        "中文",
        "，",
        "a",
        " ",
        "\n",
        "\n\n",
        "  \n",
        "\t",
        "    ",
        "\u3000",
        "\\",
        "\\\n",
        "&amp;",
        "&",
        "!",
        "|",
        "^",
    ),
    *(
        "**",
        "*",
        "_",
        "~~",
        "~",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "[",
        "]",
        "](",
        "](a.md)",
        "![",
        "[^1]",
        "[^1]: ",
        "[a]: /x\n",
    ),
    *(
        "\n- ",
        "\n* ",
        "\n1. ",
        "\n2) ",
        "\n> ",
        "\n# ",
        "\n## ",
        "\n---\n",
        "\n===\n",
        "\n***\n",
        "\n: ",
        "\n~ ",
        "\n- [x] ",
    ),
    *(
        "\n| a | b |\n|---|:-:|\n| 1 | 2 |\n",
        "\n|-|\n",
        "\n> [!NOTE]\n",
        "\n:::gallery\n",
        "\n:::\n",
        "\n::video[a]{file=b}\n",
    ),
    *(
        ":metric[a]",
        ":cite[a]{b}",
        "：",
        ":",
        "::",
        "<https://a.cn>",
        "<",
        "<!-- a -->",
        "<!--",
        "-->",
        "<b>",
        "{",
        "}",
    ),
)


@cache
def _reference() -> MarkdownIt:
    parser = parser_with_rules()
    parser.disable("one_line")
    parser.block.ruler.at("lheading", lheading)
    return parser


def _notes(text: str) -> Notes:
    return Notes(SourceText("content/stories/a.md", text), 1)


def _told(notes: Notes) -> list[tuple[str, Any]]:
    return [(item.code, item.location) for item in notes.diagnostics]


def _plain(token: Token) -> dict[str, Any]:
    """A token without what nobody asks of it: the level of inline tokens, and of texts how they were written."""
    plain = dict(token.as_dict(children=False))
    plain["children"] = token.children and [_plain(child) for child in token.children]
    if not token.block:
        del plain["level"]
    if token.type == "text":
        plain |= {"markup": "", "info": "", "meta": {}}
    return plain


def _compare(text: str) -> None:
    own, library = _notes(text), _notes(text)
    tokens = parse(text, own)
    expected = _reference().parse(text, {NOTES: library})
    assert [_plain(token) for token in tokens] == [_plain(token) for token in expected], text
    assert _told(own) == _told(library), text


def test_every_example_of_commonmark_is_read_alike() -> None:
    for text in EXAMPLES:
        _compare(text)


@pytest.mark.parametrize("seed", range(4))
def test_random_markup_is_read_alike(seed: int) -> None:
    choose = random.Random(seed)
    for _ in range(150):
        _compare("".join(choose.choices(PIECES, k=choose.randint(1, 40))))


@pytest.mark.parametrize("text", ["[" * 40 + "中" + "](a)" * 40, "> " * 40 + "中[a](b)", "- " * 40 + "*a*"])
def test_deep_nesting_is_read_alike(text: str) -> None:
    _compare(text)
