"""What may happen to a site between two builds. An edit takes all it needs from the site as it lies there and from
`site.random`, so that any part of a sequence can be played again without the rest."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections.abc import Callable
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
from benchmarks.equivalence.wider_edits import WIDER_EDITS

Edit = Callable[[GeneratedSite], None]

_SETTINGS = (
    "subtitle: {words}\n",
    "page_size: 2\n",
    "feed_size: 2\n",
    "search: false\n",
    "notice: {words}\n",
    "licence: CC BY 4.0\n",
    "hosting: [nginx, apache, iis]\n",
    "hosting: edgeone\n",
    "organiser: {{name: {words}, address: {words}}}\n",
    "filing: {{icp: 京ICP备12345678号-1}}\n",
    "translations: {{en: {{title: Cases}}}}\n",
    "checks: {{numbers_need_sources: false}}\n",
    "checks: {{levels: {{number-without-source: off}}}}\n",
    "fields: {{story: {{remark: {{type: text, label: {words}}}}}}}\n",
)
_PARAMETERS = {
    "heritage": (
        "{{accent: teal}}",
        "{{paper: white, paragraphs: indented}}",
        "{{home: brands}}",
        "{{plate_pattern: false}}",
    ),
    "plain": ("{{paragraphs: indented}}", "{{pictures: false}}", "{{search: true}}"),
    "kiosk": (),
}
_HEAD = (
    "summary: {words}",
    "updated: 2025-01-0{digit}",
    "slug: w{digit}",
    "aliases: /old/{digit}/",
    "order: {digit}",
    "draft: true",
    "publish_from: 2026-11-{day}",
    "expires: 2026-11-{day}",
    "translator: {words}",
    "remark: {words}",
    "cover: {{file: ../pictures/a.png, alt: {words}, kind: ornament}}",
    "media: [{{file: ../pictures/b.png, alt: {words}, kind: ornament}}]",
)
_TEMPLATES = {
    "topic.html": '{{% extends "!topic.html" %}}{{% block main %}}{{{{ super() }}}}<p>{words}</p>{{% endblock %}}\n',
    "story.html": '{{% extends "!story.html" %}}{{% block after %}}{{{{ super() }}}}<p>{words}{{{{ site.title }}}}</p>{{% endblock %}}\n',
    "partials/footer.html": "<footer><p>{words} {{{{ page.title }}}} {{{{ site.notice }}}}</p></footer>\n",
    "partials/breadcrumbs.html": "{{% macro m(x) %}}<b>{words}{{{{ x }}}}</b>{{% endmacro %}}<p>{{{{ m(page.title) }}}}</p>\n",
    "directives/alert.html": "<div><p>{words}</p>{{{{ render(part.body) }}}}</div>\n",
    "directives/quote.html": "<blockquote>{{{{ render(part.body) }}}}<p>{words}</p></blockquote>\n",
}


def _filled(site: GeneratedSite, text: str) -> str:
    random = site.random
    return text.format(words=site.words(4), digit=random.randint(1, 9), day=random.randint(20, 30))


def remove_story(site: GeneratedSite) -> None:
    """One goes with its translation; what others say of it stays, and is a fault."""
    stories = site.stories()
    if len(stories) > 1:
        victim = site.random.choice(stories)
        for path in (victim, victim.with_suffix(".en.md")):
            path.unlink(missing_ok=True)


def rename_story(site: GeneratedSite) -> None:
    """Its file gets another name, and it with it another id and address."""
    path = site.a_story()
    name = f"{path.stem}x"
    if not path.with_name(f"{name}.md").exists():
        path.rename(path.with_name(f"{name}.md"))
        translation = path.with_suffix(".en.md")
        if translation.exists():
            translation.rename(path.with_name(f"{name}.en.md"))


def edit_body(site: GeneratedSite) -> None:
    """One more block at the end."""
    path = _any_document(site)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{site.block()}\n", encoding="utf-8")


def cut_body(site: GeneratedSite) -> None:
    """Without its last block."""
    path = _any_document(site)
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    if len(blocks) > 2:
        path.write_text("\n\n".join(blocks[:-1]) + "\n", encoding="utf-8")


def edit_title(site: GeneratedSite) -> None:
    """Another title."""
    said(_any_document(site), "title", site.words(6))


def edit_relation(site: GeneratedSite) -> None:
    """Another brand, organisation, place or topic, or a related story."""
    choose = site.random.choice
    key, values = choose(
        (
            ("brand", BRANDS),
            ("organisation", ORGANISATIONS),
            ("place", PLACES),
            ("topics", TOPICS),
            ("related", tuple(path.stem for path in site.stories())),
        )
    )
    said(site.a_story(), key, choose(values))


def edit_date(site: GeneratedSite) -> None:
    """Another date, which may open or empty a year."""
    said(site.a_story(), "date", f"{site.random.randint(2008, 2025)}-0{site.random.randint(1, 9)}")


def edit_head(site: GeneratedSite) -> None:
    """Any key of the front matter."""
    key, _, value = _filled(site, site.random.choice(_HEAD)).partition(": ")
    said(site.a_story(), key, value)


def drop_head(site: GeneratedSite) -> None:
    """One key less, but not the title."""
    path = site.a_story()
    lines = path.read_text(encoding="utf-8").split("\n")
    end = lines.index("---", 1)
    others = [number for number in range(1, end) if not lines[number].startswith("title:")]
    if others:
        del lines[site.random.choice(others)]
        path.write_text("\n".join(lines), encoding="utf-8")


def link_stories(site: GeneratedSite) -> None:
    """A link from one to another."""
    path, other = site.a_story(), site.a_story()
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n见[{site.words(3)}]({other.name})。\n", encoding="utf-8")


def translate(site: GeneratedSite) -> None:
    """An English text, or a new one."""
    site.a_story().with_suffix(".en.md").write_text(
        f"---\ntitle: A story {site.random.randint(1, 99)}\n---\n\nIn English {site.words(2)}.\n",
        encoding="utf-8",
    )


def untranslate(site: GeneratedSite) -> None:
    """No English text any more."""
    site.a_story().with_suffix(".en.md").unlink(missing_ok=True)


def edit_settings(site: GeneratedSite) -> None:
    """A few settings, another title, another theme with its parameters; sometimes another main language."""
    random = site.random
    wanted = random.sample(_SETTINGS, random.randint(0, 3))
    texts = {text.split(":")[0]: _filled(site, text) for text in wanted}
    theme = random.choice(THEMES)
    texts["theme"] = f"theme: {theme}\n"
    if _PARAMETERS[theme] and random.random() < 0.5:
        texts["parameters"] = f"parameters: {_filled(site, random.choice(_PARAMETERS[theme]))}\n"
    page_size = texts.pop("page_size", "")
    text = site.settings(
        "".join(texts.values()),
        title=site.words(3),
        languages=random.choice(("[zh-CN, en]", "[zh-CN, en]", "zh-CN", "[en, zh-CN]", "[zh-CN, bo, en]")),
    )
    site.write("site.yaml", text.replace("page_size: 3\n", page_size) if page_size else text)


def edit_parameter(site: GeneratedSite) -> None:
    """The same theme with another parameter."""
    path = site.folder / "site.yaml"
    text = re.sub(r"^parameters:.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    theme = re.search(r"^theme: (\w+)$", text, re.MULTILINE)
    choices = _PARAMETERS[theme[1] if theme else "heritage"]
    if choices:
        text += f"parameters: {_filled(site, site.random.choice(choices))}\n"
    path.write_text(text, encoding="utf-8")


def override_template(site: GeneratedSite) -> None:
    """A template of the site's own."""
    name = site.random.choice(sorted(_TEMPLATES))
    theme = site.random.choice(THEMES[:2])
    site.write(f"themes/{theme}/templates/{name}", _filled(site, _TEMPLATES[name]))


