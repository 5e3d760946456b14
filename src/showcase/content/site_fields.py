"""The fields that a site adds to its documents (site.yaml `fields:`)."""

from __future__ import annotations

import re

from showcase.content.nodes import Scalar
from showcase.content.reading import Item, Values
from showcase.content.schema_documents import document_schema
from showcase.content.tree import Tree
from showcase.model.entry import DocumentKind, FieldDefinition

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ALIAS = re.compile(r"[^\s:：#,，\[\]{}\"'&*!|>%@`-][^:：#,，\[\]{}\"']{0,29}")
_KINDS: tuple[DocumentKind, ...] = ("story", "brand", "organisation", "page")


def field_definitions(tree: Tree, values: Values) -> tuple[FieldDefinition, ...]:
    """Every sound definition, kind by kind in a fixed order; the others are told and left out."""
    found: list[FieldDefinition] = []
    for kind in _KINDS:
        taken = set(document_schema(kind).by_name)
        for item in values.all(kind):
            definition = _definition(tree, kind, item, taken)
            if definition is not None:
                found.append(definition)
                taken |= {definition.name, definition.alias}
    return tuple(found)


def _definition(tree: Tree, kind: DocumentKind, item: Item, taken: set[str]) -> FieldDefinition | None:
    values = item.inner
    if values is None or not values.text("type"):
        return None
    alias = values.first("alias")
    if not _NAME.fullmatch(item.name):
        tree.tell("field-name", item.node, {"name": item.name[:40]})
        return None
    for name, node in (
        (item.name, item.node),
        (alias.text if alias else "", alias.node if alias else item.node),
    ):
        if name and name in taken:
            tree.tell("field-taken", node, {"name": name, "kind": kind})
            return None
    if alias and not _ALIAS.fullmatch(alias.text):
        tree.tell("field-alias", alias.node, {"name": alias.text[:40]})
        return None
    choices = values.texts("choices")
    if (values.text("type") == "choice") != bool(choices):
        code = "field-without-choices" if not choices else "field-with-choices"
        tree.tell(code, item.node, {"name": item.name})
        if not choices:
            return None
    return FieldDefinition(
        name=item.name,
        kind=kind,
        type=values.text("type"),
        label=values.text("label") or (alias.text if alias else item.name),
        alias=alias.text if alias else "",
        required=values.text("required") == "true",
        many=values.text("many") == "true",
        choices=choices,
        labels={label.name: label.text for label in values.all("labels") if _has_text(label)},
    )


def _has_text(label: Item) -> bool:
    return bool(label.text) and isinstance(label.node, Scalar)
