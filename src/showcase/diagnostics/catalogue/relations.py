"""Codes of the area "relations"."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code

CODES: tuple[Code, ...] = ()
