"""Bodies: the holes that parsing left are filled with addresses, and the text is split at its components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

from showcase.model.body import HOLE, Component, ComponentItem, LinkUse
from showcase.model.catalog import Key, LinkTarget
from showcase.model.entry import Document, Medium
from showcase.model.view import (
    ComponentPart,
    FileView,
    Html,
    ItemPart,
    Link,
    MetricView,
    Part,
    Picture,
    TocEntry,
)
from showcase.pages.metrics import metric_view, source_mark, source_numbers
from showcase.pages.pictures import PICTURES, file_view, picture, source_path
from showcase.pages.vantage import Vantage
from showcase.text.dates import format_date, parse_date

_PICTURED = ("figure", "image")
_FILED = ("video", "audio", "download")
_DEEPEST = 16
"""Nesting of components that is followed; containers cannot nest deeper than Markdown's own limit anyway."""


def body_parts(vantage: Vantage, document: Document) -> tuple[Part, ...]:
    """The document's body, followed by what its front matter carries and its text does not show."""
    writer = _BodyWriter(vantage, document)
    return (*writer.parts(document.body.html), *writer.rest())


def table_of_contents(document: Document) -> tuple[TocEntry, ...]:
    """The headings of level 2 and 3."""
    return tuple(
        TocEntry(heading.level, heading.text, f"#{heading.id}")
        for heading in document.body.headings
        if heading.level in (2, 3)
    )


