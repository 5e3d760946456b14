"""Assets: names that tell the content, and style sheets that name what is published."""

from __future__ import annotations

import posixpath
from pathlib import Path

from theme_samples import loaded, write_theme

from showcase.publish.output_paths import is_safe
from showcase.themes.assets import asset_outputs, hashed_assets


def published(tmp_path: Path, files: dict[str, bytes]) -> tuple[dict[str, str], dict[str, bytes]]:
    write_theme(tmp_path, "tiny", {f"assets/{path}": data for path, data in files.items()})
    theme = loaded(tmp_path)
    return dict(hashed_assets(theme)), {output.path: output.data for output in asset_outputs(theme)}


def test_a_style_sheet_names_published_files(tmp_path: Path) -> None:
    css = b"""/* url(no.png) */ @import "base.css";
a { src: url(../fonts/a.woff2?x#y); b: url( '../img/b.png' ); c: url("data:image/png;base64,AA=="); d: url(#id) }"""
    names, outputs = published(
        tmp_path, {"css/site.css": css, "css/base.css": b"", "fonts/a.woff2": b"f", "img/b.png": b"p"}
    )
    text = outputs[names["css/site.css"]].decode()
    for wanted in ("css/base.css", "fonts/a.woff2", "img/b.png"):
        assert posixpath.relpath(names[wanted], "assets/css") in text
    assert "../fonts/a." in text
    assert "woff2?x#y" in text
    assert "url(no.png)" in text
    assert "data:image/png;base64,AA==" in text


def test_a_style_sheets_name_changes_with_what_it_refers_to(tmp_path: Path) -> None:
    one, _ = published(tmp_path / "one", {"a.css": b"a{b:url(c.png)}", "c.png": b"1"})
    two, _ = published(tmp_path / "two", {"a.css": b"a{b:url(c.png)}", "c.png": b"2"})
    assert one["a.css"] != two["a.css"]


def test_style_sheets_that_import_each_other_get_names(tmp_path: Path) -> None:
    names, outputs = published(tmp_path, {"a.css": b'@import "b.css";', "b.css": b'@import "a.css";'})
    assert posixpath.basename(names["b.css"]).encode() in outputs[names["a.css"]]
    assert posixpath.basename(names["a.css"]).encode() in outputs[names["b.css"]]


def test_names_are_plain_whatever_the_files_are_called(tmp_path: Path) -> None:
    names, outputs = published(tmp_path, {"图片/封 面.png": b"1", "no-ending": b"2", "a.tar.gz": b"3"})
    assert all(name.isascii() and is_safe(name) and " " not in name for name in outputs)
    assert sorted(names.values()) == sorted(outputs)


def test_a_broken_encoding_in_a_style_sheet_stays_as_it_is(tmp_path: Path) -> None:
    names, outputs = published(tmp_path, {"a.css": b"\xff\xfe url(b.png)", "b.png": b"x"})
    assert outputs[names["a.css"]] == b"\xff\xfe url(b.png)"


def test_a_style_sheet_can_build_on_the_one_below_it(tmp_path: Path) -> None:
    write_theme(tmp_path, "tiny", {"assets/css/site.css": "a{color:red}\n"})
    files = {
        "theme.yaml": "name: child\nversion: 1.0.0\nextends: tiny\n",
        "assets/css/site.css": '@import "!site.css";\nb{color:blue}\n',
        "assets/css/own.css": '@import "!own.css";\nc{color:green}\n',
    }
    write_theme(tmp_path, "child", files, whole=False)
    theme = loaded(tmp_path, "child")
    assert theme.assets["css/site.css"].data == b"a{color:red}\nb{color:blue}\n"
    assert theme.assets["css/own.css"].data == b"c{color:green}\n"  # there is none below
