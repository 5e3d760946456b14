"""What is published on a given day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from showcase.model.catalog import Key
from showcase.model.entry import Document

Documents = Mapping[Key, Mapping[str, Document]]


def split_by_day(documents: Documents, today: date, *, drafts: bool) -> tuple[Documents, frozenset[Key]]:
    """The documents that are published on `today` (drafts only when `drafts` asks for them), and the keys of which
    no language is."""
    day = today.isoformat()
    shown: dict[Key, Mapping[str, Document]] = {}
    hidden: set[Key] = set()
    for key, versions in documents.items():
        if all(_is_shown(document, day, drafts=drafts) for document in versions.values()):
            shown[key] = versions
            continue
        left = {
            language: document
            for language, document in versions.items()
            if _is_shown(document, day, drafts=drafts)
        }
        if left:
            shown[key] = left
        else:
            hidden.add(key)
    return shown, frozenset(hidden)


def _is_shown(document: Document, day: str, *, drafts: bool) -> bool:
    """ISO dates sort as text; an entry is shown from `publish_from` on and until the day before `expires`."""
    if document.draft and not drafts:
        return False
    return document.publish_from <= day and not (document.expires and document.expires <= day)
