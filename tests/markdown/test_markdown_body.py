"""What a text becomes: markup, links, headings, sections, pictures, footnotes."""

from __future__ import annotations

import pytest
from bodies import body, codes, html, marked, only, render


def test_headings_get_anchors_that_keep_every_script() -> None:
    made = body(
        "## 一、党建 引领！\n\n### བོད་ཡིག་སྐད།\n\n## 一、党建 引领\n\n## Cafe\u0301 & Bar\n\n## ！！\n\n## fn-1\n"
    )
    assert [(item.level, item.id) for item in made.headings] == [
        (2, "一-党建-引领"),
        (3, "བོད་ཡིག་སྐད"),
        (2, "一-党建-引领-1"),
        (2, "café-bar"),
        (2, "section"),
        (2, "section-fn-1"),
    ]
    assert '<h2 id="一-党建-引领">一、党建 引领！</h2>' in made.html


def test_anchors_are_unique_even_beside_numbered_ones() -> None:
    made = body("## 甲\n\n## 甲-1\n\n## 甲\n\n## 甲\n")
    assert len({item.id for item in made.headings}) == 4


def test_a_heading_of_level_one_is_demoted_and_reported() -> None:
    text = "# 标题\n\n文\n"
    assert html(text) == '<h2 id="标题">标题</h2>\n<p>文</p>'
    assert marked(text, only(text, "heading-level-one")) == "# 标题"


def test_sections_hold_plain_text_under_each_heading() -> None:
    made = body("序**言**\n文 `a`\n\n## 甲 :metric[x]\n\n- 一\n- [二](a.md)\n\n| 表 |\n|--|\n| 格 |\n")
    assert [(item.heading_id, item.heading, item.text) for item in made.sections] == [
        ("", "", "序言文 a"),
        ("甲", "甲", "一\n二\n表\n格"),
    ]
    assert made.characters == 3 + 1 + 1 + 4


def test_links_are_recorded_as_written_with_their_place() -> None:
    text = '头\n\n> 见 [甲](../a.md#x "题\n目") 和 [乙](<b c.md>)\n\n[丙][r] <https://e.org/?a=1&b>\n\n[r]: /丙%20.md\n'
    made = body(text)
    assert [(link.target, link.location.line, link.location.column) for link in made.links] == [
        ("../a.md#x", 3, 9),
        ("b c.md", 4, 12),
        ("/丙%20.md", 6, 1),
        ("https://e.org/?a=1&b", 6, 9),
    ]
    assert '<a href="\x00h0\x00" title="题目">甲</a>' in made.html
    assert ">https://e.org/?a=1&amp;b</a>" in made.html


def test_places_count_from_the_start_of_the_file() -> None:
    made, found = render("---\ntitle: 题\n---\r\n甲 [乙](b.md)\r# 丙\n", first_line=4)
    assert (made.links[0].location.line, made.links[0].location.column) == (4, 7)
    assert [item.location.line for item in found] == [5]


def test_table_cells_know_their_columns() -> None:
    made = body("| 甲 | 乙 |\n|---|:--|\n| [a](x.md) | [a](x.md) |\n")
    assert [(link.location.line, link.location.column) for link in made.links] == [(3, 7), (3, 19)]
    assert '<td class="align-left">' in made.html
    assert "style=" not in made.html
    assert '<div class="table-scroll" tabindex="0" role="region" aria-label="表格 1"><table>' in made.html


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScript:x",
        "java&#9;script:x",
        "<\x01javascript:x>",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/x",
        "C:\\a.pdf",
        "",
        "<>",
    ],
)
def test_dangerous_targets_never_become_addresses(target: str) -> None:
    for text in (f"[文]({target})", f"![文]({target})", f"![文]({target}){{credit=x}}"):
        made, found = render(text)
        assert not made.links
        assert not made.components
        assert "href" not in made.html
        assert any(item.code.startswith("link-") for item in found)


def test_a_dangerous_reference_definition_or_autolink_is_no_address() -> None:
    for text in ("[文][r]\n\n[r]: javascript:x\n", "<javascript:x>"):
        assert not body(text).links
        assert "link-scheme" in codes(text)


def test_ordinary_schemes_are_links() -> None:
    text = "[a](https://e.org) [b](mailto:a@e.org) [c](tel:0891-1) [d](#甲) [e](/x/) [f](e.md)"
    assert len(body(text).links) == 6
    assert body(text).html.count("<a href=") == 6
    assert not codes(text)


