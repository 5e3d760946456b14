"""A board from the page that is published: its view made into a board's, fitted to a sheet, and rendered by the theme's
`board.html` into one file that loads nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace

from showcase.boards.fitting import LONG_TITLE, fitted, width
from showcase.boards.formats import BoardFormat
from showcase.boards.texts import body_texts, plain_picture
from showcase.media.types import PICTURES, extension
from showcase.model.page import Output, Page
from showcase.model.view import (
    BoardPage,
    BrandPage,
    Cover,
    Fact,
    Head,
    Picture,
    StoryPage,
    View,
)
from showcase.render.pages import Rendered, render_page
from showcase.themes.assets import BOARD_ASSETS
from showcase.themes.stylesheets import is_stylesheet, rewrite
from showcase.themes.theme import Theme

TEMPLATE = "board.html"
_POLICY = "default-src 'none'; style-src data:; font-src data:; img-src data:"
_MOST_STORIES = 8
_TYPES = {
    "svg": "image/svg+xml",
    "jpg": "image/jpeg",
    "css": "text/css",
    "otf": "font/otf",
    "ttf": "font/ttf",
}
_FONTS = ("woff2", "woff", "otf", "ttf")


def board_view(
    view: View, theme: Theme, files: Mapping[str, Output], sheet: BoardFormat, bleed: int = 0
) -> View:
    """The board of a story's or brand's page. `files` are the published pictures by their output paths; `bleed` is in
    millimetres, on each side. Raises ValueError for any other page."""
    page = view.page
    if not isinstance(page, StoryPage | BrandPage):
        raise ValueError(page.kind)  # noqa: TRY004 - the kind of page is a value, not a type, to callers
    laid = fitted(_everything(page), sheet)
    shown = laid.page
    cover = replace(shown.cover, picture=_embedded(shown.cover.picture, files))
    pictures = tuple(found for one in shown.pictures if (found := _embedded(one, files)))
    variables = _sheet(sheet, laid.text, bleed)
    made = replace(shown, size=sheet.name, sheet=variables, cover=cover, pictures=pictures)
    return View(replace(view.site, assets=_assets(theme), csp=_POLICY), made)


def render_board(board: View, theme: Theme) -> Rendered:
    """The board's HTML."""
    return render_page(Page(board.page.url, "board.html", TEMPLATE, board, ""), theme)


def _everything(page: StoryPage | BrandPage) -> BoardPage:
    """All that the board of a page could show."""
    body = body_texts(page.body)
    stories = tuple(card.title for card in page.list.stories) if isinstance(page, BrandPage) else ()
    total = page.list.total if isinstance(page, BrandPage) else 0
    cover = page.cover.picture
    return BoardPage(
        kind="board",
        section=page.section,
        language=page.language,
        url=page.url,
        title=page.title,
        head=Head(page.head.title, page.head.description),
        breadcrumbs=(),
        translations=(),
        title_language=page.title_language,
        size="",
        sheet="",
        columns=1,
        metric_columns=1,
        title_long=width(page.title) > LONG_TITLE,
        brands=tuple(link.label for link in page.brands) if isinstance(page, StoryPage) else (),
        facts=_facts(page),
        cover=Cover(page.cover.plate, plain_picture(cover) if cover else None),
        summary=page.summary,
        metrics=page.metrics,
        passages=tuple(body.passages),
        timeline=tuple(body.timeline),
        quotes=tuple(body.quotes),
        pictures=tuple(plain_picture(one) for one in body.pictures if cover is None or one.src != cover.src),
        stories=stories[:_MOST_STORIES],
        more_stories=max(0, total - len(stories[:_MOST_STORIES])),
        sources=page.provenance.sources,
        more_sources=0,
        translation_note=page.translation_note,
        address=page.head.canonical,
    )


def _facts(page: StoryPage | BrandPage) -> tuple[Fact, ...]:
    """Who, where, when; a story's brands stand above its title, and a brand's stories below its text."""
    brands = {link.href for link in page.brands} if isinstance(page, StoryPage) else set()
    shown = [
        Fact(fact.label, fact.text or _joined([link.label for link in fact.links], page.language))
        for fact in page.facts
        if not (fact.links and {link.href for link in fact.links} <= brands)
    ]
    return tuple(shown)


def _joined(labels: list[str], language: str) -> str:
    return ("、" if language.startswith(("zh", "ja")) else ", ").join(labels)


def _embedded(picture: Picture | None, files: Mapping[str, Output]) -> Picture | None:
    """The picture with its bytes instead of its address; None when they are not there."""
    if picture is None:
        return None
    path = _output_path(picture.large, files)
    if not path:
        return None
    address = _data(path, files[path].data)
    return replace(picture, src=address, large=address)


def _output_path(address: str, files: Mapping[str, Output]) -> str:
    """The output path that an address of this site ends in: it may stand under a base path, or be relative."""
    return next((path for path in files if address == path or address.endswith(f"/{path}")), "")


def _assets(theme: Theme) -> dict[str, str]:
    """What a board may load from the theme: the files in `board/`, and pictures such as a logo."""
    wanted = [path for path in theme.assets if path.startswith(BOARD_ASSETS) or extension(path) in PICTURES]
    return {path: _data(path, _self_contained(path, theme)) for path in wanted}


def _self_contained(path: str, theme: Theme, seen: tuple[str, ...] = ()) -> bytes:
    """A file of the theme, with what it names inside it."""
    data = theme.assets[path].data
    if not is_stylesheet(path):
        return data

    def address(wanted: str) -> str | None:
        if wanted not in theme.assets or wanted in seen:
            return None
        return _data(wanted, _self_contained(wanted, theme, (*seen, path)))

    return rewrite(path, data.decode("utf-8", "replace"), address).encode("utf-8")


def _data(path: str, data: bytes) -> str:
    ending = extension(path)
    kind = _TYPES.get(ending) or (f"font/{ending}" if ending in _FONTS else f"image/{ending}")
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"


def _sheet(sheet: BoardFormat, text: float, bleed: int) -> str:
    wide, tall = sheet.width + 2 * bleed, sheet.height + 2 * bleed
    rules = (
        f"@page{{size:{wide}mm {tall}mm;margin:0}}"
        f":root{{font-size:{text:.3f}mm;--board-width:{wide}mm;--board-height:{tall}mm;"
        f"--board-bleed:{bleed}mm;--board-foot:{sheet.foot}mm}}"
    )
    return _data("board.css", rules.encode())
