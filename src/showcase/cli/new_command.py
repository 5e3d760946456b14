"""`showcase new`."""

from __future__ import annotations

from argparse import Namespace

from showcase.cli.building import message_language, tell
from showcase.cli.exit_codes import DONE, FAULTS
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.content.configure import configure
from showcase.content.discover import discover
from showcase.editing.scaffold import new_entry, new_site
from showcase.model.site import SiteConfig


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Starts a site or an entry; never overwrites a file."""
    if parsed.kind == "site":
        language = parsed.lang or machine.language
        folder = (machine.cwd / parsed.name).resolve()
        created, faults = new_site(folder, language, machine.today)
    else:
        site = (machine.cwd / parsed.site).resolve()
        config = _config(parsed, machine)
        language = message_language(parsed, machine, config)
        created, faults = new_entry(site, parsed.kind, parsed.name, parsed.id, language, machine.today)
    tell(faults, "text", language, machine)
    for path in created:
        print(say(language, "created", path=path), file=machine.output)
    if faults:
        return FAULTS
    if parsed.kind == "site":
        print(say(language, "created_site", path=parsed.name), file=machine.errors)
    return DONE


def _config(parsed: Namespace, machine: Surroundings) -> SiteConfig | None:
    tree, _ = discover((machine.cwd / parsed.site).resolve())
    config, _ = configure(next((source for source in tree.sources if source.path == "site.yaml"), None))
    return config
