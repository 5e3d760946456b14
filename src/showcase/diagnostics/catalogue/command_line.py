"""Codes of the area "command_line"."""

from __future__ import annotations

from showcase.diagnostics.catalogue.code import Code

CODES: tuple[Code, ...] = ()
