"""The entry points: what each is given to begin with, and what must hold of whatever comes back."""

from __future__ import annotations

import functools
import io
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.equivalence.generated_site import GeneratedSite
from showcase.boards.board import board_view, render_board
from showcase.boards.formats import FORMATS
from showcase.build import build_site
from showcase.built_site import BuiltSite
from showcase.content.configure import configure
from showcase.content.parse import ParseContext, parse_source
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.wording import word
from showcase.inputs import BuildRequest
from showcase.media.picture import prepare_picture
from showcase.model.entry import ParsedFile
from showcase.model.site import SiteConfig
from showcase.model.source import SourceFile
from showcase.publish.journal import NAME as JOURNAL
from showcase.publish.journal import read_journal
from showcase.publish.manifest import NAME as MANIFEST
from showcase.publish.manifest import read_manifest
from showcase.store.codec import decode, encode
from showcase.store.frame import unwrap, wrap
from showcase.store.memory_store import MemoryStore
from showcase.store.sqlite_store import SqliteStore
from showcase.text.dates import format_date, parse_date
from showcase.text.numbers import group_digits
from showcase.text.pinyin import initials, sort_key, syllables
from showcase.text.qr_codes import qr_code
from showcase.text.slugs import slug
from showcase.text.variants import simplify
from showcase.themes.load import load_theme
from showcase.themes.phrases import phrases
from showcase.workers import Workers

REPOSITORY = Path(__file__).parents[2]
_DOCUMENTS = (
    "content/stories/fuzz.md",
    "content/brands/one.md",
    "content/pages/about.md",
    "content/stories/s1.en.md",
)
_CONTEXT = ParseContext(("zh-CN", "en"))


@dataclass(frozen=True, slots=True)
class Entry:
    """`seeds` makes sound inputs; `run` takes a mutated one. It raises AssertionError where what comes back is wrong."""

    seeds: Callable[[], Sequence[bytes]]
    run: Callable[[bytes], None]


def _told(found: Iterable[Diagnostic]) -> None:
    for item in found:
        assert item.location.path, item
        assert word(item, "zh").remedy, item
        assert word(item, "en").remedy, item


def _files(*patterns: str) -> list[bytes]:
    return [path.read_bytes() for pattern in patterns for path in sorted(REPOSITORY.glob(pattern))]


def _source(path: str, data: bytes) -> SourceFile:
    return SourceFile(path, data, "0" * 32)


def _story(data: bytes) -> None:
    file, found = parse_source(_source("content/stories/a.md", data), _CONTEXT)
    _told(found)
    assert decode(encode(file), ParsedFile), "the parse result did not survive its codec"


def _records(data: bytes) -> None:
    for kind in ("places", "topics", "sources"):
        _told(parse_source(_source(f"content/{kind}.yaml", data), _CONTEXT)[1])


def _settings(data: bytes) -> None:
    _told(configure(_source("site.yaml", data))[1])


def _site(data: bytes) -> None:
    """A whole build in which the mutated bytes are a story, a brand, a page or a translation, with every stage behind the
    parsing; of a story or brand a board is made, too."""
    path = _DOCUMENTS[len(data) % len(_DOCUMENTS)]
    built = _built(path, data)
    if built.faulty or built.theme is None:
        return
    files = {output.path: output for output in built.outputs}
    for page in built.pages:
        if page.claimed_by == path and page.template in ("story.html", "brand.html"):
            sheet = FORMATS[len(data) % len(FORMATS)]
            assert render_board(board_view(page.view, built.theme, files, sheet), built.theme).fault is None


def _whole(path: str, data: bytes) -> None:
    """A whole build of a site in which the mutated bytes stand at `path`."""
    _built(path, data)


def _built(path: str, data: bytes) -> BuiltSite:
    with _folder() as folder:
        site = GeneratedSite(folder, 1, stories=1)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        with Workers(1) as workers:
            built = build_site(
                BuildRequest(site.folder, folder / "public", site.today), MemoryStore(), workers
            )
        _told(built.diagnostics)
        for output in built.outputs:
            assert isinstance(output.data, bytes)
        return built


def _theme(path: str, data: bytes) -> None:
    with _folder() as folder:
        target = folder / "heritage" / path
        target.parent.mkdir(parents=True)
        target.write_bytes(data)
        _told(load_theme(_site_config(), folder)[1])


def _picture(type_: str, data: bytes) -> None:
    prepare_picture(data, type_)


def _published(data: bytes) -> None:
    with _folder() as folder:
        for name in (MANIFEST, JOURNAL):
            (folder / name).write_bytes(data)
        read_manifest(folder)
        read_journal(folder)


def _store(data: bytes) -> None:
    unwrap("parse", "key", data)
    decode(data, ParsedFile)
    with _folder() as folder:
        path = folder / "cache.sqlite3"
        path.write_bytes(data)
        store = SqliteStore(path, "fuzz")
        assert store.get("parse", "key") in (None, b"value")
        store.put("parse", "other", b"value")
        store.save()
        store.close()


