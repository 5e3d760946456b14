"""A text's own first words, for cards and descriptions."""

from __future__ import annotations

import re

from showcase.model.body import HOLE, LONGEST_EXCERPT
from showcase.model.entry import Document
from showcase.pages.metrics import metric_text
from showcase.pages.vantage import Vantage

_SPACE = re.compile(r"\s+")
_SENTENCE_END = "。！？!?."


def excerpt(vantage: Vantage, document: Document) -> str:
    """The beginning of the first prose, at most 120 characters, cut at a sentence's end where one is near."""
    for opening in document.body.openings:
        text = _SPACE.sub(" ", plain_text(vantage, document, opening)).strip()
        if text:
            return shortened(text)
    return ""


def shortened(text: str) -> str:
    """At most 120 characters of `text`: whole sentences if they fill half of it, else cut with an ellipsis."""
    if len(text) <= LONGEST_EXCERPT:
        return text
    head = text[: LONGEST_EXCERPT - 1]
    end = max(head.rfind(mark) for mark in _SENTENCE_END)
    if end >= LONGEST_EXCERPT // 2:
        return head[: end + 1]
    space = head.rfind(" ")
    if text[LONGEST_EXCERPT - 1].isascii() and space >= LONGEST_EXCERPT // 2:
        head = head[:space]
    return f"{head.rstrip()}…"


def plain_text(vantage: Vantage, document: Document, text: str) -> str:
    """A section's text with the values that its inline components show."""
    body = document.body

    def value(hole: re.Match[str]) -> str:
        index = int(hole.group(2))
        if hole.group(1) != "c" or index >= len(body.components):
            return ""
        component = body.components[index]
        if component.name != "metric":
            return component.label if component.name == "download" else ""
        metric = next((one for one in document.metrics if one.id == component.label), None)
        return metric_text(vantage, metric) if metric else ""

    return HOLE.sub(value, text)
