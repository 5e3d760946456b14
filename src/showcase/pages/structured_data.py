"""What a page says about itself as linked data (schema.org), and its safe way into a script element."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TypeAlias

from showcase.model.catalog import Key
from showcase.model.entry import Document
from showcase.pages.vantage import Vantage

Node: TypeAlias = dict[str, object]

_EXACT_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)


def json_ld(nodes: Sequence[Node]) -> str:
    """Nodes as one JSON text that no content can break out of a script element with (HTML, "Restrictions for contents
    of script elements")."""
    if not nodes:
        return ""
    whole: Node = {"@context": "https://schema.org"}
    whole |= nodes[0] if len(nodes) == 1 else {"@graph": list(nodes)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def trimmed(node: Node) -> Node:
    """The node without what is empty: what is not known is not claimed."""
    return {key: value for key, value in node.items() if value not in ("", None, [], (), {})}


def breadcrumb_list(crumbs: Sequence[tuple[str, str]]) -> Node:
    """The path to a page: names with absolute addresses (empty for the page itself)."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            trimmed({"@type": "ListItem", "position": position, "name": name, "item": address})
            for position, (name, address) in enumerate(crumbs, 1)
        ],
    }


def _licence(licence: str) -> str | Node | None:
    """schema.org's `license`: an address, or a work that has a name."""
    if licence.startswith(("https://", "http://")):
        return licence
    return {"@type": "CreativeWork", "name": licence} if licence else None


def publisher(vantage: Vantage) -> Node | None:
    """Who runs the site, when site.yaml says so."""
    name = vantage.edition.texts.organiser.name
    home = vantage.addresses.absolute(vantage.addresses.url(("home", ""), vantage.language))
    return trimmed({"@type": "Organization", "name": name, "url": home}) if name else None


def website(vantage: Vantage) -> Node:
    """The site as a whole, with how to search it."""
    texts = vantage.edition.texts
    addresses = vantage.addresses
    search = addresses.absolute(addresses.url(("search", ""), vantage.language))
    action: Node | None = None
    if search and vantage.edition.has(("search", "")):
        action = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
    return trimmed(
        {
            "@type": "WebSite",
            "name": texts.title,
            "alternateName": texts.subtitle,
            "description": texts.description,
            "inLanguage": texts.code,
            "url": addresses.absolute(addresses.url(("home", ""), vantage.language)),
            "publisher": publisher(vantage),
            "potentialAction": action,
        }
    )


def article(vantage: Vantage, document: Document, description: str, image: str) -> Node:
    """A story. Its date is that of what it tells (`temporalCoverage`); when it was published is not known."""
    key: Key = (document.kind, document.id)
    relations = vantage.edition.relations(key)
    who = publisher(vantage)
    original = vantage.edition.catalog.site.language
    translated = document.language != original and vantage.edition.catalog.document(key, original)
    about = [_thing(vantage, ("brand", brand), "Brand") for brand in relations.brands]
    about += [_thing(vantage, ("topic", topic), "Thing") for topic in relations.topics]
    mentions = [_thing(vantage, ("organisation", one), "Organization") for one in relations.organisations]
    return trimmed(
        {
            "@type": "Article",
            "headline": document.title,
            "description": description,
            "inLanguage": document.language,
            "url": _absolute(vantage, key),
            "image": image,
            "datePublished": document.publish_from,
            "dateModified": document.updated,
            "temporalCoverage": document.date.text if document.date else "",
            "author": who,
            "publisher": who,
            "about": about,
            "mentions": mentions,
            "contentLocation": [_thing(vantage, ("place", place), "Place") for place in relations.places],
            "isBasedOn": _sources(vantage, key),
            "license": _licence(vantage.edition.catalog.site.licence),
            "translationOfWork": (
                trimmed(
                    {
                        "@type": "Article",
                        "inLanguage": original,
                        "url": vantage.addresses.absolute(vantage.addresses.url(key, original)),
                    }
                )
                if translated
                else None
            ),
        }
    )


def entity(vantage: Vantage, key: Key, kind: str, description: str, image: str = "") -> Node:
    """A brand, organisation or place as a thing of its own."""
    node = _thing(vantage, key, kind)
    extra = {"description": description, "image": image}
    if key[0] == "organisation":
        places = vantage.edition.relations(key).places
        return trimmed(
            {**node, **extra, "location": [_thing(vantage, ("place", one), "Place") for one in places]}
        )
    return trimmed({**node, **extra})


def collection(vantage: Vantage, title: str, description: str, url: str, count: int) -> Node:
    """A page that lists others."""
    main: Node | None = {"@type": "ItemList", "numberOfItems": count} if count else None
    return trimmed(
        {
            "@type": "CollectionPage",
            "name": title,
            "description": description,
            "inLanguage": vantage.language,
            "url": vantage.addresses.absolute(url),
            "mainEntity": main,
        }
    )


def _thing(vantage: Vantage, key: Key, kind: str) -> Node:
    return trimmed({"@type": kind, "name": vantage.edition.name(key).text, "url": _absolute(vantage, key)})


def _absolute(vantage: Vantage, key: Key) -> str:
    return vantage.addresses.absolute(vantage.url(key))


def _sources(vantage: Vantage, key: Key) -> list[Node]:
    edition = vantage.edition
    nodes = []
    for used in edition.catalog.entry_sources.get(key, ()):
        source = edition.catalog.sources.get(used.source)
        if source is None:
            continue
        date = source.date.text if source.date and _EXACT_DAY.fullmatch(source.date.text) else ""
        maker = {"@type": "Organization", "name": source.publisher} if source.publisher else None
        name = source.title or edition.name(("source", source.id)).text
        nodes.append(
            trimmed(
                {
                    "@type": "CreativeWork",
                    "name": name,
                    "url": vantage.outside(source.url),
                    "datePublished": date,
                    "publisher": maker,
                }
            )
        )
    return nodes
