"""Directives: what each becomes, what prose is never taken for one, and what is said about mistakes."""

from __future__ import annotations

import pytest
from bodies import body, codes, html, marked, mended, only

from showcase.markdown.directives import BY_NAME


def test_inline_directives_leave_holes_in_markup_and_text() -> None:
    made = body("收入:metric[income]，见:cite[报告]{P4}。")
    assert made.html == "<p>收入\x00c0\x00，见\x00c1\x00。</p>\n"
    assert made.sections[0].text == "收入\x00c0\x00，见\x00c1\x00。"
    metric, cite = made.components
    assert (metric.name, metric.label, metric.inline) == ("metric", "income", True)
    assert (cite.name, cite.label, cite.attributes) == ("cite", "报告", {"locator": "P4"})
    assert [(item.source, item.locator) for item in made.citations] == [("报告", "P4")]
    assert made.citations[0].location.column == 20


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (":数据[a]", ":metric[a]"),
        (":出处[a]{出处=P1}", ":cite[a]{locator=P1}"),
        ("::数据表{a b}", "::metrics{a b}"),
        (
            "::视频[题]{文件=a.mp4 封面=b.jpg 文字稿=c.txt}",
            "::video[题]{file=a.mp4 poster=b.jpg transcript=c.txt}",
        ),
        ("::音频[题]{文件=a.mp3}", "::audio[题]{file=a.mp3}"),
        ("::下载[题]{文件=a.pdf}", "::download[题]{file=a.pdf}"),
        (":::图集[题]\n![甲](a.jpg)\n:::", ":::gallery[题]\n![甲](a.jpg)\n:::"),
        (":::时间轴\n- 2020：甲\n:::", ":::timeline\n- 2020：甲\n:::"),
        (":::引文{说话人=书记 来源=r 出处=P2}\n甲\n:::", ":::quote{by=书记 source=r locator=P2}\n甲\n:::"),
    ],
)
def test_chinese_names_mean_the_same(chinese: str, english: str) -> None:
    assert not codes(chinese)
    one, other = body(chinese), body(english)
    assert [(c.name, c.label, c.attributes, c.html, c.items) for c in one.components] == [
        (c.name, c.label, c.attributes, c.html, c.items) for c in other.components
    ]
    assert [link.target for link in one.links] == [link.target for link in other.links]


def test_metrics_keep_their_ids_in_order() -> None:
    (component,) = body("::metrics{villages orders}").components
    assert component.attributes == {"ids": "villages orders"}
    assert not component.inline


def test_video_links_its_files_in_order() -> None:
    made = body('::video[开幕]{poster="封 面.jpg" file=a.mp4}')
    (component,) = made.components
    assert [made.links[index].target for index in component.links] == ["a.mp4", "封 面.jpg"]
    assert [made.links[index].location.column for index in component.links] == [35, 21]


def test_gallery_holds_pictures_with_captions() -> None:
    made = body(':::gallery[春耕]\n![甲](a.jpg "一 <b>")\n\n- ![乙](b.jpg){credit="村委会"}\n:::\n')
    (gallery,) = made.components
    assert gallery.label == "春耕"
    assert [(item.label, item.html) for item in gallery.items] == [("甲", "一 &lt;b&gt;"), ("乙", "")]
    assert gallery.items[1].attributes == {"credit": "村委会"}
    assert [made.links[item.link].target for item in gallery.items] == ["a.jpg", "b.jpg"]


def test_timeline_splits_date_and_event() -> None:
    made = body(":::timeline\n- 2020年9月：**启动** [见](a.md)\n- **2021**: 推开\n\n  详情\n:::\n")
    (timeline,) = made.components
    assert [(item.label, item.html) for item in timeline.items] == [
        ("2020年9月", '<strong>启动</strong> <a href="\x00h0\x00">见</a>'),
        ("2021", "<p>推开</p>\n<p>详情</p>\n"),
    ]


def test_a_timeline_s_text_says_its_dates_in_words() -> None:
    made = body(":::timeline\n- 2020-09/..: 甲\n- 2021~: 乙\n:::\n")
    assert made.sections[0].text == "2020年9月起 甲\n约2021年 乙"


def test_quote_holds_markdown_and_is_a_citation() -> None:
    made = body(":::quote{by=村党支部书记 source=report locator=P6}\n把村当**家**。\n:::\n")
    (quote,) = made.components
    assert quote.html == "<p>把村当<strong>家</strong>。</p>\n"
    assert [(item.source, item.locator) for item in made.citations] == [("report", "P6")]


def test_containers_nest_by_matching_and_by_more_colons() -> None:
    inner = ":::gallery\n![甲](a.jpg)\n:::\n"
    for outer in ("::::quote\n{}::::\n后", ":::quote\n{}:::\n后"):
        made = body(outer.format(inner))
        gallery, quote = made.components
        assert (gallery.name, quote.name, quote.html) == ("gallery", "quote", "\x00c0\x00\n")
        assert made.html == "\x00c1\x00\n<p>后</p>\n"


