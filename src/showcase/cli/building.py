"""What build, check, serve and inspect share: the request, and the telling of diagnostics."""

from __future__ import annotations

import contextlib
import os
import re
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.content.names import is_legible
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.reporters.structured import report_github, report_json
from showcase.diagnostics.reporters.text import report_text
from showcase.diagnostics.wording import MessageLanguage
from showcase.inputs import BuildRequest
from showcase.model.site import SiteConfig, resolved_address

_BASE_URL = re.compile(r"https?://[^\s/?#\"'<>\\@]+(/[^\s?#\"'<>\\]*)?")
_LONGEST_SHOWN = 300
"""Characters of a path in a message."""


class UsageError(Exception):
    """Something on the command line that only the file system or the stages can find wrong; holds a plain sentence."""


def request(parsed: Namespace, machine: Surroundings) -> BuildRequest:
    """The build that the command line asks for. Raises UsageError."""
    language = parsed.lang or machine.language
    site = site_folder(parsed, machine)
    output = getattr(parsed, "output", None)
    base_url = getattr(parsed, "base_url", None)
    if base_url and not (
        _BASE_URL.fullmatch(base_url)
        and is_legible(base_url)
        and resolved_address(base_url) == base_url.rstrip("/")
    ):
        raise UsageError(say(language, "bad_base_url", value=base_url))
    return BuildRequest(
        site=site,
        output=absolute(output, machine, language) if output else site / "public",
        today=machine.today,
        base_url=base_url,
        portable=getattr(parsed, "portable", False),
        strict=getattr(parsed, "strict", False),
        drafts=getattr(parsed, "drafts", False),
    )


def site_folder(parsed: Namespace, machine: Surroundings) -> Path:
    """The site's folder. Raises UsageError when there is none."""
    language = parsed.lang or machine.language
    site = absolute(parsed.site, machine, language)
    try:
        there = site.is_dir()
    except OSError:
        there = False
    if not there:
        raise UsageError(say(language, "no_folder", path=_shortened(parsed.site)))
    return site


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


def absolute(path: Path, machine: Surroundings, language: MessageLanguage) -> Path:
    """A path of the command line, absolute and with its links followed. Raises UsageError for one that no system has."""
    try:
        # As in a shell, `~name` stays what it is where nobody has that name.
        with contextlib.suppress(RuntimeError):
            path = path.expanduser()
        return Path(os.path.realpath(machine.cwd / path))
    except (OSError, ValueError):
        raise UsageError(say(language, "no_folder", path=_shortened(path))) from None


def _shortened(path: Path) -> str:
    text = str(path)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
