"""Sequences of edits, played on a generated site; after each the incremental build is compared with a clean one."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.equivalence.edits import EDITS
from benchmarks.equivalence.generated_site import GeneratedSite
from showcase.build import build
from showcase.built_site import BuiltSite
from showcase.inputs import BuildRequest
from showcase.serve.served_site import ServedSite
from showcase.store.memory_store import MemoryStore
from showcase.store.sqlite_store import SqliteStore
from showcase.workers import Workers

Files = dict[str, bytes]
_MANIFEST = "showcase-manifest.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One edit with the seed of all that is random in it."""

    edit: str
    seed: int

    def __str__(self) -> str:
        return f"{self.edit}:{self.seed}"


@dataclass(frozen=True, slots=True)
class EditSequence:
    """A site's seed and what is done to it. `served`: built by the preview, in memory, instead of into a folder."""

    site: int
    steps: tuple[Step, ...]
    served: bool = False

    @classmethod
    def drawn(cls, seed: int, length: int) -> EditSequence:
        """The sequence of a seed; every fourth is of the preview."""
        draw = random.Random(seed)
        names = sorted(EDITS)
        steps = tuple(Step(draw.choice(names), draw.randrange(10**6)) for _ in range(length))
        return cls(draw.randrange(10**6), steps, draw.random() < 0.25)

    @classmethod
    def parsed(cls, text: str) -> EditSequence:
        """What `str` wrote. Raises ValueError."""
        kind, site, *steps = text.split()
        pairs = (step.split(":") for step in steps)
        return cls(int(site), tuple(Step(edit, int(seed)) for edit, seed in pairs), kind == "served")

    def __str__(self) -> str:
        return " ".join(["served" if self.served else "built", str(self.site), *map(str, self.steps)])


@dataclass(frozen=True, slots=True)
class Difference:
    """After `step` (0 is the first build), `what` was not as in a clean build."""

    step: int
    what: str


def play(sequence: EditSequence, folder: Path, *, other_process: bool = False) -> Difference | None:
    """Plays a sequence in `folder`, which is emptied. With `other_process` the last clean build is made by a process of
    its own, which cannot share what modules of this one remember."""
    shutil.rmtree(folder, ignore_errors=True)
    site = GeneratedSite(folder / "site", sequence.site)
    builder = _Served(site) if sequence.served else _Built(site)
    before: Files | None = None
    faulty = False
    for number in range(len(sequence.steps) + 1):
        if number:
            _edit(site, sequence.steps[number - 1], folder / "kept", faulty=faulty)
        said, found = builder.build()
        clean = folder / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        fresh, expected = clean_build(site, clean)
        faulty = fresh.faulty
        difference = _differs(said, fresh, found, before if faulty else expected, served=sequence.served)
        if difference:
            return Difference(number, difference)
        before = found
    if other_process and not faulty:
        expected = _by_another_process(site, folder / "other")
        if difference := _files_differ(before or {}, expected, served=sequence.served):
            return Difference(len(sequence.steps), f"(another process) {difference}")
    return None


def shrunk(
    sequence: EditSequence, difference: Difference, fails: Callable[[EditSequence], Difference | None]
) -> EditSequence:
    """A shorter sequence that still fails: cut behind the failing step, then without each edit that is not needed."""
    steps = sequence.steps[: difference.step]
    position = len(steps) - 1
    while position >= 0:
        fewer = EditSequence(sequence.site, (*steps[:position], *steps[position + 1 :]), sequence.served)
        found = fails(fewer)
        if found is not None:
            steps = fewer.steps[: found.step]
            position = min(position, len(steps))
        position -= 1
    return EditSequence(sequence.site, tuple(steps), sequence.served)


class _Built:
    """`showcase build`: the store is a file, opened anew for each build."""

    def __init__(self, site: GeneratedSite) -> None:
        self._site = site

    def build(self) -> tuple[BuiltSite, Files]:
        folder = self._site.folder
        store = SqliteStore(folder / ".showcase/cache.sqlite3", "equivalence")
        try:
            with Workers(1) as workers:
                built, _ = build(request(self._site, folder / "public"), store, workers)
        finally:
            store.close()
        return built, published(folder / "public")


