"""Addresses made from titles."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.text.slugs import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("幸福党建", "xing-fu-dang-jian"),
        ("雪巴社区“幸福党建”", "xue-ba-she-qu-xing-fu-dang-jian"),
        ("Brine shrimp at 4,600 metres", "brine-shrimp-at-4-600-metres"),
        ("The “Party Members’ Station”", "the-party-members-station"),
        ("Gêrzê · Straße", "gerze-strasse"),
        ("ＡＢＣ２０２０", "abc2020"),
        ("snake_case", "snake-case"),
        ("𝐀", "a"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("x" * 200, "x" * 80),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_text_without_letters_still_has_an_address_of_its_own() -> None:
    assert slug("བོད་ལྗོངས") != slug("བོད")
    assert slug("") == slug("")


@given(st.text(max_size=120))
def test_a_slug_is_a_safe_path_part(text: str) -> None:
    made = slug(text)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= 80
    assert slug(made) == made
