"""YAML's quotes on one line (YAML 1.2.2 §7.3)."""

from __future__ import annotations

import re

_DOUBLE_END = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE_END = re.compile(r"'(?:[^']|'')*'")


def quoted(text: str) -> str:
    """`text` as a YAML scalar that stands for exactly that text: in double quotes, or single ones where it needs."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def closing_quote(text: str, start: int = 0) -> int:
    """The index of the quote that closes the one at `start`, or -1."""
    match = (_DOUBLE_END if text[start] == '"' else _SINGLE_END).match(text, start)
    return match.end() - 1 if match else -1
