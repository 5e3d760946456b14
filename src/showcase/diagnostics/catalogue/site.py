"""Codes of the area "site"."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code

CODES: tuple[Code, ...] = ()
