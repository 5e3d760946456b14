"""`showcase serve`."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from dataclasses import replace

from showcase.built_site import BuiltSite
from showcase.cli.building import UsageError, message_language, request, tell
from showcase.cli.cache import open_cache
from showcase.cli.crash import save_report
from showcase.cli.exit_codes import DONE, USAGE
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.serve.served_site import ServedSite
from showcase.serve.server import ServeRequest, listen, serve
from showcase.workers import Workers


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Serves until Ctrl+C; a fault in the content is shown, never the end of the server."""
    try:
        wanted = request(parsed, machine)
        sockets, port = listen(parsed.host, parsed.port)
    except UsageError as fault:
        print(fault, file=machine.errors)
        return USAGE
    except (OSError, ValueError) as error:  # a name that no network knows is a UnicodeError
        language = parsed.lang or machine.language
        reason = getattr(error, "strerror", None) or type(error).__name__
        print(
            say(language, "port_taken", host=parsed.host, port=parsed.port, reason=reason),
            file=machine.errors,
        )
        return USAGE
    name = f"[{parsed.host}]" if ":" in parsed.host else parsed.host
    address = f"http://{name}:{port}"
    wanted = replace(wanted, base_url=address)
    store = open_cache(wanted.site)
    served = ServedSite(wanted, store, parsed.lang)
    try:
        with Workers(parsed.jobs) as workers:
            site = served.rebuild(workers)
        language = message_language(parsed, machine, site.config)
        tell(site.diagnostics, "text", language, machine)
        print(say(language, "serving", url=f"{address}/"), file=machine.output, flush=True)

        def on_build(site: BuiltSite, changed: tuple[str, ...], seconds: float) -> None:
            tell(site.diagnostics, "text", language, machine)
            if not site.faulty:
                said = say(language, "rebuilt", changed=len(changed), seconds=f"{seconds:.2f}")
                print(said, file=machine.errors)

        def on_crash(error: Exception) -> str:
            path = save_report(error, machine)
            print(say(served.language, "crash", path=path), file=machine.errors)
            return str(path)

        asyncio.run(
            serve(
                ServeRequest(wanted.site, parsed.host, port, (wanted.output,), parsed.polling),
                served,
                sockets,
                on_build,
                on_crash,
            )
        )
    except KeyboardInterrupt:
        print(say(served.language, "stopped"), file=machine.errors)
    finally:
        store.close()
    return DONE
