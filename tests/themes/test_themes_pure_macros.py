"""Macros are written once for equal arguments, where nothing but these and the language decides their text."""

from __future__ import annotations

from pathlib import Path

import pytest
from theme_samples import loaded, page, write_theme

from showcase.themes import environment, limits, pure_macros
from showcase.themes.environment import Renderer

TITLES = ("甲", "乙", "甲")


def shown(folder: Path, template: str, **others: str) -> list[str]:
    """The same template rendered for three pages and, in English, for a fourth."""
    files = {f"templates/{name}.html": text for name, text in others.items()}
    write_theme(folder, "tiny", {**files, "templates/page.html": template})
    renderer = Renderer(loaded(folder))
    views = [*(page(title=title).view for title in TITLES), page(title="甲", language="en").view]
    return [renderer.page("page.html", view) for view in views]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% macro m() %}{{ page.title }}{% endmacro %}{{ m() }}", ["甲", "乙", "甲", "甲"]),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(page.title) }}", ["甲", "乙", "甲", "甲"]),
        ("{% set x = page.title %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}", ["甲", "乙", "甲", "甲"]),
        ("{% macro m(x=page.title) %}{{ x }}{% endmacro %}{{ m() }}", ["甲", "乙", "甲", "甲"]),
        ("{% macro n() %}{{ page.title }}{% endmacro %}{% macro m() %}{{ n() }}{% endmacro %}{{ m() }}", ["甲", "乙", "甲", "甲"]),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ page.title }}{% endcall %}", ["甲", "乙", "甲", "甲"]),
        ('{% macro m() %}{% include "part.html" %}{% endmacro %}{{ m() }}', ["甲", "乙", "甲", "甲"]),
        ('{% from "part2.html" import m with context %}{{ m() }}', ["甲", "乙", "甲", "甲"]),
        ('{% from "part3.html" import n with context %}{% macro m() %}{{ n() }}{% endmacro %}{{ m() }}', ["首页", "首页", "首页", "Home"]),
        ("{% macro m() %}{{ t('home') }}{{ page.language }}{% endmacro %}{{ m() }}", ["首页zh-CN"] * 3 + ["Homeen"]),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m('<') }}{{ m('<'|safe) }}{{ m('<') }}", ["&lt;<&lt;"] * 4),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1) }}{{ m(true) }}{{ m(1.0) }}", ["1True1.0"] * 4),
        ("{% macro m(x) %}{{ x[0] }}{% endmacro %}{{ m(('<',)) }}{{ m(('<'|safe,)) }}", ["&lt;<"] * 4),
        ("{% macro m(x, y='a') %}{{ x }}{{ y }}{% endmacro %}{{ m('1') }}{{ m('1', y='b') }}{{ m('1', 'c') }}", ["1a1b1c"] * 4),
        ("{% set c = cycler('a', 'b') %}{% macro m() %}{{ c.next() }}{% endmacro %}{{ m() }}{{ m() }}", ["ab"] * 4),
        ("{% macro m(x) %}{{ x.n }}{% endmacro %}{% set s = namespace(n=1) %}{{ m(s) }}{% set s.n = 2 %}{{ m(s) }}", ["12"] * 4),
        ("{% macro m(x) %}{% if x %}{{ m(x - 1) }}{% endif %}{{ x }}{% endmacro %}{{ m(3) }}{{ m(3) }}", ["01230123"] * 4),
        ("{% macro m() %}{{ varargs|join }}{% endmacro %}{{ m('a') }}{{ m('b') }}", ["ab"] * 4),
        ("{% macro m(xs) %}{% for page in xs %}{{ page }}{% endfor %}{{ page.title }}{% endmacro %}{{ m(()) }}", ["甲", "乙", "甲", "甲"]),
        ("{% set h = page.title %}{% macro m(x) %}{% if x %}{% set h = 'own' %}{% endif %}{{ h }}{% endmacro %}{{ m(0) }}", ["甲", "乙", "甲", "甲"]),
        ("{% macro m() %}top{% endmacro %}{% block main %}{% macro m() %}{{ page.title }}{% endmacro %}{{ m() }}{% endblock %}", ["甲", "乙", "甲", "甲"]),
        ("{% macro x() %}{% endmacro %}{% set x = page.title %}{% macro y() %}{{ x }}{% endmacro %}{{ y() }}", ["甲", "乙", "甲", "甲"]),
        ("{% set t = page.title %}{% macro m() %}{{ t }}{% endmacro %}{{ m() }}", ["甲", "乙", "甲", "甲"]),
        ('{% set t = page.title %}{% include "part4.html" %}', ["甲", "乙", "甲", "甲"]),
        ("{% set site = {'parameters': page.title} %}{% macro m() %}{{ site.parameters }}{% endmacro %}{{ m() }}", ["甲", "乙", "甲", "甲"]),
        ('{% if page.title == "甲" %}{% from "p.html" import c %}{% else %}{% from "q.html" import c %}{% endif %}{% macro m() %}{{ c() }}{% endmacro %}{{ m() }}', ["p", "q", "p", "p"]),
        ("{% set s = namespace(n=0) %}{% macro m(x) %}{% set s.n = x %}{% endmacro %}{{ m(1) }}{{ m(2) }}{{ m(1) }}{{ s.n }}", ["1"] * 4),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(0.0) }}{{ m(-0.0) }}", ["0.0-0.0"] * 4),
        ("{% for x in 'ab' %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}{% endfor %}", ["ab"] * 4),
        ('{% set x = page.title %}{% from "part5.html" import m with context %}{{ m() }}', ["甲", "乙", "甲", "甲"]),
        ("{% for x in 'ab' %}{% from 'part5.html' import m %}{{ m() }}{% endfor %}", ["ab"] * 4),
        ('{% from "part6.html" import m %}{{ m() }}', ["甲", "乙", "甲", "甲"]),
        ('{% from "part7.html" import k %}{{ k() }}', ["甲", "乙", "甲", "甲"]),
        ('{% from "part7.html" import k %}{% include "part.html" %}{{ k() }}', ["甲甲", "乙乙", "甲甲", "甲甲"]),
        ('{% set t = page.title %}{% from "part8.html" import n %}{{ n() }}', ["甲", "乙", "甲", "甲"]),
        ('{% from "part9.html" import m %}{{ m() }}{{ m() }}', ["ab"] * 4),
    ],
)  # fmt: skip
def test_what_a_macro_remembers_never_shows(tmp_path: Path, template: str, expected: list[str]) -> None:
    others = {
        "part": "{{ page.title }}",
        "part2": "{% set x = page.title %}{% macro m() %}{{ x }}{% endmacro %}",
        "part4": "{% macro m() %}{{ t }}{% endmacro %}{{ m() }}",
        "part5": "{% macro m() %}{{ x }}{% endmacro %}",
        "part6": "{% macro m() %}{{ page.title }}{% endmacro %}",
        "part7": "{% from 'part6.html' import m %}{% macro k() %}{{ m() }}{% endmacro %}",
        "part8": "{% macro n() %}{{ t }}{% endmacro %}",
        "part9": "{% set c = cycler('a', 'b') %}{% macro m() %}{{ c.next() }}{% endmacro %}",
        "p": "{% macro c() %}p{% endmacro %}",
        "q": "{% macro c() %}q{% endmacro %}",
        "part3": "{% macro n() %}{{ t('home') }}{% endmacro %}",
    }
    assert [text.strip() for text in shown(tmp_path, template, **others)] == expected


def test_equal_arguments_are_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    real = pure_macros.MacroMemo.keep

    def keep(self: pure_macros.MacroMemo, key: object, text: str, steps: int, printed: int) -> None:
        kept.append(str(text))
        real(self, key, text, steps, printed)

    monkeypatch.setattr(pure_macros.MacroMemo, "keep", keep)
    shown(tmp_path, "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m('一') }}{{ m(page.title) }}")
    assert kept == [
        "<b>一</b>",
        "<b>甲</b>",
        "<b>乙</b>",
        "<b>一</b>",
        "<b>甲</b>",
    ]  # the last two in English


def test_what_imports_share_is_paid_for_by_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Counted(limits.Steps):
        def __init__(self) -> None:
            super().__init__()
            counters.append(self)

    counters: list[Counted] = []
    monkeypatch.setattr(environment, "Steps", Counted)
    shown(
        tmp_path,
        '{% from "part.html" import m %}{{ m() }}',
        part="{% macro m() %}" + "好" * 500 + "{{ page.url }}{% endmacro %}",
    )
    spent = [counter.spent[0] for counter in counters]
    assert len(set(spent)) == 1
    assert spent[0] > 500 // limits.CHARACTERS_A_STEP
