"""Hostile and broken sites, row by row: each is told of with its place, or published without harm. Never a traceback.

Rows of stories share two sites, one of those that must be refused and one of those that must not: so each row also shows
that no fault hides another's. Templates are in tests/themes/test_themes_hostile.py.
"""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest
import rows_bodies
import rows_files
import rows_front_matter
import rows_machine
import rows_places
import rows_settings
import rows_themes
from hostile import SECRET, SITE, Case, Content, lay, story

from command_line import Result, run_showcase

_SAID = re.compile(r"^(\S.*?): (error|warning|info)\[([a-z0-9-]+)\]", re.MULTILINE)
_ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset"}


def build(case: Case, folder: Path) -> tuple[Path, Result]:
    """The site's folder and what a build of it said. Outside the site nothing may have changed."""
    site = lay(case, folder)
    result = run_showcase("build", "--lang", "en", *case.options, cwd=site)
    assert result.code in (0, 1), result.errors
    assert "Traceback" not in result.errors
    assert sorted(path.name for path in folder.iterdir()) == ["outside", "site"]
    outside = {path.name: path.read_text(encoding="utf-8") for path in (folder / "outside").iterdir()}
    assert outside == dict.fromkeys(("secret.md", "secret.txt"), f"---\ntitle: {SECRET}\n---\n{SECRET}\n")
    assert not (site / "pwned").exists()
    return site, result


def said_in(result: Result) -> set[str]:
    """`place code`, `path code` and `code` of every message."""
    found = set()
    for place, _, code in _SAID.findall(result.errors):
        found |= {f"{place} {code}", f"{re.sub(r'(:[0-9]+)+$', '', place)} {code}", code}
    return found


def refused(case: Case, folder: Path, *wanted: str) -> None:
    site, result = build(case, folder)
    assert result.code == 1, result.errors
    assert set(wanted) <= said_in(result), result.errors
    assert not (site / "public/sitemap.xml").exists()


def sound(case: Case, folder: Path) -> Path:
    site, result = build(case, folder)
    assert result.code == 0, result.errors
    harmless(site / "public")
    return site / "public"


def harmless(public: Path) -> None:
    """No page runs, loads or sends anything that the writer of a text put in."""
    for page in public.rglob("*.html"):
        tree = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in {"iframe", "object", "embed", "base"}, page
            for name, value in element.attrib.items():
                name = str(name)
                assert not name.startswith("on"), (page, element.tag, name)
                if name in _ADDRESSES:
                    assert not re.match(r"[\s\x00-\x1f]*(javascript|vbscript|data):", value, re.IGNORECASE), (
                        page
                    )
            if element.tag == "script":
                assert "src" in element.attrib or element.attrib.get("type") == "application/ld+json", page
            if element.tag in {"img", "video", "audio", "source", "script", "link"}:
                address = element.attrib.get("src") or element.attrib.get("href") or ""
                assert "evil" not in address, page


def texts_of(public: Path) -> str:
    return "\n".join(
        f"{path.relative_to(public)}\n{path.read_bytes().decode('utf-8', 'replace')}"
        for path in sorted(public.rglob("*"))
        if path.is_file()
    )


STORIES: dict[str, tuple[Content, str]] = {
    **{f"head-{name}": (story("文", head), said) for name, (head, said) in rows_front_matter.REFUSED.items()},
    **{f"body-{name}": (story(body), said) for name, (body, said) in rows_bodies.REFUSED.items()},
    **{f"file-{name}": row for name, row in rows_files.REFUSED.items()},
}
SOUND_STORIES: dict[str, Content] = {
    **{f"head-{name}": story("文", head) for name, head in rows_front_matter.SOUND.items()},
    **{f"body-{name}": story(body) for name, body in rows_bodies.SOUND.items()},
    **{f"file-{name}": data for name, data in rows_files.SOUND.items()},
}


