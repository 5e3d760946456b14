"""Known items, made mechanically: what a reader would type who remembers a piece of one document.

Every query stands for one document, its *source*. The piece is taken so that the source is the one right answer, or among few:
no more than three documents hold it (in titles: no other title does). Equal seeds give equal queries.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.search.corpus import Page
from showcase.text.pinyin import syllables
from showcase.text.variants import simplified_forms

QUERIES = 20
"""Of each class."""
_HAN_RUN = re.compile("[\u4e00-\u9fff]{2,}")
_LATIN = re.compile("[a-z]{5,}")
_SYLLABLES = re.compile("(?:[\u0f40-\u0fbc]+\u0f0b)+[\u0f40-\u0fbc]+")
_MIXED = re.compile("[\u4e00-\u9fff]{2,3} ?[A-Za-z]{3,} ?[\u4e00-\u9fff]{1,2}")
_VOWELS = "\u0f72\u0f74\u0f7a\u0f7c"
_QUESTIONS = ("{}是什么", "请问{}怎么弄呢", "哪里有{}", "如何{}？", "我想知道{}的情况")


@dataclass(frozen=True, slots=True)
class Query:
    """`source` is the number of the document sought among all pages; -1 where nothing must be found."""

    kind: str
    language: str
    text: str
    source: int


class Texts:
    """All documents as plain text, to count which hold a piece."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.titles = [_plain(page.title) for page in pages]
        self.headings = [_plain("\n".join(page.headings)) for page in pages]
        self.bodies = [_plain(page.body) for page in pages]
        self.wholes = [
            "\n".join(parts) for parts in zip(self.titles, self.headings, self.bodies, strict=True)
        ]
        self.sounds = [" ".join(syllables(title)) if _HAN_RUN.search(title) else "" for title in self.titles]
        self.numbers = {
            language: [number for number, page in enumerate(pages) if page.language == language]
            for language in ("zh-CN", "bo", "en")
        }
        self._all = "\x00".join(self.wholes)

    def holders(self, *pieces: str, most: int = 4) -> list[int]:
        """The documents that hold every piece; the count stops at `most`."""
        found = []
        for number, whole in enumerate(self.wholes):
            if all(piece in whole for piece in pieces):
                found.append(number)
                if len(found) >= most:
                    break
        return found

    def is_nowhere(self, piece: str) -> bool:
        """Whether no document holds the piece, whatever separates its characters."""
        return piece not in self._all


def queries(pages: Sequence[Page], seed: int = 1) -> list[Query]:
    """`QUERIES` of every class, as far as the documents give that many."""
    texts = Texts(pages)
    found: list[Query] = []
    for kind, (language, make) in CLASSES.items():
        random_source = Random(f"{seed}/{kind}")
        seen: set[str] = set()
        tries = 0
        while len(seen) < QUERIES and tries < 6000:
            tries += 1
            number = random_source.choice(texts.numbers[language])
            text = make(texts, number, random_source)
            if text and text not in seen:
                seen.add(text)
                found.append(Query(kind, language, text, -1 if kind.endswith("nowhere") else number))
    return found


def common_words(pages: Sequence[Page], least: int = 15, count: int = 20, seed: int = 1) -> list[str]:
    """Pairs of characters from titles that at least `least` documents hold: queries with a full page of results."""
    texts = Texts(pages)
    random_source = Random(seed)
    found: list[str] = []
    for _ in range(5000):
        title = texts.titles[random_source.choice(texts.numbers["zh-CN"])]
        piece = _cut(title, 2, random_source)
        if piece and piece not in found and len(texts.holders(piece, most=least)) >= least:
            found.append(piece)
            if len(found) == count:
                break
    return found


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _cut(text: str, size: int, random_source: Random) -> str:
    """`size` Chinese characters that stand side by side, from anywhere in the text."""
    runs = [run for run in _HAN_RUN.findall(text) if len(run) >= size]
    if not runs:
        return ""
    run = random_source.choices(runs, [len(run) for run in runs])[0]
    start = random_source.randrange(len(run) - size + 1)
    return run[start : start + size]


def _title(texts: Texts, number: int, random_source: Random, low: int = 2, high: int = 6) -> str:
    piece = _cut(texts.titles[number], random_source.randint(low, high), random_source)
    return piece if piece and sum(piece in title for title in texts.titles) == 1 else ""


def _heading(texts: Texts, number: int, random_source: Random) -> str:
    piece = _cut(texts.headings[number], random_source.randint(2, 6), random_source)
    in_titles = any(piece in title for title in texts.titles)
    return piece if piece and not in_titles and len(texts.holders(piece)) <= 2 else ""