def _texts(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    found = parse_date(text[:200])
    for language in ("zh-CN", "en", "bo"):
        if found:
            format_date(found.text, language)
        group_digits(text[:200], language)
    assert slug(text)
    syllables(text[:300], text[300:400])
    initials(text)
    sort_key(text)
    phrases(text)
    qr_code(text)
    assert len(simplify(text)) == len(text)


def _sites_own(name: str) -> Sequence[bytes]:
    """A file of generated sites."""
    found = []
    for seed in range(5):
        with _folder() as folder:
            GeneratedSite(folder, seed, stories=1)
            found.append((folder / name).read_bytes())
    return found


def _records_of_sites(kind: str) -> Entry:
    name = f"content/{kind}.yaml"
    return Entry(
        lambda: [*_sites_own(name), *_files(name, f"tests/sites/*/site/{name}")],
        functools.partial(_whole, name),
    )


def _pictures(form: str) -> list[bytes]:
    from PIL import Image

    found = []
    for mode, size in (("RGB", (20, 10)), ("L", (1, 30)), ("P", (9, 9))):
        opened = io.BytesIO()
        picture = Image.linear_gradient("L").resize(size).convert(mode)
        picture.convert("RGB" if form in ("JPEG", "WEBP") else mode).save(opened, form)
        found.append(opened.getvalue())
    return found


def _caches() -> list[bytes]:
    with _folder() as folder:
        path = folder / "cache.sqlite3"
        store = SqliteStore(path, "fuzz")
        store.put("parse", "key", b"value")
        store.save()
        store.close()
        return [
            path.read_bytes(),
            wrap("parse", "key", b"value" * 40),
            encode(ParsedFile("content/stories/a.md")),
        ]


def _drawings() -> list[bytes]:
    return [
        *_files("themes/*/assets/**/*.svg"),
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>a{fill:url(#x)}</style><a href="#x"><text>x</text></a></svg>',
    ]


def _manifests() -> list[bytes]:
    listed = {"path": "index.html", "sha256": "0" * 64, "size": 3}
    return [
        json.dumps({"version": 1, "generator": "showcase", "files": [listed]}).encode(),
        json.dumps({"files": {"index.html": ["0" * 64]}}).encode(),
    ]


class _folder:  # noqa: N801 - reads as the function that it stands for
    """A temporary folder, quicker than tempfile's, which walks it twice."""

    def __enter__(self) -> Path:
        self._path = Path(tempfile.mkdtemp(prefix="showcase-fuzz-"))
        return self._path

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._path, ignore_errors=True)


@functools.cache
def _site_config() -> SiteConfig:
    config, _ = configure(_source("site.yaml", b"title: a\nbase_url: https://example.org\n"))
    assert config
    return config


def _stories() -> list[bytes]:
    with _folder() as folder:
        site = GeneratedSite(folder, 7)
        made = [site.story().encode() for _ in range(20)]
    return [*made, *_files("content/*/*.md", "tests/sites/*/site/content/stories/*.md")]


ENTRIES: dict[str, Entry] = {
    "story": Entry(_stories, _story),
    "records": Entry(lambda: _files("content/*.yaml", "tests/sites/*/site/content/*.yaml"), _records),
    "settings": Entry(lambda: _files("site.yaml", "tests/sites/*/site/site.yaml"), _settings),
    "site": Entry(_stories, _site),
    "site-places": _records_of_sites("places"),
    "site-topics": _records_of_sites("topics"),
    "site-sources": _records_of_sites("sources"),
    "site-settings": Entry(
        lambda: [*_sites_own("site.yaml"), *_files("site.yaml", "tests/sites/*/site/site.yaml")],
        functools.partial(_whole, "site.yaml"),
    ),
    "site-template": Entry(
        lambda: [
            *_files("themes/*/templates/story.html", "themes/*/templates/partials/*.html"),
            b'{% extends "!story.html" %}{% block main %}{{ super() }}{{ page.title }}{% endblock %}',
        ],
        functools.partial(_whole, "themes/heritage/templates/story.html"),
    ),
    "template": Entry(
        lambda: _files("themes/*/templates/*.html", "themes/*/templates/partials/*.html"),
        functools.partial(_theme, "templates/story.html"),
    ),
    "theme": Entry(lambda: _files("themes/*/theme.yaml"), functools.partial(_theme, "theme.yaml")),
    "strings": Entry(
        lambda: _files("themes/*/strings/*.yaml"), functools.partial(_theme, "strings/zh-CN.yaml")
    ),
    "sheet": Entry(
        lambda: _files("themes/*/assets/css/*.css"), functools.partial(_theme, "assets/css/site.css")
    ),
    "png": Entry(lambda: _pictures("PNG"), functools.partial(_picture, "png")),
    "jpeg": Entry(lambda: _pictures("JPEG"), functools.partial(_picture, "jpg")),
    "gif": Entry(lambda: _pictures("GIF"), functools.partial(_picture, "gif")),
    "webp": Entry(lambda: _pictures("WEBP"), functools.partial(_picture, "webp")),
    "svg": Entry(_drawings, functools.partial(_picture, "svg")),
    "manifest": Entry(_manifests, _published),
    "store": Entry(_caches, _store),
    "texts": Entry(_stories, _texts),
}
