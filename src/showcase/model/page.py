"""Pages and the files that a build publishes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from showcase.model.view import View


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
