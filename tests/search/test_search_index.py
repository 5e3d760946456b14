"""The index as files: what is in them, when they are cut, what a change rewrites."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_samples import DOCUMENTS, FACETS, file_data, sample_index

from showcase.diagnostics.diagnostic import Location
from showcase.model.body import Body, Component, Section
from showcase.model.catalog import Catalog, PlaceNode, Relations
from showcase.model.entry import Document, Metric, Naming, Place, Topic
from showcase.model.page import Output
from showcase.model.site import LanguageTexts, SiteConfig
from showcase.pages.addresses import Addresses
from showcase.pages.edition import Edition
from showcase.search.analyser import fold, units
from showcase.search.blocks import (
    BODY,
    DOCUMENT_BITS,
    NAMES,
    POSITION_BITS,
    TITLE_END,
    BlockTerms,
    block_terms,
    from_bytes,
    length_class,
)
from showcase.search.client import client_output, keyboard_output
from showcase.search.documents import SearchDocument, SpokenName, search_documents
from showcase.search.index import build_index, language_index
from showcase.search.index_file import kept_file
from showcase.search.key_ranges import by_range
from showcase.search.keys import pair_text
from showcase.search.packing import DIGITS, pack
from showcase.search.posting_lists import posting_lists
from showcase.search.terms import join, length_classes
from showcase.search.tree import Shards, branches, cuts, steps
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


def test_length_classes() -> None:
    assert [length_class(units) for units in (0, 64, 65, 128, 129, 4096, 4097, 10**6, 10**9)] == [
        0,
        0,
        1,
        1,
        2,
        6,
        7,
        14,
        15,
    ]


@given(st.text(max_size=40))
def test_any_text_has_units(text: str) -> None:
    folded = fold(text)
    starts = [unit.start for unit in units(folded)]
    assert starts == sorted(set(starts))
    assert all(unit.text for unit in units(folded))


def test_positions_by_field() -> None:
    places = _places(block_terms([replace(DOCUMENTS[-4], names=DOCUMENTS[-4].names[:1], texts=("党建",))]))
    assert places["雪巴"] == [(0, 0), (0, NAMES)]
    assert places["=雪"] == [(0, 0)], "titles have their characters by themselves, names have not"
    assert places["党建"] == [(0, 6 + TITLE_END), (0, BODY)], "the pair that ends the title is marked"
    assert places["~xf xing fu"] == [(0, 4)]
    assert places["~j jian"] == [(0, 7 + TITLE_END)]


def test_long_titles_and_many_names_stay_in_their_room() -> None:
    document = replace(
        DOCUMENTS[-1], title="长" * 500, names=DOCUMENTS[-1].names * 400, headings=("题" * 5000,)
    )
    places = _places(block_terms([document]))
    assert max(position for _, position in places["长长"]) == 125 + TITLE_END
    assert max(position for _, position in places["题题"]) < BODY


_CHARACTERS = "党建幸福黨 a9é，,.１ﬁか한་བོདའི𠀀\ufa0e" + "\x01\n-"


@settings(deadline=None)  # the first call loads the dictionary of readings
@given(
    st.lists(
        st.tuples(st.text(_CHARACTERS, max_size=12), st.lists(st.text(_CHARACTERS, max_size=30), max_size=5)),
        max_size=4,
    )
)
def test_blocks_hold_what_the_rules_say_of_each_document(texts: list[tuple[str, list[str]]]) -> None:
    documents = [
        SearchDocument(
            kind="story",
            id=str(n),
            url="",
            title=title,
            other_titles=tuple(map(SpokenName, rest[3:])),
            headings=tuple(rest[:1]),
            texts=tuple(rest[1:3]),
        )
        for n, (title, rest) in enumerate(texts)
    ]
    found = _places(block_terms(documents))
    assert {key: places for key, places in found.items() if not key.startswith("~")} == _by_the_rules(
        documents
    )


def _by_the_rules(documents: Sequence[SearchDocument]) -> dict[str, list[tuple[int, int]]]:
    """The terms of documents, unit by unit (docs/search-format.md, "From units to terms")."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, document in enumerate(documents):
        fields = (
            (0, [document.title]),
            *zip((64, 96), [[name.text] for name in document.other_titles], strict=False),
            (1024, [document.summary]),
            (2048, document.headings),
            (BODY, document.texts),
        )
        for position, parts in fields:
            for part in parts:
                sequence = units(fold(part.replace("\x01", " ")))
                for index, unit in enumerate(sequence):
                    follows = sequence[index + 1 : index + 2]
                    key = (
                        unit.text + follows[0].text if unit.cjk and follows and follows[0].cjk else unit.text
                    )
                    covers = 2 if key != unit.text else 1
                    ends = TITLE_END if position < 1024 and index + covers == len(sequence) else 0
                    found.setdefault(key, []).append((number, position + index + ends))
                    if unit.cjk and position < 1024:
                        found.setdefault("=" + unit.text, []).append((number, position + index))
                position += len(sequence) + 1
    return {key: sorted(places) for key, places in found.items()}


