"""The example site says what the source report says, paragraph by paragraph, and nothing else."""

from __future__ import annotations

import re

import pytest
from example_pages import CONTENT, ROOT, Page

CITATION = re.compile(r":(?:cite\[report\]\{locator=|出处\[来源报道\]\{)(P[0-9]+(?:–P[0-9]+)?)\}")
ALL_PARAGRAPHS = {f"P{number}" for number in range(1, 19)}

# The report's figures: story → metric → value, qualifier, paragraph.
FIGURES = {
    "bangren-new-job": {"monthly-income": ("3500", "more-than", "P1–P2")},
    "keqin-brine-shrimp": {"海拔": ("4600", "超过", "P4"), "增收": ("300000", "超过", "P4")},
    "regional-work-teams": {
        "cadres-each-year": ("20000", "nearly", "P7–P8"),
        "village-batches": ("9", "", "P7–P8"),
        "village-person-times": ("193000", "more-than", "P7–P8"),
        "secretary-batches": ("3", "", "P7–P8"),
        "secretary-person-times": ("16000", "more-than", "P7–P8"),
        "village-fund": ("200000", "", "P7–P8"),
    },
    "qonggyai-greenhouses": {"greenhouses": ("30", "", "P10–P11")},
    "xiangyang-qonggyai-pairing": {"对口县区": ("4", "", "P12")},
    "xiga-feed": {"feed": ("10", "", "P15")},
    "qamdo-couriers": {"党员干部": ("68", "", "P18")},
}

# Numerals that may stand in prose, summaries and definitions: dates, an age, and what is not a figure of the report.
NUMERALS = {
    "bangren-new-job": {"2016"},
    "bangren-hospital-lift": {"80"},
    "qonggyai-greenhouses": {"5", "1"},
    "regional-work-teams": {"2011", "10"},
    "xiangyang-qonggyai-pairing": {"2020", "9"},
    "paragraph-index": {"2011", "10", "2016", "2020", "9", "09"},
}

# Numbers in words that the sheet gives, or that count nothing; every other number word is a fault.
CHINESE_NUMBER_WORDS = ("第九批", "第一书记", "三个部分", "第三方", "万维网", "两地")
ENGLISH_NUMBER_WORDS = (
    "one of them",
    "one of the",
    "One of the",
    "one week",
    "one-to-one",
    "one Chinese newspaper report",
    "one newspaper report",
    "three parts",
    "two other bodies",
    "of the two places",
    "where the two differ",
    "Hubei's ninth",
    "first secretaries",
    "third party",
)
ENGLISH_NUMBER = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|second|third|\w*(?:four|fif|six|seven|eigh|nin|ten)th)\b",
    re.IGNORECASE,
)


def paragraphs(locator: str) -> set[str]:
    """`P7–P8` → {"P7", "P8"}."""
    first, _, last = locator.partition("–")
    return {f"P{number}" for number in range(int(first[1:]), int((last or first)[1:]) + 1)}


def cited(pages: tuple[Page, ...]) -> set[str]:
    return {name for page in pages for locator in CITATION.findall(page.body) for name in paragraphs(locator)}


def readable(page: Page) -> str:
    """All text that a reader sees: title, summary, metric labels and definitions, prose. Paragraph numbers are gone."""
    texts = [page.value("title", "标题"), page.value("summary", "摘要"), page.prose]
    for metric in (page.value("metrics", "数据") or {}).values():
        texts += [text for key, text in metric.items() if key in {"label", "名称", "definition", "口径"}]
    joined = "\n".join(str(text) for text in texts if text)
    return re.sub(r"P[0-9]+", "", joined)


def test_every_paragraph_of_the_report_is_told_in_chinese(chinese: tuple[Page, ...]) -> None:
    told = tuple(page for page in chinese if page.kind in {"stories", "brands"})
    assert cited(told) == ALL_PARAGRAPHS - {"P3"}
    assert "P3" in {name for page in chinese if page.id == "about" for name in CITATION.findall(page.body)}


def test_every_paragraph_of_the_report_is_told_in_english(english: tuple[Page, ...]) -> None:
    told = tuple(page for page in english if page.kind in {"stories", "brands"})
    assert cited(told) == ALL_PARAGRAPHS - {"P3"}
    assert "P3" in {name for page in english if page.id == "about" for name in CITATION.findall(page.body)}


def test_a_translation_cites_what_its_original_cites(
    chinese: tuple[Page, ...], english: tuple[Page, ...]
) -> None:
    originals = {(page.kind, page.id): page for page in chinese}
    for page in english:
        assert CITATION.findall(page.body) == CITATION.findall(originals[page.kind, page.id].body), page.path