def test_a_link_to_a_file_is_a_download() -> None:
    made = body("见[年度**报告**](files/报告.PDF?x=1)和[页](a.md)、[外](https://e.org/a.pdf)。")
    (download,) = made.components
    assert (download.name, download.inline, download.label) == ("download", True, "年度报告")
    assert made.links[download.links[0]].target == "files/报告.PDF?x=1"
    assert made.html.count("<a ") == 2


def test_a_picture_alone_is_a_figure_and_within_a_line_an_image() -> None:
    made = body(
        '![春\n耕](a.jpg "在\n田里"){credit="村委会" 审图号=藏S1}\n\n看![图](b.png)！\n\n![甲](c.png)\n![乙](d.png)\n'
    )
    figure, image, *rest = made.components
    assert (figure.name, figure.label, figure.html) == ("figure", "春耕", "在田里")
    assert figure.attributes == {"credit": "村委会", "map_approval": "藏S1"}
    assert (image.name, image.inline) == ("image", True)
    assert [item.name for item in rest] == ["figure", "figure"]
    assert made.html == "\x00c0\x00\n<p>看\x00c1\x00！</p>\n\x00c2\x00\n\x00c3\x00\n"
    assert [made.links[item.links[0]].target for item in made.components] == [
        "a.jpg",
        "b.png",
        "c.png",
        "d.png",
    ]


def test_pictures_are_checked() -> None:
    assert marked("![](a.png)", only("![](a.png)", "picture-alt-missing")) == "![](a.png)"
    assert only("![甲](https://e.org/a.png)", "picture-remote").location.column == 6
    assert only("![甲](a.png){credt=x}", "directive-attribute-unknown").suggestion == "credit"


def test_raw_html_is_text_and_reported() -> None:
    text = "甲<br>乙 <!-- 备注 <https://e.org> 1<2 a<b\n\n<div onclick=x>\n丙\n</div>\n\n`<b>`\n"
    made = body(text)
    assert "<br>" not in made.html
    assert "&lt;div onclick=x&gt;" in made.html
    assert codes(text) == ["raw-html"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "甲<!-- 备注 -->乙",
        "甲<!--\n备注 30 [x](y.md)\n-->乙",
        "甲<!-- [乙](b.md) `-->乙",
        "<!-- 备注 -->\n\n甲乙",
        "甲乙\n<!-- 备注\n\n## 不是标题\n\n：：：备注 30 人 [x](y.md) #标题\n\n-->",
        "甲乙\n\n   <!---->\n\n<!--> ",
        "<!-- 一 --><!-- 二 -->甲乙",
        "甲乙<!-- -- -->",
        "<!--\n甲乙\n-->\n甲乙",
    ],
)
def test_comments_are_never_published(text: str) -> None:
    made = body(text)
    assert made.html == "<p>甲乙</p>\n"
    assert [section.text for section in made.sections] == ["甲乙"]
    assert not codes(text)
    assert not made.links
    assert not made.headings


def test_a_comment_without_an_end_swallows_nothing() -> None:
    text = "甲 <!-- 备注\n\n乙\n\n> <!-- 丙\n\n丁 --> 戊"
    made = body(text)
    assert codes(text) == ["raw-html"] * 2
    for word in "甲乙丙丁戊":
        assert word in made.html


def test_comments_in_code_are_code() -> None:
    made = body("`<!-- 甲 -->`\n\n```\n<!-- 乙 -->\n```\n\n    <!-- 丙 -->\n")
    assert made.html.count("&lt;!--") == 3


def test_footnotes_are_numbered_by_use_and_lead_back() -> None:
    made = body("甲[^b]乙[^a]丙[^b]\n\n[^a]: 注一\n[^b]: 注二[^c]\n\n    又一段\n[^c]: 注三\n")
    assert made.html.count('role="doc-noteref"') == 4
    assert '<a id="fnref-1" href="#fn-1" role="doc-noteref" aria-label="注释 1">1</a>' in made.html
    assert '<li id="fn-1"><p>注二<sup' in made.html
    assert 'href="#fnref-1-2"' in made.html
    assert made.html.index("注二") < made.html.index("注一") < made.html.index("注三")
    assert not codes("甲[^b]乙[^a]\n\n[^a]: 注一\n[^b]: 注二\n")


@pytest.mark.parametrize(
    ("text", "code", "under_caret"),
    [
        ("甲[^x]", "footnote-undefined", "[^x]"),
        ("甲\n\n[^x]: 注", "footnote-unused", "[^x]"),
        ("甲[^x]\n\n[^x]: 一\n\n[^x]: 二", "footnote-twice", "[^x]"),
    ],
)
def test_footnotes_are_checked(text: str, code: str, under_caret: str) -> None:
    assert marked(text, only(text, code)) == under_caret


