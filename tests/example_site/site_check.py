"""What showcase has to say of a site's sources, up to the plan of its pages."""

from __future__ import annotations

import datetime
from pathlib import Path

from showcase.catalog.assemble import assemble
from showcase.content.configure import configure
from showcase.content.discover import discover
from showcase.content.parse import ParseContext, parse_source
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.model.catalog import Catalog
from showcase.pages.addresses import Addresses
from showcase.pages.plan import plan
from showcase.themes.load import load_theme

TODAY = datetime.date(2026, 12, 1)


def checked(root: Path, *, drafts: bool = False) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """The site's catalog, and the diagnostics of every stage from discover to plan. The site has no pictures."""
    tree, said = discover(root)
    found = list(said)
    config, said = configure(next(source for source in tree.sources if source.path == "site.yaml"))
    found += said
    assert config is not None
    parsed = []
    for source in tree.sources:
        if source.path != "site.yaml":
            file, said = parse_source(source, ParseContext.of(config))
            parsed.append(file)
            found += said
    catalog, said = assemble(config, parsed, tree.media, today=TODAY, drafts=drafts)
    found += said
    theme, said = load_theme(config, None)
    found += said
    assert theme is not None
    _, said = plan(catalog, theme, {}, Addresses(catalog, portable=False))
    return catalog, (*found, *said)
