"""The facts panel of a document."""

from __future__ import annotations

from collections.abc import Sequence

from showcase.model.catalog import Key
from showcase.model.entry import Document, FieldDefinition, FieldValue
from showcase.model.view import Fact, Link
from showcase.pages.vantage import Vantage
from showcase.text.dates import format_date
from showcase.text.numbers import group_digits


def document_facts(vantage: Vantage, document: Document) -> tuple[Fact, ...]:
    """What a document is tied to, its date, its kind and the fields that the site defined, as far as there are any."""
    key: Key = (document.kind, document.id)
    relations = vantage.edition.relations(key)
    facts = [
        _linked(vantage, "fact.brand", [("brand", one) for one in relations.brands]),
        _linked(vantage, "fact.organisation", [("organisation", one) for one in relations.organisations]),
        _written(vantage, "fact.kind", document.organisation_kind),
        _linked(vantage, "fact.place", [("place", one) for one in relations.places]),
        _linked(vantage, "fact.topic", [("topic", one) for one in relations.topics]),
        _written(vantage, "fact.date", vantage.date(document.date)),
    ]
    definitions = {one.name: one for one in vantage.edition.catalog.site.fields if one.kind == document.kind}
    for value in document.fields:
        definition = definitions.get(value.name)
        if definition is not None:
            facts.append(_field(vantage, definition, value))
    return tuple(fact for fact in facts if fact.text or fact.links)


def _linked(vantage: Vantage, label: str, keys: Sequence[Key]) -> Fact:
    return Fact(vantage.t(label), links=tuple(vantage.link(key) for key in keys))


def _written(vantage: Vantage, label: str, text: str) -> Fact:
    return Fact(vantage.t(label), text)


def _field(vantage: Vantage, definition: FieldDefinition, value: FieldValue) -> Fact:
    label = definition.labels.get(vantage.language, definition.label or definition.name)
    if definition.type == "url":
        return Fact(label, links=tuple(_outside_link(vantage, one) for one in value.values))
    separator = "、" if vantage.language.startswith("zh") else ", "
    return Fact(label, separator.join(_field_text(vantage, definition, one) for one in value.values))


def _outside_link(vantage: Vantage, target: str) -> Link:
    return Link(target.partition("://")[2].rstrip("/") or target, vantage.outside(target))


def _field_text(vantage: Vantage, definition: FieldDefinition, text: str) -> str:
    if definition.type == "date":
        return format_date(text, vantage.language)
    if definition.type == "number":
        return group_digits(text, vantage.language)
    if definition.type == "boolean":
        return vantage.t("yes" if text == "true" else "no")
    return text
