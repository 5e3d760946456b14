"""The reader that the search page loads."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from showcase.model.page import Output


@cache
def client_output() -> Output:
    """client/search.js under a name that changes with its content (`search/client.<8 hex digits>.js`)."""
    data = resources.files("showcase").joinpath("client", "search.js").read_bytes()
    return Output(f"search/client.{hashlib.blake2b(data, digest_size=4).hexdigest()}.js", data)
