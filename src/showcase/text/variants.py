"""Traditional characters and their simplified forms, character by character.

The table is OpenCC's TSCharacters (Apache-2.0), as the package opencc-python-reimplemented carries it. Where a
traditional character has several simplified forms the first is taken: search folds texts and queries alike, so that
which form is chosen never matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def simplified_forms() -> Mapping[str, str]:
    """Traditional character → simplified character, only where they differ; chains are followed to their end, so that
    no value is a key."""
    table = resources.files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    pairs: dict[str, str] = {}
    for line in table.splitlines():
        traditional, _, forms = line.partition("\t")
        first = forms.split()[0] if forms.strip() else ""
        if len(traditional) == 1 and len(first) == 1 and first != traditional:
            pairs[traditional] = first
    return {traditional: _end(pairs, simple) for traditional, simple in pairs.items()}


def simplify(text: str) -> str:
    """The text with every traditional character in its simplified form; its length in characters stays."""
    return text.translate(_translation())


def _end(pairs: Mapping[str, str], character: str) -> str:
    seen = {character}
    while (following := pairs.get(character)) and following not in seen:
        seen.add(following)
        character = following
    return character


@cache
def _translation() -> dict[int, str]:
    return {ord(traditional): simple for traditional, simple in simplified_forms().items()}
