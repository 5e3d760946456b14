"""Codes of the area "markdown"."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code

CODES: tuple[Code, ...] = ()
