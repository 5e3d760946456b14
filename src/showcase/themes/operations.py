"""What templates may do with values: the filters, the methods of texts and lists, the operators, each with a check of
what it would make of its arguments, done first (`limits`).

Lists of what is allowed, not of what is not: a method or filter that a later Python or Jinja adds is not there until
somebody has looked at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import BuiltinMethodType
from typing import Any

from jinja2.runtime import Undefined, markup_join

from showcase.themes.limits import (
    MAX_ITEMS,
    MAX_NUMBER_BITS,
    MAX_TEXT,
    Steps,
    TemplateLimitError,
    check_width,
)

_WIDE = re.compile(r"%(?:\([^)]*\))?[^a-zA-Z%]*?(?:\d{5}|\*)|\{[^{}]*(?:\d{5}|\{)")
"""A format, of `%` or of `str.format`, that pads without measure, or by an argument."""
_LONGEST_SCANNED = 200_000
"""Characters that a filter may get which reads a text again for each of its marks."""

# fmt: off
METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset((
        "capitalize", "casefold", "center", "count", "endswith", "find", "format", "index", "isalnum",
        "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable",
        "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix",
        "removesuffix", "replace", "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split",
        "splitlines", "startswith", "strip", "swapcase", "title", "upper", "zfill",
    )),
    list: frozenset({"count", "index"}),
    tuple: frozenset({"count", "index"}),
    dict: frozenset({"get", "items", "keys", "values"}),
}
# fmt: on
"""Methods of values that templates may call."""
COMPARING = (
    "!=",
    "<",
    "<=",
    "==",
    ">",
    ">=",
    "eq",
    "equalto",
    "ge",
    "greaterthan",
    "gt",
    "in",
    "le",
    "lessthan",
    "lt",
    "ne",
)
"""Tests that look through what they are given."""


def scalar(value: Any) -> Any:
    """The value itself when a template may print it: text, number, markup. Raises TemplateLimitError for lists and other
    things made of parts, whose printed form is nothing for readers and may be endless."""
    if isinstance(value, str | int | float | Undefined) or value is None or hasattr(value, "__html__"):
        return value
    raise TypeError(f"a {type(value).__name__} cannot be printed; print its parts")


def allowed_method(function: Any) -> bool:
    """True for a method of a text, list, tuple or dict that is on the list."""
    if not isinstance(function, BuiltinMethodType) and not hasattr(function, "__self__"):
        return False
    owner = function.__self__
    name = getattr(function, "__name__", "")
    return any(isinstance(owner, kind) and name in names for kind, names in METHODS.items())


def check_method(function: Any, arguments: tuple[Any, ...]) -> None:
    """Raises TemplateLimitError for a call of a value's own method whose result would be huge."""
    text = getattr(function, "__self__", None)
    if not isinstance(text, str):
        return
    name = getattr(function, "__name__", "")
    if name in ("center", "ljust", "rjust", "zfill"):
        check_width(*arguments)
    elif name == "replace":
        _check_replacement(text, *arguments)
    elif name == "join" and arguments and not isinstance(arguments[0], Iterator):
        _check_join(arguments[0], text)


def check_format(text: str) -> None:
    """Raises TemplateLimitError for a format that pads without measure."""
    if _WIDE.search(text):
        raise TemplateLimitError("width")


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Raises TemplateLimitError for an operation whose result would be huge."""
    if operator == "*":
        _check_product(left, right)
    elif operator == "**" and isinstance(left, int) and isinstance(right, int):
        if left.bit_length() * abs(right) > MAX_NUMBER_BITS:
            raise TemplateLimitError("**")
    elif operator == "+" and isinstance(left, str) and isinstance(right, str):
        if len(left) + len(right) > MAX_TEXT:
            raise TemplateLimitError("+")
    elif operator == "%" and isinstance(left, str):
        check_format(left)
        for value in right if isinstance(right, tuple) else (right,):
            scalar(value)


def joined(steps: Steps, values: list[Any]) -> Any:
    """`a ~ b`. Raises TemplateLimitError when it would be too long."""
    if sum(len(value) for value in values if isinstance(scalar(value), str)) > MAX_TEXT:
        raise TemplateLimitError("~")
    return steps.pay(markup_join(values))


def guarded(name: str, function: Callable[..., Any], steps: Callable[[], Steps]) -> Callable[..., Any]:
    """A filter that pays for what it takes and makes, with its own check first. `steps` gives the running page's."""
    if name in _FREE:
        return function
    check = _CHECKS.get(name)
    handed = hasattr(function, "jinja_pass_arg")

    def paid(*arguments: Any, **named: Any) -> Any:
        meter = steps()
        meter.spend(1)
        # The first may be what Jinja hands to filters that ask for it (the environment, an evaluation context).
        first = 1 if handed else 0
        if len(arguments) > first and isinstance(arguments[first], Iterator):
            arguments = (*arguments[:first], meter.each(arguments[first]), *arguments[first + 1 :])
        own = arguments[first:]
        for value in own:
            meter.pay(value)
        if check is not None:
            if name == "join" and own and isinstance(own[0], Iterator):
                own = (bounded_list(own[0]), *own[1:])
                arguments = (*arguments[:first], *own)
            check(*own, *named.values())
        return meter.pay(function(*arguments, **named))

    if handed:
        paid.jinja_pass_arg = function.jinja_pass_arg  # type: ignore[attr-defined]
    return paid


