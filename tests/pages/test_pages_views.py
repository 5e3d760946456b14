"""What pages show: titles, paths, languages, numbers, provenance, ways on."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace

import pytest

from pages.pages_catalog import NOWHERE, Builder, site, theme
from showcase.diagnostics.diagnostic import Location
from showcase.model.body import Body
from showcase.model.catalog import RelatedStory, Relations, ResolvedSource
from showcase.model.entry import FieldDefinition, FieldValue, Medium, Metric, Naming, Reference
from showcase.model.medium import PublishedMedium
from showcase.model.page import Page
from showcase.model.site import Filing, Organiser
from showcase.model.view import (
    BrandPage,
    HomePage,
    PlaceIndexPage,
    SearchPage,
    SourceIndexPage,
    StoriesPage,
    StoryPage,
    YearIndexPage,
    YearPage,
)
from showcase.pages.addresses import Addresses
from showcase.pages.lists import ALL_LINKED
from showcase.pages.plan import plan
from showcase.text.dates import parse_date


def _pages(builder: Builder, media: dict[str, PublishedMedium] | None = None) -> dict[str, Page]:
    catalog = builder.catalog()
    pages, diagnostics = plan(
        catalog, theme(), media or {}, Addresses(catalog, portable=False), "search/client.js"
    )
    assert not diagnostics
    return {page.url: page for page in pages}


def _story(builder: Builder, url: str = "/stories/a/") -> StoryPage:
    view = _pages(builder)[url].view.page
    assert isinstance(view, StoryPage)
    return view


@pytest.fixture
def tibet() -> Builder:
    """A place tree, a brand, an organisation, a topic, a source, and one story of all of them in two languages."""
    builder = Builder(site("zh-CN", "en"))
    names = {"ngari": "Ngari Prefecture", "keqin": "Keqin Village"}
    for identifier, parent, level, name in (
        ("tibet", "", "region", "西藏自治区"),
        ("ngari", "tibet", "prefecture", "阿里地区"),
        ("keqin", "ngari", "village", "克勤村"),
    ):
        english = names.get(identifier)
        translations = (Naming("en", english),) if english else ()
        builder.place(identifier, parent, level, name, translations=translations)  # type: ignore[arg-type]
    builder.topic("incomes", "增收")
    builder.source("report", name="来源报道", translations=(Naming("en", "The source report"),))
    builder.add("brand", "happy", title="“幸福党建”品牌")
    builder.add("organisation", "team", title="克勤村驻村工作队", relations=Relations(places=("keqin",)))
    relations = Relations(("happy",), ("team",), ("keqin",), ("incomes",))
    builder.add(
        "story", "a", title="卤虫养殖", summary="摘要", relations=relations, date=parse_date("2011-10")
    )
    builder.add(
        "story", "a", "en", title="Brine shrimp", translator="the editors", date=parse_date("2011-10")
    )
    builder.entry_sources["story", "a"] = (ResolvedSource("report", ("P4", "P5")),)
    return builder


def test_a_story_is_found_by_its_place(tibet: Builder) -> None:
    page = _story(tibet)
    assert [link.label for link in page.breadcrumbs] == ["首页", "西藏自治区", "阿里地区", "克勤村"]
    assert [link.label for link in page.places[0]] == ["西藏自治区", "阿里地区", "克勤村"]


def test_else_by_its_brand_else_by_the_list() -> None:
    builder = Builder()
    builder.add("brand", "b", title="品牌甲")
    builder.add("story", "a", relations=Relations(brands=("b",)))
    builder.add("story", "c")
    assert [link.label for link in _story(builder).breadcrumbs] == ["首页", "品牌", "品牌甲"]
    assert [link.label for link in _story(builder, "/stories/c/").breadcrumbs] == ["首页", "案例故事"]


def test_the_language_switch_leads_to_the_translation_or_home(tibet: Builder) -> None:
    pages = _pages(tibet)
    story, brand = pages["/stories/a/"].view.page, pages["/brands/happy/"].view.page
    assert [(link.label, link.href, link.language) for link in story.translations] == [
        ("English", "/en/stories/a/", "en")
    ]
    assert [link.href for link in brand.translations] == ["/en/"]
    assert [(one.language, one.href) for one in story.head.alternates] == [
        ("zh-CN", "https://example.org/stories/a/"),
        ("en", "https://example.org/en/stories/a/"),
        ("x-default", "https://example.org/stories/a/"),
    ]
    assert brand.head.alternates == ()


def test_what_is_not_translated_keeps_its_language(tibet: Builder) -> None:
    page = _story(tibet, "/en/stories/a/")
    assert [(link.label, link.language, link.href) for link in page.places[0]] == [
        ("西藏自治区", "zh-CN", "/en/places/tibet/"),
        ("Ngari Prefecture", "", "/en/places/ngari/"),
        ("Keqin Village", "", "/en/places/keqin/"),
    ]
    (brand,) = page.brands
    assert (brand.label, brand.href, brand.language) == ("“幸福党建”品牌", "/brands/happy/", "zh-CN")
    assert page.translation_note == "This page is a translation; the original is in Chinese."
    assert [fact.text for fact in page.provenance.facts] == ["the editors"]
    assert page.date == "October 2011"


def test_a_language_lists_only_what_exists_in_it(tibet: Builder) -> None:
    tibet.add("story", "b")
    pages = _pages(tibet)
    chinese, english = pages["/"].view.page, pages["/en/"].view.page
    assert isinstance(chinese, HomePage)
    assert isinstance(english, HomePage)
    assert (chinese.story_count, english.story_count) == (2, 1)
    assert english.brands == ()
    assert "/en/brands/" not in pages
    assert "brands" not in [item.section for item in pages["/en/"].view.site.navigation]


def test_a_site_without_anything_still_stands() -> None:
    pages = _pages(Builder(site("zh-CN", "en", search=False)))
    assert sorted(pages) == ["/", "/404.html", "/en/", "/en/404.html", "/en/stories/", "/stories/"]
    assert pages["/"].view.site.navigation == ()
    assert pages["/"].view.site.search_href == ""
    assert not pages["/stories/"].view.page.head.index


def test_what_is_not_known_of_a_source_is_said(tibet: Builder) -> None:
    (source,) = _story(tibet).provenance.sources
    assert (source.number, source.anchor, source.name, source.locators) == (
        1,
        "source-1",
        "来源报道",
        ("P4", "P5"),
    )
    assert [(fact.label, fact.text) for fact in source.facts] == [
        ("题名", "未注明"),
        ("出版者", "未注明"),
        ("日期", "未注明"),
    ]
    (english,) = _story(tibet, "/en/stories/a/").provenance.sources
    assert english.name == "The source report"
    assert {fact.text for fact in english.facts} == {"not stated"}


def _metric(**values: object) -> Metric:
    metric = Metric(
        "m",
        NOWHERE,
        "收入",
        "300000",
        "元",
        "more-than",
        "每年",
        source=Reference("来源报道", NOWHERE),
        locator="P4",
    )
    return replace(metric, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "values", "text"),
    [
        ("zh-CN", {}, "超过 300,000 元"),
        ("en", {"unit": "yuan"}, "more than 300,000 yuan"),
        ("zh-CN", {"value": "20000", "qualifier": "nearly", "unit": "人次"}, "近 20,000 人次"),
        ("zh-CN", {"value": "3.5", "qualifier": "", "unit": "%"}, "3.5%"),
        ("zh-CN", {"value": "2020", "qualifier": "", "unit": "年"}, "2020 年"),
        ("en", {"value": "9", "qualifier": "at-least", "unit": ""}, "at least 9"),
    ],
)
def test_a_number_reads_naturally(
    tibet: Builder, language: str, values: dict[str, object], text: str
) -> None:
    document = tibet.documents["story", "a"][language]
    tibet.documents["story", "a"][language] = replace(document, metrics=(_metric(**values),))
    (metric,) = _story(tibet, "/stories/a/" if language == "zh-CN" else "/en/stories/a/").metrics
    assert metric.text == text


def test_a_number_leads_to_its_source(tibet: Builder) -> None:
    tibet.add("story", "a", title="卤虫养殖", metrics=(_metric(),))
    (metric,) = _story(tibet).metrics
    assert metric.source is not None
    assert (metric.source.label, metric.source.href) == ("来源 1 P4", "#source-1")


def test_linked_data_cannot_leave_its_element() -> None:
    builder = Builder()
    builder.add("story", "a", title="</script><script>alert(1)</script>", summary="<!-- & \u2028")
    text = _story(builder).head.json_ld
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["@graph"][0]["headline"] == "</script><script>alert(1)</script>"


def test_linked_data_claims_only_what_is_known(tibet: Builder) -> None:
    article, path = json.loads(_story(tibet).head.json_ld)["@graph"]
    assert article["@type"] == "Article"
    assert article["temporalCoverage"] == "2011-10"
    assert not {"datePublished", "author", "image"} & set(article)
    assert [one["name"] for one in article["about"]] == ["“幸福党建”品牌", "增收"]
    assert [one["name"] for one in article["isBasedOn"]] == ["来源报道"]
    assert [one["name"] for one in path["itemListElement"]][-1] == "卤虫养殖"
    home = json.loads(_pages(tibet)["/"].view.page.head.json_ld)
    assert home["potentialAction"]["target"]["urlTemplate"].endswith("/search/?q={search_term_string}")


def test_titles_name_page_and_site(tibet: Builder) -> None:
    pages = _pages(tibet)
    assert pages["/stories/a/"].view.page.head.title == "卤虫养殖 · 站点 zh-CN"
    assert pages["/"].view.page.head.title == "站点 zh-CN · 副标题 zh-CN"


def test_a_description_is_the_summary_else_the_first_words() -> None:
    builder = Builder()
    long = "这是第一句。" * 30
    builder.add("story", "a", body=Body(openings=(long,)))
    description = _story(builder).head.description
    assert len(description) <= 120
    assert description.endswith("。")


def test_lists_go_on_over_pages() -> None:
    builder = Builder(site(page_size=2))
    for number in range(5):
        builder.add("story", f"s{number}")
    pages = _pages(builder)
    view = pages["/stories/page/2/"].view.page
    assert isinstance(view, StoriesPage)
    assert view.list.pagination is not None
    assert (view.list.pagination.previous, view.list.pagination.next) == ("/stories/", "/stories/page/3/")
    assert [link.label for link in view.list.pagination.pages] == ["1", "2", "3"]
    assert [card.title for card in view.list.stories] == ["s2 zh-CN", "s3 zh-CN"]
    assert view.head.title == "案例故事（第 2 页） · 站点 zh-CN"
    assert "/stories/page/4/" not in pages


def test_a_very_long_list_links_to_the_pages_nearby() -> None:
    builder = Builder(site(page_size=1))
    for number in range(ALL_LINKED + 20):
        builder.add("story", f"s{number}")
    view = _pages(builder)["/stories/page/60/"].view.page
    assert isinstance(view, StoriesPage)
    assert view.list.pagination is not None
    labels = [link.label for link in view.list.pagination.pages]
    assert labels == ["1", *(str(number) for number in range(55, 66)), "120"]


def test_facets_lead_to_what_is_narrowed_already(tibet: Builder) -> None:
    tibet.add("story", "b")
    view = _pages(tibet)["/stories/"].view.page
    assert isinstance(view, StoriesPage)
    assert [facet.key for facet in view.facets] == ["place", "brand", "topic", "year"]
    region = view.facets[0].tree[0]
    assert (region.label, region.count, region.children[0].children[0].label) == ("西藏自治区", 1, "克勤村")
    assert [(link.label, link.count, link.href) for link in view.facets[3].values] == [
        ("2011年", 1, "/years/2011/"),
        ("时间未注明", 1, "/years/undated/"),
    ]


def test_years_follow_one_another_and_the_undated_stand_apart() -> None:
    builder = Builder()
    for identifier, date in (("a", "2016"), ("b", "2020"), ("c", "2020-03"), ("d", "")):
        builder.add("story", identifier, date=parse_date(date))
    pages = _pages(builder)
    index, year, undated = (pages[url].view.page for url in ("/years/", "/years/2016/", "/years/undated/"))
    assert isinstance(index, YearIndexPage)
    assert [group.label for group in index.years] == ["2020年", "2016年", "时间未注明"]
    assert isinstance(year, YearPage)
    assert year.previous is None
    assert year.next is not None
    assert year.next.href == "/years/2020/"
    assert isinstance(undated, YearPage)
    assert (undated.previous, undated.next) == (None, None)


def test_without_any_date_there_is_no_timeline() -> None:
    builder = Builder()
    builder.add("story", "a")
    assert not [url for url in _pages(builder) if url.startswith("/years")]


def test_related_stories_say_why(tibet: Builder) -> None:
    tibet.add("story", "b", title="另一篇", relations=Relations(brands=("happy",)))
    tibet.related["a"] = (RelatedStory("b", (("brand", "happy"), ("editor", ""))),)
    (card,) = _story(tibet).related
    assert card.reasons == ("同一品牌：“幸福党建”品牌", "编辑推荐")
    assert _story(tibet, "/en/stories/a/").related == ()


def test_a_brand_always_wears_the_same_plate(tibet: Builder) -> None:
    pages = _pages(tibet)
    brand, story = pages["/brands/happy/"].view.page, pages["/stories/a/"].view.page
    assert isinstance(brand, BrandPage)
    assert isinstance(story, StoryPage)
    assert brand.cover.plate == story.cover.plate
    assert brand.cover.plate.characters == ("幸", "福", "党", "建")


def test_sources_list_the_pages_that_rely_on_them(tibet: Builder) -> None:
    view = _pages(tibet)["/sources/"].view.page
    assert isinstance(view, SourceIndexPage)
    (use,) = view.sources
    assert [link.href for link in use.entries] == ["/stories/a/"]


def test_search_knows_where_its_scripts_are(tibet: Builder) -> None:
    view = _pages(tibet)["/en/search/"].view.page
    assert isinstance(view, SearchPage)
    assert (view.root, view.index_src, view.client_src) == ("/", "/search/en/index.js", "/search/client.js")
    assert "loading" in json.loads(view.strings)


def test_children_of_a_place_without_a_page_move_up() -> None:
    builder = Builder(site("zh-CN", "en"))
    builder.place("top", level="region")
    builder.place("below", "top", translations=(Naming("en", "Below"),))
    view = _pages(builder)["/en/places/"].view.page
    assert isinstance(view, PlaceIndexPage)
    assert [node.label for node in view.tree] == ["Below"]


def test_fields_of_the_site_are_facts() -> None:
    fields = (
        FieldDefinition("people", "story", "number", "受益人数", labels={"en": "People reached"}),
        FieldDefinition("open", "story", "boolean", "开放"),
        FieldDefinition("more", "story", "url", "网页"),
    )
    builder = Builder(site(fields=fields))
    values = (
        FieldValue("people", ("12000",)),
        FieldValue("open", ("true",)),
        FieldValue("more", ("https://example.org/a/",)),
    )
    builder.add("story", "a", fields=values)
    facts = _story(builder).facts
    assert [(fact.label, fact.text) for fact in facts] == [
        ("受益人数", "12,000"),
        ("开放", "是"),
        ("网页", ""),
    ]
    assert facts[2].links[0].href == "https://example.org/a/"


def test_the_footer_carries_organiser_and_filing() -> None:
    config = site(
        filing=Filing("京ICP备00000000号", "京公网安备 00000000000000号", "0000000000"), licence="CC BY 4.0"
    )
    texts = replace(
        config.languages[0], organiser=Organiser("某县委组织部", "某路1号", "0000-000000"), notice="声明"
    )
    view = _pages(Builder(replace(config, languages=(texts,))))["/"].view.site
    assert view.icp is not None
    assert view.icp.label == "京ICP备00000000号"
    assert (view.organiser, view.contact, view.notice) == ("某县委组织部", "0000-000000", "声明")
    assert "default-src 'self'" in view.csp


def test_a_cover_is_shown_with_what_must_stand_beside_it() -> None:
    builder = Builder()
    medium = Medium(
        "map.png", Location("content/stories/a.md", 5), "示意图", map_approval="GS(2024)0001号", ai=True
    )
    builder.add("story", "a", cover=medium)
    builder.media["content/stories/a.md", "map.png"] = "content/stories/map.png"
    published = PublishedMedium("content/stories/map.png", "media/map.1234.png", 640, 480, 2048, "png", b"")
    view = _pages(builder, {"content/stories/map.png": published})["/stories/a/"].view.page
    assert isinstance(view, StoryPage)
    picture = view.cover.picture
    assert picture is not None
    assert (picture.src, picture.width, picture.made_by_ai) == ("/media/map.1234.png", 640, True)
    assert picture.notes == ("审图号：GS(2024)0001号",)
    assert ("og:image", "https://example.org/media/map.1234.png") in view.head.open_graph


def test_pages_arrive_in_other_processes_as_they_were_sent(tibet: Builder) -> None:
    pages = [page.page() for page in _pages(tibet).values()]
    assert len({page.template for page in pages}) > 8
    assert pickle.loads(pickle.dumps(pages)) == pages
