"""`showcase theme check`: a theme on trial, on a site made of everything that pages may hold."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from showcase.boards.board import TEMPLATE as BOARD
from showcase.boards.board import board_view, render_board
from showcase.boards.formats import FORMATS
from showcase.build import build_site
from showcase.built_site import BuiltSite
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location, in_order
from showcase.editing.markup import Markup, read_markup
from showcase.editing.page_promises import broken_board_promises, broken_promises
from showcase.inputs import BuildRequest
from showcase.model.page import Output, PlannedPage
from showcase.store.memory_store import MemoryStore
from showcase.themes.theme import ParameterValue, Theme
from showcase.workers import Workers

FIXTURE = Path(__file__).resolve().parent / "fixture_site"
_TODAY = date(2026, 1, 1)
LARGEST_PAGE = 50_000
LARGEST_SCRIPT = 8_000
"""Bytes, compressed: a page with its style sheets and scripts, and the scripts of any page but the search page."""
_LISTED = 12


@dataclass(frozen=True, slots=True)
class _Trial:
    """The fixture site built in one way; `how` says what is not as by default."""

    site: BuiltSite
    how: str = ""


def check_theme(name: str, themes: Path | None) -> tuple[int, tuple[Diagnostic, ...]]:
    """How many pages of the fixture site were rendered with the theme `name` (a folder of `themes`, or shipped), and all that
    breaks the contract: what any build would say of the theme, and what only pages show. Each value of each parameter that
    has but few is tried, and the portable edition; what a page shows in one of these alone is told with it."""
    request = BuildRequest(site=FIXTURE, output=FIXTURE / "public", today=_TODAY, theme=name, themes=themes)
    store = MemoryStore()
    with Workers(1) as workers:
        first = build_site(request, store, workers)
        if first.theme is None or first.faulty:
            return 0, first.diagnostics
        trials = [_Trial(first)]
        for parameters in _combinations(first.theme):
            how = ", ".join(f"{key}: {_written(value)}" for key, value in parameters.items())
            trials.append(_Trial(build_site(replace(request, parameters=parameters), store, workers), how))
        trials.append(_Trial(build_site(replace(request, portable=True), store, workers), "--portable"))
    found = [*first.diagnostics, *_missing_texts(first.theme)]
    found += [one for trial in trials[1:] for one in trial.site.diagnostics if one not in found]
    found += _in_pages(first.theme, [trial for trial in trials if not trial.site.faulty])
    found += _on_boards(first.theme, first.pages, {output.path: output for output in first.outputs})
    return sum(len(trial.site.pages) for trial in trials), in_order(found)


def _combinations(theme: Theme) -> list[dict[str, ParameterValue]]:
    """As few as show every value of every parameter once beside the defaults."""
    others = {
        name: [value for value in values if value != theme.parameters.get(name)]
        for name, values in theme.choices.items()
    }
    most = max(map(len, others.values()), default=0)
    return [
        {name: values[min(number, len(values) - 1)] for name, values in others.items() if values}
        for number in range(most)
    ]


def _written(value: ParameterValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _on_boards(
    theme: Theme, pages: Iterable[PlannedPage], files: Mapping[str, Output]
) -> Iterator[Diagnostic]:
    """What breaks the contract on display boards, each fault once, as on pages."""
    seen: dict[tuple[str, str], list[str]] = {}
    for page in pages:
        if page.template not in ("story.html", "brand.html"):
            continue
        for sheet in FORMATS:
            board = board_view(page.view, theme, files, sheet)
            rendered = render_board(board, theme)
            if rendered.fault is not None:
                yield rendered.fault
                return
            for broken in broken_board_promises(read_markup(rendered.data.decode("utf-8")), board):
                seen.setdefault(broken, []).append(f"{page.url} {sheet.name}")
    for (code, what), boards in list(seen.items())[:_LISTED]:
        arguments = {"what": what, "page": boards[0], "pages": str(len(boards))}
        yield make_diagnostic(code, Location(theme.templates[BOARD][0].file), arguments)


def _in_pages(theme: Theme, trials: Iterable[_Trial]) -> Iterator[Diagnostic]:
    """Each fault once, with the first page that has it and how many there are; by the template that makes those pages."""
    seen: dict[tuple[str, str, str], list[str]] = {}
    for trial in trials:
        files = {output.path: output.data for output in trial.site.outputs}
        for page in trial.site.pages:
            data = files[page.output_path]
            markup = read_markup(data.decode("utf-8"))
            place = f"{page.url} ({trial.how})" if trial.how else page.url
            for code, what in (*broken_promises(markup, page.view), *_weights(page, data, markup, files)):
                seen.setdefault((code, what, page.template), []).append(place)
    told: dict[tuple[str, str], int] = {}
    for (code, what, template), urls in seen.items():
        told[code, template] = told.get((code, template), 0) + 1
        if told[code, template] <= _LISTED:
            file = theme.templates[template][0].file
            arguments = {"what": what, "page": urls[0], "pages": str(len(urls))}
            yield make_diagnostic(code, Location(file), arguments)


def _weights(
    page: PlannedPage, data: bytes, markup: Markup, files: dict[str, bytes]
) -> Iterator[tuple[str, str]]:
    """What loads with a page, beside pictures."""
    scripts = [element.attributes.get("src", "") for element in markup.all("script")]
    sheets = [
        element.attributes.get("href", "")
        for element in markup.all("link")
        if element.attributes.get("rel") == "stylesheet"
    ]
    script = sum(_compressed(files.get(address.lstrip("/"), b"")) for address in scripts)
    sheet = sum(_compressed(files.get(address.lstrip("/"), b"")) for address in sheets)
    whole = _compressed(data) + script + sheet
    if whole > LARGEST_PAGE:
        yield "theme-page-heavy", f"{whole / 1000:.0f} kB > {LARGEST_PAGE // 1000} kB"
    if page.view.page.kind != "search" and script > LARGEST_SCRIPT:
        yield "theme-page-heavy", f"<script>: {script / 1000:.0f} kB > {LARGEST_SCRIPT // 1000} kB"


def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0)) if data else 0


def _missing_texts(theme: Theme) -> Iterator[Diagnostic]:
    """For each language that the theme speaks, the texts that it says in another language instead."""
    keys = {key.removesuffix(".one") for texts in theme.strings.values() for key in texts}
    for language, texts in theme.strings.items():
        missing = sorted(key for key in keys if key not in texts)
        if missing:
            shown = ", ".join(missing[:_LISTED]) + (" …" if len(missing) > _LISTED else "")
            arguments = {"language": language, "count": str(len(missing)), "names": shown}
            yield make_diagnostic("theme-text-missing", Location(f"strings/{language}.yaml"), arguments)
