"""The views as JSON Schema (draft 2020-12), for editors and for tools that make or read views."""

from __future__ import annotations

import dataclasses
import types
import typing
from typing import Any

from showcase.model import view as views

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def view_schema() -> dict[str, Any]:
    """A schema of `View`, what `showcase inspect URL` shows under `view`; every type stands under `$defs` by its name."""
    definitions: dict[str, Any] = {}
    _reference(views.View, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "showcase views",
        "$ref": "#/$defs/View",
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if dataclasses.is_dataclass(annotation):
        return _reference(annotation, definitions)
    if annotation in _PLAIN:
        return {"type": _PLAIN[annotation]}
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_schema(one, definitions) for one in arguments]}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is tuple:
        items = [_schema(one, definitions) for one in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    raise AssertionError(f"no JSON Schema is known for {annotation}")


def _reference(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in definitions:
        definitions[
            kind.__name__
        ] = {}  # stands before its fields are looked at: a component holds components
        hints = typing.get_type_hints(kind, vars(views))
        names = [field.name for field in dataclasses.fields(kind)]
        definitions[kind.__name__] = {
            "description": " ".join((kind.__doc__ or "").split()),
            "type": "object",
            "properties": {name: _schema(hints[name], definitions) for name in names},
            "required": names,
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}
