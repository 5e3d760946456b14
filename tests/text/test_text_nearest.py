"""“Did you mean” finds what was meant, and nothing where nothing is near."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.text.nearest import nearest


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("clent", ["place", "client", "clients"], "client"),
        ("titel", ["title", "date"], "title"),
        ("TITLE", ["title", "subtitle"], "title"),
        ("ｔｉｔｌｅ", ["title"], "title"),
        ("short name", ["short_name", "name"], "short_name"),
        ("标提", ["摘要", "标题"], "标题"),
        ("幸福党健", ["幸福党建", "红色驿站"], "幸福党建"),
        ("西臧自治区", ["西藏自治区"], "西藏自治区"),
        ("电商服务中心", ["改则县电商服务中心", "幸福党建"], "改则县电商服务中心"),
        ("metirc", ["metrics", "metric"], "metric"),
    ],
)
def test_finds(word: str, candidates: list[str], expected: str) -> None:
    assert nearest(word, candidates) == expected


@pytest.mark.parametrize(
    ("word", "candidates"),
    [
        ("zzz", ["title"]),
        ("", ["title"]),
        ("x", ["y"]),
        ("主题", ["日期"]),
        ("title", []),
        ("a" * 1000, ["title"]),
    ],
)
def test_finds_nothing(word: str, candidates: list[str]) -> None:
    assert nearest(word, candidates) == ""


@given(st.text(max_size=30), st.lists(st.text(max_size=12), max_size=8), st.randoms())
def test_the_order_of_candidates_does_not_matter(word: str, names: list[str], chance: random.Random) -> None:
    found = nearest(word, names)
    shuffled = list(names)
    chance.shuffle(shuffled)
    assert nearest(word, shuffled) == found
    assert found == "" or (found in names and found != word)
