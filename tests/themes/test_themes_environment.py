"""The template language: what it offers, what it refuses, and that pages stay functions of their views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
from theme_samples import loaded, page, write_theme

from showcase.model.view import ComponentPart, Html
from showcase.themes.environment import MissingFileError, Renderer, UnknownNameError
from showcase.themes.limits import TemplateLimitError


def render(tmp_path: Path, template: str, files: dict[str, str] | None = None, **of_page: Any) -> str:
    named = {
        f"templates/{path}": text for path, text in (files or {}).items() if not path.startswith("strings/")
    }
    texts = {path: text for path, text in (files or {}).items() if path.startswith("strings/")}
    write_theme(tmp_path, "tiny", {**named, **texts, "templates/page.html": template, "assets/a.css": "x"})
    wanted = page(**of_page)
    return Renderer(loaded(tmp_path)).page(wanted.template, wanted.view)


def component(name: str, *, inline: bool = False, body: tuple[Any, ...] = ()) -> ComponentPart:
    return ComponentPart(name, inline, "", {}, body, (), (), None, None, None)


def test_text_is_escaped_and_markup_is_not(tmp_path: Path) -> None:
    shown = render(tmp_path, "{{ page.title }}{{ page.body[0] }}", title="<b>&", body=(Html("<p>x</p>"),))
    assert shown == "&lt;b&gt;&amp;<p>x</p>"


def test_components_are_rendered_by_their_partials(tmp_path: Path) -> None:
    body = (
        Html("<p>前"),
        component("metric", inline=True),
        Html("后</p>"),
        component("quote", body=(Html("<p>q</p>"),)),
    )
    files = {
        "directives/metric.html": "\n  <b>{{ part.name }}</b>\n",
        "directives/quote.html": "<q>{{ render(part.body) }}</q> {{ page.title }}{{ site.mark }}",
    }
    shown = render(tmp_path, "{{ render(page.body) }}", files, body=body)
    assert shown == "<p>前<b>metric</b>后</p><q><p>q</p></q> 关于例"


def test_texts_are_in_the_pages_language_and_counted(tmp_path: Path) -> None:
    files = {
        "strings/zh-CN.yaml": 'n: "{n} 篇"',
        "strings/en.yaml": 'n: "{n} stories"\nn.one: one story\nonly: English',
    }
    template = '{{ t("n", n=1) }} {{ t("n", n=2) }} {{ t("only") }}'
    assert render(tmp_path / "1", template, files) == "1 篇 2 篇 English"
    assert render(tmp_path / "2", template, files, language="en") == "one story 2 stories English"


def test_an_asset_gives_its_address(tmp_path: Path) -> None:
    assert render(tmp_path, '{{ asset("a.css") }}', assets={"a.css": "/x/a.1.css"}) == "/x/a.1.css"


def test_a_plain_name_is_the_topmost_layer_and_an_exclamation_mark_the_one_below(tmp_path: Path) -> None:
    write_theme(
        tmp_path, "base", {"templates/page.html": 'base[{% include "x.html" %}]', "templates/x.html": "low"}
    )
    write_theme(
        tmp_path,
        "tiny",
        {
            "theme.yaml": "name: tiny\nextends: base\n",
            "templates/page.html": '{% extends "!page.html" %}',
            "templates/x.html": 'high {% include "!x.html" %}',
        },
        whole=False,
    )
    wanted = page()
    assert Renderer(loaded(tmp_path)).page("page.html", wanted.view) == "base[high low]"


@pytest.mark.parametrize(
    ("template", "name", "candidate"),
    [
        ("{{ page.titel }}", "titel", "title"),
        ("{{ pge.title }}", "pge", "page"),
        ("{{ site.parameters.accent }}", "accent", ""),
    ],
)
def test_an_unknown_name_is_an_error_that_knows_what_there_is(
    tmp_path: Path, template: str, name: str, candidate: str
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        render(tmp_path, template)
    assert caught.value.name == name
    assert not candidate or candidate in caught.value.candidates
    assert render(tmp_path / "2", "{{ page.titel is defined }}{{ page.titel|default('x') }}") == "Falsex"


@pytest.mark.parametrize(
    "template",
    [
        "{{ page.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ render.__globals__ }}",
        "{{ t.__self__ }}",
        "{{ page.body.__class__.__base__.__subclasses__() }}",
        "{{ '{0.__class__}'.format(page) }}",
        "{{ dict(a=1).update(b=2) }}",
        "{% set x = [1] %}{{ x.append(2) }}",
        "{{ site.assets.clear() }}",
        "{{ range(10000000) }}",
        "{{ page|attr('__class__') }}",
        "{{ self.__init__ }}",
    ],
)
def test_the_sandbox_holds(tmp_path: Path, template: str) -> None:
    with pytest.raises((jinja2.TemplateError, OverflowError, AttributeError)):
        render(tmp_path, template)


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{% macro f(n) %}{{ f(n) }}{{ f(n) }}{% endmacro %}{{ f(1) }}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 9 ** (9 ** 9) }}",
        "{{ '%999999999d' % 1 }}",
        "{% set n = namespace(s='x') %}{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
        "{% set n = namespace(s='x') %}{% for i in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
        "{% set n = namespace(s=[1]) %}{% for i in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}",
        "{% set n = namespace(s='x') %}{% for i in range(60) %}{% set n.s %}{{ n.s }}{{ n.s }}{% endset %}{% endfor %}",
        "{% set n = namespace(s='aa') %}{% for i in range(60) %}{% set n.s = n.s|replace('a', n.s) %}{% endfor %}",
        "{{ 'x'|center(1000000000) }}",
        "{{ ('a\n' * 100000)|indent(100000) }}",
        "{{ '%1000000000d'|format(1) }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{{ '{:>{}}'.format(1, 1000000000) }}",
        "{{ 'x'.ljust(1000000000) }}",
        "{{ [1]|batch(1000000000, 0)|list }}",
        "{% set b = 'x' * 8000000 %}{% macro m() %}{% for i in range(1000) %}{{ b }}{% endfor %}{% endmacro %}{{ m() }}",
    ],
)
def test_no_template_runs_or_grows_without_end(tmp_path: Path, template: str) -> None:
    with pytest.raises((TemplateLimitError, RecursionError, OverflowError)):
        render(tmp_path, template)


def test_ordinary_numbers_and_texts_are_no_excess(tmp_path: Path) -> None:
    template = (
        "{{ 123456|round(1) }} {{ '{} {}'.format(123456, 'x') }} {{ '%s*%d' % ('a', 123456) }} {{ '%d'|format(123456) }}"
        " {{ 'a-b'|replace('-', '+') }} {{ ['a', 'b']|join(', ') }} {{ 300000 * 2 }} {{ 'a\nb'|indent(2) }}"
    )
    shown = render(tmp_path, template)
    assert shown == "123456 123456 x a*123456 123456 a+b a, b 600000 a\n  b"


def test_what_an_import_remembers_never_reaches_another_page(tmp_path: Path) -> None:
    module = '{% set title = t("home") %}{% set c = cycler("a", "b") %}{% macro show() %}{{ title }}{{ c.next() }}{% endmacro %}'
    write_theme(
        tmp_path,
        "tiny",
        {"templates/page.html": '{% import "m.html" as m %}{{ m.show() }}', "templates/m.html": module},
    )
    renderer = Renderer(loaded(tmp_path))
    shown = [
        renderer.page("page.html", page(language=language).view) for language in ("zh-CN", "en", "zh-CN")
    ]
    assert shown == ["首页a", "Homea", "首页a"]


def test_a_file_that_an_expression_names_is_missed_while_rendering(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        render(tmp_path / "1", '{{ asset("a" ~ ".png") }}')
    with pytest.raises(MissingFileError):
        render(tmp_path / "2", "{{ render(page.body) }}", body=(component("unheard-of"),))
