"""What the writers for other generators share: front matter in YAML, plain Markdown, names of terms, pictures."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from benchmarks.speed.blocks import Cite, Metric, Picture, Story, StoryLink
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.markdown import Marks, body
from benchmarks.speed.picture import pattern


def quoted(text: str) -> str:
    """`text` as a YAML or JSON string."""
    return json.dumps(text, ensure_ascii=False)


def shown(metric: Metric) -> str:
    """A metric as words: 超过1200户."""
    return f"{metric.qualifier_text}{metric.value}{metric.unit}"


def story_body(
    corpus: Corpus, story: Story, *, link: str = "/stories/{id}/", pictures: str = "/pictures/"
) -> str:
    """The body in plain Markdown with footnotes and tables; metrics and references to the source are words."""

    def to_story(piece: StoryLink) -> str:
        return f"[《{piece.text}》]({link.format(id=corpus.story_id(piece.story))})"

    def picture(piece: Picture) -> str:
        return f'![{piece.alt}]({pictures}{piece.file} "{piece.caption}")'

    def cite(piece: Cite) -> str:
        return f"（{story.source.name}，{piece.locator}）"

    return body(story, Marks(to_story, picture, shown, cite))


def facts(corpus: Corpus, story: Story) -> str:
    """What templates print from the front matter, as Markdown, for generators whose templates are their own."""
    return "\n".join(
        [
            "",
            f"![{story.cover.alt}](/pictures/{story.cover.file})",
            "",
            *(f"- {metric.label}：{shown(metric)}" for metric in story.metrics),
            "",
            f"来源：{story.source.name}，{story.locator}",
            "",
            *(f"- [{corpus.title(one)}](/stories/{corpus.story_id(one)}/)" for one in story.related),
            "",
        ]
    )


def front_matter(corpus: Corpus, story: Story, extra: str = "") -> str:
    """YAML that says all that showcase's says; terms are lists of ids."""
    lines = [
        "---",
        f"title: {story.title}",
        f"summary: {quoted(story.summary)}",
        f"date: {story.date}",
        f"brands: [{story.brand.id}]",
        f"organisations: [{story.organisation.id}]",
        f"places: [{', '.join(place.id for place in story.places)}]",
        f"topics: [{', '.join(topic.id for topic in story.topics)}]",
        f'years: ["{story.date[:4]}"]',
        f"source: {quoted(story.source.name)}",
        f"locator: {quoted(story.locator)}",
        f"cover: /pictures/{story.cover.file}",
        f"cover_alt: {quoted(story.cover.alt)}",
        "metrics:",
        *(
            f"  - {{label: {quoted(one.label)}, value: {one.value}, unit: {quoted(one.unit)}, "
            f"qualifier: {quoted(one.qualifier_text)}}}"
            for one in story.metrics
        ),
        "related:",
        *(
            f"  - {{title: {quoted(corpus.title(one))}, url: /stories/{corpus.story_id(one)}/}}"
            for one in story.related
        ),
    ]
    return "\n".join(lines) + f"\n{extra}---\n\n"


def terms(corpus: Corpus) -> dict[str, dict[str, str]]:
    """Taxonomy → id → name, without the years."""
    return {
        "brands": {one.id: one.name for one in corpus.brands},
        "organisations": {one.id: one.name for one in corpus.organisations},
        "places": {one.id: one.name for one in corpus.places},
        "topics": {one.id: one.name for one in corpus.topics},
    }


def names_file(corpus: Corpus) -> str:
    """The names of all terms by id, as JSON, a line each."""
    names = {identifier: name for taxonomy in terms(corpus).values() for identifier, name in taxonomy.items()}
    return json.dumps(names, ensure_ascii=False, indent=0)


def write_pictures(corpus: Corpus, folder: Path) -> None:
    """All pictures into `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in corpus.picture_files():
        (folder / file).write_bytes(pattern(Random(file)))


def write(path: Path, text: str) -> None:
    """Writes a text, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
