"""The made-up stories as a showcase site."""

from __future__ import annotations

from pathlib import Path
from random import Random

from benchmarks.speed.blocks import Cite, Metric, Picture, Story, StoryLink
from benchmarks.speed.corpus import Corpus
from benchmarks.speed.markdown import Marks, body
from benchmarks.speed.picture import pattern

NOTICE = "本站文字由程序拼成，只用来测速；所有名称都是虚构的。"


def write_showcase(corpus: Corpus, folder: Path, *, theme: str = "heritage") -> None:
    """Writes the site into `folder`, which is made."""
    content = folder / "content"
    for name in ("stories", "brands", "organisations", "pictures"):
        (content / name).mkdir(parents=True, exist_ok=True)
    _write(
        folder / "site.yaml",
        f"title: 测速案例集\nsubtitle: 程序拼成的故事\ndescription: {NOTICE}\nbase_url: https://bench.example\n"
        f"languages: zh-CN\ntheme: {theme}\nnotice: {NOTICE}\n",
    )
    _write(
        content / "places.yaml",
        "".join(
            f"- id: {place.id}\n  name: {place.name}\n  level: {place.level}\n"
            + (f"  parent: {place.parent}\n" if place.parent else "")
            for place in corpus.places
        ),
    )
    _write(
        content / "topics.yaml",
        "".join(f"- id: {topic.id}\n  name: {topic.name}\n" for topic in corpus.topics),
    )
    _write(
        content / "sources.yaml",
        "".join(
            f"- id: {source.id}\n  name: {source.name}\n  kind: 测试材料\n  note: {NOTICE}\n"
            for source in corpus.sources
        ),
    )
    for brand in corpus.brands:
        _write(
            content / "brands" / f"{brand.id}.md",
            f"---\ntitle: {brand.name}\nsummary: {NOTICE}\n---\n\n{NOTICE}\n",
        )
    for one in corpus.organisations:
        _write(
            content / "organisations" / f"{one.id}.md",
            f"---\ntitle: {one.name}\nkind: 测试单位\n---\n\n{NOTICE}\n",
        )
    for file in corpus.picture_files():
        (content / "pictures" / file).write_bytes(pattern(Random(file)))
    for story in corpus.stories():
        _write(content / "stories" / f"{story.id}.md", story_text(corpus, story))


def story_text(corpus: Corpus, story: Story) -> str:
    """The file of one story."""
    return f"---\n{_front_matter(corpus, story)}---\n\n{body(story, _marks(corpus, story))}"


def _front_matter(corpus: Corpus, story: Story) -> str:
    lines = [
        f"title: {story.title}",
        f"summary: {story.summary}",
        f"date: {story.date}",
        f"updated: {story.updated}",
        f"brand: {story.brand.id}",
        f"organisation: {story.organisation.id}",
        f"place: {story.places[-1].id}",
        f"topics: [{', '.join(topic.id for topic in story.topics)}]",
        f"related: [{', '.join(corpus.story_id(number) for number in story.related)}]",
        "sources:",
        f"  - source: {story.source.id}",
        f"    locator: {story.locator}",
        "cover:",
        f"  file: ../pictures/{story.cover.file}",
        f"  alt: {story.cover.alt}",
        "  kind: ornament",
        "metrics:",
    ]
    for metric in story.metrics:
        lines += [
            f"  {metric.id}:",
            f"    label: {metric.label}",
            f"    value: {metric.value}",
            f"    unit: {metric.unit}",
            *([f"    qualifier: {metric.qualifier}"] if metric.qualifier else []),
            f"    source: {story.source.id}",
            f"    locator: {story.locator}",
        ]
    return "\n".join(lines) + "\n"


def _marks(corpus: Corpus, story: Story) -> Marks:
    def link(piece: StoryLink) -> str:
        return f"[《{piece.text}》]({corpus.story_id(piece.story)}.md)"

    def picture(piece: Picture) -> str:
        return f'![{piece.alt}](../pictures/{piece.file} "{piece.caption}"){{kind=ornament}}'

    def metric(piece: Metric) -> str:
        return f":metric[{piece.id}]"

    def cite(piece: Cite) -> str:
        return f":cite[{story.source.id}]{{locator={piece.locator}}}"

    return Marks(link, picture, metric, cite)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
