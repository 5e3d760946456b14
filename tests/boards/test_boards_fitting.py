"""What a board shows: whole texts in type that can be read from where people stand, and less of them where there is no room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from showcase.boards.fitting import fitted, height
from showcase.boards.formats import FORMATS, BoardFormat, board_format
from showcase.boards.texts import body_texts
from showcase.model.view import (
    BoardPage,
    BoardParagraph,
    BoardPassage,
    BoardQuote,
    BoardStep,
    ComponentPart,
    Cover,
    Fact,
    Head,
    Html,
    MetricView,
    Plate,
)

SENTENCE = "村里打了一口新水井，从此不再到河边挑水。"


def board(**fields: object) -> BoardPage:
    page = BoardPage(
        kind="board",
        section="stories",
        language="zh-CN",
        url="/stories/a/",
        title="村里的新水井",
        head=Head("村里的新水井", ""),
        breadcrumbs=(),
        translations=(),
        size="",
        sheet="",
        columns=1,
        metric_columns=1,
        title_long=False,
        brands=(),
        facts=(Fact("地点", "克勤村"),),
        cover=Cover(Plate(("克", "勤"), 0, 0)),
        summary=SENTENCE,
        metrics=(),
        passages=(),
        timeline=(),
        quotes=(),
        pictures=(),
        stories=(),
        more_stories=0,
        sources=(),
        more_sources=0,
        translation_note="",
        address="https://example.org/stories/a/",
    )
    return replace(page, **fields)


def metric(number: int) -> MetricView:
    return MetricView(
        f"m{number}", "村集体增加的收入", "超过 300,000 元", "超过", "300,000", "元", "每年", "", "", None
    )


LONGEST = {
    "title": "一" * 200,
    "summary": SENTENCE * 40,
    "facts": tuple(Fact("主题" * 5, "名称" * 40) for _ in range(8)),
    "metrics": tuple(map(metric, range(20))),
    "passages": tuple(BoardPassage("小标题", (BoardParagraph(SENTENCE * 8),) * 4) for _ in range(9)),
    "timeline": tuple(BoardStep("2021年4月", SENTENCE * 2) for _ in range(20)),
    "quotes": tuple(BoardQuote(SENTENCE * 3, "某人") for _ in range(6)),
    "stories": ("一篇很长的标题" * 5,) * 8,
}


@pytest.mark.parametrize("sheet", FORMATS, ids=lambda one: one.name)
def test_whatever_there_is_fits_in_type_that_can_be_read(sheet: BoardFormat) -> None:
    for fields in ({}, LONGEST, *({name: value} for name, value in LONGEST.items() if name != "title")):
        made = fitted(board(**fields), sheet)
        assert made.text >= sheet.text
        if "title" not in fields:
            assert height(made.page, sheet.width / made.text) <= (sheet.height - sheet.foot) / made.text
        assert made.page.title == board(**fields).title
        assert made.page.address


def test_little_text_is_set_larger_than_much() -> None:
    sheet = FORMATS[0]
    much = board(passages=(BoardPassage("", (BoardParagraph(SENTENCE * 5),) * 8),))
    assert fitted(board(), sheet).text > fitted(much, sheet).text


def test_a_roll_up_says_less_than_a_sheet_and_never_part_of_a_paragraph() -> None:
    paragraphs = tuple(BoardParagraph(f"{number}{SENTENCE * 3}") for number in range(12))
    everything = board(passages=(BoardPassage("小标题", paragraphs),))
    shown = {
        sheet.name: [one for passage in fitted(everything, sheet).page.passages for one in passage.paragraphs]
        for sheet in FORMATS
    }
    assert 0 < len(shown["80x180cm"]) < len(shown["A3"])
    for texts in shown.values():
        assert texts == list(paragraphs[: len(texts)])


def test_what_is_left_out_is_counted() -> None:
    made = fitted(
        board(stories=LONGEST["stories"], more_stories=3, quotes=LONGEST["quotes"]), FORMATS[2]
    ).page
    assert len(made.stories) + made.more_stories == 11


def test_sizes_are_understood_as_people_write_them() -> None:
    for written in ("80x180cm", "80×180 CM", "80*180", "80X180cm"):
        assert board_format(written) is FORMATS[2]
    assert board_format("a3") is FORMATS[0]
    assert board_format("A4") is None
    assert board_format("") is None


def test_a_body_becomes_paragraphs_without_notes_tables_and_pointers() -> None:
    number = ComponentPart("metric", True, "m", {}, (), (), (metric(1),), None, None, None)
    cite = ComponentPart("cite", True, "", {}, (), (), (), None, None, None)
    quote = ComponentPart(
        "quote", False, "", {"by": "村民"}, (Html("<p>水很甜。</p>"),), (), (), None, None, None
    )
    parts = (
        Html('<h2 id="a">水井</h2><p>每年增收'),
        number,
        Html('，<a href="/x/">工作队</a>帮了忙，村里的人都说这口井打得值。'),
        cite,
        Html('<sup><a href="#n">1</a></sup></p><table><tr><td>表</td></tr></table>'),
        quote,
        Html(
            '<p>另见<a href="/y/">《克勤村的卤虫养殖》</a>。</p><ul><li>一项</li></ul><p lang="bo">བོད་ཡིག</p>'
        ),
    )
    found = body_texts(parts)
    assert found.passages == [
        BoardPassage(
            "水井",
            (
                BoardParagraph("每年增收超过 300,000 元，工作队帮了忙，村里的人都说这口井打得值。"),
                BoardParagraph("一项"),
                BoardParagraph("བོད་ཡིག", "bo"),
            ),
        )
    ]
    assert found.quotes == [BoardQuote("水很甜。", "村民")]
