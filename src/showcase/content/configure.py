"""site.yaml to the site's settings, with every fault at once."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from showcase.content.decode import decode
from showcase.content.nodes import Mapping, Scalar
from showcase.content.reading import Item, Values, read_values
from showcase.content.scalars import Refusal, convert
from showcase.content.schema import Key, ValueType
from showcase.content.schema_site import LEVELS, SITE
from showcase.content.site_fields import field_definitions
from showcase.content.tree import Tree, read_tree
from showcase.diagnostics.catalogue.codes import catalogue, make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location, Severity, in_order
from showcase.model.site import (
    DEFAULT_HOSTING,
    Filing,
    LanguageTexts,
    Organiser,
    SiteConfig,
    resolved_address,
)
from showcase.model.source import SourceFile
from showcase.text.nearest import nearest

_LABELS = {
    "zh-CN": "中文",
    "zh-Hans": "中文",
    "zh-TW": "繁體中文",
    "zh-HK": "繁體中文",
    "zh-Hant": "繁體中文",
    "en": "English",
    "bo": "བོད་ཡིག",
}
_LANGUAGE = Key("languages", "语言", ValueType.LANGUAGE, "", "")
_LEVEL = Key("levels", "级别", ValueType.CHOICE, "", "", choices=LEVELS)
# The forms that the Ministry of Industry and the public-security organs print: 京ICP备12345678号-1, 京公网安备 11010102000001号.
_ICP = re.compile(r"[\u4e00-\u9fff](?:ICP备|ICP证)[0-9]{6,10}号(?:-[0-9]{1,4})?", re.IGNORECASE)
_PUBLIC_SECURITY = re.compile(r"[\u4e00-\u9fff]{1,2}公网安备\s?[0-9]{12,16}号")
_SITE_CODE = re.compile(r"[A-Za-z]{0,2}[0-9]{8,10}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_FLOAT = re.compile(r"[+-]?[0-9]{1,15}\.[0-9]{1,15}")
_PAGE_SIZE, _FEED_SIZE = 24, 20
_MOST = 500
"""Entries on a list page or in a feed."""


def configure(source: SourceFile | None) -> tuple[SiteConfig | None, tuple[Diagnostic, ...]]:
    """The settings that site.yaml makes, and all that is wrong with it; None when it is missing or no map of keys.

    A faulty value counts as left out, so that the stages behind can still find their own faults.
    """
    if source is None:
        return None, (make_diagnostic("site-missing", Location("site.yaml")),)
    decoded = decode(source.path, source.data)
    if not decoded.legible:
        return None, decoded.diagnostics
    lines = re.split(r"\r\n|\r|\n", decoded.source.text)
    tree = read_tree(decoded.source, lines, 1, SITE.known)
    if not isinstance(tree.root, Mapping):
        if tree.root is not None:
            tree.tell("site-not-keys", tree.root)
        elif not tree.diagnostics:
            tree.diagnostics.append(make_diagnostic("empty-file", Location(source.path)))
        return None, in_order([*decoded.diagnostics, *tree.diagnostics])
    config = _Settings(tree, read_values(tree, tree.root, SITE)).config()
    return config, in_order([*decoded.diagnostics, *tree.diagnostics])


class _Settings:
    def __init__(self, tree: Tree, values: Values) -> None:
        self._tree = tree
        self._values = values

    def config(self) -> SiteConfig:
        values = self._values
        parameters, places = self._parameters()
        levels, silenced = self._levels()
        checks = self._inner("checks")
        codes = self._languages()
        fields_item = values.first("fields")
        fields_values = fields_item.inner if fields_item else None
        return SiteConfig(
            languages=self._texts(codes),
            base_url=self._base_url(),
            theme=values.text("theme") or "heritage",
            theme_location=self._place("theme"),
            theme_parameters=parameters,
            theme_parameter_locations=places,
            filing=self._filing(),
            licence=values.text("licence"),
            page_size=self._size("page_size", _PAGE_SIZE),
            feed_size=self._size("feed_size", _FEED_SIZE),
            search=values.text("search") != "false",
            search_engine=self._search_engine(),
            search_location=self._place("search"),
            hosting=tuple(dict.fromkeys(values.texts("hosting"))) or DEFAULT_HOSTING,
            numbers_need_sources=not (checks and checks.text("numbers_need_sources") == "false"),
            fields=field_definitions(self._tree, fields_values) if fields_values else (),
            levels=levels,
            silenced=silenced,
        )

    def _search_engine(self) -> str:
        search = self._inner("search")
        return (search.text("engine") if search else "") or "showcase"

    def _inner(self, name: str) -> Values | None:
        item = self._values.first(name)
        return item.inner if item else None

    def _place(self, name: str) -> Location:
        """Where the value of a key stands; the whole file without it."""
        item = self._values.first(name)
        return self._tree.place(item.node) if item else Location(self._tree.source.path)

    def _size(self, name: str, default: int) -> int:
        item = self._values.first(name)
        if item is None:
            return default
        if not 1 <= int(item.text) <= _MOST:
            self._tree.tell(
                "size-out-of-range",
                item.node,
                {"key": name, "alias": SITE.by_name[name].alias, "value": item.text, "most": str(_MOST)},
            )
            return default
        return int(item.text)

    def _languages(self) -> list[str]:
        codes: list[str] = []
        for item in self._values.all("languages"):
            if item.text in codes:
                self._tree.tell("language-twice", item.node, {"language": item.text})
            else:
                codes.append(item.text)
        return codes or ["zh-CN"]

    def _texts(self, codes: list[str]) -> tuple[LanguageTexts, ...]:
        translations = self._translations(codes)
        main = _language_texts(codes[0], self._values)
        texts = [main]
        for code in codes[1:]:
            values = translations.get(code)
            if values is None:
                place = self._values.first("languages")
                if place is not None:
                    self._tree.tell("site-untranslated", place.node, {"language": code})
            texts.append(_language_texts(code, values, main))
        return tuple(texts)

    def _translations(self, codes: list[str]) -> dict[str, Values]:
        found: dict[str, Values] = {}
        for item in self._values.all("translations"):
            code = convert(_LANGUAGE, item.name) if item.name else ""
            if isinstance(code, Refusal) or code not in codes[1:] or item.inner is None:
                arguments = {"language": item.name[:30], "languages": ", ".join(codes[1:]) or "-"}
                self._tree.tell("translation-language", item.node, arguments)
            else:
                found[code] = item.inner
        return found

    def _base_url(self) -> str:
        item = self._values.first("base_url")
        if item is None:
            if (
                "base_url" not in self._tree.lost
                and "网址" not in self._tree.lost
                and not self._was_written("base_url")
            ):
                place = Location(self._tree.source.path)
                self._tree.diagnostics.append(self._tree.source.diagnostic("base-url-missing", place))
            return ""
        parts = urlsplit(item.text)
        if parts.scheme not in ("http", "https"):
            self._tree.tell("base-url-invalid", item.node, {"value": item.text[:80]})
            return ""
        if parts.query or parts.fragment or "@" in parts.netloc or "?" in item.text or "#" in item.text:
            plain = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}".rstrip("/")
            self._tree.tell("base-url-extra", item.node, {"value": item.text[:80]}, replacement=plain)
            return resolved_address(plain)
        address, written = resolved_address(item.text), item.text.rstrip("/")
        if address != written:
            self._tree.tell("base-url-segments", item.node, {"value": written[:80]}, replacement=address)
        return address

    def _was_written(self, name: str) -> bool:
        """Whether the key stands in the file at all: what is wrong with its value has been told."""
        names = SITE.by_name
        return any(
            (key := names.get(pair.text)) is not None
            and key.name == name
            and not (isinstance(node, Scalar) and node.empty)
            for pair, node in self._values.node.pairs
        )

    def _parameters(self) -> tuple[dict[str, str | int | float | bool], dict[str, Location]]:
        items = self._values.all("parameters")
        values = {item.name: _typed(item) for item in items}
        return values, {item.name: self._from_key(item) for item in items}

    def _from_key(self, item: Item) -> Location:
        """From the key to the end of the value, where both stand on one line."""
        value = self._tree.place(item.node)
        if item.key is None:
            return value
        key = self._tree.place(item.key)
        return replace(key, end_column=value.end_column) if key.line == value.line else key

    def _filing(self) -> Filing:
        values = self._inner("filing")
        if values is None:
            return Filing()
        for name, form, code in (
            ("icp", _ICP, "icp-form"),
            ("public_security", _PUBLIC_SECURITY, "public-security-form"),
            ("site_code", _SITE_CODE, "site-code-form"),
        ):
            item = values.first(name)
            if item and not form.fullmatch(item.text):
                self._tree.tell(code, item.node, {"value": item.text[:60]})
        return Filing(values.text("icp"), values.text("public_security"), values.text("site_code"))

    def _levels(self) -> tuple[dict[str, Severity], tuple[str, ...]]:
        checks = self._inner("checks")
        levels: dict[str, Severity] = {}
        silenced: list[str] = []
        for item in checks.all("levels") if checks else []:
            code = catalogue().get(item.name)
            if code is None:
                suggestion = nearest(item.name, catalogue())
                self._tree.tell(
                    "unknown-code", item.key or item.node, {"code": item.name[:60]}, suggestion=suggestion
                )
                continue
            level = convert(_LEVEL, item.text)
            if isinstance(level, Refusal):
                arguments = {"key": item.name, "value": item.text[:40], **level.arguments}
                self._tree.tell(level.code, item.node, arguments, suggestion=level.suggestion)
            elif code.severity is Severity.ERROR and level != "error":
                self._tree.tell("error-stays-error", item.key or item.node, {"code": item.name})
            elif level == "off":
                silenced.append(item.name)
            else:
                levels[item.name] = Severity(level)
        return levels, tuple(silenced)


def _language_texts(code: str, values: Values | None, main: LanguageTexts | None = None) -> LanguageTexts:
    """A language's words; what a translation leaves out it takes from the main language, as documents do."""
    label = _LABELS.get(code, code)
    original = main.organiser if main else Organiser()
    organiser = (_organiser(values.first("organiser")) if values else None) or original
    return LanguageTexts(
        code=code,
        label=label,
        title=_word(values, "title", main.title if main else ""),
        subtitle=_word(values, "subtitle", main.subtitle if main else ""),
        description=_word(values, "description", main.description if main else ""),
        organiser=Organiser(
            organiser.name or original.name,
            organiser.address or original.address,
            organiser.contact or original.contact,
        ),
        notice=_word(values, "notice", main.notice if main else ""),
    )


def _word(values: Values | None, name: str, otherwise: str) -> str:
    return (values.text(name) if values else "") or otherwise


def _organiser(item: Item | None) -> Organiser | None:
    if item is None:
        return None
    if item.inner is None:
        return Organiser(name=item.text)
    return Organiser(item.inner.text("name"), item.inner.text("address"), item.inner.text("contact"))


def _typed(item: Item) -> str | int | float | bool:
    """A parameter's value: a number or a truth value where it is plainly one, and not in quotes."""
    node, text = item.node, item.text
    if not isinstance(node, Scalar) or not node.plain:
        return text
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.fullmatch(text) and (text == "0" or not text.lstrip("+-").startswith("0")):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
