"""Choosing what a board shows, so that nothing is cut: the largest type at which all of it fits, else, at the least type that
can be read from there, as much as fits.

Heights are reckoned in rem, the size of running text, with the proportions of the shipped themes' boards. A theme that
wants more room for a part sees less than the whole sheet filled by its type; one that wants much more runs over, which
`showcase export board` finds when it prints.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from showcase.boards.formats import BoardFormat
from showcase.model.view import BoardPage, BoardParagraph, BoardPassage, Fact, MetricView, Picture

SCALES = tuple(step / 20 for step in range(44, 19, -1))
"""How many times the least size running text may have, the largest first."""
MARGIN = 3.0
GAP = 3.0
"""Between two columns."""
TWO_COLUMNS = 46.0
"""The width from which running text stands in two columns."""
LONG_TITLE = 22
"""Ems from which a title wants a smaller size."""
TALLEST_PICTURE = 22.0
_BAND = 11.0
"""The least height of the plate's ground at the top; what the rest leaves over goes to it."""
_CODE = 11.5
"""Width and height of the QR code with the words beside it."""
_SLACK = 0.985
"""Of the sheet; what is reckoned is not what a typesetter measures."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A board's page with the size of its running text in millimetres."""

    page: BoardPage
    text: float


def fitted(page: BoardPage, sheet: BoardFormat) -> Fitted:
    """The board as it fits: `page` holds everything that could be shown."""
    page = _within(page, sheet.characters)
    for scale in SCALES:
        text = sheet.text * scale
        laid = _columned(page, sheet, text)
        if _fits(laid, sheet, text):
            return Fitted(laid, text)
    laid = _columned(page, sheet, sheet.text)
    for less in _reductions(laid):
        laid = _columned(less, sheet, sheet.text)
        if _fits(laid, sheet, sheet.text):
            break
    return Fitted(laid, sheet.text)


def _columned(page: BoardPage, sheet: BoardFormat, text: float) -> BoardPage:
    inner = sheet.width / text - 2 * MARGIN
    return replace(
        page,
        columns=2 if inner >= TWO_COLUMNS else 1,
        metric_columns=metric_columns(len(page.metrics), inner) if page.metrics else 1,
    )


def _fits(page: BoardPage, sheet: BoardFormat, text: float) -> bool:
    return height(page, sheet.width / text) <= (sheet.height - sheet.foot) / text * _SLACK


def _within(page: BoardPage, characters: int) -> BoardPage:
    """As many whole paragraphs as people read standing; later ones are not drawn forward over one that is too long. A
    number that is on a card need not be told again in a sentence of its own."""
    kept: list[BoardPassage] = []
    left = float(characters) - width(page.summary)
    for passage in page.passages:
        paragraphs: list[BoardParagraph] = []
        for one in passage.paragraphs:
            left -= width(one.text)
            if left < 0:
                break
            paragraphs.append(one)
        if paragraphs:
            kept.append(BoardPassage(passage.heading, tuple(paragraphs)))
        if left < 0:
            break
    return replace(page, passages=tuple(kept))


def _reductions(page: BoardPage) -> Iterator[BoardPage]:
    """Ever smaller boards, the dispensable first. The title, who it is about and a number's source stay to the end."""
    while page.passages:
        *whole, last = page.passages
        rest = last.paragraphs[:-1]
        page = replace(page, passages=(*whole, *((replace(last, paragraphs=rest),) if rest else ())))
        yield page
    for limit in (4, 2, 1, 0):
        for name in ("pictures", "stories", "timeline", "quotes"):
            page = _at_most(page, name, limit)
            yield page
    for limit in (6, 4, 3, 2):
        page = _at_most(page, "metrics", limit)
        yield page
        page = _at_most(page, "sources", limit)
        yield page
    page = replace(page, cover=replace(page.cover, picture=None))
    yield page
    page = replace(page, summary=_sentences(page.summary, 90.0))
    yield page
    for count in (3, 2, 1, 0):
        page = replace(page, facts=page.facts[:count])
        yield page
    page = _at_most(_at_most(page, "metrics", 1), "sources", 1)
    yield page
    yield replace(page, summary="", metrics=())


def _at_most(page: BoardPage, name: str, limit: int) -> BoardPage:
    items = getattr(page, name)
    left_out = len(items[limit:])
    page = replace(page, **{name: items[:limit]})
    if name == "stories":
        return replace(page, more_stories=page.more_stories + left_out)
    if name == "sources":
        return replace(page, more_sources=page.more_sources + left_out)
    return page


def _sentences(text: str, ems: float) -> str:
    """The first sentences of a text, as far as they have room; nothing where the first is too long already."""
    end = 0
    for place, character in enumerate(text, 1):
        if width(text[:place]) > ems:
            break
        if character in "。！？!?" or (character == "." and text[place : place + 1] in ("", " ")):
            end = place
    return text[:end]