def _body(texts: Texts, number: int, random_source: Random) -> str:
    piece = _cut(texts.bodies[number], random_source.randint(2, 6), random_source)
    return piece if piece and len(texts.holders(piece)) == 1 else ""


def _two_words(texts: Texts, number: int, random_source: Random) -> str:
    pieces = [_cut(texts.wholes[number], random_source.randint(2, 3), random_source) for _ in range(2)]
    if not all(pieces) or pieces[0] == pieces[1] or len(texts.holders(*pieces)) > 1:
        return ""
    return " ".join(pieces)


def _mixed(texts: Texts, number: int, random_source: Random) -> str:
    places = _MIXED.findall(texts.bodies[number])
    piece = random_source.choice(places) if places else ""
    return piece if piece and len(texts.holders(piece)) == 1 else ""


def _full_width(texts: Texts, number: int, random_source: Random) -> str:
    words = _LATIN.findall(texts.wholes[number])
    word = random_source.choice(words) if words else ""
    if not word or len(texts.holders(word)) > 1:
        return ""
    return "".join(chr(ord(letter) + 0xFEE0) for letter in word)


def _traditional(texts: Texts, number: int, random_source: Random) -> str:
    piece = _cut(texts.wholes[number], random_source.randint(3, 5), random_source)
    typed = piece.translate(_traditional_forms())
    return typed if typed != piece and len(texts.holders(piece)) == 1 else ""


def _pinyin_of(texts: Texts, number: int, random_source: Random, low: int = 3, high: int = 5) -> list[str]:
    piece = _cut(texts.titles[number], random_source.randint(low, high), random_source)
    if not piece:
        return []
    # As the whole title is read: a character's sound depends on its neighbours.
    title = texts.titles[number]
    sounds = syllables(title)
    before = len(syllables(title[: title.index(piece)]))
    return list(sounds[before : before + len(piece)])


def _pinyin(texts: Texts, number: int, random_source: Random) -> str:
    sounds = _pinyin_of(texts, number, random_source)
    if not sounds or sum(" ".join(sounds) in spoken for spoken in texts.sounds) != 1:
        return ""
    return random_source.choice(("", " ")).join(sounds)


def _initials(texts: Texts, number: int, random_source: Random) -> str:
    sounds = _pinyin_of(texts, number, random_source, 4, 6)
    letters = "".join(sound[0] for sound in sounds)
    alike = sum(letters in "".join(part[0] for part in spoken.split()) for spoken in texts.sounds)
    return letters if letters and alike == 1 else ""


def _partial_pinyin(texts: Texts, number: int, random_source: Random) -> str:
    sounds = _pinyin_of(texts, number, random_source, 4, 6)
    if not sounds:
        return ""
    whole = " ".join(sounds[:2]) + " " + " ".join(sound[0] for sound in sounds[2:])
    pattern = re.compile(
        r"(?:^| )"
        + r"[a-z]* ".join([" ".join(sounds[:2]) + " ", *(s[0] for s in sounds[2:])]).replace(
            " [a-z]* ", " ", 1
        )
    )
    alike = sum(bool(pattern.search(spoken)) for spoken in texts.sounds)
    return whole.replace(" ", "") if alike == 1 else ""


def _typo(texts: Texts, number: int, random_source: Random) -> str:
    piece = _title(texts, number, random_source, 4, 6)
    if not piece:
        return ""
    place = random_source.randrange(len(piece))
    wrong = piece[:place] + random_source.choice("的一是在人有我他这中大来上国") + piece[place + 1 :]
    return wrong if texts.is_nowhere(wrong) else ""


def _question(texts: Texts, number: int, random_source: Random) -> str:
    piece = _title(texts, number, random_source, 4, 6)
    return random_source.choice(_QUESTIONS).format(piece) if piece else ""


def _tibetan(size: tuple[int, int], *, affix: bool = False) -> Callable[[Texts, int, Random], str]:
    def make(texts: Texts, number: int, random_source: Random) -> str:
        runs = _SYLLABLES.findall(texts.wholes[number])
        parts = random_source.choice(runs).split("\u0f0b") if runs else []
        count = random_source.randint(*size)
        if len(parts) < count:
            return ""
        start = random_source.randrange(len(parts) - count + 1)
        piece = "\u0f0b".join(parts[start : start + count])
        holders = [other for other in texts.numbers["bo"] if _holds_syllables(texts.wholes[other], piece)]
        if len(holders) > (3 if count == 1 else 1):
            return ""
        if not affix:
            return piece
        return (
            piece + "\u0f60\u0f72"
            if piece[-1] in _VOWELS and texts.is_nowhere(piece + "\u0f60\u0f72")
            else ""
        )

    return make


