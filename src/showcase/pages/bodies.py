"""Bodies: the holes that parsing left are filled with addresses, and the text is split at its components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from showcase.model.body import HOLE, Component, ComponentItem
from showcase.model.catalog import Key
from showcase.model.entry import Document
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
from showcase.pages.body_links import BodyLinks
from showcase.pages.carried_media import carried_media
from showcase.pages.metrics import metric_view, source_mark, source_numbers
from showcase.pages.pictures import file_view, picture, source_path
from showcase.pages.vantage import Vantage
from showcase.text.dates import format_date, parse_date

_HREF = ' href="'
_DEEPEST = 16
"""Nesting of components that is followed; containers cannot nest deeper than Markdown's own limit anyway."""


def body_parts(vantage: Vantage, document: Document, *, headed: bool = False) -> tuple[Part, ...]:
    """The document's body, followed by what its front matter carries and its text does not show. `headed`: a picture
    stands at the head of the page, so that the body's first need not load at once."""
    writer = _BodyWriter(vantage, document, headed=headed)
    text = writer.parts(writer.body.html)
    return (*text, *carried_media(vantage, document, writer.links.files(), headed=writer.headed))


def table_of_contents(document: Document) -> tuple[TocEntry, ...]:
    """The headings of level 2 and 3."""
    return tuple(
        TocEntry(heading.level, heading.text, f"#{heading.id}")
        for heading in document.body.headings
        if heading.level in (2, 3)
    )


@dataclass(frozen=True, slots=True)
class _Content:
    """What a component shows beside its own text."""

    metrics: tuple[MetricView, ...] = ()
    picture: Picture | None = None
    file: FileView | None = None
    source: Link | None = None
    needed: bool = False
    """Whether the component is nothing without it."""

    @property
    def is_missing(self) -> bool:
        return self.needed and not (self.metrics or self.picture or self.file or self.source)


class _BodyWriter:
    """Turns one document's body into parts, seen from one vantage."""

    def __init__(self, vantage: Vantage, document: Document, *, headed: bool) -> None:
        self.headed = headed
        self.vantage = vantage
        self.document = document
        self.body = vantage.bodies(document)
        self.links = BodyLinks(vantage, document)
        key: Key = (document.kind, document.id)
        self.numbers: Mapping[str, int] = source_numbers(vantage, key)
        self.metrics = {metric.id: metric for metric in document.metrics}
        known = (document.cover, *document.media)
        self.media = {
            source_path(vantage, document, medium): medium for medium in known if medium is not None
        }

    def parts(self, html: str, depth: int = 0) -> tuple[Part, ...]:
        """Markup and components in turn; neighbouring markup is one part."""
        found: list[Part] = []
        markup: list[str] = []
        end = 0
        for hole in HOLE.finditer(html):
            before = html[end : hole.start()]
            end = hole.end()
            index = int(hole.group(2))
            if hole.group(1) == "h":
                href = self.links.href(index)
                if not href and before.endswith(_HREF):
                    # An `a` without `href` is HTML's placeholder for a link that might have been there.
                    before = before.removesuffix(_HREF)
                    end += 1
                markup += (before, escape(href))
                continue
            markup.append(before)
            part = self.component(index, depth)
            if isinstance(part, Html):
                markup.append(part.markup)
                continue
            _close(found, markup)
            found.append(part)
        markup.append(html[end:])
        _close(found, markup)
        return tuple(found)

    def component(self, index: int, depth: int) -> Part:
        """One component with everything its partial shows; its plain label where there is nothing to show."""
        components = self.body.components
        if index >= len(components) or depth > _DEEPEST:
            return Html("")
        component = components[index]
        content = self.content(component, depth)
        if content.is_missing:
            return Html(escape(component.label, quote=False) if component.name != "cite" else "")
        attributes = _public(component.attributes)
        if "transcript" in attributes:
            attributes["transcript"] = self.transcript(component)
        return ComponentPart(
            name=component.name,
            inline=component.inline,
            label=component.label,
            attributes=attributes,
            body=self.parts(component.html, depth + 1) if component.html else (),
            items=tuple(self.item(component, item, depth) for item in component.items),
            metrics=content.metrics,
            picture=content.picture,
            file=content.file,
            source=content.source,
        )

    def content(self, component: Component, depth: int) -> _Content:
        """The data that the component's name calls for."""
        match component.name:
            case "metric":
                return _Content(metrics=self.metric_views((component.label,)), needed=True)
            case "metrics":
                asked = tuple(component.attributes.get("ids", "").split())
                return _Content(metrics=self.metric_views(asked or tuple(self.metrics)), needed=True)
            case "cite":
                return _Content(source=source_mark(self.vantage, self.numbers, component.label), needed=True)
            case "quote":
                written = component.attributes.get("source", "")
                return _Content(source=source_mark(self.vantage, self.numbers, written))
            case "figure" | "image":
                link = component.links[0] if component.links else -1
                return _Content(picture=self.picture(link, component, depth), needed=True)
            case "video" | "audio" | "download":
                file = self.file(component, "file")
                poster = self.file(component, "poster")
                shown = picture(self.vantage, poster, None, alt=component.label) if poster else None
                return _Content(file=file_view(self.vantage, file), picture=shown, needed=True)
        return _Content()

    def metric_views(self, wanted: tuple[str, ...]) -> tuple[MetricView, ...]:
        """Numbers by id, in the order asked for."""
        known = (self.metrics[one] for one in wanted if one in self.metrics)
        return tuple(metric_view(self.vantage, metric, self.numbers) for metric in known)

    def file(self, component: Component, role: str) -> str:
        """The site-relative path of a film's, sound's or download's file, its poster or its transcript; empty: none.
        Its links stand in this order, the file first."""
        roles = ["file", *(name for name in ("poster", "transcript") if component.attributes.get(name))]
        links = dict(zip(roles, component.links, strict=False))
        return self.links.file(links.get(role, -1))

    def transcript(self, component: Component) -> str:
        """The address of a film's or sound's transcript, or an empty string."""
        view = file_view(self.vantage, self.file(component, "transcript"))
        return view.href if view else ""

    def picture(self, link: int, said: Component | ComponentItem, depth: int) -> Picture | None:
        """A picture of the text, with what the front matter says of the same file."""
        path = self.links.file(link)
        caption = "".join(part.markup for part in self.parts(said.html, depth + 1) if isinstance(part, Html))
        shown = picture(
            self.vantage,
            path,
            self.media.get(path),
            alt=said.label,
            caption=Html(caption) if caption else None,
            attributes=said.attributes,
        )
        if shown is None or self.headed:
            return shown
        self.headed = True
        return replace(shown, first=True)

    def item(self, component: Component, item: ComponentItem, depth: int) -> ItemPart:
        """One picture of a gallery, or one event of a timeline."""
        attributes = _public(item.attributes)
        if component.name == "gallery":
            return ItemPart(item.label, "", (), self.picture(item.link, item, depth), attributes)
        date = parse_date(item.label)
        words = format_date(date.text, self.vantage.language) if date else item.label
        body = self.parts(item.html, depth + 1)
        return ItemPart(words, date.machine if date else "", body, None, attributes)


def _public(attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes without those that are for checking alone (a consent record is never published)."""
    return {name: value for name, value in attributes.items() if name != "consent_record"}


def _close(found: list[Part], markup: list[str]) -> None:
    text = "".join(markup)
    markup.clear()
    if text:
        found.append(Html(text))
