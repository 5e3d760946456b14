"""Every key becomes a value of its type, under either of its names, or is told."""

from __future__ import annotations

import pytest
from content_sources import codes, parse, story

from showcase.model.entry import FieldDefinition, FieldValue

CHINESE = """---
标题: 幸福党建
摘要: 一句话
网址名: xingfu
日期: 2011年10月起
更新日期: 2024年6月1日
地点: [克勤村, 改则县]
主题: 电商
品牌: 幸福党建
单位: [村党支部]
相关故事: b
来源:
  - report
  - {来源: 年报, 出处: P4}
数据:
  villages:
    名称: 覆盖村
    数值: 300,000
    计量单位: 个
    限定: 超过
    周期: 每年
    截至: 2024-06
    口径: 按登记
    来源: report
    出处: P3
图片与影音: [a.jpg, {文件: b.mp4, 替代文字: 说明, 人物: 未成年人, AI生成: 是}]
封面: c.jpg
排序: ２
草稿: 否
发布日期: 2024/6/1
失效日期: 2025-01-01
旧网址: [/old/, /older/a/]
译者: 编辑部
---

正文
"""


def test_every_key_by_its_chinese_name() -> None:
    parsed, faults = parse(CHINESE)
    assert codes(faults) == []
    document = parsed.documents[0]
    assert (document.kind, document.id, document.language) == ("story", "a", "zh-CN")
    assert document.title == "幸福党建"
    assert document.slug == "xingfu"
    assert document.date is not None
    assert document.date.text == "2011-10/.."
    assert document.updated == "2024-06-01"
    assert [item.target for item in document.places] == ["克勤村", "改则县"]
    assert [item.target for item in document.topics] == ["电商"]
    assert [(item.source.target, item.locator) for item in document.sources] == [
        ("report", ""),
        ("年报", "P4"),
    ]
    metric = document.metrics[0]
    assert (metric.id, metric.value, metric.qualifier) == ("villages", "300000", "more-than")
    assert metric.as_of is not None
    assert metric.source is not None
    assert metric.source.target == "report"
    assert (metric.location.line, metric.location.column) == (16, 3)
    assert [(item.path, item.kind, item.people, item.ai) for item in document.media] == [
        ("a.jpg", "photo", "none", False),
        ("b.mp4", "video", "minors", True),
    ]
    assert document.cover is not None
    assert (document.order, document.draft) == (2, False)
    assert (document.publish_from, document.expires) == ("2024-06-01", "2025-01-01")
    assert document.aliases == ("/old/", "/older/a/")
    assert document.written[:3] == ("title", "summary", "slug")
    assert document.places[0].location.line == 7


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("slug: My Story", "invalid-slug"),
        ("date: 去年", "invalid-date"),
        ("date: 2023-02-29", "impossible-date"),
        ("updated: 2024-06", "invalid-day"),
        ("draft: maybe", "invalid-boolean"),
        ("order: 1.5", "invalid-integer"),
        ("order: [1, 2]", "list-not-allowed"),
        ("order: {a: 1}", "map-not-allowed"),
        ("metrics: 3", "map-expected"),
        ("metrics:\n  a: 3", "map-expected"),
        ("metrics:\n  a b: {label: x, value: 1}", "invalid-id"),
        ("metrics:\n  a: {label: x}", "required-missing"),
        ("metrics:\n  a: {label: x, value: 30万}", "number-in-words"),
        ("metrics:\n  a: {label: x, value: 120个}", "number-with-text"),
        ("metrics:\n  a: {label: x, value: 许多}", "invalid-number"),
        ("metrics:\n  a: {label: x, value: 1, qualifier: 大于}", "invalid-choice"),
        ("media: C:\\a.jpg", "absolute-path"),
        ("media: a\\b.jpg", "backslash-path"),
        ("media: https://a.cn/b.jpg", "remote-file"),
        ("media: {alt: x}", "required-missing"),
        ("aliases: old", "invalid-address"),
        ("aliases: //evil.cn/", "invalid-address"),
        ("summary: " + "长" * 400, "value-too-long"),
        ("publish_from: 2024-06-02\nexpires: 2024-06-01", "expires-too-early"),
        ("topics: [[a]]", "list-not-allowed"),
    ],
)
def test_faulty_values(line: str, code: str) -> None:
    document, faults = story(line)
    assert codes(faults) == [code]
    assert document.title == "故事"


@pytest.mark.parametrize(
    ("written", "replacement"),
    [
        ("30万", "300000"),
        ("3.5亿", "350000000"),
        ("3百万", "3000000"),
        ("1.23456万", "12345.6"),
        ("２万", "20000"),
    ],
)
def test_chinese_powers_of_ten(written: str, replacement: str) -> None:
    _, faults = story(f"metrics:\n  a: {{label: x, value: {written}}}")
    assert faults[0].replacement == replacement


@pytest.mark.parametrize(
    ("written", "value"), [("044000", "44000"), ("3.50", "3.50"), ("１２,０００", "12000"), ("-3", "-3")]
)
def test_numbers_stay_as_written(written: str, value: str) -> None:
    document, faults = story(f"metrics:\n  a: {{label: x, value: '{written}'}}")
    assert faults == ()
    assert document.metrics[0].value == value