@pytest.fixture(scope="module")
def all_refused(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    files = {f"content/stories/{name}.md": content for name, (content, _) in STORIES.items()}
    _, result = build(Case(files), tmp_path_factory.mktemp("refused"))
    assert result.code == 1
    return said_in(result)


@pytest.mark.parametrize("name", STORIES)
def test_a_hostile_story_is_refused_at_its_place(name: str, all_refused: set[str]) -> None:
    place, _, code = STORIES[name][1].rpartition(" ")
    path = f"content/stories/{name}.md"
    assert f"{path}:{place} {code}" in all_refused if place else f"{path} {code}" in all_refused


def test_stories_that_only_look_hostile_are_published_without_harm(tmp_path: Path) -> None:
    files = {f"content/stories/{name}.md": content for name, content in SOUND_STORIES.items()}
    public = sound(Case(files), tmp_path)
    for name in SOUND_STORIES:
        # A slug moves the page; one is to be published in the year 9999.
        moved = "slug" in name or name == "head-pub-far"
        assert moved or (public / f"stories/{name}/index.html").is_file(), name


@pytest.mark.parametrize("name", rows_files.NAMES_REFUSED)
def test_names_that_not_every_system_can_hold_are_refused(name: str, tmp_path: Path) -> None:
    path, said = rows_files.NAMES_REFUSED[name]
    refused(Case({path: story("文")}), tmp_path, said)


def test_unusual_names_are_taken_or_passed_over(tmp_path: Path) -> None:
    sound(Case({path: story("文") for path in rows_files.NAMES_SOUND.values()}), tmp_path)


SETTINGS = {
    **{name: (SITE + lines, said) for name, (lines, said) in rows_settings.REFUSED.items()},
    **{f"base-{name}": row for name, row in rows_settings.ADDRESSES_REFUSED.items()},
    **{f"file-{name}": row for name, row in rows_settings.FILES_REFUSED.items()},
}
SOUND_SETTINGS: dict[str, str | bytes] = {
    **{name: SITE + lines for name, lines in rows_settings.SOUND.items()},
    **{f"base-{name}": text for name, text in rows_settings.ADDRESSES_SOUND.items()},
    **rows_settings.FILES_SOUND,
}


@pytest.mark.parametrize("name", SETTINGS)
def test_hostile_settings_are_refused_at_their_place(name: str, tmp_path: Path) -> None:
    content, said = SETTINGS[name]
    if name.startswith("base-"):
        content = f"title: 站点\nbase_url: {content!s}\n"
    refused(
        Case({"site.yaml": content}),
        tmp_path,
        f"site.yaml:{said}" if said[0].isdigit() else f"site.yaml {said}",
    )


@pytest.mark.parametrize("name", SOUND_SETTINGS)
def test_settings_that_only_look_hostile_are_harmless(name: str, tmp_path: Path) -> None:
    content = SOUND_SETTINGS[name]
    if name.startswith("base-"):
        content = f"title: 站点\nbase_url: {content!s}\n"
    sound(Case({"site.yaml": content}), tmp_path)


@pytest.mark.parametrize("name", rows_places.REFUSED)
def test_hostile_places_are_refused_at_their_place(name: str, tmp_path: Path) -> None:
    content, said = rows_places.REFUSED[name]
    refused(Case({"content/places.yaml": content}), tmp_path, f"content/places.yaml:{said}")


@pytest.mark.parametrize("name", rows_places.SOUND)
def test_unusual_places_are_harmless(name: str, tmp_path: Path) -> None:
    sound(Case({"content/places.yaml": rows_places.SOUND[name]}), tmp_path)


_PARTS = {
    "text": ("themes/heritage/strings/zh-CN.yaml", rows_themes.TEXTS_REFUSED, rows_themes.TEXTS_SOUND),
    "sheet": ("themes/heritage/assets/css/site.css", rows_themes.SHEETS_REFUSED, rows_themes.SHEETS_SOUND),
}


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, row in _PARTS.items() for name in row[1]])
def test_hostile_files_of_a_theme_are_refused_at_their_place(part: str, name: str, tmp_path: Path) -> None:
    path, rows, _ = _PARTS[part]
    content, said = rows[name]
    refused(Case({path: content}), tmp_path, f"{path}:{said}")


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, row in _PARTS.items() for name in row[2]])
def test_unusual_files_of_a_theme_are_harmless(part: str, name: str, tmp_path: Path) -> None:
    path, _, rows = _PARTS[part]
    sound(Case({path: rows[name]}), tmp_path)


@pytest.mark.parametrize("name", rows_themes.THEMES_REFUSED)
def test_hostile_themes_are_refused_at_their_place(name: str, tmp_path: Path) -> None:
    content, said = rows_themes.THEMES_REFUSED[name]
    refused(Case({"themes/own/theme.yaml": content, "site.yaml": SITE + "theme: own\n"}), tmp_path, said)


MACHINE = {
    f"{kind}: {name}": case
    for kind, cases in (
        ("link", rows_machine.LINKS),
        ("operation", rows_machine.OPERATIONS),
        ("picture", rows_machine.PICTURES),
        ("private", rows_machine.PRIVATE),
    )
    for name, case in cases.items()
}


@pytest.mark.parametrize("name", MACHINE)
def test_nothing_leaves_or_harms_the_machine(name: str, tmp_path: Path) -> None:
    case = MACHINE[name]
    if case.said:
        refused(case, tmp_path, *case.said)
        return
    texts = texts_of(sound(case, tmp_path))
    assert all(piece in texts for piece in case.shows)
    assert not any(piece.replace("{folder}", str(tmp_path)) in texts for piece in case.hides)
