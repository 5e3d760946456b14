"""Zensical, from PyPI. It has pages, navigation, tags, search and a sitemap, but no lists of stories."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.blocks import Story
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.installing import from_pypi
from benchmarks.speed.peers.peer import SKELETONS, Command, Edit, Peer, lay_skeleton
from benchmarks.speed.peers.plain import facts, quoted, story_body, write, write_pictures

_VERSION = "0.0.73"


def _write(corpus: Corpus, folder: Path) -> None:
    lay_skeleton("zensical", folder)
    write(folder / "docs/site.css", (SKELETONS / "site.css").read_text(encoding="utf-8"))
    write_pictures(corpus, folder / "docs/pictures")
    write(folder / "docs/stories/index.md", "# 案例故事\n")
    for story in corpus.stories():
        text = _head(story) + story_body(corpus, story) + facts(corpus, story)
        write(folder / "docs/stories" / f"{story.id}.md", text)


def _head(story: Story) -> str:
    terms = (story.brand, story.organisation, *story.places, *story.topics)
    names = ", ".join(quoted(term.name) for term in terms)
    return f"---\ntitle: {story.title}\ndescription: {quoted(story.summary)}\ntags: [{names}]\n---\n\n# {story.title}\n\n"


def _build(program: Path) -> Command:
    return Command((str(program), "build"))


def _serve(program: Path) -> Command:
    return Command((str(program), "serve", "--dev-addr", "127.0.0.1:{port}"))


ZENSICAL = Peer(
    name="zensical",
    label="Zensical",
    version=_VERSION,
    licence="MIT",
    install=from_pypi((f"zensical=={_VERSION}",), "zensical"),
    write=_write,
    build=_build,
    output="public",
    caches=(".cache",),
    story_file="docs/stories/{id}.md",
    story_page="stories/{id}/index.html",
    template=Edit("overrides/main.html", "案例故事", "案例故事{nonce}", "stories/{id}/index.html"),
    brand=None,
    serve=_serve,
    lacks="paginated lists, pages of terms, feed (pages, navigation, search and sitemap only); its own, larger pages stand for our templates",
    python=True,
    slow=True,
    most=1000,
)
