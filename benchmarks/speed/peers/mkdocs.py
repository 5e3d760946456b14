"""MkDocs with Material, from PyPI. Stories are posts of its blog; brands, organisations, places and topics its categories."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.blocks import Story
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.installing import from_pypi
from benchmarks.speed.peers.peer import SKELETONS, Command, Edit, Peer, lay_skeleton
from benchmarks.speed.peers.plain import facts, quoted, story_body, write, write_pictures

_VERSION = "9.8.2"


def _write(corpus: Corpus, folder: Path) -> None:
    lay_skeleton("mkdocs", folder)
    write(folder / "docs/site.css", (SKELETONS / "site.css").read_text(encoding="utf-8"))
    write_pictures(corpus, folder / "docs/pictures")
    for story in corpus.stories():
        text = _head(story) + story_body(corpus, story) + facts(corpus, story)
        write(folder / "docs/stories/posts" / f"{story.id}.md", text)


def _head(story: Story) -> str:
    terms = (story.brand, story.organisation, *story.places, *story.topics)
    names = ", ".join(quoted(term.name) for term in terms)
    return (
        f"---\ntitle: {story.title}\nslug: {story.id}\ndescription: {quoted(story.summary)}\n"
        f"date:\n  created: {story.date}\n  updated: {story.updated}\ncategories: [{names}]\n---\n\n# {story.title}\n\n"
    )


def _build(program: Path) -> Command:
    return Command((str(program), "build", "--quiet"))


def _serve(program: Path) -> Command:
    return Command((str(program), "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"))


MKDOCS = Peer(
    name="mkdocs",
    label="MkDocs-Material",
    version=_VERSION,
    licence="MIT",
    install=from_pypi((f"mkdocs-material=={_VERSION}", "mkdocs-rss-plugin==1.19.0"), "mkdocs"),
    write=_write,
    build=_build,
    output="public",
    caches=(".cache",),
    story_file="docs/stories/posts/{id}.md",
    story_page="stories/{id}/index.html",
    template=Edit("overrides/main.html", "案例故事", "案例故事{nonce}", "stories/{id}/index.html"),
    brand=None,
    serve=_serve,
    lacks="the list of terms; its own, larger pages stand for our templates",
    python=True,
    slow=True,
    most=1000,
)
