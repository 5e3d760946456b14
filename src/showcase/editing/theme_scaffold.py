"""New themes: a child that builds at once, with the files that one changes first."""

from __future__ import annotations

import re
from pathlib import Path

from showcase.content.names import check_names
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Location
from showcase.diagnostics.wording import MessageLanguage
from showcase.editing.scaffold import Created, scaffold_texts, stands, write_files
from showcase.text.nearest import nearest
from showcase.themes.layers import shipped_themes, theme_names

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,7}")
_LONGEST = 40


def new_theme(site: Path, name: str, extends: str, language: MessageLanguage) -> Created:
    """A theme in the site's `themes/` that extends another. Refused when its folder stands already."""
    if not (site / "site.yaml").is_file():
        return (), (make_diagnostic("new-no-site", Location("site.yaml")),)
    sound = len(name) <= _LONGEST and _NAME.fullmatch(name) is not None
    if not sound or (shipped_themes() / name).is_dir() or check_names("", [f"{name}.md"]):
        return (), (make_diagnostic("new-theme-name", Location("themes"), {"name": name[:_LONGEST]}),)
    folder = f"themes/{name}"
    if stands(site / folder):
        return (), (make_diagnostic("new-file-exists", Location(folder), {"path": folder}),)
    known = theme_names(site / "themes")
    if extends not in known:
        arguments = {"name": extends[:_LONGEST], "names": ", ".join(known)}
        suggestion = nearest(extends, known)
        where = Location(f"{folder}/theme.yaml")
        return (), (make_diagnostic("theme-unknown", where, arguments, suggestion=suggestion),)
    files = {
        f"{folder}/{path}": text.replace("{{name}}", name).replace("{{extends}}", extends)
        for path, text in scaffold_texts(language, "theme")
    }
    return write_files(site, files)
