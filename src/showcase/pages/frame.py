"""What all pages have in common: the site view, and the base of each page view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from showcase import __version__
from showcase.model.catalog import Key
from showcase.model.page import Listing
from showcase.model.view import Alternate, Feed, Head, Link, NavigationItem, SiteView
from showcase.pages.addresses import INDEXES
from showcase.pages.plates import characters
from showcase.pages.security import content_security_policy
from showcase.pages.structured_data import Node, breadcrumb_list, json_ld
from showcase.pages.vantage import Vantage

MENU = ("stories", "brands", "organisations", "places", "topics", "years")
"""The lists that the menu shows, where there is anything to list."""

_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ug", "ur", "yi")
_ICP = "https://beian.miit.gov.cn/"
_PUBLIC_SECURITY = "https://beian.mps.gov.cn/"


class BaseFields(TypedDict):
    """The fields of PageBase, ready to be passed on to a page view."""

    kind: str
    section: str
    language: str
    url: str
    title: str
    head: Head
    breadcrumbs: tuple[Link, ...]
    translations: tuple[Link, ...]
    href: str
    title_language: str


def site_view(vantage: Vantage, assets: Mapping[str, str]) -> SiteView:
    """What every page of one language and root shares. `assets` maps the theme's asset paths to output paths."""
    edition = vantage.edition
    site = edition.catalog.site
    texts = edition.texts
    filing = site.filing
    return SiteView(
        title=texts.title,
        subtitle=texts.subtitle,
        description=texts.description,
        language=vantage.language,
        direction="rtl" if vantage.language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr",
        home=vantage.href(vantage.addresses.url(("home", ""), vantage.language)),
        mark=characters(texts.title)[0],
        navigation=_navigation(vantage),
        footer_links=_footer_links(vantage),
        search_href=vantage.index_link("search").href if site.search else "",
        organiser=texts.organiser.name,
        organiser_address=texts.organiser.address,
        contact=texts.organiser.contact,
        notice=texts.notice,
        icp=Link(filing.icp, _ICP) if filing.icp else None,
        public_security=Link(filing.public_security, _PUBLIC_SECURITY) if filing.public_security else None,
        site_code=filing.site_code,
        licence=site.licence,
        generator=f"showcase {__version__}",
        assets={path: vantage.href(f"/{output}") for path, output in assets.items()},
        parameters=dict(vantage.theme.parameters),
        portable=vantage.addresses.portable,
        csp=content_security_policy(site),
    )


def _navigation(vantage: Vantage) -> tuple[NavigationItem, ...]:
    edition = vantage.edition
    items = []
    for kind in MENU:
        if edition.has((kind, "")) and (kind != "stories" or edition.stories):
            link = vantage.index_link(kind)
            items.append(NavigationItem(link.label, link.href, kind))
    for page in edition.pages:
        if edition.catalog.nearest(("page", page), vantage.language).menu:
            link = vantage.link(("page", page))
            items.append(NavigationItem(link.label, link.href, f"page-{page}"))
    return tuple(items)


def _footer_links(vantage: Vantage) -> tuple[Link, ...]:
    """The sources and the free pages that are not in the menu."""
    edition = vantage.edition
    pages = [
        vantage.link(("page", page))
        for page in edition.pages
        if not edition.catalog.nearest(("page", page), vantage.language).menu
    ]
    sources = [vantage.index_link("sources")] if edition.has(("sources", "")) else []
    return (*sources, *pages)


def base_fields(
    vantage: Vantage,
    key: Key,
    *,
    kind: str,
    section: str,
    title: str,
    description: str,
    number: int = 1,
    crumbs: Sequence[Key] = (),
    graph: Sequence[Node] = (),
    feeds: Sequence[Key] = (),
    social: str = "website",
    image: str = "",
) -> BaseFields:
    """The common fields of the page of `key`.

    `number` is the page of a list; `crumbs` lead from home (left out) down to the page's parent; `graph` is linked
    data beside the path; `feeds` are keys of Addresses.feed_url; `social` is the Open Graph type.
    """
    addresses, texts = vantage.addresses, vantage.edition.texts
    first = addresses.url(key, vantage.language)
    url = addresses.page_url(first, number)
    shown = title if number == 1 else vantage.t("title.page", title=title, n=number)
    trail = () if key[0] == "home" else _trail(vantage, crumbs)
    canonical = addresses.absolute(url)
    path = [(link.label, address) for link, address in trail]
    # A path whose steps have no address says nothing to who reads it away from the site.
    nodes = [*graph, *([breadcrumb_list([*path, (title, "")])] if trail and canonical else [])]
    return BaseFields(
        kind=kind,
        section=section,
        language=vantage.language,
        url=url,
        title=title,
        head=Head(
            title=_document_title(vantage, key, shown),
            description=description,
            canonical=canonical,
            alternates=_alternates(vantage, key, number),
            feeds=_feeds(vantage, feeds),
            open_graph=_open_graph(vantage, shown, description, canonical, social, image),
            json_ld=json_ld(nodes),
            index=is_listed(vantage, key),
        ),
        breadcrumbs=tuple(link for link, _ in trail),
        translations=_translations(vantage, key, texts.code),
        href=vantage.href(url),
        title_language=vantage.name_language(key) if key[0] in ("place", "topic") else "",
    )


