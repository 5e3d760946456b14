"""A small site made of random parts, which has something of every feature, for properties that must hold for every site."""

from __future__ import annotations

import datetime
import random
import re
import struct
import zlib
from pathlib import Path

FIRST_DAY = datetime.date(2026, 11, 23)
TOPICS = ("service", "study", "income")
PLACES = ("region", "county", "village")
BRANDS = ("one", "two")
ORGANISATIONS = ("station", "branch")
THEMES = ("heritage", "plain", "kiosk")
_SYLLABLES = "党建品牌服务群众学习交流村民合作社区电商助农幸福工作队雪山草原大棚种植邻里调解"
_BLOCKS = (
    "{words}。:cite[report]{{locator=P{number}}}",
    "## {words}",
    "- {words}\n- {words}",
    "> [!NOTE]\n> {words}。",
    "| {words} | 数 |\n| --- | --- |\n| {words} | {number} |",
    "{words}[^n{number}]。\n\n[^n{number}]: {words}。",
    ":::timeline[{words}]\n- 2011-10: {words}。\n- 2020年9月：{words}。\n:::",
    ":::quote{{by={words} source=report}}\n{words}。\n:::",
    "![{words}](../pictures/a.png){{kind=ornament}}",
    ":::gallery[{words}]\n![{words}](../pictures/a.png){{kind=ornament}}\n![{words}](../pictures/b.png){{kind=ornament}}\n:::",
    "::download[{words}]{{file=../pictures/guide.pdf}}",
    "见[{words}](../brands/one.md)和[{words}](../pages/about.md)。",
    "```\n{words}\n```",
)


class GeneratedSite:
    """A site in `folder`, written from `seed` alone. `today` and `options` (of a build) are changed by edits, too."""

    def __init__(self, folder: Path, seed: int, stories: int = 5) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.today = FIRST_DAY
        self.base_url: str | None = None
        self.portable = False
        self.drafts = False
        self.made = 0
        self.write("site.yaml", self.settings())
        self.write("content/topics.yaml", "".join(f"- id: {one}\n  name: {one} 主题\n" for one in TOPICS))
        self.write("content/places.yaml", self.places())
        self.write("content/sources.yaml", self.sources())
        for brand in BRANDS:
            self.write(f"content/brands/{brand}.md", self.document(f"品牌{brand}"))
        for one in ORGANISATIONS:
            self.write(f"content/organisations/{one}.md", self.document(f"单位{one}"))
        self.write("content/pages/about.md", self.document("关于", "menu: true\n"))
        for name in ("a", "b"):
            self.write_picture(name)
        (folder / "content/pictures/guide.pdf").write_bytes(b"%PDF-1.4\n" + b"% nothing\n" * 20 + b"%%EOF\n")
        for _ in range(stories):
            self.add_story()

    def words(self, length: int) -> str:
        """So many characters that mean nothing."""
        return "".join(self.random.choice(_SYLLABLES) for _ in range(length))

    def add_story(self) -> None:
        """One more story."""
        self.made += 1
        # An edit may run on a site that others wrote: never the name of a story that is there.
        while (self.folder / f"content/stories/s{self.made}.md").exists():
            self.made += 1
        self.write(f"content/stories/s{self.made}.md", self.story())

    def story(self) -> str:
        """The text of a story."""
        choose = self.random.choice
        brand, place, topic = choose(BRANDS), choose(PLACES), choose(TOPICS)
        year, month = self.random.randint(2011, 2024), self.random.randint(1, 9)
        head = (
            f"title: {self.words(6)}\nbrand: {brand}\norganisation: {choose(ORGANISATIONS)}\nplace: {place}\n"
            f"topics: [{topic}]\ndate: {year}-0{month}\nsources: [report]\n"
        )
        if self.random.random() < 0.4:
            head += f"metrics: {{income: {{label: {self.words(2)}, value: {self.random.randint(1, 90000)}, unit: 元, source: report}}}}\n"
        body = "\n\n".join([f"{self.words(20)}。", *(self.block() for _ in range(3))])
        return f"---\n{head}---\n\n{body}\n"

    def block(self) -> str:
        """A block of Markdown, of any kind there is."""
        block = self.random.choice(_BLOCKS)
        while "{words}" in block:
            block = block.replace("{words}", self.words(self.random.randint(2, 9)), 1)
        return (
            block.replace("{number}", str(self.random.randint(1, 10**6)))
            .replace("{{", "{")
            .replace("}}", "}")
        )

    def document(self, title: str, more: str = "") -> str:
        """A brand, an organisation or a page."""
        return f"---\ntitle: {title}\n{more}---\n\n{self.words(10)}。\n"

    def settings(self, more: str = "", *, title: str = "案例集", languages: str = "[zh-CN, en]") -> str:
        """The text of site.yaml."""
        return (
            f"title: {title}\nbase_url: https://example.org/a\nlanguages: {languages}\npage_size: 3\n{more}"
        )

    def places(self) -> str:
        """The text of places.yaml."""
        return (
            f"- {{id: region, name: {self.words(2)}区, level: region}}\n"
            f"- {{id: county, name: {self.words(2)}县, level: county, parent: region}}\n"
            f"- {{id: village, name: {self.words(2)}村, level: village, parent: county}}\n"
        )

    def sources(self) -> str:
        """The text of sources.yaml."""
        return f"- {{id: report, name: {self.words(2)}报道, date: 2021-0{self.random.randint(1, 9)}}}\n"

    def write_picture(self, name: str) -> None:
        """A small picture of one colour."""
        side, colour = self.random.randint(8, 40), bytes(self.random.randrange(256) for _ in range(3))
        self._write_png(name, side, side, (b"\x00" + colour * side) * side)

    def write_photo(self, name: str) -> None:
        """A picture of so much detail that it is published in several widths."""
        width, height = self.random.randint(700, 1100), 30
        rows = b"".join(b"\x00" + self.random.randbytes(3 * width) for _ in range(height))
        self._write_png(name, width, height, rows)

    def _write_png(self, name: str, width: int, height: int, rows: bytes) -> None:
        chunks = (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(rows)),
            (b"IEND", b""),
        )
        data = b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        )
        path = self.folder / "content/pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def stories(self) -> list[Path]:
        """The files of the stories in the main language."""
        folder = self.folder / "content/stories"
        return sorted(path for path in folder.glob("*.md") if not path.name.endswith(".en.md"))

    def a_story(self) -> Path:
        """One of them."""
        return self.random.choice(self.stories())

    def write(self, path: str, text: str) -> None:
        """Writes a text, making its folder."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def said(path: Path, key: str, value: str) -> None:
    """One key of the front matter, instead of what it was or anew."""
    text = path.read_text(encoding="utf-8")
    line = f"{key}: {value}\n"
    text_after, count = re.subn(rf"^{key}:.*\n", line, text, count=1, flags=re.MULTILINE)
    path.write_text(text_after if count else text.replace("---\n", f"---\n{line}", 1), encoding="utf-8")
