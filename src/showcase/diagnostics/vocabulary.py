"""The project's nouns in Chinese and English, as messages show them (DESIGN: one name for one thing)."""

from __future__ import annotations

VOCABULARY: dict[str, tuple[str, str]] = {
    "story": ("案例故事", "story"),
    "brand": ("品牌", "brand"),
    "organisation": ("单位", "organisation"),
    "page": ("页面", "page"),
    "place": ("地点", "place"),
    "topic": ("主题", "topic"),
    "source": ("来源", "source"),
    "metric": ("数据", "metric"),
    "medium": ("图片与影音", "medium"),
    "site": ("站点设置", "site configuration"),
    "theme": ("外观模板", "theme"),
    "region": ("省级行政区", "region"),
    "prefecture": ("地级行政区", "prefecture"),
    "county": ("县级行政区", "county"),
    "township": ("乡镇（街道）", "township"),
    "village": ("村", "village"),
    "community": ("社区", "community"),
    "source-reference": ("来源引用", "source reference"),
    "translation": ("译文", "translation"),
    "organiser": ("主办单位", "organiser"),
    "filing": ("备案", "filing"),
    "checks": ("检查", "checks"),
    "site-translation": ("网站译文", "site translation"),
    "field": ("自定义字段", "field definition"),
    "fields": ("自定义字段", "field definitions"),
}
