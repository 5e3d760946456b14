"""File names that work on every system a site travels to: Windows, macOS, a memory stick."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location

# Microsoft, "Naming Files, Paths, and Namespaces": reserved devices, characters, and endings.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[<>:\"|?*\\]")
_IGNORED = frozenset({"thumbs.db", "desktop.ini", "node_modules", "__macosx", "__pycache__"})
_IGNORED_ENDINGS = ("~", ".swp", ".tmp", ".bak")


def is_reserved(name: str) -> bool:
    """Whether Windows keeps the name for a device, in any folder and with any ending."""
    return _RESERVED.fullmatch(name) is not None


def is_ignored(name: str) -> bool:
    """Whether a file or folder is left behind by an editor or a system, or hidden, and no part of the site."""
    lower = name.lower()
    return name.startswith((".", "~$")) or lower in _IGNORED or lower.endswith(_IGNORED_ENDINGS)


def printable_path(path: str) -> str:
    """The path as a message can show it: undecodable bytes and control characters become U+FFFD."""
    clean = path.encode("utf-8", "replace").decode()
    return "".join("\ufffd" if unicodedata.category(item) in ("Cc", "Cs") else item for item in clean)


def is_legible(name: str) -> bool:
    """Whether a name is text without control characters."""
    return not any(unicodedata.category(character) in ("Cc", "Cs") for character in name)


def without_forbidden(name: str) -> str:
    """The name without the characters that `check_names` tells of."""
    return _FORBIDDEN.sub("", name)


def check_names(folder: str, names: Sequence[str]) -> list[Diagnostic]:
    """Faults of the names in one folder (site-relative path, empty for the site folder). `names` are sorted."""
    faults: list[Diagnostic] = []
    first: dict[str, str] = {}
    for name in names:
        path = f"{folder}/{name}" if folder else name
        place = Location(printable_path(path))
        shown = {"name": printable_path(name)}
        if not is_legible(name):
            faults.append(make_diagnostic("name-illegible", place, shown))
            continue
        if _RESERVED.fullmatch(name) or name.endswith((" ", ".")):
            faults.append(make_diagnostic("name-reserved", place, shown))
        forbidden = _FORBIDDEN.search(name)
        if forbidden:
            faults.append(make_diagnostic("name-forbidden", place, {**shown, "character": forbidden.group()}))
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
        earlier = first.setdefault(folded, name)
        if earlier != name:
            other = Location(f"{folder}/{earlier}" if folder else earlier)
            faults.append(make_diagnostic("name-clash", place, {**shown, "other": earlier}, related=(other,)))
    return faults
