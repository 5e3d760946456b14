"""What the documents say of the code is so: signatures, layers, keys, values, kinds of the store, dependencies, messages."""

from __future__ import annotations

import importlib
import importlib.metadata
import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from documents import blocks, code_spans, text_of

from command_line import run_showcase
from shared_site import REPOSITORY
from showcase.cli.arguments import parser
from showcase.content.schema import Key, Schema
from showcase.content.schema_documents import document_schema
from showcase.content.schema_records import record_schema
from showcase.content.schema_site import SITE

ARCHITECTURE = "docs/architecture.md"
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))


def section(name: str, heading: str) -> str:
    """One section of a document, without its heading."""
    match = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text_of(name), re.MULTILINE | re.DOTALL)
    assert match, heading
    return match[1]


def rows(text: str) -> list[list[str]]:
    """The cells of each row of a section's tables, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    heads = {index - 1 for index, row in enumerate(cells) if set("".join(row)) <= set("- :")}
    return [row for index, row in enumerate(cells) if index not in heads and index - 1 not in heads]


def _parameters(written: str) -> list[str]:
    """The names between the brackets of a signature; a type may hold commas."""
    flat = written
    while re.search(r"\[[^\[\]]*\]", flat):
        flat = re.sub(r"\[[^\[\]]*\]", "", flat)
    names = (re.match(r"\s*(\w+)", part) for part in flat.split(","))
    return [name[1] for name in names if name]


def test_the_stages_have_the_signatures_that_are_written() -> None:
    spans = re.findall(
        r"`((?:[a-z_]+\.)+[a-z_]+)\((.*?)\) ->", section(ARCHITECTURE, "The stages and their entry points")
    )
    assert len(spans) == 12
    for dotted, written in spans:
        module, _, name = dotted.rpartition(".")
        function = getattr(importlib.import_module(f"showcase.{module}"), name)
        assert _parameters(written) == list(inspect.signature(function).parameters), dotted


def test_the_shared_pieces_exist() -> None:
    for row in rows(section(ARCHITECTURE, "Small shared pieces")):
        module = row[0].strip("`")
        if module == "diagnostics":
            continue
        loaded = importlib.import_module(f"showcase.{module}")
        for span in code_spans(row[1]):
            function = re.match(r"([A-Za-z_]+)\((.*?)\)", span)
            if function:
                assert hasattr(loaded, function[1]), span
                given = inspect.signature(getattr(loaded, function[1])).parameters
                assert len(_parameters(function[2].replace("*", ""))) == len(given), span


def test_the_layers_are_those_that_are_enforced() -> None:
    enforced = [
        [name.strip().removeprefix("showcase.") for name in line.split(":")]
        for contract in PROJECT["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
        for line in contract["layers"]
    ]
    assert [code_spans(row[0]) for row in rows(section(ARCHITECTURE, "Layers"))] == enforced


def _keys(schema: Schema, seen: set[str]) -> Iterator[Key]:
    for key in schema.keys:
        yield key
        if key.schema is not None and key.schema.kind not in seen:
            seen.add(key.schema.kind)
            yield from _keys(key.schema, seen)


def test_every_key_and_value_stands_there_with_its_chinese_name() -> None:
    text = section(ARCHITECTURE, "Keys of the front matter")
    schemas = [document_schema(kind) for kind in ("story", "brand", "organisation", "page")]
    schemas += [record_schema(kind) for kind in ("place", "topic", "source")]
    for schema in (*schemas, SITE):
        for key in _keys(schema, set()):
            assert re.search(rf"`{key.name}`(?:\\?\*)? (?:[^`]*\b)?{key.alias}", text), (key.name, key.alias)
            for choice in key.choices:
                assert f"`{choice.value}` {choice.chinese}" in text, choice


def test_every_kind_of_the_store_is_told() -> None:
    told = {
        row[0].strip("`") for row in rows(section(ARCHITECTURE, "What is kept, and when it is made again"))
    }
    used = set()
    for path in (REPOSITORY / "src" / "showcase").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for literal, name in re.findall(r"store\.(?:get|put|keep)\((?:\"([a-z-]+)\"|([A-Z_]+))", text):
            constant = re.search(rf"^{name}\b[^=\n]*= \"([a-z-]+)\"", text, re.MULTILINE) if name else None
            several = re.search(rf"^{name}, _KEY = \"([a-z-]+)\"", text, re.MULTILINE) if name else None
            found = literal or (constant or several or [None, ""])[1]
            assert found, (path, name)
            used.add(found)
    assert told == used


def test_files_named_where_changes_go_exist() -> None:
    named = 0
    for row in rows(section(ARCHITECTURE, "Where do I change what?")):
        folder = ""
        for span in code_spans(" ".join(row[1:])):
            if "<" in span or "*" in span or ("/" not in span and not span.endswith(".py")):
                continue
            places = [
                REPOSITORY / span,
                REPOSITORY / "src/showcase" / span,
                REPOSITORY / "src/showcase" / folder / span,
            ]
            assert any(place.exists() for place in places), span
            folder = span.rpartition("/")[0] or folder
            named += 1
    assert named > 30


def _plain(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9_.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match[0]).lower()


@pytest.mark.parametrize(
    ("heading", "declared"),
    [
        ("At run time", PROJECT["project"]["dependencies"]),
        ("For development", PROJECT["project"]["optional-dependencies"]["dev"]),
    ],
)
def test_every_dependency_has_its_row_and_its_licence(heading: str, declared: list[str]) -> None:
    table = {_plain(row[0]): row[1] for row in rows(section("docs/dependencies.md", heading))}
    assert set(table) == {_plain(requirement) for requirement in declared}
    for name, licence in table.items():
        metadata = importlib.metadata.metadata(name)
        stated = " ".join(
            [
                metadata.get("License-Expression") or "",
                metadata.get("License") or "",
                *metadata.get_all("Classifier", []),
                _licence_file(name),
            ]
        )
        assert licence.partition("-")[0].lower() in stated.lower(), (name, licence)


def _licence_file(name: str) -> str:
    """The first line of the licence that a package carries; some say it nowhere else."""
    files = importlib.metadata.files(name) or []
    return next((file.read_text().splitlines()[0] for file in files if file.name == "LICENSE"), "")


def test_the_messages_of_the_readme_are_the_program_s(tmp_path: Path) -> None:
    found = blocks(text_of("README.md"))
    (story,) = (block for language, block in found if language == "markdown")
    (messages,) = (block for _, block in found if "error[" in block)
    assert run_showcase("new", "site", "demo", cwd=tmp_path).code == 0
    (tmp_path / "demo/content/stories/well.md").write_text(story, encoding="utf-8")
    result = run_showcase("check", "--lang", "en", "--site", "demo", cwd=tmp_path)
    assert result.code == 1
    assert messages in result.errors


def test_the_readme_lists_every_command() -> None:
    listed = [row[0].strip("`").split()[1] for row in rows(section("README.md", "Commands"))]
    assert listed == re.findall(r"^ {4}([a-z]+) ", parser("en", 1).format_help(), re.MULTILINE)


def test_what_the_readme_says_of_the_first_story_is_so(tmp_path: Path) -> None:
    made = run_showcase("new", "site", "demo", cwd=tmp_path)
    assert made.code == 0
    (line,) = re.findall(r"^showcase new story \"(.+?)\"", text_of("README.md"), re.MULTILINE)
    assert run_showcase("new", "story", line, "--site", "demo", cwd=tmp_path).code == 0
    (path,) = re.findall(r"`\.\./(demo/content/stories/.+?)`", text_of("README.md"))
    assert (tmp_path / path).is_file()