def _places(block: BlockTerms) -> dict[str, list[tuple[int, int]]]:
    """Term → (document, position)s of a block."""
    found: dict[str, list[tuple[int, int]]] = {}
    keys = [pair_text(key) for key in from_bytes(block.pairs).tolist()]
    for names, data in ((keys, block.pair_rows), (block.words, block.word_rows)):
        for row in from_bytes(data).tolist():
            document = row >> POSITION_BITS & (1 << DOCUMENT_BITS) - 1
            name = names[row >> DOCUMENT_BITS + POSITION_BITS]
            found.setdefault(name, []).append((document, row & (1 << POSITION_BITS) - 1))
    return found


def test_posting_lists_are_those_that_the_reader_is_tested_with() -> None:
    for case in json.loads((Path(__file__).parent / "postings_golden.json").read_text("utf-8")):
        classes = np.zeros(case["documents"], dtype=np.uint8)
        rows = []
        for rank, entries in enumerate(case["entries"]):
            for number, size, positions in entries:
                classes[number] = size
                rows += [
                    (rank << DOCUMENT_BITS | number) << POSITION_BITS | position for position in positions
                ]
        lists = posting_lists(np.array(rows, dtype=np.uint64), classes, case["documents"])
        assert lists.text == ",".join(case["lists"])
        assert lists.between(1, len(case["lists"])) == ",".join(case["lists"][1:])


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


def test_lost_files_are_made_again() -> None:
    store = MemoryStore()
    first = {
        output.path: output.data for output in sample_index(whole_bytes=0)
    }  # of a store of its own, and whole
    files = language_index("zh-CN", DOCUMENTS, FACETS, store, Workers(1), whole_bytes=0)
    kept = store.get
    store.get = lambda kind, key: None if kind == "index-file" else kept(kind, key)  # type: ignore[method-assign]
    assert {output.path: output.data for output in files} == first
    assert all(output.size == len(output.data) for output in files)
    assert all(output.sha256 == hashlib.sha256(output.data).hexdigest() for output in files)


@settings(deadline=None)
@given(st.lists(st.text("乡丁作里龟a1=~s\u0f40 ", max_size=20), max_size=6))
def test_ranges_hold_every_term_once_and_in_order(texts: list[str]) -> None:
    documents = [
        SearchDocument(kind="story", id=str(n), url="", title=text, texts=(text[::-1],))
        for n, text in enumerate(texts)
    ]
    whole = block_terms(documents)
    ranges = by_range(whole)
    classes = length_classes(whole.extents)
    together = join([whole], classes)
    apart = [join([one], classes) for one in ranges]
    assert [key for one in apart for key in one.pairs.tolist()] == together.pairs.tolist()
    assert [word for one in apart for word in one.words] == list(together.words)
    assert _places(whole) == {key: places for one in ranges for key, places in _places(one).items()}


def test_groups_hold_everything_once_and_a_change_moves_no_far_cut() -> None:
    source = random.Random(3)
    weights = [source.randint(1, 9) for _ in range(3000)]
    marked = [source.random() < 0.1 for _ in range(3000)]
    before = list(cuts(weights, marked.__getitem__, 100))
    assert [place for start, end in before for place in range(start, end)] == list(range(3000))
    assert all(sum(weights[start:end]) < 220 for start, end in before)
    after = list(cuts([90, *weights[1:]], marked.__getitem__, 100))
    assert 0 < len(set(after) - set(before)) <= 10


