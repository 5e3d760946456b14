"""`showcase theme`."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from pathlib import Path

from showcase.cli.building import UsageError, absolute, tell
from showcase.cli.exit_codes import DONE, FAULTS, USAGE
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.diagnostics.diagnostic import Severity
from showcase.diagnostics.reporters.text import summary
from showcase.diagnostics.wording import MessageLanguage

_NAME = re.compile(r"[\w][\w.-]*")
_LONGEST_SHOWN = 60
"""Characters of a name in a message."""


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Tries a theme against the contract, or prints the contract's views as JSON Schema."""
    if parsed.action == "schema":
        from showcase.themes.view_schema import view_schema

        machine.output.write(json.dumps(view_schema(), ensure_ascii=False, indent=2) + "\n")
        return DONE
    return _check(parsed, machine)


def _check(parsed: Namespace, machine: Surroundings) -> int:
    """1 when the theme breaks a rule; with --strict, for warnings, too."""
    from showcase.editing.theme_check import check_theme

    language = parsed.lang or machine.language
    try:
        name, themes = _theme(parsed, machine)
    except UsageError as fault:
        print(fault, file=machine.errors)
        return USAGE
    pages, found = check_theme(name, themes)
    tell(found, parsed.format, language, machine)
    counted = summary(found, language)
    print(say(language, "theme_checked", name=name, pages=pages, summary=counted), file=machine.errors)
    worst = Severity.WARNING if parsed.strict else Severity.ERROR
    faulty = {Severity.ERROR, worst}
    return FAULTS if any(one.severity in faulty for one in found) else DONE


def _theme(parsed: Namespace, machine: Surroundings) -> tuple[str, Path | None]:
    """A theme's name and the folder that holds it: a path, a theme of the site, or a shipped one. Raises UsageError."""
    from showcase.themes.layers import shipped_themes, theme_names

    language = parsed.lang or machine.language
    written = parsed.folder
    site_themes = absolute(parsed.site, machine, language) / "themes"
    here = absolute(Path(written), machine, language)
    plain = "/" not in written and written not in ("", ".", "..")
    try:
        if plain and (site_themes / written).is_dir():
            return _sound(written, language), site_themes
        if here.is_dir():
            return _sound(here.name, language), here.parent
        if plain and (shipped_themes() / written).is_dir():
            return written, None
    except OSError:
        pass  # a name that is longer than any folder's
    known = ", ".join(theme_names(site_themes))
    raise UsageError(say(language, "no_theme", name=written[:_LONGEST_SHOWN], names=known))


def _sound(name: str, language: MessageLanguage) -> str:
    """A folder's name that site.yaml can name, too. Raises UsageError for any other."""
    if not _NAME.fullmatch(name):
        raise UsageError(say(language, "bad_theme_name", name=name[:_LONGEST_SHOWN]))
    return name
