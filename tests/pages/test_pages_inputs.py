"""Which pages an edit can touch: their inputs change; all others keep theirs, and their views need not be made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pages.pages_catalog import Builder, theme
from showcase.model.body import Body, Component, Heading
from showcase.model.catalog import Catalog, LinkTarget
from showcase.model.page import PlannedPage
from showcase.pages.addresses import Addresses
from showcase.pages.inputs import page_inputs
from showcase.pages.plan import plan
from showcase.render.pages import render_pages
from showcase.store.memory_store import MemoryStore
from showcase.themes.theme import TemplateSource, Theme
from showcase.workers import Workers

A, B = "content/stories/a.md", "content/stories/b.md"


def _builder(**changed: object) -> Builder:
    builder = Builder()
    builder.add("story", "a", **{"summary": "", "body": Body("<p>甲</p>", openings=("甲",)), **changed})
    builder.add("story", "b", summary="乙")
    return builder


def _inputs(
    builder: Builder, *, texts: dict[str, str] | None = None, used: Theme | None = None
) -> dict[str, str]:
    catalog = builder.catalog()
    pages = _pages(catalog)
    inputs = _inputs_of(catalog, used or theme(), texts or {})
    return {page.url: inputs(page) for page in pages}


def _pages(catalog: Catalog) -> tuple[PlannedPage, ...]:
    return plan(catalog, theme(), {}, Addresses(catalog, portable=False))[0]


def _inputs_of(catalog: Catalog, used: Theme, texts: dict[str, str]) -> Callable[[PlannedPage], str]:
    return page_inputs(
        catalog, used, {}, portable=False, client_path="", text_digest=lambda path: texts.get(path, "")
    )


def _changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {url for url in before.keys() | after.keys() if before.get(url) != after.get(url)}


def test_a_text_belongs_to_its_own_page() -> None:
    plain, other = _inputs(_builder()), _inputs(_builder(), texts={A: "another"})
    assert _changed(plain, other) == {"/stories/a/"}


def test_headings_components_and_length_are_the_texts_own() -> None:
    body = Body(
        "<p>甲</p>",
        openings=("甲",),
        headings=(Heading(2, "x", "x"),),
        components=(Component("cite", Builder().add("page", "p").location),),
        characters=7,
    )
    assert not _changed(_inputs(_builder()), _inputs(_builder(body=body)))


def test_what_lists_show_of_a_story_belongs_to_all_pages() -> None:
    plain = _inputs(_builder())
    for changed in (
        {"title": "新题"},
        {"summary": "摘要"},
        {"body": Body(openings=("乙",))},
        {"updated": "2026-01-01"},
    ):
        assert _changed(plain, _inputs(_builder(**changed))) == set(plain)


def test_where_a_link_leads_belongs_to_the_page_that_has_it() -> None:
    linked = _builder()
    linked.links = {(B, 0): LinkTarget("entry", "", ("story", "a"), "x")}
    assert _changed(_inputs(_builder()), _inputs(linked)) == {"/stories/b/"}


def test_texts_and_parameters_of_a_theme_are_seen_and_templates_are_not() -> None:
    plain = _inputs(_builder())
    assert not _changed(plain, _inputs(_builder(), used=replace(theme(), templates={}, digest="other")))
    assert _changed(plain, _inputs(_builder(), used=replace(theme(), parameters={"x": "y"}))) == set(plain)
    assert _changed(plain, _inputs(_builder(), used=replace(theme(), outside_links="codes"))) == set(plain)


def test_no_view_is_made_of_a_page_whose_inputs_are_the_same() -> None:
    catalog = _builder().catalog()
    store = MemoryStore()
    templates = {
        page.template: (TemplateSource(page.template, 0, page.template, "{{ page.url }}"),)
        for page in _pages(catalog)
    }
    used = replace(theme(), templates=templates)
    made: list[str] = []

    def seen(page: PlannedPage) -> PlannedPage:
        def view_of() -> object:
            made.append(page.url)
            return page.view

        return replace(page, view_of=view_of)

    def rendered(texts: dict[str, str]) -> list[tuple[str, bytes]]:
        made.clear()
        outputs, faults = render_pages(
            map(seen, _pages(catalog)), used, store, Workers(1), _inputs_of(catalog, used, texts)
        )
        assert not faults
        return [(output.path, output.data) for output in outputs]

    first = rendered({})
    assert sorted(made) == sorted(page.url for page in _pages(catalog))
    assert rendered({}) == first
    assert made == []
    assert rendered({A: "another"}) == first
    assert made == ["/stories/a/"]
