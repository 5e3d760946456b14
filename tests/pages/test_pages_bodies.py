"""Bodies: addresses filled in, components split off, nothing smuggled through."""

from __future__ import annotations

from dataclasses import replace

from pages.pages_catalog import NOWHERE, Builder, site, theme
from showcase.diagnostics.diagnostic import Location
from showcase.model.body import Body, Component, ComponentItem, Heading, LinkUse, Section
from showcase.model.catalog import LinkTarget, ResolvedSource
from showcase.model.entry import DocumentKind, Medium, Metric
from showcase.model.medium import PublishedMedium
from showcase.model.view import ComponentPart, Html, Part, StoryPage
from showcase.pages.addresses import Addresses
from showcase.pages.plan import plan

PATH = "content/stories/a.md"
PICTURE = PublishedMedium("content/stories/a.jpg", "media/a.12.jpg", 800, 600, 90_000, "jpg", b"")
REPORT = PublishedMedium("content/stories/r.pdf", "media/r.12.pdf", 0, 0, 1_400_000, "pdf", b"")
FILM = PublishedMedium("content/stories/f.mp4", "media/f.12.mp4", 0, 0, 2_000_000, "mp4", b"")
FILES = {one.path: one for one in (PICTURE, REPORT, FILM)}


def _page(
    body: Body, targets: list[LinkTarget] | None = None, builder: Builder | None = None, **values: object
) -> StoryPage:
    builder = builder or Builder()
    links = tuple(LinkUse(target.target, Location(PATH, 9)) for target in targets or [])
    builder.add("story", "a", body=replace(body, links=links), **values)
    for index, target in enumerate(targets or []):
        builder.links[PATH, index] = target
    catalog = builder.catalog()
    pages, _ = plan(catalog, theme(), FILES, Addresses(catalog, portable=False))
    view = next(page.view.page for page in pages if page.url == "/stories/a/")
    assert isinstance(view, StoryPage)
    return view


def _component(part: Part) -> ComponentPart:
    assert isinstance(part, ComponentPart)
    return part


def test_links_are_filled_in_and_escaped() -> None:
    builder = Builder()
    builder.add("brand", "b")
    builder.place("keqin")
    targets = [
        LinkTarget("url", 'https://example.org/?a=1&b="'),
        LinkTarget("fragment", "", fragment="二"),
        LinkTarget("entry", "", ("brand", "b"), "x"),
        LinkTarget("place", "keqin"),
        LinkTarget("file", REPORT.path),
        LinkTarget("url", "javascript:alert(1)"),
    ]
    html = "".join(f'<a href="\x00h{index}\x00">' for index in range(8))
    (part,) = _page(Body(html), targets, builder).body
    assert isinstance(part, Html)
    assert part.markup.removesuffix("<a>" * 3).split('<a href="')[1:] == [  # the last three lead nowhere
        'https://example.org/?a=1&amp;b=&quot;">',
        '#二">',
        '/brands/b/#x">',
        '/places/keqin/">',
        '/media/r.12.pdf">',
    ]


def test_text_is_split_at_its_components_and_within_them() -> None:
    inner = Component("metric", NOWHERE, inline=True, label="m")
    quote = Component(
        "quote", NOWHERE, html="<p>里面\x00c0\x00</p>", attributes={"by": "村民", "source": "report"}
    )
    builder = Builder()
    builder.source("report")
    builder.entry_sources["story", "a"] = (ResolvedSource("report", ()),)
    metric = Metric("m", NOWHERE, "收入", "3500", "元", "more-than")
    page = _page(
        Body("<p>前</p>\x00c1\x00<p>后</p>", components=(inner, quote)), builder=builder, metrics=(metric,)
    )
    before, part, after = page.body
    assert (before, after) == (Html("<p>前</p>"), Html("<p>后</p>"))
    assert _component(part).source is not None
    first, number, last = _component(part).body
    assert (first, last) == (Html("<p>里面"), Html("</p>"))
    assert [one.text for one in _component(number).metrics] == ["超过 3,500 元"]


