"""Every link of every document leads somewhere, and every command in them can be given."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path
from urllib.parse import unquote

import pytest
from documents import DOCUMENTS, anchors, blocks, code_spans, prose, text_of

from shared_site import REPOSITORY
from showcase.cli.arguments import parser

_TARGET = re.compile(r"\]\(<?([^()<>\s]*(?:\([^()\s]*\)[^()<>\s]*)*)>?(?: \"[^\"]*\")?\)")
_PICTURE = re.compile(r"<img src=\"([^\"]+)\"")


def targets(name: str) -> list[str]:
    text = text_of(name)
    return [*_TARGET.findall(prose(text)), *_PICTURE.findall(text)]


def test_there_are_documents() -> None:
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/architecture.md",
        "docs/gallery/README.md",
    ):
        assert name in DOCUMENTS


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files_and_headings(name: str) -> None:
    here = REPOSITORY / name
    for target in targets(name):
        if re.match(r"[a-z]+:", target):
            assert target.startswith(("https://", "mailto:")), target
            continue
        path, _, anchor = unquote(target).partition("#")
        file = (here.parent / path).resolve() if path else here
        assert file.is_relative_to(REPOSITORY), target
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file), target


def test_the_readme_leads_to_every_guide_and_the_index_to_every_document() -> None:
    for index, leave_out in (
        ("docs/README.md", ("README.md",)),
        ("docs/decisions/README.md", ("README.md",)),
    ):
        folder = (REPOSITORY / index).parent
        linked = {(folder / unquote(target.partition("#")[0])).resolve() for target in targets(index)}
        for path in folder.glob("*.md"):
            assert path.name in leave_out or path in linked, path.name


def test_the_gallery_shows_every_picture_and_is_light() -> None:
    folder = REPOSITORY / "docs" / "gallery"
    shown = {*targets("docs/gallery/README.md")} | {
        Path(target).name for target in targets("README.md") if "gallery/" in target
    }
    pictures = {path.name: path.stat().st_size for path in folder.glob("*.png")}
    assert set(pictures) <= shown
    assert sum(pictures.values()) <= 2_500_000
    assert max(pictures.values()) <= 200_000


def _commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = (
        action for action in parser("en", 1)._actions if isinstance(action, argparse._SubParsersAction)
    )
    return dict(action.choices)


def _options(command: argparse.ArgumentParser) -> set[str]:
    """Those of its own, and of the commands below it."""
    found = {name for action in command._actions for name in action.option_strings}
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            found |= {option for below in action.choices.values() for option in _options(below)}
    return found


def lines_of(name: str) -> list[str]:
    """Everything that reads like a command line: lines of blocks without a language, and code in running text."""
    text = text_of(name)
    written = [
        line
        for language, block in blocks(text)
        if language in ("", "sh", "bash")
        for line in block.splitlines()
    ]
    return [line.partition(" # ")[0].strip() for line in (*written, *code_spans(text))]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_and_their_options_exist(name: str) -> None:
    commands = _commands()
    for line in lines_of(name):
        match = re.match(r"(?:\.venv/bin/)?showcase ([a-z]+)\b(.*)", line)
        if match is None:
            continue
        assert match[1] in commands, line
        for option in re.findall(r"(?<!\S)--[a-z-]+", match[2]):
            assert option in _options(commands[match[1]]), line


@pytest.mark.parametrize("name", ["README.md", "docs/editors.en.md", "docs/editors.zh-CN.md"])
def test_whole_command_lines_are_understood(name: str) -> None:
    whole = [
        line
        for language, block in blocks(text_of(name))
        if not language
        for line in block.splitlines()
        if line.startswith("showcase ")
    ]
    assert whole
    for line in whole:
        parser("en", 1).parse_args(shlex.split(line)[1:])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_option_named_in_running_text_exists(name: str) -> None:
    known = {option for command in _commands().values() for option in _options(command)} | {
        "--update-goldens"
    }
    for span in code_spans(text_of(name)):
        if re.match(r"--[a-z]", span):
            assert re.split(r"[ =]", span)[0] in known, span


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_exists(name: str) -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for line in lines_of(name):
        for target in re.findall(r"(?:^|&& )make ([a-z-]+)\b", line):
            assert target in known, line
