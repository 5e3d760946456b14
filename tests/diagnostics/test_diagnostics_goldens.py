"""Every code of the catalogue, as an editor sees it, in Chinese and in English.

Each case is an archive `cases/<name>.txt` with what `showcase check` says in `<name>.zh.txt` and `<name>.en.txt`. A case
named after a code must show that code. `pytest --update-goldens` writes the expected texts anew; read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from archive import unpack

from command_line import run_showcase
from showcase.diagnostics.catalogue.codes import catalogue

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.txt") if not path.stem.endswith((".zh", ".en")))

ELSEWHERE = {
    # Codes that no set of sources can show, with the test that does.
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, language: str, tmp_path: Path, update_goldens: bool) -> None:
    site = unpack((CASES / f"{name}.txt").read_text(encoding="utf-8"), tmp_path / "site")
    result = run_showcase("check", "--lang", language, cwd=site)
    expected = CASES / f"{name}.{language}.txt"
    if update_goldens:
        expected.write_text(result.errors, encoding="utf-8")
    assert result.errors == expected.read_text(encoding="utf-8")
    assert result.code in {0, 1}
    if name in catalogue():
        assert f"[{name}]" in result.errors


def test_every_code_has_a_case() -> None:
    assert set(catalogue()) - set(NAMES) - set(ELSEWHERE) == set()


def test_no_exception_is_out_of_date() -> None:
    assert set(ELSEWHERE) <= set(catalogue())
    assert set(ELSEWHERE).isdisjoint(NAMES)


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_explanations_are_whole_in_both_languages(code: str) -> None:
    entry = catalogue()[code]
    for wording in (entry.zh, entry.en):
        assert wording.message
        assert wording.remedy
        assert len(wording.explanation) > len(wording.message) / 2
    assert any("\u4e00" <= character <= "\u9fff" for character in entry.zh.message)
