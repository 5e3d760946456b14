"""Hand-made views of every page kind, long and minimal, in Chinese and English: what the heritage theme is tried on.

The facts are those of the example site's fact sheet; nothing is invented.
"""

from __future__ import annotations

from dataclasses import replace

from showcase.model.view import (
    Alternate,
    BrandPage,
    ComponentPart,
    Cover,
    EntryCard,
    EntryIndexPage,
    Facet,
    Fact,
    Feed,
    FileView,
    FreePage,
    Head,
    HomePage,
    Html,
    ItemPart,
    Link,
    MetricView,
    NavigationItem,
    NotFoundPage,
    OrganisationPage,
    PageView,
    Pagination,
    Part,
    Picture,
    PlaceIndexPage,
    PlacePage,
    Plate,
    Provenance,
    RedirectPage,
    SearchPage,
    SiteView,
    SourceIndexPage,
    SourceUse,
    SourceView,
    StoriesPage,
    StoryCard,
    StoryList,
    StoryPage,
    TocEntry,
    TopicPage,
    TreeNode,
    View,
    YearGroup,
    YearIndexPage,
    YearPage,
)
from showcase.pages.security import CONTENT_SECURITY_POLICY

LONG_WORD = "https://example.org/" + "a-very-long-address-without-any-place-to-break-" * 3


def site(language: str = "zh-CN", *, full: bool = True) -> SiteView:
    zh = language == "zh-CN"
    prefix = "" if zh else "/en"
    sections = (
        ("stories", "故事", "Stories"),
        ("brands", "品牌", "Brands"),
        ("organisations", "单位", "Organisations"),
        ("places", "地方", "Places"),
        ("topics", "主题", "Topics"),
        ("years", "年份", "Years"),
        ("about", "关于", "About"),
    )
    return SiteView(
        title="西藏基层党建品牌故事" if zh else "Grassroots Party-Building Stories from Tibet",
        subtitle=(
            "村里的事，一件一件写清楚。" if zh else "What was done in the villages, told one thing at a time."
        )
        if full
        else "",
        description=(
            "本站根据一篇报纸报道，整理西藏基层党建的品牌和故事。"
            if zh
            else "Brands and stories of grassroots Party building in Tibet, retold from one newspaper report."
        )
        if full
        else "",
        language=language,
        direction="ltr",
        home=f"{prefix}/",
        mark="藏" if zh else "T",
        navigation=tuple(
            NavigationItem(label=name if zh else english, href=f"{prefix}/{section}/", section=section)
            for section, name, english in (sections if full else sections[:1])
        ),
        footer_links=(
            Link("全部来源" if zh else "All sources", f"{prefix}/sources/"),
            Link("关于本站" if zh else "About this site", f"{prefix}/about/"),
            Link("无障碍声明" if zh else "Accessibility statement", f"{prefix}/accessibility/"),
        )
        if full
        else (),
        search_href=f"{prefix}/search/" if full else "",
        organiser=("示例单位" if zh else "Example organisation") if full else "",
        organiser_address=("示例地址" if zh else "Example address") if full else "",
        contact="editor@example.org" if full else "",
        notice=(
            "本站是 showcase 的示例站点，内容均出自同一篇报道，日期和数字不比报道写得更细。"
            if zh
            else "An example site for showcase; everything on it comes from one report, no more exact than the report."
        )
        if full
        else "",
        icp=Link("藏ICP备00000000号", "https://beian.miit.gov.cn/") if full else None,
        public_security=Link("藏公网安备 00000000000000号", "https://beian.mps.gov.cn/") if full else None,
        site_code="0000000000" if full else "",
        licence="CC BY 4.0" if full else "",
        generator="showcase",
        assets={},
        parameters={"accent": "red", "paper": "warm", "paragraphs": "spaced", "plate_pattern": True},
        portable=False,
        csp=CONTENT_SECURITY_POLICY,
    )


