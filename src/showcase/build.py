"""The stages in order. Reads like a table of contents; owns the process pool."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from showcase.catalog.assemble import assemble
from showcase.content.configure import configure
from showcase.content.discover import discover
from showcase.content.excerpts import with_excerpts
from showcase.content.parse import ParseContext
from showcase.content.parsing import parse_sources
from showcase.diagnostics.diagnostic import Diagnostic, Severity, abridged, has_errors, in_order
from showcase.media.prepare import media_outputs, prepare_media
from showcase.memo import BuildNote, inputs_digest, noted_build, remember_build
from showcase.model.catalog import Catalog
from showcase.model.entry import Bodies
from showcase.model.page import Output, PlannedPage
from showcase.model.site import SiteConfig
from showcase.model.source import MediaFile, SourceFile, SourceTree
from showcase.outputs.make import make_outputs
from showcase.pages.addresses import Addresses
from showcase.pages.inputs import page_inputs
from showcase.pages.plan import plan
from showcase.publish.publish import PublishReport, publish, still_published
from showcase.render.pages import render_pages
from showcase.search.client import client_output, keyboard_output
from showcase.search.index import build_index
from showcase.search.pagefind import pagefind_faults, pagefind_index
from showcase.store.store import Store
from showcase.themes.assets import asset_outputs
from showcase.themes.load import load_theme
from showcase.themes.theme import Theme
from showcase.workers import Workers

_SITE_FILES = ("site.yaml", "site.yml")
"""The second is a wrong name, which is told; what stands in it is read all the same, so that its faults come out."""

Progress = Callable[[str, int], None]
"""Called with a stage's name and the number of things it works on."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What is asked of a build. Paths are absolute; `today` decides drafts that are due and entries that expire."""

    site: Path
    output: Path
    today: date
    base_url: str | None = None
    portable: bool = False
    strict: bool = False
    drafts: bool = False
    jobs: int = 1
    theme: str | None = None
    """Tried instead of the one that site.yaml names."""
    themes: Path | None = None
    """The folder of themes; by default the site's own."""


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


@dataclass(frozen=True, slots=True)
class _Inputs:
    """All that is read before anything is made: the sources, the settings and the theme, with what is wrong with each."""

    tree: SourceTree
    config: SiteConfig
    theme: Theme | None
    found: tuple[Diagnostic, ...]
    configured: tuple[Diagnostic, ...]
    themed: tuple[Diagnostic, ...]


def build_site(
    request: BuildRequest,
    store: Store,
    workers: Workers,
    progress: Progress = lambda _stage, _count: None,
    *,
    render: bool = True,
) -> BuiltSite:
    """Every stage but publishing. Faults of one stage do not hide those of the others. Without `render` it stops when
    the pages are planned, for who only wants to know of them."""
    inputs = _read(request, store)
    if isinstance(inputs, BuiltSite):
        return inputs
    return _make(request, inputs, store, workers, progress, render=render)


def build(
    request: BuildRequest, store: Store, workers: Workers, progress: Progress = lambda _stage, _count: None
) -> tuple[BuiltSite, PublishReport | None]:
    """Builds and publishes. Without a report nothing was published, and the diagnostics say why. Where the last build was
    of the same and its files still stand, nothing is made."""
    inputs = _read(request, store)
    if isinstance(inputs, BuiltSite):
        return inputs, None
    key = _inputs_key(request, inputs)
    note = noted_build(request.output, key, store)
    standing = still_published(request.output, site=request.site, manifest=note.manifest) if note else None
    if note is not None and standing is not None:
        said = with_excerpts(note.diagnostics, inputs.tree.sources)
        return BuiltSite(inputs.config, diagnostics=said, noted_pages=note.pages), standing
    site = _make(request, inputs, store, workers, progress, render=True)
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


def _read(request: BuildRequest, store: Store) -> _Inputs | BuiltSite:
    """What there is to build from; a site without more than its faults where site.yaml leaves nothing to go by."""
    tree, found = discover(request.site)
    config, configured = configure(_site_yaml(tree))
    if config is None:
        return BuiltSite(None, diagnostics=in_order(with_excerpts([*found, *configured], tree.sources)))
    if request.base_url is not None:
        config = replace(config, base_url=request.base_url.rstrip("/"))
    if request.theme is not None:
        config = replace(config, theme=request.theme, theme_parameters={})
    theme, themed = load_theme(config, request.themes or request.site / "themes", store)
    return _Inputs(tree, config, theme, found, configured, themed)


