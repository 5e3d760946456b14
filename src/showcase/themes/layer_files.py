"""Reading one layer's files: templates, assets, texts. Nothing outside the layer's folder is ever read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText
from showcase.themes.layers import LayerFolder

_JUNK = ("thumbs.db", "desktop.ini")
MAX_FILE = 32 << 20
"""Bytes; no font or script of a site is larger."""
MAX_TEXT = 1 << 20
MAX_DEPTH = 12


@dataclass(frozen=True, slots=True)
class LayerFiles:
    """What one layer's folder holds. Paths are relative to `templates/` and `assets/`; `theme_yaml` and `strings`
    (by language) are texts with their paths for messages."""

    folder: LayerFolder
    theme_yaml: SourceText | None
    templates: tuple[tuple[str, SourceText], ...]
    assets: tuple[tuple[str, bytes], ...]
    strings: tuple[tuple[str, SourceText], ...]


def read_layer(folder: LayerFolder) -> tuple[LayerFiles, tuple[Diagnostic, ...]]:
    """Everything a layer holds, in path order. A file that cannot be read is left out and said."""
    reader = _Reader(folder)
    theme_yaml = (
        reader.text(folder.path / "theme.yaml", "theme.yaml") if _exists(folder.path / "theme.yaml") else None
    )
    templates = []
    for path in reader.walk("templates"):
        text = (
            reader.text(folder.path / "templates" / path, f"templates/{path}")
            if path.endswith(".html")
            else None
        )
        if text is not None:
            templates.append((path, text))
    assets = []
    for path in reader.walk("assets"):
        data = reader.data(folder.path / "assets" / path, f"assets/{path}", MAX_FILE)
        if data is not None:
            assets.append((path, data))
    strings = []
    for path in reader.walk("strings"):
        language, dot, ending = path.rpartition(".")
        text = None
        if dot and ending in ("yaml", "yml") and "/" not in language:
            text = reader.text(folder.path / "strings" / path, f"strings/{path}")
        if text is not None:
            strings.append((language, text))
    files = LayerFiles(folder, theme_yaml, tuple(templates), tuple(assets), tuple(strings))
    return files, tuple(reader.found)


def _exists(path: Path) -> bool:
    return os.path.lexists(path)


class _Reader:
    def __init__(self, folder: LayerFolder) -> None:
        self._folder = folder
        self._real = os.path.realpath(folder.path)
        self.found: list[Diagnostic] = []

    def walk(self, part: str) -> Iterator[str]:
        """Paths of the files below `part`, sorted; hidden files and the droppings of file managers are passed over."""
        yield from sorted(self._files(self._folder.path / part, part, ""))

    def _files(self, folder: Path, shown: str, prefix: str) -> Iterator[str]:
        if prefix.count("/") > MAX_DEPTH or not os.path.lexists(folder) or not self._inside(folder, shown):
            return
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except NotADirectoryError:
            return
        except OSError as error:
            self._say("theme-file-unreadable", shown, detail=error.strerror or "")
            return
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith("~") or entry.name.lower() in _JUNK:
                continue
            if entry.is_symlink() and entry.is_dir():
                # Followed, links to folders could go round in circles.
                self._say("theme-link-outside", f"{shown}/{entry.name}")
            elif entry.is_dir():
                yield from self._files(folder / entry.name, f"{shown}/{entry.name}", f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name

    def _inside(self, path: Path, shown: str) -> bool:
        """False, and said, when `path` leads out of the layer's folder by a link."""
        real = os.path.realpath(path)
        if real == self._real or real.startswith(self._real + os.sep):
            return True
        self._say("theme-link-outside", shown)
        return False

    def data(self, path: Path, shown: str, limit: int) -> bytes | None:
        """The bytes of a regular file inside the layer; None, and said, for anything else."""
        if not self._inside(path, shown):
            return None
        try:
            shown.encode()
            if not stat.S_ISREG(path.stat().st_mode):
                self._say("theme-file-unreadable", shown, detail="-")
                return None
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except UnicodeEncodeError:
            self._say(
                "theme-file-unreadable", shown.encode("ascii", "backslashreplace").decode(), detail="UTF-8"
            )
            return None
        except OSError as error:
            self._say("theme-file-unreadable", shown, detail=error.strerror or "")
            return None
        if len(data) > limit:
            self._say("theme-file-unreadable", shown, detail=f"> {limit >> 20} MB")
            return None
        return data

    def text(self, path: Path, shown: str) -> SourceText | None:
        """The text of a UTF-8 file; a byte order mark is dropped."""
        data = self.data(path, shown, MAX_TEXT)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.found.append(
                make_diagnostic("theme-file-encoding", Location(f"{self._folder.label}/{shown}", line))
            )
            return None
        return SourceText(f"{self._folder.label}/{shown}", text)

    def _say(self, code: str, shown: str, **arguments: str) -> None:
        self.found.append(make_diagnostic(code, Location(f"{self._folder.label}/{shown}"), arguments))
