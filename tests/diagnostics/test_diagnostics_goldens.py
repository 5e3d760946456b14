"""Every code of the catalogue, as an editor sees it, in Chinese and in English.

Each case is an archive `cases/<name>.txt` with what `showcase check` says in `<name>.zh.txt` and `<name>.en.txt`. A case
named after a code must show that code and no other. Codes that no set of sources can show stand in `elsewhere.py`, and
their words in `cases/elsewhere.zh.txt` and `cases/elsewhere.en.txt`. `pytest --update-goldens` writes the expected
texts anew; read the diff.
"""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from archive import unpack
from elsewhere import ELSEWHERE

from command_line import run_showcase
from showcase.diagnostics.catalogue.codes import catalogue, make_diagnostic
from showcase.diagnostics.diagnostic import Location
from showcase.diagnostics.reporters.text import report_text
from showcase.diagnostics.wording import MessageLanguage, outline

HERE = Path(__file__).parent
CASES = HERE / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.txt") if not path.stem.endswith((".zh", ".en")))
LANGUAGES: tuple[MessageLanguage, ...] = ("zh", "en")
TOLD = re.compile(r": (?:错误|警告|提示|error|warning|info)\[([a-z0-9-]+)\] ")


def compare(text: str, expected: Path, *, update: bool) -> None:
    if update:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path, update_goldens: bool) -> None:
    site = unpack((CASES / f"{name}.txt").read_text(encoding="utf-8"), tmp_path / "site")
    for language in LANGUAGES:
        result = run_showcase("check", "--lang", language, cwd=site)
        compare(result.errors, CASES / f"{name}.{language}.txt", update=update_goldens)
        assert result.code in {0, 1}
        if name in catalogue():
            assert set(TOLD.findall(result.errors)) == {name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_what_no_sources_show(language: MessageLanguage, update_goldens: bool) -> None:
    samples = [
        make_diagnostic(code, Location(sample.path), sample.arguments) for code, sample in ELSEWHERE.items()
    ]
    compare(report_text(samples, language), CASES / f"elsewhere.{language}.txt", update=update_goldens)


def test_every_code_has_a_case_or_a_test() -> None:
    assert set(catalogue()) == set(NAMES) | set(ELSEWHERE)
    assert set(ELSEWHERE).isdisjoint(NAMES)
    for code, sample in ELSEWHERE.items():
        assert f'"{code}"' in (HERE.parent / sample.test).read_text(encoding="utf-8"), code


def test_no_expected_text_is_left_over() -> None:
    expected = {path.stem.rpartition(".")[0] for path in CASES.glob("*.*.txt")}
    assert expected == {*NAMES, "elsewhere"}


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_texts_are_whole_in_both_languages(code: str) -> None:
    entry = catalogue()[code]
    for wording in (entry.zh, entry.en):
        assert wording.message
        assert wording.remedy
        assert len(wording.explanation) > len(wording.message) / 2
    assert any("\u4e00" <= character <= "\u9fff" for character in entry.zh.message)
    assert not any("\u4e00" <= character <= "\u9fff" for character in entry.en.message)


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_arguments_and_punctuation_suit_the_language(code: str) -> None:
    entry = catalogue()[code]
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(wording.message + wording.remedy) if name}
        for wording in (entry.zh, entry.en)
    ]
    placeholders = {f"{{{name}}}" for name in fields[0] | fields[1]}
    for language in LANGUAGES:
        worded = outline(entry, language)
        explanation = (entry.zh if language == "zh" else entry.en).explanation
        # Explanations are shown as they stand.
        assert not any(placeholder in explanation for placeholder in placeholders)
        assert not re.search(r"\{\{\S|\S\}\}", explanation)
        for text in (worded.message, worded.remedy, explanation):
            assert "{}" not in text
            assert text.endswith(("。", "”") if language == "zh" else (".", "`", ")", "?"))
            if language == "zh":
                prose = re.sub(r"“[^”]*”|\[[^\]]*\]|\{[^}]*\}", "“”", text)
                assert not re.search(r"[\u4e00-\u9fff”][,;?!]|[,;](?=[\u4e00-\u9fff“])", prose), text