def test_numbers_come_in_the_order_asked_for() -> None:
    metrics = tuple(Metric(name, NOWHERE, name, "1") for name in "abc")
    asked = Component("metrics", NOWHERE, attributes={"ids": "c a"})
    everything = Component("metrics", NOWHERE)
    page = _page(Body("\x00c0\x00\x00c1\x00", components=(asked, everything)), metrics=metrics)
    assert [[one.id for one in _component(part).metrics] for part in page.body] == [
        ["c", "a"],
        ["a", "b", "c"],
    ]


def test_a_picture_takes_what_the_front_matter_says_of_it() -> None:
    builder = Builder()
    builder.media[PATH, "a.jpg"] = PICTURE.path
    medium = Medium(
        "a.jpg", Location(PATH, 4), "档案里的说明", credit="村委会", people="consent", consent_record="K-7"
    )
    figure = Component(
        "figure", NOWHERE, label="村里的路", html="新修的路", attributes={"consent_record": "K-7"}, links=(0,)
    )
    page = _page(
        Body("\x00c0\x00", components=(figure,)), [LinkTarget("file", PICTURE.path)], builder, media=(medium,)
    )
    (part,) = page.body
    picture = _component(part).picture
    assert picture is not None
    assert (picture.alt, picture.caption.markup, picture.credit) == ("村里的路", "新修的路", "村委会")
    assert "K-7" not in repr(page)


def test_what_the_text_does_not_show_stands_at_its_end() -> None:
    builder = Builder()
    media = []
    for name in ("cover.jpg", "rest.jpg", "f.mp4"):
        kind = "video" if name == "f.mp4" else "photo"
        media.append(Medium(name, Location(PATH, 4), name, kind=kind))
        builder.media[PATH, name] = FILM.path if name == "f.mp4" else PICTURE.path
    gallery, film = _page(Body("<p>文</p>"), builder=builder, media=tuple(media)).body[1:]
    assert (_component(gallery).name, len(_component(gallery).items)) == ("gallery", 1)
    file = _component(film).file
    assert file is not None
    assert (_component(film).name, file.type, file.size) == ("video", "视频", "2.0 MB")


def test_one_picture_of_a_page_loads_at_once_the_one_that_heads_it() -> None:
    """The cover; where there is none, the first of the text; else the first that the front matter carries."""
    figure = Component("figure", NOWHERE, label="路", links=(0,))
    gallery = Component("gallery", NOWHERE, items=(ComponentItem("路", link=0), ComponentItem("路", link=0)))
    quote = Component("quote", NOWHERE, html="<p>\x00c0\x00</p>")
    text = Body("<p>文</p>\x00c2\x00\x00c1\x00", components=(figure, gallery, quote))

    def shown(kind: DocumentKind, body: Body, **values: object) -> list[bool]:
        builder = Builder()
        path = builder.add(kind, "a").path
        builder.media[path, "a.jpg"] = PICTURE.path
        builder.links[path, 0] = LinkTarget("file", PICTURE.path)
        links = (LinkUse("a.jpg", Location(path, 9)),) if body.components else ()
        builder.add(kind, "a", body=replace(body, links=links), **values)
        pages, _ = plan(builder.catalog(), theme(), FILES, Addresses(builder.catalog(), portable=False))
        view = next(page.view.page for page in pages if page.url.endswith("/a/"))
        cover = getattr(view, "cover", None)
        return ([cover.picture.first] if cover and cover.picture else []) + _firsts(view.body)

    medium = Medium("a.jpg", Location(PATH, 4), "路")
    for kind in ("story", "brand", "organisation", "page"):
        assert shown(kind, text) == [True, False, False], kind
    assert shown("story", text, cover=medium) == [True, False, False, False]
    assert shown("brand", Body("<p>文</p>"), media=(medium, replace(medium))) == [True, False]
    assert shown("page", Body("<p>文</p>"), cover=medium, media=(medium,)) == [True, False]


def _firsts(parts: tuple[Part, ...]) -> list[bool]:
    """Of each picture in turn, whether it is the one to load at once."""
    found = []
    for part in parts:
        if isinstance(part, ComponentPart):
            pictures = (part.picture, *(item.picture for item in part.items))
            found += [one.first for one in pictures if one is not None] + _firsts(part.body)
    return found


