"""The last good site, in memory, and what the newest build said."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from showcase.built_site import BuiltSite, unconfigured
from showcase.content.discover import discover
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location, Severity
from showcase.diagnostics.wording import MessageLanguage
from showcase.finish import finish, unrendered
from showcase.inputs import BuildRequest, Progress, read_again, read_inputs
from showcase.model.page import Output
from showcase.model.source import SourceTree
from showcase.prepare import Prepared, prepare
from showcase.render.pages import render_now
from showcase.store.store import Store
from showcase.workers import Workers

_LOOKED_AT = 4
"""Pages that are made first after an edit: those last asked for."""


class AbandonedError(Exception):
    """A newer edit made this build pointless."""


class ServedSite:
    """Builds on demand and keeps the outputs of the last build without faults.

    An edit is taken in by `look`, which shows it on the pages that are being looked at, and then by `complete`, which makes all
    the others. The next `look` may begin while a `complete` is running in another thread: that one is then abandoned, and
    changes nothing any more. No two of either run at once."""

    def __init__(self, request: BuildRequest, store: Store, language: MessageLanguage | None) -> None:
        self._request = request
        self._store = store
        self._language = language
        self._files: dict[str, Output] = {}
        self._prepared: Prepared | None = None
        self._touched: set[str] = set()
        self._looked_at: deque[str] = deque(maxlen=_LOOKED_AT)
        self._edits = 0
        self._swapping = Lock()
        self.language: MessageLanguage = language or "zh"
        self.diagnostics: tuple[Diagnostic, ...] = ()

    def rebuild(self, workers: Workers) -> BuiltSite:
        """The whole site from what stands in its folder now."""
        self._prepared = None
        site, _ = self.look((), workers)
        return site if site.faulty or site.config is None else self.complete(workers)[0]

    def look(self, touched: Iterable[Path], workers: Workers) -> tuple[BuiltSite, tuple[str, ...]]:
        """Takes in edits of the files `touched`, and makes the pages that are being looked at. Returns the site as far as it
        is known, and the paths of the outputs that changed; with a fault none does."""
        self.abandon()
        self._touched.update(path.relative_to(self._request.site).as_posix() for path in touched)
        before = self._prepared
        inputs = read_again(self._request, before.inputs, frozenset(self._touched)) if before else None
        inputs = inputs or read_inputs(self._request, self._store)
        if inputs.config is None:
            site = unconfigured(inputs)
            self._take_note(site)
            return site, ()
        prepared = prepare(self._request, inputs, inputs.config, self._store, workers, before=before)
        self._prepared = prepared
        self._touched.clear()
        site = unrendered(self._request, prepared)
        self._take_note(site)
        return site, () if site.faulty else self._show_first(prepared)

    def complete(self, workers: Workers | None = None) -> tuple[BuiltSite, tuple[str, ...]]:
        """Makes all that is not made yet of what `look` took in. Returns the site with the paths of the outputs that this
        changed; `workers` are by default this process alone, which can be interrupted. Raises AbandonedError when there was another `look` meanwhile."""
        edits = self._edits

        def checkpoint(_stage: str = "", _count: int = 0) -> None:
            if self._edits != edits:
                raise AbandonedError

        if workers is not None:
            return self._complete(workers, checkpoint)
        with Workers(1, checkpoint) as interruptible:
            return self._complete(interruptible, checkpoint)

    def _complete(self, workers: Workers, checkpoint: Progress) -> tuple[BuiltSite, tuple[str, ...]]:
        prepared = self._current(workers, checkpoint)
        if prepared is None:
            return BuiltSite(None, diagnostics=self.diagnostics), ()
        site = finish(self._request, prepared, self._store, workers, checkpoint)
        checkpoint("", 0)
        self._take_note(site)
        if site.faulty:
            return site, ()
        files = {output.path: output for output in site.outputs}
        with self._swapping:
            checkpoint("", 0)
            return site, self._swap(files)

    def _swap(self, files: dict[str, Output]) -> tuple[str, ...]:
        changed = [
            path
            for path, output in files.items()
            if path not in self._files or self._files[path].sha256 != output.sha256
        ]
        changed += [path for path in self._files if path not in files]
        self._files = files
        # Only now: pages of the site before are asked for until the new ones stand.
        self._store.save()
        return tuple(changed)

    def abandon(self) -> None:
        """Lets a `complete` that runs in another thread end as soon as it can."""
        with self._swapping:
            self._edits += 1

    def crashed(self, report: str) -> None:
        """A build ended with a bug of ours: what is served stays, and says so. `report` is the path of the report."""
        self._prepared = None
        self.diagnostics = (make_diagnostic("internal-error", Location(report)),)

    @property
    def ready(self) -> bool:
        """True once a build without faults has been made."""
        return bool(self._files)

    def find(self, path: str) -> Output | None:
        """The output that answers a request for `path` (decoded, with its leading slash), or None."""
        name = path.lstrip("/")
        files = self._files  # a build may put others in their place meanwhile
        for candidate in (name, f"{name.rstrip('/')}/index.html" if name.strip("/") else "index.html"):
            if candidate in files:
                if candidate.endswith(".html"):
                    if candidate in self._looked_at:
                        self._looked_at.remove(candidate)
                    self._looked_at.append(candidate)
                return files[candidate]
        return None

    def _current(self, workers: Workers, checkpoint: Progress) -> Prepared | None:
        """What `look` prepared, unless the folder has changed since without anybody telling: then what stands there now.
        None where that has no settings to go by."""
        prepared = self._prepared
        if prepared is not None and _same(discover(self._request.site)[0], prepared.inputs.tree):
            return prepared
        inputs = read_inputs(self._request, self._store)
        if inputs.config is None:
            self._take_note(unconfigured(inputs))
            return None
        prepared = prepare(self._request, inputs, inputs.config, self._store, workers, checkpoint, prepared)
        with self._swapping:
            checkpoint("", 0)
            self._prepared = prepared
        return prepared

    def _show_first(self, prepared: Prepared) -> tuple[str, ...]:
        theme = prepared.inputs.theme
        wanted = set(self._looked_at)
        if theme is None or not wanted:
            return ()
        changed: dict[str, Output] = {}
        for page in prepared.pages:
            if page.output_path in wanted:
                output = render_now(page, theme)
                shown = self._files.get(page.output_path)
                if output is not None and (shown is None or shown.sha256 != output.sha256):
                    changed[page.output_path] = output
        self._files = {**self._files, **changed}
        return tuple(changed)

    def _take_note(self, site: BuiltSite) -> None:
        if site.config is not None and self._language is None:
            self.language = "zh" if site.config.language.startswith("zh") else "en"
        self.diagnostics = tuple(item for item in site.diagnostics if item.severity is not Severity.INFO)


def _same(one: SourceTree, other: SourceTree) -> bool:
    return one.media == other.media and [(source.path, source.digest) for source in one.sources] == [
        (source.path, source.digest) for source in other.sources
    ]
