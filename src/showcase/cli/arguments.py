"""What may be written on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from showcase import __version__
from showcase.cli.texts import say
from showcase.diagnostics.wording import MessageLanguage


def parser(language: MessageLanguage, processors: int) -> argparse.ArgumentParser:
    """The parser; it exits with 2 on wrong usage, as POSIX tools do."""
    top = argparse.ArgumentParser(prog="showcase", description=say(language, "program"))
    top.add_argument("--version", action="version", version=f"showcase {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help=say(language, "build"))
    _building(build, language, processors)
    build.add_argument("--clean", action="store_true", help=say(language, "clean"))

    check = commands.add_parser("check", help=say(language, "check"))
    _building(check, language, processors)
    check.add_argument("--watch", action="store_true", help=say(language, "watch"))

    serve = commands.add_parser("serve", help=say(language, "serve"))
    _site(serve, language)
    serve.add_argument("--host", default="127.0.0.1", help=say(language, "host"))
    serve.add_argument("--port", type=_port, default=8000, help=say(language, "port"))
    serve.add_argument("--no-drafts", dest="drafts", action="store_false", help=argparse.SUPPRESS)
    serve.add_argument("--polling", action="store_true", help=say(language, "polling"))
    serve.add_argument("--jobs", type=_count, default=processors, help=say(language, "jobs"))

    new = commands.add_parser("new", help=say(language, "new"))
    new.add_argument(
        "kind", choices=("site", "story", "brand", "organisation", "theme"), help=say(language, "new_kind")
    )
    new.add_argument("name", help=say(language, "new_name"))
    new.add_argument("--id", default="", help=say(language, "new_id"))
    new.add_argument("--extends", default="heritage", metavar="THEME", help=say(language, "new_extends"))
    _site(new, language)

    theme = commands.add_parser("theme", help=say(language, "theme"))
    actions = theme.add_subparsers(dest="action", required=True, metavar="ACTION")
    trial = actions.add_parser("check", help=say(language, "theme_check"))
    trial.add_argument("folder", metavar="DIR", help=say(language, "theme_folder"))
    _site(trial, language)
    trial.add_argument("--strict", action="store_true", help=say(language, "strict"))
    _format(trial, language)
    actions.add_parser("schema", help=say(language, "theme_schema"))

    explain = commands.add_parser("explain", help=say(language, "explain"))
    explain.add_argument("code", nargs="?", default="", help=say(language, "code"))
    _lang(explain, language)

    inspect = commands.add_parser("inspect", help=say(language, "inspect"))
    inspect.add_argument("url", help=say(language, "url"))
    _site(inspect, language)
    inspect.add_argument("--drafts", action="store_true", help=say(language, "drafts"))
    export = commands.add_parser("export", help=say(language, "export"))
    kinds = export.add_subparsers(dest="kind", required=True, metavar="KIND")
    _board(kinds.add_parser("board", help=say(language, "board")), language)
    return top


def _board(command: argparse.ArgumentParser, language: MessageLanguage) -> None:
    command.add_argument("entry", metavar="ENTRY", help=say(language, "board_entry"))
    command.add_argument("--size", required=True, help=say(language, "board_size"))
    # Which of the site's languages; the messages come in it, too, where they are written in it.
    command.add_argument(
        "--lang", dest="edition", default=None, metavar="LANGUAGE", help=say(language, "board_lang")
    )
    command.add_argument(
        "--output", type=Path, default=None, metavar="PATH", help=say(language, "board_output")
    )
    command.add_argument("--overwrite", action="store_true", help=say(language, "board_overwrite"))
    command.add_argument("--theme", default=None, metavar="THEME", help=say(language, "board_theme"))
    command.add_argument("--bleed", type=_bleed, default=0, metavar="MM", help=say(language, "board_bleed"))
    command.add_argument("--chromium", default=None, metavar="PROGRAM", help=say(language, "board_chromium"))
    command.add_argument("--base-url", default=None, metavar="URL", help=say(language, "base_url"))
    command.add_argument("--drafts", action="store_true", help=say(language, "drafts"))
    command.add_argument("--site", type=Path, default=Path(), metavar="DIR", help=say(language, "site"))
    command.set_defaults(lang=None)


def _building(command: argparse.ArgumentParser, language: MessageLanguage, processors: int) -> None:
    _site(command, language)
    command.add_argument("--output", type=Path, default=None, metavar="DIR", help=say(language, "output"))
    command.add_argument("--base-url", default=None, metavar="URL", help=say(language, "base_url"))
    command.add_argument("--strict", action="store_true", help=say(language, "strict"))
    command.add_argument("--drafts", action="store_true", help=say(language, "drafts"))
    command.add_argument("--portable", action="store_true", help=say(language, "portable"))
    command.add_argument("--jobs", type=_count, default=processors, metavar="N", help=say(language, "jobs"))
    _format(command, language)


def _format(command: argparse.ArgumentParser, language: MessageLanguage) -> None:
    command.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help=say(language, "format")
    )


def _site(command: argparse.ArgumentParser, language: MessageLanguage) -> None:
    command.add_argument("--site", type=Path, default=Path(), metavar="DIR", help=say(language, "site"))
    _lang(command, language)


def _lang(command: argparse.ArgumentParser, language: MessageLanguage) -> None:
    command.add_argument("--lang", choices=("zh", "en"), default=None, help=say(language, "lang"))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 256):
        raise argparse.ArgumentTypeError("1…256")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError("0…65535")
    return int(text)


def _bleed(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 50):
        raise argparse.ArgumentTypeError("0…50")
    return int(text)
