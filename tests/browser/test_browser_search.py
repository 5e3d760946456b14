"""The search page of the example site, as readers use it: with an input method, by keys, by touch, on a bad line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from visitor import Visitor

BRAND = "雪巴社区“幸福党建”"
COUNT_QUESTIONS = """() => {
  const open = showcaseSearch.open;
  window.asked = [];
  showcaseSearch.open = async (...place) => {
    const engine = await open(...place);
    return { search(query, options) { asked.push(query); return engine.search(query, options); } };
  };
}"""


def results(page: Page) -> Locator:
    return page.locator("#search-results .result-link")


def shown_count(page: Page) -> Locator:
    """The count as the eye sees it."""
    return page.locator("#search-status [aria-hidden]")


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="检索词")


def ask(page: Page, query: str) -> None:
    """Types and waits for the answer to stand."""
    box(page).fill(query)
    page.wait_for_function(
        "q => new URLSearchParams(location.hash.slice(1) || location.search).get('q') === q"
        " && !document.querySelector('#search-form').hasAttribute('aria-busy')",
        arg=query,
    )


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, online: str, stick: Path) -> str:
    """The search page's address, from a server and from a stick."""
    return f"{online}/search/" if request.param == "http" else (stick / "search/index.html").as_uri()


def test_half_typed_pinyin_is_no_query(visitor: Visitor, online: str) -> None:
    """Chromium's own composition, driven as an input method drives it."""
    page = visitor.page
    page.goto(f"{online}/search/")
    page.evaluate(COUNT_QUESTIONS)
    box(page).focus()
    keys = page.context.new_cdp_session(page)
    for text in ("x", "xing", "xing fu"):
        keys.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
        page.wait_for_timeout(150)
    assert page.evaluate("asked") == []
    assert "q=" not in page.url
    keys.send("Input.insertText", {"text": "幸福"})
    expect(results(page).first).to_have_text(BRAND)
    assert box(page).input_value() == "幸福"
    assert page.evaluate("asked") == ["幸福"]


@pytest.mark.parametrize("order", ["input first", "end first"])
def test_a_composition_ends_in_one_query_in_either_order_of_events(
    visitor: Visitor, online: str, order: str
) -> None:
    """Chromium sends the last input event before compositionend, Safari after it, and then the Enter that chose."""
    page = visitor.page
    page.goto(f"{online}/search/")
    page.evaluate(COUNT_QUESTIONS)
    box(page).evaluate(
        """(input, order) => {
            const input_ = (text, isComposing) => {
                input.value = text;
                input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing, data: text }));
            };
            const end = () => input.dispatchEvent(new CompositionEvent("compositionend", { data: "幸福" }));
            input.focus();
            input.dispatchEvent(new CompositionEvent("compositionstart"));
            input_("xing fu", true);
            if (order === "input first") input_("幸福", true);
            end();
            if (order === "end first") input_("幸福", false);
            input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 229, bubbles: true, cancelable: true }));
        }""",
        order,
    )
    expect(results(page).first).to_have_text(BRAND)
    assert page.evaluate("asked") == ["幸福"]
    assert box(page).input_value() == "幸福", "keys that belong to the input method clear nothing"


def test_arrow_keys_lead_through_the_results_and_back(visitor: Visitor, start: str) -> None:
    page = visitor.page
    page.goto(start)
    ask(page, "西藏")
    press = page.keyboard.press
    press("ArrowDown")
    expect(results(page).nth(0)).to_be_focused()
    press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    press("ArrowUp")
    press("ArrowUp")
    expect(box(page)).to_be_focused()
    press("ArrowDown")
    press("Escape")
    expect(box(page)).to_be_focused()
    assert box(page).input_value() == "西藏"
    press("Escape")
    assert box(page).input_value() == ""
    expect(results(page)).to_have_count(0)
    expect(page.locator("#search-browse")).to_be_visible()
    press("Tab")
    assert page.evaluate("document.activeElement !== document.querySelector('#q')"), "no trap"


