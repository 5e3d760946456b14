"""Theme parameters: what fits, what does not, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from theme_samples import codes, load, loaded, write_theme

from showcase.diagnostics.wording import word
from showcase.themes.parameters import contrast
from showcase.themes.theme import ParameterValue

THEME = """name: tiny
parameters:
  accent: {type: color, default: "#b3261e", contrast_on: ["#ffffff"]}
  columns: {type: integer, default: 3, min: 1, max: 4}
  leading: {type: number, default: 1.8, min: 1, max: 3}
  paper: {type: choice, choices: [warm, white]}
  pattern: {type: boolean, default: yes}
  slogan: {type: text}
"""


@pytest.fixture
def themes(tmp_path: Path) -> Path:
    write_theme(tmp_path, "tiny", {"theme.yaml": THEME})
    return tmp_path


def test_defaults_stand_in_their_types(themes: Path) -> None:
    assert loaded(themes).parameters == {
        "accent": "#b3261e",
        "columns": 3,
        "leading": 1.8,
        "paper": "warm",
        "pattern": True,
        "slogan": "",
    }


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("accent", "#00594F", "#00594f"),
        ("columns", 4, 4),
        ("columns", "2", 2),
        ("leading", 2, 2.0),
        ("paper", "white", "white"),
        ("pattern", False, False),
        ("pattern", "否", False),
        ("slogan", "扎根基层", "扎根基层"),
        ("slogan", 2024, "2024"),
    ],
)
def test_a_good_value_is_taken(
    themes: Path, name: str, written: ParameterValue, value: ParameterValue
) -> None:
    assert loaded(themes, **{name: written}).parameters[name] == value


@pytest.mark.parametrize(
    ("name", "written", "code"),
    [
        ("acent", "#000000", "theme-parameter-unknown"),
        ("accent", "red", "theme-parameter-color"),
        ("accent", "#ff8888", "theme-parameter-contrast"),
        ("columns", 5, "theme-parameter-integer"),
        ("columns", "1e3", "theme-parameter-integer"),
        ("columns", 2.5, "theme-parameter-integer"),
        ("leading", "nan", "theme-parameter-number"),
        ("paper", "whit", "theme-parameter-choice"),
        ("pattern", "maybe", "theme-parameter-boolean"),
        ("slogan", "a\x00b", "theme-parameter-text"),
        ("slogan", "a" * 3000, "theme-parameter-text"),
    ],
)
def test_a_wrong_value_is_told_where_the_site_wrote_it(
    themes: Path, name: str, written: ParameterValue, code: str
) -> None:
    theme, found = load(themes, **{name: written})
    assert theme is None
    assert codes(found) == [code]
    assert (found[0].location.path, found[0].location.line) == ("site.yaml", 9)
    if written == "whit":
        assert found[0].suggestion == "white"
    assert name in word(found[0], "zh").message
    assert name in word(found[0], "en").message


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_a_style_sheet_holds_the_values_of_parameters_and_its_name_tells_them(tmp_path: Path) -> None:
    yaml = 'name: tiny\nversion: 1.0.0\nparameters:\n  ink: {type: color, default: "#111111"}\n  wide: {type: integer, default: 3}\n'
    write_theme(
        tmp_path,
        "tiny",
        {"theme.yaml": yaml, "assets/a.css": "a{color:parameter(ink);top:parameter( wide )px}"},
    )
    assert loaded(tmp_path).assets["a.css"].data == b"a{color:#111111;top:3px}"
    other = loaded(tmp_path, ink="#222222")
    assert other.assets["a.css"].data == b"a{color:#222222;top:3px}"
    assert other.digest != loaded(tmp_path).digest


def test_no_value_can_break_out_of_a_style_sheet(tmp_path: Path) -> None:
    yaml = "name: tiny\nversion: 1.0.0\nparameters:\n  word: {type: text}\n"
    write_theme(tmp_path, "tiny", {"theme.yaml": yaml, "assets/a.css": "a{color:parameter(word)}"})
    for hostile in ("red;}b{x:y", "url(//evil)", "red/*", "a b", "\\75"):
        theme, found = load(tmp_path, word=hostile)
        assert theme is None
        assert [one.code for one in found] == ["theme-sheet-parameter"]


def test_a_picture_must_be_there(tmp_path: Path) -> None:
    yaml = "name: tiny\nversion: 1.0.0\nparameters:\n  logo: {type: image}\n"
    write_theme(tmp_path, "tiny", {"theme.yaml": yaml, "assets/img/logo.svg": "<svg/>", "assets/a.css": ""})
    assert loaded(tmp_path, logo="img/logo.svg").parameters["logo"] == "img/logo.svg"
    assert loaded(tmp_path).parameters["logo"] == ""
    for wrong in ("img/lgoo.svg", "a.css", "../secret.png"):
        theme, found = load(tmp_path, logo=wrong)
        assert theme is None
        assert [one.code for one in found] == ["theme-parameter-image"]
