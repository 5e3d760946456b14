"""Feeds: well-formed, complete by RFC 4287, the same on every day."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pages.pages_catalog import Builder, site, theme
from showcase.model.catalog import Relations
from showcase.outputs.atom import feeds
from showcase.pages.addresses import Addresses
from showcase.text.dates import parse_date

ATOM = "{http://www.w3.org/2005/Atom}"


def _feeds(builder: Builder, *, portable: bool = False) -> dict[str, ET.Element]:
    catalog = builder.catalog()
    found = feeds(catalog, Addresses(catalog, portable=portable), theme())
    return {output.path: ET.fromstring(output.data) for output in found}


def _builder(base_url: str = "https://example.org/sub") -> Builder:
    builder = Builder(site("zh-CN", "en", "bo", base_url=base_url, feed_size=2))
    builder.topic("incomes", "增收")
    builder.topic("empty")
    builder.add("brand", "b", title="“幸福党建”品牌")
    relations = Relations(brands=("b",), topics=("incomes",))
    builder.add(
        "story", "a", title="甲 & <乙>", summary="摘要", relations=relations, date=parse_date("2011-10")
    )
    builder.add("story", "a", "en", title="A", date=parse_date("2011-10"))
    builder.add("story", "c", updated="2026-01-02", relations=relations)
    builder.add("story", "d")
    return builder


def test_the_site_each_brand_each_topic_in_each_language_with_stories() -> None:
    assert sorted(_feeds(_builder())) == [
        "brands/b/feed.xml",
        "en/feed.xml",
        "en/topics/incomes/feed.xml",
        "feed.xml",
        "topics/incomes/feed.xml",
    ]


def test_the_last_changed_come_first_and_only_so_many() -> None:
    feed = _feeds(_builder())["feed.xml"]
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == ["c zh-CN", "甲 & <乙>"]
    assert [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")] == [
        "2026-01-02T00:00:00Z",
        "2011-10-01T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2026-01-02T00:00:00Z"


def test_every_part_that_the_standard_demands_is_there() -> None:
    for path, feed in _feeds(_builder(), portable=True).items():
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        links = {link.get("rel"): link.get("href", "") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == f"https://example.org/sub/{path}"
        for part in (feed, *feed.iter(f"{ATOM}entry")):
            assert all(part.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        for link in feed.iter(f"{ATOM}link"):
            assert link.get("href", "").startswith("https://example.org/sub/")


def test_an_entry_keeps_its_id_when_it_is_renamed() -> None:
    builder = _builder()
    before = {entry.findtext(f"{ATOM}id") for entry in _feeds(builder)["en/feed.xml"].iter(f"{ATOM}entry")}
    story = builder.documents["story", "a"]["en"]
    builder.documents["story", "a"]["en"] = replace(story, title="Renamed", slug="renamed")
    after = {entry.findtext(f"{ATOM}id") for entry in _feeds(builder)["en/feed.xml"].iter(f"{ATOM}entry")}
    assert before == after
    chinese = {entry.findtext(f"{ATOM}id") for entry in _feeds(builder)["feed.xml"].iter(f"{ATOM}entry")}
    assert not before & chinese


def test_without_base_url_there_is_none() -> None:
    assert _feeds(_builder("")) == {}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_gives_well_formed_xml(title: str, summary: str) -> None:
    builder = Builder()
    builder.add("story", "a", title=title, summary=summary)
    assert len(list(_feeds(builder)["feed.xml"].iter(f"{ATOM}entry"))) == 1
