"""The nearest existing name for one that does not exist, at bounded cost."""

from __future__ import annotations

from collections.abc import Iterable

from showcase.text.nearest import nearest

_COMPARISONS = 200_000
"""A site with thousands of mistakes gets suggestions for the first ones (a comparison takes about two microseconds)."""


class Suggestions:
    """Suggestions for one build. Each question is answered once; after very many comparisons the answer is none."""

    def __init__(self) -> None:
        self._left = _COMPARISONS
        self._answers: dict[tuple[str, str], str] = {}

    def nearest(self, group: str, word: str, candidates: Iterable[str]) -> str:
        """The candidate closest to `word`, or an empty string. `group` names the set of candidates, which must be
        the same each time it is named."""
        answer = self._answers.get((group, word))
        if answer is None:
            listed = tuple(candidates) if self._left > 0 else ()
            self._left -= len(listed)
            answer = self._answers[group, word] = nearest(word, listed)
        return answer
