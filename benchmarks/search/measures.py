"""What is measured of an engine, and how it is summed up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.search.queries import Query


@dataclass(frozen=True, slots=True)
class Built:
    """An index: CPU seconds to make it, its bytes and files on disk; then CPU seconds for one changed story and the files that
    were new after it (-1: the engine always builds anew)."""

    cpu_seconds: float
    disk_bytes: int
    files: int
    changed_cpu_seconds: float = -1
    changed_files: int = -1


@dataclass(frozen=True, slots=True)
class Answer:
    """The documents of the first ten results, best first; whether they are shown as holding all that was asked for; bytes
    (compressed) and requests for them; milliseconds until they could be shown."""

    sources: tuple[int, ...]
    exact: bool
    bytes: int
    requests: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of queries from 0 to 1. Where nothing must be found `found` is the share that shows results as exact, and `first` 0."""

    found: float
    first: float


def score(queries: Sequence[Query], answers: Sequence[Answer]) -> Score:
    """How often the source is among the first ten, and the first."""
    pairs = list(zip(queries, answers, strict=True))
    if not pairs:
        return Score(0, 0)
    if queries[0].source < 0:
        return Score(sum(bool(answer.sources) and answer.exact for _, answer in pairs) / len(pairs), 0)
    found = sum(query.source in answer.sources for query, answer in pairs)
    first = sum(answer.sources[:1] == (query.source,) for query, answer in pairs)
    return Score(found / len(pairs), first / len(pairs))


def middle(numbers: Sequence[float]) -> float:
    """The median, 0 of none."""
    return median(numbers) if numbers else 0.0