def is_listed(vantage: Vantage, key: Key) -> bool:
    """Whether search engines may list the page of `key`: not one that is there for its address only and says nothing."""
    edition = vantage.edition
    kind, identifier = key
    match kind:
        case "not_found":
            return False
        case "stories":
            return bool(edition.stories)
        case "place":
            organisations = edition.organisations_by_place.get(identifier, ())
            return bool(edition.stories_of(key) or organisations or edition.summary(key))
        case "topic":
            return bool(edition.stories_of(key) or edition.summary(key))
    return True


def listing(vantage: Vantage, key: Key, number: int = 1) -> Listing | None:
    """What the sitemap says of page `number` of `key`; None where it says nothing."""
    addresses = vantage.addresses
    address = addresses.absolute(addresses.page_url(addresses.url(key, vantage.language), number))
    if not address or not is_listed(vantage, key):
        return None
    document = vantage.edition.document(key) if key[0] == "story" else None
    return Listing(address, document.updated if document else "", _alternates(vantage, key, number))


def _document_title(vantage: Vantage, key: Key, title: str) -> str:
    texts = vantage.edition.texts
    if key[0] == "home":
        return vantage.t("title.document", page=title, site=texts.subtitle) if texts.subtitle else title
    return vantage.t("title.document", page=title, site=texts.title)


def _trail(vantage: Vantage, crumbs: Sequence[Key]) -> tuple[tuple[Link, str], ...]:
    """Home and the crumbs below it, each with its absolute address."""
    found = []
    for crumb in (("home", ""), *crumbs):
        if crumb[0] in INDEXES or crumb[0] == "home":
            link, url = vantage.index_link(crumb[0]), vantage.addresses.url(crumb, vantage.language)
        else:
            link, url = vantage.link(crumb), vantage.url(crumb)
        found.append((link, vantage.addresses.absolute(url)))
    return tuple(found)


def languages_with(vantage: Vantage, key: Key) -> tuple[str, ...]:
    """The languages in which the page of `key` exists, in the site's order."""
    return tuple(code for code, edition in vantage.siblings.items() if edition.has(key))


def _alternates(vantage: Vantage, key: Key, number: int) -> tuple[Alternate, ...]:
    """The page in all its languages, and which one is for everybody else. Later pages of a list have none: they do not
    show the same."""
    languages = languages_with(vantage, key)
    if number > 1 or len(languages) < 2 or key[0] == "not_found" or not vantage.addresses.absolute("/"):
        return ()
    addresses = vantage.addresses
    found = [Alternate(code, addresses.absolute(addresses.url(key, code))) for code in languages]
    main = vantage.edition.catalog.site.language
    default = main if main in languages else languages[0]
    return (*found, Alternate("x-default", addresses.absolute(addresses.url(key, default))))


def _translations(vantage: Vantage, key: Key, language: str) -> tuple[Link, ...]:
    """This page in each of the site's other languages, or that language's home."""
    links = []
    for code, edition in vantage.siblings.items():
        if code == language:
            continue
        url = vantage.addresses.url(key if edition.has(key) else ("home", ""), code)
        links.append(Link(edition.texts.label, vantage.href(url), code))
    return tuple(links)


def _feeds(vantage: Vantage, keys: Sequence[Key]) -> tuple[Feed, ...]:
    """The feeds that a page announces. Feeds hold absolute addresses, so a site without base_url has none."""
    if not vantage.addresses.absolute("/"):
        return ()
    site = vantage.edition.texts.title
    feeds = []
    for key in keys:
        if key[0] == "home" and vantage.edition.stories:
            feeds.append(Feed(site, vantage.href(vantage.addresses.feed_url(key, vantage.language))))
        elif key[0] in ("brand", "topic") and vantage.edition.stories_of(key):
            name = vantage.t("feed.title", name=vantage.edition.name(key).text, site=site)
            feeds.append(Feed(name, vantage.href(vantage.addresses.feed_url(key, vantage.language))))
    return tuple(feeds)


def _open_graph(
    vantage: Vantage, title: str, description: str, canonical: str, social: str, image: str
) -> tuple[tuple[str, str], ...]:
    """Open Graph properties (ogp.me); those that are not known are left out."""
    values = (
        ("og:type", social),
        ("og:site_name", vantage.edition.texts.title),
        ("og:title", title),
        ("og:description", description),
        ("og:url", canonical),
        ("og:locale", vantage.language.replace("-", "_")),
        ("og:image", image),
    )
    return tuple((name, value) for name, value in values if value)
