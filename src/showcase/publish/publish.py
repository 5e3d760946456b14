"""Publishing: the outputs into a folder that people may be reading from at this very moment."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.page import Output
from showcase.publish.file_records import (
    FileRecord,
    read_records,
    record,
    records_path,
    save_records,
    untouched,
)
from showcase.publish.inventory import Comparison, Inventory
from showcase.publish.journal import NAME as JOURNAL_NAME
from showcase.publish.journal import merged, read_journal, remove_unfinished
from showcase.publish.lock import only_build
from showcase.publish.manifest import NAME as MANIFEST_NAME
from showcase.publish.manifest import Manifest, ManifestFile, read_manifest
from showcase.publish.output_paths import check_paths, folded
from showcase.publish.own_files import read_own
from showcase.publish.target_folder import PRIVATE, check_folder, is_inside, shown
from showcase.publish.writing import Writer

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What a publication did, as paths in order of name. The manifest itself is not counted; `manifest` is its SHA-256
    in hex."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    manifest: str = ""


def publish(
    outputs: Iterable[Output], folder: Path, *, site: Path
) -> tuple[PublishReport, tuple[Diagnostic, ...]]:
    """Makes `folder` hold the outputs. With a diagnostic nothing, or not everything, was done; every file that was
    there before is still whole, and so is the earlier manifest.

    Only what differs is written, each file in one step: first what pages need (assets, media, index), then pages, then
    what lists them. Then files that the earlier manifest lists and this build has not are removed, and the manifest is
    written last. Files that are not ours are never touched. What is remembered between builds lies in `site/.showcase`.
    """
    wanted = sorted(outputs, key=_order)
    faults = check_paths(output.path for output in wanted)
    if faults:
        return PublishReport(), faults
    refusal = check_folder(folder, site, read_manifest(folder))
    if refusal is not None:
        return PublishReport(), (refusal,)
    where = Location(shown(folder, site))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        records = records_path(site / PRIVATE, folder)
        with only_build(folder, records.with_suffix(".lock")) as alone:
            if not alone:
                return PublishReport(), (make_diagnostic("publish-busy", where, {"folder": where.path}),)
            memory = records if is_inside(records.parent, site) else None
            return _Publication(Path(os.path.realpath(folder)), memory).run(wanted)
    except OSError as error:
        return PublishReport(), (_system_fault(error, where),)


def still_published(folder: Path, *, site: Path, manifest: str) -> PublishReport | None:
    """The report of a publication that has nothing to do, if that is so: the folder has the manifest with this SHA-256,
    and nothing has touched the files that it lists since they were written. None when there is any doubt."""
    if check_folder(folder, site, read_manifest(folder)) is not None or not folder.is_dir():
        return None
    records_file = records_path(site / PRIVATE, folder)
    if not is_inside(records_file.parent, site):
        return None
    with only_build(folder, records_file.with_suffix(".lock")) as alone:
        real = Path(os.path.realpath(folder))
        if not alone or read_journal(real) is not None:
            return None
        data = read_own(real / MANIFEST_NAME)
        if data is None or hashlib.sha256(data).hexdigest() != manifest:
            return None
        records = read_records(records_file)
        listed = read_manifest(real)
        if listed is None or listed.files.keys() != records.keys() or not untouched(real, records):
            return None
        remove_unfinished(real, everywhere=False)
    return PublishReport(unchanged=tuple(sorted(records)), manifest=manifest)


class _Publication:
    """One run, while the lock is held. Without a file of records nothing is remembered."""

    def __init__(self, folder: Path, records: Path | None) -> None:
        self._folder = folder
        self._records_path = records
        self._manifest = read_manifest(folder)
        self._journal = read_journal(folder)
        self._records = read_records(records) if records else {}
        self._writer = Writer(os.fspath(folder))

    def run(self, outputs: Sequence[Output]) -> tuple[PublishReport, tuple[Diagnostic, ...]]:
        """Raises OSError when the system refuses something; what was done until then stands."""
        remove_unfinished(self._folder, everywhere=self._journal is not None)
        digests = {output.path: output.sha256 for output in outputs}
        inventory = Inventory(self._folder, self._manifest, self._journal, self._records)
        comparison = inventory.compare(outputs, digests)
        if comparison.found:
            return PublishReport(), tuple(comparison.found)
        unfinished = inventory.unfinished()
        if comparison.write:
            planned = {output.path: digests[output.path] for output in comparison.write}
            self._writer.write(JOURNAL_NAME, merged(self._journal, planned))
        records = dict(comparison.kept)
        with self._remembering(records):
            self._write(comparison, digests, records)
            cleared = [path for path in comparison.obstacles if path not in digests]
            removed = sorted({*cleared, *self._prune(digests, unfinished)})
            manifest = self._finish(outputs, digests)
        report = PublishReport(
            manifest=manifest,
            written=tuple(sorted(output.path for output in comparison.write)),
            unchanged=tuple(sorted(comparison.unchanged)),
            removed=tuple(removed),
        )
        return report, ()

    @contextlib.contextmanager
    def _remembering(self, records: dict[str, FileRecord]) -> Iterator[None]:
        """Keeps the records whatever happens: also of a run that stopped half way."""
        try:
            yield
        finally:
            if self._records_path and records != self._records:
                save_records(self._records_path, records)

    def _write(
        self, comparison: Comparison, digests: Mapping[str, str], records: dict[str, FileRecord]
    ) -> None:
        for path in comparison.obstacles:
            self._writer.remove(path)
        for path in comparison.folders_in_the_way:
            self._writer.clear_folder(path)
        for output in comparison.write:
            status = self._writer.write(output.path, output.data)
            records[output.path] = record(status, digests[output.path])

    def _prune(self, digests: Mapping[str, str], unfinished: Iterable[str]) -> list[str]:
        """Removes what an earlier build published, or left unfinished, and this one has not."""
        listed = self._manifest.files if self._manifest else {}
        names = {folded(path): path for path in digests}
        removed = []
        for path in sorted({*listed, *unfinished}):
            if path in digests or self._is_another_name(path, names.get(folded(path))):
                continue
            if self._writer.remove(path):
                removed.append(path)
        return removed

    def _is_another_name(self, old: str, new: str | None) -> bool:
        """True when the old path is the new file, on a file system that minds no case."""
        if new is None:
            return False
        try:
            return (self._folder / old).samefile(self._folder / new)
        except OSError:
            return False

    def _finish(self, outputs: Sequence[Output], digests: Mapping[str, str]) -> str:
        """The manifest's SHA-256, once it stands."""
        files = {output.path: ManifestFile(digests[output.path], output.size) for output in outputs}
        data = Manifest(files=files).encode()
        path = self._folder / MANIFEST_NAME
        if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
            self._writer.write(MANIFEST_NAME, data, durable=True)
        with contextlib.suppress(FileNotFoundError):
            (self._folder / JOURNAL_NAME).unlink()
        return hashlib.sha256(data).hexdigest()


def _order(output: Output) -> tuple[int, str]:
    """Nothing is named by a published file before it is there itself."""
    path = output.path
    if path.startswith(("assets/", "media/", "search/")) and not path.endswith(".html"):
        return 0, path
    return (1 if path.endswith(".html") else 2), path


def _system_fault(error: OSError, where: Location) -> Diagnostic:
    arguments = {"folder": where.path, "detail": error.strerror or type(error).__name__}
    if error.errno in _FULL:
        return make_diagnostic("publish-disk-full", where, arguments)
    if error.errno in _FORBIDDEN:
        return make_diagnostic("publish-no-permission", where, arguments)
    return make_diagnostic("publish-failed", where, arguments)
