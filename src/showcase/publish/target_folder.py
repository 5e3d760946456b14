"""Whether a folder may be published into. A wrong path on the command line must never cost anybody a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.publish.manifest import Manifest

PRIVATE = ".showcase"
"""The folder inside the site for what may be deleted at any time: the cache and what publish remembers."""
_SOURCES = ("content", "themes", PRIVATE)
"""Folders of a site that are never published into."""

# fmt: off
_SYSTEM = frozenset({
    "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/run", "/sbin", "/sys",
    "/usr/bin", "/usr/include", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/sbin", "/usr/src",
    "/usr/local/bin", "/usr/local/lib", "/usr/local/sbin", "/var/cache", "/var/lib", "/var/log", "/var/spool",
    "/private/etc", "/Applications", "/Library", "/System", "C:/Program Files", "C:/Windows",
})
"""Folders of the system (Filesystem Hierarchy Standard 3.0; macOS; Windows) that hold no site at any depth."""
_SHARED = frozenset({
    "/home", "/media", "/mnt", "/opt", "/private", "/private/var", "/root", "/srv", "/tmp",  # noqa: S108
    "/usr", "/usr/local", "/usr/share", "/var", "/Users", "/Volumes",
})
# fmt: on
"""Folders that others share: a site may live below them, not in them."""


def is_inside(path: Path, site: Path) -> bool:
    """Whether a path in the site stays in it when its links are followed."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(site))


def shown(folder: Path, site: Path) -> str:
    """The output folder as messages call it: relative to the site where it lies inside."""
    try:
        return folder.relative_to(site).as_posix()
    except ValueError:
        return str(folder)


def check_folder(folder: Path, site: Path, manifest: Manifest | None) -> Diagnostic | None:
    """Why nothing may be published into `folder`, or None. Links are followed first, so that a link to a bad place is
    as bad as the place."""
    name = shown(folder, site)
    where = Location(name)
    real, home = Path(os.path.realpath(folder)), Path(os.path.realpath(site))
    if real == real.parent or real == _home():
        return make_diagnostic("publish-into-root", where, {"folder": name})
    if _is_the_systems(real):
        return make_diagnostic("publish-into-system", where, {"folder": name})
    if os.path.lexists(folder) and not folder.is_dir():
        return make_diagnostic("publish-not-folder", where, {"folder": name})
    reason = _source_reason(real, home, manifest)
    return (
        make_diagnostic("publish-into-sources", where, {"folder": name, "reason": reason}) if reason else None
    )


def _source_reason(real: Path, site: Path, manifest: Manifest | None) -> str:
    """What in or around the folder is a source, or an empty string."""
    if real == site or real in site.parents:
        return "site.yaml"
    for part in _SOURCES:
        source = Path(os.path.realpath(site / part))
        if real == source or source in real.parents:
            return f"{part}/"
    if ".git" in real.parts:
        return ".git/"
    ours = manifest.files if manifest else {}
    for part in ("site.yaml", ".git", "content"):
        # A site may well have a page at /content/; it is a source only when we did not write it.
        if os.path.lexists(real / part) and not any(path.split("/", 1)[0] == part for path in ours):
            return part
    return ""


def _is_the_systems(real: Path) -> bool:
    name = real.as_posix()
    return name in _SHARED or any(path.as_posix() in _SYSTEM for path in (real, *real.parents))


def _home() -> Path | None:
    """The user's home folder by the system's own record; the environment is not asked."""
    if sys.platform == "win32":
        return None
    import pwd

    try:
        return Path(os.path.realpath(pwd.getpwuid(os.getuid()).pw_dir))
    except KeyError:
        return None
