"""Texts made into values: what each type of a schema accepts, its canonical form, and why a text is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import urlsplit

from showcase.content.schema import Key, ValueType
from showcase.text.dates import is_impossible_date, parse_date
from showcase.text.nearest import nearest

_TRUE = frozenset({"true", "yes", "on", "y", "1", "是", "对", "真"})
_FALSE = frozenset({"false", "no", "off", "n", "0", "否", "不", "不是", "假"})
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,9})?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,9})?")
_IN_WAN = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,8})?)(百万|千万|百|千|万|亿)\D{0,20}")
_NUMBER_AND_MORE = re.compile(
    r"(?P<before>\D{0,10}?)(?P<number>[0-9][0-9,]{0,20}(?:\.[0-9]{1,9})?)(?P<after>[^0-9]{0,20})"
)
_POWERS = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
_SPACE = re.compile(r"\s+")
_SCHEMES = ("http", "https", "mailto")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}:")
# Between two Chinese characters a folded line end leaves a space that nobody wrote.
_FOLDED = re.compile(
    "(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])"
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is not a value: a code of the catalogue with what it needs."""

    code: str
    arguments: dict[str, str] = field(default_factory=dict)
    suggestion: str = ""
    replacement: str | None = None


def convert(key: Key, text: str) -> str | Refusal:
    """The canonical text of a value of the key's type. `text` is trimmed and not empty."""
    return _CONVERTERS[key.type](key, text)


def _text(_key: Key, text: str) -> str | Refusal:
    return _SPACE.sub(" ", text) if "\n" in text or "\t" in text else text


def _long_text(_key: Key, text: str) -> str | Refusal:
    return text


def _id(_key: Key, text: str) -> str | Refusal:
    if is_id(text):
        return text
    proposed = as_id(text)
    return Refusal("invalid-id", {}, replacement=proposed or None)


def is_id(text: str) -> bool:
    """Whether a text may be an id: letters of any script with their marks, digits, hyphens, underscores."""
    return 0 < len(text) <= 120 and all(
        character in "-_" or unicodedata.category(character)[0] in "LMN" for character in text
    )


def as_id(text: str) -> str:
    """The nearest text that may be an id; possibly empty."""
    pieces = [character if is_id(character) else "-" for character in text[:120]]
    return re.sub("-{2,}", "-", "".join(pieces)).strip("-")


def _slug(_key: Key, text: str) -> str | Refusal:
    if _SLUG.fullmatch(text):
        return text
    from showcase.text.slugs import slug

    proposed = slug(text[:200])
    return Refusal("invalid-slug", {}, replacement=proposed)


def _date(_key: Key, text: str) -> str | Refusal:
    date = parse_date(text)
    if date is not None:
        return date.text
    return Refusal("impossible-date" if is_impossible_date(text) else "invalid-date")


def _day(_key: Key, text: str) -> str | Refusal:
    date = parse_date(text)
    if date is None:
        return Refusal("impossible-date" if is_impossible_date(text) else "invalid-day")
    if date.earliest != date.latest or "X" in date.text or date.text != date.earliest:
        return Refusal("invalid-day")
    return date.earliest


def _boolean(_key: Key, text: str) -> str | Refusal:
    word = unicodedata.normalize("NFKC", text).casefold()
    if word in _TRUE:
        return "true"
    return "false" if word in _FALSE else Refusal("invalid-boolean")


def _integer(_key: Key, text: str) -> str | Refusal:
    digits = unicodedata.normalize("NFKC", text)
    return str(int(digits)) if _INTEGER.fullmatch(digits) else Refusal("invalid-integer")


def _decimal(_key: Key, text: str) -> str | Refusal:
    number = unicodedata.normalize("NFKC", text).replace(" ", "")
    if _GROUPED.fullmatch(number):
        number = number.replace(",", "")
    if _DECIMAL.fullmatch(number):
        sign = "-" if number.startswith("-") else ""
        whole, point, fraction = number.lstrip("+-").partition(".")
        return sign + (whole.lstrip("0") or "0") + point + fraction
    in_wan = _IN_WAN.fullmatch(number)
    if in_wan:
        amount = Decimal(in_wan.group(1)).scaleb(_POWERS[in_wan.group(2)])
        full = f"{amount:f}"
        return Refusal("number-in-words", {"full": full}, replacement=full)
    around = _NUMBER_AND_MORE.fullmatch(number)
    if around and (around["before"] or around["after"]):
        digits = around["number"].replace(",", "")
        arguments = {"number": digits, "rest": "、".join(filter(None, (around["before"], around["after"])))}
        return Refusal("number-with-text", arguments, replacement=digits)
    return Refusal("invalid-number")


