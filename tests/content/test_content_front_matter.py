"""Front matter is found whatever was typed for its fences, and the text behind it is never lost."""

from __future__ import annotations

import pytest
from content_sources import codes, parse

BODY = "正文第一段。"


@pytest.mark.parametrize(
    ("text", "expected", "place"),
    [
        (f"---\ntitle: 甲\n---\n\n{BODY}\n", [], None),
        (f"\ufeff---\r\ntitle: 甲\r\n---\r\n\r\n{BODY}\r\n", [], None),
        (f"---  \ntitle: 甲\n--- \n{BODY}\n", [], None),
        (f"———\ntitle: 甲\n---\n{BODY}\n", ["front-matter-fence"], (1, 1)),
        (f"---\ntitle: 甲\n— — —\n{BODY}\n", ["front-matter-fence"], (3, 1)),
        (f"---\ntitle: 甲\n－－－\n{BODY}\n", ["front-matter-fence"], (3, 1)),
        (f"---\ntitle: 甲\n----\n{BODY}\n", ["front-matter-fence"], (3, 1)),
        (f"\n\n---\ntitle: 甲\n---\n{BODY}\n", ["blank-before-front-matter"], (1, 1)),
        (f"说明\n\n---\ntitle: 甲\n---\n{BODY}\n", ["front-matter-not-first"], (1, 1)),
        (f"title: 甲\n---\n{BODY}\n", ["front-matter-not-opened"], (1, 1)),
        (f"---\ntitle: 甲\n\n{BODY}\n", ["front-matter-not-closed"], (2, 9)),
        (f"---\ntitle: 甲\n{BODY}\n", ["front-matter-not-closed"], (2, 9)),
        (f"---\ntitle: 甲\n## 小标题\n\n{BODY}\n\n---\n\n尾\n", ["front-matter-not-closed"], (2, 9)),
        (f"---\ntitle: 甲\n\n{BODY}\n\n---\n\n尾\n", ["front-matter-not-closed"], (2, 9)),
    ],
)
def test_fences(text: str, expected: list[str], place: tuple[int, int] | None) -> None:
    parsed, faults = parse(text)
    assert codes(faults) == expected
    assert parsed.documents[0].title == "甲"
    assert BODY in parsed.documents[0].body.html
    assert "title" not in parsed.documents[0].body.html
    if place is not None:
        assert (faults[0].location.line, faults[0].location.column) == place


def test_no_front_matter_at_all() -> None:
    parsed, faults = parse(f"{BODY}\n\n---\n\n尾\n")
    assert codes(faults) == ["front-matter-missing"]
    assert BODY in parsed.documents[0].body.html


def test_empty_front_matter_lacks_its_title() -> None:
    _, faults = parse("---\n---\n正文\n")
    assert codes(faults) == ["required-missing"]
    assert faults[0].location.line == 1


def test_an_empty_title_is_told() -> None:
    assert codes(parse("---\ntitle:\n---\n正文\n")[1]) == ["required-empty"]


def test_body_lines_count_from_the_file() -> None:
    _, faults = parse("---\ntitle: 甲\n---\n\n一\n\n#标题\n")
    assert [fault.location.line for fault in faults] == [7]


def test_front_matter_has_a_limit() -> None:
    text = "---\ntitle: 甲\nsummary: |\n" + "  很长的文字\n" * 20_000 + "---\n正文\n"
    assert codes(parse(text)[1]) == ["front-matter-too-large"]


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_named_and_their_faults_told(encoding: str) -> None:
    text = "---\ntitle: 幸福黨建的一天\n日期：2021\n---\n\n這是正文，說的是村裡的合作社和電商服務中心。\n"
    if encoding == "gb18030":
        text = "---\ntitle: 幸福党建的一天\n日期：2021\n---\n\n这是正文，说的是村里的合作社和电商服务中心。\n"
    _, faults = parse(text.encode(encoding))
    assert codes(faults) == ["wrong-encoding", "full-width-colon"]
    names = {"gb18030": "GBK", "big5": "Big5"}
    assert faults[0].arguments["encoding"] == names.get(encoding, "UTF-16")


def test_a_few_broken_bytes_are_no_other_encoding() -> None:
    data = "---\ntitle: 故事\n---\n\n一段很长的正文，只有一个字坏了：".encode() + b"\xe4\xbd\n"
    _, faults = parse(data)
    assert codes(faults) == ["broken-utf8"]
    assert faults[0].location.line == 5


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["empty-file"]),
        (b" \n\t\n", ["empty-file"]),
        (b"\xef\xbb\xbf", ["empty-file"]),
        (b"---\ntitle: a\x00b\n---\n", ["nul-bytes"]),
        (b"---\ntitle: a\x08b\n---\n\x1b\n", ["control-character", "control-character"]),
        (bytes(range(128, 256)) * 8, ["unknown-encoding"]),
        ("---\ntitle: a\u2028b\x85c\n---\n".encode(), []),
    ],
)
def test_bytes_that_are_no_text(data: bytes, expected: list[str]) -> None:
    assert codes(parse(data)[1]) == expected
