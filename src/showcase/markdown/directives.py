"""The directives there are, and whether one is used rightly (docs/architecture.md, "Directives")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from showcase.markdown.directive_syntax import WrittenAttribute, WrittenDirective
from showcase.markdown.faults import Fault
from showcase.model.choice import MEDIUM_KINDS, PEOPLE, Choice
from showcase.text.nearest import nearest

Form = Literal["inline", "leaf", "container"]
LabelUse = Literal["required", "optional", "none"]

COLONS: dict[Form, str] = {"inline": ":", "leaf": "::", "container": ":::"}


@dataclass(frozen=True, slots=True)
class DirectiveKind:
    """One directive. `attributes` maps each canonical attribute to its Chinese alias.

    `words` is the attribute that bare words fill (`ids`, `locator`), or empty when bare words are wrong.
    """

    name: str
    alias: str
    form: Form
    label: LabelUse
    attributes: dict[str, str]
    required: tuple[str, ...] = ()
    words: str = ""


PICTURE_ATTRIBUTES = {
    "credit": "署名",
    "kind": "类型",
    "people": "人物",
    "ai": "AI生成",
    "map_approval": "审图号",
    "authority": "批准单位",
    "consent_record": "同意书编号",
}
"""Attributes that a picture may carry in braces behind it."""
_PICTURE = DirectiveKind("figure", "图片", "inline", "optional", PICTURE_ATTRIBUTES)
_PICTURE_VALUES = {"kind": MEDIUM_KINDS, "people": PEOPLE}

_KINDS = (
    DirectiveKind("metric", "数据", "inline", "required", {}),
    DirectiveKind("metrics", "数据表", "leaf", "none", {"ids": "编号"}, words="ids"),
    DirectiveKind("cite", "出处", "inline", "required", {"locator": "出处"}, words="locator"),
    DirectiveKind("gallery", "图集", "container", "optional", {}),
    DirectiveKind("timeline", "时间轴", "container", "optional", {}),
    DirectiveKind(
        "video",
        "视频",
        "leaf",
        "required",
        {"file": "文件", "poster": "封面", "transcript": "文字稿"},
        ("file",),
    ),
    DirectiveKind("audio", "音频", "leaf", "required", {"file": "文件", "transcript": "文字稿"}, ("file",)),
    DirectiveKind(
        "quote", "引文", "container", "none", {"by": "说话人", "source": "来源", "locator": "出处"}
    ),
    DirectiveKind("download", "下载", "leaf", "required", {"file": "文件"}, ("file",)),
)
BY_NAME: dict[str, DirectiveKind] = {name: kind for kind in _KINDS for name in (kind.name, kind.alias)}
"""Every directive under its name and its Chinese alias."""


def nearest_name(name: str, form: Form) -> str:
    """The directive name that a writer probably meant: one of this form if there is any near, else of another."""
    same = nearest(name.lower(), (known for known, kind in BY_NAME.items() if kind.form == form))
    return same or nearest(name.lower(), BY_NAME)


def check_directive(
    written: WrittenDirective, kind: DirectiveKind
) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """The attributes in canonical names, and everything that is wrong with how the directive is written."""
    faults: list[Fault] = []
    if written.fault >= 0:
        faults.append(Fault("directive-attributes", written.fault, 1, {"directive": written.name}))
    attributes = _attributes(written, kind, faults)
    faults += _missing(written, kind, attributes)
    return attributes, tuple(faults)


def picture_attributes(written: Iterable[WrittenAttribute]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Attributes behind a picture (`![…](a.png){credit="…"}`), in canonical names, and their faults."""
    faults: list[Fault] = []
    use = WrittenDirective("figure", 0, 0, attributes=tuple(written))
    attributes = _attributes(use, _PICTURE, faults)
    for name, choices in _PICTURE_VALUES.items():
        if name in attributes:
            value = _chosen(attributes[name], choices)
            if value:
                attributes[name] = value
            else:
                faults.append(_refused_value(name, use.attributes, choices))
                del attributes[name]
    return attributes, tuple(faults)


def _chosen(written: str, choices: Iterable[Choice]) -> str:
    """The canonical value that a word means, or an empty text."""
    word = written.strip().casefold()
    return next(
        (item.value for item in choices if word in (item.value, item.chinese, *item.aliases)),
        "",
    )


def _refused_value(name: str, written: Iterable[WrittenAttribute], choices: Iterable[Choice]) -> Fault:
    given = next(item for item in written if item.key in (name, PICTURE_ATTRIBUTES[name]))
    arguments = {
        "attribute": given.key,
        "value": given.value[:40],
        "allowed": "、".join(f"{item.chinese}（{item.value}）" for item in choices),
        "values": ", ".join(item.value for item in choices),
    }
    known = [word for item in choices for word in (item.value, item.chinese)]
    return Fault(
        "directive-attribute-value",
        given.value_offset,
        len(given.value),
        arguments,
        suggestion=nearest(given.value, known),
    )


def _attributes(written: WrittenDirective, kind: DirectiveKind, faults: list[Fault]) -> dict[str, str]:
    canonical = {alias: name for name, alias in kind.attributes.items()}
    found: dict[str, str] = {}
    words: list[str] = []
    for attribute in written.attributes:
        if not attribute.key and kind.words:
            words.append(attribute.value)
            continue
        if not attribute.key:
            flag = canonical.get(attribute.value, attribute.value)
            if flag == "ai" and flag in kind.attributes:
                found[flag] = "true"
                continue
            faults.append(_unknown(written, kind, attribute, attribute.value))
            continue
        name = canonical.get(attribute.key, attribute.key)
        if name not in kind.attributes:
            faults.append(_unknown(written, kind, attribute, attribute.key))
        elif name in found:
            arguments = {"directive": written.name, "attribute": attribute.key}
            faults.append(Fault("directive-attribute-twice", attribute.offset, attribute.length, arguments))
        else:
            found[name] = attribute.value
    if words:
        found.setdefault(kind.words, " ".join(words))
    return found


def _unknown(written: WrittenDirective, kind: DirectiveKind, attribute: WrittenAttribute, name: str) -> Fault:
    known = [*kind.attributes, *kind.attributes.values()]
    arguments = {
        "directive": written.name,
        "attribute": name,
        "known": ", ".join(f"{key}（{alias}）" for key, alias in kind.attributes.items()) or "—",
    }
    length = len(attribute.key) or attribute.length
    return Fault(
        "directive-attribute-unknown", attribute.offset, length, arguments, suggestion=nearest(name, known)
    )


def _missing(written: WrittenDirective, kind: DirectiveKind, attributes: dict[str, str]) -> Iterator[Fault]:
    length = len(written.name)
    for name in kind.required:
        # Braces that cannot be read may hold it.
        if not attributes.get(name) and written.fault < 0:
            arguments = {"directive": written.name, "attribute": name, "alias": kind.attributes[name]}
            yield Fault("directive-attribute-missing", written.offset, length, arguments)
    if kind.label == "required" and not (written.label or "").strip():
        arguments = {"directive": written.name, "example": f"{COLONS[kind.form]}{written.name}"}
        yield Fault("directive-label-missing", written.offset, length, arguments)
    if kind.label == "none" and written.label is not None:
        yield Fault(
            "directive-label-unused", written.label_offset, len(written.label), {"directive": written.name}
        )
