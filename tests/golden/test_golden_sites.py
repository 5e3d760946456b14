"""Golden sites: whole small sites with the files that they must publish (tests/sites/README.md).

`pytest tests/golden --update-goldens` writes the expected files anew; read the difference before committing it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import pytest
from golden_languages import mistaken_languages
from golden_links import broken_links

from command_line import run_showcase
from showcase import __version__
from showcase.model import view

SITES = Path(__file__).resolve().parent.parent / "sites"
THEME = SITES / "theme-golden"

_HASH = re.compile(r"\.[0-9a-f]{8,64}\.(?=[a-z0-9]+\b)")
_MEDIUM = re.compile(r"(?<=/media/)([^\s\"<>]*)\.[0-9a-f]{8,64}\.(?=[a-z0-9]+\b)")
_CLIENT = re.compile(r"(?<=/search/client)\.[0-9a-f]{8}(?=\.js)")
_STRINGS = re.compile(r'(?<= data-strings=")[^"]+')
_SAID = re.compile(r"^\S+: (?:error|warning|info)\[[a-z0-9-]+\]", re.MULTILINE)
_VERSION = re.compile(rf"\bshowcase {re.escape(__version__)}\b")


@dataclass(frozen=True)
class Case:
    """A folder of tests/sites. `drafts+shown` builds the site of `drafts` with other options."""

    folder: Path

    @property
    def site(self) -> Path:
        return SITES / self.folder.name.partition("+")[0] / "site"

    @property
    def options(self) -> list[str]:
        return _text(self.folder / "options.txt").split()

    @property
    def base_url(self) -> str:
        """The site's address, as far as the options say; every other case is of https://example.org."""
        options = self.options
        return options[options.index("--base-url") + 1] if "--base-url" in options else "https://example.org"

    def build(self, place: Path, theme: str = "") -> tuple[Path, str]:
        """The published folder, and what was said: file, line, column, severity and code, a line each. `theme` takes the
        place of the golden one."""
        site = place / "site"
        shutil.copytree(self.site, site)
        shutil.copytree(THEME, site / "themes" / "golden")
        if theme:
            settings = (site / "site.yaml").read_text(encoding="utf-8")
            assert "theme: golden\n" in settings
            (site / "site.yaml").write_text(
                settings.replace("theme: golden\n", f"theme: {theme}\n"), encoding="utf-8"
            )
        result = run_showcase("build", "--site", site, "--lang", "en", *self.options, cwd=place)
        assert result.code == 0, result.errors
        assert not result.output
        return site / "public", "".join(f"{line}\n" for line in _SAID.findall(result.errors))


CASES = [Case(folder) for folder in sorted(SITES.iterdir()) if folder.is_dir() and folder != THEME]


@pytest.mark.parametrize("case", CASES, ids=[case.folder.name for case in CASES])
def test_a_golden_site_is_published_as_expected(case: Case, tmp_path: Path, update_goldens: bool) -> None:
    public, said = case.build(tmp_path)
    if update_goldens:
        _write(case.folder / "expected-files.txt", _listing(public))
        _write(case.folder / "expected-messages.txt", said)
        for path in _fixed(case):
            _write(case.folder / "expected" / path, _normal(public / path))
    assert _listing(public) == _text(case.folder / "expected-files.txt")
    assert said == _text(case.folder / "expected-messages.txt")
    for path in _fixed(case):
        assert (public / path).is_file(), path
        assert _normal(public / path) == _text(case.folder / "expected" / path), path
    assert broken_links(public, case.base_url) == []


def test_a_second_build_of_a_golden_site_changes_nothing(tmp_path: Path) -> None:
    case = Case(SITES / "translations")
    public, _ = case.build(tmp_path)
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in public.rglob("*") if path.is_file()
    }
    assert run_showcase("build", "--site", public.parent, *case.options, cwd=tmp_path).code == 0
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in public.rglob("*") if path.is_file()
    } == before


def test_what_pictures_and_folders_hold_in_private_stays_private(tmp_path: Path) -> None:
    """Camera, place, comments and trailers of pictures; a spreadsheet and slides beside the story."""
    case = Case(SITES / "media")
    kept = [path.read_bytes() for path in (case.site / "content").rglob("*") if path.is_file()]
    assert sum(b"SECRET" in data or b"not for the public" in data for data in kept) >= 4
    public, _ = case.build(tmp_path)
    for path in sorted(public.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            assert b"SECRET" not in data, path
            assert b"not for the public" not in data, path


@pytest.mark.parametrize("theme", ["golden", "heritage"])
def test_every_part_in_another_language_is_marked(theme: str, tmp_path: Path) -> None:
    public, _ = Case(SITES / "translations").build(tmp_path, theme)
    assert mistaken_languages(public) == []


def test_heritage_shows_who_runs_the_site_and_its_filing_numbers(tmp_path: Path) -> None:
    """Also that a site's own template adds to the shipped one of the same name."""
    public, _ = Case(SITES / "filing-footer").build(tmp_path)
    lines = (public / "stories/one/index.html").read_text(encoding="utf-8").splitlines()
    for line in (
        "<p>主办：某单位 &lt;办&gt;</p>",
        "<p>地址：某路 1 号</p>",
        "<p>联系：editors@example.org</p>",
        "<p>本站内容仅供测试。</p>",
        '<li><a href="https://beian.miit.gov.cn/" rel="external">京ICP备12345678号-1</a></li>',
        '<li><a href="https://beian.mps.gov.cn/" rel="external">京公网安备11010102000001号</a></li>',
        "<li>网站标识码：1101010001</li>",
        "<li>许可：CC BY 4.0</li>",
    ):
        assert line in lines
    assert any(line.startswith("<p>本站自己加的一句。</p>") for line in lines)


def test_the_golden_theme_prints_every_field_of_the_views() -> None:
    templates = "\n".join(path.read_text(encoding="utf-8") for path in THEME.rglob("*.html"))
    classes = [
        kind for kind in vars(view).values() if is_dataclass(kind) and kind not in (view.View, view.Html)
    ]
    assert len(classes) > 30
    names = {field.name for kind in classes for field in fields(kind)}
    assert sorted(name for name in names if not re.search(rf"\w\.{name}\b", templates)) == []


def _fixed(case: Case) -> Iterator[str]:
    """The paths of the published files that the case fixes."""
    folder = case.folder / "expected"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


def _listing(public: Path) -> str:
    """Every published path, a line each; hashes in names are `*`."""
    paths = (path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file())
    return "".join(f"{path}\n" for path in sorted(_HASH.sub(".*.", path) for path in paths))


def _normal(path: Path) -> str:
    """A file's text without what changes although the site does not: the version of showcase, the digests of pictures,
    which another version of the picture library may write in other bytes, the search client's, and what it may say."""
    text = _MEDIUM.sub(r"\1.*.", path.read_bytes().decode("utf-8"))
    return _VERSION.sub("showcase *", _STRINGS.sub("*", _CLIENT.sub(".*", text)))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def _write(path: Path, text: str) -> None:
    """Writes a golden; one that would be empty is not kept."""
    if text:
        path.write_bytes(text.encode("utf-8"))
    else:
        path.unlink(missing_ok=True)
