"""What a build is asked for, and all that is read before anything is made: sources, settings, theme.

Apart from the stages that make something, so that a build that finds all done already pays for none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from showcase.content.configure import configure
from showcase.content.discover import discover, reread
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.site import SiteConfig
from showcase.model.source import SourceFile, SourceTree
from showcase.store.store import Store
from showcase.themes.load import load_theme
from showcase.themes.theme import ParameterValue, Theme

SITE_FILES = ("site.yaml", "site.yml")
"""The second is a wrong name, which is told; what stands in it is read all the same, so that its faults come out."""

Progress = Callable[[str, int], None]
"""Called with a stage's name and the number of things it works on."""


def silent(_stage: str, _count: int) -> None:
    """Progress that nobody follows."""


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
    parameters: Mapping[str, ParameterValue] | None = None
    """Of the theme, instead of those that site.yaml sets."""


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


def read_inputs(request: BuildRequest, store: Store, *, texts: bool = True) -> Inputs:
    """What there is to build from. Without `texts`, sources are read again when they are needed, which raises
    SourceChangedError for one that changed meanwhile."""
    tree, found = discover(request.site, texts=texts)
    config, configured = configure(_site_yaml(tree))
    if config is None:
        return Inputs(tree, None, None, found, configured)
    if request.base_url is not None:
        config = replace(config, base_url=request.base_url.rstrip("/"))
    if request.theme is not None and request.theme != config.theme:
        config = replace(config, theme=request.theme, theme_parameters={})
    if request.parameters is not None:
        config = replace(config, theme_parameters=dict(request.parameters))
    theme, themed = load_theme(config, request.themes or request.site / "themes", store)
    return Inputs(tree, config, theme, found, configured, themed)


def read_again(request: BuildRequest, before: Inputs, touched: frozenset[str]) -> Inputs | None:
    """What there is to build from after edits of the sources at the paths `touched` (site-relative) and of nothing else;
    None where settings, theme or pictures are touched, or files have come or gone."""
    if before.config is None or not all(path.startswith("content/") for path in touched):
        return None
    tree = reread(request.site, before.tree, touched)
    return replace(before, tree=tree) if tree is not None else None


def _site_yaml(tree: SourceTree) -> SourceFile | None:
    return next((source for source in tree.sources if source.path in SITE_FILES), None)
