"""Pages and the files that a build publishes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from showcase.model.pickling import pickle_by_position

if TYPE_CHECKING:
    from showcase.model.view import Alternate, View


@dataclass(frozen=True, slots=True)
class Page:
    """One page to render. `url` is site-root relative and starts with a slash (`/stories/a/`); `output_path` is relative
    to the output folder (`stories/a/index.html`); `template` is a path in the theme's templates; `claimed_by` says who
    wants this URL, for the message about a clash."""

    url: str
    output_path: str
    template: str
    view: View
    claimed_by: str


pickle_by_position((Page,))


@dataclass(frozen=True, slots=True)
class Listing:
    """A page in the sitemap: its absolute address, the ISO day of its last change or nothing, its languages."""

    address: str
    changed: str
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page whose view is made when it is its turn, so that the views of a large site are never in memory together. The
    fields are those of Page. `view_of` gives equal views however often it is called."""

    url: str
    output_path: str
    template: str
    view_of: Callable[[], View] = field(repr=False, compare=False)
    listing_of: Callable[[], Listing | None] = field(repr=False, compare=False)
    """What the sitemap says of the page; None where it says nothing."""
    claimed_by: str = ""
    """Empty for a page that showcase makes by itself: `owner` names it by its title."""
    text: str = ""
    """The source whose text the page shows, if it shows any."""

    @property
    def view(self) -> View:
        """Made anew at each call."""
        return self.view_of()

    @property
    def owner(self) -> str:
        """Who wants this URL."""
        return self.claimed_by or f"{self.view.page.title} ({self.url})"

    def page(self) -> Page:
        """The page with its view."""
        return Page(self.url, self.output_path, self.template, self.view, self.owner)


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the published site. Kinds of it that leave their bytes elsewhere until somebody asks for them give
    `data`, `sha256` (in hex) and `size` in ways of their own."""

    path: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def size(self) -> int:
        """The number of the bytes."""
        return len(self.data)