def override_strings(site: GeneratedSite) -> None:
    """Interface texts of the site's own."""
    language = site.random.choice(("zh-CN", "en"))
    site.write(
        f"themes/heritage/strings/{language}.yaml", f"home: {site.words(2)}\nstories: {site.words(3)}\n"
    )


def override_asset(site: GeneratedSite) -> None:
    """A style sheet of the site's own."""
    site.write(
        "themes/heritage/assets/css/site.css",
        f'@import "!site.css";\np {{ margin: {site.random.randint(1, 9)}px }}\n',
    )


def drop_overrides(site: GeneratedSite) -> None:
    """All of the site's own themes."""
    shutil.rmtree(site.folder / "themes", ignore_errors=True)


def drop_override(site: GeneratedSite) -> None:
    """One file of them."""
    files = sorted(path for path in (site.folder / "themes").rglob("*") if path.is_file())
    if files:
        site.random.choice(files).unlink()


def menu_page(site: GeneratedSite) -> None:
    """One more page in the menu, or none."""
    path = site.folder / "content/pages/more.md"
    if path.exists():
        path.unlink()
    else:
        site.write("content/pages/more.md", site.document(site.words(3), "menu: true\norder: 1\n"))


def swap_texts(site: GeneratedSite) -> None:
    """Two stories change places, so that old bytes stand under other names."""
    one, other = site.a_story(), site.a_story()
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def touch(site: GeneratedSite) -> None:
    """Saved without a change."""
    os.utime(_any_document(site))


def break_something(site: GeneratedSite) -> None:
    """What no build can take."""
    site.a_story().with_suffix(".md").write_text(
        site.random.choice(("---\ntitle: [\n---\n", "---\ntitle: 题\nbrand: nowhere\n---\n\n[链](no.md)\n")),
        encoding="utf-8",
    )


def another_day(site: GeneratedSite) -> None:
    """Stories come out and expire."""
    site.today += datetime.timedelta(days=site.random.randint(-3, 4))


def another_address(site: GeneratedSite) -> None:
    """Built for another host, or for a stick."""
    site.base_url = site.random.choice((None, "https://elsewhere.example"))
    site.portable = site.random.random() < 0.3


def _any_document(site: GeneratedSite) -> Path:
    files = sorted((site.folder / "content").glob("*/*.md"))
    return site.random.choice(files)


EDITS: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (
        GeneratedSite.add_story,
        *(remove_story, rename_story, edit_body, cut_body, edit_title, edit_relation, edit_date, edit_head),
        *(drop_head, link_stories, translate, untranslate, edit_settings, edit_parameter, override_template),
        *(override_strings, override_asset, drop_overrides, drop_override, menu_page, swap_texts, touch),
        *(break_something, another_day, another_address),
        *WIDER_EDITS,
    )
}
EDITS["rename_place"] = lambda site: site.write("content/places.yaml", site.places())
EDITS["rename_source"] = lambda site: site.write("content/sources.yaml", site.sources())
EDITS["rename_brand"] = lambda site: site.write("content/brands/one.md", site.document(site.words(4)))
EDITS["change_photo"] = lambda site: site.write_photo(site.random.choice("ab"))
EDITS["change_picture"] = lambda site: site.write_picture(site.random.choice("ab"))
