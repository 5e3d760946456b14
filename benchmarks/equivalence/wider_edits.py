"""More of what may happen to a site between two builds: records that come, move and go, documents that move, other kinds
of files, faults of a theme. As in `edits`, each edit takes all it needs from the site as it lies there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.equivalence.generated_site import (
    BRANDS,
    ORGANISATIONS,
    PLACES,
    THEMES,
    TOPICS,
    GeneratedSite,
    said,
)

Edit = Callable[[GeneratedSite], None]

_FIXTURES = Path(__file__).parents[2] / "src/showcase/editing/fixture_site/content/stories/pictures"
_HEAD = (
    "short_name: {words}",
    "pinyin: ma ma ma",
    "kind: {words}",
    "summary: {words}",
    "menu: true",
    "order: {digit}",
    "date: {year}",
    "topics: [{topic}, {topic}]",
    "place: [{place}]",
    "organisation: {organisation}",
    "brand: [{brand}]",
    "sources: [{{source: report, locator: P{digit}}}]",
    "metrics: {{income: {{label: {words}, value: {digit}, unit: 元}}, people: {{label: {words}, value: {digit}.5, qualifier: 约, source: report}}}}",
    "cover: {{file: ../pictures/photo.jpg, alt: {words}, kind: ornament, caption: {words}}}",
    "media: [{{file: ../pictures/moving.gif, alt: {words}, kind: ornament}}, {{file: ../pictures/tone.mp3}}]",
    "slug: {words}",
    "slug: same",
    "aliases: [/old/{digit}/, /older/{digit}.html]",
    "updated: 2025-02-0{digit}",
    "publish_from: 2026-11-2{digit}",
    "expires: 2026-11-2{digit}",
    "translator: {words}",
    "related: [s1, s2]",
    "remark: {words}",
    "title: {words}",
)
_BLOCKS = (
    "有:metric[income]，见[{words}]({other}#sec-{digit})。",
    "::metrics[income]",
    "::metrics",
    "## {words} {{#sec-{digit}}}",
    "## {words}",
    "### {words}\n\n#### {words}",
    "::video[{words}]{{file=../pictures/film.mp4}}",
    "::audio[{words}]{{file=../pictures/tone.mp3}}",
    "![{words}](../pictures/drawing.svg)",
    "文中有图![{words}](../pictures/photo.jpg){{kind=ornament}}。",
    "[{words}](../pictures/guide.pdf)",
    "[{words}](../organisations/station.md)、[{words}]({other})",
    "<https://example.net/{digit}>",
    "བོད་ཀྱི་སྐད་ཡིག།",
    "- [ ] {words}\n- [x] {words}\n    1. {words}",
    "{words}：123456人，12.5%。",
    '[{words}][r]\n\n[r]: ../brands/two.md "{words}"',
    "{words}\n" * 30,
)
_RECORDS = {
    "places": "{{id: {id}, name: {words}村, level: village, parent: {place}}}",
    "topics": "{{id: {id}, name: {words}主题, summary: {words}}}",
    "sources": "{{id: {id}, name: {words}报, kind: 报纸报道, url: 'https://example.net/{digit}'}}",
}
_RECORD_KEYS = {
    "places": (
        "short_name: {words}",
        "aliases: [{words}, {words}]",
        "pinyin: ma ma",
        "summary: {words}",
        "translations: {{en: {{name: Place {digit}, summary: In words}}}}",
        "parent: region",
    ),
    "topics": ("summary: {words}", "pinyin: ma", "translations: {{en: {{name: Topic {digit}}}}}"),
    "sources": (
        "note: {words}",
        "title: {words}",
        "publisher: {words}",
        "url: 'https://example.net/{digit}'",
        "translations: {{en: {{name: Source {digit}}}}}",
    ),
}
_FAULTY_TEMPLATES = (
    "{% block main %}",
    '{% extends "!story.html" %}{% block after %}{{ nothing.at_all }}{% endblock %}',
    '{% extends "!story.html" %}{% block after %}{% if page.title[0] > "品" %}{{ nothing }}{% endif %}{% endblock %}',
    '{% include "partials/none.html" %}',
)
_PARTS = {
    "base.html": '{{% extends "!base.html" %}}\n',
    "partials/story_list.html": '{{% include "!partials/story_list.html" %}}<p>{words}</p>\n',
    "partials/none.html": "<p>{words}</p>\n",
    "directives/metric.html": "<b>{words}</b>\n",
    "home.html": '{{% extends "!home.html" %}}{{% block main %}}{{{{ super() }}}}<p>{words}</p>{{% include "partials/mine.html" ignore missing %}}{{% endblock %}}\n',
    "partials/mine.html": "<p>{words}</p>\n",
}


def _filled(site: GeneratedSite, text: str, **more: str) -> str:
    choose = site.random.choice
    while "{words}" in text:
        text = text.replace("{words}", site.words(site.random.randint(2, 5)), 1)
    return text.format(
        digit=site.random.randint(1, 9),
        year=site.random.choice(("2019", "2020-03", "2021-05-06", "2015~", "约2012年")),
        topic=choose(TOPICS),
        place=choose(PLACES),
        organisation=choose(ORGANISATIONS),
        brand=choose(BRANDS),
        other=choose(site.stories()).name,
        **more,
    )


def _documents(site: GeneratedSite) -> list[Path]:
    return sorted((site.folder / "content").glob("*/*.md"))


def any_head(site: GeneratedSite) -> None:
    """A key in the front matter of any document, also of a translation, where it may be unknown."""
    path = site.random.choice(_documents(site))
    key, _, value = _filled(site, site.random.choice(_HEAD)).partition(": ")
    said(path, key, value)


def any_block(site: GeneratedSite) -> None:
    """A block of another kind, at any place of a text."""
    path = site.random.choice(_documents(site))
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    blocks.insert(site.random.randint(1, len(blocks)), _filled(site, site.random.choice(_BLOCKS)))
    path.write_text("\n\n".join(blocks), encoding="utf-8")


def change_words(site: GeneratedSite) -> None:
    """Some characters of a text, somewhere."""
    path = site.random.choice(_documents(site))
    text = path.read_text(encoding="utf-8")
    start = text.find("\n---\n", 3) + 5
    at = site.random.randint(min(start, len(text)), len(text))
    path.write_text(text[:at] + site.words(3) + text[at + 2 :], encoding="utf-8")


def comment_head(site: GeneratedSite) -> None:
    """A comment, which moves all that stands below it by a line."""
    path = site.random.choice(_documents(site))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n", f"---\n# {site.words(3)}\n", 1), encoding="utf-8")


def add_record(site: GeneratedSite) -> None:
    """A place, topic or source in a file of its own, or one less."""
    kind = site.random.choice(sorted(_RECORDS))
    name = f"more{site.random.randint(1, 3)}"
    path = site.folder / f"content/{kind}/{name}.yaml"
    if path.exists() and site.random.random() < 0.5:
        path.unlink()
    else:
        site.write(f"content/{kind}/{name}.yaml", _filled(site, _RECORDS[kind], id=name) + "\n")


def edit_record(site: GeneratedSite) -> None:
    """One more thing said of a place, topic or source."""
    kind = site.random.choice(sorted(_RECORD_KEYS))
    path = site.folder / f"content/{kind}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    places = [number for number, line in enumerate(lines) if line.endswith("}") and "id:" in line]
    if places:
        at = site.random.choice(places)
        key, _, value = _filled(site, site.random.choice(_RECORD_KEYS[kind])).partition(": ")
        if f"{key}:" not in lines[at]:
            lines[at] = f"{lines[at][:-1]}, {key}: {value}}}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def order_records(site: GeneratedSite) -> None:
    """The topics in another order, or with a name and a summary more."""
    topics = [f"- {{id: {one}, name: {site.words(2)}主题}}\n" for one in TOPICS]
    site.random.shuffle(topics)
    site.write("content/topics.yaml", "".join(topics))


def use_record(site: GeneratedSite) -> None:
    """A story about a place, topic or source of its own file, which may not be there."""
    kind, key = site.random.choice((("places", "place"), ("topics", "topics"), ("sources", "sources")))
    files = sorted((site.folder / f"content/{kind}").glob("*.yaml"))
    if files:
        said(site.a_story(), key, f"[{site.random.choice(files).stem}]")


def move_document(site: GeneratedSite) -> None:
    """A document into a folder of its own, or back."""
    folder = site.folder / "content"
    inside = sorted(folder.glob("*/*/index.md"))
    if inside and site.random.random() < 0.6:
        path = site.random.choice(inside)
        target = path.parent.with_suffix(".md")
        if not target.exists():
            text = path.read_text(encoding="utf-8")
            target.write_text(re.sub(r"([(=:] ?)\.\./\.\./", r"\1../", text), encoding="utf-8")
            path.unlink()
        return
    path = site.a_story()
    text = path.read_text(encoding="utf-8")
    target = path.with_suffix("") / "index.md"
    if not target.exists() and not path.with_suffix(".en.md").exists() and len(site.stories()) > 1:
        target.parent.mkdir(exist_ok=True)
        target.write_text(re.sub(r"([(=:] ?)\.\./", r"\1../../", text), encoding="utf-8")
        path.unlink()


def add_document(site: GeneratedSite) -> None:
    """One more brand, organisation or page, or one less."""
    kind = site.random.choice(("brands", "organisations", "pages"))
    name = f"more{site.random.randint(1, 3)}"
    path = site.folder / f"content/{kind}/{name}.md"
    if path.exists() and site.random.random() < 0.5:
        path.unlink()
    else:
        site.write(f"content/{kind}/{name}.md", site.document(site.words(4)))


def translate_any(site: GeneratedSite) -> None:
    """A document in any language of the site, or one that it does not have."""
    path = site.random.choice([one for one in _documents(site) if one.name.count(".") == 1])
    language = site.random.choice(("en", "en", "bo", "zh-CN"))
    target = path.with_suffix(f".{language}.md")
    if target.exists() and site.random.random() < 0.5:
        target.unlink()
    else:
        target.write_text(
            f"---\ntitle: Title {site.random.randint(1, 99)}\n---\n\n{_filled(site, site.random.choice(_BLOCKS))}\n",
            encoding="utf-8",
        )


def change_file(site: GeneratedSite) -> None:
    """Another file under a name that texts refer to: a photo, a drawing, a film, a sound, a document; or none."""
    random = site.random
    folder = site.folder / "content/pictures"
    name = random.choice(("photo.jpg", "moving.gif", "drawing.svg", "film.mp4", "tone.mp3", "guide.pdf"))
    target = folder / name
    if name == "guide.pdf":
        target.write_bytes(b"%PDF-1.4\n" + b"% nothing\n" * random.randint(1, 30) + b"%%EOF\n")
    elif target.exists() and random.random() < 0.15:
        target.unlink()
    else:
        data = (_FIXTURES / name.replace("photo.jpg", "fields.jpg")).read_bytes()
        if name == "drawing.svg":
            data = data.replace(b"</svg>", b"<g id='g%d'></g></svg>" % random.randint(1, 9))
        if name in ("film.mp4", "tone.mp3"):
            data += bytes(random.randint(0, 9))
        target.write_bytes(data)


def swap_pictures(site: GeneratedSite) -> None:
    """Two pictures change names."""
    one, other = (site.folder / f"content/pictures/{name}.png" for name in "ab")
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def override_part(site: GeneratedSite) -> None:
    """A template of the site's own that others include, some only where it is there."""
    name = site.random.choice(sorted(_PARTS))
    theme = site.random.choice(THEMES)
    site.write(f"themes/{theme}/templates/{name}", _filled(site, _PARTS[name]))


def faulty_template(site: GeneratedSite) -> None:
    """A template that cannot be read, or fails on some pages only."""
    theme = site.random.choice(THEMES)
    site.write(f"themes/{theme}/templates/story.html", site.random.choice(_FAULTY_TEMPLATES) + "\n")


def faulty_settings(site: GeneratedSite) -> None:
    """A site.yaml with something wrong in it."""
    path = site.folder / "site.yaml"
    text = path.read_text(encoding="utf-8")
    lines: Sequence[str] = (
        "page_size: many\n",
        "colour: red\n",
        "theme: nothing\n",
        "title: [\n",
        "parameters: {accent: none}\n",
    )
    path.write_text(text + site.random.choice(lines), encoding="utf-8")


def another_request(site: GeneratedSite) -> None:
    """With drafts or without."""
    site.drafts = site.random.random() < 0.5


WIDER_EDITS: tuple[Edit, ...] = (
    *(any_head, any_block, change_words, comment_head, add_record, edit_record, order_records, use_record),
    *(move_document, add_document, translate_any, change_file, swap_pictures, override_part, faulty_template),
    *(faulty_settings, another_request),
)