def _holds_syllables(whole: str, piece: str) -> bool:
    return piece in whole and bool(re.search(f"(?<![\u0f40-\u0fbc]){piece}(?![\u0f40-\u0fbc])", whole))


def _english(texts: Texts, number: int, random_source: Random) -> str:
    words = _LATIN.findall(texts.wholes[number])
    word = random_source.choice(words) if words else ""
    english = [texts.wholes[other] for other in texts.numbers["en"]]
    return word if word and sum(bool(re.search(rf"\b{word}\b", whole)) for whole in english) == 1 else ""


def _english_prefix(texts: Texts, number: int, random_source: Random) -> str:
    words = [word for word in _LATIN.findall(texts.wholes[number]) if len(word) > 6]
    start = random_source.choice(words)[: random_source.randint(4, 6)] if words else ""
    english = [texts.wholes[other] for other in texts.numbers["en"]]
    return start if start and sum(bool(re.search(rf"\b{start}", whole)) for whole in english) == 1 else ""


def _nowhere(texts: Texts, number: int, random_source: Random) -> str:
    other = random_source.choice(texts.numbers["zh-CN"])
    size = random_source.randint(1, 2)
    piece = _cut(texts.titles[number], 2, random_source)[:size] + _cut(texts.titles[other], 2, random_source)
    return piece if len(piece) == size + 2 and texts.is_nowhere(piece) else ""


def _english_nowhere(texts: Texts, number: int, random_source: Random) -> str:
    other = random_source.choice(texts.numbers["en"])
    words = [_LATIN.findall(texts.wholes[which]) or [""] for which in (number, other)]
    word = random_source.choice(words[0])[:4] + random_source.choice(words[1])[-4:]
    return word if texts.is_nowhere(word) else ""


def _traditional_forms() -> dict[int, str]:
    forms: dict[int, str] = {}
    for traditional, simple in sorted(simplified_forms().items()):
        if "\u4e00" <= traditional <= "\u9fff":
            forms.setdefault(ord(simple), traditional)
    return forms


def _cut_apart(texts: Texts, number: int, random_source: Random) -> str:
    """Four characters from the middle of one word to the middle of the next but one, as frequency has it: a pair that is rarer than
    both of its neighbours is no word."""
    piece = _cut(texts.bodies[number], 4, random_source)
    if not piece or len(texts.holders(piece)) != 1:
        return ""
    common = [len(texts.holders(piece[start : start + 2], most=60)) for start in range(3)]
    return piece if common[1] >= 3 * max(common[0], common[2], 1) else ""


CLASSES: dict[str, tuple[str, Callable[[Texts, int, Random], str]]] = {
    "title, 2–6 characters": ("zh-CN", _title),
    "heading, 2–6 characters": ("zh-CN", _heading),
    "body, 2–6 characters": ("zh-CN", _body),
    "cut through words, body": ("zh-CN", _cut_apart),
    "two words": ("zh-CN", _two_words),
    "Chinese and Latin mixed": ("zh-CN", _mixed),
    "full width": ("zh-CN", _full_width),
    "traditional for simplified": ("zh-CN", _traditional),
    "pinyin": ("zh-CN", _pinyin),
    "pinyin initials": ("zh-CN", _initials),
    "pinyin, partly initials": ("zh-CN", _partial_pinyin),
    "one wrong character": ("zh-CN", _typo),
    "a spoken question": ("zh-CN", _question),
    "Tibetan, 1 syllable": ("bo", _tibetan((1, 1))),
    "Tibetan, 2 syllables": ("bo", _tibetan((2, 2))),
    "Tibetan, 3–5 syllables": ("bo", _tibetan((3, 5))),
    "Tibetan, with affix": ("bo", _tibetan((2, 3), affix=True)),
    "English word": ("en", _english),
    "English prefix": ("en", _english_prefix),
    "nowhere": ("zh-CN", _nowhere),
    "English, nowhere": ("en", _english_nowhere),
}
"""Class → (language, what makes a query from a document, or nothing)."""


def cases(found: Sequence[Query]) -> Iterator[tuple[str, list[Query]]]:
    """The queries by class."""
    for kind in CLASSES:
        yield kind, [query for query in found if query.kind == kind]
