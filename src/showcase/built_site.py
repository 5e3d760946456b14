"""What a build gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from showcase.content.excerpts import with_excerpts
from showcase.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from showcase.inputs import Inputs
from showcase.model.site import SiteConfig
from showcase.themes.theme import Theme

if TYPE_CHECKING:
    from showcase.model.catalog import Catalog
    from showcase.model.page import Output, PlannedPage


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


def unconfigured(inputs: Inputs) -> BuiltSite:
    """A site without more than its faults, where site.yaml leaves nothing to go by."""
    faults = [*inputs.found, *inputs.configured]
    return BuiltSite(None, diagnostics=in_order(with_excerpts(faults, inputs.tree.sources)))
