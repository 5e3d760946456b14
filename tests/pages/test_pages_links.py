"""Whatever the catalog: every link arrives, every address is claimed once, nothing crashes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.pages_catalog import Builder, hrefs, resolve, site, theme
from showcase.model.catalog import Catalog, RelatedStory, Relations, ResolvedSource
from showcase.outputs.make import make_outputs
from showcase.pages.addresses import Addresses
from showcase.pages.plan import plan
from showcase.text.dates import parse_date

LANGUAGES = ("zh-CN", "en", "bo")
DATES = ("", "2020-09", "2011-10/..", "2016", "../2019", "195X")
_SOME = st.lists(st.integers(0, 3), max_size=2, unique=True)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    base_url = draw(st.sampled_from(("", "https://example.org", "https://example.org/a/b")))
    page_size = draw(st.sampled_from((1, 2, 24)))
    languages = LANGUAGES[: draw(st.integers(1, 3))]
    builder = Builder(site(*languages, base_url=base_url, page_size=page_size, search=draw(st.booleans())))
    versions = st.lists(st.sampled_from(languages), min_size=1, max_size=3, unique=True)
    for index, parent in enumerate(("", "0", "1", "")):
        builder.place(str(index), parent)
    for index in range(4):
        builder.topic(f"t{index}")
        builder.source(f"s{index}", url="https://example.org/report" if index else "")
    for kind in ("brand", "organisation", "page"):
        for index in range(draw(st.integers(0, 4)) if kind == "page" else 4):
            places = tuple(str(one) for one in draw(_SOME))
            relations = Relations(
                organisations=tuple(f"organisation{one}" for one in draw(_SOME)) if kind == "brand" else (),
                places=places,
            )
            for language in draw(versions):
                menu = draw(st.booleans())
                builder.add(kind, f"{kind}{index}", language, relations=relations, menu=menu)  # type: ignore[arg-type]
    count = draw(st.integers(0, 6))
    for index in range(count):
        relations = Relations(
            brands=tuple(f"brand{one}" for one in draw(_SOME)),
            organisations=tuple(f"organisation{one}" for one in draw(_SOME)),
            places=tuple(str(one) for one in draw(_SOME)),
            topics=tuple(f"t{one}" for one in draw(_SOME)),
        )
        date = parse_date(draw(st.sampled_from(DATES)))
        key = ("story", f"story{index}")
        builder.entry_sources[key] = tuple(ResolvedSource(f"s{one}", ("P1",)) for one in draw(_SOME))
        builder.related[f"story{index}"] = (RelatedStory(f"story{(index + 1) % count}", (("editor", ""),)),)
        for language in draw(versions):
            alias = (f"/old/{index}/{language}/", f"/old/{index}-{language}.html")
            builder.add(
                "story",
                f"story{index}",
                language,
                relations=relations,
                date=date,
                aliases=alias,
                written=("aliases",),
            )
    return builder.catalog()


@pytest.mark.parametrize("portable", [False, True])
@settings(max_examples=20, deadline=None)
@given(catalog=catalogs())
def test_every_link_of_every_view_arrives(portable: bool, catalog: Catalog) -> None:
    addresses = Addresses(catalog, portable=portable)
    pages, diagnostics = plan(catalog, theme(), {}, addresses, "search/client.js")
    assert not diagnostics
    outputs = [output.path for output in make_outputs(catalog, pages, addresses, theme())]
    paths = [page.output_path for page in pages]
    published = {path.lower() for path in (*paths, *outputs)}
    assert len(published) == len(paths) + len(outputs)
    given_elsewhere = ("search/", "assets/")
    for page in pages:
        assert page.url == page.view.page.url
        assert page.template == f"{page.view.page.kind}.html"
        for href in hrefs(page.view):
            path = resolve(page, href, addresses, catalog.site.base_path)
            assert not path or path in (*paths, *outputs) or path.startswith(given_elsewhere), (
                page.url,
                href,
            )


@settings(max_examples=5, deadline=None)
@given(catalog=catalogs())
def test_planning_twice_gives_the_same(catalog: Catalog) -> None:
    first = plan(catalog, theme(), {}, Addresses(catalog, portable=False))
    assert first == plan(catalog, theme(), {}, Addresses(catalog, portable=False))
