"""The program: reads the machine, picks the command, and turns what happens into an exit code."""

from __future__ import annotations

import importlib
import sys
from argparse import Namespace
from collections.abc import Sequence

from showcase.cli.arguments import parser
from showcase.cli.exit_codes import BUG, DONE, INTERRUPTED
from showcase.cli.surroundings import Surroundings, surroundings
from showcase.cli.texts import say
from showcase.diagnostics.wording import MessageLanguage


def entry_point() -> None:
    """`showcase` as installed."""
    sys.exit(run(sys.argv[1:], surroundings()))


def run(arguments: Sequence[str], machine: Surroundings) -> int:
    """One call of the program; returns its exit code. Wrong usage raises SystemExit(2), as argparse does."""
    language = _language_asked(arguments) or machine.language
    parsed = parser(language, machine.processors).parse_args(arguments)
    try:
        return _command(parsed, machine)
    except KeyboardInterrupt:
        print(say(language, "interrupted"), file=machine.errors)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`showcase explain | head`); nothing is left to say to it.
        sys.stderr.close()
        return DONE
    except Exception as error:  # noqa: BLE001 - the one place where our own bugs end
        from showcase.cli.crash import save_report

        print(say(language, "crash", path=save_report(error, machine)), file=machine.errors)
        return BUG


def _command(parsed: Namespace, machine: Surroundings) -> int:
    # Imported by name so that `showcase --help` and `explain` pay for no stage that they do not use.
    module = importlib.import_module(f"showcase.cli.{parsed.command}_command")
    return int(module.run(parsed, machine))


def _language_asked(arguments: Sequence[str]) -> MessageLanguage | None:
    """The language of the help texts, needed before the arguments can be parsed."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value == "zh":
            return "zh"
        if value == "en":
            return "en"
    return None