def test_colons_inside_code_do_not_close() -> None:
    made = body(":::quote\n```\n:::\n```\n甲\n:::\n")
    assert made.components[0].html.endswith("<p>甲</p>\n")


def test_alerts_are_components() -> None:
    (alert,) = body("> [!warning]\n> 当心[^1]\n\n[^1]: 注\n").components
    assert (alert.name, alert.attributes) == ("alert", {"kind": "warning"})
    assert alert.html.startswith("<p>当心<sup")


@pytest.mark.parametrize(
    "prose",
    [
        "时间：10:30，地点：村委会",
        "a:b, 12:00, 1:n",
        "https://example.org:8080/a[1]",
        "std::vector[0] 与 a::b",
        "如下:报告[^1]\n\n[^1]: 注",
        "详见:报告[全文](a.md)",
        "数组 a:b[0] 和 x:y{z}",
        ":) :-) :D :smile: ::",
        "比例 :1[2]",
        "\\:metric[x]",
        "`:metrik[x]`",
        "说明:甲[乙]",
        "：：",
        "定义\n: 一",
    ],
)
def test_prose_is_not_a_directive(prose: str) -> None:
    assert not [code for code in codes(prose) if code.startswith("directive")]
    assert not body(prose).components


@pytest.mark.parametrize(
    ("text", "code", "under_caret"),
    [
        (":metrik[a]", "directive-unknown", "metrik"),
        (":::galery\n![a](b.png)\n:::", "directive-unknown", "galery"),
        ("::vidoe[a]{file=b.mp4}", "directive-unknown", "vidoe"),
        ("甲\n\n> ::视屏[a]{file=b.mp4}", "directive-unknown", "视屏"),
        ("句中:video[a]{file=b.mp4}", "directive-form", "video"),
        ("::gallery[a]", "directive-form", "gallery"),
        (":::video[a]{file=b.mp4}", "directive-form", "video"),
        (":::quote\n甲", "directive-unclosed", ":::quote"),
        ("- 甲\n\n  :::quote\n  乙\n\n丙", "directive-unclosed", ":::quote"),
        ("甲\n:::\n乙", "directive-close-stray", ":::"),
        ("::video[a]{file=b.mp4 poster=“c.jpg”}", "directive-attributes", "p"),
        ("::video[a]{file=b.mp4", "directive-attributes", "{"),
        ("::video[a]{src=b.mp4 file=c.mp4}", "directive-attribute-unknown", "src"),
        ("::video[a]{file=b.mp4 文件=c.mp4}", "directive-attribute-twice", "文件=c.mp4"),
        ("::video[a]", "directive-attribute-missing", "video"),
        ("::video{file=a.mp4}", "directive-label-missing", "video"),
        ("有:metric{a}个", "directive-label-missing", "metric"),
        ("有:metric[a 个", "directive-label-unclosed", ":metric["),
        (":::quote[甲]\n乙\n:::", "directive-label-unused", "甲"),
        (":::gallery 春耕\n![a](b.png)\n:::", "directive-text-behind", "春耕"),
        (":::gallery\n:::", "directive-empty", ":::gallery"),
        (":::quote\n:::", "directive-empty", ":::quote"),
        (":::gallery\n![a](b.png)\n文字\n:::", "gallery-text", "文"),
        (":::timeline\n- 没有日期\n- 2020: a\n:::", "timeline-date-missing", "没有日期"),
        (":::timeline\n- 去年春天：甲\n:::", "timeline-date", "去年春天"),
        ("[见:cite[a]](b.md)", "directive-in-link", ":cite[a]"),
    ],
)
def test_mistakes_are_placed(text: str, code: str, under_caret: str) -> None:
    assert marked(text, only(text, code)) == under_caret


def test_timeline_without_list() -> None:
    assert only(":::timeline\n\n2020：甲\n:::", "timeline-not-list").location.line == 3


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        (":::galery\n:::", "gallery"),
        (":::图库\n:::", "图集"),
        (":metrc[a]", "metric"),
        (":::时间抽\n:::", "时间轴"),
    ],
)
def test_the_nearest_name_is_suggested(text: str, suggestion: str) -> None:
    found = only(text, "directive-unknown")
    assert found.suggestion == suggestion
    assert f"{suggestion}" in mended(text, found)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("：：：图集\n![a](b.png)\n:::", ":::图集\n![a](b.png)\n:::"),
        ("：：视频[a]{file=b.mp4}", "::视频[a]{file=b.mp4}"),
        (":：：图集[a]\n![a](b.png)\n:::", ":::图集[a]\n![a](b.png)\n:::"),
        ("收入：数据[a]元", "收入:数据[a]元"),
    ],
)
def test_full_width_colons_are_mended(text: str, good: str) -> None:
    found = only(text, "directive-full-width")
    assert mended(text, found) == good


def test_what_an_unknown_container_holds_is_kept() -> None:
    assert html(":::foo\n甲\n:::\n乙") == "<p>甲</p>\n<p>乙</p>"


def test_every_alias_is_its_own() -> None:
    kinds = set(map(id, BY_NAME.values()))
    assert len(BY_NAME) == 2 * len(kinds)