def plate(characters: str, ground: int, pattern: int) -> Cover:
    return Cover(Plate(tuple(characters), ground, pattern))


PICTURE = Picture(
    src="/media/plain.png",
    large="/media/plain.png",
    width=1200,
    height=800,
    alt="一块素色的示意图",
    caption=Html("示意图，<em>不是</em>照片"),
    credit="示例单位",
    made_by_ai=True,
    notes=("示意图，无审图号",),
)

STORIES = (
    ("卤虫", "海拔四千六百米的卤虫", "克勤村的驻村工作队摸清卤虫资源，请来专家教村民养殖，村集体一年增收超过三十万元。", "改则县麻米乡克勤村", "", "", 1, 0, ""),
    ("结对", "结对认亲：襄阳与琼结", "湖北第九批援藏工作队在琼结县试点“党建结对、群众认亲”，两地支部一对一签下友好协议。", "山南市琼结县", "2020年9月起", "2020-09-01", 2, 3, "雪巴社区“幸福党建”"),
    ("电商服务", "一周跟班学习之后", "书记们从襄阳学习回来，县里陆续有了几个自己的品牌。", "山南市琼结县", "", "", 0, 1, "琼结党员电商服务中心"),
    ("驻村", "每年近两万名干部驻村", "从二〇一一年十月算起，驻村干部九批、超过十九万三千人次。", "西藏自治区", "2011年10月起", "2011-10-01", 3, 4, ""),
    ("新居", "一位村民的新工作和新家", "二〇一六年登记为贫困户的一位单亲母亲，在驻村工作队帮助下找到了工作。", "普兰县霍尔乡帮仁村", "2016年", "2016-01-01", 4, 2, ""),
    ("理发", "工作队长的理发工具", "离县城远，理发不容易。工作队长自费买来工具，空闲时免费给村民理发。", "改则县麻米乡克勤村", "", "", 1, 2, ""),
    ("饲草料", "十吨饲草料", "合作社缺周转资金，牛羊越来越少；工作队向有关部门申请到十吨饲草料。", "拉孜县柳乡西嘎村", "", "", 2, 0, ""),
    ("驿站", "阿里的“党员驿站”", "公开联系方式和地址，收下需求清单，为过路人和居民办实事。", "阿里地区", "", "", 0, 4, ""),
    ("雨衣", "给快递员的雨衣和套餐", "六十八名党员干部看望快递员，讲政策、送雨衣，也问清了他们每月用多少流量。", "昌都市", "", "", 3, 1, ""),
)  # fmt: skip


def cards(language: str = "zh-CN") -> tuple[StoryCard, ...]:
    return tuple(
        StoryCard(
            title=title,
            href=f"/stories/{number}/",
            language="zh-CN",
            summary=summary,
            place=place,
            date=date,
            datetime=day,
            brand=brand,
            cover=plate(characters, ground, pattern),
            reasons=("同一地方：琼结县",) if number == 1 else (),
        )
        for number, (characters, title, summary, place, date, day, ground, pattern, brand) in enumerate(
            STORIES
        )
    )


BRANDS = (
    EntryCard("琼结党员电商服务中心", "/brands/e-commerce/", "zh-CN", "报道提到的三个品牌之一。报道没有讲它的数字和细节。", "山南市琼结县", 2, plate("电商服务", 0, 1)),
    EntryCard("雪巴社区“幸福党建”", "/brands/happy/", "zh-CN", "报道把它列在琼结县的品牌里，没有写明它属于哪个乡镇。", "雪巴社区", 1, plate("幸福党建", 1, 3)),
    EntryCard("拉玉乡“新时代学习交流中心”", "/brands/study/", "zh-CN", "", "琼结县拉玉乡", 1, plate("学习交流", 2, 0)),
)  # fmt: skip

