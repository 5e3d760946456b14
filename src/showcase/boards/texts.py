"""What a body says, without its markup: paragraphs under their headings, timelines, quotes and pictures. Paper has no links,
so what only points to other pages is left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser

from showcase.model.view import (
    BoardParagraph,
    BoardPassage,
    BoardQuote,
    BoardStep,
    ComponentPart,
    Html,
    Part,
    Picture,
)

_BLOCKS = ("p", "li", "dd", "dt", "blockquote")
_LEFT_OUT = ("table", "pre", "sup", "section", "svg")
"""Elements that a board does not show: tables, code, note marks, and the notes themselves (a section at the end)."""
_POINTS = 1 / 3
"""A paragraph of which that much is links' text points elsewhere ("see also …")."""


@dataclass(slots=True)
class BodyTexts:
    """What a body holds, in its order."""

    passages: list[BoardPassage] = field(default_factory=list)
    timeline: list[BoardStep] = field(default_factory=list)
    quotes: list[BoardQuote] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def body_texts(parts: tuple[Part, ...]) -> BodyTexts:
    """Reads a page's body."""
    found = BodyTexts()
    reader = _Reader()
    for part in parts:
        if isinstance(part, Html):
            reader.feed(part.markup)
        elif part.inline:
            reader.inline(part)
        else:
            _block(part, found)
    reader.close()
    found.passages = reader.passages()
    return found


def plain(parts: tuple[Part, ...]) -> str:
    """A short body as one line of text."""
    read = body_texts(parts)
    return " ".join(one.text for passage in read.passages for one in passage.paragraphs)


def plain_picture(picture: Picture) -> Picture:
    """A picture whose caption is text alone."""
    caption = plain((picture.caption,)) if picture.caption else ""
    return replace(picture, caption=Html(escape(caption)), renditions=(), colour=())


def _block(part: ComponentPart, found: BodyTexts) -> None:
    if part.name == "timeline":
        found.timeline += [BoardStep(item.label, plain(item.body)) for item in part.items]
    elif part.name == "quote":
        found.quotes.append(BoardQuote(plain(part.body), part.attributes.get("by", "")))
    found.pictures += [item.picture for item in part.items if item.picture is not None]
    if part.picture is not None and part.name == "figure":
        found.pictures.append(part.picture)


class _Reader(HTMLParser):
    """Collects paragraphs; markup may be cut anywhere by the components that stand in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[tuple[str, list[BoardParagraph]]] = [("", [])]
        self._language = ""
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._out = 0
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT:
            self._out += 1
        elif tag == "a":
            self._links += 1
        elif tag == "br":
            self._words.append(" ")
        elif tag in _BLOCKS or _is_heading(tag):
            self._end()
            self._heading = _is_heading(tag)
            self._language = next((value or "" for name, value in attrs if name == "lang"), "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEFT_OUT:
            self._out = max(0, self._out - 1)
        elif tag == "a":
            self._links = max(0, self._links - 1)
        elif tag in _BLOCKS or _is_heading(tag):
            self._end()

    def handle_data(self, data: str) -> None:
        if self._out:
            return
        self._words.append(data)
        if self._links:
            self._linked += len(data.strip())

    def inline(self, part: ComponentPart) -> None:
        """A number in a line of text; what else may stand there (a note mark, a small picture) is left out."""
        if part.name == "metric" and part.metrics:
            self.handle_data(part.metrics[0].text)
        elif part.name == "download":
            self.handle_data(part.label)

    def passages(self) -> list[BoardPassage]:
        """Headings that have a text."""
        self._end()
        return [BoardPassage(heading, tuple(texts)) for heading, texts in self._found if texts]

    def _end(self) -> None:
        text = " ".join("".join(self._words).split())
        points = self._linked > len(text) * _POINTS
        heading, self._heading = self._heading, False
        language, self._language = self._language, ""
        self._words, self._linked = [], 0
        if not text:
            return
        if heading:
            self._found.append((text, []))
        elif not points:
            self._found[-1][1].append(BoardParagraph(text, language))


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
