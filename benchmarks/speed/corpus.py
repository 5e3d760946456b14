"""Made-up stories by number: the same seed and size give the same stories, and no story needs the others made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from random import Random

from benchmarks.speed import vocabulary as stock
from benchmarks.speed.blocks import (
    Block,
    Cite,
    Heading,
    Inline,
    ListBlock,
    Metric,
    Note,
    Paragraph,
    Picture,
    Place,
    Quote,
    Story,
    StoryLink,
    Strong,
    Table,
    Term,
)

PICTURES = 24
"""Pictures that all stories share, so that a build is measured by its texts."""
_FIRST_DAY = date(2018, 1, 1)
_DAYS = 8 * 365
_PAGE_OF_SOURCE = 60
_SURE_CHARACTERS = 560
"""A story goes on until its paragraphs have at least this many characters."""


class Corpus:
    """`size` stories with their brands, organisations, places, topics and sources, whose numbers grow with `size`."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size = size
        self.seed = seed

    def _random(self, *what: object) -> Random:
        return Random("/".join(map(str, (self.seed, self.size, *what))))

    @cached_property
    def topics(self) -> tuple[Term, ...]:
        """The closed list of topics."""
        return tuple(Term(f"topic-{number:02}", name) for number, name in enumerate(stock.TOPICS, 1))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """A tree: a region, prefectures, counties, townships, villages; about one village for 20 stories."""
        villages = max(6, self.size // 20)
        townships = max(3, villages // 4)
        counties = max(2, townships // 4)
        prefectures = max(1, counties // 4)
        random = self._random("places")
        found = [Place("region", "试验省", "region", "")]
        above = ["region"]
        names: set[str] = set()
        for level, ending, count in (
            ("prefecture", "市", prefectures),
            ("county", "县", counties),
            ("township", "乡", townships),
            ("village", "村", villages),
        ):
            layer = []
            for number in range(count):
                name = _fresh(random, names, ending)
                identifier = f"{level}-{number + 1:05}"
                found.append(Place(identifier, name, level, above[number % len(above)]))
                layer.append(identifier)
            above = layer
        return tuple(found)

    @cached_property
    def brands(self) -> tuple[Term, ...]:
        """About one for 40 stories."""
        random = self._random("brands")
        names: set[str] = set()
        found = []
        for number in range(max(4, self.size // 40)):
            name = ""
            while not name or name in names:
                name = f"{stock.word(random)}“{random.choice(stock.BRAND_HEADS)}{random.choice(stock.BRAND_TAILS)}”"
            names.add(name)
            found.append(Term(f"brand-{number + 1:05}", name))
        return tuple(found)

    @cached_property
    def organisations(self) -> tuple[Term, ...]:
        """About one for 25 stories."""
        random = self._random("organisations")
        names: set[str] = set()
        count = max(5, self.size // 25)
        return tuple(
            Term(
                f"organisation-{number + 1:05}",
                _fresh(random, names, random.choice(stock.ORGANISATION_KINDS)),
            )
            for number in range(count)
        )

    @cached_property
    def sources(self) -> tuple[Term, ...]:
        """About one for 25 stories."""
        return tuple(
            Term(f"source-{number:05}", f"测试材料第{number}号")
            for number in range(1, max(3, self.size // 25) + 1)
        )

    @cached_property
    def _paths(self) -> tuple[tuple[Place, ...], ...]:
        by_id = {place.id: place for place in self.places}
        paths = []
        for place in self.places:
            if place.level == "village":
                path = [place]
                while path[0].parent:
                    path.insert(0, by_id[path[0].parent])
                paths.append(tuple(path))
        return tuple(paths)

    def picture_files(self) -> Iterator[str]:
        """The names of the pictures."""
        return (f"picture-{number:02}.png" for number in range(1, PICTURES + 1))

    def story_id(self, number: int) -> str:
        """The id, which is also the last part of the address."""
        return f"story-{number:06}"

    def title(self, number: int) -> str:
        """The title, without making the story."""
        random = self._random("title", number)
        return (
            f"{stock.word(random)}村：{random.choice(stock.ACTORS)}{random.choice(stock.WAYS)}"
            f"{random.choice(stock.ACTIONS)}{random.choice(stock.THINGS)}"
        )

    def stories(self) -> Iterator[Story]:
        """All of them, one after the other."""
        return (self.story(number) for number in range(self.size))

    def story(self, number: int) -> Story:
        """Story `number`, from 0."""
        random = self._random("story", number)
        others = sorted({random.randrange(self.size) for _ in range(3)} - {number})
        metrics = tuple(_metric(random, choice) for choice in random.sample(stock.METRICS, 2))
        day = _FIRST_DAY + timedelta(days=random.randrange(_DAYS))
        notes = tuple(f"{stock.sentence(random)}。" for _ in range(2))
        picture = self._picture(random)
        blocks = _body(random, self, others, metrics, picture)
        return Story(
            number=number,
            id=self.story_id(number),
            title=self.title(number),
            summary=f"{stock.sentence(random)}。",
            date=day.isoformat(),
            updated=(day + timedelta(days=random.randrange(1, 60))).isoformat(),
            brand=random.choice(self.brands),
            organisation=random.choice(self.organisations),
            places=random.choice(self._paths),
            topics=tuple(random.sample(self.topics, random.choice((1, 2, 2, 3)))),
            source=random.choice(self.sources),
            locator=f"第{random.randrange(1, _PAGE_OF_SOURCE)}页",
            metrics=metrics,
            related=tuple(others[:2]),
            cover=picture,
            blocks=blocks,
            notes=notes,
        )

    def _picture(self, random: Random) -> Picture:
        file = f"picture-{random.randrange(PICTURES) + 1:02}.png"
        return Picture(
            file, f"由色块组成的图案，象征{random.choice(stock.THINGS)}", f"图案：{stock.word(random)}"
        )


def _fresh(random: Random, taken: set[str], ending: str) -> str:
    name = ""
    while not name or name in taken:
        name = stock.word(random) + ending
    taken.add(name)
    return name


def _metric(random: Random, choice: tuple[str, str, str, int, int]) -> Metric:
    identifier, label, unit, least, most = choice
    qualifier, text = random.choice(stock.QUALIFIERS)
    return Metric(identifier, label, random.randrange(least, most), unit, qualifier, text)


def _prose(random: Random, sentences: int) -> str:
    return "".join(f"{stock.sentence(random)}。" for _ in range(sentences))


def _body(
    random: Random, corpus: Corpus, others: list[int], metrics: tuple[Metric, ...], picture: Picture
) -> tuple[Block, ...]:
    """Paragraphs under three to six headings; a table, list, quote and picture stand at places drawn by lot."""
    headings = random.randrange(3, 7)
    aspects = random.sample(stock.ASPECTS, headings)
    specials: list[Block] = [_table(random), _list(random), Quote(_prose(random, 1)), picture]
    random.shuffle(specials)
    blocks: list[Block] = [_plain(random)]
    written = 0
    for number, aspect in enumerate(aspects):
        blocks.append(
            Heading(3 if number and random.random() < 0.3 else 2, f"{stock.word(random)}的{aspect}")
        )
        for paragraph in (_marked(random, number, corpus, others, metrics), _plain(random)):
            blocks.append(paragraph)
            written += sum(len(piece) for piece in paragraph.inlines if isinstance(piece, str))
        if number == headings - 1:
            while written < _SURE_CHARACTERS:
                paragraph = _plain(random)
                blocks.append(paragraph)
                written += sum(len(piece) for piece in paragraph.inlines if isinstance(piece, str))
            blocks += specials
            specials = []
        elif specials:
            blocks.append(specials.pop())
    return tuple(blocks)


def _plain(random: Random) -> Paragraph:
    return Paragraph((_prose(random, random.choice((1, 1, 2, 2, 3))),))


def _marked(
    random: Random, number: int, corpus: Corpus, others: list[int], metrics: tuple[Metric, ...]
) -> Paragraph:
    """A paragraph with what stories have within their lines: emphasis, links, notes, metrics, sources."""
    inlines: list[Inline] = [
        f"{stock.sentence(random)}，",
        Strong(stock.word(random)),
        f"也是如此。{_prose(random, 1)}",
    ]
    if number < len(others):
        inlines += ["另见", StoryLink(others[number], corpus.title(others[number])), "。"]
    if number == 1:
        inlines.append(Note(1))
    if number < len(metrics):
        metric = metrics[number]
        inlines += [
            f"据统计，{metric.label}",
            metric,
            "。",
            Cite(f"第{random.randrange(1, _PAGE_OF_SOURCE)}页"),
        ]
    return Paragraph(tuple(inlines))


def _table(random: Random) -> Table:
    rows = tuple(
        (
            stock.word(random),
            random.choice(stock.THINGS),
            f"{random.randrange(3, 400)}",
            random.choice(stock.QUALITIES),
        )
        for _ in range(random.randrange(3, 6))
    )
    return Table(("组别", "内容", "次数", "情况"), rows, 2)


def _list(random: Random) -> ListBlock:
    items = tuple(
        f"{random.choice(stock.WAYS)}{random.choice(stock.ACTIONS)}{random.choice(stock.THINGS)}，{stock.word(random)}为先；"
        for _ in range(random.randrange(3, 6))
    )
    return ListBlock(items, random.random() < 0.5)
