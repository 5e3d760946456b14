"""The scripts of the search page: engine and page in one, and a keyboard for touch screens that ask for it (client/)."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from rjsmin import jsmin

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
PAGEFIND = ("engine.js",)
"""The file of client/pagefind/ that lets Pagefind stand in the engine's place."""
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


@cache
def client_output(engine: str = "showcase") -> Output:
    """Engine and page as one file, one request, under a name that changes with its content
    (`search/client.<8 hex digits>.js`). `engine`: showcase, or pagefind."""
    keyboard = keyboard_output().path.rpartition("/")[2]
    pages = (_part("page", name) for name in PAGE)
    return _output("client", f'const KEYBOARD = "{keyboard}";\n', engine_script(engine), *pages)


@cache
def keyboard_output() -> Output:
    """The on-screen keyboard, `search/keyboard.<8 hex digits>.js`: the page loads it only where its markup asks for one."""
    return _output("keyboard", _part("page", "elements.js"), _part("keyboard", "keyboard.js"))


def engine_script(engine: str = "showcase") -> str:
    """The engine alone. Its files share one scope: run as it is, their functions are global."""
    folder, names = ("pagefind", PAGEFIND) if engine == "pagefind" else ("engine", ENGINE)
    return "".join(_part(folder, name) for name in names)


def _output(name: str, *parts: str) -> Output:
    """Without comments and needless white space (decision 0017); names stay, so that errors can be read."""
    source = '"use strict";\n(function () {\n' + "".join(parts) + "})();\n"
    data = jsmin(source).encode()
    return Output(f"search/{name}.{hashlib.blake2b(data, digest_size=4).hexdigest()}.js", data)


def _part(folder: str, name: str) -> str:
    return resources.files("showcase").joinpath("client", folder, name).read_text("utf-8")
