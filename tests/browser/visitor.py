"""A member of the public with a phone."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Visitor:
    """A browser page with everything that went wrong in it."""

    page: Page
    complaints: list[str] = field(default_factory=list)
