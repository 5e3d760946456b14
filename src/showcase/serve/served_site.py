"""The last good site, in memory, and what the newest build said."""

from __future__ import annotations

from dataclasses import replace

from showcase.build import BuildRequest, BuiltSite, build_site
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location, Severity
from showcase.diagnostics.wording import MessageLanguage
from showcase.model.page import Output
from showcase.store.store import Store
from showcase.workers import Workers


class ServedSite:
    """Builds on demand and keeps the outputs of the last build without faults."""

    def __init__(self, request: BuildRequest, store: Store, language: MessageLanguage | None) -> None:
        self._request = request
        self._store = store
        self._language = language
        self._files: dict[str, Output] = {}
        self.language: MessageLanguage = language or "zh"
        self.diagnostics: tuple[Diagnostic, ...] = ()

    def rebuild(self, workers: Workers) -> tuple[BuiltSite, tuple[str, ...]]:
        """One more build. Returns it with the paths of the outputs that it changed; a faulty build changes none."""
        site = build_site(self._request, self._store, workers)
        if site.config is not None and self._language is None:
            self.language = "zh" if site.config.language.startswith("zh") else "en"
        self.diagnostics = tuple(item for item in site.diagnostics if item.severity is not Severity.INFO)
        if site.faulty or site.config is None:
            return site, ()
        files = {output.path: output for output in site.outputs}
        changed = [
            path
            for path, output in files.items()
            if path not in self._files or self._files[path].sha256 != output.sha256
        ]
        changed += [path for path in self._files if path not in files]
        self._files = files
        # Only now: pages of the site before are asked for until the new ones stand.
        self._store.save()
        return replace(site, outputs=()), tuple(changed)

    def crashed(self, report: str) -> None:
        """A build ended with a bug of ours: what is served stays, and says so. `report` is the path of the report."""
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
                return files[candidate]
        return None
