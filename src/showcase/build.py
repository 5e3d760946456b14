"""The stages in order. Reads like a table of contents; owns the process pool."""

from __future__ import annotations

from dataclasses import dataclass, replace

from showcase.content.excerpts import with_excerpts
from showcase.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from showcase.media.prepare import media_outputs
from showcase.memo import BuildNote, inputs_digest, noted_build, remember_build
from showcase.model.catalog import Catalog
from showcase.model.page import Output, PlannedPage
from showcase.model.site import SiteConfig
from showcase.outputs.make import make_outputs
from showcase.prepare import BuildRequest, Inputs, Prepared, Progress, prepare, read_inputs, told
from showcase.publish.publish import PublishReport, publish, still_published
from showcase.render.pages import render_pages
from showcase.search.client import keyboard_output
from showcase.search.index import build_index
from showcase.search.pagefind import pagefind_index
from showcase.store.store import Store
from showcase.themes.assets import asset_outputs
from showcase.themes.theme import Theme
from showcase.workers import Workers


def _silent(_stage: str, _count: int) -> None:
    """Progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """All that the stages before publishing made. What a fault kept from being made is None or empty; where the last build
    was of the same, `pages` and `outputs` are left unmade and `noted_pages` says how many pages there are."""

    config: SiteConfig | None
    catalog: Catalog | None = None
    theme: Theme | None = None
    pages: tuple[PlannedPage, ...] = ()
    outputs: tuple[Output, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    noted_pages: int = 0

    @property
    def faulty(self) -> bool:
        """True when something of severity ERROR stands, so that nothing may be published."""
        return has_errors(self.diagnostics)

    @property
    def page_count(self) -> int:
        """How many pages the site has."""
        return len(self.pages) or self.noted_pages


def build_site(
    request: BuildRequest,
    store: Store,
    workers: Workers,
    progress: Progress = _silent,
    *,
    render: bool = True,
) -> BuiltSite:
    """Every stage but publishing. Faults of one stage do not hide those of the others. Without `render` it stops when
    the pages are planned, for who only wants to know of them."""
    inputs = read_inputs(request, store)
    if inputs.config is None:
        return unconfigured(inputs)
    prepared = prepare(request, inputs, inputs.config, store, workers, progress)
    if not render:
        return unrendered(request, prepared)
    return finish(request, prepared, store, workers, progress)


def build(
    request: BuildRequest, store: Store, workers: Workers, progress: Progress = _silent
) -> tuple[BuiltSite, PublishReport | None]:
    """Builds and publishes. Without a report nothing was published, and the diagnostics say why. Where the last build was
    of the same and its files still stand, nothing is made."""
    inputs = read_inputs(request, store)
    if inputs.config is None:
        return unconfigured(inputs), None
    key = _inputs_key(request, inputs)
    note = noted_build(request.output, key, store)
    standing = still_published(request.output, site=request.site, manifest=note.manifest) if note else None
    if note is not None and standing is not None:
        said = with_excerpts(note.diagnostics, inputs.tree.sources)
        return BuiltSite(inputs.config, diagnostics=said, noted_pages=note.pages), standing
    prepared = prepare(request, inputs, inputs.config, store, workers, progress)
    site = finish(request, prepared, store, workers, progress)
    if site.faulty:
        return site, None
    progress("publish", len(site.outputs))
    report, faults = publish(site.outputs, request.output, site=request.site)
    if not faults:
        remember_build(
            request.output,
            BuildNote(key, report.manifest, len(site.pages), site.diagnostics),
            inputs.tree,
            store,
        )
    store.save()
    if faults:
        site = replace(site, diagnostics=in_order([*site.diagnostics, *faults]))
    return site, None if has_errors(faults) else report


def finish(
    request: BuildRequest, prepared: Prepared, store: Store, workers: Workers, progress: Progress = _silent
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
        *media_outputs(prepared.media),
        *_search(prepared, store, workers),
        *rendered,
        *make_outputs(prepared.catalog, prepared.pages, prepared.addresses, theme),
    )
    site = unrendered(request, prepared)
    if faults:
        site = replace(site, diagnostics=_told(request, prepared, faults))
    return replace(site, outputs=outputs)


def unconfigured(inputs: Inputs) -> BuiltSite:
    """A site without more than its faults, where site.yaml leaves nothing to go by."""
    faults = [*inputs.found, *inputs.configured]
    return BuiltSite(None, diagnostics=in_order(with_excerpts(faults, inputs.tree.sources)))


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


def _inputs_key(request: BuildRequest, inputs: Inputs) -> str:
    """Empty for a site whose theme is faulty: nothing is remembered of it."""
    if inputs.theme is None:
        return ""
    # Where the site and its output are, and by how many processes it is built, changes no byte of it.
    options = (request.today, request.base_url, request.portable, request.strict, request.drafts)
    return inputs_digest(options, inputs.tree, (*inputs.found, *inputs.themed), inputs.theme)


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