def _inputs_key(request: BuildRequest, inputs: _Inputs) -> str:
    """Empty for a site whose theme is faulty: nothing is remembered of it."""
    if inputs.theme is None:
        return ""
    # Where the site and its output are, and by how many processes it is built, changes no byte of it.
    options = (request.today, request.base_url, request.portable, request.strict, request.drafts)
    return inputs_digest(options, inputs.tree, (*inputs.found, *inputs.themed), inputs.theme)


def _make(
    request: BuildRequest,
    inputs: _Inputs,
    store: Store,
    workers: Workers,
    progress: Progress,
    *,
    render: bool,
) -> BuiltSite:
    tree, config, theme = inputs.tree, inputs.config, inputs.theme
    diagnostics = [*inputs.found, *inputs.configured]

    def told(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        return with_excerpts(_levelled(found, config, strict=request.strict), tree.sources)

    progress("parse", len(tree.sources))
    sources = [source for source in tree.sources if source.path not in _SITE_FILES]
    parsed, faults, bodies = parse_sources(sources, ParseContext.of(config), store, workers)
    diagnostics += faults
    catalog, faults = assemble(config, parsed, tree.media, today=request.today, drafts=request.drafts)
    diagnostics += faults
    diagnostics += inputs.themed
    media, faults = prepare_media(request.site, _referred(catalog, tree), store, workers)
    diagnostics += faults
    # Without a sound theme nothing is rendered, but clashing addresses shall come out all the same.
    planned = theme or load_theme(replace(config, theme="heritage", theme_parameters={}), None)[0]
    if planned is None:
        return BuiltSite(config, catalog, None, diagnostics=told(diagnostics))

    addresses = Addresses(catalog, portable=request.portable)
    client = client_output(config.search_engine)
    diagnostics += pagefind_faults(config)
    pages, faults = plan(catalog, planned, media, addresses, client_path=client.path, bodies=bodies)
    diagnostics += faults
    if theme is None or has_errors(_levelled(diagnostics, config, strict=False)):
        return BuiltSite(config, catalog, theme, diagnostics=told(diagnostics))
    if not render:
        return BuiltSite(config, catalog, theme, pages, (), told(diagnostics))
    inputs_of = page_inputs(
        catalog,
        theme,
        media,
        portable=request.portable,
        client_path=client.path,
        text_digest=bodies.digest,
    )
    progress("render", len(pages))
    rendered, faults = render_pages(pages, theme, store, workers, inputs_of)
    diagnostics += faults
    outputs = (
        *asset_outputs(theme),
        *media_outputs(media),
        *_search(catalog, addresses, bodies, store, workers, client),
        *rendered,
        *make_outputs(catalog, pages, addresses, theme),
    )
    return BuiltSite(config, catalog, theme, pages, outputs, told(diagnostics))


def _site_yaml(tree: SourceTree) -> SourceFile | None:
    return next((source for source in tree.sources if source.path in _SITE_FILES), None)


def _referred(catalog: Catalog, tree: SourceTree) -> Iterable[MediaFile]:
    """Only files that a published entry refers to: a stray spreadsheet or key beside a story stays private."""
    wanted = {target.target for target in catalog.links.values() if target.kind == "file"}
    wanted.update(catalog.media.values())
    return [file for file in tree.media if file.path in wanted]


def _search(
    catalog: Catalog, addresses: Addresses, bodies: Bodies, store: Store, workers: Workers, client: Output
) -> tuple[Output, ...]:
    if not catalog.site.search:
        return ()
    if catalog.site.search_engine == "pagefind":
        index = pagefind_index(catalog, addresses, store, bodies)
    else:
        index = build_index(catalog, addresses, store, workers, bodies)
    return (client, keyboard_output(), *index)


def _levelled(
    diagnostics: Iterable[Diagnostic], config: SiteConfig, *, strict: bool
) -> tuple[Diagnostic, ...]:
    """The severities that site.yaml and `--strict` ask for; what is an error by itself stays one."""
    silenced = {*config.silenced, *(() if config.numbers_need_sources else ("number-without-source",))}
    levelled = []
    for diagnostic in diagnostics:
        severity = diagnostic.severity
        if severity is not Severity.ERROR:
            severity = config.levels.get(diagnostic.code, severity)
        if strict and severity is Severity.WARNING:
            severity = Severity.ERROR
        levelled.append(diagnostic.with_severity(severity))
    return abridged(in_order(item for item in levelled if item.code not in silenced))
