"""The keys of stories, brands, organisations and pages (docs/architecture.md, "Keys of the front matter")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from showcase.content.schema import Key, Schema, ValueType
from showcase.model.choice import MEDIUM_KINDS, PEOPLE, Choice
from showcase.model.entry import DocumentKind, FieldDefinition

QUALIFIERS = (
    Choice("more-than", "超过", ("多于", "逾", "余", "多", ">")),
    Choice("nearly", "近", ("接近", "将近")),
    Choice("about", "约", ("大约", "左右", "~")),
    Choice("at-least", "至少", ("不少于", ">=", "≥")),
    Choice("at-most", "至多", ("不超过", "最多", "<=", "≤")),
)

_T = ValueType

METRIC = Schema(
    "metric",
    (
        Key(
            "label",
            "名称",
            _T.TEXT,
            "这个数字说的是什么",
            "What the number counts",
            required=True,
            max_length=60,
        ),
        Key(
            "value",
            "数值",
            _T.DECIMAL,
            "数字本身，如 300000、3.5",
            "The number itself: 300000, 3.5",
            required=True,
        ),
        Key("unit", "计量单位", _T.TEXT, "个、户、元、% 等", "Its unit", max_length=30),
        Key(
            "qualifier",
            "限定",
            _T.CHOICE,
            "数字前的“超过”“近”“约”",
            "“More than”, “nearly”, “about” before the number",
            choices=QUALIFIERS,
        ),
        Key("period", "周期", _T.TEXT, "每年、每月等", "A year, a month, …", max_length=60),
        Key("as_of", "截至", _T.DATE, "数字截至的日期", "The date up to which it holds"),
        Key("definition", "口径", _T.TEXT, "怎样统计出来的", "How it was counted"),
        Key("source", "来源", _T.REFERENCE, "来源的编号或名称", "The id or name of its source"),
        Key("locator", "出处", _T.TEXT, "来源中的段落或页码", "The paragraph or page in the source"),
    ),
)

SOURCE_REFERENCE = Schema(
    "source-reference",
    (
        Key(
            "source",
            "来源",
            _T.REFERENCE,
            "来源的编号或名称",
            "The id or name of the source",
            required=True,
        ),
        Key("locator", "出处", _T.TEXT, "来源中的段落或页码", "The paragraph or page in the source"),
    ),
)

MEDIUM = Schema(
    "medium",
    (
        Key(
            "file",
            "文件",
            _T.PATH,
            "文件的相对路径",
            "The file, relative to this entry's own file",
            required=True,
        ),
        Key(
            "alt",
            "替代文字",
            _T.TEXT,
            "给看不见图的人读的说明",
            "What the picture shows, for who cannot see it",
        ),
        Key("caption", "图注", _T.TEXT, "图下的说明", "The text below it"),
        Key("credit", "署名", _T.TEXT, "作者或供图单位", "Who made it"),
        Key("kind", "类型", _T.CHOICE, "照片、图表、地图等", "Photo, diagram, map, …", choices=MEDIUM_KINDS),
        Key(
            "people",
            "人物",
            _T.CHOICE,
            "图中有没有能认出的人",
            "Whether people can be recognised",
            choices=PEOPLE,
        ),
        Key("ai", "AI生成", _T.BOOLEAN, "是否由人工智能生成", "Whether it was made by AI"),
        Key("map_approval", "审图号", _T.TEXT, "地图的审图号", "The approval number of a map"),
        Key("authority", "批准单位", _T.TEXT, "准许使用徽标的单位", "Who allowed the use of an emblem"),
        Key(
            "consent_record",
            "同意书编号",
            _T.TEXT,
            "监护人同意书的编号，不会公开",
            "The number of the consent form; never published",
        ),
    ),
)

_TITLE = Key("title", "标题", _T.TEXT, "标题，一行", "The title, on one line", required=True, max_length=60)
_COMMON = (
    Key("summary", "摘要", _T.LONG_TEXT, "一两句话的摘要", "One or two sentences", max_length=300),
    Key(
        "slug",
        "网址名",
        _T.SLUG,
        "网址的最后一段：小写字母、数字、连字符",
        "The last part of the address: lower-case letters, digits, hyphens",
        max_length=80,
    ),
    Key(
        "updated",
        "更新日期",
        _T.DAY,
        "内容最后一次实质修改的日子",
        "The day it was last changed in substance",
    ),
    Key(
        "sources",
        "来源",
        _T.REFERENCE,
        "事实的来源",
        "Where the facts come from",
        many=True,
        schema=SOURCE_REFERENCE,
    ),
    Key(
        "metrics",
        "数据",
        _T.MAP,
        "数字，一个编号一项",
        "Numbers, each under an id",
        schema=METRIC,
        keyed=True,
    ),
    Key(
        "media",
        "图片与影音",
        _T.PATH,
        "图片、录音、视频",
        "Pictures, sound, films",
        many=True,
        schema=MEDIUM,
    ),
    Key("cover", "封面", _T.PATH, "封面图片", "The cover picture", schema=MEDIUM),
    Key("order", "排序", _T.INTEGER, "排序用的整数，小的在前", "A whole number; smaller comes first"),
    Key("draft", "草稿", _T.BOOLEAN, "草稿不发布", "A draft is not published"),
    Key("publish_from", "发布日期", _T.DAY, "从这一天起发布", "Published from this day on"),
    Key("expires", "失效日期", _T.DAY, "从这一天起不再发布", "No longer published from this day on"),
    Key(
        "aliases",
        "旧网址",
        _T.ADDRESS,
        "从前的网址，会自动转到新网址",
        "Old addresses that lead here",
        many=True,
    ),
    Key("translator", "译者", _T.TEXT, "谁翻译的（写身份）", "Who translated it (by role)"),
)
_PLACED = (
    Key("date", "日期", _T.DATE, "写到多确切就显示多确切", "As exact as you know it, and no more"),
    Key("place", "地点", _T.REFERENCE, "地点的编号或名称", "Places, by id or name", many=True),
    Key("topics", "主题", _T.REFERENCE, "主题的编号或名称", "Topics, by id or name", many=True),
)
_ORGANISATION = Key(
    "organisation", "单位", _T.REFERENCE, "单位的编号或名称", "Organisations, by id or name", many=True
)
_SHORT_NAME = Key(
    "short_name", "简称", _T.TEXT, "二到四个字的简称", "A short name of two to four characters", max_length=20
)
_PINYIN = Key("pinyin", "拼音", _T.TEXT, "读音，用于检索和排序", "Its reading, for search and order")

_KEYS: dict[DocumentKind, tuple[Key, ...]] = {
    "story": (
        _TITLE,
        *_PLACED,
        Key("brand", "品牌", _T.REFERENCE, "品牌的编号或名称", "Brands, by id or name", many=True),
        _ORGANISATION,
        Key("related", "相关故事", _T.REFERENCE, "值得接着读的故事", "Stories worth reading next", many=True),
        *_COMMON,
    ),
    "brand": (_TITLE, *_PLACED, _ORGANISATION, _SHORT_NAME, _PINYIN, *_COMMON),
    "organisation": (
        _TITLE,
        *_PLACED,
        Key("kind", "类型", _T.TEXT, "是什么单位，如村党支部", "What it is, in a few words", max_length=60),
        _SHORT_NAME,
        _PINYIN,
        *_COMMON,
    ),
    "page": (_TITLE, Key("menu", "菜单", _T.BOOLEAN, "是否放进菜单", "Whether the menu shows it"), *_COMMON),
}
_FIELD_TYPES = {
    "text": _T.TEXT,
    "number": _T.DECIMAL,
    "date": _T.DATE,
    "boolean": _T.BOOLEAN,
    "url": _T.URL,
    "choice": _T.CHOICE,
}


_FieldShape = tuple[str, str, str, bool, bool, tuple[str, ...], str, str]


def document_schema(
    kind: DocumentKind, fields: tuple[FieldDefinition, ...] = (), *, translation: bool = False
) -> Schema:
    """The schema of a kind with the site's own fields. In a translation only the title is required."""
    shapes = tuple(_shape(field) for field in fields if field.kind == kind)
    return _translation(kind, shapes) if translation else _original(kind, shapes)


