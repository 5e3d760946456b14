"""What build, check, serve and inspect share: the request, and the telling of diagnostics."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from showcase.build import BuildRequest
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.reporters.structured import report_github, report_json
from showcase.diagnostics.reporters.text import report_text
from showcase.diagnostics.wording import MessageLanguage
from showcase.model.site import SiteConfig


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