TREE = (
    TreeNode("西藏自治区", "/places/xizang/", "自治区", 11, (
        TreeNode("阿里地区", "/places/ali/", "地区", 5, (
            TreeNode("普兰县", "/places/pulan/", "县", 2, (TreeNode("霍尔乡", "/places/huoer/", "乡", 2, (TreeNode("帮仁村", "/places/bangren/", "村", 2, ()),)),)),
            TreeNode("改则县", "/places/gaize/", "县", 2, (TreeNode("麻米乡", "/places/mami/", "乡", 2, (TreeNode("克勤村", "/places/keqin/", "村", 2, ()),)),)),
        )),
        TreeNode("山南市", "/places/shannan/", "地级市", 3, (
            TreeNode("琼结县", "/places/qiongjie/", "县", 3, (TreeNode("拉玉乡", "/places/layu/", "乡", 1, (TreeNode("白那村", "/places/baina/", "村", 1, ()),)),)),
        )),
        TreeNode("昌都市", "/places/changdu/", "地级市", 1, ()),
        TreeNode("拉孜县", "/places/lazi/", "县", 1, (TreeNode("柳乡", "/places/liu/", "乡", 1, (TreeNode("西嘎村", "/places/xiga/", "村", 1, ()),)),)),
        TreeNode("雪巴社区", "/places/xueba/", "社区", 1, ()),
    )),
    TreeNode("湖北省", "/places/hubei/", "省", 2, (TreeNode("襄阳市", "/places/xiangyang/", "地级市", 2, ()),)),
)  # fmt: skip

TOPICS = (
    Link("产业增收", "/topics/income/", count=4),
    Link("驻村帮扶", "/topics/village-work/", count=5),
    Link("结对共建", "/topics/pairing/", count=3),
    Link("便民服务", "/topics/service/", count=4),
)
YEARS = (
    Link("2011年", "/years/2011/", count=1),
    Link("2016年", "/years/2016/", count=1),
    Link("2020年", "/years/2020/", count=2),
    Link("未注明", "/years/undated/", count=7),
)

SOURCE = Link("来源 1", "#source-1")
METRICS = (
    MetricView("income", "村集体每年增收", "超过 300,000 元", "超过", "300,000", "元", "每年", "", "报道所说的村集体收入增加额。", SOURCE),
    MetricView("altitude", "全村平均海拔", "超过 4,600 米", "超过", "4,600", "米", "", "", "", SOURCE),
    MetricView("stationed", "驻村干部", "超过 193,000 人次", "超过", "193,000", "人次", "2011年10月以来", "2021年", "九批合计。", SOURCE),
)  # fmt: skip
PROVENANCE = Provenance(
    sources=(
        SourceView(
            1,
            "source-1",
            "一篇关于西藏基层党建的报纸报道",
            (Fact("类型", "报纸报道（中文）"), Fact("出版者", "不详"), Fact("日期", "不详")),
            ("第4段", "第7—8段"),
            "",
            "本站拿到的文本没有标题、署名、报名和日期。",
        ),
        SourceView(
            2,
            "source-2",
            "说明文件",
            (Fact("网址", links=(Link("example.org", "https://example.org/"),)),),
            (),
            LONG_WORD,
            "",
        ),
    ),
    metrics=METRICS,
    facts=(Fact("最后修改", "2024年6月"), Fact("许可", "CC BY 4.0")),
    contact="editor@example.org",
)
EMPTY = Provenance((), (), (), "")


def head(title: str, *, full: bool = True) -> Head:
    if not full:
        return Head(title=title, description="")
    return Head(
        title=f"{title} · 西藏基层党建品牌故事",
        description="根据一篇报纸报道整理的故事。",
        canonical="https://example.org/stories/0/",
        alternates=(
            Alternate("zh-CN", "https://example.org/stories/0/"),
            Alternate("en", "https://example.org/en/stories/0/"),
        ),
        feeds=(Feed("西藏基层党建品牌故事", "/feed.xml"),),
        open_graph=(("og:title", title), ("og:type", "article")),
        json_ld='{"@context":"https://schema.org","@type":"Article"}',
    )


