"""The files of a site: text sources read once and digested, everything else named only."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import unicodedata
from pathlib import Path

from showcase.content.names import check_names, is_ignored, is_legible, printable_path
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location, in_order
from showcase.model.source import MediaFile, SourceFile, SourceTree

MAX_SOURCE = 2_000_000
"""Bytes of a text source."""
_MAX_DEPTH = 24
_SOURCE_ENDINGS = (".md", ".yaml", ".yml")
_MISNAMED_ENDINGS = (".markdown", ".mdown", ".mkd", ".md.txt", ".yaml.txt")


class SourceChangedError(Exception):
    """A source is no longer what it was when it was discovered; holds its path."""


class SourceOnDisk(SourceFile):
    """A text source whose bytes are read again for who asks for them. They are those that were discovered: `data` raises
    SourceChangedError where the file holds others by now, or is gone."""

    __slots__ = ("_file",)
    _file: str

    def __init__(self, path: str, file: str, digest: str) -> None:
        for name, value in (("path", path), ("_file", file), ("digest", digest)):
            object.__setattr__(self, name, value)

    @property
    def data(self) -> bytes:
        """The bytes, read each time."""
        try:
            with open(self._file, "rb") as file:  # noqa: PTH123 - a path object for each file is slow
                found = file.read(MAX_SOURCE + 1)
        except OSError as error:
            raise SourceChangedError(self.path) from error
        if _digest(found) != self.digest:
            raise SourceChangedError(self.path)
        return found

    def __reduce__(self) -> tuple[type[SourceOnDisk], tuple[str, str, str]]:
        """Travels without its bytes."""
        return SourceOnDisk, (self.path, self._file, self.digest)


def discover(root: Path, *, texts: bool = True) -> tuple[SourceTree, tuple[Diagnostic, ...]]:
    """Everything under `root` that the site is made of: site.yaml and the folder content/.

    Each text source is read once, and its digest (BLAKE2b, 16 bytes, hex) is of the bytes that were read; without `texts`
    they are dropped then, and the sources are `SourceOnDisk`. A symbolic
    link is followed only within the site folder. Paths of sources are NFC, those of media as the file system has them.
    """
    found = _Discovery(root, texts=texts)
    found.site_file()
    found.content()
    tree = SourceTree(
        tuple(sorted(found.sources, key=lambda item: item.path)),
        tuple(sorted(found.media, key=lambda item: item.path)),
    )
    return tree, in_order(found.faults)


def reread(root: Path, tree: SourceTree, paths: frozenset[str]) -> SourceTree | None:
    """The tree after edits of the sources at `paths` (site-relative) and of nothing else. None where that is not all there
    is to it (a file that is new or gone, a link, a picture, a file that has become too large): discover tells more."""
    sources = {source.path: source for source in tree.sources}
    for path in paths:
        if path not in sources:
            return None
        full = root / path
        try:
            status = full.lstat()
            if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_SOURCE:
                return None
            data = full.read_bytes()
        except OSError:
            return None
        if len(data) > MAX_SOURCE:
            return None
        sources[path] = _source(path, data)
    return SourceTree(tuple(sources.values()), tree.media)


def _source(path: str, data: bytes) -> SourceFile:
    return SourceFile(path, data, _digest(data))


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


class _Discovery:
    def __init__(self, root: Path, *, texts: bool) -> None:
        self._root = root
        self._texts = texts
        self._real_root = Path(os.path.realpath(root))
        self._folders: set[tuple[int, int]] = set()
        self.sources: list[SourceFile] = []
        self.media: list[MediaFile] = []
        self.faults: list[Diagnostic] = []

    def site_file(self) -> None:
        path = self._root / "site.yaml"
        if os.path.lexists(path):
            self._file("site.yaml")
        elif os.path.lexists(self._root / "site.yml"):
            self._tell("site-file-name", "site.yml")
            self._file("site.yml")

    def content(self) -> None:
        if not os.path.lexists(self._root / "content"):
            self._tell("content-missing", "content")
            return
        waiting = [("content", 1)]
        while waiting:
            folder, depth = waiting.pop()
            if not self._enter(folder):
                continue
            if depth > _MAX_DEPTH:
                self._tell("folders-too-deep", folder)
                continue
            waiting.extend((inner, depth + 1) for inner in self._list(folder))

    def _tell(self, code: str, path: str, **arguments: str) -> None:
        self.faults.append(make_diagnostic(code, Location(printable_path(path)), arguments))

    def _enter(self, folder: str) -> bool:
        """Whether a folder is one to look into: inside the site, and not seen before by another way."""
        try:
            if not self._is_inside(folder):
                return False
            status = (self._root / folder).stat()
        except OSError as error:
            self._tell("unreadable", folder, reason=_reason(error))
            return False
        if not stat.S_ISDIR(status.st_mode):
            self._tell("not-a-folder", folder)
            return False
        identity = (status.st_dev, status.st_ino)
        if identity in self._folders:
            self._tell("link-loop", folder)
            return False
        self._folders.add(identity)
        return True

    def _is_inside(self, path: str) -> bool:
        full = self._root / path
        if not full.is_symlink():
            return True
        try:
            real = Path(os.path.realpath(full, strict=True))
        except OSError as error:
            self._tell("link-loop" if error.errno == errno.ELOOP else "link-broken", path)
            return False
        if not real.is_relative_to(self._real_root):
            self._tell("link-outside", path)
            return False
        return True

    def _list(self, folder: str) -> list[str]:
        """Takes the files of a folder; answers its folders."""
        try:
            with os.scandir(self._root / folder) as entries:
                kept = sorted(
                    ((entry.name, entry) for entry in entries if not is_ignored(entry.name)),
                    key=lambda item: item[0],
                )
        except OSError as error:
            self._tell("unreadable", folder, reason=_reason(error))
            return []
        self.faults += check_names(folder, [name for name, _ in kept])
        folders = []
        for name, entry in kept:
            if not is_legible(name):
                continue
            path = f"{folder}/{name}"
            try:
                is_folder = entry.is_dir()
            except OSError:
                is_folder = False
            if is_folder:
                folders.append(path)
            else:
                self._file(path)
        return folders

    def _file(self, path: str) -> None:
        try:
            if not self._is_inside(path):
                return
            status = (self._root / path).stat()
            if not stat.S_ISREG(status.st_mode):
                self._tell("not-a-file", path)
                return
            if not path.lower().endswith(_SOURCE_ENDINGS):
                if path.lower().endswith(_MISNAMED_ENDINGS):
                    self._tell("source-ending", path)
                times = (status.st_mtime_ns, status.st_ctime_ns)
                self.media.append(MediaFile(path, status.st_size, *times, status.st_ino))
                return
            data = self._read(path)
        except OSError as error:
            self._tell("unreadable", path, reason=_reason(error))
            return
        if len(data) > MAX_SOURCE:
            self._tell("source-too-large", path, most=f"{MAX_SOURCE // 1_000_000}")
            return
        name = unicodedata.normalize("NFC", path)
        if self._texts:
            self.sources.append(_source(name, data))
        else:
            self.sources.append(SourceOnDisk(name, os.fspath(self._root / path), _digest(data)))

    def _read(self, path: str) -> bytes:
        with (self._root / path).open("rb") as file:
            return file.read(MAX_SOURCE + 1)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
