"""Why a page was, or would be, rendered again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from showcase import __version__
from showcase.model.page import Page, PlannedPage
from showcase.render.closures import Closures
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store
from showcase.themes.theme import Theme

Reason = Literal["new-page", "version-changed", "template-changed", "view-changed", "nothing-changed"]
"""`template-changed`: a template that takes part, or the theme's texts. Where several hold, the first named here."""

Planned: TypeAlias = Page | PlannedPage
"""Pages as they are rendered: with their views, or with the way to make them."""

_KIND, _KEY = "render-state", "pages"


@dataclass(frozen=True, slots=True)
class PageState:
    """What a page was last made of: digests of its view and of its template's closure. `inputs` names what the view was
    made of (showcase.pages.inputs); empty where nobody said."""

    view: str
    closure: str
    inputs: str = ""


@dataclass(frozen=True, slots=True)
class _States:
    """The states of one build's pages, by URL."""

    version: str
    pages: dict[str, PageState]


def last_states(store: Store) -> Mapping[str, PageState]:
    """What the last build's pages were made of, by URL; nothing where another version of showcase made them."""
    kept = store.get(_KIND, _KEY)
    states = decode(kept, _States) if kept is not None else None
    return states.pages if states is not None and states.version == __version__ else {}


def page_state(page: Planned, closures: Closures) -> PageState:
    """The page as it stands now."""
    return PageState(digest(page.template, closures.view_digest(page.view)), closures.digest(page.template))


def remember_states(states: Iterable[tuple[str, PageState]], store: Store) -> None:
    """Keeps the states of a build's pages (URL, state) for the next `reason`."""
    value = encode(_States(__version__, dict(states)))
    if store.get(_KIND, _KEY) != value:
        store.put(_KIND, _KEY, value)


def reason(page: Planned, theme: Theme, store: Store) -> Reason:
    """Why the next build would render the page again: compared with the last build that used this store."""
    kept = store.get(_KIND, _KEY)
    states = decode(kept, _States) if kept is not None else None
    before = states.pages.get(page.url) if states else None
    if states is None or before is None:
        return "new-page"
    now = page_state(page, Closures(theme, store))
    if states.version != __version__:
        return "version-changed"
    if before.closure != now.closure:
        return "template-changed"
    return "view-changed" if before.view != now.view else "nothing-changed"
