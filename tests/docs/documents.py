"""The project's own documents, and what stands in them."""

from __future__ import annotations

import re
from pathlib import Path

from shared_site import REPOSITORY

DOCUMENTS = tuple(
    sorted(
        path.relative_to(REPOSITORY).as_posix()
        for path in (
            *REPOSITORY.glob("*.md"),
            *REPOSITORY.glob("docs/**/*.md"),
            *REPOSITORY.glob("tests/*/fixtures/*.md"),
        )
    )
)

_FENCE = re.compile(r"^(```+)(\w*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)


def text_of(name: str) -> str:
    """A document as written."""
    return (REPOSITORY / name).read_text(encoding="utf-8")


def blocks(text: str) -> list[tuple[str, str]]:
    """The fenced blocks: language and content."""
    return [(match[2], match[3]) for match in _FENCE.finditer(text)]


def code_spans(text: str) -> list[str]:
    """What stands between backticks in running text."""
    return [match[2].strip() for match in _CODE.finditer(_FENCE.sub("", text))]


def prose(text: str) -> str:
    """The text without code of either kind."""
    return _CODE.sub("", _FENCE.sub("", text))


def anchors(path: Path) -> set[str]:
    """The anchors that a code host gives the headings of a document: lower case, only letters, digits, hyphens and
    underscores, spaces as hyphens, repeated ones numbered."""
    found: dict[str, int] = {}
    names: set[str] = set()
    for heading in _HEADING.findall(_FENCE.sub("", path.read_text(encoding="utf-8"))):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        name = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        names.add(f"{name}-{found[name]}" if name in found else name)
        found[name] = found.get(name, 0) + 1
    return names
