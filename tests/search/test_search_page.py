"""The search page in a real browser, under a strict content policy, from http and from file://."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from search_samples import sample_index

from shared_site import static_server
from showcase.search.client import client_output
from showcase.text.search_strings import client_strings

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>检索</title>
<link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'">
</head><body>
<form id="search-form" role="search" action="" data-root="../" data-index="../search/zh-CN/index.js" data-language="zh-CN"
 data-portable="{portable}" data-strings="{strings}">
<label>检索 <input type="search" name="q" autocomplete="off"></label><button>检索</button></form>
<p id="search-status" role="status"></p><div id="search-facets"></div><ol id="search-results"></ol>
<script src="../{client}" defer></script></body></html>"""


def _write(folder: Path, *, portable: bool, whole_bytes: int) -> None:
    for output in (*sample_index(whole_bytes=whole_bytes), client_output()):
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.data)
    page = PAGE.format(
        language="zh-CN",
        portable=str(portable).lower(),
        strings=escape(client_strings("zh-CN", {"zh-CN": "中文"})),
        client=client_output().path,
    )
    (folder / "search" / "index.html").write_text(page, "utf-8")
    story = folder / "brands" / "happy"
    story.mkdir(parents=True)
    (story / "index.html").write_text(
        "<!doctype html><link rel=icon href=data:,><title>happy</title>", "utf-8"
    )


@pytest.fixture(scope="module", params=["http, one file", "file, shards"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    way, size = request.param.split(", ")
    _write(folder, portable=way == "file", whole_bytes=0 if size == "shards" else 1 << 30)
    if way == "file":
        yield f"{(folder / 'search' / 'index.html').as_uri()}"
    else:
        with static_server(folder) as origin:
            yield f"{origin}/search/"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    made = context.new_page()
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    yield made
    context.close()
    assert not said, said


def _titles(page: Any) -> list[str]:
    return list(page.locator(".result-link").all_inner_texts())


def _search(page: Any, query: str) -> list[str]:
    """Types the query as one input event and waits until its results stand."""
    page.locator("input[name=q]").fill(query)
    page.wait_for_function(
        "q => (new URLSearchParams(location.hash.slice(1) || location.search).get('q') || '') === q"
        " && !document.querySelector('#search-form').hasAttribute('aria-busy')",
        arg=query,
    )
    return _titles(page)


def test_finding_a_brand_in_every_way_readers_type(page: Any, address: str) -> None:
    page.goto(address)
    brand = "雪巴社区“幸福党建”"
    for query in ("幸福", "党建", "xingfu", "xfdj", "黨建", "幸福 党建", '"幸福党建"'):
        assert _search(page, query)[0] == brand, query
    assert page.locator("#search-status span").first.inner_text() == "找到 1 条结果"
    assert _search(page, "ｓｈｒｉｍｐ")[0].startswith("Brine shrimp")
    assert _search(page, "hairc")[0].startswith("Brine shrimp")
    assert _search(page, "རང་དབང") == ["人权宣言"]
    assert brand not in _search(page, "幸福 -党建")
    assert _search(page, "xfdj")[0] == brand
    assert page.locator(".result-link mark").all_inner_texts() == ["幸福党建"]
    assert "幸福党建" in page.locator(".search-suggestions").inner_text()


def test_a_result_leads_to_its_page(page: Any, address: str) -> None:
    page.goto(address)
    _search(page, "幸福党建")
    assert page.locator(".result-meta").first.inner_text() == "品牌"
    page.locator(".result-link").first.click()
    page.wait_for_load_state()
    assert page.title() == "happy"
    page.go_back()
    page.wait_for_selector(".result-link")
    assert page.locator("input[name=q]").input_value() == "幸福党建"


def test_nothing_found_says_so_and_helps(page: Any, address: str) -> None:
    page.goto(address)
    assert _search(page, "火星移民") == []
    assert "没有找到“火星移民”" in page.locator("#search-status").inner_text()
    assert page.locator(".search-empty").is_visible()
    assert _search(page, "幸服党建")[0] == "雪巴社区“幸福党建”"
    assert page.locator(".search-note").is_visible()
    page.locator(".search-suggestions a").first.click()
    page.wait_for_function("document.querySelector('#search-status span').textContent === '找到 1 条结果'")
    assert page.locator("input[name=q]").input_value() == "幸福党建"


def test_nothing_is_searched_while_an_input_method_composes(page: Any, address: str) -> None:
    page.goto(address)
    page.locator("input[name=q]").focus()
    page.evaluate(
        """() => {
            const input = document.querySelector("input[name=q]");
            input.dispatchEvent(new CompositionEvent("compositionstart", { data: "" }));
            input.value = "xing fu";
            input.dispatchEvent(new InputEvent("input", { isComposing: true, data: "xing fu" }));
        }"""
    )
    page.wait_for_timeout(300)
    assert _titles(page) == []
    page.evaluate(
        """() => {
            const input = document.querySelector("input[name=q]");
            input.value = "幸福";
            input.dispatchEvent(new CompositionEvent("compositionend", { data: "幸福" }));
        }"""
    )
    page.wait_for_selector(".result-link")
    assert _titles(page)[0] == "雪巴社区“幸福党建”"


def test_facets_narrow_and_the_back_button_undoes_them(page: Any, address: str) -> None:
    page.goto(address + "?q=%E8%A5%BF%E8%97%8F")
    page.wait_for_selector(".search-facet")
    everything = _titles(page)
    assert everything[0] == "西藏自治区"
    brand = page.locator(".search-facet-option", has_text=re.compile("^ ?案例故事"))
    assert brand.locator(".search-facet-count").inner_text() == "2"
    brand.locator("input").check()
    page.wait_for_function("document.querySelectorAll('.result-link').length === 2")
    assert "kind=story" in page.url
    assert page.evaluate("document.activeElement.id") == "facet-kind-story"
    page.go_back()
    page.wait_for_function(f"document.querySelectorAll('.result-link').length === {len(everything)}")
    page.locator("#search-sort").select_option("date")
    page.wait_for_function("document.querySelector('.result-link').textContent.startsWith('海拔')")
    page.reload()
    page.wait_for_selector(".result-link")
    assert _titles(page)[0].startswith("海拔")


def test_index_text_is_never_markup(page: Any, address: str) -> None:
    page.goto(address)
    _search(page, "<img src=x onerror=alert(1)>")
    assert page.locator("main img, #search-status img, #search-results img").count() == 0


def test_a_file_that_does_not_load_can_be_tried_again(browser: Any, tmp_path: Path) -> None:
    _write(tmp_path, portable=False, whole_bytes=0)
    folder = tmp_path / "search" / "zh-CN"
    hidden = [path.rename(path.with_suffix(".away")) for path in folder.glob("*.js") if path.stem != "index"]
    assert hidden
    page = browser.new_page()
    with static_server(tmp_path) as origin:
        page.goto(f"{origin}/search/")
        page.locator("input[name=q]").fill("幸福党建")
        page.wait_for_selector(".search-error")
        for path in hidden:
            path.rename(path.with_suffix(".js"))
        page.locator(".search-error button").click()
        page.wait_for_selector(".result-link")
    assert page.locator(".search-error").count() == 0
    page.close()
