"""A body while it is being written: what has been collected so far, numbered as the holes need it."""

from __future__ import annotations

import re
import unicodedata

from showcase.diagnostics.diagnostic import Location
from showcase.markdown.faults import Fault, Notes
from showcase.markdown.targets import is_safe, target_faults
from showcase.model.body import HOLE, Body, Citation, Component, Heading, LinkUse, Section, openings
from showcase.text.scripts import TIBETAN_CLASS, count_words

_TSHEG = "\u0f0b"
_WRITTEN_WITH_HAN = frozenset({"zh", "yue", "wuu", "nan", "hak", "ja", "ko"})
_RESERVED_ANCHOR = re.compile(r"fn(ref)?-")
_WORDS = {
    "zh": {
        "table": "表格",
        "footnotes": "注释",
        "footnote": "注释 {n}",
        "back": "回到正文中的注释 {n}",
        "done": "已完成",
        "open": "未完成",
        "code": "代码",
    },
    "en": {
        "table": "Table",
        "footnotes": "Notes",
        "footnote": "Note {n}",
        "back": "Back to note {n} in the text",
        "done": "Done",
        "open": "To do",
        "code": "Code",
    },
}


class Draft:
    """Links, components, headings, sections and citations of one text, in the order written."""

    def __init__(self, notes: Notes, language: str, text: str) -> None:
        """`text` is the whole text that is about to be written."""
        tag = language.lower()
        self.notes = notes
        self.language = language
        # Tibetan may also be written by character references.
        self.marks_tibetan = not tag.startswith("bo") and ("&" in text or has_tibetan(text))
        """Whether Tibetan must be marked as such: unless the whole document is Tibetan, or none of it may be."""
        self.marks_chinese = tag.partition("-")[0] not in _WRITTEN_WITH_HAN
        """Whether Chinese characters must be marked as Chinese: in every language that is not written with them."""
        self.tables = 0
        self._links: list[LinkUse] = []
        self._components: list[Component] = []
        self._citations: list[Citation] = []
        self._headings: list[Heading] = []
        self._anchors: dict[str, int] = {}
        self._sections: list[tuple[str, str, list[str]]] = [("", "", [])]
        self._words = _WORDS["en" if tag.startswith("en") else "zh"]

    def word(self, key: str) -> str:
        """A word of the markup's own (labels for screen readers): English in English texts, else Chinese."""
        return self._words[key]

    def add_link(self, target: str, location: Location) -> int | None:
        """Note a link and report its target's faults; the result is its index in `Body.links`.

        None for a target that must not become an address (empty, `javascript:`, a path on the writer's computer).
        """
        for fault in target_faults(target, 0):
            self.notes.report(location, fault)
        if not target.strip() or not is_safe(target):
            return None
        self._links.append(LinkUse(target, location))
        return len(self._links) - 1

    def add_component(self, component: Component) -> str:
        """Note a component; the result is its hole."""
        self._components.append(component)
        return f"\x00c{len(self._components) - 1}\x00"

    def add_citation(self, source: str, locator: str, location: Location) -> None:
        """Note a source that the text names."""
        self._citations.append(Citation(source, locator, location))

    def add_heading(self, level: int, text: str) -> str:
        """Note a heading and open its section; the result is its anchor."""
        plain = HOLE.sub("", text).strip()
        anchor = self._unique(anchor_of(plain))
        self._headings.append(Heading(level, anchor, plain))
        self._sections.append((anchor, plain, []))
        return anchor

    def add_text(self, text: str) -> None:
        """Add a block's plain text to the current section."""
        text = text.strip()
        if text:
            self._sections[-1][2].append(text)

    def fault(self, code: str, location: Location, **arguments: str) -> None:
        """Report a fault at a place already found."""
        self.notes.report(location, Fault(code, 0, arguments=arguments))

    def finish(self, html: str) -> Body:
        """The body with this markup."""
        sections = tuple(
            Section(anchor, heading, "\n".join(texts))
            for anchor, heading, texts in self._sections
            if anchor or texts
        )
        return Body(
            html=html,
            headings=tuple(self._headings),
            links=tuple(self._links),
            components=tuple(self._components),
            sections=sections,
            openings=openings(sections),
            citations=tuple(self._citations),
            characters=sum(
                count_words(section.heading) + count_words(HOLE.sub(" ", section.text))
                for section in sections
            ),
        )

    def _unique(self, anchor: str) -> str:
        """The anchor itself, else with the first number that nothing has taken yet."""
        count = self._anchors.get(anchor, 0)
        unique = anchor
        while unique in self._anchors:
            count += 1
            unique = f"{anchor}-{count}"
        self._anchors[anchor] = count
        self._anchors.setdefault(unique, 0)
        return unique


def anchor_of(text: str) -> str:
    """A heading's anchor: letters of every script, marks and digits in lower case, hyphens for what stands between."""
    kept = [
        character if character.isalnum() or _is_kept(character) else "-"
        for character in unicodedata.normalize("NFC", text).lower()
    ]
    anchor = re.sub(r"-{2,}", "-", "".join(kept)).strip(f"-{_TSHEG}")
    anchor = unicodedata.normalize("NFC", anchor) or "section"
    return f"section-{anchor}" if _RESERVED_ANCHOR.match(anchor) else anchor


def _is_kept(character: str) -> bool:
    # What is alphanumeric is of the categories L or N, and has been asked for already, which is quicker.
    return character in ("_", _TSHEG) or unicodedata.category(character)[0] in "LMN"


_TIBETAN = re.compile(rf"[{TIBETAN_CLASS}]")
_OTHER_LETTER = re.compile(rf"(?![{TIBETAN_CLASS}])[^\W_]")


def is_wholly_tibetan(text: str) -> bool:
    """Whether a text has Tibetan and no letter or digit of another script."""
    return bool(_TIBETAN.search(text)) and not _OTHER_LETTER.search(text)


def has_tibetan(text: str) -> bool:
    """Whether a text has any Tibetan."""
    return bool(_TIBETAN.search(text))