def height(page: BoardPage, whole: float) -> float:
    """What the board needs of a sheet that is `whole` rem wide, in rem."""
    inner = whole - 2 * MARGIN
    column = (inner - GAP) / 2 if page.columns == 2 else inner
    needed = _BAND + 2.0
    needed += 2.2 if page.brands else 0.0
    size = 2.5 if page.title_long else 3.2
    needed += _lines(page.title, inner, size) * size * 1.3 + 1.0
    needed += _lines(page.summary, inner, 1.5) * 1.5 * 1.65 + 1.2 if page.summary else 0.0
    needed += _lines(page.translation_note, inner, 0.85) * 1.4 if page.translation_note else 0.0
    needed += _facts(page.facts, inner)
    if page.cover.picture:
        needed += _picture(page.cover.picture, inner) + 1.5
    needed += _metrics(page.metrics, inner)
    needed += _running(page, column) / page.columns + (2.0 if page.columns == 2 else 0.0)
    return needed + _foot(page, inner)


def _facts(facts: tuple[Fact, ...], inner: float) -> float:
    if not facts:
        return 0.0
    # Side by side where they are short, so that the sum of their widths says how many lines they take.
    taken = sum(min(inner, width(fact.label + fact.text) + 3.5) for fact in facts)
    return ceil(taken / inner * 1.1) * 1.65 + 1.0


def _metrics(metrics: tuple[MetricView, ...], inner: float) -> float:
    if not metrics:
        return 0.0
    across = metric_columns(len(metrics), inner)
    card = inner / across - 2.6
    heights = [_metric(metric, card) for metric in metrics]
    rows = [heights[start : start + across] for start in range(0, len(heights), across)]
    return sum(max(row) for row in rows) + 1.8


def metric_columns(count: int, inner: float) -> int:
    """Cards side by side, each at least 15 rem wide, in rows as even as they can be."""
    room = max(1, min(3, int(inner / 15)))
    return ceil(count / ceil(count / room))


def _metric(metric: MetricView, card: float) -> float:
    number = f"{metric.qualifier} {metric.value} {metric.unit}"
    value_lines = _lines(number, card, 2.0) if width(number) * 2.0 > card else 1
    needed = 2.2 + _lines(metric.label, card, 1.0) * 1.5 + value_lines * 4.0
    when = " ".join(filter(None, (metric.period, metric.as_of)))
    needed += _lines(when, card, 0.85) * 1.4 if when else 0.0
    needed += _lines(metric.definition, card, 0.85) * 1.4 if metric.definition else 0.0
    return needed + (1.4 if metric.source else 0.0)


def _running(page: BoardPage, column: float) -> float:
    """All that stands in the columns, one below the other."""
    needed = 0.0
    for passage in page.passages:
        needed += _lines(passage.heading, column, 1.35) * 1.35 * 1.4 + 1.4 if passage.heading else 0.0
        needed += sum(_paragraph(one, column) for one in passage.paragraphs)
    needed += 1.5 if page.timeline else 0.0
    for step in page.timeline:
        needed += 1.6 + _lines(step.text, column - 1.6, 1.0) * 1.65 + 1.0
    for quote in page.quotes:
        needed += _lines(quote.text, column - 2.5, 1.3) * 1.3 * 1.65 + (1.7 if quote.by else 0.0) + 2.0
    needed += sum(_picture(picture, column) + 1.5 for picture in page.pictures)
    if page.stories:
        needed += 3.2 + sum(_lines(title, column - 1.5, 1.1) * 1.8 + 0.4 for title in page.stories)
        needed += 1.8 if page.more_stories else 0.0
    return needed


def _paragraph(paragraph: BoardParagraph, column: float) -> float:
    """Tibetan stands larger and wants more room above and below."""
    if paragraph.language == "bo":
        return _lines(paragraph.text, column, 1.15) * 1.15 * 2.05 + 0.75
    return _lines(paragraph.text, column, 1.0) * 1.75 + 0.75


def _picture(picture: Picture, column: float) -> float:
    words = " ".join((str(picture.caption), picture.credit, *picture.notes))
    tall = column * picture.height / max(1, picture.width)
    return min(TALLEST_PICTURE, tall) + (_lines(words, column, 0.85) + 1) * 1.4


def _foot(page: BoardPage, inner: float) -> float:
    """Sources beside the QR code."""
    beside = max(12.0, inner - _CODE - 2.0)
    needed = 2.0 if page.sources else 0.0
    for source in page.sources:
        words = " ".join((source.name, *source.locators, *(fact.label + fact.text for fact in source.facts)))
        needed += sum(
            _lines(text, beside - 2, 0.85) * 1.4 for text in (words, source.note, source.href) if text
        )
        needed += 0.4
    needed += 1.4 if page.more_sources else 0.0
    return max(needed + 3.5, _CODE) + 4.5


def _lines(text: str, measure: float, size: float) -> int:
    """Lines of `text` set at `size` rem in `measure` rem."""
    if not text:
        return 0
    return ceil(width(text) * size / max(size, measure - 0.5 * size))


def width(text: str) -> float:
    """Ems that a text is wide: a Chinese character is 1; other scripts are taken a little wider than they run, for
    the words that do not fill their lines."""
    return sum(map(_width, text))


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character) or unicodedata.category(character) == "Mn":
        return 0.0
    return 0.64 if character.isupper() or character.isdigit() else 0.53
