"""The example site reports in a neutral voice, names no person, shows no picture, and is whole in both languages."""

from __future__ import annotations

import re

from example_pages import ROOT, Page

HAN = "[\u3400-\u9fff]"

# Capitalised words that may stand within an English sentence: places, organisations, brands, titles of pages, terms.
# A person's name would be a word outside this list.
PROPER_WORDS = frozenset(
    """
    A AA Accessibility Administration Autonomous Baina Bangren Bank Building Centre China Chinese City
    Community Consortium Content County English Era Exchange Foreign Guidelines Gêrzê Happy Hor Hubei Keqin
    Layu Learning Lhatse Liu Mami Members' New Ngari October Party Party-building Prefecture Province Purang
    Qamdo Qonggyai Region September Service Shannan State Tibet Tibetan Township Village Web Wide World
    Xiangyang Xiga Xueba
    """.split()  # noqa: SIM905 (as a list it is sixty lines long)
)

# Signs of a named person in Chinese: forms of address, "named", and the commonest given names of the region.
CHINESE_NAMES = re.compile(
    "名叫|姓名是|先生|女士|同志|老师|师傅|大叔|大妈|阿姨|扎西|次仁|卓玛|达瓦|尼玛|平措|旺堆|白玛|拉姆|央金|多吉|格桑|丹增|洛桑|"
    "边巴|普布|米玛|索朗|贡觉|仁青|旦增|次旦|德吉"
)


def table(front: str) -> dict[str, str]:
    """The canonical keys of one row of "Keys of the front matter" in docs/architecture.md → their Chinese aliases."""
    contract = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    row = next(line for line in contract.splitlines() if line.startswith(f"| {front}"))
    keys = row.split("|")[2]
    return dict(re.findall(r"`([a-z_]+)`\*? ([A-Z\u3400-\u9fff]+)", keys))


def test_every_page_has_its_translation_and_says_who_made_it(
    chinese: tuple[Page, ...], english: tuple[Page, ...]
) -> None:
    assert {(page.kind, page.id) for page in chinese} == {(page.kind, page.id) for page in english}
    for page in english:
        assert page.front_matter["translator"] == "Translated by the site's editors", page.path
        assert page.front_matter["title"], page.path
        assert page.front_matter["summary"], page.path
    assert not any(page.value("translator", "译者") for page in chinese)


def test_every_record_has_its_english_name(records: dict[str, list[dict[str, object]]]) -> None:
    for name, entries in records.items():
        for entry in entries:
            assert entry["translations"]["en"]["name"], (name, entry["id"])  # type: ignore[index]


def test_every_key_is_of_the_contract_and_written_in_one_form_a_page(pages: tuple[Page, ...]) -> None:
    rows = {"stories": "story", "brands": "brand", "organisations": "organisation", "pages": "page"}
    every, metric = table("every document"), table("`metrics:`")
    for page in pages:
        keys = every | table(rows[page.kind])
        written = set(page.front_matter)
        assert written <= set(keys) or written <= set(keys.values()), page.path
        for entry in (page.value("metrics", "数据") or {}).values():
            assert set(entry) <= set(metric) or set(entry) <= set(metric.values()), page.path


def test_some_stories_are_written_with_chinese_keys_throughout(chinese: tuple[Page, ...]) -> None:
    written = [page.id for page in chinese if "标题" in page.front_matter]
    assert written == ["keqin-brine-shrimp", "qamdo-couriers", "xiangyang-qonggyai-pairing"]


def test_stories_report_and_do_not_assert(pages: tuple[Page, ...]) -> None:
    for page in pages:
        if page.kind == "stories":
            opening = page.prose.split("\n\n")[1 if page.prose.lstrip().startswith("##") else 0]
            voice = "According to the source report, " if page.english else "据来源报道，"
            assert voice in opening, page.path
            assert str(page.value("summary", "摘要")).startswith(voice), page.path


def test_no_praise_exclamation_or_quotation_is_added(pages: tuple[Page, ...]) -> None:
    for page in pages:
        text = page.path.read_text(encoding="utf-8")
        assert not re.search("[!！]|:::(quote|引文)", text), page.path
        assert not re.search(
            "谱写|新篇章|暖人心|贴心人|扎实推进|取得实效|显著成效|亮点纷呈|典范|楷模", text
        ), page.path


def test_no_person_is_named_in_chinese(chinese: tuple[Page, ...]) -> None:
    for page in chinese:
        assert not CHINESE_NAMES.search(page.path.read_text(encoding="utf-8")), page.path


def capitalised_within_sentences(page: Page) -> set[str]:
    """Words with a capital that no sentence, heading or item of a list begins with. Link texts are titles of pages."""
    text = re.sub(r":{1,3}\w+(\[[^\]]*\])?(\{[^}]*\})?", "", page.body)
    text = re.sub(r"\[[^\]]*\]\([^)]*\)", "", text)
    words = re.findall(r"(?<=[a-z,;“(] )“?([A-ZÀ-Þ][\w'ê-]*)", f"{page.front_matter['summary']}\n{text}")
    return {word.removesuffix("'s") for word in words if not re.fullmatch("P[0-9]+", word)}


def test_no_person_is_named_in_english(english: tuple[Page, ...]) -> None:
    for page in english:
        assert capitalised_within_sentences(page) <= PROPER_WORDS, page.path
        assert not re.search(r"\b(Mr|Mrs|Ms|Dr|named [A-Z])\b", page.body), page.path


def test_there_are_no_pictures_and_no_markup(pages: tuple[Page, ...]) -> None:
    for page in pages:
        assert "![" not in page.body, page.path
        assert "<" not in page.body, page.path
        assert not {"media", "cover", "图片与影音", "封面"} & set(page.front_matter), page.path


def test_chinese_text_has_chinese_punctuation(chinese: tuple[Page, ...]) -> None:
    """GB/T 15834: no half-width comma, colon, bracket or quotation mark in Chinese text; curly quotes only."""
    for page in chinese:
        text = f"{page.value('title', '标题')}\n{page.value('summary', '摘要')}\n{page.prose}"
        text = re.sub(r"[\[\]|]", "", text)
        assert not re.search(rf"{HAN}[,.;:?()]|[,.;:?()]{HAN}|[\"'「」]", text), page.path
        assert text.count("“") == text.count("”"), page.path


def test_links_lead_to_sources_of_the_same_language(pages: tuple[Page, ...]) -> None:
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.body):
            assert (page.path.parent / target).is_file(), (page.path, target)
            assert target.endswith(".en.md") == page.english, (page.path, target)


def test_no_file_but_text_lies_in_content() -> None:
    files = [path for path in (ROOT / "content").rglob("*") if path.is_file() and path.name != ".keep"]
    assert {path.suffix for path in files} == {".md", ".yaml"}
