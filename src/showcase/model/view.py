"""Views: everything that a page shows, as plain frozen data. This module is the contract between showcase and themes.

A template is given two names: `site` (`SiteView`) and `page` (one of the page views below). Every address (`href`) is
ready to print: root-absolute under the site's base path, or relative in a portable build. Every text is plain and is
escaped by the template engine; only `Html` prints as markup. Dates, numbers and labels are already words in the page's
language. Optional texts are empty strings, optional objects `None`, lists empty tuples.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from showcase.model.pickling import pickle_by_position


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that showcase made itself; prints unescaped."""

    markup: str

    def __html__(self) -> str:
        return self.markup

    def __str__(self) -> str:
        return self.markup

    def __bool__(self) -> bool:
        return bool(self.markup)


@dataclass(frozen=True, slots=True)
class Link:
    """A label and an address. `language` is set when the target is in another language than the page."""

    label: str
    href: str
    language: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture scaled to `width` pixels, for one entry of `srcset`: `<source srcset="HREF WIDTHw, …" type="TYPE">`."""

    href: str
    width: int
    type: str
    """A media type (`image/webp`); the same for all renditions of a picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to show. `src` is what every program can show: for `<img>`, feeds and messengers. `width` and
    `height` are the picture's own in CSS pixels: of `large`, and in their proportion of all the others."""

    src: str
    large: str
    """The best that is published of it: for a dialog, a link to it alone, and paper."""
    width: int
    height: int
    alt: str
    caption: Html = field(default_factory=lambda: Html(""))
    credit: str = ""
    made_by_ai: bool = False
    notes: tuple[str, ...] = ()
    """Further statements that must stand beside it (a map's approval number, who allowed an emblem)."""
    renditions: tuple[Rendition, ...] = ()
    """In other widths, narrowest first; empty for SVG, moving pictures and small files."""
    colour: tuple[int, ...] = ()
    """Red, green and blue of what it looks like from afar, to stand there while it loads: each 0 to 3, for 32, 96, 160 and
    224 of 255, so that a style sheet needs a rule for each, and no page a style of its own. Empty where something shines
    through."""
    first: bool = False
    """The one to load at once: the cover at the head of the page, or, where no picture stands there, the first in its
    text; on the home page the lead story's. All others can wait until they come near (`loading="lazy"`)."""


@dataclass(frozen=True, slots=True)
class Plate:
    """Typographic cover art: one to four characters on a geometric ground. `ground` and `pattern` are 0 to 4, chosen by
    a hash of the brand's (else the entry's) id, so that a brand always looks the same."""

    characters: tuple[str, ...]
    ground: int
    pattern: int


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code, what `qr(address)` gives: a square of `size` by `size` modules, its quiet margin included. `path` draws
    the dark modules as strokes: `<svg viewBox="0 0 {{ code.size }} {{ code.size }}"><path d="{{ code.path }}"
    stroke="#000"/></svg>` on a white ground."""

    size: int
    path: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands for an entry: its picture, else its plate (always there)."""

    plate: Plate
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class MetricView:
    """A number with its unit, qualifier, period and source. `text` is the whole as running text ("超过 300,000 元");
    `value` has digits grouped. `source` leads to the entry in the page's list of sources."""

    id: str
    label: str
    text: str
    qualifier: str
    value: str
    unit: str
    period: str
    as_of: str
    definition: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value, for definition lists; a value that can be followed carries links instead of text."""

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceView:
    """An entry of a page's list of sources. `anchor` is its HTML id; `locators` the places in it that are used."""

    number: int
    anchor: str
    name: str
    facts: tuple[Fact, ...]
    locators: tuple[str, ...]
    href: str
    note: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the page's statements come from, and how it was made."""

    sources: tuple[SourceView, ...]
    metrics: tuple[MetricView, ...]
    facts: tuple[Fact, ...]
    """When the page was last changed, who translated it, its licence."""
    contact: str
    """Where to report an error; may be empty."""


