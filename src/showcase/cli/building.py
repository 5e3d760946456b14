"""What build, check, serve and inspect share: the request, the store, and the telling of diagnostics."""

from __future__ import annotations

import importlib.metadata
import platform
import re
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

import showcase
from showcase import __version__
from showcase.build import BuildRequest
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.reporters.structured import report_github, report_json
from showcase.diagnostics.reporters.text import report_text
from showcase.diagnostics.wording import MessageLanguage
from showcase.model.site import SiteConfig
from showcase.store.codec import digest
from showcase.store.sqlite_store import SqliteStore
from showcase.store.store import Store

PRIVATE = ".showcase"
"""The folder inside the site for what may be deleted at any time: the cache and what publish remembers."""


class UsageError(Exception):
    """Something on the command line that only the file system or the stages can find wrong; holds a plain sentence."""


def request(parsed: Namespace, machine: Surroundings) -> BuildRequest:
    """The build that the command line asks for. Raises UsageError."""
    language = parsed.lang or machine.language
    site = _absolute(parsed.site, machine)
    if not site.is_dir():
        raise UsageError(say(language, "no_folder", path=parsed.site))
    output = getattr(parsed, "output", None)
    base_url = getattr(parsed, "base_url", None)
    if base_url and not re.fullmatch(r"https?://[^\s/?#\"'<>]+(/[^\s?#\"'<>]*)?", base_url):
        raise UsageError(say(language, "bad_base_url", value=base_url))
    return BuildRequest(
        site=site,
        output=_absolute(output, machine) if output else site / "public",
        today=machine.today,
        base_url=base_url,
        portable=getattr(parsed, "portable", False),
        strict=getattr(parsed, "strict", False),
        drafts=getattr(parsed, "drafts", False),
    )


def open_store(site: Path, *, clean: bool = False) -> Store:
    """The site's build cache. `clean` throws away what is in it."""
    path = site / PRIVATE / "cache.sqlite3"
    if clean:
        for leftover in path.parent.glob("cache.sqlite3*"):
            leftover.unlink(missing_ok=True)
    return SqliteStore(path, _makers())


def _makers() -> str:
    """The versions of everything whose work the cache holds: an upgrade of any of them makes all of it anew."""
    packages = (
        "jinja2",
        "markdown-it-py",
        "mdit-py-plugins",
        "pillow",
        "pypinyin",
        "opencc-python-reimplemented",
    )
    versions = (f"{name} {importlib.metadata.version(name)}" for name in packages)
    return ", ".join(
        [f"showcase {__version__}{_sources()}", f"python {platform.python_version()}", *versions]
    )


def _sources() -> str:
    """In a checkout, where the code changes between two versions, a digest of it; else empty."""
    package = Path(showcase.__file__).parent
    if not (package.parent.parent / "pyproject.toml").is_file():
        return ""
    sources = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".yaml", ".js"})
    return f"+{digest(*(path.read_bytes() for path in sources))}"


def message_language(parsed: Namespace, machine: Surroundings, config: SiteConfig | None) -> MessageLanguage:
    """`--lang`, else the site's language, else the locale's."""
    if parsed.lang == "zh" or parsed.lang == "en":
        return "zh" if parsed.lang == "zh" else "en"
    if config is not None:
        return "zh" if config.language.startswith("zh") else "en"
    return machine.language


def tell(
    diagnostics: Iterable[Diagnostic], form: str, language: MessageLanguage, machine: Surroundings
) -> None:
    """Text goes to standard error, for people; json and github are results and go to standard output."""
    if form == "json":
        machine.output.write(report_json(diagnostics, language))
    elif form == "github":
        machine.output.write(report_github(diagnostics, language))
    else:
        text = report_text(diagnostics, language, colour=machine.colour)
        if text:
            machine.errors.write(text)


def _absolute(path: Path, machine: Surroundings) -> Path:
    return (machine.cwd / path.expanduser()).resolve()