def component(name: str, **data: object) -> ComponentPart:
    empty = ComponentPart(
        name=name,
        inline=False,
        label="",
        attributes={},
        body=(),
        items=(),
        metrics=(),
        picture=None,
        file=None,
        source=None,
    )
    return replace(empty, **data)  # type: ignore[arg-type]


SHORT_BODY: tuple[Part, ...] = (
    Html(
        "<p>克勤村平均海拔超过 4,600 米，村民以放牧为生。据报道，驻村工作队细细走访之后，发现这里的卤虫资源十分丰富，"
    ),
    Html("便请来专业人员，手把手教村民养殖。村集体因此每年增收"),
    component("metric", inline=True, metrics=METRICS[:1]),
    Html("。</p>\n<p>报道没有写卤虫卖到哪里，也没有写养殖从哪一年开始。</p>"),
)

LONG_BODY: tuple[Part, ...] = (
    Html("<p>从二〇一一年十月算起，西藏每年选派近两万名干部驻村"),
    component("cite", inline=True, source=SOURCE, attributes={"locator": "第7段"}),
    Html("。自治区党委组织部的一位副部长给出了<strong>总数</strong>，其中的<em>“超过”</em>是报道原有的说法，<code>193,000</code> 不取整。见<a href=\"#section-2\">第二节</a>。</p>\n"
         '<h2 id="section-1">派到村里的人</h2><p>干部分批驻村，第一书记也分批选派。</p>'),
    component("metrics", metrics=METRICS),
    Html('<h3 id="section-1-1">工作队做的事</h3><ul><li>理发</li><li>打扫<ul><li>屋里</li><li>屋外</li></ul></li></ul><ol><li>摸清资源</li><li>请来专家</li></ol>'
         '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled checked aria-label="已办"> 公布联系方式</li></ul>'),
    component("timeline", label="报道里的几个时间", items=(
        ItemPart("2011年10月", "2011-10", (Html("<p>开始选派干部驻村。</p>"),), None, {}),
        ItemPart("2020年9月起", "2020-09", (Html("<p>湖北第九批援藏工作队在琼结县试点结对。</p>"),), None, {}),
        ItemPart("报道当年五一前", "", (Html("<p>一位种植户租下三十座蔬菜大棚。</p>"),), None, {}),
    )),
    Html('<h2 id="section-2">规矩和清单</h2>'),
    component("quote", attributes={"by": "克勤村党支部书记（据报道）"}, source=SOURCE,
              body=(Html("<p>工作队把村当成家，把村民当成家人。</p>"),)),
    component("alert", attributes={"kind": "note"}, body=(Html("<p>报道没有写这些文件的文号。</p>"),)),
    component("alert", attributes={"kind": "warning"}, body=(Html("<p>数字以报道为准。</p>"),)),
    Html('<div class="table-scroll" tabindex="0" role="group" aria-label="表格"><table><thead><tr><th scope="col">项目</th><th scope="col">批次</th><th scope="col">人次</th></tr></thead><tbody><tr><td>驻村干部</td><td>9</td><td>超过 193,000</td></tr><tr><td>第一书记</td><td>3</td><td>超过 16,000</td></tr></tbody></table></div>'),
    component("figure", picture=PICTURE),
    component("gallery", label="几张示意图", items=tuple(ItemPart("", "", (), PICTURE, {}) for _ in range(3))),
    component("video", label="一段录像", file=FileView("/media/a.mp4", "a.mp4", "MP4 视频", "3 MB"), picture=PICTURE, attributes={"transcript": "/media/a.txt"}),
    component("audio", label="一段录音", file=FileView("/media/a.mp3", "a.mp3", "MP3 音频", "1 MB")),
    component("download", label="任务清单", file=FileView("/media/a.pdf", "a.pdf", "PDF 文档", "220 kB")),
    Html(f'<blockquote><p>引自报道的一句话。</p></blockquote><hr><dl><dt>驻村</dt><dd>到村里住下来工作。</dd></dl><pre tabindex="0"><code>{LONG_WORD}</code></pre><p>{LONG_WORD}，见图'),
    component("image", inline=True, picture=PICTURE),
    Html("，也可以看"),
    component("download", inline=True, label="清单", file=FileView("/media/a.pdf", "a.pdf", "PDF 文档", "220 kB")),
    Html('。<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p><p lang="bo">འགྲོ་བ་མིའི་རིགས་རྒྱུད་ཡོངས་ལ་སྐྱེས་ཙམ་ཉིད་ནས་ཆེ་མཐོངས་དང༌། ཐོབ་ཐངགི་རང་དབང་འདྲ་མཉམ་དུ་ཡོད་ལ།</p>'
         '<section class="footnotes"><ol><li id="fn1"><p>脚注的文字。<a href="#fnref1">↩</a></p></li></ol></section>'),
)  # fmt: skip


