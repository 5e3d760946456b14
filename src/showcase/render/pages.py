"""Rendering pages: each a function of its view and its templates, so that what was rendered before is not again."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Protocol

from showcase import __version__
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.page import Output, Page, PlannedPage
from showcase.render.closures import Closures
from showcase.render.reasons import PageState, Planned, last_states, page_state, remember_states
from showcase.render.rendered_page import PageMark, RenderedPage, keep_page, kept_mark
from showcase.store.codec import digest
from showcase.store.store import Store
from showcase.themes.theme import Theme

_AT_HAND = 8 << 20
"""Bytes of new pages that are kept in memory as well, so that a build of ordinary size reads nothing back."""
_BLANK_LINES = re.compile(r"\n[ \t]*(?=\n)")
_AS_WRITTEN = re.compile(r"(<(pre|textarea)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
"""Elements whose white space shows."""


class Mapper(Protocol):
    """What spreads work over processes (`showcase.workers.Workers`); results come in the order of the items."""

    def map(self, function: Callable[[Any, Any], Any], items: Iterable[Any], context: Any) -> Iterator[Any]:
        """`function(item, context)` for each item."""
        ...


@dataclass(frozen=True, slots=True)
class Rendered:
    """One page's bytes, or why there are none."""

    data: bytes
    fault: Diagnostic | None = None


def render_pages(
    pages: Iterable[Planned],
    theme: Theme,
    store: Store,
    workers: Mapper,
    inputs_of: Callable[[PlannedPage], str] | None = None,
) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """Every page's output, in the order given, and what kept a page from being rendered; a fault on one page does not
    keep the others back. `store` is asked first; only what it lacks is rendered, spread over `workers`. The bytes stay in
    the store. Views are made as their pages' turn comes, and dropped;
    of a page whose inputs (`inputs_of`, showcase.pages.inputs) are those of the last build none is made at all."""
    ordered = tuple(pages)
    closures = Closures(theme, store)
    states: list[PageState] = []
    keys: list[str] = []
    marks: list[PageMark | None] = []
    missing: deque[int] = deque()

    def lacking() -> Iterator[Page]:
        """Looks at one page after the other, as far as the processes are ready for it."""
        before = last_states(store) if inputs_of is not None else {}
        for number, planned in enumerate(ordered):
            inputs = inputs_of(planned) if inputs_of and isinstance(planned, PlannedPage) else ""
            last = before.get(planned.url) if inputs else None
            page: Page | None = None
            if last is not None and last.inputs == inputs:
                states.append(replace(last, closure=closures.digest(planned.template)))
            else:
                page = _with_view(planned)
                states.append(replace(page_state(page, closures), inputs=inputs))
            keys.append(digest(__version__, states[-1].view, states[-1].closure))
            marks.append(kept_mark(keys[-1], store))
            if marks[-1] is None:
                missing.append(number)
                yield page or _with_view(planned)

    faults: list[Diagnostic] = []
    at_hand: dict[int, bytes] = {}
    room = _AT_HAND
    for rendered in workers.map(render_page, lacking(), _for_workers(theme)):
        number = missing.popleft()
        if rendered.fault is not None:
            faults.append(rendered.fault)
            continue
        marks[number] = keep_page(keys[number], rendered.data, store)
        if len(rendered.data) <= room:
            room -= len(rendered.data)
            at_hand[number] = rendered.data
    remember_states(((page.url, state) for page, state in zip(ordered, states, strict=True)), store)
    outputs = tuple(
        RenderedPage(page.output_path, keys[number], mark, store, _Again(page, theme), at_hand.get(number))
        for number, (page, mark) in enumerate(zip(ordered, marks, strict=True))
        if mark is not None
    )
    if not faults:
        return outputs, ()
    from showcase.render.fault import told_once

    return outputs, told_once(faults)


def _with_view(page: Planned) -> Page:
    return Page(page.url, page.output_path, page.template, page.view, "")


class _Again:
    """Renders a page whose bytes the store has lost."""

    __slots__ = ("_page", "_theme")

    def __init__(self, page: Planned, theme: Theme) -> None:
        self._page = page
        self._theme = theme

    def __call__(self) -> bytes:
        rendered = render_page(_with_view(self._page), self._theme)
        if rendered.fault is not None:
            raise AssertionError(f"{self._page.url} could be rendered before, and now cannot")
        return rendered.data


def render_now(page: Planned, theme: Theme) -> Output | None:
    """One page at once, past the store; None where its template fails."""
    rendered = render_page(_with_view(page), theme)
    return Output(page.output_path, rendered.data) if rendered.fault is None else None


def render_page(page: Page, theme: Theme) -> Rendered:
    """One page, from nothing but its view and the theme."""
    renderer = _renderer(_Keyed(theme))
    try:
        markup = renderer.page(page.template, page.view)
        return Rendered(_tidy(markup).encode("utf-8"))
    except Exception as error:  # noqa: BLE001 - a template may raise anything; all of it is the theme's fault
        from showcase.render.fault import template_fault

        return Rendered(b"", template_fault(error, page.template, page.url, theme.templates))


class _Keyed:
    """A theme that equals another by its digest, so that a worker keeps its compiled templates between tasks."""

    __slots__ = ("theme",)

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def __hash__(self) -> int:
        return hash(self.theme.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keyed) and other.theme.digest == self.theme.digest


@lru_cache(maxsize=2)
def _renderer(keyed: _Keyed) -> Any:
    from showcase.themes.environment import Renderer

    return Renderer(keyed.theme)


def _for_workers(theme: Theme) -> Theme:
    """The theme without the bytes of its assets: rendering needs their addresses only, which the views hold."""
    return Theme(
        name=theme.name,
        version=theme.version,
        templates=theme.templates,
        assets={},
        strings=theme.strings,
        parameters=theme.parameters,
        digest=theme.digest,
    )


def _tidy(markup: str) -> str:
    """Line ends as LF, no blank lines in a row, one line end at the end."""
    if "\r" in markup:
        markup = markup.replace("\r\n", "\n").replace("\r", "\n")
    if "<pre" in markup or "<textarea" in markup:
        pieces = _AS_WRITTEN.split(markup)
        # Two groups: outside, the whole element, its name, outside, …
        pieces = [
            _BLANK_LINES.sub("", piece) if place % 3 == 0 else piece
            for place, piece in enumerate(pieces)
            if place % 3 != 2
        ]
        return "".join(pieces).strip("\n") + "\n"
    return _BLANK_LINES.sub("", markup).strip("\n") + "\n"
