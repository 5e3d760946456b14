"""Everything from parsing to planning: the sources checked and tied together, and the pages planned.

After an edit the work of the time before can be taken up: `prepare` looks anew only at what the edit changes, and gives
what it would give from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from showcase.catalog.assemble import assemble
from showcase.catalog.text_edits import EditedTexts, with_edited_texts
from showcase.content.excerpts import with_excerpts
from showcase.content.parse import ParseContext
from showcase.content.parsing import Parsed, parse_sources
from showcase.diagnostics.diagnostic import Diagnostic, Severity, abridged, has_errors, in_order
from showcase.inputs import SITE_FILES, BuildRequest, Inputs, Progress, silent
from showcase.media.prepare import prepare_media
from showcase.model.catalog import Catalog
from showcase.model.medium import PublishedMedium
from showcase.model.page import Output, PlannedPage
from showcase.model.site import SiteConfig
from showcase.model.source import MediaFile, SourceTree
from showcase.pages.addresses import Addresses
from showcase.pages.inputs import page_inputs
from showcase.pages.plan import plan
from showcase.search.client import client_output
from showcase.search.pagefind import pagefind_faults
from showcase.store.store import Store
from showcase.themes.load import load_theme
from showcase.workers import Workers


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


def prepare(
    request: BuildRequest,
    inputs: Inputs,
    config: SiteConfig,
    store: Store,
    workers: Workers,
    progress: Progress = silent,
    before: Prepared | None = None,
) -> Prepared:
    """The stages from parsing to planning. Faults of one do not hide those of the others. `config` is that of the inputs;
    what was prepared `before` of the same site is taken up where it still holds."""
    tree, theme = inputs.tree, inputs.theme
    diagnostics = [*inputs.found, *inputs.configured]
    progress("parse", len(tree.sources))
    sources = [source for source in tree.sources if source.path not in SITE_FILES]
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


def _referred(catalog: Catalog, tree: SourceTree) -> Iterable[MediaFile]:
    """Only files that a published entry refers to: a stray spreadsheet or key beside a story stays private."""
    wanted = {target.target for target in catalog.links.values() if target.kind == "file"}
    wanted.update(catalog.media.values())
    return [file for file in tree.media if file.path in wanted]
