"""The site's build cache, as the commands open it."""

from __future__ import annotations

import importlib.metadata
import platform
from pathlib import Path

import showcase
from showcase.publish.target_folder import PRIVATE, is_inside
from showcase.store.codec import digest
from showcase.store.memory_store import MemoryStore
from showcase.store.sqlite_store import SqliteStore
from showcase.store.store import Store

_MAKERS = ("jinja2", "markdown-it-py", "mdit-py-plugins", "pillow", "pypinyin", "opencc-python-reimplemented")
"""Packages whose work the cache holds."""


def open_cache(site: Path, *, clean: bool = False) -> Store:
    """The cache of the site, made where there is none. `clean` throws away what is in it. Where its folder is a link
    out of the site, nothing is written there."""
    path = site / PRIVATE / "cache.sqlite3"
    if not is_inside(path.parent, site):
        return MemoryStore()
    try:
        for leftover in path.parent.glob("cache.sqlite3*") if clean else ():
            leftover.unlink(missing_ok=True)
    except OSError:
        return MemoryStore()
    return SqliteStore(path, _versions())


def borrow_cache(site: Path) -> Store:
    """The cache for commands that write nothing: what a build left, if one did."""
    path = site / PRIVATE / "cache.sqlite3"
    there = is_inside(path, site) and path.is_file()
    return SqliteStore(path, _versions()) if there else MemoryStore()


def _versions() -> str:
    """Of everything that makes what the cache holds: an upgrade of any of them makes all of it anew."""
    versions = (f"{name} {importlib.metadata.version(name)}" for name in _MAKERS)
    return ", ".join(
        [f"showcase {showcase.__version__}{_code()}", f"python {platform.python_version()}", *versions]
    )


def _code() -> str:
    """In a checkout, where the code changes between two versions, a digest of it; else empty."""
    package = Path(showcase.__file__).parent
    if not (package.parent.parent / "pyproject.toml").is_file():
        return ""
    sources = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".yaml", ".js"})
    return f"+{digest(*(path.read_bytes() for path in sources))}"