def _url(_key: Key, text: str) -> str | Refusal:
    if any(character.isspace() or character < " " or character in '<>"\\' for character in text):
        return Refusal("invalid-url")
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return Refusal("invalid-url")
    if (
        parts.scheme
        and parts.scheme not in _SCHEMES
        and not ("." in parts.scheme or parts.scheme == "localhost")
    ):
        return Refusal("unsafe-url", {"scheme": parts.scheme[:30]})
    if parts.scheme == "mailto":
        return text if "@" in parts.path else Refusal("invalid-url")
    if parts.scheme not in _SCHEMES or not host:
        looks = re.match(r"(?:www\.|[\w-]{1,60}\.[A-Za-z]{2,10}(?:[/:]|$))", text)
        return Refusal("invalid-url", {}, replacement=f"https://{text}" if looks else None)
    return text


def _choice(key: Key, text: str) -> str | Refusal:
    word = unicodedata.normalize("NFKC", text).casefold()
    names: dict[str, str] = {}
    for choice in key.choices:
        names[choice.value] = choice.value
        if choice.chinese:
            names[choice.chinese] = choice.value
        if word in (choice.value.casefold(), choice.chinese.casefold(), *choice.aliases):
            return choice.value
    allowed = "、".join(
        f"{choice.chinese}（{choice.value}）" if choice.chinese else choice.value for choice in key.choices
    )
    values = ", ".join(choice.value for choice in key.choices)
    suggestion = nearest(text, names)
    return Refusal(
        "invalid-choice",
        {"allowed": allowed, "values": values},
        suggestion=suggestion,
        replacement=suggestion or None,
    )


def _reference(_key: Key, text: str) -> str | Refusal:
    return _SPACE.sub(" ", text)


def _path(_key: Key, text: str) -> str | Refusal:
    if _DRIVE.match(text) or text.startswith("/"):
        return Refusal("absolute-path")
    if "\\" in text:
        return Refusal("backslash-path", {}, replacement=text.replace("\\", "/"))
    if _REMOTE.match(text):
        return Refusal("remote-file")
    if any(character < " " for character in text):
        return Refusal("absolute-path")
    return text


def _address(_key: Key, text: str) -> str | Refusal:
    plain = not any(character.isspace() or character < " " or character in '\\?#<>"' for character in text)
    segments = text.split("/")
    if not plain or not text.startswith("/") or text.startswith("//") or ".." in segments or "." in segments:
        return Refusal("invalid-address")
    return text


def _language(_key: Key, text: str) -> str | Refusal:
    known = {
        "中文": "zh-CN",
        "简体中文": "zh-CN",
        "繁体中文": "zh-TW",
        "英文": "en",
        "英语": "en",
        "藏文": "bo",
        "藏语": "bo",
    }
    if text in known:
        return Refusal("invalid-language", {}, replacement=known[text])
    tidy = text.replace("_", "-")
    if not _LANGUAGE.fullmatch(tidy):
        return Refusal("invalid-language")
    parts = tidy.split("-")
    cased = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]
    return "-".join(cased)


def _any(_key: Key, text: str) -> str | Refusal:
    return text


_CONVERTERS: dict[ValueType, Callable[[Key, str], str | Refusal]] = {
    ValueType.TEXT: _text,
    ValueType.LONG_TEXT: _long_text,
    ValueType.ID: _id,
    ValueType.SLUG: _slug,
    ValueType.DATE: _date,
    ValueType.DAY: _day,
    ValueType.BOOLEAN: _boolean,
    ValueType.INTEGER: _integer,
    ValueType.DECIMAL: _decimal,
    ValueType.URL: _url,
    ValueType.CHOICE: _choice,
    ValueType.REFERENCE: _reference,
    ValueType.PATH: _path,
    ValueType.ADDRESS: _address,
    ValueType.LANGUAGE: _language,
    ValueType.ANY: _any,
}


def unfolded(text: str) -> str:
    """Without the spaces that YAML puts for a line end between Chinese characters (YAML 1.2.2 §6.5)."""
    return _FOLDED.sub("", text)