@dataclass(frozen=True, slots=True)
class ItemPart:
    """One part of a gallery (`picture`), a timeline (`label` is the date in words, `datetime` as in a story card)."""

    label: str
    datetime: str
    body: tuple[Part, ...]
    picture: Picture | None
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to download: `type` in words, `size` in words."""

    href: str
    name: str
    type: str
    size: str


@dataclass(frozen=True, slots=True)
class ComponentPart:
    """A directive in a text, rendered by `directives/<name>.html` with `part` as its data."""

    name: str
    inline: bool
    label: str
    attributes: dict[str, str]
    body: tuple[Part, ...]
    items: tuple[ItemPart, ...]
    metrics: tuple[MetricView, ...]
    picture: Picture | None
    file: FileView | None
    source: Link | None
    """For `cite` and `quote`: the entry in the page's list of sources."""


Part: TypeAlias = Html | ComponentPart


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """An address outside the site that a page's text leads to, for screens that must not leave the site. Where theme.yaml
    says `outside_links: codes`, each such link in the text leads to `#<anchor>`, where the page shows `qr(address)`."""

    anchor: str
    address: str


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading of the page; `level` 2 or 3."""

    level: int
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story in a list. `date` is in words, `datetime` the same year, month or day for HTML's `time` element; empty where
    there is none so exact ("about 2016", "since October 2011")."""

    title: str
    href: str
    language: str
    summary: str
    place: str
    date: str
    datetime: str
    brand: str
    cover: Cover
    reasons: tuple[str, ...] = ()
    """Related stories: why this one ("同一品牌：…")."""
    place_language: str = ""
    """Set when the place's name is in another language than the page."""
    brand_language: str = ""
    """Set when the brand's name is in another language than the page."""


@dataclass(frozen=True, slots=True)
class EntryCard:
    """A brand, organisation, topic or page in a list. `detail` is one short line (its place, its kind)."""

    title: str
    href: str
    language: str
    summary: str
    detail: str
    count: int
    cover: Cover


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A place in the tree, with the stories at it and below it counted."""

    label: str
    href: str
    level: str
    count: int
    children: tuple[TreeNode, ...]
    language: str = ""
    """Set when the label is in another language than the page."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list: links to the pages that are already narrowed."""

    key: str
    label: str
    values: tuple[Link, ...]
    tree: tuple[TreeNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where this page stands in a list that is longer than one page. `pages` holds links whose label is the page's
    number: every page's up to 100 pages, beyond that the first, the last and those near this one (so that a list's
    pages together do not grow with the square of its length)."""

    current: int
    total: int
    previous: str
    next: str
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StoryList:
    """One page of stories out of `total`; `pagination` is None when all fit."""

    stories: tuple[StoryCard, ...]
    total: int
    pagination: Pagination | None = None


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language (`hreflang`), absolute address."""

    language: str
    href: str


@dataclass(frozen=True, slots=True)
class Feed:
    """An Atom feed that the page announces."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says about itself to machines. `title` is the whole document title. `json_ld` is a JSON text that is
    safe inside a script element. `canonical` and `alternates` are empty when the site has no base_url."""

    title: str
    description: str
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    feeds: tuple[Feed, ...] = ()
    open_graph: tuple[tuple[str, str], ...] = ()
    json_ld: str = ""
    index: bool = True
    """False: search engines are asked not to list it."""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A menu entry; it is current where `section` equals the page's."""

    label: str
    href: str
    section: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page of one language shares."""

    title: str
    subtitle: str
    description: str
    language: str
    direction: str
    home: str
    mark: str
    """One character for the site's seal."""
    navigation: tuple[NavigationItem, ...]
    footer_links: tuple[Link, ...]
    search_href: str
    """The search page, or empty when search is off. It takes the query as `?q=`."""
    organiser: str
    organiser_address: str
    contact: str
    notice: str
    icp: Link | None
    public_security: Link | None
    site_code: str
    licence: str
    generator: str
    assets: dict[str, str]
    """Theme asset path → address. Templates use `asset("css/site.css")`."""
    parameters: dict[str, str | int | float | bool]
    """The theme's parameters with site.yaml's values."""
    portable: bool
    csp: str = ""
    """The content security policy, for the page's meta element; the header files for hosts say the same."""


