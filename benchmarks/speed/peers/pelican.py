"""Pelican, from PyPI. Brands are its categories, organisations its authors, the other terms its tags."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.blocks import Story
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.installing import from_pypi
from benchmarks.speed.peers.peer import SKELETONS, Command, Edit, Peer, lay_skeleton
from benchmarks.speed.peers.plain import names_file, shown, story_body, write, write_pictures

_VERSION = "4.12.0"


def _write(corpus: Corpus, folder: Path) -> None:
    lay_skeleton("pelican", folder)
    write(folder / "theme/static/site.css", (SKELETONS / "site.css").read_text(encoding="utf-8"))
    write(folder / "names.json", names_file(corpus))
    write_pictures(corpus, folder / "content/pictures")
    for story in corpus.stories():
        write(folder / "content/stories" / f"{story.id}.md", _head(corpus, story) + story_body(corpus, story))


def _head(corpus: Corpus, story: Story) -> str:
    tags = [*(place.id for place in story.places), *(topic.id for topic in story.topics), story.date[:4]]
    lines = [
        f"title: {story.title}",
        f"slug: {story.id}",
        f"date: {story.date}",
        f"category: {story.brand.id}",
        f"authors: {story.organisation.id}",
        f"tags: {', '.join(tags)}",
        f"summary_text: {story.summary}",
        f"source_name: {story.source.name}",
        f"locator: {story.locator}",
        f"cover: /pictures/{story.cover.file}",
        f"cover_alt: {story.cover.alt}",
        "metrics: " + "；".join(f"{one.label}|{shown(one)}" for one in story.metrics),
        "related: "
        + "；".join(f"{corpus.title(one)}|/stories/{corpus.story_id(one)}/" for one in story.related),
    ]
    return "\n".join(lines) + "\n\n"


def _build(program: Path) -> Command:
    return Command((str(program), "--quiet"))


PELICAN = Peer(
    name="pelican",
    label="Pelican",
    version=_VERSION,
    licence="AGPL-3.0",
    install=from_pypi((f"pelican[markdown]=={_VERSION}", "pelican-sitemap==1.2.2"), "pelican"),
    write=_write,
    build=_build,
    output="public",
    caches=("cache", "__pycache__"),
    story_file="content/stories/{id}.md",
    story_page="stories/{id}/index.html",
    template=Edit(
        "theme/templates/article.html",
        "<article>\n",
        "<article>\n<p>{nonce}</p>\n",
        "stories/{id}/index.html",
    ),
    brand=Edit("names.json", '"{brand}": "', '"{brand}": "{nonce}', "brands/{brand}/index.html"),
    python=True,
    lacks="search, previous and next",
)
