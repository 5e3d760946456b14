"""What a source is, told from its path alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from showcase.model.entry import DocumentKind, RecordKind

DOCUMENT_FOLDERS: dict[str, DocumentKind] = {
    "stories": "story",
    "brands": "brand",
    "organisations": "organisation",
    "pages": "page",
}
RECORD_NAMES: dict[str, RecordKind] = {"places": "place", "topics": "topic", "sources": "source"}
YAML_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class DocumentPath:
    """A Markdown entry. `suffix` is the language ending as written (`en` in `a.en.md`), or empty."""

    kind: DocumentKind
    id: str
    suffix: str


@dataclass(frozen=True, slots=True)
class RecordPath:
    """Records. `id` is empty where the file holds a list."""

    kind: RecordKind
    id: str


def document_path(path: str) -> DocumentPath | None:
    """`content/stories/<id>[.<lang>].md` or `content/stories/<id>/index[.<lang>].md`, and the like."""
    pure = PurePosixPath(path)
    parts = pure.parts
    if (
        len(parts) < 3
        or parts[0] != "content"
        or pure.suffix.lower() != ".md"
        or parts[1] not in DOCUMENT_FOLDERS
    ):
        return None
    kind = DOCUMENT_FOLDERS[parts[1]]
    stem, _, suffix = pure.stem.partition(".")
    if len(parts) == 3:
        return DocumentPath(kind, stem, suffix) if stem not in ("", "index") else None
    if len(parts) == 4 and stem == "index":
        return DocumentPath(kind, parts[2], suffix)
    return None


def record_path(path: str) -> RecordPath | None:
    """`content/places.yaml` or `content/places/<id>.yaml`, and the like."""
    pure = PurePosixPath(path)
    parts = pure.parts
    if parts[:1] != ("content",) or pure.suffix.lower() not in YAML_ENDINGS:
        return None
    if len(parts) == 2 and pure.stem in RECORD_NAMES:
        return RecordPath(RECORD_NAMES[pure.stem], "")
    if len(parts) == 3 and parts[1] in RECORD_NAMES:
        return RecordPath(RECORD_NAMES[parts[1]], pure.stem)
    return None


def language_of(suffix: str, languages: tuple[str, ...]) -> str:
    """The site's language that a file's ending means: exactly, or by its first part (`zh` for `zh-CN`); the main
    language without an ending; empty when there is none."""
    if not suffix:
        return languages[0]
    wanted = suffix.lower().replace("_", "-")
    for language in languages:
        if language.lower() == wanted:
            return language
    for language in languages:
        if language.lower().startswith(f"{wanted}-"):
            return language
    return ""
