"""What every page of every theme keeps, whatever it looks like: the rules of docs/theme-contract.md, looked for in the
markup of a page and its view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from showcase.editing.markup import Markup, squeezed
from showcase.model.view import BoardPage, ComponentPart, Fact, Html, MetricView, Part, Provenance, View
from showcase.text.qr_codes import qr_code

Broken = tuple[str, str]
"""A code of the catalogue, and what is wrong as it stands on the page."""

_LOADED = {"script": "src", "img": "src", "video": "src", "audio": "src", "source": "src", "iframe": "src"}
_LOADING_RELATIONS = ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "manifest")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SHOWN = 60


def broken_promises(markup: Markup, view: View) -> Iterator[Broken]:
    """Every rule that the page breaks."""
    yield from (("theme-page-markup", fault) for fault in markup.faults)
    yield from _frame(markup, view)
    yield from _head(markup, view)
    yield from _policy(markup)
    yield from _links(markup, view)
    yield from _losses(markup, view)


def broken_board_promises(markup: Markup, view: View) -> Iterator[Broken]:
    """Every rule that a display board breaks. A board is no page: it has no links and loads nothing at all."""
    board = view.page
    if not isinstance(board, BoardPage):
        return
    yield from (("theme-page-markup", fault) for fault in markup.faults)
    yield from _outline(markup, view)
    yield from _policy(markup)
    links = [element.attributes.get("href", "") for element in markup.all("link") + markup.all("a")] + [
        element.attributes.get("src", "") for element in markup.elements
    ]
    yield from (
        ("theme-page-foreign", link[:_SHOWN]) for link in links if link and not link.startswith("data:")
    )
    if board.sheet not in links:
        yield "theme-page-head", '<link rel="stylesheet" href="{{ page.sheet }}">'
    code = qr_code(board.address)
    if code is not None and all(one.attributes.get("d") != code.path for one in markup.all("path")):
        yield "theme-page-loses", f"qr({board.address})"[:_SHOWN]
    for text in dict.fromkeys(_said_on_board(board)):
        if squeezed(text) not in markup.text:
            yield "theme-page-loses", text[:_SHOWN]


def _said_on_board(board: BoardPage) -> Iterator[str]:
    yield from (board.title, board.summary, board.translation_note, *board.brands, *board.stories)
    for fact in board.facts:
        yield from (fact.label, fact.text)
    for metric in board.metrics:
        yield from (metric.label, metric.value, metric.unit, metric.definition)
        yield metric.source.label if metric.source else ""
    for passage in board.passages:
        yield from (passage.heading, *(one.text for one in passage.paragraphs))
    for step in board.timeline:
        yield from (step.label, step.text)
    for quote in board.quotes:
        yield from (quote.text, quote.by)
    for picture in (*board.pictures, *((board.cover.picture,) if board.cover.picture else ())):
        yield from (unescape(str(picture.caption)), picture.credit, *picture.notes)
    for source in board.sources:
        yield from (source.name, source.note, source.href, *source.locators)


def _frame(markup: Markup, view: View) -> Iterator[Broken]:
    """The outline, and the skip link first."""
    yield from _outline(markup, view)
    main = {element.attributes.get("id", "") for element in markup.all("main")}
    first = next((element for element in markup.all("a") if "body" in element.within), None)
    if first is None or first.attributes.get("href", "").removeprefix("#") not in main - {""}:
        yield "theme-page-frame", '<a href="#main">'


def _outline(markup: Markup, view: View) -> Iterator[Broken]:
    """One heading, one main part, the language, a name for every picture and its size."""
    code = "theme-page-frame"
    for tag in ("h1", "main"):
        if len(markup.all(tag)) != 1:
            yield code, f"<{tag}> × {len(markup.all(tag))}"
    root = markup.all("html")
    if not root or root[0].attributes.get("lang") != view.page.language:
        yield code, f'<html lang="{view.page.language}">'
    for element in markup.all("img"):
        missing = [name for name in ("alt", "width", "height") if name not in element.attributes]
        if missing:
            yield code, f"<img> {' '.join(missing)}"


def _head(markup: Markup, view: View) -> Iterator[Broken]:
    """What the page says of itself to machines."""
    head, code = view.page.head, "theme-page-head"
    if markup.title.strip() != head.title:
        yield code, "<title>"
    metas = {element.attributes.get("name", ""): element.attributes for element in markup.all("meta")}
    policies = {
        element.attributes.get("http-equiv", "").lower(): element.attributes for element in markup.all("meta")
    }
    if "viewport" not in metas:
        yield code, '<meta name="viewport">'
    if not head.index and "noindex" not in metas.get("robots", {}).get("content", ""):
        yield code, '<meta name="robots" content="noindex">'
    if view.site.csp and policies.get("content-security-policy", {}).get("content") != view.site.csp:
        yield code, '<meta http-equiv="Content-Security-Policy">'
    links = {
        (
            element.attributes.get("rel"),
            element.attributes.get("hreflang", ""),
            element.attributes.get("href"),
        )
        for element in markup.all("link")
    }
    if head.canonical and ("canonical", "", head.canonical) not in links:
        yield code, '<link rel="canonical">'
    for alternate in head.alternates:
        if ("alternate", alternate.language, alternate.href) not in links:
            yield code, f'<link rel="alternate" hreflang="{alternate.language}">'


def _policy(markup: Markup) -> Iterator[Broken]:
    """Nothing inline, nothing from another host."""
    for element in markup.elements:
        attributes = element.attributes
        inline = [name for name in attributes if name == "style" or re.fullmatch(r"on[a-z]+", name)]
        yield from (("theme-page-inline", f"<{element.tag} {name}>") for name in inline)
        kind = attributes.get("type", "")
        if element.tag == "style" or (
            element.tag == "script" and "src" not in attributes and not kind.endswith("json")
        ):
            yield "theme-page-inline", f"<{element.tag}>"
        loaded = attributes.get(_LOADED.get(element.tag, ""), "")
        if element.tag == "link" and attributes.get("rel") in _LOADING_RELATIONS:
            loaded = attributes.get("href", "")
        if _ELSEWHERE.match(loaded):
            yield "theme-page-foreign", loaded[:_SHOWN]


def _links(markup: Markup, view: View) -> Iterator[Broken]:
    """Links within the page arrive, sources are there, and every number leads to its source."""
    ids = markup.ids()
    targets = {element.attributes.get("href", "") for element in markup.all("a")}
    for target in sorted(targets):
        if target.startswith("#") and unquote(target[1:]) not in ids:
            yield "theme-page-link", f'href="{target[:_SHOWN]}"'
    for anchor in _anchors(view):
        if anchor not in ids:
            yield "theme-page-link", f'id="{anchor}"'
    for metric in _metrics(view):
        if metric.source is not None and metric.source.href not in targets:
            yield "theme-page-link", f'{metric.label[:_SHOWN]}: href="{metric.source.href}"'


def _anchors(view: View) -> list[str]:
    page = view.page
    found = [source.anchor for source in _provenance(view).sources]
    found += [use.source.anchor for use in getattr(page, "sources", ())]
    return found + [one.anchor for one in page.outside]


def _metrics(view: View) -> tuple[MetricView, ...]:
    return (*getattr(view.page, "metrics", ()), *_provenance(view).metrics)


def _provenance(view: View) -> Provenance:
    found = getattr(view.page, "provenance", None)
    return found if isinstance(found, Provenance) else Provenance((), (), (), "")


def _losses(markup: Markup, view: View) -> Iterator[Broken]:
    """Texts of the view that are nowhere on the page. What only repeats others (dates on cards, counts) may be left out."""
    for text in dict.fromkeys(_said(view)):
        if squeezed(text) not in markup.text:
            yield "theme-page-loses", text[:_SHOWN]


def _said(view: View) -> Iterator[str]:
    page = view.page
    yield page.title
    if page.kind != "not_found":
        yield getattr(page, "summary", "")
    yield getattr(page, "translation_note", "")
    for metric in _metrics(view):
        yield from (metric.label, metric.value, metric.unit, metric.definition)
    provenance = _provenance(view)
    for fact in (*getattr(page, "facts", ()), *provenance.facts):
        yield from _fact(fact)
    for source in (*provenance.sources, *(use.source for use in getattr(page, "sources", ()))):
        yield from (source.name, source.note, *source.locators)
        for fact in source.facts:
            yield from _fact(fact)
    yield provenance.contact
    yield from _body(getattr(page, "body", ()))
    for field in ("related", "newest", "brands", "entries"):
        yield from (getattr(card, "title", "") for card in getattr(page, field, ()))
    stories = getattr(page, "list", None)
    yield from (card.title for card in (stories.stories if stories else ()))
    yield from (node.label for node in getattr(page, "tree", ()))
    yield from filter(None, (view.site.notice, view.site.organiser, view.site.contact))


def _fact(fact: Fact) -> Iterator[str]:
    yield fact.label
    yield from (link.label for link in fact.links) if fact.links else (fact.text,)


def _body(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Html):
            yield from (unescape(text) for text in _TAG.split(part.markup))
        elif isinstance(part, ComponentPart):
            yield from _component(part)


def _component(part: ComponentPart) -> Iterator[str]:
    if part.name in ("timeline", "quote", "alert", "gallery"):
        yield part.attributes.get("by", "")
    yield from _body(part.body)
    for item in part.items:
        yield item.label if item.picture is None else ""
        yield from _body(item.body)
        yield from _body((item.picture.caption,) if item.picture else ())
    yield from _body((part.picture.caption,) if part.picture else ())
