"""The example site's sources, read as plainly as possible: what these tests say must not rest on the parser they
help to prove."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"


@dataclass(frozen=True)
class Page:
    """One Markdown source. Every scalar of its front matter is text."""

    path: Path
    front_matter: dict[str, object]
    body: str

    @property
    def id(self) -> str:
        return self.path.name.removesuffix(".md").removesuffix(".en")

    @property
    def kind(self) -> str:
        return self.path.parent.name

    @property
    def english(self) -> bool:
        return self.path.name.endswith(".en.md")

    def value(self, key: str, alias: str) -> object:
        return self.front_matter.get(key, self.front_matter.get(alias))

    @property
    def prose(self) -> str:
        """What a reader sees of the body, without directives, addresses and metric ids."""
        text = re.sub(r":{1,3}\w+(\[[^\]]*\])?(\{[^}]*\})?", "", self.body)
        return re.sub(r"\]\([^)]*\)", "]", text)


def _read(path: Path) -> Page:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    front_matter = yaml.load(head, Loader=yaml.BaseLoader)  # BaseLoader makes text only
    return Page(path, front_matter, body)


def read_pages() -> Iterator[Page]:
    for path in sorted(CONTENT.rglob("*.md")):
        yield _read(path)


def read_records() -> dict[str, list[dict[str, object]]]:
    """places, topics and sources, by name of their file."""
    return {
        name: yaml.load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for name in ("places", "topics", "sources")
    }
