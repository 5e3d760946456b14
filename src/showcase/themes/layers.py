"""Finding a theme's folders: the site's own, the shipped one, and what they extend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def shipped_themes() -> Path:
    """The folder of the themes that come with showcase: inside the installed package, or, in a source checkout, the
    top level's `themes/`."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped_themes"
    return installed if installed.is_dir() else package.parent.parent / "themes"


def ground_folder() -> LayerFolder:
    """showcase's own layer, below every theme: what no theme need have (display boards)."""
    return LayerFolder("ground", Path(__file__).resolve().parent / "ground", "showcase/ground", own=False)


@dataclass(frozen=True, slots=True)
class LayerFolder:
    """One layer's folder. `label` is how messages call it (`themes/heritage`); `own` is True for the site's."""

    name: str
    path: Path
    label: str
    own: bool


def theme_folders(name: str, site_themes: Path | None) -> tuple[LayerFolder, ...]:
    """The folders of one theme, the site's before the shipped one; the same real folder stands once.

    A folder of the site that is a link to somewhere outside the site is not taken, unless it leads to the shipped theme.
    """
    if not _NAME.fullmatch(name):
        return ()
    shipped = shipped_themes() / name
    found: list[LayerFolder] = []
    if site_themes is not None and (site_themes / name).is_dir() and not leads_outside(name, site_themes):
        found.append(LayerFolder(name, site_themes / name, f"{site_themes.name}/{name}", own=True))
    if shipped.is_dir() and all(folder.path.resolve() != shipped.resolve() for folder in found):
        found.append(LayerFolder(name, shipped, f"showcase/themes/{name}", own=False))
    return tuple(found)


def leads_outside(name: str, site_themes: Path) -> bool:
    """Whether the site's folder of a theme is, by a link, a folder somewhere else that is not the shipped theme."""
    real = (site_themes / name).resolve()
    return (
        not real.is_relative_to(site_themes.parent.resolve()) and real != (shipped_themes() / name).resolve()
    )


def theme_names(site_themes: Path | None) -> tuple[str, ...]:
    """Every theme that a site could name, sorted."""
    names: set[str] = set()
    for folder in (site_themes, shipped_themes()):
        if folder is not None and folder.is_dir():
            names.update(
                path.name for path in folder.iterdir() if path.is_dir() and _NAME.fullmatch(path.name)
            )
    return tuple(sorted(names))
