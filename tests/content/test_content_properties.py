"""Parsing never raises, whatever the bytes; its results travel; hostile input is bounded."""

from __future__ import annotations

import pickle
import time

import pytest
from content_sources import CONTEXT, parse, source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showcase.content.configure import configure
from showcase.content.parse import ParseContext
from showcase.content.parsing import outlined
from showcase.model.body import Body
from showcase.model.entry import ParsedFile
from showcase.model.site import SiteConfig
from showcase.store.codec import decode, encode

VALID = """---
标题: “幸福党建”的一天
date: 2011-10/..
topics: [电商, 助农]
summary: |
  第一行
  第二行
metrics:
  villages: {value: 120, unit: 个, label: "村", as_of: 2024-06}
sources:
  - report
  - {source: report, locator: P4}
media: [{file: a.jpg, alt: '说明'}]
---

## 正文

说明 :metric[villages]。
"""
PLACES = "- id: a\n  name: 甲\n  level: 村\n  aliases: [乙]\n  translations: {en: {name: A}}\n"
SITE = """title: 站点
base_url: https://a.cn/b
languages: [zh-CN, en]
translations: {en: {title: Site}}
parameters: {accent: "#c00", big: true, n: 3}
checks: {levels: {base-url-missing: off}}
fields: {story: {industry: {type: choice, choices: [a, b]}}}
"""
SIGNS = "\t\u3000：，【】“”\"'[]{}:,#&*!|>%@`-—\n\r\0 \ufeff\u2028\x85\x01"
WORDS = "---\n|———\n|: |- |标题|title|<<: |&a |*a|!!x |\n\n|  |{{|? |\\|null|~|..."
PIECES = [*SIGNS, *WORDS.split("|")]
QUICK = settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def mutated(draw: st.DrawFn, text: str) -> bytes:
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 12))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + cut :]
    return text.encode()


def check(data: bytes, path: str) -> None:
    parsed, faults = parse(data, path)
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for fault in faults:
        assert 0 <= fault.location.line <= lines
        assert fault.location.end_column == 0 or fault.location.end_column > fault.location.column
    assert pickle.loads(pickle.dumps(parsed)) == parsed
    assert decode(encode(outlined(parsed)), ParsedFile) == outlined(parsed)
    for document in parsed.documents:
        assert decode(encode(document.body), Body) == document.body


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    for path in ("content/stories/a.md", "content/places.yaml", "content/x.md"):
        check(data, path)
    configure(source(data, "site.yaml"))


@QUICK
@given(st.text(alphabet=st.sampled_from([*"ab标题:：- \n\t[]{}\"'#&*!|>%，"]), max_size=200))
def test_any_yaml_like_text(text: str) -> None:
    check(f"---\n{text}\n---\n".encode(), "content/stories/a.md")
    check(text.encode(), "content/topics.yaml")


@QUICK
@given(mutated(VALID))
def test_mutated_stories(data: bytes) -> None:
    check(data, "content/stories/a.md")


@QUICK
@given(mutated(PLACES))
def test_mutated_places(data: bytes) -> None:
    check(data, "content/places.yaml")


@QUICK
@given(mutated(SITE))
def test_mutated_settings(data: bytes) -> None:
    config, _ = configure(source(data, "site.yaml"))
    if config is not None:
        assert decode(encode(config), SiteConfig) == config
        assert ParseContext.of(config).languages


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_a_quoted_title_comes_back_as_written(title: str) -> None:
    plain = " ".join("".join(c for c in title if c.isprintable()).split())
    if not plain:
        return
    doubled = plain.replace("'", "''")
    parsed, _ = parse(f"---\ntitle: '{doubled}'\n---\n")
    assert parsed.documents[0].title == plain


HOSTILE = {
    "brackets": "a: " + "[" * 64_000,
    "braces": "{" * 64_000,
    "dashes": "- " * 32_000,
    "questions": "? " * 32_000,
    "hyphens": "-" * 64_000,
    "colons": ":" * 64_000,
    "wide colons": "a：" * 32_000,
    "spaces": "a" + " " * 64_000 + "b",
    "open lists": "a: [\n" * 12_000,
    "nested open lists": "".join(f" a{i}: [x\n" for i in range(8_000)),
    "open quotes": ' a: "x\n' * 9_000,
    "quotes": 'a: ["' + '","' * 20_000,
    "escapes": 'a: "' + '\\"' * 32_000,
    "keys": "".join(f"k{i}: x\n" for i in range(9_000)),
    "same key": "title: x\n" * 7_000,
    "bad lines": "x\n" * 32_000,
    "bad lines apart": "x\n\n" * 20_000,
    "anchors": "a: &a [x]\n" + "b: *a\n" * 10_000,
    "tabs": "\t" * 64_000 + "a: b",
    "tab lines": "\ta：b\n" * 12_000,
    "long word": "a" * 64_000,
    "fences": "—\n" * 32_000,
    "references": "topics: [" + "电商，" * 20_000 + "]",
    "date": "date: " + "2021-" * 12_000,
    "number": "metrics:\n a: {label: x, value: " + "1," * 30_000 + "}",
    "unknown": "x" * 100 + ": y\n" + "".join(f"{'z' * 70}{i}: y\n" for i in range(800)),
    "merge": "<<: {a: 1}\n" * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("fenced", [True, False])
def test_hostile_input_is_bounded(name: str, fenced: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from showcase.markdown import render

    monkeypatch.setattr(render, "render_markdown", lambda *_: (Body(), ()))
    text = HOSTILE[name]
    start = time.process_time()
    parse(f"---\n{text}\n---\n" if fenced else text, context=CONTEXT)
    parse(text, "content/places.yaml")
    configure(source(text, "site.yaml"))
    assert time.process_time() - start < 6, "three readings of 64 kB"