@dataclass
class _BodyWriter:
    """Turns one document's body into parts, seen from one vantage."""

    vantage: Vantage
    document: Document

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Source → its number in the page's list."""
        key: Key = (self.document.kind, self.document.id)
        return source_numbers(self.vantage, key)

    @cached_property
    def media(self) -> Mapping[str, Medium]:
        """Site-relative path → what the front matter says of that file."""
        known = (self.document.cover, *self.document.media)
        return {
            source_path(self.vantage, self.document, medium): medium for medium in known if medium is not None
        }

    def parts(self, html: str, depth: int = 0) -> tuple[Part, ...]:
        """Markup and components in turn; neighbouring markup is one part."""
        found: list[Part] = []
        markup: list[str] = []
        end = 0
        for hole in HOLE.finditer(html):
            markup.append(html[end : hole.start()])
            end = hole.end()
            index = int(hole.group(2))
            if hole.group(1) == "h":
                markup.append(escape(self.href(index)))
                continue
            part = self.component(index, depth)
            if isinstance(part, Html):
                markup.append(part.markup)
                continue
            _close(found, markup)
            found.append(part)
        markup.append(html[end:])
        _close(found, markup)
        return tuple(found)

    def link(self, index: int) -> tuple[LinkUse, LinkTarget] | None:
        """A link of the body and where it leads."""
        links = self.document.body.links
        if not 0 <= index < len(links):
            return None
        use = links[index]
        known = self.vantage.edition.catalog.links
        # A translation without a text of its own shows its original's, whose links stand under that file's path.
        for path in (use.location.path, self.document.path):
            target = known.get((path, index))
            if target is not None:
                return use, target
        return None

    def href(self, index: int) -> str:
        """The address of a link, `#` where it leads nowhere (the catalog stage has said so)."""
        found = self.link(index)
        if found is None:
            return "#"
        use, target = found
        fragment = f"#{target.fragment}" if target.fragment else ""
        if target.kind == "url":
            return self.vantage.outside(target.target or use.target) or "#"
        if target.kind == "fragment":
            return fragment or f"#{target.target.removeprefix('#')}"
        if target.kind == "entry" and target.entry is not None:
            return self.vantage.href(f"{self.vantage.url(target.entry)}{fragment}")
        if target.kind in ("place", "topic"):
            return self.vantage.href(f"{self.vantage.url((target.kind, target.target))}{fragment}")
        published = self.vantage.media.get(target.target)
        return self.vantage.href(f"/{published.output_path}{fragment}") if published else "#"

    def file(self, index: int) -> str:
        """The site-relative path of the file that a link leads to, or an empty string."""
        found = self.link(index)
        return found[1].target if found and found[1].kind == "file" else ""

    def component(self, index: int, depth: int) -> Part:
        """One component with everything its partial shows; its plain label where there is nothing to show."""
        components = self.document.body.components
        if index >= len(components) or depth > _DEEPEST:
            return Html("")
        component = components[index]
        attributes = _public(component.attributes)
        metrics: tuple[MetricView, ...] = ()
        shown: Picture | None = None
        file: FileView | None = None
        source: Link | None = None
        label = component.label
        if component.name in ("metric", "metrics"):
            known = {metric.id: metric for metric in self.document.metrics}
            metrics = tuple(
                metric_view(self.vantage, known[wanted], self.numbers)
                for wanted in self.wanted_metrics(component)
                if wanted in known
            )
        elif component.name in _PICTURED:
            shown = self.picture(component.links[0] if component.links else -1, component, depth)
        elif component.name in _FILED:
            file, shown = self.filed(component, attributes)
        elif component.name == "cite":
            source = source_mark(self.vantage, self.numbers, component.label)
        elif component.name == "quote":
            source = source_mark(self.vantage, self.numbers, attributes.get("source", ""))
        if _is_empty(component, shown, file, metrics, source):
            return Html(escape(label, quote=False) if component.name != "cite" else "")
        return ComponentPart(
            name=component.name,
            inline=component.inline,
            label=label,
            attributes=attributes,
            body=self.parts(component.html, depth + 1) if component.html else (),
            items=tuple(self.item(component, item, depth) for item in component.items),
            metrics=metrics,
            picture=shown,
            file=file,
            source=source,
        )

    def wanted_metrics(self, component: Component) -> tuple[str, ...]:
        """The ids that a component asks for; `metrics` without any asks for all."""
        if component.name == "metric":
            return (component.label,)
        asked = tuple(component.attributes.get("ids", "").split())
        return asked or tuple(metric.id for metric in self.document.metrics)

    def filed(
        self, component: Component, attributes: dict[str, str]
    ) -> tuple[FileView | None, Picture | None]:
        """A film's, sound's or download's file and its poster; a transcript's address goes into the attributes."""
        files = [self.file(link) for link in component.links]
        main = files[0] if files else ""
        poster: Picture | None = None
        others = dict(
            zip((name for name in ("poster", "transcript") if attributes.get(name)), files[1:], strict=False)
        )
        if others.get("poster"):
            poster = picture(self.vantage, others["poster"], None, alt=component.label)
        if "transcript" in attributes:
            transcript = file_view(self.vantage, others.get("transcript", ""))
            attributes["transcript"] = transcript.href if transcript else ""
        return file_view(self.vantage, main), poster

    def picture(self, link: int, said: Component | ComponentItem, depth: int) -> Picture | None:
        """A picture of the text, with what the front matter says of the same file."""
        path = self.file(link)
        caption = "".join(part.markup for part in self.parts(said.html, depth + 1) if isinstance(part, Html))
        return picture(
            self.vantage,
            path,
            self.media.get(path),
            alt=said.label,
            caption=Html(caption) if caption else None,
            attributes=said.attributes,
        )

    def item(self, component: Component, item: ComponentItem, depth: int) -> ItemPart:
        """One picture of a gallery, or one event of a timeline."""
        if component.name == "gallery":
            return ItemPart(
                item.label, "", (), self.picture(item.link, item, depth), _public(item.attributes)
            )
        date = parse_date(item.label)
        words = format_date(date.text, self.vantage.language) if date else item.label
        return ItemPart(
            words,
            date.earliest if date else "",
            self.parts(item.html, depth + 1),
            None,
            _public(item.attributes),
        )

    def rest(self) -> tuple[Part, ...]:
        """Media of the front matter that neither the cover nor the text shows: pictures as a gallery, sound and film
        each by itself."""
        shown = {target.target for target in self.targets() if target.kind == "file"}
        if self.document.cover is not None:
            shown.add(source_path(self.vantage, self.document, self.document.cover))
        left = [
            (path, medium)
            for medium in self.document.media
            if (path := source_path(self.vantage, self.document, medium)) and path not in shown
        ]
        pictures = [(path, medium) for path, medium in left if medium.kind in PICTURES]
        if self.document.cover is None:
            pictures = pictures[1:]  # the first stands for the document at the head of the page
        items = tuple(
            ItemPart("", "", (), view, {})
            for path, medium in pictures
            if (view := picture(self.vantage, path, medium)) is not None
        )
        parts: list[Part] = (
            [_media_part("gallery", self.vantage.t("media.rest"), items=items)] if items else []
        )
        for path, medium in left:
            file = file_view(self.vantage, path)
            if medium.kind in ("video", "audio") and file is not None:
                parts.append(_media_part(medium.kind, medium.caption or medium.alt, file=file))
        return tuple(parts)

    def targets(self) -> tuple[LinkTarget, ...]:
        """Where all links of the text lead."""
        found = (self.link(index) for index in range(len(self.document.body.links)))
        return tuple(one[1] for one in found if one is not None)


def _public(attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes without those that are for checking alone (a consent record is never published)."""
    return {name: value for name, value in attributes.items() if name != "consent_record"}


def _media_part(
    name: str, label: str, *, items: tuple[ItemPart, ...] = (), file: FileView | None = None
) -> ComponentPart:
    return ComponentPart(
        name=name,
        inline=False,
        label=label,
        attributes={},
        body=(),
        items=items,
        metrics=(),
        picture=None,
        file=file,
        source=None,
    )


def _is_empty(component: Component, *values: object) -> bool:
    """True for a component whose whole content is missing."""
    needs = component.name in ("metric", "metrics", "cite", *_PICTURED, *_FILED)
    return needs and not any(values)


def _close(found: list[Part], markup: list[str]) -> None:
    text = "".join(markup)
    markup.clear()
    if text:
        found.append(Html(text))
