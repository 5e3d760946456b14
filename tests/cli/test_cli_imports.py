"""What a call of the program imports: what it does not use it does not wait for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SITE = Path(__file__).parents[1] / "sites" / "minimal" / "site"
NEVER_IDLE = {
    *(
        "PIL",
        "anyio",
        "asyncio",
        "concurrent",
        "http",
        "jinja2",
        "livereload",
        "markdown_it",
        "mdit_py_plugins",
    ),
    *(
        "multiprocessing",
        "numpy",
        "pagefind",
        "pypinyin",
        "rjsmin",
        "ssl",
        "tornado",
        "watchfiles",
        "xml",
    ),
}
"""What a program that finds nothing to do has no use for."""
STAGES = {
    *(
        "catalog",
        "editing",
        "finish",
        "markdown",
        "media",
        "outputs",
        "pages",
        "prepare",
        "render",
        "search",
        "serve",
    ),
    *("content.parse", "content.parsing", "model.view"),
}
PROGRAM = """
import sys
from showcase.cli.main import entry_point
sys.argv[:] = ["showcase", *sys.argv[1:]]
try:
    entry_point()
finally:
    print("\\n".join(sys.modules), file=open(MODULES, "w"))
"""


def _imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that stand in memory at the end of a call."""
    listed = folder / "modules.txt"
    program = PROGRAM.replace("MODULES", repr(str(listed)))
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(listed.read_text().split())


def _packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def _stages(modules: set[str]) -> set[str]:
    return {name.removeprefix("showcase.") for name in modules} & STAGES


def test_help_imports_no_package_and_no_stage(tmp_path: Path) -> None:
    modules = _imported(tmp_path, "--help")
    assert "showcase.cli.arguments" in modules
    assert not _packages(modules) & {*NEVER_IDLE, "msgspec", "sqlite3", "yaml"}
    assert not {
        name for name in modules if name.startswith(("showcase.content", "showcase.model", "showcase.themes"))
    }
    assert not _stages(modules)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("idle")
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    settings = folder / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("theme: golden", "theme: plain"), "utf-8")
    assert _packages(_imported(folder, "build")) & NEVER_IDLE, (
        "a build that makes something uses some of them"
    )
    return folder


def test_a_build_of_the_same_imports_no_stage_that_makes_something(folder: Path) -> None:
    modules = _imported(folder, "build")
    assert "showcase.memo" in modules
    assert not _packages(modules) & NEVER_IDLE
    assert not _stages(modules)


def test_a_build_after_an_edit_imports_no_package_for_what_did_not_change(folder: Path) -> None:
    story = next((folder / "content").rglob("*.md"))
    story.write_text(story.read_text("utf-8") + "\n又一段。\n", "utf-8")
    packages = _packages(_imported(folder, "build"))
    assert {"markdown_it", "jinja2"} <= packages
    assert not packages & {
        "PIL",
        "http",
        "livereload",
        "multiprocessing",
        "pagefind",
        "ssl",
        "tornado",
        "watchfiles",
    }
