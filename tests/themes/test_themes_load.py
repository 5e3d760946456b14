"""Loading themes: layers, inheritance, and every fault of a theme's files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from theme_samples import codes, load, loaded, site, write_theme

from showcase.diagnostics.source_text import SourceText
from showcase.diagnostics.wording import word
from showcase.store.memory_store import MemoryStore
from showcase.themes.definition import read_definition
from showcase.themes.layers import shipped_themes
from showcase.themes.load import load_theme
from showcase.themes.yaml_tree import read_mapping


def test_the_shipped_theme_loads_for_a_site_without_themes() -> None:
    theme, found = load_theme(site("heritage"), None)
    assert theme is not None
    assert found == ()
    assert theme.string("en", "home") == "Home"
    assert theme.templates["base.html"][0].layer == 1


def test_a_site_that_holds_the_shipped_theme_itself_has_one_layer() -> None:
    theme, _ = load_theme(site("heritage"), shipped_themes())
    assert theme is not None
    assert [source.layer for source in theme.templates["base.html"]] == [0]


def test_one_file_in_the_site_overrides_the_shipped_theme(tmp_path: Path) -> None:
    write_theme(
        tmp_path / "themes",
        "heritage",
        {
            "templates/page.html": '{% extends "!page.html" %}',
            "assets/img/icon.svg": b"<svg/>",
            "strings/zh-CN.yaml": "heritage:\n  skip: 直接看正文\n",
        },
        whole=False,
    )
    theme = loaded(tmp_path / "themes", "heritage")
    assert [source.layer for source in theme.templates["page.html"]] == [0, 1]
    assert theme.assets["img/icon.svg"].data == b"<svg/>"
    assert theme.string("zh-CN", "heritage.skip") == "直接看正文"
    assert theme.string("zh-CN", "heritage.menu") != "heritage.menu"


def test_a_theme_takes_what_it_lacks_from_the_theme_that_it_extends(tmp_path: Path) -> None:
    write_theme(
        tmp_path,
        "tiny",
        {"theme.yaml": "name: tiny\nversion: 2\nextends: base\nparameters: {accent: {default: teal}}\n"},
        whole=False,
    )
    parameters = (
        "parameters:\n  accent: {type: choice, choices: [red, teal], default: red}\n  wide: {type: boolean}\n"
    )
    write_theme(tmp_path, "base", {"theme.yaml": "name: base\n" + parameters, "assets/a.css": b"x"})
    theme = loaded(tmp_path)
    assert theme.version == "2"
    assert theme.parameters == {"accent": "teal", "wide": False}
    assert set(theme.assets) == {"a.css", "board/board.css"}


def test_themes_that_extend_each_other_are_a_fault(tmp_path: Path) -> None:
    write_theme(tmp_path, "tiny", {"theme.yaml": "name: tiny\nextends: other\n"})
    write_theme(tmp_path, "other", {"theme.yaml": "name: other\nextends: tiny\n"})
    theme, found = load(tmp_path)
    assert theme is None
    assert codes(found) == ["theme-extends-loop"]
    assert found[0].location.line == 2


@pytest.mark.parametrize("name", ["heritge", "../heritage", "", "a/b", ".", "/etc"])
def test_an_unknown_theme_is_named_with_those_that_exist(tmp_path: Path, name: str) -> None:
    theme, found = load(tmp_path, name)
    assert theme is None
    assert codes(found) == ["theme-unknown"]
    assert "heritage" in found[0].arguments["names"]
    if name == "heritge":
        assert found[0].suggestion == "heritage"


def test_a_theme_of_its_own_needs_a_theme_yaml(tmp_path: Path) -> None:
    write_theme(tmp_path, "tiny", {"templates/base.html": "x"}, whole=False)
    assert codes(load(tmp_path)[1]) == ["theme-file-missing"]


@pytest.mark.parametrize(
    ("path", "content", "code", "line"),
    [
        ("theme.yaml", "name: tiny\nparamaters: {}\n", "theme-key-unknown", 2),
        ("theme.yaml", "name: tiny\nname: tiny\n", "theme-yaml", 2),
        ("theme.yaml", "name: [tiny\n", "theme-yaml", 2),
        ("theme.yaml", "name: &a tiny\ntitle: *a\n", "theme-yaml", 1),
        ("theme.yaml", "- tiny\n", "theme-yaml", 1),
        ("theme.yaml", "name: other\n", "theme-name-differs", 1),
        ("theme.yaml", 'name: tiny\nshowcase: ">=99"\n', "theme-version", 2),
        ("theme.yaml", "name: tiny\nshowcase: new\n", "theme-value", 2),
        ("theme.yaml", "name: tiny\nextends: heritge\n", "theme-extends-unknown", 2),
        ("theme.yaml", "name: tiny\nparameters:\n  a: {type: colour}\n", "theme-value", 3),
        (
            "theme.yaml",
            "name: tiny\nparameters:\n  a: {type: integer, default: x}\n",
            "theme-parameter-integer",
            3,
        ),
        ("templates/page.html", "\n{% if page.title %}\n", "theme-template-syntax", 2),
        ("templates/page.html", "{% endif %}", "theme-template-syntax", 1),
        ("templates/page.html", "{{" + "(" * 5000, "theme-template-too-complex", 0),
        ("templates/page.html", '\n{% include "fotter.html" %}', "theme-reference-missing", 2),
        ("templates/base.html", '\n{% include "!base.html" %}', "theme-reference-missing", 2),
        ("templates/page.html", '\n{{ asset("css/sit.css") }}', "theme-asset-unknown", 2),
        ("templates/page.html", '\n{{ t("hme") }}', "theme-text-unknown", 2),
        ("templates/page.html", "\n{{ 1|random }}", "theme-filter-unknown", 2),
        ("templates/page.html", "\n{{ 1 is oddish }}", "theme-filter-unknown", 2),
        (
            "templates/page.html",
            "{% block a %}{% endblock %}\n{% block a %}{% endblock %}",
            "theme-block-repeated",
            2,
        ),
        ("templates/page.html", "品牌".encode("gbk"), "theme-file-encoding", 1),
        ("strings/zh-CN.yaml", "a: '{n.__class__}'\n", "theme-text-value", 1),
        ("strings/zh-CN.yaml", "a: '{n'\n", "theme-text-value", 1),
        ("strings/zh-CN.yaml", "a: [b]\n", "theme-text-value", 1),
        ("assets/css/site.css", b"\na { background: url(no.png) }", "theme-asset-unknown", 2),
        ("assets/css/site.css", b'@import "https://example.org/a.css";', "theme-foreign-host", 1),
    ],
)
def test_every_fault_is_found_where_it_stands(
    tmp_path: Path, path: str, content: str | bytes, code: str, line: int
) -> None:
    write_theme(tmp_path, "tiny", {"assets/css/site.css": b"", path: content})
    found = [item for item in load(tmp_path)[1] if item.code == code]
    assert found, codes(load(tmp_path)[1])
    assert found[0].location.path == f"{tmp_path.name}/tiny/{path}"
    if line:
        assert found[0].location.line == line
    for language in ("zh", "en"):
        assert "{" not in word(found[0], language).message.replace("{n", "")  # type: ignore[arg-type]


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    folder = write_theme(tmp_path, "tiny", {})
    (folder / "templates/story.html").unlink()
    theme, found = load(tmp_path)
    assert theme is None
    assert [item.arguments["names"] for item in found] == ["story.html"]
    assert found[0].location.path.endswith("tiny/templates")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    write_theme(tmp_path, "tiny", {"theme.yaml": "nam: tiny\n", "templates/page.html": "{% if %}{{"})
    found = codes(load(tmp_path, colour="red")[1])
    assert {"theme-key-unknown", "theme-template-syntax", "theme-parameter-unknown"} <= set(found)


def test_links_that_lead_out_of_the_theme_are_refused(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "themes", "tiny", {"assets/a.css": b""})
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "assets/secret.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "assets/all").symlink_to(tmp_path)
    (folder / "assets/again").symlink_to(folder / "assets")
    theme, found = load(tmp_path / "themes")
    assert theme is None
    assert [item.location.path for item in found if item.code == "theme-link-outside"] == [
        "themes/tiny/assets/again",
        "themes/tiny/assets/all",
        "themes/tiny/assets/secret.txt",
    ]


def test_only_ordinary_files_are_read(tmp_path: Path) -> None:
    folder = write_theme(
        tmp_path, "tiny", {"assets/.DS_Store": b"x", "assets/a.css~": b"x", "templates/x.txt": "{%"}
    )
    assert set(loaded(tmp_path).assets) == {"board/board.css"}
    os.mkfifo(folder / "assets/pipe")
    assert codes(load(tmp_path)[1]) == ["theme-file-unreadable"]


def test_the_digest_covers_all_that_rendering_depends_on_and_no_times(tmp_path: Path) -> None:
    folder = write_theme(tmp_path, "tiny", {"assets/a.css": b"a", "strings/en.yaml": "a: b\n"})
    first = loaded(tmp_path).digest
    os.utime(folder / "templates/base.html", (1, 1))
    assert loaded(tmp_path).digest == first
    seen = {first}
    for path in ("assets/a.css", "strings/en.yaml", "templates/base.html"):
        (folder / path).write_bytes((folder / path).read_bytes() + b"\nx: y")
        seen.add(loaded(tmp_path).digest)
    assert len(seen) == 4


def test_templates_checked_before_are_not_parsed_again(tmp_path: Path) -> None:
    write_theme(tmp_path, "tiny", {})
    store = MemoryStore()
    first = load_theme(site(), tmp_path, store)
    again = load_theme(site(), tmp_path, store)
    assert first == again


@given(st.text(max_size=400))
def test_any_text_for_theme_yaml_gives_diagnostics_never_an_exception(text: str) -> None:
    read_definition(SourceText("theme.yaml", text), "tiny", "0.1.0")


def test_hostile_yaml_ends_soon() -> None:
    for text in (
        "[" * 60_000,
        "a: " * 20_000,
        "{a: " * 16_000,
        "&a [*a]",
        "? [a]\n: b",
        "---\na: b\n---\nc: d\n",
        "\x00",
    ):
        assert read_mapping(SourceText("theme.yaml", text))[1]
