"""What the Markdown stage makes of one text: HTML with numbered holes, and what goes into them.

A hole is `\x00` + kind + index + `\x00` inside `Body.html`, `Component.html` or `Section.text`: kind `h` is the address
of `links[index]` (inside an attribute), kind `c` stands for `components[index]`. Input can hold no NUL (the parse stage
rejects it), so a hole cannot be forged. Holes are filled in the plan stage, which alone knows URLs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from showcase.diagnostics.diagnostic import Location

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
    excerpt: str = ""


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
    excerpt: str = ""
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
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """One Markdown text, rendered as far as that needs nothing but the text itself."""

    html: str = ""
    headings: tuple[Heading, ...] = ()
    links: tuple[LinkUse, ...] = ()
    components: tuple[Component, ...] = ()
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    characters: int = 0
    """Length of the prose: each Chinese character or Tibetan syllable counts one, each Latin word one."""