def test_texts_are_not_what_yaml_makes_of_them() -> None:
    document, faults = story("summary: no\ntranslator: 12:30\nplace: 044000")
    assert faults == ()
    assert (document.summary, document.translator) == ("no", "12:30")
    assert document.places[0].target == "044000"


def test_empty_values_count_as_left_out() -> None:
    document, faults = story("summary:\ntopics: []\nmetrics:\ncover: ~")
    assert faults == ()
    assert document.written == ("title",)


def test_site_defined_fields_by_name_and_alias() -> None:
    fields = (
        FieldDefinition("industry", "story", "choice", "行业", "行业", choices=("农业", "商业")),
        FieldDefinition("households", "story", "number", "户数", "户数", many=True),
        FieldDefinition("other", "brand", "text", "其他", required=True),
    )
    document, faults = story("行业: 农业\nhouseholds: [1, 20]", fields)
    assert faults == ()
    assert document.fields == (FieldValue("industry", ("农业",)), FieldValue("households", ("1", "20")))
    _, faults = story("行业: 林业\n户数: 许多", fields)
    assert codes(faults) == ["invalid-choice", "invalid-number"]


def test_translations_need_a_title_only() -> None:
    text = "---\ntitle: A story\nmetrics:\n  a: {label: Villages}\n---\n\nText\n"
    parsed, faults = parse(text, "content/stories/a.en.md")
    assert faults == ()
    assert parsed.documents[0].language == "en"
    assert parsed.documents[0].metrics[0].value == ""


@pytest.mark.parametrize(
    ("path", "kind", "identifier", "language"),
    [
        ("content/stories/a/index.md", "story", "a", "zh-CN"),
        ("content/stories/a/index.en.md", "story", "a", "en"),
        ("content/brands/幸福.zh.md", "brand", "幸福", "zh-CN"),
        ("content/organisations/a.ZH-CN.md", "organisation", "a", "zh-CN"),
        ("content/pages/about.bo.md", "page", "about", "bo"),
    ],
)
def test_paths(path: str, kind: str, identifier: str, language: str) -> None:
    parsed, faults = parse("---\ntitle: 甲\n---\n", path)
    assert faults == ()
    document = parsed.documents[0]
    assert (document.kind, document.id, document.language) == (kind, identifier, language)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/a.md", "misplaced-source"),
        ("content/stories/2024/a.md", "misplaced-in-folder"),
        ("content/stories/index.md", "misplaced-in-folder"),
        ("content/stories/a.yaml", "misplaced-yaml"),
        ("content/stories/a.fr.md", "unknown-language-ending"),
        ("content/stories/a b.md", "invalid-file-name"),
    ],
)
def test_wrong_paths(path: str, code: str) -> None:
    assert codes(parse("---\ntitle: 甲\n---\n", path)[1]) == [code]


PLACES = """- id: tibet
  name: 西藏自治区
  level: 自治区
  translations: {en: {name: Tibet}}
- 编号: keqin
  名称: 克勤村
  级别: 村
  上级: tibet
  别名: [克勤]
"""


def test_places() -> None:
    parsed, faults = parse(PLACES, "content/places.yaml")
    assert faults == ()
    first, second = parsed.places
    assert (first.level, first.translations[0].language, first.translations[0].name) == (
        "region",
        "en",
        "Tibet",
    )
    assert (second.id, second.level, second.aliases) == ("keqin", "village", ("克勤",))
    assert second.parent is not None
    assert (second.parent.target, second.parent.location.line) == ("tibet", 8)


def test_one_record_a_file() -> None:
    parsed, faults = parse("name: 报道\nurl: https://a.cn/b\ndate: 2024-06\n", "content/sources/report.yaml")
    assert faults == ()
    assert parsed.sources[0].id == "report"
    assert parsed.sources[0].date is not None


@pytest.mark.parametrize(
    ("text", "path", "code"),
    [
        ("- id: a\n  name: x\n- id: a\n  name: y\n", "content/topics.yaml", "duplicate-id"),
        ("a: {name: x}\n", "content/topics.yaml", "records-not-a-list"),
        ("- 电商\n", "content/topics.yaml", "record-not-a-map"),
        ("- id: a\n", "content/topics.yaml", "required-missing"),
        ("- id: a b\n  name: x\n", "content/topics.yaml", "invalid-id"),
        ("id: b\nname: x\n", "content/topics/a.yaml", "id-differs"),
        (
            "- id: a\n  name: x\n  translations: {fr: {name: y}}\n",
            "content/topics.yaml",
            "translation-language",
        ),
        ("- id: a\n  name: x\n  url: javascript:alert(1)\n", "content/sources.yaml", "unsafe-url"),
        ("- id: a\n  name: x\n  url: a.cn\n", "content/sources.yaml", "invalid-url"),
        ("- id: a\n  name: x\n---\n- id: b\n  name: x\n", "content/topics.yaml", "yaml-documents"),
        ("", "content/topics.yaml", "empty-file"),
    ],
)
def test_faulty_records(text: str, path: str, code: str) -> None:
    assert codes(parse(text, path)[1]) == [code]
