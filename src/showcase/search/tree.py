"""Sorted maps cut into content-hashed script files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from showcase.search.index_file import FileMark, holds_file, keep_file, kept_file
from showcase.store.store import Store

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

REGISTER = "showcaseSearch.add"
MOST_CHILDREN = 64
"""A branch with more files gets a level below it: its names are loaded with every query."""

STEP_CHILDREN = 16


def script(data: Json) -> bytes:
    """The file that hands `data` to the reader. U+2028 and U+2029 are escaped: old JavaScript takes them for line ends."""
    return script_of(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def script_of(text: str) -> bytes:
    """The same of data that is JSON already."""
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{REGISTER}({text})\n".encode()


@dataclass(slots=True)
class Shards:
    """The files written so far, under one folder of the site. Their bytes go to the store."""

    folder: str
    store: Store
    marks: dict[str, FileMark] = field(default_factory=dict)
    """By path."""

    def add(self, content: bytes) -> str:
        """Keeps one file and returns its name without `.js`: 8 hexadecimal digits of its content. Equal contents are one file;
        should different ones fall on one name, the later gets line feeds until it has a name of its own."""
        return self.mark(content).name

    def mark(self, content: bytes) -> FileMark:
        """Keeps one file, as `add` does, and gives all that is known of it."""
        while True:
            name = hashlib.blake2b(content, digest_size=4).hexdigest()
            mark = keep_file(name, content, self.store)
            if self._named(mark):
                return mark
            content += b"\n"

    def add_kept(self, mark: FileMark) -> str | None:
        """`add` for a file that was kept before under this mark; None where it is lost."""
        if not holds_file(mark, self.store):
            return None
        if self._named(mark):
            return mark.name
        content = kept_file(mark, self.store)
        return self.add(content) if content is not None else None

    def _named(self, mark: FileMark) -> bool:
        return self.marks.setdefault(f"{self.folder}/{mark.name}.js", mark) == mark


def cuts(weights: Sequence[int], may_end: Callable[[int], bool], target: int) -> Iterator[tuple[int, int]]:
    """Where to cut a sequence: (start, end) of groups that weigh about `target`. A group ends before the first item of which
    `may_end` says so once it weighs half of that, anywhere at twice that: so a change in one place moves no cut far from it.
    What weighs half of that by itself stands by itself: whoever looks for its neighbours need not load it."""
    start = weight = 0
    for place, own in enumerate(weights):
        full = weight >= 2 * target or (2 * weight >= target and may_end(place))
        if place > start and (full or 2 * own >= target or 2 * weights[place - 1] >= target):
            yield start, place
            start, weight = place, 0
        weight += own
    if weights:
        yield start, len(weights)


def branches(
    level: Sequence[tuple[str, str]], may_end: Callable[[str, int], bool], shards: Shards
) -> dict[str, Json]:
    """The root above some leaves, each given by its first key and its name: `{"first": keys, "files": names}`, where more
    than `MOST_CHILDREN` leaves have a level of such branches between. `may_end(key, one_in)` is true of one key in so many."""
    if len(level) > MOST_CHILDREN:
        children = 1 << round(len(level).bit_length() / 2)
        groups = cuts([1] * len(level), lambda place: may_end(level[place][0], children // 4), children)
        level = [(level[start][0], shards.add(script(_branch(level[start:end])))) for start, end in groups]
    return _branch(level)


def _branch(files: Sequence[tuple[str, str]]) -> dict[str, Json]:
    return {"first": ",".join(first for first, _ in files), "files": "".join(name for _, name in files)}


def steps(items: Iterable[str], step: int, shards: Shards) -> dict[str, Json]:
    """A map from 0, 1, 2 … to `items` (JSON), `step` to a file: `{"step": n, "files": names}`; many files have a level between."""
    left = iter(items)
    names = []
    while group := list(islice(left, step)):
        names.append(shards.add(script_of(f"[{','.join(group)}]")))
    if len(names) > MOST_CHILDREN:
        # Ten results lie in ten places: narrow branches cost them less than a long list in index.js does once.
        parts = [names[start : start + STEP_CHILDREN] for start in range(0, len(names), STEP_CHILDREN)]
        names = [shards.add(script({"step": step, "files": "".join(part)})) for part in parts]
        step *= STEP_CHILDREN
    return {"step": step, "files": "".join(names)}
