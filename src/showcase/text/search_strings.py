"""What the search page's script says, by language. It reads them from the page, as JSON, so that the script itself
holds no words. `{n}` is a number, `{q}` a word of the reader's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

_ZH = {
    "loading": "正在载入检索数据……",
    "results": "找到 {n} 条结果",
    "results_one": "找到 1 条结果",
    "results_none": "没有找到“{q}”",
    "results_hidden": "所选条件下没有“{q}”；不筛选有 {n} 条结果",
    "note_most": "没有同时包含所有词的页面，以下页面包含其中多数词。",
    "note_near": "没有完全相同的内容，以下是相近的结果。",
    "note_long": "检索词太长，只检索前 {n} 个字符。",
    "did_you_mean": "您要找的是：",
    "empty_hint": "可以减少字数、换一个说法，或用拼音试试；也可以按品牌、地点、主题或年份浏览。",
    "error": "检索数据没有载入成功。请检查网络后重试。",
    "retry": "重试",
    "sort": "排序",
    "sort_relevance": "按相关程度",
    "sort_date": "按时间，新的在前",
    "more": "再显示 {n} 条（共 {total} 条）",
    "chosen": "已选的筛选条件",
    "remove": "去掉“{x}”",
    "clear": "清除全部筛选",
    "colon": "：",
    "comma": "、",
    "other_languages": "同时检索其他语言：{x}",
    "facet_kind": "类别",
    "facet_brand": "品牌",
    "facet_place": "地点",
    "facet_topic": "主题",
    "facet_year": "年份",
    "facet_language": "语言",
    "facet_all": "全部 {n} 项",
    "undated": "时间未注明",
    "kind_story": "案例故事",
    "kind_brand": "品牌",
    "kind_organisation": "单位",
    "kind_page": "页面",
    "kind_place": "地点",
    "kind_topic": "主题",
    "keyboard": "屏幕键盘",
    "key_delete": "退格",
    "key_clear": "清空",
    "key_space": "空格",
    "key_search": "检索",
}

_EN = {
    "loading": "Loading the search index…",
    "results": "{n} results",
    "results_one": "1 result",
    "results_none": "Nothing found for “{q}”",
    "results_hidden": "Nothing found for “{q}” with these filters; {n} without them",
    "note_most": "No page has all of these words. These pages have most of them.",
    "note_near": "Nothing matches exactly. These come close.",
    "note_long": "The query is very long; only its first {n} characters are searched.",
    "did_you_mean": "Did you mean:",
    "empty_hint": "Try fewer or other words, or browse by brand, place, topic or year.",
    "error": "The search index could not be loaded. Check the connection and try again.",
    "retry": "Try again",
    "sort": "Sort",
    "sort_relevance": "Best match",
    "sort_date": "Newest first",
    "more": "Show {n} more of {total}",
    "chosen": "Filters in use",
    "remove": "Remove “{x}”",
    "clear": "Clear all filters",
    "colon": ": ",
    "comma": ", ",
    "other_languages": "Search other languages, too: {x}",
    "facet_kind": "Kind",
    "facet_brand": "Brand",
    "facet_place": "Place",
    "facet_topic": "Topic",
    "facet_year": "Year",
    "facet_language": "Language",
    "facet_all": "All {n}",
    "undated": "Undated",
    "kind_story": "Story",
    "kind_brand": "Brand",
    "kind_organisation": "Organisation",
    "kind_page": "Page",
    "kind_place": "Place",
    "kind_topic": "Topic",
    "keyboard": "On-screen keyboard",
    "key_delete": "Delete",
    "key_clear": "Clear",
    "key_space": "Space",
    "key_search": "Search",
}

CLIENT_STRINGS: Mapping[str, Mapping[str, str]] = {"zh": _ZH, "en": _EN}
"""Primary language subtag → key → text; every language has the same keys."""


def joined(names: Iterable[str], language: str) -> str:
    """Names one after another as the page's script lists them: `甲、乙`, `A, B`."""
    return _texts(language)["comma"].join(names)


def _texts(language: str) -> Mapping[str, str]:
    return CLIENT_STRINGS.get(language.partition("-")[0].lower(), _EN)


def client_strings(language: str, names: Mapping[str, str]) -> str:
    """All texts in `language` (a BCP 47 tag) as a JSON object; English for a language that has none of its own.

    `names` are the languages that can be searched, code → own name; the script finds them as `language_<code>`."""
    texts = _texts(language)
    languages = {f"language_{code}": name for code, name in names.items()}
    return json.dumps({**texts, **languages}, ensure_ascii=False, separators=(",", ":"))
