"""A page's markup, read lightly: what elements there are, what text, and which tags do not pair."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_MAY_STAY_OPEN = frozenset(
    ("li", "p", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "rt", "rp")
)
"""Elements whose end tag HTML lets one leave out (HTML Standard §13.1.2.4)."""
_NOT_READ = ("script", "style", "template")


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag; `within` are the tags around it, outermost first."""

    tag: str
    attributes: dict[str, str]
    within: tuple[str, ...]


@dataclass(slots=True)
class Markup:
    """A page. `text` is that of its body, hidden words included, without any white space; `faults` are tags that do not
    pair and ids that stand twice, as they are written."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""
    title: str = ""
    faults: list[str] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        """The elements of one name."""
        return [element for element in self.elements if element.tag == tag]

    def ids(self) -> frozenset[str]:
        """Every id."""
        return frozenset(filter(None, (element.attributes.get("id") for element in self.elements)))


def read_markup(text: str) -> Markup:
    """Reads a whole page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    found = reader.found
    found.faults += [f"<{tag}>" for tag in reader.open if tag not in _MAY_STAY_OPEN]
    ids = [element.attributes["id"] for element in found.elements if "id" in element.attributes]
    found.faults += [f'id="{one}" × {ids.count(one)}' for one in dict.fromkeys(ids) if ids.count(one) > 1]
    found.text = squeezed("".join(reader.texts))
    return found


def squeezed(text: str) -> str:
    """Without white space and word joiners: where a theme puts those is its own affair."""
    return "".join(text.replace("\u2060", "").split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Markup()
        self.texts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def _add(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self.found.elements.append(Element(tag, attributes, tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in _MAY_STAY_OPEN and tag in self.open:
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
            return
        self.found.faults.append(f"<{self.open[-1]}> … </{tag}>" if self.open else f"</{tag}>")
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.found.title += data
        elif "body" in self.open and not any(tag in self.open for tag in _NOT_READ):
            self.texts.append(data)
