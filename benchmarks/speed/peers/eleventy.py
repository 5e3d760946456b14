"""Eleventy, from npm."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.installing import from_npm
from benchmarks.speed.peers.peer import SKELETONS, Command, Edit, Peer, lay_skeleton
from benchmarks.speed.peers.plain import front_matter, names_file, story_body, write, write_pictures

_VERSION = "3.1.8"
_PACKAGES = (f"@11ty/eleventy@{_VERSION}", "@11ty/eleventy-plugin-rss@3.0.0", "markdown-it-footnote@4.0.0")


def _write(corpus: Corpus, folder: Path) -> None:
    lay_skeleton("eleventy", folder)
    write(folder / "package.json", '{"private": true, "type": "module"}\n')
    write(folder / "static/site.css", (SKELETONS / "site.css").read_text(encoding="utf-8"))
    write_pictures(corpus, folder / "static/pictures")
    write(folder / "_data/names.json", names_file(corpus))
    for story in corpus.stories():
        text = front_matter(corpus, story) + story_body(corpus, story)
        write(folder / "content/stories" / f"{story.id}.md", text)


def _build(program: Path) -> Command:
    return Command(("node", str(program), "--quiet"))


def _serve(program: Path) -> Command:
    return Command(("node", str(program), "--quiet", "--serve", "--incremental", "--port={port}"))


ELEVENTY = Peer(
    name="eleventy",
    label="Eleventy",
    version=_VERSION,
    licence="MIT",
    install=from_npm(_PACKAGES, "@11ty/eleventy/cmd.cjs"),
    write=_write,
    build=_build,
    output="public",
    caches=(".cache",),
    story_file="content/stories/{id}.md",
    story_page="stories/{id}/index.html",
    template=Edit(
        "_includes/story.njk", "<article>\n", "<article>\n<p>{nonce}</p>\n", "stories/{id}/index.html"
    ),
    brand=Edit("_data/names.json", '"{brand}": "', '"{brand}": "{nonce}', "brands/{brand}/index.html"),
    serve=_serve,
)
