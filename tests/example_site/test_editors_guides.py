"""The editors' guides stay true: their codes, keys, front matter and commands are those of the program."""

from __future__ import annotations

import re

import pytest
import yaml
from example_pages import ROOT

from showcase.cli.arguments import parser
from showcase.content.schema import Schema
from showcase.content.schema_documents import METRIC, document_schema
from showcase.content.schema_records import record_schema
from showcase.diagnostics.catalogue.codes import catalogue
from showcase.markdown.directives import BY_NAME

GUIDES = ("editors.zh-CN.md", "editors.en.md")


def guide(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", GUIDES)
def test_every_message_that_a_guide_explains_exists(name: str) -> None:
    named = re.findall(r"^\| `([a-z]+-[a-z-]+)` \|", guide(name), re.MULTILINE)
    assert len(named) == 10
    named += re.findall(r"[（(]`([a-z]+-[a-z-]+)`", guide(name))
    assert set(named) <= set(catalogue())


def test_the_guides_explain_the_same_messages() -> None:
    chinese, english = (
        re.findall(r"^\| `([a-z]+-[a-z-]+)` \|", guide(name), re.MULTILINE) for name in GUIDES
    )
    assert chinese == english


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_lists_every_key_under_both_its_names(name: str) -> None:
    schemas: list[Schema] = [document_schema(kind) for kind in ("story", "brand", "organisation", "page")]
    schemas += [record_schema(kind) for kind in ("place", "topic", "source")]
    text = guide(name)
    for key in (*METRIC.keys, *(key for schema in schemas for key in schema.keys)):
        assert f"`{key.name}`" in text, key.name
        assert key.alias in text, key.alias


@pytest.mark.parametrize("name", GUIDES)
def test_front_matter_in_a_guide_is_yaml_with_known_keys(name: str) -> None:
    known = {
        word
        for kind in ("story", "brand", "organisation", "page")
        for word in document_schema(kind).by_name  # type: ignore[arg-type]
    }
    site = {"网站名称", "副标题", "简介", "网址", "语言", "外观", "声明"}
    site |= {"title", "subtitle", "description", "base_url", "languages", "theme", "notice"}
    for block in blocks(guide(name), "yaml"):
        value = yaml.safe_load(block.replace("---\n", ""))
        if isinstance(value, dict):
            assert set(value) <= known | site, block


@pytest.mark.parametrize("name", GUIDES)
def test_directives_in_a_guide_exist(name: str) -> None:
    text = re.sub(r"^```(?:yaml)?\n.*?^```$", "", guide(name), flags=re.MULTILINE | re.DOTALL)
    written = re.findall(r"(?<![\w:/\\]):{1,3}([^\W\d_]\w*)[\[{]", text)
    assert written
    assert set(written) <= set(BY_NAME)


@pytest.mark.parametrize("name", GUIDES)
def test_commands_in_a_guide_are_understood(name: str) -> None:
    text = guide(name)
    commands = re.findall(r"^showcase ([a-z].+)$", text, re.MULTILINE)
    commands += re.findall(r"\| `showcase (.+?)` \|", text)
    assert len(commands) >= 8
    for command in commands:
        words = re.findall(r'"[^"]*"|\S+', command)
        parser("en", 1).parse_args([word.strip('"') for word in words])


@pytest.mark.parametrize("name", GUIDES)
def test_contents_of_a_guide_lead_to_its_headings(name: str) -> None:
    text = guide(name)
    anchors = {
        re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading.lower()))
        for heading in re.findall(r"^## (.+)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
