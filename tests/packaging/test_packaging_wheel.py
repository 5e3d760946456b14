"""The wheel alone, with the dependencies that it declares and nothing else, is the whole tool."""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `make wheel` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        folder,
        REPOSITORY,
        cwd=folder,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment into which the wheel was installed.

    Its dependencies are linked from this environment, which has them installed: exactly those that the wheel declares,
    and what those declare. One that is imported but not declared is therefore missing here as it would be elsewhere.
    """
    folder = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    _run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    packages = Path(
        _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    )
    for name in _declared("showcase", packages):
        for source in _top_levels(name):
            link = packages / source.name
            if not link.exists():
                link.symlink_to(source, target_is_directory=source.is_dir())
    return programs


def test_the_wheel_carries_all_that_is_not_python(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    carried = {
        **{f"themes/{path}": f"showcase/shipped_themes/{path}" for path in _files(REPOSITORY / "themes")},
        **{
            f"src/showcase/{path}": f"showcase/{path}"
            for path in _files(REPOSITORY / "src" / "showcase")
            if not path.endswith(".pyc")
        },
    }
    assert len(carried) > 250
    assert sorted(source for source, target in carried.items() if target not in names) == []
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "content/"))]


@pytest.mark.parametrize(("lang", "language"), [("zh", "zh-CN"), ("en", "en")])
def test_a_site_is_made_and_built_with_the_wheel_alone(
    lang: str, language: str, scripts: Path, tmp_path: Path
) -> None:
    showcase = scripts / "showcase"
    _run(showcase, "new", "site", "demo", "--lang", lang, cwd=tmp_path)
    _run(showcase, "build", "--strict", "--site", "demo", cwd=tmp_path)
    public = tmp_path / "demo" / "public"
    assert (public / "index.html").is_file()
    assert list(public.glob("assets/css/site.*.css"))
    assert list(public.glob("search/client.*.js"))
    assert (public / f"search/{language}/index.js").is_file()
    said = _run(showcase, "build", "--strict", "--site", "demo", "--lang", "en", cwd=tmp_path)
    assert re.search(r"\b0 files written\b", said), said


def test_the_program_that_ran_is_the_wheel_s(scripts: Path, wheel: Path, tmp_path: Path) -> None:
    place = _run(scripts / "python", "-c", "import showcase; print(showcase.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(scripts.parent)
    found = "import importlib.util; print(importlib.util.find_spec('pytest'))"
    assert _run(scripts / "python", "-c", found, cwd=tmp_path) == "None\n"
    version = wheel.name.split("-")[1]
    assert _run(scripts / "showcase", "--version", cwd=tmp_path) == f"showcase {version}\n"
    assert "build" in _run(scripts / "showcase", "--help", cwd=tmp_path)
    assert "build" in _run(scripts / "python", "-m", "showcase", "--help", cwd=tmp_path)


def test_the_declared_dependencies_are_few(scripts: Path) -> None:
    """What an editor's computer must fetch; a new one is a decision (docs/dependencies.md)."""
    packages = next(scripts.parent.glob("lib/*/site-packages"), scripts.parent / "Lib" / "site-packages")
    names = {_plain(name) for name in _declared("showcase", packages)}
    assert not names & {"pytest", "playwright", "mypy", "ruff", "hypothesis"}
    assert len(names) < 30, sorted(names)


def _declared(name: str, packages: Path) -> Iterator[str]:
    """The distributions that one needs without any extra, and those that these need, each once."""
    (first,) = importlib.metadata.distributions(name=name, path=[str(packages)])
    waiting, seen = _needs(first), set()
    while waiting:
        needed = waiting.pop()
        if _plain(needed) not in seen:
            seen.add(_plain(needed))
            yield needed
            waiting += _needs(importlib.metadata.distribution(needed))


def _needs(distribution: importlib.metadata.Distribution) -> list[str]:
    requirements = [Requirement(text) for text in distribution.requires or []]
    return [one.name for one in requirements if one.marker is None or one.marker.evaluate({"extra": ""})]


def _top_levels(name: str) -> Iterator[Path]:
    """What an installed distribution put into site-packages: folders, modules and its own metadata."""
    files = importlib.metadata.distribution(name).files or []
    for top in sorted({file.parts[0] for file in files if file.parts[0] not in ("..", "__pycache__")}):
        yield Path(str(importlib.metadata.distribution(name).locate_file(top)))


def _plain(name: str) -> str:
    """A distribution's name as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _files(folder: Path) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]


def _run(*command: str | Path, cwd: Path) -> str:
    """Runs a program in an environment without this one's paths; what it printed. Its failure is the test's."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
