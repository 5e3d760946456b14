"""`showcase build`."""

from __future__ import annotations

import time
from argparse import Namespace

from showcase.build import build
from showcase.cli.building import UsageError, message_language, request, tell
from showcase.cli.cache import open_cache
from showcase.cli.exit_codes import DONE, FAULTS, USAGE
from showcase.cli.progress import progress
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.diagnostics.diagnostic import has_errors
from showcase.workers import Workers


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Builds and publishes; 0 when the site stands published, 1 when faults kept it from being."""
    started = time.monotonic()
    try:
        wanted = request(parsed, machine)
    except UsageError as fault:
        print(fault, file=machine.errors)
        return USAGE
    store = open_cache(wanted.site, clean=parsed.clean)
    try:
        with Workers(parsed.jobs) as workers, progress(machine) as on_progress:
            site, report = build(wanted, store, workers, on_progress)
    finally:
        store.close()
    language = message_language(parsed, machine, site.config)
    tell(site.diagnostics, parsed.format, language, machine)
    if report is None:
        print(say(language, "not_published"), file=machine.errors)
        return FAULTS
    numbers = {
        "pages": site.page_count,
        "written": len(report.written),
        "removed": len(report.removed),
        "unchanged": len(report.unchanged),
        "seconds": f"{time.monotonic() - started:.2f}",
    }
    print(say(language, "built", output=wanted.output, **numbers), file=machine.errors)
    return FAULTS if has_errors(site.diagnostics) else DONE
