"""The fixed values of keys and attributes that say what a picture shows, with the words people write for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """An allowed value with its Chinese name and whatever else people write for it."""

    value: str
    chinese: str
    aliases: tuple[str, ...] = ()


MEDIUM_KINDS = (
    Choice("photo", "照片", ("图片", "相片")),
    Choice("diagram", "图表", ("示意图",)),
    Choice("ornament", "装饰", ("装饰图", "插图")),
    Choice("map", "地图"),
    Choice("emblem", "徽标", ("标志", "徽章", "logo")),
    Choice("video", "视频", ("影片",)),
    Choice("audio", "音频", ("录音",)),
)
PEOPLE = (
    Choice("none", "无人", ("无", "没有")),
    Choice("crowd", "人群", ("群体",)),
    Choice("consent", "已同意", ("同意", "本人同意")),
    Choice("minors", "未成年人", ("儿童", "孩子")),
)
