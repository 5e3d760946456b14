"""One source to what it says: a document with its body, or records. Pure, and never raises for what a file holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from showcase.content.decode import decode
from showcase.content.documents import make_document
from showcase.content.front_matter import Split, split_front_matter
from showcase.content.names import without_forbidden
from showcase.content.nodes import Mapping
from showcase.content.paths import (
    DOCUMENT_FOLDERS,
    YAML_ENDINGS,
    DocumentPath,
    RecordPath,
    document_path,
    language_of,
    record_path,
)
from showcase.content.reading import Values, read_values
from showcase.content.records import make_records
from showcase.content.scalars import as_id, is_id
from showcase.content.schema import Schema
from showcase.content.schema_documents import document_schema
from showcase.content.schema_records import record_schema
from showcase.content.tree import Tree, read_tree
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location, in_order
from showcase.diagnostics.source_text import SourceText
from showcase.model.entry import Document, FieldDefinition, ParsedFile
from showcase.model.site import SiteConfig
from showcase.model.source import SourceFile

MAX_FRONT_MATTER = 100_000
"""Characters. Whoever writes more has put the text into the front matter."""


@dataclass(frozen=True, slots=True)
class ParseContext:
    """What of the site's settings parsing depends on, and so what a stored result is good for."""

    languages: tuple[str, ...] = ("zh-CN",)
    fields: tuple[FieldDefinition, ...] = ()

    @classmethod
    def of(cls, config: SiteConfig) -> ParseContext:
        """The context that a site's settings give."""
        return cls(tuple(texts.code for texts in config.languages), config.fields)


def parse_source(source: SourceFile, context: ParseContext) -> tuple[ParsedFile, tuple[Diagnostic, ...]]:
    """What one file under content/ says, and everything that is wrong with it.

    What is faulty is left out of the value and said in the diagnostics. A file that no entry can come from gives an
    empty ParsedFile.
    """
    document, records = document_path(source.path), record_path(source.path)
    read: Callable[[SourceText], tuple[ParsedFile, list[Diagnostic]]]
    if document is not None:
        read = partial(_parse_document, path=document, context=context)
    elif records is not None:
        read = partial(_parse_records, path=records, context=context)
    else:
        return ParsedFile(source.path), (_misplaced(source.path),)
    decoded = decode(source.path, source.data)
    if not decoded.legible:
        return ParsedFile(source.path), decoded.diagnostics
    parsed, faults = read(decoded.source)
    return parsed, in_order([*decoded.diagnostics, *faults])


def _misplaced(path: str) -> Diagnostic:
    folder = path.split("/")[1] if path.count("/") > 1 else ""
    if path.lower().endswith(YAML_ENDINGS):
        code = "misplaced-yaml"
    elif folder in DOCUMENT_FOLDERS:
        code = "misplaced-in-folder"
    else:
        code = "misplaced-source"
    return make_diagnostic(code, Location(path), {"folder": folder})


def _parse_document(
    source: SourceText, path: DocumentPath, context: ParseContext
) -> tuple[ParsedFile, list[Diagnostic]]:
    from showcase.markdown.render import render_markdown

    language = language_of(path.suffix, context.languages)
    faults = _check_name(source, path.id)
    if not language:
        arguments = {"suffix": path.suffix[:40], "languages": "、".join(context.languages)}
        faults.append(source.diagnostic("unknown-language-ending", Location(source.path), arguments))
    schema = document_schema(path.kind, context.fields, translation=language != context.languages[0])
    split = split_front_matter(source, schema.known.all)
    tree, values = _front_matter(source, split, schema)
    body, body_faults = render_markdown(source, split.body_line, language or context.languages[0])
    documents: tuple[Document, ...] = ()
    if language:
        documents = (make_document(tree, values, path, language, body, context.fields),)
    return ParsedFile(source.path, documents), [
        *faults,
        *split.diagnostics,
        *tree.diagnostics,
        *body_faults,
    ]


def _front_matter(source: SourceText, split: Split, schema: Schema) -> tuple[Tree, Values]:
    """What the front matter holds; without one nothing, and only that it is missing has been told."""
    nothing = Values(Mapping(0, 0, 0, 0))
    if not split.found:
        return Tree(source, split.first_line), nothing
    length = sum(len(line) + 1 for line in split.lines)
    if length > MAX_FRONT_MATTER:
        tree = Tree(source, split.first_line)
        place = Location(source.path, split.first_line, 1)
        tree.diagnostics.append(source.diagnostic("front-matter-too-large", place, {"length": str(length)}))
        return tree, nothing
    tree = read_tree(source, split.lines, split.first_line, schema.known)
    root = tree.root
    if root is None:
        # An empty map, so that required keys are told as missing; placed on the opening fence.
        root = Mapping(split.opening_line - split.first_line, 0, split.opening_line - split.first_line, 0)
    if not isinstance(root, Mapping):
        tree.tell("front-matter-not-keys", root)
        return tree, nothing
    return tree, read_values(tree, root, schema)


def _parse_records(
    source: SourceText, path: RecordPath, context: ParseContext
) -> tuple[ParsedFile, list[Diagnostic]]:
    schema = record_schema(path.kind, one_a_file=bool(path.id))
    tree = read_tree(source, source.lines, 1, schema.known)
    parsed = make_records(tree, path, context.languages)
    return parsed, [*(_check_name(source, path.id) if path.id else []), *tree.diagnostics]


def _check_name(source: SourceText, name: str) -> list[Diagnostic]:
    if is_id(without_forbidden(name)):
        return []
    return [
        source.diagnostic("invalid-file-name", Location(source.path), {"name": name, "better": as_id(name)})
    ]
