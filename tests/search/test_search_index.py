"""The index as files: what is in them, when they are cut, what a change rewrites."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from search_samples import DOCUMENTS, file_data, sample_index

from showcase.diagnostics.diagnostic import Location
from showcase.model.body import Body, Component, Section
from showcase.model.catalog import Catalog, PlaceNode, Relations
from showcase.model.entry import Document, Metric, Naming, Place, Topic
from showcase.model.site import LanguageTexts, SiteConfig
from showcase.pages.addresses import Addresses
from showcase.search.analyser import fold, units
from showcase.search.client import client_output, keyboard_output
from showcase.search.documents import SearchDocument
from showcase.search.index import build_index, language_index, length_class, number_key
from showcase.search.packing import DIGITS, pack
from showcase.search.postings import BODY, NAMES, TITLE_END, document_terms
from showcase.search.tree import Shards, tree, utf16
from showcase.store.memory_store import MemoryStore
from showcase.text.search_strings import CLIENT_STRINGS
from showcase.workers import Workers

HERE = Location("content/stories/a.md")


def test_client_has_a_name_of_its_content() -> None:
    output = client_output()
    assert output.path.startswith("search/client.")
    assert len(output.path) == len("search/client.12345678.js")
    assert b"innerHTML" not in output.data


def test_every_language_says_the_same_things() -> None:
    assert {frozenset(texts) for texts in CLIENT_STRINGS.values()} == {frozenset(CLIENT_STRINGS["zh"])}
    script = client_output().data.decode() + keyboard_output().data.decode()
    for key in CLIENT_STRINGS["zh"]:
        stem = key.partition("_")[0] + "_" if key.startswith(("kind_", "facet_", "note_")) else key
        assert f'"{stem}"' in script, key


@given(st.integers(min_value=0, max_value=1 << 30))
def test_packed_numbers_can_be_read(number: int) -> None:
    values = [DIGITS.index(digit) for digit in pack(number)]
    assert sum((value & 31) << (5 * place) for place, value in enumerate(values)) == number
    assert [value & 32 for value in values] == [32] * (len(values) - 1) + [0]


def test_number_keys_sort_as_numbers() -> None:
    keys = [number_key(number) for number in (0, 1, 9, 63, 64, 4095, 4096, 20_000, 262_143)]
    assert keys == sorted(keys)


def test_length_classes() -> None:
    assert [length_class(units) for units in (0, 1, 64, 65, 128, 129, 4096, 4097, 10**6)] == [
        0,
        0,
        0,
        1,
        1,
        2,
        6,
        7,
        7,
    ]


@given(st.text(max_size=40))
def test_any_text_has_units(text: str) -> None:
    folded = fold(text)
    starts = [unit.start for unit in units(folded)]
    assert starts == sorted(set(starts))
    assert all(unit.text for unit in units(folded))


def test_positions_by_field() -> None:
    terms = document_terms(replace(DOCUMENTS[3], names=DOCUMENTS[3].names[:1], texts=("党建",)))
    packed = dict(zip(terms.keys, terms.positions, strict=True))
    assert packed["雪巴"] == pack(0) + pack(NAMES)
    assert packed["党建"] == pack(6 + TITLE_END) + pack(BODY - 6 - TITLE_END), (
        "the pair that ends the title is marked"
    )
    assert packed["~xf xing fu"] == pack(4)
    assert packed["~j jian"] == pack(7 + TITLE_END)


def test_long_titles_and_many_names_stay_in_their_room() -> None:
    document = replace(
        DOCUMENTS[0], title="长" * 500, names=DOCUMENTS[0].names * 400, headings=("题" * 5000,)
    )
    assert document_terms(document).length > 2000


def test_the_same_documents_give_the_same_bytes() -> None:
    assert sample_index() == sample_index()
    assert sample_index(whole_bytes=0) == sample_index(whole_bytes=0)


def test_kept_analyses_give_the_same_index() -> None:
    store = MemoryStore()
    first = language_index("zh-CN", DOCUMENTS, [], store, Workers(1))
    assert language_index("zh-CN", DOCUMENTS, [], store, Workers(1)) == first
    corrupt = MemoryStore()
    corrupt.get = lambda kind, key: b"\xc1"  # type: ignore[method-assign]
    assert language_index("zh-CN", DOCUMENTS, [], corrupt, Workers(1)) == first


def test_a_tree_holds_every_key_once_and_in_order() -> None:
    keys = [chr(0x4E00 + n % 900) + chr(0x4E00 + n * 7 % 5000) for n in range(3000)] + ["𠀀", "a", "~x xing"]
    entries: dict[str, Any] = {key: "A" * (len(key) * 9) for key in keys}
    shards = Shards("search/zh-CN")
    root = tree(entries, shards, 2000, branch_files=8)
    assert sorted(entries, key=utf16) == _keys(root, shards)
    assert all(left < right for left, right in pairwise(map(utf16, _keys(root, shards))))


def test_one_changed_story_rewrites_few_files() -> None:
    random_source = random.Random(5)
    documents = tuple(
        SearchDocument(
            kind="story",
            id=str(number),
            url=f"/{number}/",
            title=f"第{number}个故事",
            texts=("".join(chr(int(random_source.triangular(0x4E00, 0x6000, 0x4E10))) for _ in range(300)),),
        )
        for number in range(300)
    )
    before = {output.path for output in sample_index(documents, whole_bytes=0)}
    changed = (*documents[:99], replace(documents[99], summary="新的摘要"), *documents[100:])
    after = {output.path for output in sample_index(changed, whole_bytes=0)}
    assert len(after - before) <= 8


def test_catalog_to_index() -> None:
    outputs = build_index(_catalog(), Addresses(_catalog(), portable=False), MemoryStore(), Workers(1))
    assert [output.path for output in outputs] == ["search/zh-CN/index.js", "search/en/index.js"]
    chinese, english = (file_data(output) for output in outputs)
    assert chinese["records"]["values"] == [
        [
            "story",
            "stories/a/",
            "克勤村的故事",
            "摘要",
            "2021年4月",
            "阿里地区 · 克勤村",
            "",
            "ke qin cun de gu shi",
        ],
        ["place", "places/ngari/", "阿里地区", "", "", "", "", "a li di qu"],
        ["place", "places/keqin/", "克勤村", "", "", "阿里地区", "", "ke qin cun"],
        ["topic", "topics/income/", "增收", "", "", "", "", "zeng shou"],
    ]
    assert chinese["texts"]["values"] == [["村集体增收超过 300,000 元。", "年增收 超过 300,000 元"]]
    assert [facet[0] for facet in chinese["facets"]] == ["kind", "brand", "place", "topic", "year"]
    assert [value[:3] for value in chinese["facets"][2][1]] == [
        ["ngari", "阿里地区", 0],
        ["keqin", "克勤村", 1],
    ]
    assert [record[1:3] for record in english["records"]["values"]] == [
        ["en/stories/a/", "A story of Keqin"],
        ["en/places/ngari/", "Ngari"],
        ["en/places/keqin/", "克勤村"],
        ["en/topics/income/", "增收"],
    ]


def test_search_can_be_switched_off() -> None:
    catalog = _catalog()
    off = replace(catalog, site=replace(catalog.site, search=False))
    assert build_index(off, Addresses(off, portable=False), MemoryStore(), Workers(1)) == ()


def _keys(node: Any, shards: Shards) -> list[str]:
    if "keys" in node:
        return list(node["keys"])
    found = []
    for first, name in zip(node["first"], node["files"], strict=True):
        below = _keys(file_data(shards.outputs[f"search/zh-CN/{name}"]), shards)
        assert below[0] == first
        found += below
    return found


def _catalog() -> Catalog:
    from showcase.text.dates import parse_date

    metric = Metric("income", HERE, label="年增收", value="300000", unit="元", qualifier="more-than")
    body = Body(
        components=(Component("metric", HERE, inline=True, label="income"),),
        sections=(Section("", "", "村集体增收\x00c0\x00。"),),
    )
    story = Document(
        "story",
        "a",
        "zh-CN",
        "content/stories/a.md",
        HERE,
        "克勤村的故事",
        body,
        summary="摘要",
        metrics=(metric,),
        date=parse_date("2021-04"),
    )
    translated = replace(story, language="en", title="A story of Keqin", body=Body(), metrics=())
    ngari = Place("ngari", HERE, "阿里地区", "prefecture", translations=(Naming("en", "Ngari"),))
    keqin = Place("keqin", HERE, "克勤村", "village")
    return Catalog(
        site=SiteConfig(
            languages=(LanguageTexts("zh-CN", "中文", "站"), LanguageTexts("en", "English", "Site"))
        ),
        documents={("story", "a"): {"zh-CN": story, "en": translated}},
        stories=("a",),
        brands=(),
        organisations=(),
        pages=(),
        places={
            "ngari": PlaceNode(ngari, (), ("keqin",), ("a",)),
            "keqin": PlaceNode(keqin, ("ngari",), (), ("a",)),
        },
        topics={"income": Topic("income", HERE, "增收")},
        sources={},
        relations={("story", "a"): Relations(places=("keqin",), topics=("income",))},
        related={},
        neighbours={},
        stories_by_brand={},
        stories_by_organisation={},
        stories_by_topic={"income": ("a",)},
        stories_by_year={"2021": ("a",)},
        brands_by_organisation={},
        entry_sources={},
        links={},
        media={},
    )
