"""The scripts of the search page: engine and page in one, and a keyboard for touch screens that ask for it (client/)."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources

from showcase.model.page import Output

ENGINE = (
    "text.js",
    "shards.js",
    "query.js",
    "ranking.js",
    "facets.js",
    "excerpts.js",
    "suggestions.js",
    "loading.js",
    "engine.js",
)
"""The files of client/engine/, which know no page, in the order in which they build on each other."""
PAGE = (
    "elements.js",
    "address.js",
    "status.js",
    "typing.js",
    "languages.js",
    "results.js",
    "narrowing.js",
    "page.js",
)
"""The files of client/page/: they use the engine through `showcaseSearch.open` alone."""

_OWN_LINE_COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*.*?\*/)\s*?\n", re.MULTILINE | re.DOTALL)


@cache
def client_output() -> Output:
    """Engine and page as one file, one request, under a name that changes with its content
    (`search/client.<8 hex digits>.js`)."""
    keyboard = keyboard_output().path.rpartition("/")[2]
    pages = (_part("page", name) for name in PAGE)
    return _output("client", f'const KEYBOARD = "{keyboard}";\n', engine_script(), *pages)


@cache
def keyboard_output() -> Output:
    """The on-screen keyboard, `search/keyboard.<8 hex digits>.js`: the page loads it only where its markup asks for one."""
    return _output("keyboard", _part("page", "elements.js"), _part("keyboard", "keyboard.js"))


def engine_script() -> str:
    """The engine alone. Its files share one scope: run as it is, their functions are global."""
    return "".join(_part("engine", name) for name in ENGINE)


def without_comments(source: str) -> str:
    """The script without indentation and without comments that stand on lines of their own: a seventh less to load.
    No string or template of the script may run over several lines."""
    lines = (line.strip() for line in _OWN_LINE_COMMENT.sub("", source).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _output(name: str, *parts: str) -> Output:
    source = '"use strict";\n(function () {\n' + "".join(parts) + "})();\n"
    data = without_comments(source).encode()
    return Output(f"search/{name}.{hashlib.blake2b(data, digest_size=4).hexdigest()}.js", data)


def _part(folder: str, name: str) -> str:
    return resources.files("showcase").joinpath("client", folder, name).read_text("utf-8")
