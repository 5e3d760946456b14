"""What the runs need to know of a generator."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.speed.corpus import Corpus

SKELETONS = Path(__file__).parents[1] / "skeletons"


class NotInstalledError(Exception):
    """A generator could not be installed; says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line with what it needs in its environment; `{port}` stands for a port."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """Where one kind of edit is made: in `file`, `old` becomes `new`, in which `{nonce}` is different each time.

    `shown` is the page, in the output folder, that must then show the nonce.
    """

    file: str
    old: str
    new: str
    shown: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator. `{id}` stands for a story's id; paths are relative to the site's folder.

    `install` makes the program ready in a folder of its own, from a package registry, and returns the program's path.
    Raises NotInstalledError. `write` writes the stories as a site. `brand` is None where a brand's name stands in no one
    place; `lacks` says what of the common work is not done. A `slow` one takes so long for 1,000 stories
    that it is built once; `most`: with how many stories at most.
    """

    name: str
    label: str
    version: str
    licence: str
    install: Callable[[Path], Path]
    write: Callable[[Corpus, Path], None]
    build: Callable[[Path], Command]
    output: str
    caches: tuple[str, ...]
    story_file: str
    story_page: str
    template: Edit
    brand: Edit | None
    serve: Callable[[Path], Command] | None = None
    served_story: str = "/stories/{id}/"
    lacks: str = ""
    python: bool = False
    slow: bool = False
    most: int = 10000


def lay_skeleton(name: str, folder: Path) -> None:
    """Copies the configuration and templates that were written for a generator."""
    shutil.copytree(SKELETONS / name, folder, dirs_exist_ok=True)
