"""Dates are read as people write them and printed no more exactly than written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.model.edtf import EdtfDate
from showcase.text.dates import format_date, is_impossible_date, parse_date


@pytest.mark.parametrize(
    ("written", "text", "earliest", "latest"),
    [
        ("2021", "2021", "2021-01-01", "2021-12-31"),
        ("2021-04", "2021-04", "2021-04-01", "2021-04-30"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2021-04-27", "2021-04-27", "2021-04-27", "2021-04-27"),
        ("2011-10/2020", "2011-10/2020", "2011-10-01", "2020-12-31"),
        ("2011-10/..", "2011-10/..", "2011-10-01", ""),
        ("../2020", "../2020", "", "2020-12-31"),
        ("2011/", "2011/", "2011-01-01", ""),
        ("/2011", "/2011", "", "2011-12-31"),
        ("2021~", "2021~", "2021-01-01", "2021-12-31"),
        ("2021-04?", "2021-04?", "2021-04-01", "2021-04-30"),
        ("2021-04-27%", "2021-04-27%", "2021-04-27", "2021-04-27"),
        ("2021-21", "2021-21", "2021-03-01", "2021-05-31"),
        ("2023-24", "2023-24", "2023-12-01", "2024-02-29"),
        ("202X", "202X", "2020-01-01", "2029-12-31"),
        ("20xx", "20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-02-XX", "2004-02-XX", "2004-02-01", "2004-02-29"),
        ("2024年6月1日", "2024-06-01", "2024-06-01", "2024-06-01"),
        ("2024年6月1号", "2024-06-01", "2024-06-01", "2024-06-01"),
        ("２０２４ 年 ６ 月", "2024-06", "2024-06-01", "2024-06-30"),
        ("2024年", "2024", "2024-01-01", "2024-12-31"),
        ("2021年春", "2021-21", "2021-03-01", "2021-05-31"),
        ("约2021年", "2021~", "2021-01-01", "2021-12-31"),
        ("2021年4月前后", "2021-04~", "2021-04-01", "2021-04-30"),
        ("2024/6/1", "2024-06-01", "2024-06-01", "2024-06-01"),
        ("2024/6", "2024-06", "2024-06-01", "2024-06-30"),
        ("2024.6.1", "2024-06-01", "2024-06-01", "2024-06-01"),
        ("2024-6-1", "2024-06-01", "2024-06-01", "2024-06-01"),
        ("2011年10月起", "2011-10/..", "2011-10-01", ""),
        ("自2016年至今", "2016/..", "2016-01-01", ""),
        ("2016年—2020年", "2016/2020", "2016-01-01", "2020-12-31"),
        ("2021年4月27日至29日", "2021-04-27/2021-04-29", "2021-04-27", "2021-04-29"),
        ("2024/2025", "2024/2025", "2024-01-01", "2025-12-31"),
    ],
)
def test_reads(written: str, text: str, earliest: str, latest: str) -> None:
    assert parse_date(written) == EdtfDate(text, earliest, latest)


@pytest.mark.parametrize(
    "written",
    [
        "2024-13-40",
        "2023-02-29",
        "2024-00",
        "2024-06-31",
        "2021/2020",
        "0000",
        "2024-25",
        "2024年13月",
        "XX24-01",
    ],
)
def test_refuses_what_does_not_exist(written: str) -> None:
    assert parse_date(written) is None
    assert is_impossible_date(written)


@pytest.mark.parametrize(
    "written",
    ["", "去年", "2021-04-27T10:00", "27.4.2021", "Y12021", "-0044", "../..", "/", "2021-4-5-6", "2" * 500],
)
def test_refuses_what_is_no_date(written: str) -> None:
    assert parse_date(written) is None
    assert not is_impossible_date(written)


@pytest.mark.parametrize(
    ("edtf", "chinese", "english"),
    [
        ("2021-04-27", "2021年4月27日", "27 April 2021"),
        ("2021-04", "2021年4月", "April 2021"),
        ("2021", "2021年", "2021"),
        ("2011-10/..", "2011年10月起", "since October 2011"),
        ("2021~", "约2021年", "about 2021"),
        ("2021?", "2021年（待考）", "2021 (uncertain)"),
        ("2011-10/2020", "2011年10月至2020年", "October 2011 – 2020"),
        ("2021-04/2021-06", "2021年4月至6月", "April – June 2021"),
        ("2021-04-27/2021-04-29", "2021年4月27日至29日", "27–29 April 2021"),
        ("2021-21", "2021年春季", "spring 2021"),
        ("202X", "2020年代", "the 2020s"),
        ("../2020", "截至2020年", "until 2020"),
        ("no date", "no date", "no date"),
    ],
)
def test_prints(edtf: str, chinese: str, english: str) -> None:
    assert format_date(edtf, "zh-CN") == chinese
    assert format_date(edtf, "en") == english


def test_other_languages_get_numbers() -> None:
    assert format_date("2021-04-27", "bo") == "2021-04-27"
    assert format_date("2021~", "zh-TW") == "約2021年"


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_every_day_survives_its_chinese_words(day: date) -> None:
    written = format_date(day.isoformat(), "zh-CN")
    assert parse_date(written) == EdtfDate(day.isoformat(), day.isoformat(), day.isoformat())


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 4000), st.sampled_from([4, 7, 10]))
def test_bounds_hold_the_day_and_the_canonical_form_is_stable(start: date, days: int, exactness: int) -> None:
    end = start + timedelta(days=days)
    parsed = parse_date(f"{start.isoformat()[:exactness]}/{end.isoformat()[:exactness]}")
    assert parsed is not None
    assert parsed.earliest <= start.isoformat() <= end.isoformat() <= parsed.latest
    assert parse_date(parsed.text) == parsed
    assert parse_date(format_date(parsed.text, "zh-CN")) is not None


@given(st.text(alphabet="0123456789-/.~?%X年月日至约起春 ", max_size=30) | st.text(max_size=70))
def test_never_raises(text: str) -> None:
    parsed = parse_date(text)
    for language in ("zh-CN", "en", "bo"):
        assert format_date(text, language) is not None
    if parsed is not None:
        assert parse_date(parsed.text) == parsed
