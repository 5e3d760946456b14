"""The files that a style sheet names: `url(…)` and `@import "…"`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.source_text import SourceText
from showcase.text.nearest import nearest
from showcase.themes.theme import ParameterValue, Theme

# CSS Syntax 3, §4.3.6: a url token, or the function url() around a string. Comments are matched first and passed over,
# so that a reference in a comment is none.
_REFERENCE = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    |(?P<before>\burl\(\s*)(?P<quote>["']?)(?P<url>[^"'()\s]*)(?P=quote)(?P<after>\s*\))
    |(?P<at>@import\s+)(?P<mark>["'])(?P<sheet>[^"'\n]*)(?P=mark)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


_LOWER = re.compile(rb"""@import\s+(["'])!(?P<name>[^"'\n/]+)\1\s*;[ \t]*\n?""")
"""In a theme's style sheet: the sheet of this name in the layer below, as `{% extends "!base.html" %}` in a template."""


def with_lower_sheets(path: str, versions: Sequence[bytes]) -> bytes:
    """The topmost version of an asset. A style sheet that says `@import "!its-own-name";` holds, in that place, the next
    version below, so that pages still load one sheet; where there is none below, nothing."""
    data = versions[0]
    if not is_stylesheet(path):
        return data
    name = posixpath.basename(path).encode()

    def below(match: re.Match[bytes]) -> bytes:
        if match["name"] != name:
            return match[0]
        return with_lower_sheets(path, versions[1:]).rstrip() + b"\n" if len(versions) > 1 else b""

    return _LOWER.sub(below, data)


_PARAMETER = re.compile(r"\bparameter\(\s*(?P<name>[a-z0-9_]+)\s*\)")
"""In a style sheet: the value of one of the theme's parameters."""
_WORD = re.compile(r"#?[A-Za-z0-9.+-]+")


def with_parameters(path: str, data: bytes, values: Mapping[str, ParameterValue]) -> bytes:
    """A style sheet with `parameter(name)` replaced by the parameter's value: a colour, a number or one word."""
    if not is_stylesheet(path) or b"parameter(" not in data:
        return data

    def value(match: re.Match[str]) -> str:
        found = values.get(match["name"])
        shown = str(found).lower() if isinstance(found, bool) else str(found)
        return shown if found is not None and _WORD.fullmatch(shown) else match[0]

    try:
        return _PARAMETER.sub(value, data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return data


def is_stylesheet(path: str) -> bool:
    """True for `.css`."""
    return path.lower().endswith(".css")


def references(path: str, text: str) -> Iterator[tuple[str, int]]:
    """Each sibling asset that the style sheet at `path` names, as an asset path, with its offset in `text`."""
    for match in _REFERENCE.finditer(text):
        written, start = _written(match)
        if written and not _is_foreign(written):
            yield _asset_path(path, written), start


def rewrite(path: str, text: str, address: Callable[[str], str | None]) -> str:
    """The style sheet with each reference replaced by what `address` gives for its asset path (None: left)."""

    def replaced(match: re.Match[str]) -> str:
        written, start = _written(match)
        if not written or _is_foreign(written):
            return match[0]
        new = address(_asset_path(path, written))
        if new is None:
            return match[0]
        start -= match.start()
        _, mark, rest = written.partition("?") if "?" in written else written.partition("#")
        tail = mark + rest if mark else ""
        return match[0][:start] + new + tail + match[0][start + len(written) :]

    return _REFERENCE.sub(replaced, text)


def check_stylesheets(theme: Theme, labels: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """References to files that are not there, and to other hosts. `labels`: asset path → path for messages."""
    found: list[Diagnostic] = []
    for path, asset in theme.assets.items():
        if not is_stylesheet(path):
            continue
        source = SourceText(labels.get(path, path), asset.data.decode("utf-8", "replace"))
        for left in _PARAMETER.finditer(source.text):
            location = source.location(left.start("name"), len(left["name"]))
            suggestion = nearest(left["name"], theme.parameters)
            arguments = {"name": left["name"], "names": ", ".join(theme.parameters) or "—"}
            found.append(
                source.diagnostic("theme-sheet-parameter", location, arguments, suggestion=suggestion)
            )
        for match in _REFERENCE.finditer(source.text):
            written, start = _written(match)
            location = source.location(start, len(written))
            if _is_on_other_host(written):
                found.append(source.diagnostic("theme-foreign-host", location, {"name": written[:80]}))
            elif written and not _is_foreign(written) and _asset_path(path, written) not in theme.assets:
                wanted = _asset_path(path, written)
                suggestion = nearest(wanted, theme.assets)
                found.append(
                    source.diagnostic(
                        "theme-asset-unknown", location, {"name": wanted[:80]}, suggestion=suggestion
                    )
                )
    return tuple(found)


def _written(match: re.Match[str]) -> tuple[str, int]:
    for name in ("url", "sheet"):
        if match[name]:
            return match[name], match.start(name)
    return "", match.start()


def _is_foreign(written: str) -> bool:
    """Not a file of the theme: another scheme, a root-absolute address, a fragment of the page."""
    return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#", written))


def _is_on_other_host(written: str) -> bool:
    return bool(re.match(r"(https?:)?//", written, re.IGNORECASE))


def _asset_path(sheet: str, written: str) -> str:
    path = re.split(r"[?#]", written, maxsplit=1)[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(sheet), unquote(path)))
