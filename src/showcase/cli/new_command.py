"""`showcase new`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from showcase.cli.building import UsageError, absolute, message_language, site_folder, tell
from showcase.cli.exit_codes import DONE, FAULTS, USAGE
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.content.configure import configure
from showcase.content.discover import discover
from showcase.editing.scaffold import new_entry, new_site
from showcase.editing.theme_scaffold import new_theme
from showcase.model.site import SiteConfig


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Starts a site, an entry or a theme; never overwrites a file."""
    language = parsed.lang or machine.language
    try:
        if parsed.kind == "site":
            created, faults = new_site(
                absolute(Path(parsed.name), machine, language), language, machine.today
            )
        else:
            site = site_folder(parsed, machine)
            language = message_language(parsed, machine, _config(site))
            if parsed.kind == "theme":
                created, faults = new_theme(site, parsed.name, parsed.extends, language)
            else:
                created, faults = new_entry(
                    site, parsed.kind, parsed.name, parsed.id, language, machine.today
                )
    except UsageError as fault:
        print(fault, file=machine.errors)
        return USAGE
    tell(faults, "text", language, machine)
    for path in created:
        print(say(language, "created", path=path), file=machine.output)
    if faults:
        return FAULTS
    if parsed.kind == "site":
        print(say(language, "created_site", path=parsed.name), file=machine.errors)
    if parsed.kind == "theme":
        print(say(language, "created_theme", name=parsed.name), file=machine.errors)
    return DONE


def _config(site: Path) -> SiteConfig | None:
    tree, _ = discover(site)
    config, _ = configure(next((source for source in tree.sources if source.path == "site.yaml"), None))
    return config
