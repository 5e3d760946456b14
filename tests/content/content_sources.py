"""Sources for the tests of content/."""

from __future__ import annotations

from showcase.content.parse import ParseContext, parse_source
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.entry import Document, FieldDefinition, ParsedFile
from showcase.model.source import SourceFile

CONTEXT = ParseContext(("zh-CN", "en", "bo"))


def source(text: str | bytes, path: str = "content/stories/a.md") -> SourceFile:
    data = text.encode() if isinstance(text, str) else text
    return SourceFile(path, data, "")


def parse(
    text: str | bytes, path: str = "content/stories/a.md", context: ParseContext = CONTEXT
) -> tuple[ParsedFile, tuple[Diagnostic, ...]]:
    return parse_source(source(text, path), context)


def story(
    front_matter: str, fields: tuple[FieldDefinition, ...] = ()
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """A story of a title and the keys given; what is told about it."""
    parsed, faults = parse(
        f"---\ntitle: 故事\n{front_matter}\n---\n", context=ParseContext(("zh-CN",), fields)
    )
    return parsed.documents[0], faults


def codes(faults: tuple[Diagnostic, ...]) -> list[str]:
    return [fault.code for fault in faults]


def mended(text: str, faults: tuple[Diagnostic, ...]) -> str:
    """The text with every exact replacement made, the last place first."""
    lines = text.split("\n")
    for fault in sorted(faults, key=lambda item: item.location, reverse=True):
        if fault.replacement is not None:
            place = fault.location
            line = lines[place.line - 1]
            lines[place.line - 1] = (
                line[: place.column - 1] + fault.replacement + line[place.end_column - 1 :]
            )
    return "\n".join(lines)
