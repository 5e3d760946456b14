"""A small site made of random parts, and random edits of it, for properties that must hold for every site."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

_SYLLABLES = "党建品牌服务群众学习交流村民合作社区电商助农幸福工作队雪山草原大棚种植邻里调解"
_TOPICS = ("service", "study", "income")
_PLACES = ("region", "county", "village")


class GeneratedSite:
    """A site in `folder`, written from `seed` alone."""

    def __init__(self, folder: Path, seed: int, stories: int = 5) -> None:
        self.folder = folder
        self._random = random.Random(seed)
        self._made = 0
        self._write("site.yaml", self._settings("案例集"))
        self._write("content/topics.yaml", "".join(f"- id: {t}\n  name: {t} 主题\n" for t in _TOPICS))
        self._write(
            "content/places.yaml",
            "- {id: region, name: 某区, level: region}\n"
            "- {id: county, name: 某县, level: county, parent: region}\n"
            "- {id: village, name: 某村, level: village, parent: county}\n",
        )
        self._write("content/sources.yaml", "- {id: report, name: 报道}\n")
        for brand in ("one", "two"):
            self._write(f"content/brands/{brand}.md", self._document(f"品牌{brand}"))
        for _ in range(stories):
            self.add_story()

    def edit(self) -> str:
        """One random edit; returns its name."""
        edits = {
            "add_story": self.add_story,
            "remove_story": self.remove_story,
            "edit_body": self.edit_body,
            "edit_title": self.edit_title,
            "rename_brand": lambda: self._write("content/brands/one.md", self._document(self._words(4))),
            "rename_place": self.rename_place,
            "retitle_site": lambda: self._write("site.yaml", self._settings(self._words(3))),
            "translate": self.translate,
            "override_template": self.override_template,
            "drop_override": lambda: shutil.rmtree(self.folder / "themes", ignore_errors=True),
            "draft": self.draft,
        }
        name = self._random.choice(sorted(edits))
        edits[name]()
        return name

    def add_story(self) -> None:
        self._made += 1
        self._write(f"content/stories/s{self._made}.md", self._story())

    def remove_story(self) -> None:
        stories = self._stories()
        if len(stories) > 1:
            victim = self._random.choice(stories)
            for path in (victim, victim.with_suffix(".en.md")):
                path.unlink(missing_ok=True)

    def edit_body(self) -> None:
        path = self._random.choice(self._stories())
        path.write_text(path.read_text(encoding="utf-8") + f"\n{self._words(12)}。\n", encoding="utf-8")

    def edit_title(self) -> None:
        path = self._random.choice(self._stories())
        lines = path.read_text(encoding="utf-8").splitlines()
        title = next(number for number, line in enumerate(lines) if line.startswith("title:"))
        lines[title] = f"title: {self._words(6)}"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def rename_place(self) -> None:
        path = self.folder / "content/places.yaml"
        text = path.read_text(encoding="utf-8").splitlines()
        text[2] = f"- {{id: village, name: {self._words(3)}村, level: village, parent: county}}"
        path.write_text("\n".join(text) + "\n", encoding="utf-8")

    def translate(self) -> None:
        path = self._random.choice(self._stories())
        path.with_suffix(".en.md").write_text("---\ntitle: A story\n---\n\nIn English.\n", encoding="utf-8")

    def override_template(self) -> None:
        self._write(
            "themes/heritage/templates/topic.html",
            '{% extends "!topic.html" %}\n{% block main %}{{ super() }}<p>'
            + self._words(3)
            + "</p>{% endblock %}\n",
        )

    def draft(self) -> None:
        stories = self._stories()
        if len(stories) > 1:
            path = self._random.choice(stories)
            text = path.read_text(encoding="utf-8")
            if "draft:" not in text:
                path.write_text(text.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")

    def _stories(self) -> list[Path]:
        return sorted(
            p for p in (self.folder / "content/stories").glob("*.md") if not p.name.endswith(".en.md")
        )

    def _settings(self, title: str) -> str:
        return f"title: {title}\nbase_url: https://example.org/a\nlanguages: [zh-CN, en]\npage_size: 3\n"

    def _document(self, title: str) -> str:
        return f"---\ntitle: {title}\n---\n\n{self._words(10)}。\n"

    def _story(self) -> str:
        choose = self._random.choice
        brand, place, topic = choose(("one", "two")), choose(_PLACES), choose(_TOPICS)
        year = self._random.randint(2011, 2024)
        return (
            f"---\ntitle: {self._words(6)}\nbrand: {brand}\nplace: {place}\ntopics: [{topic}]\n"
            f"date: {year}-0{self._random.randint(1, 9)}\nsources: [report]\n---\n\n{self._words(20)}。\n\n"
            f"## {self._words(4)}\n\n见[品牌](../brands/{brand}.md)。{self._words(15)}。:cite[report]{{locator=P1}}\n"
        )

    def _words(self, length: int) -> str:
        return "".join(self._random.choice(_SYLLABLES) for _ in range(length))

    def _write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