def pages(language: str = "zh-CN") -> dict[str, PageView]:
    """Every page kind, with all that it can show."""
    zh = language == "zh-CN"
    toc = (
        TocEntry(2, "派到村里的人", "#section-1"),
        TocEntry(3, "工作队做的事", "#section-1-1"),
        TocEntry(2, "规矩和清单", "#section-2"),
    )
    translations = (Link("English", "/en/", "en"),) if zh else (Link("中文", "/", "zh-CN"),)
    crumbs = (
        Link("首页", "/"),
        Link("阿里地区", "/places/ali/"),
        Link("改则县", "/places/gaize/"),
        Link("麻米乡", "/places/mami/"),
        Link("克勤村", "/places/keqin/"),
    )

    def base(kind: str, section: str, title: str, url: str) -> dict[str, object]:
        return {
            "kind": kind,
            "section": section,
            "language": language,
            "url": url,
            "href": url,
            "title": title,
            "head": head(title),
            "breadcrumbs": crumbs if kind in ("story", "place") else (Link("首页", "/"),),
            "translations": translations,
        }

    stories = cards()
    listed = StoryList(stories, len(stories))
    paged = StoryList(
        stories,
        230,
        Pagination(
            5,
            10,
            "/stories/page/4/",
            "/stories/page/6/",
            tuple(Link(str(n), f"/stories/page/{n}/") for n in range(1, 11)),
        ),
    )
    facts = (
        Fact("品牌", links=(Link("雪巴社区“幸福党建”", "/brands/happy/"),)),
        Fact(
            "单位",
            links=(
                Link("中国移动西藏公司驻村工作队", "/organisations/a/"),
                Link("克勤村党支部", "/organisations/b/"),
            ),
        ),
        Fact("地点", links=(Link("阿里地区改则县麻米乡克勤村", "/places/keqin/"),)),
        Fact("主题", links=TOPICS[:2]),
        Fact("时间", "未注明"),
    )
    story = StoryPage(
        **base("story", "stories", "海拔四千六百米的卤虫", "/stories/0/"),  # type: ignore[arg-type]
        summary="克勤村的驻村工作队摸清卤虫资源，请来专家教村民养殖，村集体一年增收超过三十万元。",
        cover=plate("卤虫", 1, 0),
        date="",
        datetime="",
        updated="2024年6月",
        brands=(),
        organisations=(Link("克勤村驻村工作队", "/organisations/a/"),),
        places=(crumbs[1:],),
        topics=TOPICS[:2],
        facts=facts[1:],
        body=SHORT_BODY,
        toc=(),
        metrics=METRICS[:1],
        minutes=1,
        provenance=replace(PROVENANCE, sources=PROVENANCE.sources[:1], metrics=METRICS[:1]),
        related=stories[1:4],
        previous=Link("一位村民的新工作和新家", "/stories/4/"),
        next=Link("工作队长的理发工具", "/stories/5/"),
        translation_note="",
    )
    long_story = replace(
        story,
        title="每年近两万名干部驻村，从二〇一一年十月算起的九批人和他们做的那些小事",
        cover=plate("驻村九批", 3, 4),
        date="2011年10月起",
        datetime="2011-10-01",
        brands=(
            Link("雪巴社区“幸福党建”", "/brands/happy/"),
            Link("琼结党员电商服务中心", "/brands/e-commerce/"),
        ),
        facts=facts,
        body=LONG_BODY,
        toc=toc,
        metrics=METRICS,
        provenance=PROVENANCE,
        translation_note="本页译自英文。",
    )
    brand = BrandPage(
        **base("brand", "brands", "雪巴社区“幸福党建”", "/brands/happy/"),  # type: ignore[arg-type]
        summary="报道提到的三个品牌之一。报道把它列在琼结县的品牌里，没有讲它的数字和细节。",
        cover=plate("幸福党建", 1, 3),
        facts=facts[1:4],
        body=(Html("<p>报道说，这些品牌增强了基层组织，帮助农牧民增收；对这一个品牌，没有写更多。</p>"),),
        toc=(),
        metrics=(),
        list=StoryList(stories[1:3], 2),
        provenance=replace(PROVENANCE, sources=PROVENANCE.sources[:1], metrics=()),
        translation_note="",
    )
    return {
        "home": HomePage(
            **base("home", "home", "西藏基层党建品牌故事", "/"),  # type: ignore[arg-type]
            lead=stories[0],
            newest=stories,
            brands=BRANDS,
            places=TREE,
            topics=TOPICS,
            years=YEARS,
            story_count=11,
            stories_href="/stories/",
        ),
        "story": story,
        "story-long": long_story,
        "story-picture": replace(story, cover=replace(story.cover, picture=PICTURE)),
        "brand": brand,
        "organisation": OrganisationPage(
            **base("organisation", "organisations", "琼结县", "/organisations/a/"),  # type: ignore[arg-type]
            summary="与襄阳市的支部结对。",
            cover=plate("琼结", 2, 2),
            facts=facts[2:4],
            body=(),
            toc=(),
            metrics=(),
            brands=BRANDS,
            list=listed,
            provenance=EMPTY,
            translation_note="",
        ),
        "place": PlacePage(
            **base("place", "places", "阿里地区", "/places/ali/"),  # type: ignore[arg-type]
            summary="",
            level="地区",
            path=crumbs[1:],
            children=TREE[0].children[0].children,
            organisations=(
                Link("阿里消防救援支队", "/organisations/fire/", count=1),
                Link("阿里税务部门驻村工作队", "/organisations/tax/", count=1),
            ),
            brands=BRANDS[:1],
            list=listed,
        ),
        "topic": TopicPage(
            **base("topic", "topics", "产业增收", "/topics/income/"),  # type: ignore[arg-type]
            summary="村集体和农牧民怎样多一份收入。",
            list=listed,
        ),
        "year": YearPage(
            **base("year", "years", "2020年", "/years/2020/"),  # type: ignore[arg-type]
            year="2020",
            list=StoryList(stories[1:2], 1),
            previous=Link("2016年", "/years/2016/"),
            next=Link("未注明", "/years/undated/"),
        ),
        "stories": StoriesPage(
            **base("stories", "stories", "全部故事", "/stories/"),  # type: ignore[arg-type]
            list=paged,
            facets=(
                Facet("place", "地方", (), TREE),
                Facet("topic", "主题", TOPICS),
                Facet("year", "年份", YEARS),
            ),
        ),
        "brands": EntryIndexPage(
            **base("entry_index", "brands", "品牌", "/brands/"),  # type: ignore[arg-type]
            summary="报道提到的三个品牌。",
            entries=BRANDS,
        ),
        "topics": EntryIndexPage(
            **base("entry_index", "topics", "主题", "/topics/"),  # type: ignore[arg-type]
            summary="",
            entries=tuple(
                EntryCard(link.label, link.href, "zh-CN", "", "", link.count or 0, plate(link.label, n, n))
                for n, link in enumerate(TOPICS)
            ),
        ),
        "places": PlaceIndexPage(
            **base("place_index", "places", "地方", "/places/"),  # type: ignore[arg-type]
            summary="按行政层级一层层往下找。",
            tree=TREE,
        ),
        "years": YearIndexPage(
            **base("year_index", "years", "年份", "/years/"),  # type: ignore[arg-type]
            summary="报道没有写日期的故事，放在“未注明”。",
            years=tuple(
                YearGroup(
                    link.label[:4], link.label, link.href, link.count or 0, stories[n : n + (link.count or 0)]
                )
                for n, link in enumerate(YEARS)
            ),
        ),
        "sources": SourceIndexPage(
            **base("source_index", "sources", "全部来源", "/sources/"),  # type: ignore[arg-type]
            summary="本站用到的来源，和用到它们的页面。",
            sources=tuple(
                SourceUse(source, tuple(Link(card.title, card.href, card.language) for card in stories))
                for source in PROVENANCE.sources
            ),
        ),
        "search": SearchPage(
            **base("search", "search", "检索", "/search/"),  # type: ignore[arg-type]
            summary="",
            root="/",
            index_src="/search/zh-CN/index.js",
            client_src="/assets/search.js",
            strings='{"empty": "没有找到“{query}”"}',
            examples=("幸福党建", "xingfu", "卤虫", "琼结"),
            browse=(Link("故事", "/stories/"), Link("地方", "/places/"), Link("主题", "/topics/")),
        ),
        "about": FreePage(
            **base("page", "about", "关于本站", "/about/"),  # type: ignore[arg-type]
            summary="这个网站是什么，内容从哪里来。",
            body=(
                Html(
                    '<h2 id="section-1">内容从哪里来</h2><p>全部内容出自同一篇报纸报道。</p><h2 id="section-2">怎样核对</h2><p>逐段核对。</p>'
                ),
            ),
            toc=(toc[0], toc[2]),
            metrics=(),
            provenance=EMPTY,
            translation_note="",
        ),
        "404": NotFoundPage(
            **base("not_found", "", "没有找到这个页面", "/404.html"),  # type: ignore[arg-type]
            summary="网址可能写错了，或者页面已经搬走。",
            newest=stories[:4],
            browse=(Link("全部故事", "/stories/"), Link("地方", "/places/")),
        ),
        "redirect": RedirectPage(
            **base("redirect", "", "页面已搬走", "/old/"),  # type: ignore[arg-type]
            target="/stories/0/",
        ),
    }


def minimal(page: PageView) -> PageView:
    """The same page with every optional part missing."""
    nothing: dict[str, object] = {
        "breadcrumbs": (), "translations": (), "head": head(page.title, full=False), "section": "",
        "summary": "", "body": (), "toc": (), "metrics": (), "facts": (), "brands": (), "related": (),
        "organisations": (), "places": (), "topics": (), "years": (), "previous": None, "next": None,
        "date": "", "datetime": "", "updated": "", "minutes": 0, "provenance": EMPTY, "lead": None, "newest": (),
        "list": StoryList((), 0), "facets": (), "entries": (), "tree": (), "children": (), "level": "",
        "sources": (), "examples": (), "browse": (), "path": (), "story_count": 0, "translation_note": "",
    }  # fmt: skip
    names = type(page).__dataclass_fields__
    return replace(page, **{name: value for name, value in nothing.items() if name in names})  # type: ignore[arg-type]


def views() -> dict[str, View]:
    """Every view to try, by a name for messages and files."""
    found: dict[str, View] = {}
    for language in ("zh-CN", "en"):
        for name, page in pages(language).items():
            found[f"{language}-{name}"] = View(site(language), page)
            found[f"{language}-{name}-minimal"] = View(site(language, full=False), minimal(page))
    return found
