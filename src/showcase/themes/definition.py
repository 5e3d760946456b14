"""theme.yaml, read and checked: who the theme is, what it extends, which parameters it has."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText
from showcase.text.nearest import nearest
from showcase.themes.yaml_tree import Mapping, Node, Scalar, Sequence, read_mapping

KEYS = (
    "name",
    "version",
    "showcase",
    "extends",
    "title",
    "description",
    "licence",
    "outside_links",
    "parameters",
)
OUTSIDE_LINKS = ("links", "codes")
PARAMETER_KEYS = ("type", "default", "label", "help", "choices", "min", "max", "contrast_on")
TYPES = ("text", "boolean", "integer", "number", "choice", "color", "image")
_RANGE = re.compile(r"(>=|<=|==|>|<)\s*(\d+(?:\.\d+){0,3})")
_PARAMETER_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class ParameterDefinition:
    """One parameter as one theme.yaml writes it. Every part but the name may be empty: a theme that extends another may
    change a default alone. Values are still text."""

    name: str
    location: Location
    source: SourceText
    type: str = ""
    default: Scalar | None = None
    label: dict[str, str] = field(default_factory=dict)
    help: dict[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    contrast_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeDefinition:
    """What one theme.yaml says."""

    name: str
    location: Location
    source: SourceText
    version: str = ""
    extends: str = ""
    extends_location: Location | None = None
    title: dict[str, str] = field(default_factory=dict)
    outside_links: str = ""
    """One of OUTSIDE_LINKS, or empty: as in the theme that it extends."""
    parameters: tuple[ParameterDefinition, ...] = ()


def read_definition(
    source: SourceText, folder_name: str, showcase_version: str
) -> tuple[ThemeDefinition, tuple[Diagnostic, ...]]:
    """The definition, with what is faulty left out, and every fault."""
    top, found = read_mapping(source)
    return _Reader(source, folder_name, showcase_version, list(found)).theme(top)


class _Reader:
    def __init__(
        self, source: SourceText, folder_name: str, showcase_version: str, found: list[Diagnostic]
    ) -> None:
        self._source = source
        self._folder_name = folder_name
        self._showcase_version = showcase_version
        self._found = found

    def theme(self, top: Mapping) -> tuple[ThemeDefinition, tuple[Diagnostic, ...]]:
        self._known(top, KEYS)
        name = top.get("name")
        if isinstance(name, Scalar) and name.text != self._folder_name:
            self._say("theme-name-differs", name.location, name=name.text, folder=self._folder_name)
        self._texts(top, "description")
        self._text(top, "licence")
        wanted = self._text(top, "showcase")
        if wanted is not None and not self._in_range(wanted):
            self._say("theme-version", wanted.location, range=wanted.text, version=self._showcase_version)
        extends = self._text(top, "extends")
        version = self._text(top, "version")
        definition = ThemeDefinition(
            name=self._folder_name,
            location=Location(self._source.path),
            source=self._source,
            version=version.text if version else "",
            extends=extends.text if extends else "",
            extends_location=extends.location if extends else None,
            title=self._texts(top, "title"),
            outside_links=self._choice(top, "outside_links", OUTSIDE_LINKS),
            parameters=self._parameters(top.get("parameters")),
        )
        return definition, tuple(self._found)

    def _parameters(self, node: Node | None) -> tuple[ParameterDefinition, ...]:
        if node is None or (isinstance(node, Scalar) and not node.text):
            return ()
        if not isinstance(node, Mapping):
            self._say("theme-value", node.location, key="parameters", expected="name: …")
            return ()
        found = []
        for name, body in node.entries:
            if not _PARAMETER_NAME.fullmatch(name.text):
                self._say("theme-value", name.location, key=name.text, expected="a-z 0-9 _")
            elif not isinstance(body, Mapping):
                self._say("theme-value", body.location, key=name.text, expected="type: …")
            else:
                found.append(self._parameter(name, body))
        return tuple(found)

    def _parameter(self, name: Scalar, body: Mapping) -> ParameterDefinition:
        self._known(body, PARAMETER_KEYS)
        kind = self._text(body, "type")
        if kind is not None and kind.text not in TYPES:
            self._say(
                "theme-value",
                kind.location,
                suggestion=nearest(kind.text, TYPES),
                key="type",
                expected=", ".join(TYPES),
            )
            kind = replace(kind, text="text")
        least, most = self._text(body, "min"), self._text(body, "max")
        return ParameterDefinition(
            name=name.text,
            location=name.location,
            source=self._source,
            type=kind.text if kind else "",
            default=self._text(body, "default"),
            label=self._texts(body, "label"),
            help=self._texts(body, "help"),
            choices=self._list(body, "choices"),
            least=least.text if least else "",
            most=most.text if most else "",
            contrast_on=self._list(body, "contrast_on"),
        )

    def _known(self, node: Mapping, keys: tuple[str, ...]) -> None:
        for key, _ in node.entries:
            if key.text not in keys:
                self._say(
                    "theme-key-unknown",
                    key.location,
                    suggestion=nearest(key.text, keys),
                    key=key.text,
                    keys=", ".join(keys),
                )

    def _text(self, node: Mapping, key: str) -> Scalar | None:
        value = node.get(key)
        if value is None or isinstance(value, Scalar):
            return value
        self._say("theme-value", value.location, key=key, expected=f"{key}: …")
        return None

    def _choice(self, node: Mapping, key: str, choices: tuple[str, ...]) -> str:
        value = self._text(node, key)
        if value is None or value.text in choices:
            return value.text if value else ""
        suggestion = nearest(value.text, choices)
        self._say("theme-value", value.location, suggestion=suggestion, key=key, expected=", ".join(choices))
        return ""

    def _list(self, node: Mapping, key: str) -> tuple[str, ...]:
        value = node.get(key)
        if value is None:
            return ()
        if isinstance(value, Scalar):
            return (value.text,)
        texts = (
            [item.text for item in value.items if isinstance(item, Scalar)]
            if isinstance(value, Sequence)
            else []
        )
        if not isinstance(value, Sequence) or len(texts) != len(value.items):
            self._say("theme-value", value.location, key=key, expected="[…, …]")
        return tuple(texts)

    def _texts(self, node: Mapping, key: str) -> dict[str, str]:
        """A text in several languages; a plain one counts for all (`""`)."""
        value = node.get(key)
        if value is None:
            return {}
        if isinstance(value, Scalar):
            return {"": value.text}
        if isinstance(value, Mapping) and all(isinstance(text, Scalar) for _, text in value.entries):
            return {language.text: text.text for language, text in value.entries if isinstance(text, Scalar)}
        self._say("theme-value", value.location, key=key, expected="{zh: …, en: …}")
        return {}

    def _in_range(self, wanted: Scalar) -> bool:
        """Whether this showcase lies in a range like `>=0.1,<1`; a range that cannot be read is a fault of its own."""
        parts = [_RANGE.fullmatch(part.strip()) for part in wanted.text.split(",")]
        mine = _version(self._showcase_version)
        for part in parts:
            if part is None:
                self._say("theme-value", wanted.location, key="showcase", expected=">=0.1,<1")
                return True
            other = _version(part[2])
            holds = {
                ">=": mine >= other,
                "<=": mine <= other,
                "==": mine == other,
                ">": mine > other,
                "<": mine < other,
            }
            if not holds[part[1]]:
                return False
        return True

    def _say(self, code: str, location: Location, *, suggestion: str = "", **arguments: str) -> None:
        self._found.append(self._source.diagnostic(code, location, arguments, suggestion=suggestion))


def _version(text: str) -> tuple[int, ...]:
    numbers = [int(number) for number in re.findall(r"\d+", text)[:4]]
    return tuple(numbers + [0] * (4 - len(numbers)))
