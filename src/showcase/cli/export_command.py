"""`showcase export board`."""

from __future__ import annotations

import os
import shutil
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from showcase.boards.board import board_view, render_board
from showcase.boards.entries import entries
from showcase.boards.formats import FORMATS, BoardFormat, board_format
from showcase.boards.pdf import NAMES, PrintError, print_pdf
from showcase.build import build_site
from showcase.built_site import BuiltSite
from showcase.cli.building import UsageError, absolute, message_language, request, tell
from showcase.cli.cache import borrow_cache
from showcase.cli.exit_codes import DONE, FAULTS, USAGE
from showcase.cli.surroundings import Surroundings
from showcase.cli.texts import say
from showcase.diagnostics.wording import MessageLanguage
from showcase.model.catalog import Catalog, Key
from showcase.model.site import SiteConfig
from showcase.model.view import View
from showcase.text.nearest import nearest
from showcase.themes.layers import theme_names
from showcase.themes.theme import Theme
from showcase.workers import Workers

CHROMIUM = "SHOWCASE_CHROMIUM"
"""The environment variable that names the program."""
_LONGEST_SHOWN = 80


def run(parsed: Namespace, machine: Surroundings) -> int:
    """Makes a story's or brand's display board: HTML, and PDF where a Chromium is installed."""
    edition = parsed.edition or ""
    parsed.lang = next((one for one in ("zh", "en") if edition.lower().startswith(one)), None)
    try:
        return _export(parsed, machine)
    except UsageError as fault:
        print(fault, file=machine.errors)
        return USAGE


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be made of what; `html` and `pdf` are where to, None for not at all."""

    sheet: BoardFormat
    bleed: int
    html: Path | None
    pdf: Path | None
    chromium: Path | None


def _export(parsed: Namespace, machine: Surroundings) -> int:
    language = parsed.lang or machine.language
    sheet = board_format(parsed.size)
    if sheet is None:
        raise UsageError(_unknown(language, "no_size", parsed.size, [one.name for one in FORMATS]))
    wanted = replace(request(parsed, machine), theme=parsed.theme, drafts=parsed.drafts)
    themes = theme_names(wanted.site / "themes")
    if parsed.theme is not None and parsed.theme not in themes:
        raise UsageError(_unknown(language, "no_theme_named", parsed.theme, themes))
    # Open to the end: pictures are read from it when a board shows them.
    store = borrow_cache(wanted.site)
    try:
        with Workers(1) as workers:
            site = build_site(wanted, store, workers, render=False)
        return _board(parsed, machine, site, wanted.site, sheet)
    finally:
        store.close()


def _board(
    parsed: Namespace, machine: Surroundings, site: BuiltSite, folder: Path, sheet: BoardFormat
) -> int:
    language = message_language(parsed, machine, site.config)
    if site.faulty or site.theme is None or site.config is None or site.catalog is None:
        tell(site.diagnostics, "text", language, machine)
        print(say(language, "board_site_faulty"), file=machine.errors)
        return FAULTS
    if not site.config.base_url:
        raise UsageError(say(language, "board_needs_base_url"))
    key, edition, view = _find(site, site.catalog, site.config, parsed, language)
    name = f"{key[1]}-{sheet.name}" + ("" if edition == site.config.language else f"-{edition}")
    order = _order(parsed, machine, language, sheet, folder, name)
    made = _make(order, site, site.theme, view, language, machine)
    if not made:
        return FAULTS
    code = _write(made, "wb" if parsed.overwrite else "xb", language, machine)
    asked_for_html = parsed.output is not None and parsed.output.suffix.lower() == ".html"
    if order.chromium is None and not asked_for_html:
        _say(machine, language, "board_html_only", variable=CHROMIUM)
    return code


def _find(
    site: BuiltSite, catalog: Catalog, config: SiteConfig, parsed: Namespace, language: MessageLanguage
) -> tuple[Key, str, View]:
    """The story or brand that is meant, the language and the page. Raises UsageError."""
    code = _edition(config, parsed.edition, language)
    known = entries(catalog, site.pages)
    meant = known.meant(parsed.entry)
    if not meant:
        raise UsageError(_unknown(language, "no_entry", parsed.entry, known.words()))
    if len(meant) > 1:
        choices = ", ".join(f"{kind}/{identifier}" for kind, identifier in sorted(meant))
        raise UsageError(say(language, "board_ambiguous", name=parsed.entry, names=choices))
    (key,) = meant
    documents = catalog.documents[key]
    if code not in documents:
        there = ", ".join(documents)
        raise UsageError(say(language, "board_untranslated", name=parsed.entry, code=code, languages=there))
    path = documents[code].path
    page = next(one for one in site.pages if one.claimed_by == path and one.template == f"{key[0]}.html")
    return key, code, page.view


def _edition(config: SiteConfig, written: str | None, language: MessageLanguage) -> str:
    """The site's language that is meant; `zh` is enough for `zh-CN`. Raises UsageError."""
    codes = [one.code for one in config.languages]
    if not written:
        return config.language
    asked = written.lower()
    alike = [code for code in codes if code.lower() == asked]
    alike += [code for code in codes if code.partition("-")[0].lower() == asked.partition("-")[0]]
    if not alike:
        raise UsageError(_unknown(language, "no_language", written, codes))
    return alike[0]


