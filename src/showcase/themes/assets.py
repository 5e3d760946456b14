"""A theme's assets under names that tell their content, so that browsers may keep them for ever."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from showcase.model.page import Output
from showcase.store.codec import digest
from showcase.text.slugs import slug
from showcase.themes.stylesheets import is_stylesheet, references, rewrite
from showcase.themes.theme import Theme

BOARD_ASSETS = "board/"
"""Where the assets of display boards stand. They go into each board itself and are not published."""
_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


def hashed_assets(theme: Theme) -> Mapping[str, str]:
    """Asset path → path in the output folder (`css/site.css` → `assets/css/site.1a2b3c4d.css`); plain ASCII throughout.

    The eight hex digits are of the file's content and of everything that it refers to, directly or not, so that a style
    sheet's name changes with its fonts, and style sheets that import each other in a circle still get names.
    """
    direct = _direct_references(theme)
    named: dict[str, str] = {}
    for path in theme.assets:
        if path.startswith(BOARD_ASSETS):
            continue
        reached = _reached(path, direct)
        content = [part for name in reached for part in (name, theme.assets[name].data)]
        named[path] = _output_path(path, digest(path, *content)[:8])
    return named


def asset_outputs(theme: Theme) -> tuple[Output, ...]:
    """The assets as they are published, in path order; references in style sheets name the published files."""
    names = hashed_assets(theme)
    outputs: dict[str, Output] = {}
    for path in names:
        asset = theme.assets[path]
        data = _stylesheet(path, asset.data, names) if is_stylesheet(path) else asset.data
        outputs.setdefault(names[path], Output(names[path], data))
    return tuple(outputs[name] for name in sorted(outputs))


def _direct_references(theme: Theme) -> dict[str, tuple[str, ...]]:
    direct: dict[str, tuple[str, ...]] = {}
    for path, asset in theme.assets.items():
        if is_stylesheet(path):
            named = references(path, asset.data.decode("utf-8", "replace"))
            direct[path] = tuple(name for name, _ in named if name in theme.assets)
    return direct


def _reached(start: str, direct: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """`start` and all that it refers to, sorted."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += direct.get(path, ())
    return tuple(sorted(reached))


def _stylesheet(path: str, data: bytes, names: Mapping[str, str]) -> bytes:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    here = posixpath.dirname(names[path])

    def address(wanted: str) -> str | None:
        return posixpath.relpath(names[wanted], here) if wanted in names else None

    return rewrite(path, text, address).encode("utf-8")


def _output_path(path: str, mark: str) -> str:
    *folders, name = path.split("/")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    parts = ["assets", *(_plain(folder) for folder in folders)]
    last = f"{_plain(stem)}.{mark}" + (f".{_plain(ending)}" if ending else "")
    return "/".join([*parts, last])


def _plain(part: str) -> str:
    """The part itself where it is safe in an address and on any file system, else its slug."""
    return part if _PLAIN.fullmatch(part) and not part.endswith(".") else slug(part)
