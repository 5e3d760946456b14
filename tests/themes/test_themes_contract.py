"""The written contract is that of the code."""

from __future__ import annotations

from pathlib import Path

from showcase.model.view import View
from showcase.themes.contract import REQUIRED_TEMPLATES, view_reference

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "theme-contract.md"
BEGIN, END = "<!-- views: begin -->\n\n", "\n<!-- views: end -->"


def test_the_reference_of_views_is_current(update_goldens: bool) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    written, _, after = rest.partition(END)
    if update_goldens:
        DOCUMENT.write_text(f"{before}{BEGIN}{view_reference()}{END}{after}", encoding="utf-8")
        return
    assert written == view_reference(), "run pytest --update-goldens on this test"


def test_every_required_template_is_named_in_the_document() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [name for name in REQUIRED_TEMPLATES if f"`{name}`" not in text] == []


def test_the_reference_tells_what_a_field_means() -> None:
    reference = view_reference()
    assert f"### {View.__name__}\n" in reference
    assert "| `portable` | true or false |" in reference
    assert "| `index` | true or false | False: search engines are asked not to list it. |" in reference
