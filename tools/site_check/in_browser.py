"""What Chromium sees: accessibility, layout, type, targets, keyboard, weight, shifts and complaints."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import axe_playwright_python
from example import PublishedPage
from playwright.sync_api import Browser, BrowserContext, Error, Page

PROBES = (Path(__file__).parent / "probes.js").read_text("utf-8")
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PHONE, DESKTOP, KIOSK, KIOSK_LYING = (360, 740), (1440, 900), (1080, 1920), (1920, 1080)
NARROWEST = 320
LINE_WIDTHS = (320, 360, 768, 1440)
LEAST_TARGET = {"kiosk": 64}
"""CSS pixels, by theme; 44 where none is named."""
_TABS = 60
_SHIFTS = """new PerformanceObserver(list => { for (const entry of list.getEntries())
  window.__shifts = (window.__shifts || 0) + entry.value; }).observe({ type: "layout-shift", buffered: true });"""
_FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const near = element.closest("label") || element.parentElement;
  const drawn = s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none";
  const sibling = element.nextElementSibling;
  const marks = [element, near, sibling, element.closest("article, li")].filter(Boolean).flatMap(
    part => [getComputedStyle(part), getComputedStyle(part, "::after"), getComputedStyle(part, "::before")]);
  const line = element.getClientRects()[0] || box;  // a link may go on in the next line
  const hit = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, line.left + line.width / 2)),
                                        Math.min(innerHeight - 1, Math.max(0, line.top + line.height / 2)));
  return {
    name: element.tagName.toLowerCase() + " “" + (element.getAttribute("aria-label") || element.textContent || element.id).replace(/\\s+/g, " ").trim().slice(0, 24) + "”",
    href: element.getAttribute("href") || "", tag: element.tagName,
    seen: marks.some(drawn) || !element.matches(":focus"),  // a player's own buttons are marked by the browser
    covered: !(hit && (hit === element || element.contains(hit) || hit.contains(element))),
    out: box.bottom < 1 || box.top > innerHeight - 1,
  };
}"""


@dataclass(frozen=True, slots=True)
class Mode:
    """How a reader has set the page, or the device."""

    name: str
    dark: bool = False
    text_size: str = ""
    contrast: bool = False
    forced: bool = False


LIGHT, DARK = Mode("light"), Mode("dark", dark=True)
LARGE, LARGEST = Mode("large", text_size="large"), Mode("largest", text_size="largest")
MODES = (
    LIGHT,
    DARK,
    LARGE,
    Mode("more contrast", contrast=True),
    Mode("more contrast, dark", dark=True, contrast=True),
    Mode("forced colours", forced=True),
    Mode("forced colours, dark", dark=True, forced=True),
    LARGEST,
)


@dataclass(frozen=True, slots=True)
class Weight:
    """What a first visit costs over the line: bytes as transferred, compressed, with their headers."""

    transferred: int
    requests: int
    script: int
    shift: float


@contextlib.contextmanager
def opened(
    browser: Browser, size: tuple[int, int], **options: object
) -> Iterator[tuple[BrowserContext, Page, list[str]]]:
    """A fresh page of a size, with the list of what it complains about: console, scripts, requests."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="zh-CN", reduced_motion="reduce", **options
    )  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on(
        "requestfailed",
        lambda request: (
            complaints.append(f"{request.failure}: {request.url}")
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    page.set_default_timeout(60_000)
    try:
        yield context, page, complaints
    finally:
        context.close()


def set_mode(page: Page, mode: Mode) -> None:
    """Sets a loaded page as a reader would, without loading it again."""
    page.emulate_media(
        color_scheme="dark" if mode.dark else "light",
        reduced_motion="reduce",
        contrast="more" if mode.contrast else "no-preference",
        forced_colors="active" if mode.forced else "none",
    )
    page.evaluate(
        "size => size ? document.documentElement.setAttribute('data-text-size', size)"
        " : document.documentElement.removeAttribute('data-text-size')",
        mode.text_size,
    )


def axe(page: Page, mode: Mode = LIGHT) -> list[str]:
    """Violations of WCAG 2.2 AA and of axe's best practices, each with the first element that shows it. In forced colours,
    which are the reader's own, contrast is not asked for: axe reads a property that they do not change."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    found = page.evaluate(
        "([tags, rules]) => axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] }).then(result =>"
        " result.violations.map(v => v.id + ': ' + v.nodes[0].target.join(' ') + ' ×' + v.nodes.length))",
        [list(AXE_TAGS), {"color-contrast": {"enabled": not mode.forced}}],
    )
    return [str(item) for item in found]


