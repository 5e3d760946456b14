"""What stands in the output folder, compared with what should: nothing is changed here."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.page import Output
from showcase.publish.file_records import FileRecord, record
from showcase.publish.journal import Journal
from showcase.publish.manifest import Manifest


@dataclass(slots=True)
class Comparison:
    """The outputs sorted by what must be done. `obstacles` are our own files that stand where a folder must be, or in a
    folder that stands where a file must be (`folders_in_the_way`). `kept` are the records of unchanged files."""

    write: list[Output] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    folders_in_the_way: list[str] = field(default_factory=list)
    kept: dict[str, FileRecord] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


class Inventory:
    """The output folder as it stands."""

    def __init__(
        self,
        folder: Path,
        manifest: Manifest | None,
        journal: Journal | None,
        records: Mapping[str, FileRecord],
    ) -> None:
        self._folder = os.fspath(folder)
        self._ours = manifest.files if manifest else {}
        self._journal = journal.files if journal else {}
        self._records = records
        self._folders: dict[str, bool] = {"": True}

    def compare(self, outputs: Sequence[Output], digests: Mapping[str, str]) -> Comparison:
        """What to write, what stays, and what may not be touched. `digests`: path → SHA-256 of the new content."""
        comparison = Comparison()
        for output in outputs:
            if self._parents_stand(output.path, comparison):
                self._file(output, digests[output.path], comparison)
            else:
                comparison.write.append(output)
        return comparison

    def unfinished(self) -> list[str]:
        """Files that a killed build wrote and no manifest lists yet."""
        return [
            path
            for path in self._journal
            if path not in self._ours and self._status(path) and self._is_ours(path)
        ]

    def _file(self, output: Output, sha256: str, comparison: Comparison) -> None:
        status = self._status(output.path)
        if status is None:
            comparison.write.append(output)
            return
        if stat.S_ISREG(status.st_mode):
            known = self._records.get(output.path)
            same = (
                known.sha256 == sha256
                if known is not None and known.fits(status)
                else status.st_size == output.size and self._digest(output.path) == sha256
            )
            if same:
                comparison.unchanged.append(output.path)
                comparison.kept[output.path] = record(status, sha256)
                return
        if stat.S_ISDIR(status.st_mode):
            self._folder_in_the_way(output, comparison)
        elif self._is_ours(output.path):
            comparison.write.append(output)
        else:
            comparison.found.append(_foreign(output.path))

    def _folder_in_the_way(self, output: Output, comparison: Comparison) -> None:
        """A folder stands where a file must be: it goes only if all it holds is ours."""
        held: list[str] = []
        for parent, _, names in os.walk(f"{self._folder}/{output.path}"):
            inside = parent[len(self._folder) + 1 :].replace(os.sep, "/")
            held += [f"{inside}/{name}" for name in sorted(names)]
        foreign = [path for path in held if not self._is_ours(path)]
        if foreign:
            comparison.found.append(_foreign(foreign[0]))
            return
        comparison.obstacles += held
        comparison.folders_in_the_way.append(output.path)
        comparison.write.append(output)

    def _parents_stand(self, path: str, comparison: Comparison) -> bool:
        """True when the file's folder is there. A link or a foreign file in its place is a fault; our own file in its
        place is an obstacle."""
        parent = path.rpartition("/")[0]
        known = self._folders.get(parent)
        if known is not None:
            return known
        stands = False
        if self._parents_stand(parent, comparison):
            status = self._status(parent)
            if status is not None and not stat.S_ISDIR(status.st_mode):
                if self._is_ours(parent):
                    comparison.obstacles.append(parent)
                else:
                    comparison.found.append(_foreign(parent))
            stands = status is not None and stat.S_ISDIR(status.st_mode)
        self._folders[parent] = stands
        return stands

    def _is_ours(self, path: str) -> bool:
        """True for a file that an earlier manifest lists, or that holds what an earlier build wrote."""
        if path in self._ours:
            return True
        status = self._status(path)
        if status is None or not stat.S_ISREG(status.st_mode):
            return False
        known = self._records.get(path)
        if known is not None and known.fits(status):
            return True
        planned = self._journal.get(path)
        return planned is not None and self._digest(path) in planned

    def _status(self, path: str) -> os.stat_result | None:
        try:
            return os.lstat(f"{self._folder}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _digest(self, path: str) -> str:
        """SHA-256 of the file, or an empty string when it cannot be read."""
        try:
            with open(f"{self._folder}/{path}", "rb") as file:  # noqa: PTH123 - a path object for each file is slow
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""


def _foreign(path: str) -> Diagnostic:
    return make_diagnostic("publish-foreign-file", Location(path), {"path": path})
