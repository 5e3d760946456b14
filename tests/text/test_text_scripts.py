"""Which script a character belongs to, and how long a text is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.text.scripts import count_words, is_cjk, is_han, is_tibetan


@pytest.mark.parametrize("character", "党藏㐀〇々𠮷﨑⻲𰻞")
def test_han(character: str) -> None:
    assert is_han(character)
    assert is_cjk(character)


@pytest.mark.parametrize("character", "，。：（Ａ１「」あアㄅ한㈠㎡～")
def test_cjk_but_not_han(character: str) -> None:
    assert is_cjk(character)
    assert not is_han(character)


@pytest.mark.parametrize("character", "aé1.“—ཀ་ж😀 \n")
def test_neither(character: str) -> None:
    assert not is_cjk(character)
    assert not is_han(character)


def test_tibetan_takes_in_its_punctuation() -> None:
    assert all(is_tibetan(character) for character in "བོད་ཡིག།༠")
    assert not is_tibetan("藏")


@given(st.characters())
def test_han_agrees_with_the_names_of_unicode(character: str) -> None:
    name = unicodedata.name(character, "")
    if name.startswith(
        ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "KANGXI RADICAL", "CJK RADICAL")
    ):
        assert is_han(character)
    if is_han(character):
        assert is_cjk(character)
    if name.startswith(("HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH", "HALFWIDTH")):
        assert is_cjk(character)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("，。——……", 0),
        ("党建引领", 4),
        ("收入3,500元", 4),
        ("在2021年", 3),
        ("don't co-operate 3.5", 3),
        ("བོད་ཡིག་སྐད།", 3),
        ("用App看", 3),
        ("これは", 3),
        ("한국어 문장", 5),
    ],
)
def test_count_words(text: str, length: int) -> None:
    assert count_words(text) == length


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Z"))), st.text())
def test_counts_add_up_across_a_space(one: str, other: str) -> None:
    assert count_words(f"{one} {other}") == count_words(one) + count_words(other)
