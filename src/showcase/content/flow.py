"""Lists and maps in brackets, as Chinese input methods type them: `【电商，助农】`, `{数值：120，单位：个}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from showcase.content.quoting import closing_quote

_OPEN = "[{［｛【"
_CLOSE = "]}］｝】"
_ASCII = str.maketrans("［］【】｛｝", "[][]{}")
_KEY_AHEAD = re.compile(r"\s*([\w-]{1,40})\s*[:：]")
_KEY_BEFORE = re.compile(r"(?:^|[{｛,，;；])\s*([\w-]{1,40})\s*$")
_COLOUR = re.compile(r"(: +)(#[0-9A-Fa-f]{3,8})(?=[,}\s])")
_WIDE_QUOTED = re.compile(r"[“‘]([^“”‘’\"\\\n]*)[”’]")


def split_flow(text: str) -> tuple[str, str, bool]:
    """The bracketed part at the start of `text`, what follows it, and whether its brackets close."""
    depth = 0
    for index, character in _outside_quotes(text):
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth -= 1
            if depth == 0:
                return text[: index + 1], text[index + 1 :], True
    return text, "", False


def open_brackets(line: str) -> int:
    """How many more brackets the line opens than it closes."""
    characters = [character for _, character in _outside_quotes(line)]
    return sum(item in _OPEN for item in characters) - sum(item in _CLOSE for item in characters)


def mend_flow(text: str, keys: frozenset[str], *, is_list: bool) -> str:
    """The bracketed text with YAML's own signs. In a list every full-width comma parts two values; in a map only one
    that a known key follows does, and a colon counts only behind a known key."""
    if text[0] in "{｛":
        return _mend_map(text, keys)
    if not is_list:
        return text
    pieces = []
    for _, character in _outside_quotes(text, whole=True):
        pieces.append(", " if character in "，、；" else character.translate(_ASCII))
    mended = "".join(pieces)
    mended = _WIDE_QUOTED.sub(r'"\1"', mended)
    return re.sub(r", +", ", ", mended) if mended != text else text


def _mend_map(text: str, keys: frozenset[str]) -> str:
    pieces: list[str] = []
    changed = False
    for index, character in _outside_quotes(text, whole=True):
        piece = character
        if character in "｛｝［］":
            piece = character.translate(_ASCII)
        elif character in "，；" and _names_key(_KEY_AHEAD.match(text, index + 1), keys):
            piece = ", "
        elif character in ":：" and not text[index + 1 : index + 2].isspace():
            before = _KEY_BEFORE.search(text[max(0, index - 60) : index])
            if before and before.group(1) in keys:
                piece = ": "
        elif character == "：":
            before = _KEY_BEFORE.search(text[max(0, index - 60) : index])
            if before and before.group(1) in keys:
                piece = ":"
        changed = changed or piece != character
        pieces.append(piece)
    mended = re.sub(r", +", ", ", "".join(pieces)) if changed else text
    return _COLOUR.sub(r'\1"\2"', mended)


def _names_key(match: re.Match[str] | None, keys: frozenset[str]) -> bool:
    return match is not None and match.group(1) in keys


def _outside_quotes(text: str, *, whole: bool = False) -> Iterator[tuple[int, str]]:
    """Each character outside quotes with its index; with `whole`, quoted stretches come as one piece."""
    index = 0
    while index < len(text):
        character = text[index]
        if character in "\"'" and text[index - 1 : index].strip() in ("", *"[{,:，：［｛【、"):
            end = closing_quote(text, index)
            if end > 0:
                if whole:
                    yield index, text[index : end + 1]
                index = end + 1
                continue
        yield index, character
        index += 1
