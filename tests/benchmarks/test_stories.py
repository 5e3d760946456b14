"""The made-up stories that speed is measured with: the same each time, as long and as rich as promised, and sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.speed.blocks import Heading, ListBlock, Paragraph, Picture, Quote, StoryLink, Table
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.showcase_site import story_text, write_showcase
from showcase.cli.main import run


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_showcase(Corpus(30, seed=7), tmp_path / name)
    files = sorted(
        path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file()
    )
    assert len(files) > 60
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_another_seed_gives_other_stories() -> None:
    assert Corpus(30, seed=1).story(3) != Corpus(30, seed=2).story(3)


def test_every_story_has_what_stories_have() -> None:
    corpus = Corpus(400)
    for story in corpus.stories():
        kinds = [type(block) for block in story.blocks]
        assert 3 <= kinds.count(Heading) <= 6
        assert {Paragraph, ListBlock, Table, Quote, Picture} <= set(kinds)
        assert any(
            isinstance(piece, StoryLink)
            for block in story.blocks
            if isinstance(block, Paragraph)
            for piece in block.inlines
        )
        text = story_text(corpus, story).split("---\n", 2)[2]
        assert 600 <= len(re.findall(r"[\u4e00-\u9fff]", text)) <= 1500


def test_the_site_has_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_showcase(Corpus(60), tmp_path / "site")
    from showcase.cli.surroundings import surroundings

    assert run(["check", "--strict", "--site", str(tmp_path / "site")], surroundings()) == 0