@dataclass(frozen=True, slots=True)
class PageBase:
    """What every page view has. `kind` names the page kind; `section` the menu entry it belongs to."""

    kind: str
    section: str
    language: str
    url: str
    """The address within the site (`/stories/a/`), the same in every kind of build; links print `href`s."""
    title: str
    head: Head
    breadcrumbs: tuple[Link, ...]
    """From home down to this page's parent, itself not included; empty on the home page."""
    translations: tuple[Link, ...]
    """For the language switch: this page in the site's other languages, or their home page."""
    href: str = field(default="", kw_only=True)
    """This page as its own links write it: a link with this `href` is the current one."""
    title_language: str = field(default="", kw_only=True)
    """Set when the title is in another language than the page: a place's or topic's name that has no translation."""
    outside: tuple[OutsideLink, ...] = field(default=(), kw_only=True)
    """Empty unless the theme asks for codes."""


@dataclass(frozen=True, slots=True)
class HomePage(PageBase):
    """`/`"""

    lead: StoryCard | None
    newest: tuple[StoryCard, ...]
    brands: tuple[EntryCard, ...]
    places: tuple[TreeNode, ...]
    topics: tuple[Link, ...]
    years: tuple[Link, ...]
    story_count: int
    stories_href: str


@dataclass(frozen=True, slots=True)
class StoryPage(PageBase):
    """`/stories/<slug>/`"""

    summary: str
    cover: Cover
    date: str
    datetime: str
    """As in a story card."""
    updated: str
    """The ISO day of the last change; `provenance` says it in words."""
    brands: tuple[Link, ...]
    organisations: tuple[Link, ...]
    places: tuple[tuple[Link, ...], ...]
    """Each place as its path from the root down."""
    topics: tuple[Link, ...]
    facts: tuple[Fact, ...]
    """The facts panel: brand, organisations, place, topics, date, site-defined fields."""
    body: tuple[Part, ...]
    toc: tuple[TocEntry, ...]
    metrics: tuple[MetricView, ...]
    minutes: int
    """How long reading takes; 0 for a story without prose."""
    provenance: Provenance
    related: tuple[StoryCard, ...]
    previous: Link | None
    """The story before this one in its brand's list (newest first), else in its topic's."""
    next: Link | None
    translation_note: str
    """Set on a translation: says so, and names the original's language."""


@dataclass(frozen=True, slots=True)
class BrandPage(PageBase):
    """`/brands/<slug>/`"""

    summary: str
    cover: Cover
    facts: tuple[Fact, ...]
    body: tuple[Part, ...]
    toc: tuple[TocEntry, ...]
    metrics: tuple[MetricView, ...]
    list: StoryList
    provenance: Provenance
    translation_note: str


@dataclass(frozen=True, slots=True)
class OrganisationPage(PageBase):
    """`/organisations/<slug>/`"""

    summary: str
    cover: Cover
    facts: tuple[Fact, ...]
    body: tuple[Part, ...]
    toc: tuple[TocEntry, ...]
    metrics: tuple[MetricView, ...]
    brands: tuple[EntryCard, ...]
    list: StoryList
    provenance: Provenance
    translation_note: str


@dataclass(frozen=True, slots=True)
class PlacePage(PageBase):
    """`/places/<id>/`: the place and everything below it."""

    summary: str
    level: str
    path: tuple[Link, ...]
    """From the root down to this place."""
    children: tuple[TreeNode, ...]
    organisations: tuple[Link, ...]
    brands: tuple[EntryCard, ...]
    list: StoryList


@dataclass(frozen=True, slots=True)
class TopicPage(PageBase):
    """`/topics/<id>/`"""

    summary: str
    list: StoryList


@dataclass(frozen=True, slots=True)
class YearPage(PageBase):
    """`/years/<year>/`; `/years/undated/` for stories whose source gives no date."""

    year: str
    """Empty for the undated."""
    list: StoryList
    previous: Link | None
    """The nearest earlier year that has stories."""
    next: Link | None


@dataclass(frozen=True, slots=True)
class StoriesPage(PageBase):
    """`/stories/`, `/stories/page/2/`: all stories with ways to narrow them."""

    list: StoryList
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class EntryIndexPage(PageBase):
    """`/brands/`, `/organisations/`, `/topics/`: all entries of one kind."""

    summary: str
    entries: tuple[EntryCard, ...]


@dataclass(frozen=True, slots=True)
class PlaceIndexPage(PageBase):
    """`/places/`: the whole tree."""

    summary: str
    tree: tuple[TreeNode, ...]


