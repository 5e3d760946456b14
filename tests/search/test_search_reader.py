"""What readers find: the reader's pure half in a real browser, over an index in one file and over one in shards."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from search_samples import DOCUMENTS, UDHR, Reader, sample_index

from showcase.search.analyser import fold, units
from showcase.search.documents import SearchDocument
from showcase.text.variants import simplified_forms

pytestmark = pytest.mark.browser
GOLDEN = json.loads((Path(__file__).parent / "analysis_golden.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def bare_reader(browser: Any) -> Iterator[Reader]:
    made = Reader(browser)
    yield made
    made.page.close()


@pytest.fixture(scope="module", params=["one file", "shards"])
def reader(request: pytest.FixtureRequest, browser: Any) -> Iterator[Reader]:
    made = Reader(browser)
    made.open(sample_index(whole_bytes=0 if request.param == "shards" else 1 << 30))
    yield made
    made.page.close()


@pytest.mark.parametrize("case", GOLDEN, ids=[case["text"][:20] for case in GOLDEN])
def test_writer_and_reader_read_text_alike(bare_reader: Reader, case: dict[str, Any]) -> None:
    assert [unit.text for unit in units(fold(case["text"]))] == case["units"]
    got = bare_reader.page.evaluate(
        "([text, variants]) => units(text, new Map(variants)).map(unit => unit.text)",
        [case["text"], case.get("variants", [])],
    )
    assert got == case["units"]


def test_writer_and_reader_agree_on_any_text(bare_reader: Reader) -> None:
    random_source = random.Random(11)
    ranges = ((0x20, 0x7F), (0xA0, 0x250), (0x370, 0x500), (0xF00, 0xFDB), (0x2000, 0x2100), (0x2150, 0x2200))
    wide = (
        (0x2460, 0x2500),
        (0x3000, 0x3100),
        (0x4E00, 0x9FFF),
        (0xAC00, 0xAD00),
        (0xFF00, 0xFF9D),
        (0x20000, 0x20100),
    )
    texts = [
        "".join(chr(random_source.randrange(*random_source.choice(ranges + wide))) for _ in range(12))
        for _ in range(600)
    ]
    got = bare_reader.page.evaluate(
        """([texts, pairs]) => {
            const variants = new Map(pairs);
            return texts.map(text => units(text, variants).map(unit => unit.text));
        }""",
        [texts, sorted(simplified_forms().items())],
    )
    differing = [
        text
        for text, read in zip(texts, got, strict=True)
        if read != [unit.text for unit in units(fold(text))]
    ]
    assert not differing


def test_posting_lists_read_as_they_were_written(bare_reader: Reader) -> None:
    for case in json.loads((Path(__file__).parent / "postings_golden.json").read_text("utf-8")):
        got = bare_reader.page.evaluate(
            """([lists, documents]) => lists.map(list => {
                const entries = [];
                readPostings(list, documents, (...entry) => entries.push(entry));
                return entries;
            })""",
            [case["lists"], case["documents"]],
        )
        assert got == case["entries"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("幸福党建", ["happy"]),
        ("幸福", ["happy", "haircut"]),
        ("党建", ["happy"]),
        ("黨建", ["happy"]),
        ("幸福，党建", ["happy"]),
        ("幸福 党建", ["happy"]),
        ("建", ["happy"]),
        ("xingfu", ["happy"]),
        ("xing fu", ["happy"]),
        ("xingfudangjian", ["happy"]),
        ("xfdj", ["happy"]),
        ("xingf", ["happy"]),
        ("xfdangj", ["happy"]),
        ("XingFu", ["happy"]),
        ("changyang", ["changyang"]),
        ("cy", ["changyang", "shrimp"]),
        ("zhangyang", []),
        ("shrimp", ["haircut"]),
        ("shrimps", ["haircut"]),
        ("shri", ["haircut"]),
        ("ＳＨＲＩＭＰ", ["haircut"]),
        ("gerze", ["about"]),
        ("4600", ["shrimp"]),
        ("４，６００米", ["shrimp"]),
        ("300000元", ["shrimp"]),
        ("卤虫养殖", ["shrimp"]),
        ('"brine shrimp"', ["haircut"]),
        ('"shrimp brine"', []),
        ("“工作队的理发员”", ["haircut"]),
        ("工作队 -卤虫", ["haircut"]),
        ("工作队 －卤虫", ["haircut"]),
        ("不存在的词", []),
        ("zzzzqqq", []),
        ("", []),
        ("，。", []),
    ],
)
def test_queries(reader: Reader, query: str, expected: list[str]) -> None:
    assert reader.ids(query) == expected


def test_a_name_that_is_the_query_comes_first(reader: Reader) -> None:
    assert reader.ids("西藏自治区")[0] == "tibet"
    assert reader.ids("xizangzizhiqu")[0] == "tibet"
    assert reader.ids("阿里地区")[0] == "ngari"
    assert reader.ids("西藏")[0] == "tibet", "a short name is as good as the name"
    assert reader.ids("xizang")[0] == "tibet"
    assert reader.ids("服务群众")[0] == "service"


def test_most_words_serve_when_no_page_has_all(reader: Reader) -> None:
    mode, order = reader.numbers("卤虫 养殖 幸福党建")
    assert mode == "most"
    assert DOCUMENTS[order[0]].id == "shrimp"


@pytest.mark.parametrize(
    ("query", "expected"), [("幸服党建", "happy"), ("卤虫养植", "shrimp"), ("shrmip", "haircut")]
)
def test_a_near_miss_is_found_and_not_called_exact(reader: Reader, query: str, expected: str) -> None:
    mode, order = reader.numbers(query)
    assert mode == "near"
    assert DOCUMENTS[order[0]].id == expected


def test_a_title_with_one_wrong_character_comes_before_titles_with_the_right_ones_elsewhere(
    browser: Any,
) -> None:
    titles = ["加强基层", *(f"基层第{number}次加强" for number in range(40))]
    reader = Reader(browser)
    reader.open(
        sample_index(
            [
                SearchDocument(kind="story", id=str(number), url=f"/{number}/", title=title)
                for number, title in enumerate(titles)
            ],
            whole_bytes=0,
        )
    )
    for place in range(4):
        mode, order = reader.numbers(titles[0][:place] + "的" + titles[0][place + 1 :])
        assert (mode, order[0]) == ("near", 0), place
    reader.page.close()


def test_tibetan_by_syllable(reader: Reader) -> None:
    syllables = [
        part
        for part in UDHR.replace("།", "་").replace("༎", "་").replace("༌", "་").replace(" ", "").split("་")
        if part
    ]
    for size in (1, 2, 3, 5):
        for start in range(0, len(syllables) - size, 3):
            assert "udhr" in reader.ids("་".join(syllables[start : start + size])), syllables[
                start : start + size
            ]
    assert reader.ids("མི") == ["udhr"], "the particle written onto མིའི does not hide the word"
    assert reader.ids("མིའིའོ") == ["udhr"], "nor do two"
    assert reader.ids("དབང་རང") == [], "the order of syllables counts"


def test_every_substring_of_every_text_finds_its_document(reader: Reader) -> None:
    random_source = random.Random(20)
    queries = []
    for document in DOCUMENTS:
        for text in (document.title, document.summary, *document.headings, *document.texts):
            if any("\u0f00" <= char <= "\u0fff" or (char.isascii() and char.isalnum()) for char in text):
                continue
            for start in range(len(text)):
                size = random_source.randint(2, 6)
                part = text[start : start + size]
                if (
                    units(fold(part))
                    and not part.startswith(("“", "-"))
                    and "“" not in part
                    and "”" not in part
                ):
                    queries.append((document.id, part))
    missed = [(wanted, part) for wanted, part in queries if wanted not in reader.ids(part)]
    assert len(queries) > 120
    assert not missed


def test_generated_texts_by_their_substrings(browser: Any) -> None:
    """Every substring of 2 to 6 characters, over texts with few characters, so that pairs repeat and overlap."""
    random_source = random.Random(7)
    alphabet = "党建幸福学习村民，。中心ab 3"
    texts = ["".join(random_source.choices("党建幸福学习村民，。中心", k=60)) for _ in range(12)]
    documents = tuple(
        SearchDocument(kind="story", id=str(n), url=f"/{n}/", title=f"题{alphabet[n]}", texts=(text,))
        for n, text in enumerate(texts)
    )
    reader = Reader(browser)
    reader.open(sample_index(documents, whole_bytes=0))
    folded = ["".join(unit.text for unit in units(fold(text))) for text in texts]
    for _ in range(150):
        number, start, size = (
            random_source.randrange(12),
            random_source.randrange(54),
            random_source.randint(2, 6),
        )
        query = texts[number][start : start + size]
        wanted = "".join(unit.text for unit in units(fold(query)))
        if not wanted:
            continue
        mode, order = reader.numbers(query)
        assert mode == "all"
        assert sorted(order) == [n for n, text in enumerate(folded) if wanted in text], query
    reader.page.close()


def test_marked_are_the_characters_that_matched(reader: Reader) -> None:
    def marked(query: str) -> list[str]:
        shown = reader.page.evaluate(
            """async (query) => {
                const found = await search(index, query);
                const first = await present(index, found.order[0], found.query, found.mode);
                return [...first.title, ...first.excerpt].filter(piece => piece[1]).map(piece => piece[0]);
            }""",
            query,
        )
        return list(shown)

    assert marked("xfdj") == ["幸福党建"]
    assert marked("xing fu") == ["幸福"]
    assert marked("黨建") == ["党建"]
    assert marked("４，６００米") == ["4,600米", "4,600米"]
    assert marked("shri") == ["shrimp"]
    assert marked("幸服党建") == ["党建"]


def test_suggestions(reader: Reader) -> None:
    def offered(query: str) -> list[str]:
        made = reader.page.evaluate(
            """async (query) => {
                const found = await search(index, query);
                const shown = await Promise.all(found.order.map(n => present(index, n, found.query, found.mode)));
                return suggestions(shown, found.query, found.mode, index.variants);
            }""",
            query,
        )
        return list(made)

    assert offered("xingfudangjian") == ["幸福党建"]
    assert offered("幸服党建") == ["幸福党建"]
    assert offered("shrmip") == ["shrimp"]
    assert offered("xinfu") == ["幸福"]
    assert offered("幸福党建") == []


def test_facets_count_what_was_found(reader: Reader) -> None:
    narrowed = reader.page.evaluate(
        """async () => {
            const found = await search(index, "西藏自治区");
            return narrow(await index.facets(), found.order, { place: ["ngari"], kind: ["story"] });
        }"""
    )
    assert [DOCUMENTS[number].id for number in narrowed["order"]] in (
        ["shrimp", "haircut"],
        ["haircut", "shrimp"],
    )
    counts = {
        (facet["key"], value["id"]): value["count"]
        for facet in narrowed["facets"]
        for value in facet["values"]
    }
    assert counts["place", "tibet"] == 2
    assert counts["place", "ngari"] == 2
    assert counts["kind", "place"] == 1
    assert counts["year", "undated"] == 1


def test_a_query_over_shards_fetches_few_of_them(browser: Any) -> None:
    random_source = random.Random(3)
    documents = tuple(
        SearchDocument(
            kind="story",
            id=str(n),
            url=f"/{n}/",
            title="".join(chr(random_source.randint(0x4E00, 0x5000)) for _ in range(12)),
            texts=("".join(chr(random_source.randint(0x4E00, 0x5000)) for _ in range(400)),),
        )
        for n in range(60)
    )
    outputs = sample_index(documents)
    assert len(outputs) == 1, "a small limit only when asked"
    outputs = sample_index(documents, whole_bytes=100_000)
    assert len(outputs) > 10
    assert len(outputs[0].data) < 4_000
    reader = Reader(browser)
    reader.open(outputs)
    mode, order = reader.numbers(documents[41].texts[0][100:104])
    assert (mode, order) == ("all", [41])
    assert len(reader.page.evaluate("requests")) <= 5
    reader.page.close()


def test_letters_that_nearly_sound_like_a_name(reader: Reader) -> None:
    """Many readers type xin for xing, zi for zhi: a near miss, and said to be one."""
    for query in ("xinfu", "xinfudanjian", "chanyan", "cangyang"):
        mode, order = reader.numbers(query)
        assert mode == "near", query
        assert DOCUMENTS[order[0]].id in ("happy", "changyang"), query
