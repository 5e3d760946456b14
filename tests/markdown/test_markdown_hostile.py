"""No text breaks the stage: it never raises, its markup is valid, and 64 kB of anything are read in bounded time."""

from __future__ import annotations

import re
import time

import html5lib
import pytest
from bodies import codes, render
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showcase.diagnostics.wording import word
from showcase.model.body import HOLE

KILOBYTES_64 = 65536
SECONDS = 10.0
"""The promise is 2 s on an idle machine; a quadratic blow-up takes far longer than this."""

PIECES = [
    "中", "文，", "a", " ", "\n", "\n\n", "**", "*", "_", "~~", "`", "```\n", "[", "]", "(", ")", "![", "](", "<", ">",
    "> ", "- ", "1. ", "# ", "## ", ":::", "::", ":", "quote", "gallery", "timeline", "metric", "cite", "图集", "数据",
    "{", "}", "=", '"', "“", "”", "：", "（", "）", "！", "【", "】", "＊", "＃", "|", "|-|-|\n", "[^1]", "[^1]: ", "\\",
    "&amp;", "&#9;", "<b>", "<!--", "javascript:", "a.png", "a.md", "2020年", "30", "万", "བོད་", "།", "　", "\t", "    ",
    "[!NOTE]\n", "[ ] ", "---\n", "\r\n", "\r", "\x00", "\u2028", "\ufeff", "😀", "é", "[a]: ", "~~~\n", "http://",
]  # fmt: skip

markdown_texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=200))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(markdown_texts, st.sampled_from(["zh-CN", "en", "bo"]), st.integers(-1, 4))
def test_any_text_gives_a_body_and_true_places(text: str, language: str, first_line: int) -> None:
    made, found = render(text, language, first_line)
    assert render(text, language, first_line) == (made, found)
    lines = re.split(r"\r\n|\r|\n", text)
    for item in found:
        assert word(item, "zh").message
        assert word(item, "en").remedy
        assert 1 <= item.location.line <= len(lines)
        assert max(first_line, 1) <= item.location.line
        assert 1 <= item.location.column <= len(lines[item.location.line - 1]) + 1
        assert item.location.end_column <= len(lines[item.location.line - 1]) + 1
        assert item.excerpt == lines[item.location.line - 1]
    for link in made.links:
        assert 1 <= link.location.line <= len(lines)
    parts = [made.html, *(section.text for section in made.sections)]
    parts += [component.html for component in made.components]
    parts += [item.html for component in made.components for item in component.items]
    for part in parts:
        assert "\x00" not in HOLE.sub("", part)
        for kind, index in HOLE.findall(part):
            assert int(index) < len(made.links if kind == "h" else made.components)
    assert all(0 <= index < len(made.links) for component in made.components for index in component.links)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(markdown_texts)
def test_markup_is_valid_and_carries_nothing_of_the_writer_s(text: str) -> None:
    made, _ = render(text)
    for markup in [made.html, *(component.html for component in made.components)]:
        filled = HOLE.sub(lambda hole: "x" if hole[1] == "h" else "<!--c-->", markup)
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        tree = parser.parseFragment(filled)
        tolerated = {"invalid-codepoint"}  # control characters, which the parse stage refuses
        assert {error[1] for error in parser.errors} <= tolerated
        for element in tree.iter():
            if isinstance(element.tag, str):
                assert element.tag not in {"script", "style", "iframe", "img", "b"}
                assert not any(name.startswith("on") or name == "style" for name in element.attrib)
                assert element.attrib.get("href", "x") == "x" or element.attrib["href"].startswith("#fn")


def _repeat(piece: str) -> str:
    return (piece * (KILOBYTES_64 // len(piece) + 1))[:KILOBYTES_64]


HOSTILE = {
    "brackets": _repeat("["),
    "pictures": _repeat("!["),
    "open links": _repeat("[a]("),
    "nested links": "[" * 20000 + "a" + "](x)" * 10000,
    "open tags": _repeat("<a='"),
    "comments": _repeat("<!--"),
    "comments in lines": _repeat("<!--\n"),
    "comments in paragraphs": _repeat("<!--\n\n") + "-->",
    "closed comments": _repeat("<!-- a -->"),
    "numbers": "".join(f"{number}\n" for number in range(11_000)),
    "tags": _repeat("<a>\n"),
    "one word and a number": "a" * 64_000 + " 7",
    "one number": "9" * 64_000,
    "one number in words": "一" * 21_000 + "万",
    "a year of many digits": "2" * 32_000 + "年" + "2" * 32_000,
    "lazy quotes": ">" * 32_000 + "\n" + "a\n" * 16_000,
    "autolinks": _repeat("<http://a.b>"),
    "definitions": _repeat('[x]: "'),
    "references": "[a]: /u\n\n" + _repeat("[a]"),
    "a long target": "[a]: /" + "u" * 30000 + "\n\n" + _repeat("[a]")[:30000],
    "stars": _repeat("*a "),
    "strong and Chinese": _repeat("**中"),
    "ticks": "".join("`" * count + "a" for count in range(1, 360)),
    "quotes": _repeat("> "),
    "quotes that end above hanging lines": _repeat("＃a\n> [!NOTE]\n"),
    "quotes that hanging lines end": _repeat("> # a\nb\n"),
    "deep quotes that hanging lines end": _repeat(">" * 17 + " # a\nb\n"),
    "nested quotes": "\n".join(">" * count + " a" for count in range(1, 360)),
    "nested lists": "\n".join("  " * count + "- a" for count in range(250)),
    "list on a line": _repeat("- "),
    "wide table": "|" + "a|" * 16000 + "\n|" + "-|" * 16000 + "\n" + "|a\n" * 100,
    "filled table": "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + "|a\n" * 16000,
    "containers": _repeat(":::quote\n"),
    "containers closed": ":::quote\n" * 4000 + ":::\n" * 4000,
    "labels": _repeat(":metric["),
    "attributes": "![a](b){" + _repeat("a=b ") + "}",
    "footnotes": "".join(f"[^{index}]: b\n\nx[^{index}]\n\n" for index in range(3000)),
    "soft breaks": _repeat("中\n"),
    "full width": _repeat("！["),
    "full-width number signs": _repeat("＃"),
    "lists without blank lines": "- a\n" * 32_000,
    "terms without blank lines": "a\n: b\n" * 16_000,
    "full-width links": _repeat("[a]（"),
    "spaces in a target": "[a](" + _repeat("a "),
    "digits": _repeat("1,"),
    "numerals": _repeat("万亿"),
    "Tibetan": _repeat("ཀ་"),
    "gallery": ":::gallery\n" + "![a](b.jpg)\n" * 5000 + ":::\n",
    "same headings": _repeat("# a\n"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_bounded_time(name: str) -> None:
    started = time.perf_counter()
    render(HOSTILE[name])
    assert time.perf_counter() - started < SECONDS


def test_what_was_not_read_is_reported() -> None:
    assert codes("[" * 2000) == ["markdown-too-complex"]
    assert "markdown-too-deep" in codes(">" * 100 + " 甲")
    assert codes("> 甲\n乙\n" * 20) == []
    assert codes("> 甲\n乙\n" * 21) == ["quote-too-ragged"]
    assert (
        codes("> ## 甲\n乙\n" * 21) == []
    )  # a heading goes on in no other line, so each is a quotation of its own
    assert "table-too-wide" in codes(f"{'|a' * 200}|\n{'|-' * 200}|\n")
    assert "link-too-long" in codes(f"[a](b{'c' * 3000})")