def _shape(field: FieldDefinition) -> _FieldShape:
    """What of a definition the schema depends on, hashable."""
    english = field.labels.get("en", field.label)
    return (
        field.name,
        field.alias,
        field.type,
        field.required,
        field.many,
        field.choices,
        field.label,
        english,
    )


@cache
def _original(kind: DocumentKind, fields: tuple[_FieldShape, ...]) -> Schema:
    return Schema(kind, (*_KEYS[kind], *(_site_key(field) for field in fields)))


@cache
def _translation(kind: DocumentKind, fields: tuple[_FieldShape, ...]) -> Schema:
    return Schema(kind, tuple(_optional(key) for key in _original(kind, fields).keys))


def _site_key(field: _FieldShape) -> Key:
    name, alias, value_type, required, many, choices, label, english = field
    return Key(
        name,
        alias,
        _FIELD_TYPES.get(value_type, _T.TEXT),
        label,
        english,
        required=required,
        many=many,
        choices=tuple(Choice(value, "") for value in choices),
        site_defined=True,
    )


def _optional(key: Key) -> Key:
    """The key as translations have it: metrics are filled key by key, site-defined fields as a whole."""
    if key.name == "metrics" and key.schema is not None:
        inner = tuple(replace(item, required=False) for item in key.schema.keys)
        return replace(key, schema=Schema(key.schema.kind, inner))
    return replace(key, required=False) if key.site_defined else key
