"""Whether what a page prints stands in an element of the right language, as far as the script tells."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from showcase.text.scripts import is_han, is_tibetan

_EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_UNSPOKEN = frozenset({"script", "style", "title"})
"""Elements of whose text no part can be marked."""


class _Reader(HTMLParser):
    """Collects texts whose script does not fit the nearest `lang`."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            return
        given = dict(attrs)
        language, silent = self.open[-1][1:] if self.open else ("", False)
        silent = (
            silent or tag in _UNSPOKEN or given.get("aria-hidden") == "true" or given.get("class") == "plate"
        )
        self.open.append((tag, given.get("lang") or language, silent))

    def handle_endtag(self, tag: str) -> None:
        names = [one for one, _, _ in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        _, language, silent = self.open[-1] if self.open else ("", "", True)
        if silent:
            return
        main = language.partition("-")[0]
        if (any(map(is_han, data)) and main != "zh") or (any(map(is_tibetan, data)) and main != "bo"):
            self.found.append(f"{data.strip()} ({language})")


def mistaken_languages(public: Path) -> list[str]:
    """`page: text (language)` for each text with Chinese characters outside `zh`, or Tibetan ones outside `bo`."""
    found = []
    for path in sorted(public.rglob("*.html")):
        reader = _Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        name = path.relative_to(public).as_posix()
        found += [f"{name}: {text}" for text in reader.found]
    return found
