"""What one page's templates may use up. A theme is code from elsewhere: it must not hang or exhaust a build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

MAX_STEPS = 2_000_000
"""Turns of loops, for one page, and calls, each of which counts as several: many times what the largest page needs."""
CALL = 5
MAX_TEXT = 8_000_000
"""Characters of one text; items of one list."""
MAX_PRINTED = 64_000_000
"""Characters that one page's templates print, those of macros counted wherever they pass through."""
MAX_NUMBER_BITS = 4096
MAX_WIDTH = 10_000
"""Of padding, indentation and the like."""

_WIDE = re.compile(r"%[^a-zA-Z%]{0,9}(\d{5}|\*)|\{[^{}]{0,40}(\d{5}|\{)")
"""A format, of `%` or of `str.format`, that pads without measure, or by an argument."""
_PADDING = ("center", "expandtabs", "ljust", "rjust", "zfill")
"""Methods of texts whose first argument is a width."""


class TemplateLimitError(Exception):
    """A template loops, recurses or multiplies without bound."""


class Steps:
    """Counts what one page's rendering has used. Each method raises TemplateLimitError when nothing is left."""

    __slots__ = ("_printed", "_steps")

    def __init__(self) -> None:
        self._steps = MAX_STEPS
        self._printed = MAX_PRINTED

    def spend(self, steps: int) -> None:
        """Some steps."""
        self._steps -= steps
        if self._steps < 0:
            raise TemplateLimitError("steps")

    def each(self, iterable: Iterable[Any]) -> Iterator[Any]:
        """The items, a step for each."""
        for item in iterable:
            self.spend(1)
            yield item

    def printed(self, length: int) -> None:
        """Some characters printed."""
        self._printed -= length
        if self._printed < 0:
            raise TemplateLimitError("printed")


def check_text(text: Any) -> Any:
    """The text itself. Raises TemplateLimitError for one that is longer than any page."""
    if isinstance(text, str) and len(text) > MAX_TEXT:
        raise TemplateLimitError("text")
    return text


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
    elif operator == "%" and isinstance(left, str):
        check_format(left)


def check_method(method: Any, arguments: tuple[Any, ...]) -> None:
    """Raises TemplateLimitError for a call of a text's own method whose result would be huge."""
    text = getattr(method, "__self__", None)
    if not isinstance(text, str):
        return
    name = getattr(method, "__name__", "")
    if name in _PADDING:
        _check_widths(arguments)
    elif name == "replace":
        _check_replacement(text, *arguments)
    elif name == "join" and arguments:
        _check_join(arguments[0], text)


def check_format(text: str) -> None:
    """Raises TemplateLimitError for a format that pads without measure."""
    if _WIDE.search(text):
        raise TemplateLimitError("width")


def guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of Jinja's that can make much of little, with a check before it; other filters as they are."""
    check = _FILTERS.get(name)
    if check is None:
        return function

    def checked(*arguments: Any, **named: Any) -> Any:
        # The first may be what Jinja hands to filters that ask for it (the environment, an evaluation context).
        own = arguments[1:] if hasattr(function, "jinja_pass_arg") else arguments
        check(*own, *named.values())
        return function(*arguments, **named)

    if hasattr(function, "jinja_pass_arg"):
        checked.jinja_pass_arg = function.jinja_pass_arg  # type: ignore[attr-defined]
    return checked


def _check_widths(arguments: Iterable[Any]) -> None:
    if any(isinstance(argument, int) and abs(argument) > MAX_WIDTH for argument in arguments):
        raise TemplateLimitError("width")


def _check_filter_widths(_value: Any, *arguments: Any) -> None:
    _check_widths(arguments)


def _check_format_filter(text: Any, *_arguments: Any) -> None:
    check_format(str(text))


def _check_indent(text: Any, *arguments: Any) -> None:
    _check_widths(arguments)
    widths = [
        len(item) if isinstance(item, str) else int(item) for item in arguments if isinstance(item, str | int)
    ]
    if str(text).count("\n") * max(widths, default=4) > MAX_TEXT:
        raise TemplateLimitError("indent")


def _check_replacement(text: Any, old: Any = "", new: Any = "", *_count: Any) -> None:
    written, sought, put = str(text), str(old), str(new)
    if (written.count(sought) if sought else len(written)) * len(put) + len(written) > MAX_TEXT:
        raise TemplateLimitError("replace")


def _check_join(items: Any, separator: Any = "", *_attribute: Any) -> None:
    if isinstance(items, str | tuple | list) and len(items) * len(str(separator)) > MAX_TEXT:
        raise TemplateLimitError("join")
    if (
        isinstance(items, tuple | list)
        and sum(len(item) for item in items if isinstance(item, str)) > MAX_TEXT
    ):
        raise TemplateLimitError("join")


def _check_product(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > MAX_NUMBER_BITS:
            raise TemplateLimitError("*")
        return
    for many, times in ((left, right), (right, left)):
        if isinstance(many, str | tuple | list) and isinstance(times, int) and len(many) * times > MAX_TEXT:
            raise TemplateLimitError("*")


_FILTERS: dict[str, Callable[..., None]] = {
    "batch": _check_filter_widths,
    "center": _check_filter_widths,
    "format": _check_format_filter,
    "indent": _check_indent,
    "join": _check_join,
    "replace": _check_replacement,
    "round": _check_filter_widths,
    "slice": _check_filter_widths,
    "wordwrap": _check_filter_widths,
}
