"""Equal strings become one string, and values stay what they are."""

from __future__ import annotations

from showcase.content.parse import ParseContext, parse_source
from showcase.content.parsing import outlined
from showcase.model.entry import ParsedFile
from showcase.model.source import SourceFile
from showcase.store.codec import decode, encode
from showcase.store.sharing import SharedStrings

STORY = """---
title: 草原上的合作社
summary: 草原上的合作社
brand: snow
topics: [grass, water]
metrics:
  income: {label: 收入, value: 5, unit: 元, as_of: 2024-06}
---

一段 [文字](other.md)，收入:metric[income]。

## 一

:::gallery
![甲](a.jpg)
:::
"""


def _file(number: int) -> ParsedFile:
    data = STORY.encode()
    source = SourceFile(f"content/stories/s{number}.md", data, "0")
    parsed, _ = parse_source(source, ParseContext())
    found = decode(encode(outlined(parsed)), ParsedFile)
    assert found is not None
    return found


def test_values_stay_equal() -> None:
    shared = _file(1)
    SharedStrings().share(shared)
    assert shared == _file(1)
    assert encode(shared) == encode(_file(1))


def test_a_string_is_one_in_all_values() -> None:
    first, second = _file(1), _file(2)
    strings = SharedStrings()
    strings.share(first)
    strings.share(second)
    (one,), (other,) = first.documents, second.documents
    assert one.title is one.summary is other.title
    assert one.path is one.location.path is one.body.links[0].location.path is one.metrics[0].location.path
    assert one.written is other.written
    assert one.topics[1].target is other.topics[1].target
    assert {id(each.name) for each in one.body.components} == {
        id(each.name) for each in other.body.components
    }
    assert one.path is not other.path
