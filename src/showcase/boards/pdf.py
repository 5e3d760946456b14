"""A board as PDF, printed by a Chromium that is installed already."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
"""What Chromium and its kin are called as programs."""
_SECONDS = 180
_MM_A_POINT = 25.4 / 72
_NEAR = 0.6
"""Millimetres: Chromium lays sheets out in whole CSS pixels (0.26 mm)."""
_OPTIONS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
)
# Chromium's PDF writer (Skia) leaves page objects uncompressed, so that the sheets can be counted without a PDF library.
_SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")


class PrintError(Exception):
    """Chromium did not start, did not end, or made no PDF; holds what it said last."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF with the size of each of its sheets in millimetres."""

    data: bytes
    sheets: tuple[tuple[float, float], ...]

    def is_one_sheet_of(self, width: float, height: float) -> bool:
        """True when there is one sheet and it has this size in millimetres."""
        if len(self.sheets) != 1:
            return False
        wide, tall = self.sheets[0]
        return abs(wide - width) <= _NEAR and abs(tall - height) <= _NEAR


def print_pdf(chromium: Path, html: bytes) -> Printed:
    """Prints a page that loads nothing. Raises PrintError."""
    with tempfile.TemporaryDirectory(prefix="showcase-board-", ignore_cleanup_errors=True) as folder:
        page, pdf = Path(folder, "board.html"), Path(folder, "board.pdf")
        page.write_bytes(html)
        # The sandbox refuses root, as whom containers and CI run; the page is our own and cannot run scripts.
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [str(chromium), *_OPTIONS, *root, f"--user-data-dir={folder}/profile"]
        try:
            done = subprocess.run(  # noqa: S603 - the program that the user named or installed
                [*command, f"--print-to-pdf={pdf}", page.as_uri()],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PrintError(str(error)) from None
        if not pdf.is_file():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise PrintError(said[-1] if said else f"exit code {done.returncode}")
        data = pdf.read_bytes()
    return Printed(data, _sheets(data))


def _sheets(data: bytes) -> tuple[tuple[float, float], ...]:
    sheets = []
    for piece in data.split(b"endobj"):
        box = _BOX.search(piece) if _SHEET.search(piece) else None
        if box is not None:
            sheets.append((float(box[1]) * _MM_A_POINT, float(box[2]) * _MM_A_POINT))
    return tuple(sheets)
