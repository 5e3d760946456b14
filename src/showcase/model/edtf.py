"""Dates as exact as they were written. Parsing and printing them: showcase.text.dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

_EXACT = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date of EDTF level 0 or 1 (ISO 8601-2:2019, Library of Congress EDTF specification).

    `text` is the canonical EDTF form (`2021`, `2021-04~`, `2011-10/..`). `earliest` and `latest` are ISO calendar
    dates (`2021-04-01`, `2021-04-30`) that bound it; an open or unknown end is the empty string.
    """

    text: str
    earliest: str
    latest: str

    @property
    def years(self) -> tuple[int, ...]:
        """The year it starts in, for listing by year; empty when the start is open or unknown."""
        return (int(self.earliest[:4]),) if self.earliest else ()

    @property
    def machine(self) -> str:
        """The year, month or day for HTML's `time` element, as exact as written. Empty for what it has no form for:
        intervals, seasons, decades, approximate and doubtful dates (HTML Living Standard, "the time element")."""
        return self.text if _EXACT.fullmatch(self.text) else ""
