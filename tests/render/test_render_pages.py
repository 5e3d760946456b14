"""Rendering pages: each once, in parallel as in series, and faults told with template, line and page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from showcase.diagnostics.reporters.text import report_text
from showcase.model.page import Output, Page
from showcase.model.view import Html
from showcase.render.closures import Closures
from showcase.render.pages import render_pages
from showcase.render.reasons import reason
from showcase.store.memory_store import MemoryStore
from showcase.themes.theme import Theme
from showcase.workers import Workers
from themes.theme_samples import loaded, page, write_theme


class CountingStore(MemoryStore):
    """Counts the pages that were rendered anew."""

    def __init__(self) -> None:
        super().__init__()
        self.rendered = 0

    def put(self, kind: str, key: str, value: bytes) -> None:
        self.rendered += kind == "page"
        super().put(kind, key, value)


def theme(tmp_path: Path, **templates: str) -> Theme:
    write_theme(
        tmp_path,
        "tiny",
        {f"templates/{name.replace('__', '/')}.html": text for name, text in templates.items()},
    )
    return loaded(tmp_path)


def pages(count: int) -> tuple[Page, ...]:
    return tuple(page(f"/{number}/", title=f"第 {number} 页") for number in range(count))


def test_a_page_is_rendered_once_for_each_view_and_template(tmp_path: Path) -> None:
    store, workers, tiny = CountingStore(), Workers(1), theme(tmp_path)
    first = render_pages(pages(5), tiny, store, workers)
    assert render_pages(pages(5), tiny, store, workers) == first
    assert store.rendered == 5
    render_pages((*pages(4), page("/4/", title="改过")), tiny, store, workers)
    assert store.rendered == 6
    render_pages(pages(5), theme(tmp_path, base="{{ page.title }}!"), store, workers)
    assert store.rendered == 11


def test_a_template_that_takes_no_part_renders_nothing_again(tmp_path: Path) -> None:
    store = CountingStore()
    render_pages(pages(3), theme(tmp_path), store, Workers(1))
    render_pages(pages(3), theme(tmp_path, story="{{ page.title }}"), store, Workers(1))
    assert store.rendered == 3
    render_pages(pages(3), theme(tmp_path, directives__quote="<q></q>"), store, Workers(1))
    assert store.rendered == 6


def test_a_template_chosen_by_an_expression_depends_on_the_whole_theme(tmp_path: Path) -> None:
    one = Closures(theme(tmp_path, page="{% include page.kind ~ '.html' ignore missing %}")).digest(
        "page.html"
    )
    changed = theme(tmp_path, page="{% include page.kind ~ '.html' ignore missing %}", story="x")
    assert Closures(changed).digest("page.html") != one


def test_parallel_equals_serial(tmp_path: Path) -> None:
    many, tiny = pages(150), theme(tmp_path)
    serial = render_pages(many, tiny, MemoryStore(), Workers(1))
    with Workers(2) as workers:
        assert render_pages(many, tiny, MemoryStore(), workers) == serial
    assert [output.path for output in serial[0]] == [f"{number}/index.html" for number in range(150)]


def test_the_store_is_not_trusted_to_be_there(tmp_path: Path) -> None:
    tiny = theme(tmp_path)
    assert render_pages(pages(3), tiny, MemoryStore(), Workers(1)) == render_pages(
        pages(3), tiny, CountingStore(), Workers(1)
    )


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("\n\n{{ page.titel }}", "theme-template-undefined", 3),
        ("\n{% macro m() %}\n{{ nothing }}{% endmacro %}{{ m() }}", "theme-template-undefined", 3),
        ("\n{{ 1 / 0 * page.title|length }}", "theme-template-failed", 2),
        ("\n{{ page.title + 1 }}", "theme-template-failed", 2),
        ("\n{{ page.__class__.x }}", "theme-template-forbidden", 2),
        ("\n{{ asset(page.title) }}", "theme-asset-unknown", 2),
        ("\n{% include page.title %}", "theme-reference-missing", 2),
        (
            "\n{% for i in range(90000) %}{% for j in range(90000) %}\n{% endfor %}{% endfor %}",
            "theme-template-limit",
            2,
        ),
        ("{% for i in [1] %}" * 30 + "{% endfor %}" * 30, "theme-template-limit", 0),
        ("\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "theme-template-limit", 2),
    ],
)
def test_a_failing_template_is_told_with_its_line_and_page_and_others_go_on(
    tmp_path: Path, template: str, code: str, line: int
) -> None:
    good = replace(page("/good/"), template="story.html")
    outputs, found = render_pages((page(), good), theme(tmp_path, page=template), MemoryStore(), Workers(1))
    assert [output.path for output in outputs] == ["good/index.html"]
    assert [item.code for item in found] == [code]
    assert found[0].location.path.endswith("tiny/templates/page.html")
    if line:
        assert found[0].location.line == line
        assert found[0].excerpt
    for language in ("zh", "en"):
        told = report_text(found, language, colour=False)  # type: ignore[arg-type]
        assert "Traceback" not in told
        assert "0x" not in told


def test_a_fault_in_a_partial_names_the_partial(tmp_path: Path) -> None:
    from showcase.model.view import ComponentPart

    part = ComponentPart("quote", False, "", {}, (), (), (), None, None, None)
    wanted = page(body=(part,))
    _, found = render_pages(
        (wanted,), theme(tmp_path, directives__quote="\n{{ part.bdy }}"), MemoryStore(), Workers(1)
    )
    assert found[0].location.path.endswith("templates/directives/quote.html")
    assert found[0].location.line == 2
    assert found[0].suggestion == "body"
    assert found[0].arguments["url"] == "/about/"


def test_a_page_that_failed_is_not_kept(tmp_path: Path) -> None:
    store = CountingStore()
    render_pages((page(),), theme(tmp_path, page="{{ page.titel }}"), store, Workers(1))
    assert store.rendered == 0


def test_markup_is_tidy_but_preformatted_text_stays(tmp_path: Path) -> None:
    body = (Html("<p>a</p>\r\n\r\n  \r\n<pre>x\n\n\n  y</pre>\n\n\n<p>b</p>"),)
    outputs, _ = render_pages(
        (page(body=body),), theme(tmp_path, page="\n\n{{ render(page.body) }}\n\n"), MemoryStore(), Workers(1)
    )
    assert outputs[0].data == b"<p>a</p>\n<pre>x\n\n\n  y</pre>\n<p>b</p>\n"


def test_the_reason_for_rendering_is_told(tmp_path: Path) -> None:
    store, tiny = MemoryStore(), theme(tmp_path)
    assert reason(page(), tiny, store) == "new-page"
    render_pages((page(),), tiny, store, Workers(1))
    assert reason(page(), tiny, store) == "nothing-changed"
    assert reason(page(title="改过"), tiny, store) == "view-changed"
    assert reason(page(), theme(tmp_path, page="x"), store) == "template-changed"
    assert reason(page("/other/"), tiny, store) == "new-page"


def test_pages_whose_bytes_are_lost_are_rendered_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("showcase.render.pages._AT_HAND", 0)
    store, workers, tiny = CountingStore(), Workers(1), theme(tmp_path)
    outputs, _ = render_pages(pages(3), tiny, store, workers)
    first = [output.data for output in outputs]
    assert [(output.sha256, output.size) for output in outputs] == [
        (Output("", data).sha256, len(data)) for data in first
    ]
    assert store.rendered == 3
    # A store may drop what it likes at any time: what was promised then comes from rendering again.
    for kind, key in [name for name in store._saved if name[0] == "page"]:
        del store._saved[kind, key]
    assert [output.data for output in outputs] == first
    assert store.rendered == 6
    again, _ = render_pages(pages(3), tiny, store, workers)
    assert [output.data for output in again] == first
    assert store.rendered == 6