class _Served:
    """`showcase serve`: one store, kept open; the outputs stay in memory. An edit is first shown on some pages, then
    everywhere; what was shown first must be what stands there in the end."""

    def __init__(self, site: GeneratedSite) -> None:
        self._site = site
        self._store = MemoryStore()
        self._key: object = None
        self._served: ServedSite | None = None
        self._paths: set[str] = set()
        self._sources: Files = {}

    def build(self) -> tuple[BuiltSite, Files]:
        wanted = request(self._site, self._site.folder / "public")
        before, self._sources = self._sources, published(self._site.folder)
        if self._served is None or wanted != self._key:
            self._served = ServedSite(wanted, self._store, "en")
            self._key = wanted
            with Workers(1) as workers:
                built = self._served.rebuild(workers)
            self._paths = set()
            return built, self._found(built)
        names = before.keys() | self._sources.keys()
        touched = [path for path in names if before.get(path) != self._sources.get(path)]
        looked_at = [path for path in sorted(self._paths) if path.endswith(".html")][-3:]
        for path in looked_at:
            self._served.find(f"/{path}")
        with Workers(1) as workers:
            built, _ = self._served.look([self._site.folder / path for path in touched], workers)
        if built.faulty:
            return built, self._found(built)
        first = {path: self._served.find(path) for path in looked_at}
        built, _ = self._served.complete()
        found = self._found(built)
        for path, output in first.items():
            if not built.faulty and path in found and output is not None and output.data != found[path]:
                raise AssertionError(f"{path} was shown first as it did not stay")
        return built, found

    def _found(self, built: BuiltSite) -> Files:
        self._paths |= {output.path for output in built.outputs}
        assert self._served is not None
        found = {path: self._served.find(path) for path in sorted(self._paths)}
        return {path: output.data for path, output in found.items() if output and output.path == path}


def clean_build(site: GeneratedSite, folder: Path) -> tuple[BuiltSite, Files]:
    """The site built into an empty folder, from nothing."""
    with Workers(1) as workers:
        built, _ = build(request(site, folder), MemoryStore(), workers)
    return built, published(folder)


def _by_another_process(site: GeneratedSite, folder: Path) -> Files:
    options = [
        *(("--base-url", site.base_url) if site.base_url else ()),
        *(("--portable",) if site.portable else ()),
        *(("--drafts",) if site.drafts else ()),
    ]
    code = (
        "import sys, io, datetime; from pathlib import Path; from showcase.cli.main import run;"
        "from showcase.cli.surroundings import Surroundings;"
        f"sys.exit(run(sys.argv[1:], Surroundings(cwd=Path('/'), environ={{}}, today=datetime.date.fromisoformat('{site.today}'),"
        " language='en', processors=1, output=io.StringIO(), errors=sys.stderr)))"
    )
    arguments = ["build", "--clean", "--site", str(site.folder), "--output", str(folder), *options]
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, timeout=120)
    return published(folder)


def request(site: GeneratedSite, output: Path) -> BuildRequest:
    """What is asked of a build of the site as it is now."""
    return BuildRequest(
        site.folder,
        output,
        site.today,
        base_url=site.base_url,
        portable=site.portable,
        drafts=site.drafts,
    )


def published(folder: Path) -> Files:
    """All files of a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _edit(site: GeneratedSite, step: Step, kept: Path, *, faulty: bool) -> None:
    """A site with faults is first put back as it was, so that most builds publish; else a copy is kept for that."""
    sources = ("site.yaml", "content", "themes")
    for name in sources:
        old, new = (kept, site.folder) if faulty else (site.folder, kept)
        _remove(new / name)
        if (old / name).is_dir():
            shutil.copytree(old / name, new / name)
        elif (old / name).exists():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(old / name, new / name)
    site.random = random.Random(step.seed)
    EDITS[step.edit](site)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _differs(said: BuiltSite, fresh: BuiltSite, found: Files, expected: Files | None, *, served: bool) -> str:
    if said.faulty != fresh.faulty:
        return f"faulty: {said.faulty}, clean: {fresh.faulty}"
    if said.diagnostics != fresh.diagnostics:
        both = set(said.diagnostics) ^ set(fresh.diagnostics)
        return f"messages differ: {sorted((item.location.path, item.code) for item in both)}"
    if said.page_count != fresh.page_count:
        return f"{said.page_count} pages, clean: {fresh.page_count}"
    return "" if expected is None else _files_differ(found, expected, served=served)


def _files_differ(found: Files, expected: Files, *, served: bool) -> str:
    names: Sequence[str] = sorted(found.keys() | expected.keys())
    if served:
        names = [name for name in names if name != _MANIFEST]
    for name in names:
        if name not in expected:
            return f"{name} should not be there"
        if name not in found:
            return f"{name} is missing"
        if found[name] != expected[name]:
            return f"{name} differs"
    return ""
