"""Addresses: where pages stand, and links that arrive."""

from __future__ import annotations

from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.pages_catalog import Builder, site
from showcase.model.catalog import Key
from showcase.pages.addresses import Addresses


def _addresses(*, portable: bool = False, base_url: str = "https://example.org") -> Addresses:
    builder = Builder(site("zh-CN", "en", base_url=base_url))
    builder.add("story", "keqin")
    builder.add("story", "keqin", "en", slug="brine-shrimp")
    builder.add("story", "only-chinese")
    builder.add("story", "only-english", "en")
    builder.add("story", "幸福党建")
    builder.add("page", "about")
    builder.place("拉萨")
    return Addresses(builder.catalog(), portable=portable)


@pytest.mark.parametrize(
    ("key", "language", "url"),
    [
        (("home", ""), "zh-CN", "/"),
        (("home", ""), "en", "/en/"),
        (("story", "keqin"), "zh-CN", "/stories/keqin/"),
        (("story", "keqin"), "en", "/en/stories/brine-shrimp/"),
        (("story", "only-chinese"), "en", "/stories/only-chinese/"),
        (("story", "only-english"), "zh-CN", "/en/stories/only-english/"),
        (("story", "幸福党建"), "zh-CN", "/stories/xing-fu-dang-jian/"),
        (("page", "about"), "zh-CN", "/about/"),
        (("place", "拉萨"), "en", "/en/places/la-sa/"),
        (("year", "2020"), "zh-CN", "/years/2020/"),
        (("year", ""), "en", "/en/years/undated/"),
        (("search", ""), "en", "/en/search/"),
        (("not_found", ""), "zh-CN", "/404.html"),
    ],
)
def test_each_page_has_its_address(key: Key, language: str, url: str) -> None:
    assert _addresses().url(key, language) == url


def test_links_stand_under_the_base_path() -> None:
    addresses = _addresses(base_url="https://example.org/brands")
    assert addresses.href("/stories/a/", "/stories/b/#x") == "/brands/stories/b/#x"
    assert addresses.absolute("/stories/b/") == "https://example.org/brands/stories/b/"
    assert addresses.root("/en/") == "/brands/"


def test_portable_links_are_relative_and_name_the_file() -> None:
    addresses = _addresses(portable=True)
    assert addresses.href("/stories/a/", "/stories/b/#x") == "../../stories/b/index.html#x"
    assert addresses.href("/", "/") == "index.html"
    assert addresses.href("/404.html", "/media/a.jpg") == "media/a.jpg"
    assert addresses.root("/en/search/") == "../../"


def test_without_base_url_there_is_no_absolute_address() -> None:
    assert _addresses(base_url="").absolute("/stories/a/") == ""


def test_only_printed_addresses_are_encoded() -> None:
    addresses = _addresses()
    assert addresses.output_path("/旧/a:b.html") == "旧/a:b.html"
    assert addresses.href("/", "/旧/a:b.html") == "/%E6%97%A7/a%3Ab.html"


_PART = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="/?#\\"), min_size=1, max_size=6
)
_URL = st.lists(_PART.filter(lambda part: part.strip(".")), max_size=4).map(
    lambda parts: "/" + "".join(f"{part}/" for part in parts)
)


@given(_URL, _URL)
def test_a_portable_link_arrives_wherever_it_starts(start: str, target: str) -> None:
    addresses = _addresses(portable=True)
    href = addresses.href(start, target)
    # Percent-encoded, the starting file has no character that a resolver would read as its own.
    base = "file:///" + addresses.href("/", start)
    assert unquote(urljoin(base, href)) == "file:///" + addresses.output_path(target)
