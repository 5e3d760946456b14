"""The runs: every generator in turn, several times, case by case; what comes out is checked before it counts."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.blocks import Paragraph
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers.peer import Command, Edit, Peer
from benchmarks.speed.sampling import Sample, run

CASES = ("cold", "nothing", "body", "title", "template", "brand")
"""A build from nothing; nothing changed; one story's body, one title, the template of stories, one brand's name edited."""
_CHECKED = 200
"""At most so many stories, spread evenly, are looked for in their pages."""


class WrongOutputError(Exception):
    """A build ended well, but its pages do not show what they should."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one case. `pages`: HTML files in the output; `files` and `size` (bytes) of all of it, after a cold build."""

    peer: str
    stories: int
    case: str
    sample: Sample
    pages: int
    files: int
    size: int


class Site:
    """The stories as one generator's site, and what is done to it."""

    def __init__(self, peer: Peer, program: Path, corpus: Corpus, folder: Path) -> None:
        self.peer = peer
        self.corpus = corpus
        self.folder = folder
        self._program = program
        self._command = peer.build(program)
        self._edits = 0
        self._edited = corpus.story_id(corpus.size // 2)
        self._brand = corpus.story(corpus.size // 2).brand.id
        self._set_aside = folder.with_name(f"{folder.name}-old")

    def write(self) -> None:
        """Writes the site anew."""
        for old in (self.folder, self._set_aside):
            shutil.rmtree(old, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.peer.write(self.corpus, self.folder)

    def measure(self, case: str, *, memory_limit: int = 0) -> Measured:
        """One build, ended where it takes more than so many bytes. Raises FailedError or WrongOutputError."""
        edit = None
        if case == "cold":
            for name in (self.peer.output, *self.peer.caches):
                self._put_aside(self.folder / name)
        elif case != "nothing":
            edit = self.edit(case)
        sample = run(
            self._command.arguments, self.folder, self._command.environment, memory_limit=memory_limit
        )
        if edit is not None:
            self._check_edit(edit)
        pages = self._pages(thorough=case == "cold")
        sizes = (
            [one.stat().st_size for one in self._output().rglob("*") if one.is_file()]
            if case == "cold"
            else []
        )
        return Measured(self.peer.name, self.corpus.size, case, sample, pages, len(sizes), sum(sizes))

    def edit(self, case: str) -> tuple[str, str]:
        """Makes one edit; returns the page that must show it, and what it must show."""
        self._edits += 1
        nonce = f"改动{self._edits}"
        edit = self._edit_of(case)
        names = {"id": self._edited, "brand": self._brand}
        path = self.folder / _filled(edit.file, names)
        text = path.read_text(encoding="utf-8")
        old, new = _filled(edit.old, names), _filled(edit.new, {**names, "nonce": nonce})
        if old not in text:
            raise WrongOutputError(f"{path} has no {old!r}")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return _filled(edit.shown, names), nonce

    def serve_command(self, port: int) -> Command | None:
        """The dev server on `port`, or None where there is none."""
        if self.peer.serve is None:
            return None
        command = self.peer.serve(self._program)
        arguments = tuple(_filled(one, {"port": str(port)}) for one in command.arguments)
        return Command(arguments, command.environment)

    def served_story(self) -> str:
        """The address, without host, of the story whose body is edited."""
        return _filled(self.peer.served_story, {"id": self._edited})

    def _put_aside(self, path: Path) -> None:
        """Moves it away: file systems are slow for seconds after thousands of files were removed, and the next build would pay."""
        if path.exists():
            self._set_aside.mkdir(exist_ok=True)
            path.rename(self._set_aside / f"{len(list(self._set_aside.iterdir()))}-{path.name}")

    def _edit_of(self, case: str) -> Edit:
        if case == "template":
            return self.peer.template
        if case == "brand" and self.peer.brand is not None:
            return self.peer.brand
        if case == "title":
            return Edit(self.peer.story_file, "title: ", "title: {nonce}", self.peer.story_page)
        first = _first_words(self.corpus, self.corpus.size // 2)
        return Edit(self.peer.story_file, first, "{nonce}" + first, self.peer.story_page)

    def _check_edit(self, edit: tuple[str, str]) -> None:
        page, nonce = edit
        if nonce not in (self._output() / page).read_text(encoding="utf-8"):
            raise WrongOutputError(f"{page} does not show the edit")

    def _pages(self, *, thorough: bool) -> int:
        if thorough:
            for number in range(0, self.corpus.size, max(1, self.corpus.size // _CHECKED)):
                page = self._output() / _filled(self.peer.story_page, {"id": self.corpus.story_id(number)})
                if not page.is_file() or _first_words(self.corpus, number) not in page.read_text(
                    encoding="utf-8"
                ):
                    raise WrongOutputError(f"{page} does not hold its story")
        return sum(1 for _ in self._output().rglob("*.html"))

    def _output(self) -> Path:
        return self.folder / self.peer.output


def _first_words(corpus: Corpus, number: int) -> str:
    first = next(block for block in corpus.story(number).blocks if isinstance(block, Paragraph))
    return str(first.inlines[0]).split("，")[0]


def _filled(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
