"""The keys of places, topics and sources (docs/architecture.md, "Keys of the front matter")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from showcase.content.schema import Key, Schema, ValueType
from showcase.model.choice import Choice
from showcase.model.entry import RecordKind

_T = ValueType

LEVELS = (
    Choice("region", "省级", ("省", "自治区", "直辖市", "特别行政区", "省级行政区")),
    Choice("prefecture", "地级", ("市", "地级市", "地区", "自治州", "盟", "地市级", "地级行政区")),
    Choice("county", "县级", ("县", "区", "县级市", "自治县", "旗", "市辖区", "县级行政区")),
    Choice("township", "乡级", ("乡", "镇", "乡镇", "街道", "民族乡", "乡镇级")),
    Choice("village", "村", ("行政村", "村级", "嘎查")),
    Choice("community", "社区", ("居委会", "居民区")),
)

NAMING = Schema(
    "translation",
    (
        Key("name", "名称", _T.TEXT, "这种语言中的名称", "The name in that language", required=True),
        Key("summary", "简介", _T.LONG_TEXT, "这种语言中的简介", "A sentence in that language"),
    ),
)
_ID = Key(
    "id",
    "编号",
    _T.ID,
    "编号，别处用它来引用",
    "The id by which others refer to it",
    required=True,
    max_length=80,
)
_NAME = Key("name", "名称", _T.TEXT, "名称", "Its name", required=True, max_length=80)
_PINYIN = Key("pinyin", "拼音", _T.TEXT, "读音，用于检索和排序", "Its reading, for search and order")
_SUMMARY = Key("summary", "简介", _T.LONG_TEXT, "一句话简介", "One sentence about it")
_TRANSLATIONS = Key(
    "translations",
    "译文",
    _T.MAP,
    "其他语言中的名称",
    "Its name in other languages",
    schema=NAMING,
    keyed=True,
)

_KEYS: dict[RecordKind, tuple[Key, ...]] = {
    "place": (
        _ID,
        _NAME,
        Key(
            "level",
            "级别",
            _T.CHOICE,
            "省级、地级、县级、乡级、村、社区",
            "Region, prefecture, county, township, village or community",
            required=True,
            choices=LEVELS,
        ),
        Key("parent", "上级", _T.REFERENCE, "上级地点的编号或名称", "The place above it, by id or name"),
        Key("short_name", "简称", _T.TEXT, "简称", "A short name", max_length=20),
        _PINYIN,
        _SUMMARY,
        Key("aliases", "别名", _T.TEXT, "别的写法", "Other ways to write it", many=True),
        _TRANSLATIONS,
    ),
    "topic": (_ID, _NAME, _SUMMARY, _PINYIN, _TRANSLATIONS),
    "source": (
        _ID,
        _NAME,
        Key(
            "kind",
            "类型",
            _T.TEXT,
            "是什么资料，如报纸报道",
            "What it is: a newspaper report, …",
            max_length=60,
        ),
        Key(
            "title",
            "标题",
            _T.TEXT,
            "原标题，不知道就留空",
            "Its own title; leave out when not known",
            max_length=200,
        ),
        Key("publisher", "出版者", _T.TEXT, "报社、单位等", "Who published it"),
        Key("date", "日期", _T.DATE, "发表日期", "When it was published"),
        Key("url", "网址", _T.URL, "原文网址", "Its address", max_length=2000),
        Key("note", "备注", _T.LONG_TEXT, "备注", "A note", max_length=1000),
        _TRANSLATIONS,
    ),
}


@cache
def record_schema(kind: RecordKind, *, one_a_file: bool = False) -> Schema:
    """The schema of a kind of record. Where a file holds one entry its name is the id, which may then be left out."""
    keys = _KEYS[kind]
    if one_a_file:
        keys = tuple(replace(key, required=False) if key.name == "id" else key for key in keys)
    return Schema(kind, keys)
