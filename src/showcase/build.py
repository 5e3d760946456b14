"""The stages in order. Reads like a table of contents."""

from __future__ import annotations

from dataclasses import replace

from showcase.built_site import BuiltSite, unconfigured
from showcase.content.discover import SourceChangedError
from showcase.content.excerpts import with_excerpts
from showcase.diagnostics.diagnostic import has_errors, in_order
from showcase.inputs import BuildRequest, Inputs, Progress, read_inputs, silent
from showcase.memo import BuildNote, inputs_digest, noted_build, remember_build
from showcase.model.site import SiteConfig
from showcase.publish.publish import PublishReport, publish, still_published
from showcase.store.store import Store
from showcase.workers import Workers


def build_site(
    request: BuildRequest,
    store: Store,
    workers: Workers,
    progress: Progress = silent,
    *,
    render: bool = True,
) -> BuiltSite:
    """Every stage but publishing. Faults of one stage do not hide those of the others. Without `render` it stops when
    the pages are planned, for who only wants to know of them; the outputs are then the media alone."""
    inputs = read_inputs(request, store)
    if inputs.config is None:
        return unconfigured(inputs)
    return _make(request, inputs, inputs.config, store, workers, progress, render=render)


def build(
    request: BuildRequest, store: Store, workers: Workers, progress: Progress = silent
) -> tuple[BuiltSite, PublishReport | None]:
    """Builds and publishes. Without a report nothing was published, and the diagnostics say why. Where the last build was
    of the same and its files still stand, nothing is made."""
    try:
        return _build(request, store, workers, progress, texts=False)
    except SourceChangedError:
        # Somebody saved a file that the build had seen and was yet to read: all is read anew, and this time kept.
        return _build(request, store, workers, progress, texts=True)


def _build(
    request: BuildRequest, store: Store, workers: Workers, progress: Progress, *, texts: bool
) -> tuple[BuiltSite, PublishReport | None]:
    inputs = read_inputs(request, store, texts=texts)
    if inputs.config is None:
        return unconfigured(inputs), None
    key = _inputs_key(request, inputs)
    note = noted_build(request.output, key, store)
    standing = still_published(request.output, site=request.site, manifest=note.manifest) if note else None
    if note is not None and standing is not None:
        said = with_excerpts(note.diagnostics, inputs.tree.sources)
        return BuiltSite(inputs.config, diagnostics=said, noted_pages=note.pages), standing
    site = _make(request, inputs, inputs.config, store, workers, progress, render=True)
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


def _make(
    request: BuildRequest,
    inputs: Inputs,
    config: SiteConfig,
    store: Store,
    workers: Workers,
    progress: Progress,
    *,
    render: bool,
) -> BuiltSite:
    # Imported here, so that a build that finds all done already pays for none of the stages.
    from showcase.finish import finish, unrendered
    from showcase.media.prepare import media_outputs
    from showcase.prepare import prepare

    workers.load_first(_load_stages)
    prepared = prepare(request, inputs, config, store, workers, progress)
    if render:
        return finish(request, prepared, store, workers, progress)
    media = media_outputs(request.site, prepared.media, store)
    return replace(unrendered(request, prepared), outputs=media)


def _load_stages() -> None:
    """What stages load when they first need it, and each process of a pool would load for itself: the readings of Chinese
    characters alone are 50 MB."""
    from importlib import import_module

    from showcase.text.pinyin import load_readings

    for name in ("showcase.search.blocks", "showcase.themes.environment"):
        import_module(name)
    load_readings()


def _inputs_key(request: BuildRequest, inputs: Inputs) -> str:
    """Empty for a site whose theme is faulty: nothing is remembered of it."""
    if inputs.theme is None:
        return ""
    # Where the site and its output are, and by how many processes it is built, changes no byte of it.
    options = (request.today, request.base_url, request.portable, request.strict, request.drafts)
    return inputs_digest(options, inputs.tree, (*inputs.found, *inputs.themed), inputs.theme)