def test_branches_lead_to_every_leaf() -> None:
    shards = Shards("search/zh-CN", MemoryStore())
    leaves = [(chr(0x4E00 + n), f"{n:08x}") for n in range(900)]
    root: Any = branches(leaves, lambda key, one_in: ord(key) % one_in == 0, shards)
    below = [_child(root, n, shards) for n in range(len(root["files"]) // 8)]
    assert [node["first"].split(",")[0] for node in below] == root["first"].split(",")
    assert "".join(node["files"] for node in below) == "".join(name for _, name in leaves)
    assert ",".join(node["first"] for node in below) == ",".join(first for first, _ in leaves)


def test_steps_lead_to_every_item() -> None:
    shards = Shards("search/zh-CN", MemoryStore())
    root: Any = steps((f'"item {n}"' for n in range(300)), 2, shards)
    assert root["step"] == 32
    node = _child(root, 299 // 32, shards)
    assert _child(node, 299 % 32 // node["step"], shards)[1] == "item 299"


def test_files_of_one_name_get_names_of_their_own(monkeypatch: Any) -> None:
    real = hashlib.blake2b
    monkeypatch.setattr(
        "showcase.search.tree.hashlib.blake2b", lambda data, digest_size: real(data[-2:], digest_size=4)
    )
    shards = Shards("s", MemoryStore())
    names = {shards.add(b"one);"), shards.add(b"two);"), shards.add(b"one);")}
    assert len(names) == 2 == len(shards.marks)


def _child(node: Any, place: int, shards: Shards) -> Any:
    path = f"search/zh-CN/{node['files'][8 * place : 8 * place + 8]}.js"
    return file_data(Output(path, kept_file(shards.marks[path], shards.store) or b""))


@pytest.mark.parametrize("seed", range(12))
def test_what_is_kept_gives_the_bytes_of_a_clean_build(seed: int) -> None:
    source = random.Random(seed)
    store = MemoryStore()
    documents = [_made_up(source, n) for n in range(60)]
    for number in range(60, 64):
        language_index("zh-CN", documents, [], store, Workers(1), whole_bytes=0)
        change = source.choice(("add", "drop", "edit"))
        place = source.randrange(len(documents))
        documents[place : place + (change != "add")] = [] if change == "drop" else [_made_up(source, number)]
        clean = language_index("zh-CN", documents, [], MemoryStore(), Workers(1), whole_bytes=0)
        assert language_index("zh-CN", documents, [], store, Workers(1), whole_bytes=0) == clean


def _made_up(source: random.Random, number: int) -> SearchDocument:
    text = "".join(chr(int(source.triangular(0x4E00, 0x5200, 0x4E10))) for _ in range(60))
    return SearchDocument(
        kind="story", id=str(number), url=f"/{number}/", title=f"第{number}个故事", texts=(text,)
    )


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
    longer = (*documents, replace(documents[99], id="new", texts=("新的一篇",)))
    assert len({output.path for output in sample_index(longer, whole_bytes=0)} - before) <= 16, "numbers stay"


def test_catalog_to_index() -> None:
    outputs = build_index(_catalog(), Addresses(_catalog(), portable=False), MemoryStore(), Workers(1))
    assert [output.path for output in outputs] == ["search/zh-CN/index.js", "search/en/index.js"]
    chinese, english = (file_data(output) for output in outputs)
    assert chinese["records"] == [
        ["topic", "topics/income/", "增收", "", "", "", "", []],
        ["place", "places/keqin/", "克勤村", "", "", "阿里地区", "", []],
        ["place", "places/ngari/", "阿里地区", "", "", "", "", []],
        [
            "story",
            "stories/a/",
            "克勤村的故事",
            "摘要",
            "2021年4月",
            "阿里地区 · 克勤村",
            "",
            ["村集体增收超过 300,000 元。", "年增收 超过 300,000 元"],
        ],
    ]
    assert [facet[0] for facet in chinese["facets"]] == ["kind", "brand", "place", "topic", "year"]
    assert [value[:3] for value in chinese["facets"][2][1]] == [
        ["ngari", "阿里地区", 0],
        ["keqin", "克勤村", 1],
    ]
    assert [record[1:3] for record in english["records"]] == [
        ["en/topics/income/", "增收"],
        ["en/places/keqin/", "克勤村"],
        ["en/places/ngari/", "Ngari"],
        ["en/stories/a/", "A story of Keqin"],
    ]


def test_a_result_names_all_brands_as_its_language_lists_names() -> None:
    catalog = _catalog()
    story = catalog.documents["story", "a"]["zh-CN"]
    brands = {
        ("brand", name): {"zh-CN": replace(story, kind="brand", id=name, title=f"品牌{name}")}
        for name in "甲乙"
    }
    shared = replace(
        catalog,
        documents={**catalog.documents, **brands},
        brands=("甲", "乙"),
        relations={**catalog.relations, ("story", "a"): Relations(brands=("甲", "乙"))},
    )
    shown = {
        language: search_documents(Edition(shared, language), Addresses(shared, portable=False))[-1].brand
        for language in ("zh-CN", "en")
    }
    assert shown == {"zh-CN": "品牌甲、品牌乙", "en": "品牌甲, 品牌乙"}


def test_search_can_be_switched_off() -> None:
    catalog = _catalog()
    off = replace(catalog, site=replace(catalog.site, search=False))
    assert build_index(off, Addresses(off, portable=False), MemoryStore(), Workers(1)) == ()


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
