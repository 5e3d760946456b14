"""Numbers as running text shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.text.numbers import group_digits


@pytest.mark.parametrize(
    ("value", "grouped"),
    [
        ("300000", "300,000"),
        ("999", "999"),
        ("1000", "1,000"),
        ("1234567.8901", "1,234,567.8901"),
        ("-4600", "\u22124,600"),
        ("0.5", "0.5"),
        ("约三十", "约三十"),
        ("", ""),
    ],
)
def test_thousands_are_grouped_and_the_rest_stays_as_written(value: str, grouped: str) -> None:
    assert group_digits(value, "zh-CN") == grouped


def test_a_year_is_not_a_quantity() -> None:
    assert group_digits("2020", "zh-CN", "年") == "2020"
    assert group_digits("2020", "en", "year") == "2020"
    assert group_digits("20000", "zh-CN", "年") == "20,000"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_grouping_only_adds_marks(value: object) -> None:
    text = f"{value:f}"
    assert group_digits(text, "en").replace(",", "").replace("\u2212", "-") == text
