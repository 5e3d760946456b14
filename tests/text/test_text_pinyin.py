"""Readings of Chinese names: what search, sorting and addresses rely on."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.text.pinyin import initials, readings, sort_key, syllables


@pytest.mark.parametrize(
    ("text", "override", "expected"),
    [
        ("幸福党建", "", "xing fu dang jian"),
        ("幸福黨建", "", "xing fu dang jian"),
        ("绿色", "", "lv se"),
        ("重庆重要", "", "chong qing zhong yao"),
        ("长阳", "", "zhang yang"),
        ("长阳", "chang yang", "chang yang"),
        ("长阳", "Chángyáng", "chang yang"),
        ("长阳土家族自治县", "chang yang", "chang yang tu jia zu zi zhi xian"),
        ("吕梁", "lǚ liáng", "lv liang"),
        ("西安", "xi'an", "xi an"),
        ("雪巴社区“幸福党建”", "", "xue ba she qu xing fu dang jian"),
        ("新时代e家 2020年", "", "xin shi dai e jia 2020 nian"),
        ("Gêrzê County", "", "gerze county"),
        ("བོད་ལྗོངས", "", ""),
        ("", "", ""),
    ],
)
def test_syllables(text: str, override: str, expected: str) -> None:
    assert " ".join(syllables(text, override)) == expected


def test_initials() -> None:
    assert initials("幸福党建") == "xfdj"
    assert initials("长阳", "chang yang") == "cy"


def test_names_sort_as_in_a_dictionary() -> None:
    names = ["拉孜县", "阿里地区", "山南市", "西安", "先锋", "昌都市"]
    assert sorted(names, key=sort_key) == ["阿里地区", "昌都市", "拉孜县", "山南市", "西安", "先锋"]


@given(st.text(max_size=30), st.text(max_size=10))
def test_every_character_has_one_reading_and_all_are_ascii(text: str, override: str) -> None:
    sounds = readings(text, override)
    assert len(sounds) == len(text)
    assert all(sound.isascii() for sound in (*sounds, *syllables(text, override)))


def test_the_dictionary_is_not_loaded_for_latin_text() -> None:
    program = "import sys; from showcase.text.slugs import slug; slug('brine shrimp'); print('pypinyin' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
