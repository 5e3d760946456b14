"""The name that a writer probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_LONGEST = 80
_NEVER = 10_000
# Separators that people use for one another in ids and keys.
_SAME = str.maketrans({"_": "-", " ": "-", "·": "", "“": '"', "”": '"', "—": "-", "–": "-"})
# Characters that Chinese input methods offer side by side: same sound or nearly the same shape.
_LOOKALIKES = (
    "的地得",
    "做作",
    "帐账",
    "藏臧",
    "象像",
    "题提",
    "源原员",
    "摘滴",
    "要耍",
    "日曰",
    "己已",
    "未末",
    "称秤",
    "编遍",
    "标表",
    "注著",
    "单丹",
    "位为",
    "牌派",
    "数树",
    "据剧",
    "点店",
    "故古",
    "事是",
    "普浦",
    "琼穷",
    "结节",
)
_FAMILY = {character: family[0] for family in _LOOKALIKES for character in family}


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate closest to `word` ("did you mean"), or an empty string when none is near.

    Width, case and separators do not count; a character of the same sound or shape counts little; otherwise the
    distance is that of Damerau and Levenshtein (insert, delete, replace, swap neighbours), at most about a third of
    the word. A candidate that contains the word, or is contained in it, is near as well. Equal distances are
    settled by the order of the texts, so the answer does not depend on the order of `candidates`.
    """
    wanted = _normalised(word)
    if not wanted or len(wanted) > _LONGEST:
        return ""
    characters = frozenset(wanted)
    limit = _tolerance(wanted)
    best: tuple[int, int, str] | None = None
    for candidate in candidates:
        if candidate == word:
            continue
        text = _normalised(candidate)
        distance = _distance(wanted, characters, text, limit)
        if distance >= _NEVER:
            continue
        score = (distance, abs(len(text) - len(wanted)), candidate)
        if best is None or score < best:
            best = score
    return best[2] if best else ""


def _normalised(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text[: 2 * _LONGEST]).casefold().strip()
    return folded.translate(_SAME)


def _is_wide(character: str) -> bool:
    return character >= "\u0f00"


def _tolerance(word: str) -> int:
    """How far, in hundredths of an edit, a candidate may lie: a third of the length, one edit for short words."""
    return 0 if len(word) == 1 else 100 * max(1, min(4, len(word) // 3))


def _distance(word: str, characters: frozenset[str], candidate: str, limit: int) -> int:
    if word == candidate:
        return 0
    if _contains(word, candidate):
        return limit + 50
    if abs(len(word) - len(candidate)) * 100 > limit:
        return _NEVER
    strange = sum(1 for character in characters.difference(candidate) if character not in _FAMILY)
    if strange * 100 > limit or not characters.intersection(candidate):
        return _NEVER
    distance = _edits(word, candidate)
    return distance if distance <= limit else _NEVER


def _contains(word: str, candidate: str) -> bool:
    shorter, longer = sorted((word, candidate), key=len)
    weight = sum(2 if _is_wide(character) else 1 for character in shorter)
    return weight >= 4 and shorter in longer


def _edits(one: str, other: str) -> int:
    """Optimal string alignment distance in hundredths; a lookalike replaced costs 40, a neighbour swapped 70."""
    before_last: list[int] = []
    last = [100 * index for index in range(len(other) + 1)]
    for row, left in enumerate(one, 1):
        current = [100 * row]
        for column, right in enumerate(other, 1):
            replace = (
                0 if left == right else 40 if _FAMILY.get(left, left) == _FAMILY.get(right, right) else 100
            )
            cost = min(last[column] + 100, current[-1] + 100, last[column - 1] + replace)
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before_last[column - 2] + 70)
            current.append(cost)
        before_last, last = last, current
    return last[-1]
