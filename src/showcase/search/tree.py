"""A sorted map from text keys to JSON values, cut into content-hashed script files.

A *leaf* is `{"keys": […], "values": […]}`, a *branch* `{"first": […], "files": […]}` where `first[i]` is the smallest
key below `files[i]`. A map that fits stays one leaf inside the file that refers to it; a larger one becomes a tree, and
only files that hold a changed key, and those above them, get another name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from showcase.model.page import Output

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

REGISTER = "showcaseSearch.add"


def script(data: Json) -> bytes:
    """The file that hands `data` to the reader. U+2028 and U+2029 are escaped: old JavaScript takes them for line ends."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{REGISTER}({text})\n".encode()


def utf16(key: str) -> bytes:
    """JavaScript's order of strings, which the keys follow."""
    return key.encode("utf-16-be", "surrogatepass")


@dataclass(slots=True)
class Shards:
    """The files written so far, under one folder of the site."""

    folder: str
    outputs: dict[str, Output] = field(default_factory=dict)

    def add(self, data: Json) -> str:
        """Writes one file and returns its name; equal data give one file."""
        content = script(data)
        name = f"{hashlib.blake2b(content, digest_size=6).hexdigest()}.js"
        path = f"{self.folder}/{name}"
        self.outputs[path] = Output(path, content)
        return name


def leaf(entries: Mapping[str, Json]) -> dict[str, Json]:
    """The whole map in one piece."""
    keys = sorted(entries, key=utf16)
    return {"keys": list(keys), "values": [entries[key] for key in keys]}


def tree(
    entries: Mapping[str, Json], shards: Shards, leaf_bytes: int, branch_files: int = 256
) -> dict[str, Json]:
    """The map cut into files of about `leaf_bytes`, and the root branch that leads to them (a leaf if there is only one).

    Where to cut depends on the keys around the cut alone, so that a change in one place moves no cut elsewhere.
    """
    keys = sorted(entries, key=utf16)
    level = [
        (group[0], shards.add({"keys": list(group), "values": [entries[key] for key in group]}))
        for group in _groups(keys, entries, leaf_bytes)
    ]
    while len(level) > branch_files:
        level = [
            (part[0][0], shards.add(_branch(part)))
            for part in (level[start : start + branch_files] for start in range(0, len(level), branch_files))
        ]
    return _branch(level)


def _branch(files: Sequence[tuple[str, str]]) -> dict[str, Json]:
    return {"first": [first for first, _ in files], "files": [name for _, name in files]}


def _groups(keys: Sequence[str], entries: Mapping[str, Json], leaf_bytes: int) -> Iterator[list[str]]:
    group: list[str] = []
    size = 0
    for key in keys:
        if group and (size >= 2 * leaf_bytes or (size >= leaf_bytes // 2 and _is_cut(key))):
            yield group
            group, size = [], 0
        group.append(key)
        size += len(msgspec.json.encode((key, entries[key])))
    if group:
        yield group


def _is_cut(key: str) -> bool:
    return hashlib.blake2b(utf16(key), digest_size=1).digest()[0] < 16
