"""`showcase theme check` and `showcase new theme`: every shipped theme keeps the contract, and every breach is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from command_line import run_showcase

TOLD = re.compile(r"\[((?:theme|new)-[a-z-]+)\]")
BROKEN = """<!DOCTYPE html>
<html lang="de"><head><title>x</title><script>1</script><script src="https://cdn.example/x.js"></script>
<link rel="stylesheet" href="{{ asset("css/large.css") }}"></head>
<body onload="x()"><div><h1>{{ page.title }}</h1><h1>2</h1></span><a href="#nowhere">x</a></div></body></html>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert run_showcase("new", "site", "demo", cwd=tmp_path).code == 0
    return tmp_path / "demo"


@pytest.mark.parametrize("name", ["heritage", "plain", "kiosk"])
def test_the_shipped_themes_keep_the_contract(name: str, tmp_path: Path) -> None:
    result = run_showcase("theme", "check", name, "--strict", cwd=tmp_path)
    assert result.code == 0, result.errors
    assert re.search(r"试排 [23]\d\d 个网页", result.errors)


@pytest.mark.parametrize("parent", ["heritage", "plain", "kiosk"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_theme_builds_and_passes_at_once(site: Path, parent: str, lang: str) -> None:
    made = run_showcase("new", "theme", "mine", "--extends", parent, "--lang", lang, cwd=site)
    assert made.code == 0, made.errors
    assert "themes/mine/theme.yaml" in made.output
    assert run_showcase("theme", "check", "mine", "--strict", cwd=site).code == 0
    settings = site / "site.yaml"
    settings.write_text(
        re.sub(r"(?m)^(theme|外观): .*$", "", settings.read_text("utf-8")) + "\ntheme: mine\n", "utf-8"
    )
    built = run_showcase("build", "--strict", cwd=site)
    assert built.code == 0, built.errors
    sheets = list((site / "public/assets/css").glob("site.*.css"))
    assert len(sheets) == 1
    assert b"box-sizing" in sheets[0].read_bytes()


def test_every_breach_is_told(site: Path) -> None:
    assert run_showcase("new", "theme", "mine", cwd=site).code == 0
    theme = site / "themes/mine"
    (theme / "templates").mkdir()
    (theme / "templates/story.html").write_text(BROKEN, encoding="utf-8")
    noise = "".join(f"a{n * 7919 % 99991}x{n}{{top:{n * 104729 % 99991}px}}" for n in range(9_000))
    (theme / "assets/css/large.css").write_text(noise, encoding="utf-8")
    (theme / "strings/bo.yaml").write_text("heritage.search: འཚོལ།\n", encoding="utf-8")
    result = run_showcase("theme", "check", str(theme), cwd=site)
    assert result.code == 1
    expected = {
        "theme-page-markup",
        "theme-page-frame",
        "theme-page-head",
        "theme-page-inline",
        "theme-page-foreign",
        "theme-page-link",
        "theme-page-loses",
        "theme-page-heavy",
        "theme-text-missing",
    }
    assert set(TOLD.findall(result.errors)) == expected
    told = json.loads(run_showcase("theme", "check", "mine", "--format", "json", cwd=site).output)
    assert told


def test_what_any_build_would_say_is_said_first(site: Path) -> None:
    assert run_showcase("new", "theme", "mine", cwd=site).code == 0
    (site / "themes/mine/templates").mkdir()
    (site / "themes/mine/templates/story.html").write_text("{{ page.titel }}", encoding="utf-8")
    result = run_showcase("theme", "check", "mine", cwd=site)
    assert (result.code, set(TOLD.findall(result.errors))) == (1, {"theme-template-undefined"})


@pytest.mark.parametrize("name", ["我的", "Mine", "../mine", "heritage", "con", "a" * 60, ""])
def test_names_that_no_theme_can_have(site: Path, name: str) -> None:
    result = run_showcase("new", "theme", name, cwd=site)
    assert (result.code, TOLD.findall(result.errors)) == (1, ["new-theme-name"])


def test_nothing_is_overwritten_and_no_unknown_theme_extended(site: Path) -> None:
    assert run_showcase("new", "theme", "mine", cwd=site).code == 0
    again = run_showcase("new", "theme", "mine", cwd=site)
    assert (again.code, TOLD.findall(again.errors)) == (1, ["new-file-exists"])
    unknown = run_showcase("new", "theme", "other", "--extends", "heritag", cwd=site)
    assert (unknown.code, TOLD.findall(unknown.errors)) == (1, ["theme-unknown"])
    assert not (site / "themes/other").exists()


def test_a_folder_that_is_not_there_is_wrong_usage(site: Path) -> None:
    assert run_showcase("theme", "check", "nowhere", cwd=site).code == 2


def test_the_schema_of_views_describes_every_view_of_a_site(site: Path) -> None:
    schema = json.loads(run_showcase("theme", "schema", cwd=site).output)
    shown = json.loads(run_showcase("inspect", "/", cwd=site).output)["view"]
    fields = schema["$defs"]
    assert set(shown["page"]) == set(fields["HomePage"]["required"])
    assert set(shown["site"]) == set(fields["SiteView"]["properties"])
    assert fields["StoryPage"]["properties"]["body"]["items"]["anyOf"] == [
        {"$ref": "#/$defs/Html"},
        {"$ref": "#/$defs/ComponentPart"},
    ]