def test_downloads_films_and_time_lines() -> None:
    download = Component("download", NOWHERE, label="报告全文", links=(0,))
    film = Component(
        "video",
        NOWHERE,
        label="短片",
        attributes={"file": "f.mp4", "poster": "a.jpg", "transcript": "r.pdf"},
        links=(1, 2, 0),
    )
    line = Component(
        "timeline", NOWHERE, items=(ComponentItem("2020年9月", "<p>开始</p>"), ComponentItem("后来", ""))
    )
    targets = [LinkTarget("file", one.path) for one in (REPORT, FILM, PICTURE)]
    page = _page(Body("\x00c0\x00\x00c1\x00\x00c2\x00", components=(download, film, line)), targets)
    first, second, third = (_component(part) for part in page.body)
    assert first.file is not None
    assert (first.file.href, first.file.type, first.file.size) == ("/media/r.12.pdf", "PDF 文档", "1.4 MB")
    assert second.picture is not None
    assert second.attributes["transcript"] == "/media/r.12.pdf"
    assert [(item.label, item.datetime) for item in third.items] == [
        ("2020年9月", "2020-09"),
        ("后来", ""),
    ]


def test_what_is_missing_leaves_its_words_behind() -> None:
    parts = Body(
        "<p>\x00c0\x00\x00c1\x00\x00c9\x00</p>",
        components=(
            Component("figure", NOWHERE, label="<b>路", links=(4,)),
            Component("cite", NOWHERE, inline=True, label="nobody"),
        ),
    )
    assert _page(parts).body == (Html("<p>&lt;b&gt;路</p>"),)


def test_a_translation_shows_its_original_s_text_with_working_links() -> None:
    builder = Builder(site("zh-CN", "en"))
    builder.add("story", "b")
    body = Body('<a href="\x00h0\x00">', links=(LinkUse("b.md", Location(PATH, 3)),))
    builder.add("story", "a", body=body)
    builder.add("story", "a", "en", body=body)
    builder.links[PATH, 0] = LinkTarget("entry", "", ("story", "b"))
    catalog = builder.catalog()
    pages, _ = plan(catalog, theme(), {}, Addresses(catalog, portable=True))
    view = next(page.view.page for page in pages if page.url == "/en/stories/a/")
    assert isinstance(view, StoryPage)
    assert view.body == (Html('<a href="../../../stories/b/index.html">'),)


def test_contents_and_reading_time() -> None:
    headings = (Heading(2, "一", "第一"), Heading(3, "x", "其中"), Heading(4, "y", "更细"))
    page = _page(Body("<p>", headings=headings, sections=(Section("", "", "字"),), characters=801))
    assert [(entry.level, entry.label, entry.href) for entry in page.toc] == [
        (2, "第一", "#一"),
        (3, "其中", "#x"),
    ]
    assert page.minutes == 3


def test_for_screens_that_must_not_leave_the_site_outside_links_lead_to_their_codes() -> None:
    builder = Builder()
    targets = [
        LinkTarget("url", "https://example.org/1"),
        LinkTarget("url", "mailto:a@example.org"),
        LinkTarget("url", "https://example.org/1"),
        LinkTarget("url", "javascript:alert(1)"),
    ]
    html = "".join(f'<a href="\x00h{index}\x00">' for index in range(3))
    links = tuple(LinkUse(target.target, Location(PATH, 9)) for target in targets)
    builder.add("story", "a", body=Body(html, links=links))
    for index, target in enumerate(targets):
        builder.links[PATH, index] = target
    catalog = builder.catalog()
    kiosk = replace(theme(), outside_links="codes")
    pages, _ = plan(catalog, kiosk, {}, Addresses(catalog, portable=False))
    view = next(page.view.page for page in pages if page.url == "/stories/a/")
    assert isinstance(view, StoryPage)
    assert [(one.anchor, one.address) for one in view.outside] == [
        ("outside-1", "https://example.org/1"),
        ("outside-2", "mailto:a@example.org"),
    ]
    (part,) = view.body
    assert str(part) == '<a href="#outside-1"><a href="#outside-2"><a href="#outside-1">'
