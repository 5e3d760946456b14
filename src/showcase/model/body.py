"""What the Markdown stage makes of one text: HTML with numbered holes, and what goes into them.

A hole is `\x00` + kind + index + `\x00` inside `Body.html`, `Component.html` or `Section.text`: kind `h` is the address
of `links[index]` (inside an attribute), kind `c` stands for `components[index]`. Input can hold no NUL (the parse stage
rejects it), so a hole cannot be forged. Holes are filled in the plan stage, which alone knows URLs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from showcase.diagnostics.diagnostic import Location

LONGEST_EXCERPT = 120
"""Characters of a description; search engines show about as many Chinese ones, more Latin ones."""
_OPENING = 400
"""Characters of a section that are looked at for an excerpt; with holes and spaces between the words."""

HOLE = re.compile("\x00([hc])([0-9]+)\x00")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6. `text` is plain."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkUse:
    """A link as written: `target` may be an absolute URL, `mailto:`, `#fragment`, a relative path to a source
    (`../brands/a.md#x`) or to a file beside it."""

    target: str
    location: Location


@dataclass(frozen=True, slots=True)
class Component:
    """A directive (or a picture) that a theme partial renders: `templates/directives/<name>.html`.

    `attributes` are as written, in canonical names. `label` is the text in square brackets, plain. `html` is the
    inner Markdown of a container, with holes. `items` are the parts of a container whose inside is structured:
    a gallery's pictures, a timeline's events. `links` are indexes into `Body.links` (a picture's or download's file
    comes first). `inline` tells whether it stands within a line of text.
    """

    name: str
    location: Location
    inline: bool = False
    label: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    html: str = ""
    items: tuple[ComponentItem, ...] = ()
    links: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ComponentItem:
    """One part of a structured container. For a picture: `link` is its index in `Body.links`, `label` its alternative
    text, `html` its caption. For a timeline's event: `label` its date as written, `html` what happened."""

    label: str = ""
    html: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    link: int = -1


@dataclass(frozen=True, slots=True)
class Section:
    """The plain text under one heading (the first: before any heading, `heading_id` empty), for search and excerpts.
    Holes of kind `c` stand where an inline component shows a value."""

    heading_id: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source named in prose (`:cite[report]{locator=P4}`)."""

    source: str
    locator: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What there is to know of a text by whoever does not show it: checks, lists, other pages. In an outline that is not a
    whole Body, `components` and their items have no `html`."""

    headings: tuple[Heading, ...] = ()
    links: tuple[LinkUse, ...] = ()
    components: tuple[Component, ...] = ()
    citations: tuple[Citation, ...] = ()
    characters: int = 0
    """Length of the prose: each Chinese character or Tibetan syllable counts one, each Latin word one."""
    openings: tuple[str, ...] = ()
    """The first sections' texts up to the first that has words, cut to what an excerpt can hold; with holes."""


@dataclass(frozen=True, slots=True)
class Body(Outline):
    """One Markdown text, rendered as far as that needs nothing but the text itself."""

    html: str = ""
    sections: tuple[Section, ...] = ()


def outline(body: Outline) -> Outline:
    """The outline alone, for keeping when the text is put away."""
    return Outline(
        headings=body.headings,
        links=body.links,
        components=tuple(
            replace(one, html="", items=tuple(replace(item, html="") for item in one.items))
            if one.html or one.items
            else one
            for one in body.components
        ),
        citations=body.citations,
        characters=body.characters,
        openings=body.openings,
    )


def openings(sections: Iterable[Section]) -> tuple[str, ...]:
    """`Outline.openings` of a text with these sections."""
    found = []
    for section in sections:
        found.append(_cut(section.text))
        if HOLE.sub("", section.text).strip():
            break
    return tuple(found)


def _cut(text: str) -> str:
    """The text's beginning, whole where that is too little for an excerpt. No hole is cut."""
    head = text[:_OPENING]
    if head.count("\x00") % 2:
        head = head[: head.rindex("\x00")]
    words = "".join(HOLE.sub("", head).split())
    return head if len(words) > LONGEST_EXCERPT else text
