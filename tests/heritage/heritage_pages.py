"""Renders hand-made views with the heritage theme, as the build would."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from showcase.model.site import LanguageTexts, SiteConfig
from showcase.model.view import View
from showcase.themes.environment import Renderer
from showcase.themes.load import load_theme
from showcase.themes.theme import Theme

THEME = Path(__file__).resolve().parents[2] / "themes" / "heritage"


@cache
def theme() -> Theme:
    """The theme as shipped, which must load without a fault."""
    site = SiteConfig(
        languages=(LanguageTexts("zh-CN", "中文", "标题"), LanguageTexts("en", "English", "Title"))
    )
    loaded, found = load_theme(site, None)
    assert loaded is not None, found
    assert not found, found
    return loaded


@cache
def _renderer() -> Renderer:
    return Renderer(theme())


def render_view(view: View, assets: str = "/assets/") -> str:
    """The page's markup; the theme's assets lie under `assets`."""
    addresses = {path: f"{assets}{path}" for path in theme().assets}
    site = replace(view.site, assets=addresses, parameters={**theme().parameters, **view.site.parameters})
    return _renderer().page(f"{view.page.kind}.html", View(site, view.page))
