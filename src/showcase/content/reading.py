"""A map of the source read against its schema: every key typed, every fault told."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field

from showcase.content.nodes import Mapping, Node, Scalar, Sequence
from showcase.content.scalars import Refusal, convert, unfolded
from showcase.content.schema import Key, Schema, ValueType
from showcase.content.tree import Tree
from showcase.diagnostics.diagnostic import Location
from showcase.text.nearest import nearest

_REFERENCE_SEPARATORS = "，、；;"


@dataclass(slots=True)
class Item:
    """One value. `text` is canonical for the key's type; `inner` holds the keys of a map. `name` is the id under
    which a keyed map holds it, `key` where that id stands."""

    text: str
    node: Node
    inner: Values | None = None
    name: str = ""
    key: Scalar | None = None


@dataclass(slots=True)
class Values:
    """What one map gave, by canonical key. Empty values are not in it."""

    node: Mapping
    items: dict[str, list[Item]] = field(default_factory=dict)

    @property
    def written(self) -> tuple[str, ...]:
        """The canonical keys that hold something, in the order written."""
        return tuple(self.items)

    def all(self, name: str) -> list[Item]:
        """Every value of a key."""
        return self.items.get(name, [])

    def first(self, name: str) -> Item | None:
        """The value of a key that takes one."""
        items = self.items.get(name)
        return items[0] if items else None

    def text(self, name: str) -> str:
        """The canonical text of a key that takes one value; empty when it is not there."""
        items = self.items.get(name)
        return items[0].text if items else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """The canonical texts of a key that takes several."""
        return tuple(item.text for item in self.all(name))


def read_values(tree: Tree, node: Mapping, schema: Schema) -> Values:
    """Reads a map. What is faulty is left out and told in `tree.diagnostics`."""
    return _Reading(tree).mapping(node, schema)


class _Reading:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def mapping(self, node: Mapping, schema: Schema) -> Values:
        values = Values(node)
        written: dict[str, Scalar] = {}
        meant: set[str] = set()
        names = schema.by_name
        for name, value in node.pairs:
            key = names.get(name.text) or names.get(name.text.strip())
            if key is None:
                meant.add(self._unknown(name, schema))
                continue
            earlier = written.setdefault(key.name, name)
            if earlier is not name:
                place = self._tree.place(earlier)
                arguments = {"key": name.text, "other": earlier.text, "line": str(place.line)}
                self._tree.tell("key-in-two-languages", name, arguments, related=(place,))
                continue
            items = self._value(key, name, value, schema)
            if items:
                values.items[key.name] = items
        for key in schema.keys:
            if key.required and key.name not in written and not meant & {key.name, key.alias}:
                self._missing(key, node, schema)
        return values

    def _unknown(self, name: Scalar, schema: Schema) -> str:
        """Tells it; answers the name that was probably meant, which then is not missing as well."""
        allowed = schema.by_name
        written = name.text.strip()
        suggestion = nearest(written, allowed) if written else ""
        arguments = {
            "kind": schema.kind,
            "key": written[:60],
            "named": "、".join(
                f"{key.alias}（{key.name}）" if key.alias else key.name for key in schema.keys
            ),
            "keys": ", ".join(key.name for key in schema.keys),
        }
        self._tree.tell(
            "unknown-field", name, arguments, suggestion=suggestion, replacement=suggestion or None
        )
        return suggestion

    def _missing(self, key: Key, node: Mapping, schema: Schema) -> None:
        lost = self._tree.lost
        if key.name in lost or (key.alias and key.alias in lost):
            return
        arguments = {"kind": schema.kind, "key": key.name, "alias": key.alias or key.name}
        place = self._tree.place(node)
        self._tree.diagnostics.append(
            self._tree.source.diagnostic(
                "required-missing", Location(place.path, place.line, place.column), arguments
            )
        )

    def _value(self, key: Key, name: Scalar, node: Node, schema: Schema) -> list[Item]:
        if isinstance(node, Scalar) and node.empty:
            if key.required:
                arguments = {"kind": schema.kind, "key": name.text}
                self._tree.tell("required-empty", name, arguments)
            return []
        if key.keyed:
            return self._keyed(key, name, node)
        if key.type is ValueType.MAP and key.schema is None:
            return self._free(name, node)
        if not isinstance(node, Sequence):
            item = self._one(key, name, node)
            return [item] if item else []
        if not key.many:
            self._tree.tell("list-not-allowed", node, {"key": name.text})
        items = [self._one(key, name, inner) for inner in node.items]
        found = [item for item in items if item is not None]
        return found if key.many else found[:1]

    def _keyed(self, key: Key, name: Scalar, node: Node) -> list[Item]:
        if not isinstance(node, Mapping) or key.schema is None:
            self._tree.tell("map-expected", node, {"key": name.text})
            return []
        items = []
        for inner_name, inner in node.pairs:
            if not isinstance(inner, Mapping):
                self._tree.tell("map-expected", inner_name, {"key": inner_name.text[:60]})
                continue
            values = self.mapping(inner, key.schema)
            items.append(Item(inner_name.text, inner_name, values, inner_name.text.strip()))
        return items

    def _free(self, name: Scalar, node: Node) -> list[Item]:
        """A map of names that no schema knows, each with a scalar."""
        if not isinstance(node, Mapping):
            self._tree.tell("map-expected", node, {"key": name.text})
            return []
        items = []
        for inner_name, inner in node.pairs:
            if isinstance(inner, Scalar):
                items.append(Item(inner.text.strip(), inner, None, inner_name.text.strip(), inner_name))
            else:
                self._tell_not_scalar(inner_name, inner)
        return items

    def _tell_not_scalar(self, name: Scalar, node: Node) -> None:
        code = "map-not-allowed" if isinstance(node, Mapping) else "list-not-allowed"
        self._tree.tell(code, node, {"key": name.text[:60]})

    def _one(self, key: Key, name: Scalar, node: Node) -> Item | None:
        if isinstance(node, Sequence) or (isinstance(node, Mapping) and key.schema is None):
            self._tell_not_scalar(name, node)
            return None
        if isinstance(node, Mapping) and key.schema is not None:
            return Item("", node, self.mapping(node, key.schema))
        if not isinstance(node, Scalar) or key.type is ValueType.MAP:
            self._tree.tell("map-expected", node, {"key": name.text})
            return None
        if node.empty:
            return None
        return self._scalar(key, name, node)

    def _scalar(self, key: Key, name: Scalar, node: Scalar) -> Item | None:
        if key.many and node.plain and key.type in (ValueType.REFERENCE, ValueType.TEXT):
            parts = _split(node.text)
            if len(parts) > 1:
                replacement = f"[{', '.join(parts)}]"
                self._tree.tell("list-without-brackets", node, {"key": name.text}, replacement=replacement)
                return None
        text = node.text.strip()
        if node.end_line > node.line and not node.literal:
            text = unfolded(text)
        text = self._unwrapped(key, node, text)
        result = convert(key, text)
        if isinstance(result, Refusal):
            arguments: MappingType[str, str] = {"key": name.text, "value": text[:80], **result.arguments}
            self._tree.tell(
                result.code,
                node,
                dict(arguments),
                suggestion=result.suggestion,
                replacement=result.replacement,
            )
            return None
        if len(result) > key.max_length:
            arguments = {"key": name.text, "length": str(len(result)), "most": str(key.max_length)}
            self._tree.tell("value-too-long", node, dict(arguments))
        return Item(result, node)

    def _unwrapped(self, key: Key, node: Scalar, text: str) -> str:
        """A value in Chinese quotation marks, which were probably meant as YAML's. Prose keeps them all the same."""
        if not (node.plain and _is_wrapped(text)):
            return text
        inner = text[1:-1].strip()
        self._tree.tell("full-width-quotes", node, {"value": inner[:60]}, replacement=f'"{inner}"')
        return text if key.type in (ValueType.TEXT, ValueType.LONG_TEXT) else inner


def _is_wrapped(text: str) -> bool:
    return (
        len(text) > 2
        and text[0] in "“‘＂"
        and text[-1] in "”’＂"
        and not any(mark in text[1:-1] for mark in '“”‘’＂"\\')
    )


def _split(text: str) -> list[str]:
    for separator in _REFERENCE_SEPARATORS:
        text = text.replace(separator, ",")
    if "," not in text:
        return [text]
    return [part.strip() for part in text.split(",") if part.strip()]