def probe(page: Page, question: str, *arguments: object) -> list[str]:
    """The answers of one of the functions of probes.js."""
    return [str(item) for item in page.evaluate(f"{PROBES}.{question}(...{json.dumps(arguments)})")]


def measured_body(page: Page) -> dict[str, float] | None:
    """Size (px), leading (times the size) and measure (em) of the page's longest paragraph."""
    found: dict[str, float] | None = page.evaluate(f"{PROBES}.body()")
    return found


def keyboard(page: Page) -> list[str]:
    """A walk with the Tab key: the skip link first, every stop seen, none under a fixed bar, none twice."""
    found: list[str] = []
    page.evaluate("scrollTo(0, 0)")
    for step in range(_TABS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUS)
        if stop is None:
            break
        if step == 0 and not stop["href"].startswith("#"):
            found.append(f"the first stop is no skip link but {stop['name']}")
        if not stop["seen"]:
            found.append(f"no focus mark on {stop['name']}")
        if stop["covered"] or stop["out"]:
            found.append(f"focus hidden on {stop['name']}")
    return found


def weigh(browser: Browser, address: str, page: PublishedPage, size: tuple[int, int]) -> Weight:
    """A first visit on a slow phone: 300 ms of latency, 50 kB a second, a processor four times slower."""
    with opened(browser, size) as (context, opened_page, _complaints):
        session = context.new_cdp_session(opened_page)
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 50_000},
        )
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        kinds: dict[str, str] = {}
        sizes: dict[str, int] = {}
        session.on(
            "Network.responseReceived", lambda event: kinds.__setitem__(event["requestId"], event["type"])
        )
        session.on(
            "Network.loadingFinished",
            lambda event: sizes.__setitem__(event["requestId"], int(event["encodedDataLength"])),
        )
        opened_page.add_init_script(_SHIFTS)
        opened_page.goto(address + page.address, wait_until="load")
        opened_page.wait_for_timeout(800)
        script = sum(size for request, size in sizes.items() if kinds.get(request) == "Script")
        shift = float(opened_page.evaluate("window.__shifts || 0"))
    return Weight(sum(sizes.values()), len(sizes), script, shift)


def without_scripts(browser: Browser, address: str, page: PublishedPage) -> list[str]:
    """Sentences that a reader without scripts does not get."""
    with opened(browser, PHONE, java_script_enabled=False) as (_context, silent, _complaints):
        silent.goto(address + page.address)
        bare = set(probe(silent, "sentences"))
    with opened(browser, PHONE) as (_context, scripted, _complaints):
        scripted.goto(address + page.address)
        full = set(probe(scripted, "sentences"))
    return sorted(full - bare)


def sentences(browser: Browser, address: str, page: PublishedPage) -> set[str]:
    """What a page tells, sentence by sentence, without white space."""
    with opened(browser, PHONE) as (_context, loaded, _complaints):
        loaded.goto(address + page.address)
        return set(probe(loaded, "sentences"))


def complaints_at(browser: Browser, address: str) -> list[str]:
    """What the browser complains about when it opens an address, be it http or file."""
    with opened(browser, PHONE) as (_context, page, complaints):
        try:
            page.goto(address, wait_until="load")
            page.wait_for_timeout(100)
        except Error as error:
            return [*complaints, str(error).splitlines()[0]]
        return list(complaints)
