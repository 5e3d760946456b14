"""`showcase inspect`."""

from __future__ import annotations

import json
from argparse import Namespace

import msgspec

from showcase.build import build_site
from showcase.cli.building import UsageError, message_language, request, tell
from showcase.cli.cache import borrow_cache
from showcase.cli.exit_codes import DONE, FAULTS, USAGE
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.model.page import PlannedPage
from showcase.render.reasons import reason
from showcase.workers import Workers


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Prints a page's URL, template, view and the reason why it would be rendered again, as JSON."""
    try:
        wanted = request(parsed, machine)
    except UsageError as fault:
        print(fault, file=machine.errors)
        return USAGE
    store = borrow_cache(wanted.site)
    try:
        with Workers(1) as workers:
            site = build_site(wanted, store, workers, render=False)
        language = message_language(parsed, machine, site.config)
        page = _find(site.pages, parsed.url)
        if page is None or site.theme is None:
            tell(site.diagnostics, "text", language, machine)
            print(say(language, "unknown_page", url=parsed.url), file=machine.errors)
            return FAULTS
        shown = {
            "url": page.url,
            "output": page.output_path,
            "template": page.template,
            "claimed_by": page.owner,
            "reason": reason(page, site.theme, store),
            "view": msgspec.to_builtins(page.view),
        }
    finally:
        store.close()
    machine.output.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    return DONE


def _find(pages: tuple[PlannedPage, ...], asked: str) -> PlannedPage | None:
    """By address, with or without its last slash, or by the source that claims it."""
    by_address = {page.url.rstrip("/"): page for page in pages}
    found = by_address.get("/" + asked.strip("/") if asked.strip("/") else "")
    return found or next((page for page in pages if page.claimed_by == asked), None)
