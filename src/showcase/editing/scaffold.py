"""New sites and new entries from the files in scaffolds/."""

from __future__ import annotations

import datetime
import importlib.resources
import os
import re
from importlib.resources.abc import Traversable
from pathlib import Path

from showcase.content.names import check_names, is_legible
from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.wording import MessageLanguage
from showcase.text.slugs import slug

_FOLDERS = {"story": "stories", "brand": "brands", "organisation": "organisations"}
_UNSAFE_TITLE = re.compile(r'^(?:~|null)$|^[\s\-?:,\[\]{}#&*!|>\'"“‘＂%@`]|[:#\\]|["\']$|\s$', re.IGNORECASE)
"""Where YAML would read a plain scalar as something else; such a title is written in double quotes."""
LONGEST_TITLE = 200
"""Characters; what is longer is a text that was pasted by mistake."""
_INVISIBLE = dict.fromkeys((0xFEFF, 0xFFFE, 0xFFFF))

Created = tuple[tuple[str, ...], tuple[Diagnostic, ...]]
"""The files made, and what kept others from being made."""


def new_site(folder: Path, language: MessageLanguage, today: datetime.date) -> Created:
    """A small site that builds as it is: settings, topics, one brand, one organisation, one story, one page.

    Refused when the folder holds a site already; files that stand there are never overwritten.
    """
    if stands(folder / "site.yaml"):
        return (), (make_diagnostic("new-site-exists", Location("site.yaml"), {"folder": folder.name}),)
    files = {
        path: _filled(text, {"title": _legible(folder.name) or "showcase", "today": today.isoformat()})
        for path, text in scaffold_texts(language, "site")
    }
    clash = next((path for path in files if stands(folder / path)), None)
    if clash is not None:
        return (), (make_diagnostic("new-file-exists", Location(clash), {"path": clash}),)
    return write_files(folder, files)


def new_entry(
    site: Path, kind: str, title: str, entry_id: str, language: MessageLanguage, today: datetime.date
) -> Created:
    """A story, brand or organisation called `title`; its file name is `entry_id`, or the title in pinyin."""
    if not (site / "site.yaml").is_file():
        return (), (make_diagnostic("new-no-site", Location("site.yaml")),)
    title = _legible(title)
    if not title:
        return (), (make_diagnostic("new-no-title", Location("site.yaml")),)
    if len(title) > LONGEST_TITLE:
        arguments = {"length": str(len(title)), "most": str(LONGEST_TITLE)}
        return (), (make_diagnostic("new-title-too-long", Location("site.yaml"), arguments),)
    name = slug(entry_id or title)
    if check_names("", [f"{name}.md"]):
        name = f"{kind}-{name}"  # no Windows computer could hold a file called con or nul
    path = f"content/{_FOLDERS[kind]}/{name}.md"
    if stands(site / path) or stands(site / f"content/{_FOLDERS[kind]}/{name}"):
        return (), (make_diagnostic("new-file-exists", Location(path), {"path": path}),)
    text = (_scaffolds(language) / f"{kind}.md").read_text(encoding="utf-8")
    return write_files(site, {path: _filled(text, {"title": title, "today": today.isoformat()})})


def scaffold_texts(language: MessageLanguage, kind: str) -> list[tuple[str, str]]:
    """The files of one scaffold folder, by their paths in it."""
    return _texts(_scaffolds(language) / kind)


def _scaffolds(language: MessageLanguage) -> Traversable:
    return importlib.resources.files("showcase.editing") / "scaffolds" / language


def _texts(folder: Traversable, prefix: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            found += _texts(item, f"{prefix}{item.name}/")
        else:
            found.append((prefix + item.name, item.read_text(encoding="utf-8")))
    return found


def _filled(text: str, words: dict[str, str]) -> str:
    for name, word in words.items():
        text = text.replace("{{" + name + "}}", _scalar(word))
    return text


def _legible(text: str) -> str:
    """One line without the invisible characters that a terminal or a paste may bring along, which a check would refuse."""
    kept = "".join(" " if item.isspace() else item for item in text if item.isspace() or is_legible(item))
    return " ".join(kept.translate(_INVISIBLE).split())


def stands(path: Path) -> bool:
    """Whether something is there already, be it a link that leads nowhere."""
    return os.path.lexists(path)


def _scalar(text: str) -> str:
    if not _UNSAFE_TITLE.search(text) and not text.replace(".", "").isdigit():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write_files(folder: Path, files: dict[str, str]) -> Created:
    """Writes new files below `folder`; what stands already, or lies behind a link that leads out, is refused."""
    created: list[str] = []
    for path, text in files.items():
        target = folder / path
        try:
            if not Path(os.path.realpath(target)).is_relative_to(os.path.realpath(folder)):
                raise OSError("link out")  # noqa: TRY301 - one way out for all that keeps a file from being written
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            reason = error.strerror or str(error)
            fault = make_diagnostic("new-cannot-write", Location(path), {"path": path, "reason": reason})
            return tuple(created), (fault,)
        created.append(path)
    return tuple(created), ()
