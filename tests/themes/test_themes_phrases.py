"""Where titles may break."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.themes.phrases import phrases


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("", ""),
        ("幸福党建", "幸福党建"),
        ("卤虫上岸，鼓了腰包", "卤虫上岸，|鼓了腰包"),
        ("“幸福党建”品牌", "“幸福党建”|品牌"),
        ("柯琴村的卤虫", "柯琴村的|卤虫"),
        ("目的地", "目的地"),
        ("用AI讲故事", "用|AI|讲故事"),
        ("超过300,000元", "超过300,000元"),
        ("Stories from Tibet", "Stories from Tibet"),
        ("<b>&", "&lt;b&gt;&amp;"),
    ],
)
def test_breaks_stand_between_phrases(text: str, marked: str) -> None:
    assert str(phrases(text)).replace("<wbr>", "|") == marked


@given(
    st.text(alphabet=st.sampled_from("村的和了中国aB1 ，。“”（）《》—…<&\"'་ཀ"), max_size=40)
    | st.text(max_size=40)
)
def test_the_text_itself_never_changes_and_punctuation_stays_in_place(text: str) -> None:
    marked = str(phrases(text))
    assert html.unescape(marked.replace("<wbr>", "")) == text
    for part in marked.split("<wbr>")[1:]:
        assert part[:1] not in "，。、；：！？）》”’" or not part
