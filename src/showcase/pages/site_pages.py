"""Pages of the site itself: home, search, not found, redirects."""

from __future__ import annotations

from showcase.model.catalog import Key
from showcase.model.view import Head, HomePage, Link, NotFoundPage, RedirectPage, SearchPage
from showcase.pages.cards import entry_cards, lead_card, story_cards
from showcase.pages.facets import LONGEST, year_links
from showcase.pages.frame import MENU, base_fields
from showcase.pages.place_tree import SMALL_TREE, place_tree, roots
from showcase.pages.structured_data import website
from showcase.pages.vantage import Vantage
from showcase.text.search_strings import client_strings

_NEWEST = 6
_BRANDS = 12
_EXAMPLES = 4


def home_page(vantage: Vantage) -> HomePage:
    """The front page of one language."""
    edition = vantage.edition
    texts = edition.texts
    stories = edition.stories
    topics = [("topic", topic) for topic in edition.topics]
    return HomePage(
        **base_fields(
            vantage,
            ("home", ""),
            kind="home",
            section="home",
            title=texts.title,
            description=texts.description or texts.subtitle,
            graph=(website(vantage),),
            feeds=(("home", ""),),
        ),
        lead=lead_card(vantage, stories[0]) if stories else None,
        newest=story_cards(vantage, stories[1 : _NEWEST + 1]),
        brands=entry_cards(vantage, [("brand", brand) for brand in edition.brands[:_BRANDS]]),
        places=place_tree(vantage, roots(edition), SMALL_TREE) if edition.has(("places", "")) else (),
        topics=tuple(vantage.link(key, len(edition.stories_of(key))) for key in topics[:LONGEST]),
        years=year_links(vantage)[:LONGEST],
        story_count=len(stories),
        stories_href=vantage.index_link("stories").href,
    )


_INDEX = {"showcase": "index.js", "pagefind": "pagefind.js"}
"""Where an engine's index of a language begins."""


def search_page(vantage: Vantage, client_path: str) -> SearchPage:
    """The search page; without scripts it leads to the lists."""
    key: Key = ("search", "")
    return SearchPage(
        **base_fields(
            vantage,
            key,
            kind="search",
            section="search",
            title=vantage.t("search"),
            description=vantage.t("search.summary"),
            feeds=(("home", ""),),
        ),
        summary=vantage.t("search.summary"),
        root=vantage.root,
        index_src=vantage.href(
            f"/search/{vantage.language}/{_INDEX[vantage.edition.catalog.site.search_engine]}"
        ),
        client_src=vantage.href(f"/{client_path}") if client_path else "",
        strings=client_strings(
            vantage.language, {code: edition.texts.label for code, edition in vantage.siblings.items()}
        ),
        examples=_examples(vantage),
        browse=_browse(vantage)[1:],
    )


def _examples(vantage: Vantage) -> tuple[str, ...]:
    """Words that surely find something: names of brands, topics and places that have stories."""
    edition = vantage.edition
    keys: list[Key] = [("brand", one) for one in edition.brands]
    keys += [("topic", one) for one in edition.topics]
    keys += [("place", one) for one in edition.places]
    names = dict.fromkeys(
        name.text
        for name in (edition.name(key) for key in keys if edition.stories_of(key))
        if name.language == vantage.language
    )
    return tuple(sorted(names, key=len)[:_EXAMPLES])


def not_found_page(vantage: Vantage) -> NotFoundPage:
    """What stands for a page that does not exist."""
    return NotFoundPage(
        **base_fields(
            vantage,
            ("not_found", ""),
            kind="not_found",
            section="",
            title=vantage.t("not_found"),
            description=vantage.t("not_found.summary"),
        ),
        summary=vantage.t("not_found.summary"),
        newest=story_cards(vantage, vantage.edition.stories[:_NEWEST]),
        browse=_browse(vantage),
    )


def _browse(vantage: Vantage) -> tuple[Link, ...]:
    """Home and every list that has anything in it."""
    edition = vantage.edition
    kinds = [kind for kind in MENU if edition.has((kind, "")) and (kind != "stories" or edition.stories)]
    return (vantage.index_link("home"), *(vantage.index_link(kind) for kind in kinds))


def redirect_page(vantage: Vantage, key: Key, url: str) -> RedirectPage:
    """An old address that leads to the page of `key`."""
    title = vantage.edition.name(key).text
    target = vantage.addresses.url(key, vantage.language)
    return RedirectPage(
        kind="redirect",
        section="",
        language=vantage.language,
        url=url,
        title=title,
        head=Head(
            title=vantage.t("title.redirect", title=title),
            description="",
            canonical=vantage.addresses.absolute(target),
            index=False,
        ),
        breadcrumbs=(),
        translations=(),
        href=vantage.href(url),
        target=vantage.href(target),
    )
