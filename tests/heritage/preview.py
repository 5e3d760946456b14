"""Writes every fixture page of the heritage theme into a folder, to be looked at, and takes pictures of them.

python tests/heritage/preview.py FOLDER                    # the pages alone
python tests/heritage/preview.py FOLDER zh-CN-home 360     # and FOLDER/zh-CN-home-360.png
python tests/heritage/preview.py FOLDER zh-CN-home 1440 dark largest
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from heritage_pages import THEME, render_view
from heritage_views import views


def write_pages(folder: Path) -> None:
    """The pages and the theme's assets, with addresses that work from the folder itself."""
    shutil.copytree(THEME / "assets", folder / "assets", dirs_exist_ok=True)
    for name, view in views().items():
        (folder / f"{name}.html").write_text(render_view(view, "assets/"), encoding="utf-8")


def take_picture(folder: Path, name: str, width: int, modes: list[str]) -> Path:
    """A picture of the whole page. Modes: `dark`, `forced` (colours), `large` or `largest` (text)."""
    from playwright.sync_api import sync_playwright

    target = folder / "-".join([name, str(width), *modes, ""]).rstrip("-")
    target = target.with_name(f"{target.name}.png")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if "dark" in modes else "light",
            forced_colors="active" if "forced" in modes else "none",
        )
        for size in re.findall(r"large(?:st)?", " ".join(modes)):
            page.add_init_script(f"localStorage.setItem('showcase-text-size', '{size}')")
        page.goto((folder / f"{name}.html").resolve().as_uri())
        page.screenshot(path=target, full_page=True)
        browser.close()
    return target


if __name__ == "__main__":
    destination = Path(sys.argv[1])
    destination.mkdir(parents=True, exist_ok=True)
    write_pages(destination)
    if len(sys.argv) > 3:
        print(take_picture(destination, sys.argv[2], int(sys.argv[3]), sys.argv[4:]))
