"""The stages after planning: pages, index, files for machines."""

from __future__ import annotations

from dataclasses import replace

from showcase.built_site import BuiltSite
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.inputs import BuildRequest, Progress, silent
from showcase.media.prepare import media_outputs
from showcase.model.page import Output
from showcase.outputs.make import make_outputs
from showcase.prepare import Prepared, told
from showcase.render.pages import render_pages
from showcase.search.client import keyboard_output
from showcase.search.index import build_index
from showcase.search.pagefind import pagefind_index
from showcase.store.store import Store
from showcase.themes.assets import asset_outputs
from showcase.workers import Workers


def finish(
    request: BuildRequest, prepared: Prepared, store: Store, workers: Workers, progress: Progress = silent
) -> BuiltSite:
    """The stages after planning, where what is prepared is sound."""
    theme = prepared.inputs.theme
    if not prepared.sound or theme is None:
        return unrendered(request, prepared)
    progress("render", len(prepared.pages))
    rendered, faults = render_pages(prepared.pages, theme, store, workers, prepared.inputs_of)
    progress("index", len(prepared.pages))
    outputs = (
        *asset_outputs(theme),
        *media_outputs(request.site, prepared.media, store),
        *_search(prepared, store, workers),
        *rendered,
        *make_outputs(prepared.catalog, prepared.pages, prepared.addresses, theme),
    )
    site = unrendered(request, prepared)
    if faults:
        site = replace(site, diagnostics=_told(request, prepared, faults))
    return replace(site, outputs=outputs)


def unrendered(request: BuildRequest, prepared: Prepared) -> BuiltSite:
    """The site as far as it is prepared."""
    return BuiltSite(
        prepared.config,
        prepared.catalog,
        prepared.inputs.theme,
        prepared.pages,
        diagnostics=_told(request, prepared),
    )


def _told(
    request: BuildRequest, prepared: Prepared, more: tuple[Diagnostic, ...] = ()
) -> tuple[Diagnostic, ...]:
    diagnostics = (*prepared.diagnostics, *more)
    return told(diagnostics, prepared.config, prepared.inputs.tree, strict=request.strict)


def _search(prepared: Prepared, store: Store, workers: Workers) -> tuple[Output, ...]:
    site = prepared.catalog.site
    if not site.search:
        return ()
    arguments = (prepared.catalog, prepared.addresses)
    if site.search_engine == "pagefind":
        index = pagefind_index(*arguments, store, prepared.parsed.bodies)
    else:
        index = build_index(*arguments, store, workers, prepared.parsed.bodies)
    return (prepared.client, keyboard_output(), *index)
