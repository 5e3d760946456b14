"""Where the links of all bodies lead."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from showcase.catalog.entries import Entries
from showcase.catalog.files import Files, FileUse, relative_path, resolved_path
from showcase.catalog.shown import Documents
from showcase.catalog.suggest import Suggestions
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.body import LinkUse
from showcase.model.catalog import Key, LinkTarget
from showcase.model.entry import Document, Place, Topic

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OUTWARD = ("http:", "https:", "mailto:", "tel:")
_WEB_ADDRESS = re.compile(r"//|www\.", re.IGNORECASE)
_NOWHERE = LinkTarget("none", "")


def resolve_links(
    entries: Entries, documents: Documents, files: Files, suggestions: Suggestions
) -> tuple[Mapping[tuple[str, int], LinkTarget], tuple[Diagnostic, ...]]:
    """(document path, index into its links) → where the link leads, for every document that is published."""
    destinations = _Destinations(entries, documents, files, suggestions)
    links = {
        (document.path, index): destinations.target(document, use)
        for versions in documents.values()
        for document in versions.values()
        for index, use in enumerate(document.body.links)
    }
    return links, tuple(destinations.faults)


class _Destinations:
    """Everything that a link may lead to."""

    def __init__(
        self, entries: Entries, documents: Documents, files: Files, suggestions: Suggestions
    ) -> None:
        self.faults: list[Diagnostic] = []
        self._documents = documents
        self._files = files
        self._suggestions = suggestions
        self._unreadable = entries.unreadable
        self._keys: dict[str, Key] = {}
        for key, versions in entries.documents.items():
            for document in versions.values():
                self._keys[unicodedata.normalize("NFC", document.path)] = key
        self._records: dict[str, dict[str, str]] = {}
        for kind, records in (("place", entries.places), ("topic", entries.topics)):
            self._add_records(kind, records.values())
        self._sources = _SourceNames((*self._keys, *self._records), suggestions)
        self._heading_ids: dict[str, frozenset[str]] = {}

    def _add_records(self, kind: str, records: Iterable[Place | Topic]) -> None:
        for record in records:
            self._records.setdefault(record.location.path, {})[record.id] = kind

    def target(self, document: Document, use: LinkUse) -> LinkTarget:
        target = use.target
        if target.startswith("#"):
            return self._fragment(document, use)
        if _SCHEME.match(target):
            # Schemes that are not for readers are refused by the Markdown stage.
            return LinkTarget("url", target) if target.lower().startswith(_OUTWARD) else _NOWHERE
        if not target or "\\" in target or "%5c" in target.lower():
            return _NOWHERE  # told by the Markdown stage
        if _WEB_ADDRESS.match(target) and not self._is_file(document, target):
            address = "https://" + target.removeprefix("//")
            return self._fault("link-without-scheme", use, {"target": target, "address": address})
        path, _, fragment = target.partition("#")
        path, fragment = unquote(path), unicodedata.normalize("NFC", unquote(fragment))
        if path.startswith("/"):
            return self._rooted(document, use, path)
        base = posixpath.dirname(document.path)
        resolved = resolved_path(base, path)
        if not resolved:
            return self._fault("link-leaves-content", use, {"target": target})
        return self._relative(document, use, path, resolved, fragment)

    def _is_file(self, document: Document, target: str) -> bool:
        return self._files.has(resolved_path(posixpath.dirname(document.path), unquote(target)))

    def _relative(
        self, document: Document, use: LinkUse, path: str, resolved: str, fragment: str
    ) -> LinkTarget:
        key = self._keys.get(resolved)
        if key is not None:
            return self._entry(document, use, key, fragment)
        if resolved in self._records:
            return self._record(use, resolved, fragment)
        lower = resolved.lower()
        if lower.endswith((".md", ".markdown", ".yaml", ".yml")) or path.endswith("/"):
            return self._missing_source(document, use, resolved)
        base = posixpath.dirname(document.path)
        if f"{resolved}.md" in self._keys and not self._files.has(resolved):
            return self._missing_source(document, use, resolved)
        found = self._files.find(FileUse(unquote(use.target), resolved, base, use.location), self.faults)
        return LinkTarget("file", found, fragment=fragment) if found else _NOWHERE

    def _fragment(self, document: Document, use: LinkUse) -> LinkTarget:
        fragment = unicodedata.normalize("NFC", unquote(use.target[1:]))
        # "#" and "#top" mean the top of the page (HTML, "scroll to the fragment").
        if fragment.lower() in ("", "top"):
            return LinkTarget("fragment", fragment, fragment=fragment)
        if fragment not in self._headings(document):
            return self._no_heading(use, document, fragment)
        return LinkTarget("fragment", fragment, fragment=fragment)

    def _entry(self, document: Document, use: LinkUse, key: Key, fragment: str) -> LinkTarget:
        versions = self._documents.get(key)
        if versions is None:
            return self._fault("link-to-hidden", use, {"target": unquote(use.target), "kind": key[0]})
        shown = versions.get(document.language) or next(iter(versions.values()))
        if fragment and fragment not in self._headings(shown):
            return self._no_heading(use, shown, fragment)
        return LinkTarget("entry", f"{key[0]}/{key[1]}", entry=key, fragment=fragment)

    def _record(self, use: LinkUse, path: str, fragment: str) -> LinkTarget:
        records = self._records[path]
        if not fragment and len(records) == 1:
            fragment = next(iter(records))
        kind = records.get(fragment)
        if kind is None:
            return self._fault(
                "link-record-unknown",
                use,
                {"target": unquote(use.target), "file": path, "id": fragment, "example": next(iter(records))},
                suggestion=self._suggestions.nearest(f"record:{path}", fragment, records),
            )
        return LinkTarget(kind, fragment)

    def _missing_source(self, document: Document, use: LinkUse, resolved: str) -> LinkTarget:
        kind_and_id = _key_of(resolved)
        if kind_and_id in self._unreadable:
            return _NOWHERE  # it is there, and the parse stage has told what is wrong with it
        nearest = self._sources.nearest(resolved)
        return self._fault(
            "link-source-missing",
            use,
            {"target": unquote(use.target)},
            suggestion=relative_path(posixpath.dirname(document.path), nearest) if nearest else "",
        )

    def _rooted(self, document: Document, use: LinkUse, path: str) -> LinkTarget:
        """An address of the published site, which changes with its base path: the file should be named instead."""
        parts = [part for part in path.split("/") if part]
        folders = {"stories": "story", "brands": "brand", "organisations": "organisation"}
        if len(parts) > 1 and parts[-2] in folders:
            key: Key = (folders[parts[-2]], parts[-1])
        else:
            key = ("page", parts[-1] if parts else "")
        versions = self._documents.get(key)
        base = posixpath.dirname(document.path)
        if versions is not None:
            shown = versions.get(document.language) or next(iter(versions.values()))
            suggestion = relative_path(base, shown.path)
        else:
            inside = f"content{posixpath.normpath(path)}"
            known = inside in self._keys or self._files.has(inside)
            suggestion = relative_path(base, inside) if known else ""
        return self._fault("link-rooted", use, {"target": unquote(use.target)}, suggestion=suggestion)

    def _no_heading(self, use: LinkUse, shown: Document, fragment: str) -> LinkTarget:
        nearest = self._suggestions.nearest(
            f"headings:{shown.path}", fragment, (heading.id for heading in shown.body.headings)
        )
        arguments = {"fragment": fragment, "file": shown.path}
        return self._fault(
            "link-heading-missing", use, arguments, suggestion=f"#{nearest}" if nearest else ""
        )

    def _headings(self, document: Document) -> frozenset[str]:
        known = self._heading_ids.get(document.path)
        if known is None:
            known = frozenset(heading.id for heading in document.body.headings)
            self._heading_ids[document.path] = known
        return known

    def _fault(
        self, code: str, use: LinkUse, arguments: Mapping[str, str], *, suggestion: str = ""
    ) -> LinkTarget:
        self.faults.append(make_diagnostic(code, use.location, arguments, suggestion=suggestion))
        return _NOWHERE


class _SourceNames:
    """Source files by folder and name, for suggestions: what the site's editors call them, without endings."""

    def __init__(self, paths: Iterable[str], suggestions: Suggestions) -> None:
        self._suggestions = suggestions
        self._folders: dict[str, dict[str, str]] = {}
        self._anywhere: dict[str, str] = {}
        for path in paths:
            folder, name = _folder_and_name(path)
            self._folders.setdefault(folder, {})[name] = path
            self._anywhere.setdefault(name, path)

    def nearest(self, path: str) -> str:
        """The path of the source nearest in name: in the same folder, else anywhere; or an empty string."""
        folder, name = _folder_and_name(path)
        beside = self._folders.get(folder, {})
        if name in beside:
            return beside[name]
        near = self._suggestions.nearest(f"sources:{folder}", name, beside)
        if near:
            return beside[near]
        if name not in self._anywhere:
            name = self._suggestions.nearest("sources", name, self._anywhere)
        return self._anywhere.get(name, "")


def _folder_and_name(path: str) -> tuple[str, str]:
    folder, _, name = path.removesuffix("/").removesuffix(".md").removesuffix("/index").rpartition("/")
    return folder, name


def _key_of(path: str) -> Key:
    folders = {"stories": "story", "brands": "brand", "organisations": "organisation", "pages": "page"}
    match = re.fullmatch(r"content/(\w+)/([^/.]+)(?:/index)?(?:\.[\w-]+)?\.md", path)
    return (folders.get(match[1], ""), match[2]) if match else ("", "")
