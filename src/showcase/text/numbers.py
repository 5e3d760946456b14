"""Numbers as running text shows them."""

from __future__ import annotations

import re

_DECIMAL = re.compile(r"([+\-\u2212]?)([0-9]+)(\.[0-9]+)?", re.ASCII)
_YEAR_UNITS = ("年", "year", "ལོ")


def group_digits(value: str, language: str, unit: str = "") -> str:
    """A decimal with its integer digits in groups of three (`300000` → `300,000`), commas between them.

    Chinese sites group by thousands as GB/T 15835-2011 allows; the fraction stays as written, a minus becomes U+2212.
    A year (four digits or fewer whose `unit` is 年 or "year") is never grouped. What is not a decimal comes back
    unchanged. `language` is a BCP 47 tag: French has a narrow no-break space for the comma, the others share it.
    """
    match = _DECIMAL.fullmatch(value.strip())
    if match is None:
        return value
    sign, whole, fraction = match.group(1), match.group(2), match.group(3) or ""
    sign = "\u2212" if sign in ("-", "\u2212") else sign
    if len(whole) <= 4 and unit.strip().lower() in _YEAR_UNITS:
        return f"{sign}{whole}{fraction}"
    mark = "\u202f" if language.partition("-")[0] == "fr" else ","
    return f"{sign}{_grouped(whole, mark)}{fraction}"


def _grouped(digits: str, mark: str) -> str:
    first = len(digits) % 3 or 3
    return mark.join([digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))])


def size_in_words(size: int) -> str:
    """A number of bytes in decimal units (SI, as IEC 80000-13 asks for kB and MB): `820 B`, `1.4 MB`."""
    if size < 1000:
        return f"{size} B"
    amount, unit = size / 1000, "kB"
    for larger in ("MB", "GB"):
        if amount < 999.5:
            break
        amount, unit = amount / 1000, larger
    return f"{amount:.1f} {unit}" if amount < 9.95 else f"{amount:.0f} {unit}"
