"""What every theme must have: the templates of the page kinds and of the directives."""

from __future__ import annotations

PAGE_KINDS = (
    "home",
    "story",
    "brand",
    "organisation",
    "place",
    "topic",
    "year",
    "stories",
    "entry_index",
    "place_index",
    "year_index",
    "source_index",
    "search",
    "page",
    "not_found",
    "redirect",
)
DIRECTIVES = (
    "alert",
    "audio",
    "cite",
    "download",
    "figure",
    "gallery",
    "image",
    "metric",
    "metrics",
    "quote",
    "timeline",
    "video",
)
REQUIRED_TEMPLATES = (
    "base.html",
    *(f"{kind}.html" for kind in PAGE_KINDS),
    *(f"directives/{name}.html" for name in DIRECTIVES),
)
