"""Which paths a published file may have: relative, portable to every file system, each unique."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location

MANIFEST_NAME = "showcase-manifest.json"
TEMPORARY = ".showcase-tmp-"
"""What the names of unfinished files begin with."""
# Device names that Windows gives a meaning in every folder (Microsoft, "Naming Files, Paths, and Namespaces").
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
_REFUSED = frozenset('\\:*?"<>|')
_LONGEST_NAME = 240
"""Bytes in UTF-8; file systems allow 255, and an unfinished file's name must fit as well."""
_LONGEST = 1024


def is_safe(path: str) -> bool:
    """True for a relative path that means the same on every file system and cannot lead out of its folder."""
    if not path or len(path) > _LONGEST or path.casefold() == MANIFEST_NAME:
        return False
    return all(_is_safe_name(name) for name in path.split("/"))


def _is_safe_name(name: str) -> bool:
    if not name or name in (".", "..") or name.startswith(TEMPORARY) or name[-1] in ". ":
        return False
    if any(ord(character) < 32 or character == "\x7f" or character in _REFUSED for character in name):
        return False
    try:
        short = len(name.encode("utf-8")) <= _LONGEST_NAME
    except UnicodeEncodeError:
        return False
    return short and name.partition(".")[0].casefold() not in _DEVICES


def folded(path: str) -> str:
    """What a file system that minds neither case nor the form of accents makes of the path."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def check_paths(paths: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Paths that cannot be published, and those that clash: the same but for case, or one a folder of another."""
    found: list[Diagnostic] = []
    claimed: dict[str, str] = {}
    for path in paths:
        if not is_safe(path):
            shown = path.encode("utf-8", "backslashreplace").decode()[:200]
            found.append(make_diagnostic("publish-path-unsafe", Location(shown), {"path": shown}))
            continue
        name = folded(path)
        if name in claimed:
            found.append(_clash(path, claimed[name]))
        claimed.setdefault(name, path)
    for name, path in claimed.items():
        parent = name.rpartition("/")[0]
        while parent:
            if parent in claimed:
                found.append(_clash(path, claimed[parent]))
            parent = parent.rpartition("/")[0]
    return tuple(found)


def _clash(path: str, other: str) -> Diagnostic:
    return make_diagnostic(
        "publish-path-clash", Location(path), {"path": path, "other": other}, related=(Location(other),)
    )
