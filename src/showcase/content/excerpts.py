"""The source lines of diagnostics that a later stage found, which knows places but not texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from showcase.content.decode import decode
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.source_text import SourceText
from showcase.model.source import SourceFile


def with_excerpts(diagnostics: Iterable[Diagnostic], sources: Iterable[SourceFile]) -> tuple[Diagnostic, ...]:
    """The diagnostics, each that names a line of a source with that line, where it has none yet."""
    listed = tuple(diagnostics)
    wanted = {item.location.path for item in listed if item.location.line and not item.excerpt}
    texts: dict[str, SourceText] = {
        source.path: decode(source.path, source.data).source for source in sources if source.path in wanted
    }
    return tuple(
        replace(item, excerpt=texts[item.location.path].excerpt(item.location.line))
        if not item.excerpt and item.location.line and item.location.path in texts
        else item
        for item in listed
    )
