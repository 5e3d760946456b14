"""`showcase check`."""

from __future__ import annotations

import asyncio
from argparse import Namespace

from showcase.build import build_site
from showcase.cli.building import UsageError, message_language, request, tell
from showcase.cli.cache import borrow_cache
from showcase.cli.exit_codes import DONE, FAULTS, USAGE
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.diagnostics.reporters.text import summary
from showcase.inputs import BuildRequest
from showcase.workers import Workers


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Everything that build would say, and nothing written; 1 when there are faults."""
    try:
        wanted = request(parsed, machine)
    except UsageError as fault:
        print(fault, file=machine.errors)
        return USAGE
    code = _check(parsed, machine, wanted)
    if parsed.watch:
        asyncio.run(_again_and_again(parsed, machine, wanted))
    return code


def _check(parsed: Namespace, machine: Surroundings, wanted: BuildRequest) -> int:
    store = borrow_cache(wanted.site)
    try:
        with Workers(parsed.jobs) as workers:
            site = build_site(wanted, store, workers)
    finally:
        store.close()
    language = message_language(parsed, machine, site.config)
    tell(site.diagnostics, parsed.format, language, machine)
    counted = summary(site.diagnostics, language)
    print(say(language, "checked", pages=len(site.pages), summary=counted), file=machine.errors)
    return FAULTS if site.faulty else DONE


async def _again_and_again(parsed: Namespace, machine: Surroundings, wanted: BuildRequest) -> None:
    from showcase.serve.watching import changes

    async for _ in changes(wanted.site, (wanted.output,)):
        _check(parsed, machine, wanted)