def _order(
    parsed: Namespace,
    machine: Surroundings,
    language: MessageLanguage,
    sheet: BoardFormat,
    site: Path,
    name: str,
) -> _Order:
    """Where the files go. Raises UsageError for files that stand already and for a Chromium that is not there."""
    chromium = _chromium(parsed.chromium, machine, language)
    target = absolute(parsed.output, machine, language) if parsed.output else site / "boards"
    ending = target.suffix.lower()
    if ending == ".html":
        html, pdf = target, None
    elif ending == ".pdf":
        html, pdf = None, target
        if chromium is None:
            raise UsageError(say(language, "board_no_chromium", variable=CHROMIUM))
    else:
        html, pdf = target / f"{name}.html", target / f"{name}.pdf" if chromium else None
    for path in (html, pdf):
        if path is not None and os.path.lexists(path) and not parsed.overwrite:
            raise UsageError(say(language, "board_stands", path=path))
    return _Order(sheet, parsed.bleed, html, pdf, chromium)


def _chromium(named: str | None, machine: Surroundings, language: MessageLanguage) -> Path | None:
    """`--chromium`, else the environment's, else the first of the usual names on PATH."""
    path = machine.environ.get("PATH", "")
    named = named or machine.environ.get(CHROMIUM)
    if named:
        found = shutil.which(named, path=path) or shutil.which(machine.cwd / named)
        if found is None:
            raise UsageError(say(language, "board_chromium_missing", path=named[:_LONGEST_SHOWN]))
        return Path(found)
    return next((Path(found) for name in NAMES if (found := shutil.which(name, path=path))), None)


def _make(
    order: _Order, site: BuiltSite, theme: Theme, view: View, language: MessageLanguage, machine: Surroundings
) -> list[tuple[Path, bytes]]:
    """The files; none, and why is said, when one of them cannot be made."""
    sheet, bleed = order.sheet, order.bleed
    files = {output.path: output for output in site.outputs}
    rendered = render_board(board_view(view, theme, files, sheet, bleed), theme)
    if rendered.fault is not None:
        tell([rendered.fault], "text", language, machine)
        return []
    made = [(order.html, rendered.data)] if order.html else []
    if order.pdf is None or order.chromium is None:
        return made
    try:
        printed = print_pdf(order.chromium, rendered.data)
    except PrintError as error:
        _say(machine, language, "board_not_printed", program=order.chromium, reason=error)
        return []
    if not printed.is_one_sheet_of(sheet.width + 2 * bleed, sheet.height + 2 * bleed):
        _say(machine, language, "board_runs_over", sheets=len(printed.sheets), theme=theme.name)
        return []
    return [*made, (order.pdf, printed.data)]


def _write(
    made: list[tuple[Path, bytes]], mode: str, language: MessageLanguage, machine: Surroundings
) -> int:
    for path, data in made:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open(mode) as file:
                file.write(data)
        except OSError as error:
            _say(machine, language, "board_cannot_write", path=path, reason=error.strerror or error)
            return FAULTS
        print(say(language, "created", path=path), file=machine.output)
    return DONE


def _say(machine: Surroundings, language: MessageLanguage, text: str, **arguments: object) -> None:
    print(say(language, text, **arguments), file=machine.errors)


def _unknown(language: MessageLanguage, text: str, written: str, known: Sequence[str]) -> str:
    """A sentence about a name that nothing has, with the nearest that there is."""
    close = nearest(written, known)
    said = say(language, text, name=written[:_LONGEST_SHOWN], names=", ".join(known))
    return f"{said} {say(language, 'did_you_mean', name=close)}" if close else said
