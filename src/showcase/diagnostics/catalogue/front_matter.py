"""Codes of the area "front_matter"."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code

CODES: tuple[Code, ...] = ()
