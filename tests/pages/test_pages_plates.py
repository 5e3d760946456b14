"""The characters that stand for a title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.pages_catalog import Builder, site
from showcase.model.catalog import Relations
from showcase.pages.edition import Edition
from showcase.pages.plates import GROUNDS, PATTERNS, characters, plate


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电商服务中心", "电商服务"),
        ("《规则》与清单", "规则与清"),
        ("Happy Party Building", "HPB"),
        ("The study and exchange centre", "SEC"),
        ("Xiga", "XIGA"),
        ("Keqinvillage", "K"),
        ("2020", "2020"),
        ("！？", "·"),
        ("།།", "·"),
    ],
)
def test_a_title_gives_at_most_four_characters(text: str, shown: str) -> None:
    assert "".join(characters(text)) == shown


def test_tibetan_gives_whole_syllables() -> None:
    # The first words of the Universal Declaration of Human Rights in Tibetan.
    assert characters("འགྲོ་བ་མིའི་རིགས་") == ("འགྲོ", "བ")


@given(st.text(max_size=40))
def test_any_title_gives_one_to_four(text: str) -> None:
    found = characters(text)
    assert 1 <= len(found) <= 4
    assert all(found)


def test_quoted_names_and_short_names_go_first() -> None:
    builder = Builder(site())
    builder.add("brand", "a", title="雪巴社区“幸福党建”品牌")
    builder.add("brand", "b", title="雪巴社区电商服务中心", short_name="电商")
    edition = Edition(builder.catalog(), "zh-CN")
    assert "".join(plate(edition, ("brand", "a")).characters) == "幸福党建"
    assert "".join(plate(edition, ("brand", "b")).characters) == "电商"


def test_a_story_without_a_brand_wears_its_place() -> None:
    builder = Builder(site())
    builder.place("keqin", name="克勤村")
    builder.add("story", "a", title="理发、清扫和增收打算", relations=Relations(places=("keqin",)))
    shown = plate(Edition(builder.catalog(), "zh-CN"), ("story", "a"))
    assert "".join(shown.characters) == "克勤村"
    assert 0 <= shown.ground < GROUNDS
    assert 0 <= shown.pattern < PATTERNS
