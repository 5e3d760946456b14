"""Places, topics and sources, made from lists in one file or from one file an entry."""

from __future__ import annotations

from showcase.content.nodes import Mapping, Scalar, Sequence
from showcase.content.paths import RecordPath
from showcase.content.reading import Values, read_values
from showcase.content.scalars import Refusal, convert, is_id
from showcase.content.schema import Key, ValueType
from showcase.content.schema_records import record_schema
from showcase.content.tree import Tree
from showcase.diagnostics.diagnostic import Location
from showcase.model.entry import Naming, ParsedFile, Place, PlaceLevel, Reference, Source, Topic
from showcase.text.dates import parse_date

_LEVELS: dict[str, PlaceLevel] = {
    "region": "region",
    "prefecture": "prefecture",
    "county": "county",
    "township": "township",
    "village": "village",
    "community": "community",
}
_LANGUAGE = Key("translations", "译文", ValueType.LANGUAGE, "", "")


def make_records(tree: Tree, path: RecordPath, languages: tuple[str, ...]) -> ParsedFile:
    """All records of one file; those without an id or a name are left out, which has been told."""
    reader = _Records(tree, path, languages)
    if path.id:
        reader.single()
    else:
        reader.list()
    return ParsedFile(
        path=tree.source.path,
        places=tuple(reader.places),
        topics=tuple(reader.topics),
        sources=tuple(reader.sources),
    )


class _Records:
    def __init__(self, tree: Tree, path: RecordPath, languages: tuple[str, ...]) -> None:
        self._tree = tree
        self._path = path
        self._languages = languages
        self._seen: dict[str, Location] = {}
        self.places: list[Place] = []
        self.topics: list[Topic] = []
        self.sources: list[Source] = []

    def single(self) -> None:
        root = self._tree.root
        if isinstance(root, Mapping):
            self._record(root, self._path.id)
        elif root is not None:
            self._tree.tell("map-expected", root, {"key": self._path.id})

    def list(self) -> None:
        root = self._tree.root
        if root is None:
            return
        if not isinstance(root, Sequence):
            self._tree.tell("records-not-a-list", root, {"kind": self._path.kind})
            if isinstance(root, Mapping):
                self._named(root)
            return
        for node in root.items:
            if isinstance(node, Mapping):
                self._record(node, "")
            elif not (isinstance(node, Scalar) and node.empty):
                self._tree.tell("record-not-a-map", node, {"kind": self._path.kind})

    def _named(self, root: Mapping) -> None:
        """A map id → record, which people write as well: read all the same, so that its faults come out."""
        for name, node in root.pairs:
            if isinstance(node, Mapping):
                self._record(node, name.text)

    def _record(self, node: Mapping, name: str) -> None:
        schema = record_schema(self._path.kind, one_a_file=bool(name))
        values = read_values(self._tree, node, schema)
        identifier = values.first("id")
        if name and identifier and identifier.text != name:
            self._tree.tell("id-differs", identifier.node, {"id": identifier.text, "file": name})
        record_id = name or (identifier.text if identifier else "")
        if not record_id or not values.text("name"):
            return
        if not is_id(record_id):
            self._tree.tell("invalid-id", node, {"key": "id", "value": record_id[:60]})
            return
        place = self._tree.place(identifier.node if identifier else node)
        earlier = self._seen.setdefault(record_id, place)
        if earlier is not place:
            arguments = {"id": record_id, "line": str(earlier.line)}
            self._tree.diagnostics.append(
                self._tree.source.diagnostic("duplicate-id", place, arguments, related=(earlier,))
            )
            return
        self._make(record_id, place, values)

    def _make(self, record_id: str, place: Location, values: Values) -> None:
        translations = self._translations(values)
        name = values.text("name")
        if self._path.kind == "place":
            level = _LEVELS.get(values.text("level"))
            if level is None:
                return
            parent = values.first("parent")
            reference = Reference(parent.text, self._tree.place(parent.node)) if parent else None
            self.places.append(
                Place(
                    id=record_id,
                    location=place,
                    name=name,
                    level=level,
                    parent=reference,
                    short_name=values.text("short_name"),
                    pinyin=values.text("pinyin"),
                    summary=values.text("summary"),
                    aliases=values.texts("aliases"),
                    translations=translations,
                )
            )
        elif self._path.kind == "topic":
            self.topics.append(
                Topic(
                    id=record_id,
                    location=place,
                    name=name,
                    summary=values.text("summary"),
                    pinyin=values.text("pinyin"),
                    translations=translations,
                )
            )
        else:
            date = values.text("date")
            self.sources.append(
                Source(
                    id=record_id,
                    location=place,
                    name=name,
                    kind=values.text("kind"),
                    title=values.text("title"),
                    publisher=values.text("publisher"),
                    date=parse_date(date) if date else None,
                    url=values.text("url"),
                    note=values.text("note"),
                    translations=translations,
                )
            )

    def _translations(self, values: Values) -> tuple[Naming, ...]:
        namings = []
        for item in values.all("translations"):
            code = convert(_LANGUAGE, item.name)
            language = "" if isinstance(code, Refusal) else self._site_language(code)
            if not language:
                arguments = {"language": item.name[:30], "languages": ", ".join(self._languages)}
                self._tree.tell("translation-language", item.node, arguments)
            elif item.inner is not None and item.inner.text("name"):
                namings.append(Naming(language, item.inner.text("name"), item.inner.text("summary")))
        return tuple(namings)

    def _site_language(self, code: str) -> str:
        exact = next((language for language in self._languages if language.lower() == code.lower()), "")
        prefix = next((language for language in self._languages if language.startswith(f"{code}-")), "")
        return exact or prefix
