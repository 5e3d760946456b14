"""What one page's templates may use up. A theme is code from elsewhere: it must not hang or exhaust a build.

Everything that a template does is paid for in steps before or as it is done: a turn of a loop, a call, a filter, and the
size of every text and list that an operation takes or makes. So neither the time nor the memory of a page depends on how
cleverly its template is written. What one step of the underlying language could blow up (a power, a padding, a repetition,
the printing of lists within lists) is refused before it happens.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Any

MAX_STEPS = 2_000_000
"""Steps for one page, many times what the largest page needs: one for a turn of a loop, more for calls and sizes."""
CALL = 5
MAX_TEXT = 8_000_000
"""Characters of one text."""
MAX_ITEMS = 200_000
"""Items of one list, those of the lists within it counted too."""
MAX_PRINTED = 64_000_000
"""Characters that one page's templates print, those of macros counted wherever they pass through."""
MAX_NUMBER_BITS = 4096
MAX_WIDTH = 10_000
"""Of padding, indentation and the like."""
MAX_SECONDS = 5.0
"""CPU seconds of one page: what stops a template whose steps are dear ones. A page takes thousandths of one, so that it
decides over nothing that could be published."""

CHARACTERS_A_STEP = 64
"""Of texts that an operation takes or makes."""
ITEMS_A_STEP = 8
"""Of lists."""
_STEPS_BETWEEN_LOOKS = 4096


class TemplateLimitError(Exception):
    """A template loops, recurses or multiplies without bound."""


class Steps:
    """Counts what one page's rendering has used. Each method raises TemplateLimitError when nothing is left."""

    __slots__ = ("_began", "_look", "_printed", "_steps")

    def __init__(self) -> None:
        self._steps = MAX_STEPS
        self._look = MAX_STEPS - _STEPS_BETWEEN_LOOKS
        self._printed = MAX_PRINTED
        self._began = time.thread_time()

    def spend(self, steps: int) -> None:
        """Some steps."""
        self._steps -= steps
        if self._steps < self._look:
            self._look = self._steps - _STEPS_BETWEEN_LOOKS
            if self._steps < 0:
                raise TemplateLimitError("steps")
            if time.thread_time() - self._began > MAX_SECONDS:
                raise TemplateLimitError("time")

    @property
    def spent(self) -> tuple[int, int]:
        """Steps and printed characters so far."""
        return MAX_STEPS - self._steps, MAX_PRINTED - self._printed

    def each(self, iterable: Iterable[Any], steps: int = 1) -> Iterator[Any]:
        """The items, so many steps for each."""
        for item in iterable:
            self.spend(steps)
            yield item

    def printed(self, length: int) -> None:
        """Some characters printed."""
        self._printed -= length
        if self._printed < 0:
            raise TemplateLimitError("printed")

    def pay(self, value: Any) -> Any:
        """The value itself, once its size is paid for. Raises TemplateLimitError, too, for one that is too large."""
        if isinstance(value, str):
            if len(value) > MAX_TEXT:
                raise TemplateLimitError("text")
            if len(value) > CHARACTERS_A_STEP:
                self.spend(len(value) // CHARACTERS_A_STEP)
        elif isinstance(value, list | tuple | dict | set | frozenset):
            self.spend(1 + items_within(value) // ITEMS_A_STEP)
        elif isinstance(value, int):
            check_number(value)
        return value


def items_within(value: Any) -> int:
    """The items of a list, tuple, dict or set and of those within it, each as often as it would be printed. Raises
    TemplateLimitError beyond MAX_ITEMS: two times itself within itself, forty times over, is short to write."""
    if not any(isinstance(item, list | tuple | dict) for item in _items(value)):
        if len(value) > MAX_ITEMS:
            raise TemplateLimitError("items")
        return len(value)
    count = 0
    waiting = [value]
    while waiting:
        within = waiting.pop()
        count += len(within)
        if count > MAX_ITEMS:
            raise TemplateLimitError("items")
        waiting.extend(item for item in _items(within) if isinstance(item, list | tuple | dict))
    return count


def _items(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def check_number(number: int) -> None:
    """Raises TemplateLimitError for a number longer than any that is printed."""
    if number.bit_length() > MAX_NUMBER_BITS:
        raise TemplateLimitError("number")


def check_width(*widths: Any) -> None:
    """Raises TemplateLimitError for a width, among other arguments, beyond MAX_WIDTH."""
    if any(isinstance(width, int) and abs(width) > MAX_WIDTH for width in widths):
        raise TemplateLimitError("width")
