"""What one page's templates may use up. A theme is code from elsewhere: it must not hang or exhaust a build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

MAX_STEPS = 2_000_000
"""Turns of loops and calls, for one page: some hundred times what the largest real page needs."""
MAX_TEXT = 8_000_000
"""Characters of one text; items of one list."""
MAX_NUMBER_BITS = 4096

_WIDTH = re.compile(r"%[^a-zA-Z%]{0,9}\d{4}")


class TemplateLimitError(Exception):
    """A template loops, recurses or multiplies without bound."""


class Steps:
    """Counts what one page's rendering has used."""

    __slots__ = ("left",)

    def __init__(self, allowed: int = MAX_STEPS) -> None:
        self.left = allowed

    def spend(self) -> None:
        """One step. Raises TemplateLimitError when none is left."""
        self.left -= 1
        if self.left < 0:
            raise TemplateLimitError("loop")

    def each(self, iterable: Iterable[Any]) -> Iterator[Any]:
        """The items, a step for each."""
        for item in iterable:
            self.spend()
            yield item


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Raises TemplateLimitError for an operation whose result would be huge."""
    if operator == "*":
        _check_product(left, right)
    elif operator == "**" and isinstance(left, int) and isinstance(right, int):
        if left.bit_length() * abs(right) > MAX_NUMBER_BITS:
            raise TemplateLimitError("**")
    elif operator == "+" and isinstance(left, str | tuple | list) and isinstance(right, str | tuple | list):
        if len(left) + len(right) > MAX_TEXT:
            raise TemplateLimitError("+")
    elif operator == "%" and isinstance(left, str) and (_WIDTH.search(left) or "*" in left):
        raise TemplateLimitError("%")


def check_text(text: Any) -> Any:
    """The text itself. Raises TemplateLimitError for one that is longer than any page."""
    if isinstance(text, str) and len(text) > MAX_TEXT:
        raise TemplateLimitError("text")
    return text


def _check_product(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > MAX_NUMBER_BITS:
            raise TemplateLimitError("*")
        return
    for many, times in ((left, right), (right, left)):
        if isinstance(many, str | tuple | list) and isinstance(times, int) and len(many) * times > MAX_TEXT:
            raise TemplateLimitError("*")