@dataclass(frozen=True, slots=True)
class YearGroup:
    """A year with its stories, oldest evidence first."""

    year: str
    label: str
    href: str
    count: int
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class YearIndexPage(PageBase):
    """`/years/`: the timeline."""

    summary: str
    years: tuple[YearGroup, ...]


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source with the pages that rely on it."""

    source: SourceView
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SourceIndexPage(PageBase):
    """`/sources/`"""

    summary: str
    sources: tuple[SourceUse, ...]


@dataclass(frozen=True, slots=True)
class SearchPage(PageBase):
    """`/search/`. The client reads data attributes of the search form: `root` turns an address of the index
    (`stories/a/`) into one that works from this page; `index_src` is the index's first script for this language;
    `client_src` is the client itself; `strings` is JSON (key → text) of everything that the client may say."""

    summary: str
    root: str
    index_src: str
    client_src: str
    strings: str
    examples: tuple[str, ...]
    browse: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FreePage(PageBase):
    """`/<slug>/`: about, accessibility statement, …"""

    summary: str
    body: tuple[Part, ...]
    toc: tuple[TocEntry, ...]
    metrics: tuple[MetricView, ...]
    provenance: Provenance
    translation_note: str


@dataclass(frozen=True, slots=True)
class NotFoundPage(PageBase):
    """`/404.html`; served at any depth, so its addresses are root-absolute (in a portable build: relative to the root)."""

    summary: str
    newest: tuple[StoryCard, ...]
    browse: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RedirectPage(PageBase):
    """An old address (`aliases:`) that leads to a new one."""

    target: str


@dataclass(frozen=True, slots=True)
class BoardParagraph:
    """A paragraph of a board; `language` is `bo` for one that is wholly Tibetan, empty for all others."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class BoardPassage:
    """Paragraphs of a board under their heading, which may be empty."""

    heading: str
    paragraphs: tuple[BoardParagraph, ...]


@dataclass(frozen=True, slots=True)
class BoardStep:
    """A line of a board's timeline: a date in words and what happened."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class BoardQuote:
    """Somebody's words; `by` may be empty."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class BoardPage(PageBase):
    """A display board of a story or brand, what `showcase export board` prints: one sheet that loads nothing. All texts
    are plain, all pictures `data:` addresses. What is shown has been chosen to fit the sheet (showcase.boards.fitting
    says how much room each part is taken to need), so a template shows all of it and cuts nothing."""

    size: str
    """`A3`, `A2`, `80x180cm` or `90x120cm`."""
    sheet: str
    """The address of a style sheet that sets the page's size, the root's font size (so that 1rem is the size of running
    text, never less than the reading distance asks for) and `var(--board-width)`, `var(--board-height)`,
    `var(--board-bleed)` and `var(--board-foot)` (a strip that stays without words). Stands before the theme's own sheet."""
    columns: int
    """How many columns the running text has room for: 1 or 2."""
    metric_columns: int
    """How many metrics have room side by side: 1 to 3."""
    title_long: bool
    """Set for titles that want a smaller size."""
    brands: tuple[str, ...]
    """Of a story."""
    facts: tuple[Fact, ...]
    """Without links."""
    cover: Cover
    summary: str
    metrics: tuple[MetricView, ...]
    passages: tuple[BoardPassage, ...]
    timeline: tuple[BoardStep, ...]
    quotes: tuple[BoardQuote, ...]
    pictures: tuple[Picture, ...]
    """Beside the cover's."""
    stories: tuple[str, ...]
    """Titles of a brand's stories."""
    more_stories: int
    """How many are not named."""
    sources: tuple[SourceView, ...]
    more_sources: int
    translation_note: str
    address: str
    """Of the published page, for `qr(page.address)`."""


PageView: TypeAlias = (
    HomePage
    | StoryPage
    | BrandPage
    | OrganisationPage
    | PlacePage
    | TopicPage
    | YearPage
    | StoriesPage
    | EntryIndexPage
    | PlaceIndexPage
    | YearIndexPage
    | SourceIndexPage
    | SearchPage
    | FreePage
    | NotFoundPage
    | RedirectPage
    | BoardPage
)


@dataclass(frozen=True, slots=True)
class View:
    """All that a template is given."""

    site: SiteView
    page: PageView


pickle_by_position(tuple(vars().values()))