def test_every_statement_carries_its_source(pages: tuple[Page, ...]) -> None:
    for page in pages:
        if page.kind == "pages":
            continue
        for block in page.body.strip().split("\n\n"):
            pointer = re.search(r"\.md\)[。.]$", block) and "据来源报道" not in block
            assert CITATION.search(block) or pointer or block.startswith(("##", "- ", "::")), (
                page.path,
                block,
            )


def test_the_figures_are_the_reports_with_their_qualifiers(chinese: tuple[Page, ...]) -> None:
    found: dict[str, dict[str, tuple[str, str, str]]] = {}
    for page in chinese:
        for name, metric in (page.value("metrics", "数据") or {}).items():
            value = metric.get("value", metric.get("数值"))
            qualifier = metric.get("qualifier", metric.get("限定", ""))
            locator = metric.get("locator", metric.get("出处"))
            assert metric.get("source", metric.get("来源")) in {"report", "来源报道"}, (page.path, name)
            found.setdefault(page.id, {})[name] = (value, qualifier, locator)
    assert found == FIGURES


def test_a_translation_never_restates_a_figure(english: tuple[Page, ...]) -> None:
    for page in english:
        metrics = page.value("metrics", "数据") or {}
        assert list(metrics) == list(FIGURES.get(page.id, {}) if page.kind == "stories" else {}), page.path
        for metric in metrics.values():
            assert set(metric) <= {"label", "unit", "period", "definition"}, page.path


def test_every_figure_is_shown_in_prose(pages: tuple[Page, ...]) -> None:
    for page in pages:
        shown = set(re.findall(r":(?:metric|数据)\[([^\]]+)\]", page.body))
        assert shown == set(FIGURES.get(page.id, {}) if page.kind == "stories" else {}), page.path


def test_prose_holds_no_other_numerals(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert set(re.findall("[0-9]+", readable(page))) <= NUMERALS.get(page.id, set()), page.path


def test_prose_holds_no_other_number_words(pages: tuple[Page, ...]) -> None:
    for page in pages:
        text = readable(page)
        for phrase in ENGLISH_NUMBER_WORDS if page.english else CHINESE_NUMBER_WORDS:
            text = text.replace(phrase, "")
        found = (
            ENGLISH_NUMBER.findall(text)
            if page.english
            else re.findall("[二三四五六七八九十百千万亿两]", text)
        )
        assert found == [], page.path


def test_records_hold_no_numerals_but_the_paragraph_numbers() -> None:
    for name in ("places", "topics"):
        assert not re.search("[0-9]", (CONTENT / f"{name}.yaml").read_text(encoding="utf-8")), name
    assert set(re.findall("[0-9]+", (CONTENT / "sources.yaml").read_text(encoding="utf-8"))) == {"1", "18"}


def test_only_the_dates_of_the_report_stand_in_front_matter(chinese: tuple[Page, ...]) -> None:
    dates = {page.id: page.value("date", "日期") for page in chinese if page.value("date", "日期")}
    assert dates == {"regional-work-teams": "2011-10/..", "xiangyang-qonggyai-pairing": "2020-09/.."}


def test_the_three_brands_bear_their_exact_names(chinese: tuple[Page, ...]) -> None:
    assert {page.value("title", "标题") for page in chinese if page.kind == "brands"} == {
        "琼结党员电商服务中心",
        "雪巴社区“幸福党建”",
        "拉玉乡“新时代学习交流中心”",
    }


def test_the_place_tree_is_the_reports(records: dict[str, list[dict[str, object]]]) -> None:
    parents = {place["name"]: place.get("parent", "") for place in records["places"]}
    names = {place["id"]: place["name"] for place in records["places"]}
    assert {name: names.get(parent, "") for name, parent in parents.items()} == {
        "西藏自治区": "",
        "阿里地区": "西藏自治区",
        "普兰县": "阿里地区",
        "霍尔乡": "普兰县",
        "帮仁村": "霍尔乡",
        "改则县": "阿里地区",
        "麻米乡": "改则县",
        "克勤村": "麻米乡",
        "山南市": "西藏自治区",
        "琼结县": "山南市",
        "拉玉乡": "琼结县",
        "白那村": "拉玉乡",
        "雪巴社区": "",
        "拉孜县": "",
        "柳乡": "拉孜县",
        "西嘎村": "柳乡",
        "昌都市": "西藏自治区",
        "湖北省": "",
        "襄阳市": "湖北省",
    }


def test_the_report_is_the_only_source_and_what_is_unknown_stays_open(
    records: dict[str, list[dict[str, object]]],
) -> None:
    (report,) = records["sources"]
    assert report["id"] == "report"
    assert not {"title", "publisher", "date", "url"} & set(report)


@pytest.mark.parametrize("key", ["organiser", "filing", "主办单位", "备案"])
def test_no_organiser_or_filing_number_is_invented(key: str) -> None:
    assert not re.search(rf"^{key}\s*[:：]", (ROOT / "site.yaml").read_text(encoding="utf-8"), re.MULTILINE)
