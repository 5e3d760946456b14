"""A site may have Pagefind in place of our own search: the same page, asked the same things, over a real build of each."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from command_line import run_showcase
from shared_site import REPOSITORY, copy_site, static_server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["showcase", "pagefind"])
def origin(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = copy_site(REPOSITORY, tmp_path_factory.mktemp("site") / "site")
    settings = (site / "site.yaml").read_text("utf-8")
    (site / "site.yaml").write_text(f"{settings}\nsearch:\n  engine: {request.param}\n", "utf-8")
    result = run_showcase("build", cwd=site)
    assert result.code == 0, result.errors
    with static_server(site / "public") as address:
        yield address


def test_the_same_page_asks_either_engine(browser: Any, origin: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{origin}/search/?q=%E6%9D%91%E6%B0%91")  # 村民
    page.wait_for_selector(".result-link")
    assert page.locator(".result-excerpt mark").first.inner_text()
    assert page.locator("[data-facet=kind]").count() == 1
    page.locator("#facet-kind-story").check(force=True)
    page.wait_for_function("() => location.search.includes('kind=story')")
    page.wait_for_selector("#search-form:not([aria-busy])")
    assert all("/stories/" in link.get_attribute("href") for link in page.locator(".result-link").all())
    page.locator(".result-link").first.click()
    page.wait_for_url("**/stories/**")
    assert page.locator("h1").count() == 1
    page.close()
    assert not said, said


def test_every_language_has_its_bundle_and_nothing_is_made_twice(tmp_path: Path) -> None:
    site = copy_site(REPOSITORY, tmp_path / "site")
    settings = (site / "site.yaml").read_text("utf-8")
    (site / "site.yaml").write_text(f"{settings}\n检索:\n  引擎: Pagefind\n", "utf-8")
    assert run_showcase("build", cwd=site).code == 0
    folder = site / "public" / "search" / "zh-CN"
    names = {path.name for path in folder.iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "facets.json"} <= names
    assert "index.js" not in names
    assert "wasm-unsafe-eval" in (site / "public" / "_headers").read_text("utf-8")
    assert not (site / "pagefind").exists()
    assert not Path("pagefind").exists()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert run_showcase("build", cwd=site).code == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_missing_package_is_told_with_its_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from showcase.diagnostics.diagnostic import Location
    from showcase.model.site import LanguageTexts, SiteConfig
    from showcase.search.pagefind import pagefind_faults

    where = Location("site.yaml", 7)
    site = SiteConfig(
        (LanguageTexts("zh-CN", "中文", "站"),), search_engine="pagefind", search_location=where
    )
    assert pagefind_faults(site) == ()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    (fault,) = pagefind_faults(site)
    assert (fault.code, fault.location) == ("pagefind-not-installed", where)