def test_words_of_the_markup_follow_the_language() -> None:
    text = "a[^1]\n\n| t |\n|--|\n| c |\n\n- [x] d\n\n[^1]: n\n"
    assert 'aria-label="Notes"' in html(text, "en")
    assert 'aria-label="Table 1"' in html(text, "en")
    assert 'aria-label="Done"' in html(text, "en")
    assert 'aria-label="注释"' in html(text)


def test_tibetan_is_marked_in_other_languages() -> None:
    text = "藏文 བོད་ཡིག 与 སྐད།\n\nབོད་ཡིག **སྐད།**\n\n## བོད་ཡིག\n"
    assert html(text) == (
        '<p>藏文 <span lang="bo">བོད་ཡིག</span> 与 <span lang="bo">སྐད།</span></p>\n'
        '<p lang="bo">བོད་ཡིག <strong>སྐད།</strong></p>\n'
        '<h2 id="བོད་ཡིག" lang="bo">བོད་ཡིག</h2>'
    )
    assert 'lang="bo"' not in html(text, "bo")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "a (党员驿站、“一家”) b",
            "en",
            'a (<span lang="zh">党员驿站、</span>“<span lang="zh">一家</span>”) b',
        ),
        ("《题》：a，b", "en", '<span lang="zh">《题》：</span>a，b'),
        ("**中**文", "bo", '<strong><span lang="zh">中</span></strong><span lang="zh">文</span>'),
        ("日本のもの", "en", "日本のもの"),
        ("中文", "ja", "中文"),
        ("中文", "zh-TW", "中文"),
    ],
)
def test_chinese_is_marked_in_other_languages(text: str, language: str, expected: str) -> None:
    assert html(text, language) == f"<p>{expected}</p>"


def test_lists_tables_and_definitions() -> None:
    assert html("3. 甲\n4. 乙\n") == '<ol start="3">\n<li>甲</li>\n<li>乙</li>\n</ol>'
    assert html("- [x] 甲\n- [ ] 乙\n") == (
        '<ul class="task-list">\n<li class="task"><input type="checkbox" disabled checked aria-label="已完成"> 甲</li>\n'
        '<li class="task"><input type="checkbox" disabled aria-label="未完成"> 乙</li>\n</ul>'
    )
    assert html("术语\n: 甲\n: 乙\n") == "<dl>\n<dt>术语</dt><dd>甲</dd>\n<dd>乙</dd>\n</dl>"
    assert html("甲 ~~乙~~") == "<p>甲 <s>乙</s></p>"


def test_code_is_escaped_and_its_language_named() -> None:
    assert (
        html('```py"><x\n<b>\n```')
        == '<pre tabindex="0"><code class="language-py&quot;&gt;&lt;x">&lt;b&gt;\n</code></pre>'
    )


def test_ideographic_indents_are_dropped() -> None:
    assert html("　　第一段。\n　　又一行。\n\n　　第二段。") == "<p>第一段。又一行。</p>\n<p>第二段。</p>"


def test_bare_urls_stay_text() -> None:
    assert html("见https://e.org/a网站") == "<p>见https://e.org/a网站</p>"


def test_an_empty_text_is_an_empty_body() -> None:
    for text in ("", "\n\n", "　"):
        assert body(text).html == ""
        assert body(text).sections == ()
        assert not codes(text)


def test_places_are_those_of_what_is_written() -> None:
    text = (
        "| 甲 | 乙 |\n| - | - |\n| a\\|b | `a\\|b` [c](d.md) |\n\n"
        "<a@b.cn> [c](<a\\>b.exe>) [d](a\\_b.md) [e](&#106;avascript:x)\n"
    )
    lines = text.split("\n")
    written = [
        lines[place.line - 1][place.column - 1 : place.end_column - 1]
        for place in (*(link.location for link in body(text).links), only(text, "link-scheme").location)
    ]
    assert written == ["d.md", "a@b.cn", "a\\>b.exe", "a\\_b.md", "&#106;avascript:x"]


def test_tibetan_captions_are_marked_whatever_stands_before_them() -> None:
    gallery = ':::gallery\n![甲](a.png "བོད")\n:::\n'
    marked = '<span lang="bo">བོད</span>'
    assert body(gallery).components[0].items[0].html == marked
    assert body(f"བོད་ཡིག\n\n{gallery}").components[0].items[0].html == marked
    block = html('བོད ![རི](a.png "བོད") ཡིག\n')
    assert '<p lang="bo">' in block
    assert block.count("lang=") == 1
