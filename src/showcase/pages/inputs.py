"""What a page's view is made of, named by a digest: while that stays the same, the view need not be made to know that it is
the same as before.

All views of a site are made of one catalog, and an editor at work on one text changes hardly anything of it that another
page could show. So a page's inputs are two digests: of everything that planning sees but the documents' own texts, and, for a
page that shows a text, of that text and of where its links lead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any

from showcase.model.body import HOLE, Outline
from showcase.model.catalog import Catalog, LinkTarget
from showcase.model.entry import Document
from showcase.model.medium import PublishedMedium
from showcase.model.page import PlannedPage
from showcase.store.codec import digest, encode
from showcase.themes.assets import hashed_assets
from showcase.themes.theme import Theme

_OWN = ("documents", "links")
"""Fields of the catalog that tell of documents' texts."""
_RENDERING = ("templates", "assets", "digest")
"""Fields of a theme that views do not depend on: of assets they show the addresses only."""


def page_inputs(
    catalog: Catalog,
    theme: Theme,
    media: Mapping[str, PublishedMedium],
    *,
    portable: bool,
    client_path: str,
    text_digest: Callable[[str], str],
) -> Callable[[PlannedPage], str]:
    """Gives the digest of a planned page's inputs. `text_digest` names the text in a source file: the same for the same
    text. The other arguments are those of `plan`."""

    @cache
    def shared() -> str:
        return digest(_documents(catalog), _seen(catalog, theme, media, portable, client_path))

    @cache
    def links() -> Mapping[str, list[tuple[int, LinkTarget]]]:
        found: dict[str, list[tuple[int, LinkTarget]]] = {}
        for (path, index), target in catalog.links.items():
            found.setdefault(path, []).append((index, target))
        return found

    def inputs(page: PlannedPage) -> str:
        own = (text_digest(page.text), encode(links().get(page.text, []))) if page.text else ()
        return digest(shared(), page.url, page.template, *own)

    return inputs


def _documents(catalog: Catalog) -> str:
    """The digest of all documents without their own texts. They are encoded one by one: all of them together are as much as
    the documents themselves."""
    return digest(
        *(
            digest(encode([key, language, _without_text(one)]))
            for key, of in catalog.documents.items()
            for language, one in of.items()
        )
    )


def _seen(
    catalog: Catalog,
    theme: Theme,
    media: Mapping[str, PublishedMedium],
    portable: bool,  # noqa: FBT001
    client_path: str,
) -> bytes:
    """All else that planning sees, but where links in documents' texts lead."""
    return encode(
        [
            _fields(catalog, _OWN),
            _fields(theme, _RENDERING),
            hashed_assets(theme),
            media,
            portable,
            client_path,
        ]
    )


def _fields(value: Any, left_out: tuple[str, ...]) -> list[Any]:
    return [getattr(value, field.name) for field in fields(value) if field.name not in left_out]


def _without_text(document: Document) -> Document:
    """The document as other pages see it: of its text only the opening, with the components that stand in it."""
    body = document.body
    shown = any(HOLE.search(opening) for opening in body.openings)
    return replace(
        document, body=Outline(openings=body.openings, components=body.components if shown else ())
    )
