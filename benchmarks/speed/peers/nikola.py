"""Nikola, from PyPI. Brands are its categories, organisations its authors, the other terms its tags."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.blocks import Story
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.installing import from_pypi
from benchmarks.speed.peers.peer import SKELETONS, Command, Edit, Peer, lay_skeleton
from benchmarks.speed.peers.plain import names_file, shown, story_body, write, write_pictures

_VERSION = "8.3.3"


def _write(corpus: Corpus, folder: Path) -> None:
    lay_skeleton("nikola", folder)
    write(folder / "files/site.css", (SKELETONS / "site.css").read_text(encoding="utf-8"))
    write(folder / "names.json", names_file(corpus))
    write_pictures(corpus, folder / "files/pictures")
    for story in corpus.stories():
        write(folder / "stories" / f"{story.id}.md", _head(corpus, story) + story_body(corpus, story))


def _head(corpus: Corpus, story: Story) -> str:
    tags = [*(place.id for place in story.places), *(topic.id for topic in story.topics), story.date[:4]]
    metrics = "；".join(f"{one.label}|{shown(one)}" for one in story.metrics)
    related = "；".join(f"{corpus.title(one)}|/stories/{corpus.story_id(one)}/" for one in story.related)
    lines = [
        f"title: {story.title}",
        f"slug: {story.id}",
        f"date: {story.date} 00:00:00 UTC",
        f"category: {story.brand.id}",
        f"author: {story.organisation.id}",
        f"tags: {', '.join(tags)}",
        f"summary_text: {story.summary}",
        f"source_name: {story.source.name}",
        f"locator: {story.locator}",
        f"cover: /pictures/{story.cover.file}",
        f"cover_alt: {story.cover.alt}",
        f"metrics: {metrics}",
        f"related: {related}",
    ]
    return "<!--\n" + "\n".join(f".. {line}" for line in lines) + "\n-->\n\n"


def _build(program: Path) -> Command:
    return Command((str(program), "build", "--quiet"))


NIKOLA = Peer(
    name="nikola",
    label="Nikola",
    version=_VERSION,
    licence="MIT",
    install=from_pypi((f"Nikola=={_VERSION}", "Jinja2==3.1.6"), "nikola"),
    write=_write,
    build=_build,
    output="public",
    caches=(
        "cache",
        ".doit.db",
        ".doit.db.db",
        ".doit.db.dat",
        ".doit.db.dir",
        ".doit.db.bak",
        "__pycache__",
    ),
    story_file="stories/{id}.md",
    story_page="stories/{id}/index.html",
    template=Edit(
        "themes/bench/templates/post.tmpl",
        "<article>\n",
        "<article>\n<p>{nonce}</p>\n",
        "stories/{id}/index.html",
    ),
    brand=Edit("names.json", '"{brand}": "', '"{brand}": "{nonce}', "brands/{brand}/index.html"),
    lacks="search",
    python=True,
    slow=True,
    most=1000,
)
