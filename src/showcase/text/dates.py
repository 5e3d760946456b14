"""Dates as people write them: EDTF, Chinese and numeric forms, read and printed no more exactly than written."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from showcase.model.edtf import EdtfDate

_LONGEST = 60
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_SEASONS_ZH = {21: "春季", 22: "夏季", 23: "秋季", 24: "冬季"}
_SEASONS_EN = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_POINT = re.compile(r"([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([~?%]?)", re.ASCII)
_LOOSE = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?([~?%]?)", re.ASCII)
_CHINESE = re.compile(
    r"(约|大约|大概)?([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})[日号])?|([春夏秋冬])[季天]?)?(左右|前后)?",
    re.ASCII,
)
_CHINESE_SINCE = re.compile(r"(?:自|从)?(.+?)(?:起|以来|开始|至今|到今|-至今)")
_CHINESE_INTERVAL = re.compile(r"(?:自|从)?(.+?)(?:至|到|-{1,2}|~)(.+)")
_CHINESE_SECOND = re.compile(r"(?:([0-9]{1,2})月)?(?:([0-9]{1,2})[日号])?", re.ASCII)
_DASHES = str.maketrans(
    {"—": "-", "–": "-", "‐": "-", "‑": "-", "−": "-", "─": "-", "x": "X", "〜": "~", "。": "."}
)


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of a date. `year` may hold X; `month` 0: none, 21 to 24: a season; `day` 0: none."""

    year: str
    month: str = ""
    day: str = ""
    mark: str = ""

    @property
    def text(self) -> str:
        return "-".join(part for part in (self.year, self.month, self.day) if part) + self.mark


@lru_cache(maxsize=4096)
def parse_date(text: str) -> EdtfDate | None:
    """The date that `text` means, or None when it is not a date or no such day exists.

    Reads EDTF level 0 and 1 (Library of Congress EDTF specification, 2019: dates, intervals with open `..` or unknown
    ends, the marks `~ ? %`, seasons 21 to 24, unspecified digits `X`), and the forms that editors type: `2024年6月1日`,
    `2024年6月`, `约2021年`, `2011年10月起`, `2011年至2020年`, `2024/6/1`, `2024.6.1`, `2024-6-1`, with full-width digits
    or spaces. Years run from 0001 to 9999 (no `Y` prefix, no negative years); times of day are not dates. Seasons are
    those of the northern hemisphere, winter reaching into the next year.
    """
    if len(text) > _LONGEST:
        return None
    written = _normalised(text)
    ends = _ends(written)
    if ends is None:
        return None
    start, end = ends
    if isinstance(start, _Point) and isinstance(end, _Point) and start is end:
        bounds = _bounds(start)
        return EdtfDate(start.text, *bounds) if bounds else None
    return _interval(start, end)


def is_impossible_date(text: str) -> bool:
    """True for what has the form of a date but names a month or day that does not exist, or runs backwards."""
    if len(text) > _LONGEST or parse_date(text) is not None:
        return False
    return _ends(_normalised(text)) is not None


