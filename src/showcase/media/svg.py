"""SVG pictures: published only when they are nothing but drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_FORBIDDEN = frozenset(
    {
        "script",
        "foreignobject",
        "iframe",
        "embed",
        "object",
        "audio",
        "video",
        "canvas",
        "handler",
        "listener",
        "discard",
    }
)
_REFERENCES = frozenset({"href", "src", "base", "action", "formaction", "data", "from", "to", "values", "by"})
_OWN = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_OUTSIDE_URL = re.compile(r"url\(\s*['\"]?\s*(?!#|['\"]?data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_ACTIVE_TEXT = re.compile(
    r"javascript:|vbscript:|expression\s*\(|@import|behavior\s*:|-moz-binding", re.IGNORECASE
)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[0-9]{1,2})?)\s*(px|pt|pc|mm|cm|in)?\s*", re.IGNORECASE)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS pixels (CSS Values and Units Level 3, absolute lengths)."""
_LEAKS = ("export-filename", "absref")
"""Attributes in which drawing programs note paths of the author's computer."""
_DEFAULT_SIZE = (300, 150)
"""Of a picture that states none (CSS 2.1, replaced elements)."""
_LARGEST_SIDE = 10_000.0


@dataclass(slots=True)
class SvgReport:
    """What stands in an SVG: its size in CSS pixels, and the first thing that must not be published, if any."""

    is_svg: bool = False
    width: int = _DEFAULT_SIZE[0]
    height: int = _DEFAULT_SIZE[1]
    found: str = ""
    style: list[str] = field(default_factory=list)


class _Found(Exception):  # noqa: N818 - leaves the parser, is no error
    pass


def inspect_svg(data: bytes) -> SvgReport:
    """Reads the whole file without following anything. `is_svg` is False when it is not well-formed XML with an
    `svg` root. Forbidden: scripts, foreign markup, event attributes, references to anything outside the file, entity
    declarations, style sheets that load, and paths of the author's computer."""
    report = SvgReport()
    reader = _Reader(report)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.ProcessingInstructionHandler = reader.instruction
    parser.EntityDeclHandler = reader.entity
    parser.StartDoctypeDeclHandler = reader.doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the C function takes no keyword
    except _Found:
        report.is_svg = True
    except (expat.ExpatError, ValueError, LookupError):
        report.is_svg = False
    return report


class _Reader:
    def __init__(self, report: SvgReport) -> None:
        self._report = report
        self._depth = 0
        self._in_style = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if self._depth == 0:
            self._root(local, attributes)
        self._depth += 1
        if local in _FORBIDDEN:
            self._refuse(f"<{local}>")
        self._in_style += local == "style" or self._in_style > 0
        for key, value in attributes.items():
            self._attribute(local, _local(key), value)

    def end(self, _name: str) -> None:
        self._depth -= 1
        if self._in_style:
            self._in_style -= 1
            if not self._in_style:
                self._style("".join(self._report.style))
                self._report.style.clear()

    def text(self, text: str) -> None:
        if self._in_style:
            self._report.style.append(text)

    def instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._refuse("<?xml-stylesheet?>")

    def entity(self, *_declaration: object) -> None:
        self._refuse("<!ENTITY>")

    def doctype(self, _name: str, _system: object, _public: object, has_internal_subset: int) -> None:
        if has_internal_subset:
            self._refuse("<!DOCTYPE […]>")

    def _root(self, local: str, attributes: dict[str, str]) -> None:
        if local != "svg":
            raise ValueError(local)
        self._report.is_svg = True
        box = [float(part) for part in re.findall(r"-?[0-9]*\.?[0-9]+", attributes.get("viewBox", "")[:200])]
        inner = (box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else None
        width, height = _pixels(attributes.get("width", "")), _pixels(attributes.get("height", ""))
        if inner and not (width and height):
            ratio = inner[0] / inner[1]
            width, height = (width, width / ratio) if width else (height * ratio, height) if height else inner
        self._report.width = _whole(width or _DEFAULT_SIZE[0])
        self._report.height = _whole(height or _DEFAULT_SIZE[1])

    def _attribute(self, element: str, key: str, value: str) -> None:
        if key.startswith("on"):
            self._refuse(f"{key}=")
        if key in _LEAKS:
            self._refuse(f"{key}=")
        if (
            key in ("href", "src", "base")
            and not _OWN.match(value)
            and not (element == "a" and _is_web(value))
        ):
            self._refuse(f'{key}="{value[:60]}"')
        if key == "attributename" and value.lower().rpartition(":")[2] in ("href", "src"):
            self._refuse(f'attributeName="{value[:60]}"')
        if key in _REFERENCES and _ACTIVE_TEXT.search(_squeezed(value)):
            self._refuse(f'{key}="{value[:60]}"')
        if key not in ("d", "points"):
            self._style(value)

    def _style(self, text: str) -> None:
        plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        if "\\" in plain:
            self._refuse("\\")
        found = _OUTSIDE_URL.search(plain) or _ACTIVE_TEXT.search(plain)
        if found:
            self._refuse(plain[found.start() : found.start() + 60].strip())

    def _refuse(self, what: str) -> None:
        self._report.found = what
        raise _Found


def _local(name: str) -> str:
    return name.rpartition(" ")[2].lower()


def _is_web(value: str) -> bool:
    return value.strip().lower().startswith(("https://", "http://"))


def _squeezed(value: str) -> str:
    """Without the white space and control characters that browsers skip in addresses."""
    return "".join(character for character in value if character > " ")


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length[:40])
    return float(match[1]) * _PIXELS[(match[2] or "").lower()] if match else 0.0


def _whole(length: float) -> int:
    return max(1, round(min(length, _LARGEST_SIDE)))
