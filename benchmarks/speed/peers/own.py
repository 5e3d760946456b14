"""showcase itself, from this checkout, with its default theme."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.peer import Command, Edit, Peer
from benchmarks.speed.showcase_site import write_showcase
from showcase import __version__

_TEMPLATE = "themes/heritage/templates/story.html"
_REPOSITORY = Path(__file__).parents[3]


def _write(corpus: Corpus, folder: Path) -> None:
    write_showcase(corpus, folder)
    # The site's own copy of one template, for the edit of a template.
    (folder / _TEMPLATE).parent.mkdir(parents=True)
    shutil.copy(_REPOSITORY / _TEMPLATE, folder / _TEMPLATE)


def _install(_folder: Path) -> Path:
    return Path(sys.executable).with_name("showcase")


def _build(program: Path) -> Command:
    return Command((str(program), "build"))


def _serve(program: Path) -> Command:
    return Command((str(program), "serve", "--port", "{port}"))


SHOWCASE = Peer(
    name="showcase",
    label="showcase",
    version=__version__,
    licence="MIT",
    install=_install,
    write=_write,
    build=_build,
    output="public",
    caches=(".showcase",),
    story_file="content/stories/{id}.md",
    story_page="stories/{id}/index.html",
    template=Edit(
        _TEMPLATE, '<p class="byline">', '<p>{nonce}</p>\n<p class="byline">', "stories/{id}/index.html"
    ),
    brand=Edit("content/brands/{brand}.md", "title: ", "title: {nonce}", "brands/{brand}/index.html"),
    serve=_serve,
)
