"""A tiny whole theme to write to disk, and views to render with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.page import Page
from showcase.model.site import LanguageTexts, SiteConfig
from showcase.model.view import FreePage, Head, Html, Part, Provenance, SiteView, View
from showcase.themes.contract import REQUIRED_TEMPLATES
from showcase.themes.load import load_theme
from showcase.themes.theme import ParameterValue, Theme

BASE = "<!DOCTYPE html><title>{{ page.title }}</title>{% block main %}{% endblock %}\n"
PAGE = '{% extends "base.html" %}{% block main %}{{ render(page.body) }}{% endblock %}\n'


def write_theme(themes: Path, name: str, files: Mapping[str, str | bytes], *, whole: bool = True) -> Path:
    """Writes a theme's files; `whole` adds theme.yaml and every required template that `files` leaves out."""
    folder = themes / name
    everything: dict[str, str | bytes] = {}
    if whole:
        everything["theme.yaml"] = f"name: {name}\nversion: 1.0.0\n"
        everything |= {f"templates/{path}": PAGE for path in REQUIRED_TEMPLATES}
        everything["templates/base.html"] = BASE
        everything |= {
            f"templates/{path}": "[{{ part.name }}]"
            for path in REQUIRED_TEMPLATES
            if path.startswith("directives/")
        }
    for path, content in {**everything, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def site(theme: str = "tiny", **parameters: ParameterValue) -> SiteConfig:
    return SiteConfig(
        languages=(LanguageTexts("zh-CN", "中文", "示例"),),
        theme=theme,
        theme_parameters=parameters,
        theme_parameter_locations={name: Location("site.yaml", 9, 3) for name in parameters},
    )


def load(
    themes: Path, theme: str = "tiny", **parameters: ParameterValue
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    return load_theme(site(theme, **parameters), themes)


def loaded(themes: Path, theme: str = "tiny", **parameters: ParameterValue) -> Theme:
    found, diagnostics = load(themes, theme, **parameters)
    assert found is not None, diagnostics
    assert not diagnostics
    return found


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [diagnostic.code for diagnostic in diagnostics]


def site_view(**assets: str) -> SiteView:
    return SiteView(
        title="示例",
        subtitle="",
        description="",
        language="zh-CN",
        direction="ltr",
        home="/",
        mark="例",
        navigation=(),
        footer_links=(),
        search_href="",
        organiser="",
        organiser_address="",
        contact="",
        notice="",
        icp=None,
        public_security=None,
        site_code="",
        licence="",
        generator="showcase",
        assets=assets,
        parameters={},
        portable=False,
    )


def page(
    url: str = "/about/",
    *,
    title: str = "关于",
    body: tuple[Part, ...] = (Html("<p>正文</p>"),),
    language: str = "zh-CN",
    assets: Mapping[str, str] | None = None,
) -> Page:
    view = FreePage(
        kind="page",
        section="",
        language=language,
        url=url,
        title=title,
        head=Head(title=title, description=""),
        breadcrumbs=(),
        translations=(),
        summary="",
        body=body,
        toc=(),
        metrics=(),
        provenance=Provenance((), (), (), ""),
        translation_note="",
    )
    return Page(
        url, f"{url.strip('/')}/index.html", "page.html", View(site_view(**(assets or {})), view), url
    )
