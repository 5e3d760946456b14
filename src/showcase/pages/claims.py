"""Every address claimed once: clashes between pages, and addresses that are not to be had."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from showcase.content.names import is_reserved
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.model.page import PlannedPage
from showcase.model.site import SiteConfig
from showcase.pages.addresses import RESERVED

_FILES = (
    "404.html",
    "feed.xml",
    "sitemap.xml",
    "robots.txt",
    "_headers",
    "edgeone.json",
    "nginx-headers.conf",
    "web.config",
    "_redirects",
    "showcase-manifest.json",
)
_FOLDERS = ("assets", "media", "search")
_PART = re.compile(r"(?!\.)[^\s\x00-\x1f\x7f\ud800-\udfff<>:\"|?*\\#/]+(?<!\.)")
"""A name that every file system can hold."""

_LONGEST_PART = 200
_LONGEST = 600
"""Bytes of a name and of a path: file systems end at 255 and, at the lowest, about 1000."""

_NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class Claim:
    """A page and where in the sources it comes from (an empty path for pages that showcase makes by itself)."""

    page: PlannedPage
    location: Location = _NOWHERE


def settle(claims: Iterable[Claim]) -> tuple[tuple[PlannedPage, ...], tuple[Diagnostic, ...]]:
    """One page for each output path, in the order given; the first claimant wins, each further one is a clash.

    Paths that differ only in case, or in how their characters are composed, are one on many hosts and machines, so
    they clash too; so does a file with a folder of its own name.
    """
    owners: dict[str, Claim] = {}
    folders: dict[str, Claim] = {}
    diagnostics: list[Diagnostic] = []
    told: set[Location] = set()
    kept: list[PlannedPage] = []
    for claim in claims:
        reserved = _reserved(claim.page.output_path)
        if reserved and claim.location.path:
            # Of a file that has such a name itself it was told when the file was found.
            if claim.location not in told and not _reserved(claim.location.path):
                diagnostics.append(make_diagnostic("name-reserved", claim.location, {"name": reserved}))
            told.add(claim.location)
            continue
        path = _folded(claim.page.output_path)
        above = [owners[folder] for folder in _folders(path) if folder in owners]
        other = owners.get(path) or folders.get(path) or (above[0] if above else None)
        if other is not None:
            clash = _clash(claim, other)
            # One slug clashes in every language and on every page of a list; that is one thing to mend.
            if not clash.location.line or clash.location not in told:
                diagnostics.append(clash)
            told.add(clash.location)
            continue
        owners[path] = claim
        for folder in _folders(path):
            folders.setdefault(folder, claim)
        kept.append(claim.page)
    return tuple(kept), tuple(diagnostics)


def _reserved(path: str) -> str:
    """A name in the path that no file may have on Windows, or empty."""
    return next(filter(is_reserved, path.split("/")), "")


def _folded(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def _folders(path: str) -> Iterator[str]:
    end = path.rfind("/")
    while end > 0:
        yield path[:end]
        end = path.rfind("/", 0, end)


def _clash(claim: Claim, other: Claim) -> Diagnostic:
    """Reported at an entry, which the editor can change, when at least one of the two is one."""
    at, beside = (claim, other) if claim.location.path or not other.location.path else (other, claim)
    return make_diagnostic(
        "address-clash",
        at.location,
        {"address": claim.page.url, "first": other.page.owner, "second": claim.page.owner},
        related=(beside.location,) if beside.location.path else (),
    )


def check_free_page(site: SiteConfig, url: str, location: Location) -> Diagnostic | None:
    """A free page stands at the root of its language, where showcase's own folders are."""
    languages = [texts.code.lower() for texts in site.languages]
    prefix, _, rest = url.strip("/").partition("/")
    part = rest if rest and prefix.lower() in languages else prefix
    if part.lower() in (*RESERVED, *_FILES, *languages):
        return make_diagnostic("address-reserved", location, {"address": url, "part": part})
    return None


def check_alias(written: str, location: Location) -> tuple[str, Diagnostic | None]:
    """The address to redirect from, or an empty text with what is wrong.

    A static site can serve a plain path from its root (`/old/`, `/news/12.html`): no other host, no query, no way
    upwards, no file but a page. A part without a dot gets its closing slash.
    """
    url = unquote(written.strip())
    url = url if url.startswith("/") else f"/{url}"
    parts = url.removeprefix("/").removesuffix("/").split("/")
    if not all(map(_is_part, parts)) or _bytes(url) > _LONGEST:
        return "", make_diagnostic("alias-unusable", location, {"alias": written})
    reserved = _reserved(url)
    if reserved:
        return "", make_diagnostic("name-reserved", location, {"name": reserved})
    files = [part for part in parts if part.lower() in _FILES]
    taken = parts[:1] if parts[0].lower() in _FOLDERS else files
    if taken:
        return "", make_diagnostic("address-reserved", location, {"address": url, "part": taken[0]})
    return (url if url.lower().endswith((".html", ".htm", "/")) else f"{url}/"), None


def _is_part(part: str) -> bool:
    return _PART.fullmatch(part) is not None and _bytes(part) <= _LONGEST_PART


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