def test_the_count_is_told_once_typing_has_paused(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/search/")
    page.evaluate(
        """() => {
            window.told = [];
            const heard = document.querySelector("#search-status span:not([aria-hidden])");
            new MutationObserver(() => told.push(heard.textContent)).observe(heard, { childList: true, characterData: true });
        }"""
    )
    # Typed within the page, so that a busy machine makes no pause of its own.
    box(page).evaluate(
        """async (input) => {
            for (const text of ["xing", "xingfu", "xingfudang", "xingfudangjian"]) {
                input.value = text;
                input.dispatchEvent(new InputEvent("input", { bubbles: true }));
                await new Promise((done) => setTimeout(done, 200));
            }
        }"""
    )
    expect(shown_count(page)).to_have_text(re.compile(r"^找到 \d+ 条结果$"))
    page.wait_for_function("() => told.length > 0")
    assert page.evaluate("told") == [shown_count(page).inner_text()]


def test_facets_combine_and_are_taken_back_one_by_one(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/search/?q=西藏")
    expect(shown_count(page)).to_contain_text("找到")
    everything = shown_count(page).inner_text()
    page.locator(".narrow-search summary").click()
    place = page.get_by_role("group", name="地点").get_by_role("checkbox", name=re.compile("阿里地区"))
    kind = page.get_by_role("group", name="类别").get_by_role("checkbox", name=re.compile("案例故事"))
    kind.check()
    expect(page.get_by_role("button", name="去掉“类别：案例故事”")).to_be_visible()
    expected = place.evaluate("box => box.parentNode.querySelector('.search-facet-count').textContent")
    place.check()
    expect(shown_count(page)).to_have_text(f"找到 {expected} 条结果")
    expect(place).to_be_focused()
    assert re.search(r"[?]q=.*&kind=story&place=", page.url)
    page.get_by_role("button", name="去掉“类别：案例故事”").click()
    expect(page.get_by_role("button", name="去掉“地点：阿里地区”")).to_be_focused()
    assert "kind=" not in page.url
    page.go_back()
    expect(shown_count(page)).to_have_text(f"找到 {expected} 条结果")
    page.get_by_role("button", name="清除全部筛选").first.click()
    expect(shown_count(page)).to_have_text(everything)
    expect(page.get_by_role("status")).to_be_focused()
    expect(page.locator(".search-chip")).to_have_count(0)


def test_filters_that_leave_nothing_are_said_to_be_the_reason(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/search/?q=卤虫&place=changdu&kind=brand&topic=nowhere")
    expect(shown_count(page)).to_have_text(re.compile(r"^所选条件下没有“卤虫”；不筛选有 \d+ 条结果$"))
    page.locator(".search-empty").get_by_role("button", name="清除全部筛选").click()
    expect(results(page).first).to_contain_text("卤虫")
    expect(page.get_by_role("status")).to_be_focused()


@pytest.mark.parametrize(
    ("query", "state"),
    [
        ("", "idle"),
        ("?q=西藏", "results"),
        ("?q=西藏&kind=story", "results"),
        ("?q=幸服党建", "results"),
        ("?q=西藏&place=nowhere", "empty"),
        ("?q=qqqzzz", "empty"),
    ],
)
def test_each_state_has_an_address(visitor: Visitor, start: str, query: str, state: str) -> None:
    """As the theme contract tells authors and checks."""
    visitor.page.goto(start + (query.replace("?", "#?", 1) if start.startswith("file:") else query))
    expect(visitor.page.locator("body")).to_have_attribute("data-search", state)


def test_a_short_name_leads_to_its_place_as_the_name_does(visitor: Visitor, start: str) -> None:
    page = visitor.page
    page.goto(start)
    ask(page, "西藏")
    expect(results(page).first).to_have_text("西藏自治区")
    ask(page, "xizang")
    expect(results(page).first).to_have_text("西藏自治区")


def test_a_shared_address_shows_the_same(visitor: Visitor, start: str) -> None:
    page = visitor.page
    page.goto(f"{start}?q=西藏&kind=story&sort=date")
    expect(results(page).first).to_be_visible()
    assert box(page).input_value() == "西藏"
    expect(page.locator("#search-sort")).to_have_value("date")
    expect(page.get_by_role("button", name="去掉“类别：案例故事”")).to_be_visible()
    expect(page.locator(".result-meta").first).to_contain_text("案例故事")
    expect(page).to_have_title(re.compile("^西藏 · "))


def test_history_has_an_entry_for_each_search_that_was_meant(visitor: Visitor, start: str) -> None:
    page = visitor.page
    page.goto(start)
    before = page.evaluate("history.length")
    ask(page, "卤")
    ask(page, "卤虫")
    assert page.evaluate("history.length") == before, "typing makes no entries"
    box(page).press("Enter")
    ask(page, "幸福")
    ask(page, "幸福党建")
    page.go_back()
    expect(box(page)).to_have_value("卤虫")
    expect(results(page).first).to_contain_text("卤虫")
    page.go_forward()
    expect(box(page)).to_have_value("幸福党建")


def test_back_from_a_result_is_where_one_was(visitor: Visitor, start: str) -> None:
    page = visitor.page
    page.goto(f"{start}?q=西藏")
    more = page.get_by_role("button", name=re.compile("再显示"))
    more.click()
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(10)).to_be_focused()
    results(page).nth(15).scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    results(page).nth(15).click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("检索")
    page.go_back()
    expect(results(page)).to_have_count(20)
    page.wait_for_function("y => Math.abs(scrollY - y) < 5", arg=place)


def test_what_pinyin_and_traditional_characters_stand_for_is_marked(visitor: Visitor, start: str) -> None:
    page = visitor.page
    page.goto(start)
    for query, marked in (
        ("xfdj", "幸福党建"),
        ("幸福黨建", "幸福党建"),
        ("luchong", "卤虫"),
        ("ＸＩＮＧＦＵ", "幸福"),
    ):
        ask(page, query)
        assert page.locator(".result-link mark").first.inner_text() == marked, query
        assert page.locator(".result-excerpt mark").first.inner_text() == marked, query
    page.goto(f"{start}?q=xingfudangjian&kind=story")
    assert page.locator(".result-excerpt mark").first.inner_text() == "幸福党建", (
        "also where the name itself is filtered out"
    )


def test_near_misses_are_offered_and_said_to_be_near(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/search/")
    for query, meant in (("xinfu", "幸福"), ("幸服党建", "幸福党建")):
        ask(page, query)
        expect(page.locator(".search-note")).to_contain_text("没有完全相同")
        page.locator(".search-suggestions").get_by_role("link", name=meant, exact=True).click()
        expect(box(page)).to_have_value(meant)
        expect(page.locator(".search-note")).to_have_count(0)
        expect(page.get_by_role("status")).to_be_focused()


def test_phrases_and_minus_words(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/search/")
    ask(page, "卤虫 驻村工作队")
    expect(page.get_by_role("link", name="克勤村的卤虫养殖")).to_be_visible()
    ask(page, "驻村工作队 -卤虫")
    expect(results(page).first).to_be_visible()
    expect(page.get_by_role("link", name="克勤村的卤虫养殖")).to_have_count(0)
    ask(page, "“卤虫 驻村工作队”")
    expect(shown_count(page)).to_contain_text("没有找到")


def test_all_languages_on_request(visitor: Visitor, start: str) -> None:
    page = visitor.page
    page.goto(start)
    ask(page, "brine shrimp")
    expect(results(page)).to_have_count(0)
    page.get_by_role("button", name="同时检索其他语言：English").click()
    expect(results(page).first).to_have_text("Brine shrimp farming in Keqin Village")
    found = page.locator(".result").first
    assert found.get_attribute("lang") == "en"
    expect(found.locator(".result-language")).to_have_text("English")
    assert "all=1" in page.url
    ask(page, "2020")
    page.locator(".narrow-search summary").click()
    languages = page.get_by_role("group", name="语言")
    languages.get_by_role("checkbox", name=re.compile("English")).check()
    expect(page.locator(".result:not([lang=en])")).to_have_count(0)
    expect(results(page).first).to_be_visible()
    page.get_by_role("checkbox", name="同时检索其他语言：English").uncheck()
    expect(page.locator(".result[lang=en]")).to_have_count(0)
    expect(results(page).first).to_be_visible()
    results(page).first.click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_a_file_that_does_not_come_can_be_asked_for_again(context: BrowserContext, online: str) -> None:
    page = context.new_page()
    broken = True

    def index(route: Route) -> None:
        route.abort() if broken else route.continue_()

    page.route("**/search/*/index.js", index)
    page.goto(f"{online}/search/?q=幸福党建")
    expect(page.get_by_role("alert")).to_contain_text("没有载入成功")
    page.evaluate("window.same = true")
    page.get_by_role("button", name="重试").click()
    expect(page.get_by_role("alert")).to_be_visible()
    broken = False
    page.get_by_role("button", name="重试").click()
    expect(results(page).first).to_have_text(BRAND)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.evaluate("window.same"), "the page was not loaded anew"
    page.close()


def test_waiting_is_shown_when_it_lasts_and_old_answers_stay_old(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/search/")
    page.evaluate(
        """() => {
            const open = showcaseSearch.open;
            showcaseSearch.open = async (...place) => {
                const engine = await open(...place);
                const wait = (query) => new Promise((done) => { if (query === "西藏") window.release = done; else done(); });
                return { async search(query, options) { await wait(query); return engine.search(query, options); } };
            };
        }"""
    )
    box(page).fill("西藏")
    page.wait_for_function("() => window.release")
    expect(page.locator("body.search-loading")).to_have_count(1)
    expect(shown_count(page)).to_contain_text("正在载入")
    ask(page, "卤虫")
    count = shown_count(page).inner_text()
    expect(page.locator("body.search-loading")).to_have_count(0)
    page.evaluate("release()")
    page.wait_for_timeout(200)
    assert shown_count(page).inner_text() == count
    assert "卤虫" in results(page).first.inner_text()


def test_more_results_that_do_not_come_can_be_asked_for_again(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/search/")
    page.evaluate(
        """() => {
            const open = showcaseSearch.open;
            let broken = true;
            showcaseSearch.open = async (...place) => {
                const engine = await open(...place);
                return { async search(query, options) {
                    if (options.from && broken) {
                        broken = false;
                        throw new Error("the line broke");
                    }
                    return engine.search(query, options);
                } };
            };
        }"""
    )
    ask(page, "西藏")
    page.get_by_role("button", name=re.compile("再显示")).click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(results(page)).to_have_count(10)
    page.get_by_role("button", name="重试").click()
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(10)).to_be_focused()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_very_long_query_is_cut_and_said_to_be(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.goto(f"{online}/search/")
    ask(page, "驻村工作队" * 400)
    expect(page.locator(".search-note").first).to_contain_text("200")


def test_a_screen_reader_finds_form_count_results_and_filters(visitor: Visitor, online: str) -> None:
    page = visitor.page
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{online}/search/?q=幸福")
    expect(results(page).first).to_be_visible()
    expect(page.locator("#search-status span:not([aria-hidden])")).to_contain_text("找到")
    search = page.get_by_role("search", name="全站检索")
    expect(search.get_by_role("searchbox", name="检索词")).to_be_visible()
    expect(search.get_by_role("button", name="检索")).to_be_visible()
    tree = page.locator("main").aria_snapshot()
    assert re.search(r"- status: 找到 \d+ 条结果", tree)
    assert re.search(r'- list:\n\s+- listitem:\n\s+- heading "雪巴社区“幸福党建”" \[level=3\]', tree)
    assert '- group "类别"' in tree
    assert '- combobox "排序"' in tree
    assert not page.get_by_role("status").get_by_role("heading").count()


def touch_screen(browser: Browser, online: str) -> tuple[Page, list[str]]:
    """A kiosk's page: the example site's, with the element that asks for the keyboard."""
    context = browser.new_context(viewport={"width": 1080, "height": 1920}, has_touch=True, locale="zh-CN")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def with_keyboard(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(
            body=text.replace(
                '<p id="search-status"',
                '<div class="search-keyboard" data-search-keyboard></div><p id="search-status"',
            ),
            content_type="text/html; charset=utf-8",
        )

    page.route(re.compile(r"/search/(\?.*)?$"), with_keyboard)
    page.goto(f"{online}/search/")
    return page, said


def test_the_keyboard_on_the_screen_types_pinyin_by_touch(browser: Browser, online: str) -> None:
    page, said = touch_screen(browser, online)
    keyboard = page.get_by_role("group", name="屏幕键盘")

    def tap(*names: str) -> None:
        for name in names:
            keyboard.get_by_role("button", name=name, exact=True).tap()

    expect(page.get_by_role("button", name="屏幕键盘")).to_have_attribute("aria-pressed", "true")
    assert box(page).get_attribute("inputmode") == "none"
    tap("x", "f", "空格", "退格", "d", "k", "退格", "j")
    expect(results(page).first).to_have_text(BRAND)
    assert box(page).input_value() == "xfdj"
    box(page).evaluate("input => input.setSelectionRange(1, 3)")
    tap("退格")
    assert box(page).input_value() == "xj"
    tap("清空", "l", "u", "c", "h", "o", "n", "g", "检索")
    expect(results(page).first).to_contain_text("卤虫")
    expect(keyboard).to_have_count(0)
    box(page).tap()
    expect(keyboard).to_be_visible()
    sizes: list[Any] = keyboard.evaluate(
        "keys => [...keys.querySelectorAll('button')].map(key => [key.offsetWidth, key.offsetHeight])"
    )
    assert all(width >= 64 and height >= 64 for width, height in sizes)
    keyboard.get_by_role("button", name="1", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert box(page).input_value() == "luchong2"
    assert not said
    page.context.close()


def test_without_scripts_the_page_says_why_and_leads_on(browser: Browser, online: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{online}/search/?q=幸福")
    assert "检索要用到 JavaScript" in page.get_by_role("main").inner_text()
    page.get_by_role("navigation", name="按类别浏览").get_by_role("link", name="品牌").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("品牌")
    context.close()