def sought(steps: Steps, value: Any) -> Any:
    """What is looked through or compared, paid for each time."""
    return steps.pay(value)


def metered(test: Callable[..., Any], steps: Callable[[], Steps]) -> Callable[..., Any]:
    """A test (`is in`, `is eq`) that pays for what it compares."""

    def paid(*arguments: Any) -> Any:
        meter = steps()
        for value in arguments:
            sought(meter, value)
        return test(*arguments)

    return paid


def bounded_list(items: Iterator[Any]) -> list[Any]:
    """The items, as long as they are no longer than any text: a join of them is looked at before it is made."""
    kept: list[Any] = []
    length = 0
    for item in items:
        kept.append(item)
        length += len(item) if isinstance(item, str) else 1
        if length > MAX_TEXT or len(kept) > MAX_ITEMS:
            raise TemplateLimitError("join")
    return kept


def _check_widths(_value: Any = "", *arguments: Any) -> None:
    check_width(*arguments)


def _check_format_filter(text: Any = "", *arguments: Any) -> None:
    check_format(str(scalar(text)))
    for argument in arguments:
        scalar(argument)


def _check_indent(text: Any = "", *arguments: Any) -> None:
    check_width(*arguments)
    widths = [
        len(item) if isinstance(item, str) else int(item) for item in arguments if isinstance(item, str | int)
    ]
    if str(scalar(text)).count("\n") * max(widths, default=4) > MAX_TEXT:
        raise TemplateLimitError("indent")


def _check_replacement(text: Any = "", old: Any = "", new: Any = "", *_count: Any) -> None:
    written, sought, put = str(scalar(text)), str(scalar(old)), str(scalar(new))
    if (written.count(sought) if sought else len(written) + 1) * len(put) + len(written) > MAX_TEXT:
        raise TemplateLimitError("replace")


def _check_join(items: Any = (), separator: Any = "", *attribute: Any) -> None:
    between = len(str(scalar(separator)))
    if isinstance(items, str | tuple | list) and len(items) * between > MAX_TEXT:
        raise TemplateLimitError("join")
    if isinstance(items, tuple | list):
        length = 0
        for item in items:
            length += len(item) if isinstance(item if any(attribute) else scalar(item), str) else 0
        if length > MAX_TEXT:
            raise TemplateLimitError("join")


def _check_scalar(value: Any = "", *_arguments: Any) -> None:
    scalar(value)


def _check_scanned(value: Any = "", *_arguments: Any) -> None:
    if len(str(scalar(value))) > _LONGEST_SCANNED:
        raise TemplateLimitError("scan")


def _check_sum(_items: Any = (), *arguments: Any) -> None:
    # A sum of lists copies the first ones again for each that follows.
    if any(isinstance(argument, list | tuple) for argument in arguments):
        raise TemplateLimitError("sum")


def _check_product(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > MAX_NUMBER_BITS:
            raise TemplateLimitError("*")
        return
    for many, times in ((left, right), (right, left)):
        if isinstance(times, int) and isinstance(many, str | tuple | list):
            most = MAX_TEXT if isinstance(many, str) else MAX_ITEMS
            if len(many) * times > most:
                raise TemplateLimitError("*")


_FREE = frozenset({"d", "default", "first", "last", "length", "count", "safe"})
"""Filters that make nothing and take no time."""

_CHECKS: Mapping[str, Callable[..., None]] = {
    "batch": _check_widths,
    "capitalize": _check_scalar,
    "center": _check_widths,
    "e": _check_scalar,
    "escape": _check_scalar,
    "forceescape": _check_scalar,
    "format": _check_format_filter,
    "indent": _check_indent,
    "join": _check_join,
    "lower": _check_scalar,
    "replace": _check_replacement,
    "round": _check_widths,
    "slice": _check_widths,
    "string": _check_scalar,
    "striptags": _check_scanned,
    "sum": _check_sum,
    "title": _check_scalar,
    "tojson": _check_widths,
    "trim": _check_scalar,
    "upper": _check_scalar,
    "urlencode": _check_scanned,
    "wordcount": _check_scalar,
}

FILTERS = frozenset(
    {
        *_FREE,
        *_CHECKS,
        *(
            "abs",
            "attr",
            "dictsort",
            "filesizeformat",
            "float",
            "groupby",
            "int",
            "items",
            "list",
            "map",
            "max",
            "min",
        ),
        *(
            "reject",
            "rejectattr",
            "reverse",
            "select",
            "selectattr",
            "sort",
            "tojson",
            "truncate",
            "unique",
            "xmlattr",
        ),
    }
)
"""The filters of Jinja that templates may use: all but `pprint` and `random`, which are none of a page's business, and
`urlize` and `wordwrap`, which take a square of the text's length."""
