"""How a hostile or broken site is written down, and what must come of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

SITE = "title: 站点\nbase_url: https://example.org\n"
SECRET = "SECRET-OF-THE-MACHINE"


@dataclass(frozen=True)
class Link:
    """A symbolic link; `{outside}` stands for a folder beside the site that holds `secret.txt` and `secret.md`."""

    target: str


Content = str | bytes | Link


@dataclass(frozen=True)
class Case:
    """A site and what a build of it must say or publish.

    `said`: `code`, `path code` or `path:line code`, each of which must be among the messages; with an error among them
    nothing is published. `shows`: pieces of the published texts that must be there; `hides`: pieces that may be nowhere
    in the published folder.
    """

    files: dict[str, Content]
    said: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


def story(body: str, head: str = "") -> str:
    """A story's file with a body, and more in its front matter."""
    return f"---\ntitle: 题\n{head}---\n\n{body}\n"


def lay(case: Case, folder: Path) -> Path:
    """Writes the site, with a plain site.yaml and one sound story where the case has none."""
    outside = folder / "outside"
    outside.mkdir(parents=True)
    for name in ("secret.txt", "secret.md"):
        (outside / name).write_text(f"---\ntitle: {SECRET}\n---\n{SECRET}\n", encoding="utf-8")
    site = folder / "site"
    files: dict[str, Content] = {"site.yaml": SITE, "content/stories/sound.md": story("正文。"), **case.files}
    for path, content in files.items():
        target = Path(os.fsdecode(os.fsencode(site) + b"/" + os.fsencode(path)))
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            target.symlink_to(content.target.replace("{outside}", str(outside)))
        elif isinstance(content, bytes):
            target.write_bytes(content)
        else:
            target.write_text(content, encoding="utf-8")
    return site
