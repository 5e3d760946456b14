"""Finding the files beside the sources."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from showcase.catalog.suggest import Suggestions
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.media.types import PUBLISHED, extension
from showcase.model.source import MediaFile


@dataclass(frozen=True, slots=True)
class FileUse:
    """A file named by a document: the path as written, its site-relative form, and where that stands. `base` is the
    folder of the document."""

    written: str
    path: str
    base: str
    location: Location


def resolved_path(base: str, written: str) -> str:
    """`written` relative to the folder `base`, NFC, site-relative; empty when it leads out of content/."""
    joined = posixpath.normpath(posixpath.join(base, written))
    if "\x00" in joined or not joined.startswith("content/"):
        return ""
    return unicodedata.normalize("NFC", joined)


def relative_path(base: str, path: str) -> str:
    """How a document in the folder `base` writes the site-relative `path`."""
    return posixpath.relpath(path, base)


class Files:
    """All media files by path, exactly (but for Unicode normalisation) and regardless of case."""

    def __init__(self, media: Iterable[MediaFile], suggestions: Suggestions) -> None:
        self._suggestions = suggestions
        self._paths: dict[str, str] = {}
        self._any_case: dict[str, str] = {}
        self._folders: dict[str, dict[str, str]] = {}
        self._names: dict[str, str] = {}
        for file in media:
            path = unicodedata.normalize("NFC", file.path)
            self._paths[path] = file.path
            self._any_case.setdefault(path.casefold(), path)
            folder, name = posixpath.split(path)
            self._folders.setdefault(folder, {})[name] = path
            self._names.setdefault(name, path)

    def has(self, path: str) -> bool:
        """True when there is a file at exactly this site-relative path."""
        return path in self._paths

    def find(self, use: FileUse, faults: list[Diagnostic]) -> str:
        """The site-relative path of the file meant, or an empty string: then `faults` has grown."""
        found = self._paths.get(use.path, "")
        if found and extension(found) in PUBLISHED:
            return found
        if found:
            kind = extension(found)
            arguments = {"file": use.written, "type": f".{kind}" if kind else posixpath.basename(found)}
            faults.append(
                _fault("file-type-not-published", use, {**arguments, "known": ", ".join(PUBLISHED)})
            )
            return ""
        other_case = self._any_case.get(use.path.casefold())
        if other_case:
            real = relative_path(use.base, other_case)
            place = use.location
            whole = place.end_column - place.column == len(use.written)
            faults.append(
                make_diagnostic(
                    "file-case",
                    place,
                    {"file": use.written, "real": real},
                    suggestion=real,
                    replacement=real if whole else None,
                )
            )
            return ""
        faults.append(_fault("file-missing", use, {"file": use.written}, suggestion=self._nearest(use)))
        return ""

    def _nearest(self, use: FileUse) -> str:
        """The nearest name in the folder meant, else the same or the nearest name anywhere."""
        folder, name = posixpath.split(use.path)
        beside = self._folders.get(folder, {})
        nearest = self._suggestions.nearest(f"folder:{folder}", name, beside)
        if nearest:
            return relative_path(use.base, beside[nearest])
        if name not in self._names:
            name = self._suggestions.nearest("files", name, self._names)
        return relative_path(use.base, self._names[name]) if name else ""


def _fault(code: str, use: FileUse, arguments: dict[str, str], *, suggestion: str = "") -> Diagnostic:
    return make_diagnostic(code, use.location, arguments, suggestion=suggestion)
