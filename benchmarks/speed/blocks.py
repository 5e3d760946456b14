"""A made-up story as plain data, before it is written the way one generator wants it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strong:
    """Emphasised words."""

    text: str


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A link to another story, by its number."""

    story: int
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to footnote `number` of the story."""

    number: int


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to the story's source; `locator` is the place in it."""

    locator: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A number with its label; the same value is what a text shows of it."""

    id: str
    label: str
    value: int
    unit: str
    qualifier: str
    qualifier_text: str


Inline = str | Strong | StoryLink | Note | Cite | Metric


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 or 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet list, or a numbered one."""

    items: tuple[str, ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the last cell of the first row refers to footnote `note`."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture alone in its paragraph; `file` is its name in the folder of pictures."""

    file: str
    alt: str
    caption: str


Block = Heading | Paragraph | ListBlock | Table | Quote | Picture


@dataclass(frozen=True, slots=True)
class Term:
    """A brand, organisation, topic or source."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `parent` is the id of the one above, or empty."""

    id: str
    name: str
    level: str
    parent: str


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story. `places` are its village and all places above it, the widest first; dates are ISO 8601."""

    number: int
    id: str
    title: str
    summary: str
    date: str
    updated: str
    brand: Term
    organisation: Term
    places: tuple[Place, ...]
    topics: tuple[Term, ...]
    source: Term
    locator: str
    metrics: tuple[Metric, ...]
    related: tuple[int, ...]
    cover: Picture
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
