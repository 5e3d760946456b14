"""What a schema is made of: the keys of a kind, each with its names, its type and a sentence of help.

The tables stand in schema_documents, schema_records and schema_site. Reading, validation, the JSON Schema and the
field guide are all made from them.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from showcase.content.slips import KnownKeys
from showcase.model.choice import Choice


class ValueType(enum.StrEnum):
    """What a scalar must be. The texts in brackets are canonical forms."""

    TEXT = "text"
    """One line of text, trimmed."""
    LONG_TEXT = "long_text"
    """Text that may have paragraphs."""
    ID = "id"
    """Letters of any script, digits, hyphens, underscores."""
    SLUG = "slug"
    """Lower-case ASCII words joined by hyphens."""
    DATE = "date"
    """EDTF level 0 or 1."""
    DAY = "day"
    """One calendar day (`2024-06-01`)."""
    BOOLEAN = "boolean"
    """`true` or `false`."""
    INTEGER = "integer"
    """A whole number (`12`)."""
    DECIMAL = "decimal"
    """A number without grouping (`300000`, `3.5`)."""
    URL = "url"
    """An absolute http, https or mailto address."""
    CHOICE = "choice"
    """One of the key's choices."""
    REFERENCE = "reference"
    """The id or exact name of another entry."""
    PATH = "path"
    """A file, relative to the entry's own file."""
    ADDRESS = "address"
    """A path on this site that begins with a slash."""
    LANGUAGE = "language"
    """A BCP 47 tag."""
    ANY = "any"
    """Any scalar, kept as written (checked by a later stage)."""
    MAP = "map"
    """No scalar at all: a map of the key's own keys."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `many`: one value or a list of them. `schema`: the keys of a map that may stand for the value (with
    type MAP: must). `keyed`: the value is a map whose keys are ids (or languages) and whose values follow `schema`."""

    name: str
    alias: str
    type: ValueType
    help_zh: str
    help_en: str
    required: bool = False
    many: bool = False
    choices: tuple[Choice, ...] = ()
    schema: Schema | None = None
    keyed: bool = False
    max_length: int = 500
    site_defined: bool = False


@dataclass(frozen=True)
class Schema:
    """The keys of one kind, in the order in which guides list them. `kind` is a word of the vocabulary."""

    kind: str
    keys: tuple[Key, ...]

    @cached_property
    def by_name(self) -> dict[str, Key]:
        """Every key by its canonical name and by its Chinese one."""
        names: dict[str, Key] = {}
        for key in self.keys:
            names[key.name] = key
            if key.alias:
                names[key.alias] = key
        return names

    @cached_property
    def known(self) -> KnownKeys:
        """The names of all keys at any depth."""
        names: set[str] = set()
        lists: set[str] = set()
        for key in self._all_keys():
            both = {key.name, key.alias} - {""}
            names |= both
            if key.many:
                lists |= both
        return KnownKeys(frozenset(names), frozenset(lists))

    def _all_keys(self) -> Iterable[Key]:
        waiting, seen = list(self.keys), set()
        while waiting:
            key = waiting.pop()
            yield key
            if key.schema is not None and key.schema.kind not in seen:
                seen.add(key.schema.kind)
                waiting.extend(key.schema.keys)