def _normalised(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(_DASHES)


_End = _Point | str


def _ends(text: str) -> tuple[_End, _End] | None:
    """Both ends (the same object twice for a single date); an end is `..` (open) or empty (unknown) otherwise."""
    single = _point(text)
    if single is not None:
        return single, single
    if text.count("/") == 1:
        left, _, right = text.partition("/")
        return _pair(left, right)
    since = _CHINESE_SINCE.fullmatch(text)
    if since:
        start = _point(since.group(1).rstrip("-"))
        return (start, "..") if start else None
    interval = _CHINESE_INTERVAL.fullmatch(text)
    if interval and "年" in text:
        return _chinese_pair(interval.group(1), interval.group(2))
    return None


def _pair(left: str, right: str) -> tuple[_End, _End] | None:
    start: _End | None = left if left in ("", "..") else _point(left)
    end: _End | None = right if right in ("", "..") else _point(right)
    if start is None or end is None or (isinstance(start, str) and isinstance(end, str)):
        return None
    return start, end


def _chinese_pair(left: str, right: str) -> tuple[_End, _End] | None:
    start = _point(left) or (_point(f"{left}年") if left.isdecimal() else None)
    if start is None:
        return None
    end = _point(right)
    if end is None:
        # 2021年4月至6月, 2021年4月27日至29日: the second half leaves out what both share.
        short = _CHINESE_SECOND.fullmatch(right)
        if not short or not any(short.groups()):
            return None
        month = short.group(1) or start.month
        end = _Point(start.year, month.zfill(2), (short.group(2) or "").zfill(2) if short.group(2) else "")
    return start, end


def _point(text: str) -> _Point | None:
    match = _POINT.fullmatch(text)
    if match:
        return _Point(match.group(1), match.group(2) or "", match.group(3) or "", match.group(4))
    match = _LOOSE.fullmatch(text)
    if match:
        day = match.group(4)
        return _Point(match.group(1), match.group(3).zfill(2), day.zfill(2) if day else "", match.group(5))
    match = _CHINESE.fullmatch(text)
    if not match:
        return None
    about, year, month, day, season, around = match.groups()
    if season:
        month = str(21 + "春夏秋冬".index(season))
    mark = "~" if about or around else ""
    return _Point(year, month.zfill(2) if month else "", day.zfill(2) if day else "", mark)


def _interval(start: _End, end: _End) -> EdtfDate | None:
    earliest = latest = ""
    if isinstance(start, _Point):
        bounds = _bounds(start)
        if bounds is None:
            return None
        earliest = bounds[0]
    if isinstance(end, _Point):
        bounds = _bounds(end)
        if bounds is None:
            return None
        latest = bounds[1]
    if earliest and latest and earliest > latest:
        return None
    return EdtfDate(f"{_end_text(start)}/{_end_text(end)}", earliest, latest)


def _end_text(end: _End) -> str:
    return end if isinstance(end, str) else end.text


def _bounds(point: _Point) -> tuple[str, str] | None:
    """The first and last ISO day that the point may mean; None when there is no such day."""
    years = _years(point.year)
    if years is None:
        return None
    first, last = years
    if not point.month:
        return f"{first:04}-01-01", f"{last:04}-12-31"
    if "X" in point.year:
        return None
    if point.month == "XX":
        return (f"{first:04}-01-01", f"{first:04}-12-31") if point.day in ("", "XX") else None
    if "X" in point.month:
        return None
    month = int(point.month)
    if month in _SEASON_MONTHS:
        return _season_bounds(first, month) if not point.day else None
    if not 1 <= month <= 12:
        return None
    days = calendar.monthrange(first, month)[1]
    if point.day in ("", "XX"):
        return f"{first:04}-{month:02}-01", f"{first:04}-{month:02}-{days:02}"
    if "X" in point.day or not 1 <= int(point.day) <= days:
        return None
    day = f"{first:04}-{month:02}-{int(point.day):02}"
    return day, day


def _years(text: str) -> tuple[int, int] | None:
    known = text.rstrip("X")
    if "X" in known or len(known) < 2:
        return None
    first, last = int(known.ljust(4, "0")), int(known.ljust(4, "9"))
    return (max(first, 1), last) if last else None


def _season_bounds(year: int, season: int) -> tuple[str, str] | None:
    first, last = _SEASON_MONTHS[season]
    end_year = year + 1 if last < first else year
    if end_year > 9999:
        return None
    return f"{year:04}-{first:02}-01", f"{end_year:04}-{last:02}-{calendar.monthrange(end_year, last)[1]:02}"


@lru_cache(maxsize=4096)
def format_date(edtf: str, language: str) -> str:
    """A canonical EDTF text in words of `language`: Chinese and English in full, other languages by ISO numbers.

    Nothing is added that was not written: `2011-10` gives `2011年10月`. What is not a date comes back unchanged.
    """
    date = parse_date(edtf)
    if date is None:
        return edtf
    ends = _ends(date.text)
    if ends is None:
        return edtf
    if language == "zh" or language.startswith("zh-"):
        words = _chinese(*ends)
        return words.replace("约", "約") if language in ("zh-TW", "zh-HK", "zh-MO", "zh-Hant") else words
    if language == "en" or language.startswith("en-"):
        return _english(*ends)
    return date.text.replace("/..", "–").replace("../", "–").replace("/", "–")


def _is_plain(point: _Point) -> bool:
    return not point.mark and "X" not in point.text


def _chinese(start: _End, end: _End) -> str:
    if isinstance(start, str):
        return f"截至{_chinese_point(end)}" if isinstance(end, _Point) else ""
    if start is end:
        return _chinese_point(start)
    if isinstance(end, str):
        return f"{_chinese_point(start)}起" + ("" if end == ".." else "（结束时间不详）")
    second = _chinese_point(end)
    if _is_plain(start) and _is_plain(end) and start.month and end.month and start.year == end.year:
        second = second.removeprefix(f"{int(end.year)}年")
        if start.day and end.day and start.month == end.month:
            second = second.removeprefix(f"{int(end.month)}月")
    return f"{_chinese_point(start)}至{second}"


def _chinese_point(point: _Point) -> str:
    known = point.year.rstrip("X")
    if len(known) == 4:
        words = f"{int(known)}年"
    elif len(known) == 3:
        words = f"{known}0年代"
    else:
        words = f"{known}00年至{known}99年间"
    if point.month and point.month != "XX":
        month = int(point.month)
        words += _SEASONS_ZH.get(month, f"{month}月")
        if point.day and point.day != "XX":
            words += f"{int(point.day)}日"
    prefix = "约" if point.mark in ("~", "%") else ""
    suffix = "（待考）" if point.mark in ("?", "%") else ""
    return f"{prefix}{words}{suffix}"


def _english(start: _End, end: _End) -> str:
    if isinstance(start, str):
        return f"until {_english_point(end)}" if isinstance(end, _Point) else ""
    if start is end:
        return _english_point(start)
    if isinstance(end, str):
        first = _english_point(start)
        return f"since {first}" if end == ".." else f"from {first} (end not known)"
    both_plain = _is_plain(start) and _is_plain(end) and start.year == end.year
    if both_plain and start.day and end.day and start.month == end.month:
        return f"{int(start.day)}–{_english_point(end)}"
    first = _english_point(start)
    if both_plain and start.month and end.month:
        return f"{first.removesuffix(f' {int(start.year)}')} – {_english_point(end)}"
    return f"{first} – {_english_point(end)}"


def _english_point(point: _Point) -> str:
    known = point.year.rstrip("X")
    if len(known) == 4:
        words = str(int(known))
    elif len(known) == 3:
        words = f"the {known}0s"
    else:
        words = f"between {known}00 and {known}99"
    if point.month and point.month != "XX":
        month = int(point.month)
        words = f"{_SEASONS_EN[month] if month in _SEASONS_EN else _MONTHS_EN[month - 1]} {words}"
        if point.day and point.day != "XX":
            words = f"{int(point.day)} {words}"
    prefix = "about " if point.mark in ("~", "%") else ""
    suffix = " (uncertain)" if point.mark in ("?", "%") else ""
    return f"{prefix}{words}{suffix}"
