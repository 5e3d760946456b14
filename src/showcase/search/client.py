"""The reader that the search page loads."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources

from showcase.model.page import Output

_OWN_LINE_COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*.*?\*/)\s*?\n", re.MULTILINE | re.DOTALL)


@cache
def client_output() -> Output:
    """client/search.js under a name that changes with its content (`search/client.<8 hex digits>.js`)."""
    source = resources.files("showcase").joinpath("client", "search.js").read_text("utf-8")
    data = without_comments(source).encode()
    return Output(f"search/client.{hashlib.blake2b(data, digest_size=4).hexdigest()}.js", data)


def without_comments(source: str) -> str:
    """The script without indentation and without comments that stand on lines of their own: a seventh less to load.
    No string or template of the script may run over several lines."""
    lines = (line.strip() for line in _OWN_LINE_COMMENT.sub("", source).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
