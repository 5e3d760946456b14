"""Everything before rendering: the sources read, checked and tied together, and the pages planned.

After an edit the work of the time before can be taken up: `read_again` reads only what was touched, and `prepare` looks anew only at
what that changes. Both give what they would give from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from showcase.catalog.assemble import assemble
from showcase.catalog.text_edits import EditedTexts, with_edited_texts
from showcase.content.configure import configure
from showcase.content.discover import discover, reread
from showcase.content.excerpts import with_excerpts
from showcase.content.parse import ParseContext
from showcase.content.parsing import Parsed, parse_sources
from showcase.diagnostics.diagnostic import Diagnostic, Severity, abridged, has_errors, in_order
from showcase.media.prepare import prepare_media
from showcase.model.catalog import Catalog
from showcase.model.medium import PublishedMedium
from showcase.model.page import Output, PlannedPage
from showcase.model.site import SiteConfig
from showcase.model.source import MediaFile, SourceFile, SourceTree
from showcase.pages.addresses import Addresses
from showcase.pages.inputs import page_inputs
from showcase.pages.plan import plan
from showcase.search.client import client_output
from showcase.search.pagefind import pagefind_faults
from showcase.store.store import Store
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
class Inputs:
    """All that is read before anything is made: the sources, the settings and the theme, with what is wrong with each.
    Without settings there is nothing to go by, and no more is told than what is wrong with them."""

    tree: SourceTree
    config: SiteConfig | None
    theme: Theme | None
    found: tuple[Diagnostic, ...]
    configured: tuple[Diagnostic, ...]
    themed: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site ready to be rendered, or what keeps it from being so: then there are no pages."""

    inputs: Inputs
    config: SiteConfig
    parsed: Parsed
    catalog: Catalog
    assembled: tuple[Diagnostic, ...]
    """What assembling told."""
    media: Mapping[str, PublishedMedium]
    addresses: Addresses
    client: Output
    """The script of the search page."""
    pages: tuple[PlannedPage, ...]
    inputs_of: Callable[[PlannedPage], str]
    """What a page's view is made of (showcase.pages.inputs)."""
    diagnostics: tuple[Diagnostic, ...]
    """All of them, of the severities that their codes have."""
    sound: bool


def read_inputs(request: BuildRequest, store: Store) -> Inputs:
    """What there is to build from."""
    tree, found = discover(request.site)
    config, configured = configure(_site_yaml(tree))
    if config is None:
        return Inputs(tree, None, None, found, configured)
    if request.base_url is not None:
        config = replace(config, base_url=request.base_url.rstrip("/"))
    if request.theme is not None:
        config = replace(config, theme=request.theme, theme_parameters={})
    theme, themed = load_theme(config, request.themes or request.site / "themes", store)
    return Inputs(tree, config, theme, found, configured, themed)


def read_again(request: BuildRequest, before: Inputs, touched: frozenset[str]) -> Inputs | None:
    """What there is to build from after edits of the sources at the paths `touched` (site-relative) and of nothing else;
    None where settings, theme or pictures are touched, or files have come or gone."""
    if before.config is None or not all(path.startswith("content/") for path in touched):
        return None
    tree = reread(request.site, before.tree, touched)
    return replace(before, tree=tree) if tree is not None else None


def prepare(
    request: BuildRequest,
    inputs: Inputs,
    config: SiteConfig,
    store: Store,
    workers: Workers,
    progress: Progress = lambda _stage, _count: None,
    before: Prepared | None = None,
) -> Prepared:
    """The stages from parsing to planning. Faults of one do not hide those of the others. `config` is that of the inputs;
    what was prepared `before` of the same site is taken up where it still holds."""
    tree, theme = inputs.tree, inputs.theme
    diagnostics = [*inputs.found, *inputs.configured]
    progress("parse", len(tree.sources))
    sources = [source for source in tree.sources if source.path not in _SITE_FILES]
    parsed = parse_sources(
        sources, ParseContext.of(config), store, workers, before.parsed if before else None
    )
    diagnostics += parsed.diagnostics
    edited = _edited_texts(before, inputs, config, parsed)
    if edited is not None and before is not None:
        catalog, assembled = edited.catalog, before.assembled
    else:
        catalog, assembled = assemble(
            config, parsed.files, tree.media, today=request.today, drafts=request.drafts
        )
    diagnostics += assembled
    diagnostics += inputs.themed
    media, faults = prepare_media(request.site, _referred(catalog, tree), store, workers)
    diagnostics += faults
    addresses = Addresses(catalog, portable=request.portable)
    client = client_output(config.search_engine)
    diagnostics += pagefind_faults(config)
    # Without a sound theme nothing is rendered, but clashing addresses shall come out all the same.
    planned = theme or load_theme(replace(config, theme="heritage", theme_parameters={}), None)[0]
    pages: tuple[PlannedPage, ...] = ()
    if planned is not None:
        stand = (
            before.pages
            if before is not None
            and before.sound
            and edited is not None
            and edited.own
            and before.inputs.theme is theme
            and before.media == media
            else ()
        )
        pages, faults = plan(
            catalog,
            planned,
            media,
            addresses,
            client_path=client.path,
            bodies=parsed.bodies,
            only=edited.paths if stand and edited is not None else None,
        )
        if stand:
            anew = {page.output_path: page for page in pages}
            pages = tuple(anew.get(page.output_path, page) for page in stand)
        diagnostics += faults
    sound = theme is not None and not has_errors(levelled(diagnostics, config, strict=False))
    return Prepared(
        inputs,
        config,
        parsed,
        catalog,
        tuple(assembled),
        media,
        addresses,
        client,
        pages if sound else (),
        page_inputs(
            catalog,
            theme,
            media,
            portable=request.portable,
            client_path=client.path,
            text_digest=parsed.bodies.digest,
        )
        if sound and theme is not None
        else _no_inputs,
        tuple(diagnostics),
        sound,
    )


def told(
    diagnostics: Iterable[Diagnostic], config: SiteConfig, tree: SourceTree, *, strict: bool
) -> tuple[Diagnostic, ...]:
    """Diagnostics as they are shown: levelled, with their source lines."""
    return with_excerpts(levelled(diagnostics, config, strict=strict), tree.sources)


def levelled(
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


def _edited_texts(
    before: Prepared | None, inputs: Inputs, config: SiteConfig, parsed: Parsed
) -> EditedTexts | None:
    """Set where nothing but texts was edited since."""
    if before is None or before.config != config or before.inputs.tree.media != inputs.tree.media:
        return None
    paths = parsed.bodies.other_than(before.parsed.bodies)
    return with_edited_texts(before.catalog, before.assembled, before.parsed.files, parsed.files, paths)


def _no_inputs(_page: PlannedPage) -> str:
    return ""


def _site_yaml(tree: SourceTree) -> SourceFile | None:
    return next((source for source in tree.sources if source.path in _SITE_FILES), None)


def _referred(catalog: Catalog, tree: SourceTree) -> Iterable[MediaFile]:
    """Only files that a published entry refers to: a stray spreadsheet or key beside a story stays private."""
    wanted = {target.target for target in catalog.links.values() if target.kind == "file"}
    wanted.update(catalog.media.values())
    return [file for file in tree.media if file.path in wanted]
