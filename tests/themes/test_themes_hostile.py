"""A theme is code from elsewhere. Whatever its templates say, a page is made or refused, soon and in little memory."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest
from theme_samples import load, loaded, page, write_theme

from showcase.diagnostics.diagnostic import Diagnostic
from showcase.render.pages import render_page
from showcase.themes import limits
from showcase.themes.operations import FILTERS, METHODS
from showcase.themes.theme import Theme

SECONDS = 60
"""Far more than any of these takes (the longest about two), so that a slow machine does not fail; a hang does."""
MEMORY = 1_500_000_000
"""Bytes beyond what the test process has: an exhausted machine would take other tests with it."""
HUGE = 10**9


@pytest.fixture(autouse=True)
def _bounded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(limits, "MAX_SECONDS", 0.5)

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail(f"still running after {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(SECONDS)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    status = Path("/proc/self/statm")
    if status.exists():
        used = int(status.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def rendered(folder: Path, template: str, **others: str) -> bytes | Diagnostic:
    """The page's bytes, or the first thing that is wrong with it."""
    files = {f"templates/{name}.html": text for name, text in others.items()}
    write_theme(folder, "tiny", {**files, "templates/page.html": template})
    theme, found = load(folder)
    if theme is None:
        return found[0]
    result = render_page(page(), theme)
    return result.fault or result.data


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    folder = tmp_path_factory.mktemp("themes")
    write_theme(folder, "tiny", {})
    return loaded(folder)


def printed(theme: Theme, template: str) -> bytes | None:
    """The page's bytes or, when it is refused, None. Quicker than `rendered`: only one template of the theme differs."""
    source = replace(theme.templates["page.html"][0], text=template)
    changed = replace(theme, templates={**theme.templates, "page.html": (source,)}, digest=template)
    result = render_page(page(), changed)
    return None if result.fault else result.data


GROWING = {
    "doubled text": "n.v ~ n.v",
    "doubled text by plus": "n.v + n.v",
    "text times itself": "n.v * 9",
    "replaced by itself": "n.v|replace('a', n.v)",
    "replaced by itself, method": "n.v.replace('a', n.v)",
    "joined by itself": "n.v.join([n.v, n.v])",
    "list joined": "[n.v, n.v, n.v]|join(n.v)",
    "formatted": "'%s%s' % (n.v, n.v)",
    "formatted, method": "'{}{}'.format(n.v, n.v)",
    "formatted, filter": "'%s%s'|format(n.v, n.v)",
    "escaped": "(n.v ~ '&')|e|string|forceescape",
    "indented": "(n.v ~ '\n')|indent(900, true)",
    "listed": "[n.v, n.v]",
    "tupled": "(n.v, n.v)",
    "mapped": "{'a': n.v, 'b': n.v}",
    "dict of": "dict(a=n.v, b=n.v)",
    "appended": "[n.v] + [n.v, n.v]",
    "batched": "[n.v, n.v]|batch(2)|list",
    "sliced": "[n.v, n.v]|slice(2, n.v)|list",
    "grouped": "[n, n]|groupby('v')",
    "sorted": "[[n.v, n.v], [n.v, n.v]]|sort",
    "unique": "[n.v, n.v ~ 'b']|unique|list",
    "paired": "{'a': n.v}|dictsort|list + [n.v, n.v]",
    "repeated list": "[n.v] * 9",
    "to json": "[n.v, n.v]|tojson",
    "split": "((n.v ~ ' ')|string * 5).split()",
    "captured": "n.v|upper ~ n.v|lower ~ n.v|title",
}
"""Said sixty times over, each would need more than there is."""


@pytest.mark.parametrize("start", ["'a'", "[1]", "'祥'"])
@pytest.mark.parametrize("said", GROWING.values(), ids=GROWING)
def test_what_grows_with_each_turn_ends(tmp_path: Path, said: str, start: str) -> None:
    template = f"{{% set n = namespace(v={start}) %}}{{% for i in range(60) %}}{{% set n.v = {said} %}}{{% endfor %}}{{{{ n.v|string|length }}}}"
    result = rendered(tmp_path, template)
    assert isinstance(result, Diagnostic) or len(result) < 100
    if isinstance(result, Diagnostic):
        assert result.code.startswith("theme-template-")


@pytest.mark.parametrize("name", sorted(FILTERS))
@pytest.mark.parametrize(
    "value", ["'ab'", "range(99999)", "[[1], [2]]", "9", "page", "'<' * 90000", "n.v", "{1: 2}"]
)
def test_no_filter_is_undone_by_its_arguments(sound: Theme, name: str, value: str) -> None:
    for arguments in ("", f"({HUGE})", f"(-{HUGE}, {HUGE})", f"('x' * 9999, 'y' * 9999, {HUGE})"):
        template = f"{{% set n = namespace(v='a b' * 9999) %}}{{% set made = {value}|{name}{arguments} %}}x"
        assert printed(sound, template) in (None, b"x\n")


@pytest.mark.parametrize("name", sorted(METHODS[str]))
def test_no_method_of_a_text_is_undone_by_its_arguments(sound: Theme, name: str) -> None:
    for arguments in ("", str(HUGE), f"{HUGE}, 'x'", f"'a', 'b' * 9999999, {HUGE}"):
        assert printed(sound, f"{{% set made = 'aaaa'.{name}({arguments}) %}}x") in (None, b"x\n")


@pytest.mark.parametrize(
    "said",
    [
        "(5).to_bytes(999999999, 'big')",
        "'a'.encode().center(999999999)",
        "'a'.translate({97: 'b' * 9999})",
        "'a'.expandtabs(999999999)",
        "'a'.maketrans('a', 'b')",
        "'{a}'.format_map({'a': 1})",
        "''.__class__",
        "''['__class__']",
        "''|attr('__class__')",
        "page.__class__.__init__.__globals__",
        "page.__dataclass_fields__",
        "render.__self__",
        "t.__func__.__globals__",
        "asset.__globals__",
        "phrases.__globals__",
        "range.__class__",
        "namespace.__init__",
        "cycler.__init__.__globals__",
        "joiner.__init__.__globals__",
        "self.__dict__",
        "self._TemplateReference__context",
        "self.main.__globals__",
        "loop",
        "caller",
        "varargs",
        "lipsum()",
        "().__class__.__base__.__subclasses__()",
        "[].__add__([1])",
        "'{0.__class__}'.format(page)",
        "'{0.site.__class__}'.format(page)",
        "'{0[__class__]}'.format(dict())",
        "'%(a)s' % {'a': page.__class__}",
        "dict(a=1).pop('a')",
        "dict(a=1).setdefault('b', 2)",
        "[1].append(2)",
        "[1].sort()",
        "[3, 1].reverse()",
        "page.title.__len__()",
        "page.head()",
        "site()",
        "'x'()",
        "none()",
        "1()",
        "(1).numerator()",
        "(1.5).hex()",
        "(1.5).as_integer_ratio()",
        "page|pprint",
        "[1, 2]|random",
        "'www.a.example'|urlize",
        "'a b'|wordwrap(1)",
        "page|string",
        "[1]",
        "{'a': 1}",
        "(1, 2)",
        "page",
        "site.assets",
        "range(3)",
        "render",
        "namespace(a=1)",
        "[page]|join",
        "'a' ~ [1]",
        "'%s' % ([1],)",
        "'{}'.format([1])",
        "[[1]]|map('string')|join",
        "[page]|map('upper')|list",
        "1 / 0",
        "1 // 0",
        "1 % 0",
        "5|round(-999999999)",
        "0.1|round(999999999)",
        "9 ** 99999",
        "(-9) ** 99999",
        "2 ** 4000 * 2 ** 4000",
        "'9' * 5000 * 5000",
        "('9' * 5000)|int * 9 ** 1200",
        "-" * 50 + "1 ~ page",
        "range(10 ** 9)",
        "range(0, 10 ** 9, 1)",
        "range(1, 2, 0)",
        "[1] * 10 ** 9",
        "(1,) * 10 ** 9",
        "10 ** 9 * [1]",
        "10 ** 9 * 'x'",
        "'x' * 8000001",
        "'%999999999d' % 1",
        "'%*d' % (999999999, 1)",
        "'%.999999999f' % 1",
        "'{:999999999}'.format(1)",
        "'{:{}}'.format(1, 999999999)",
        "'{0:{1}.{1}}'.format(1.5, 999999999)",
        "'%c' % 9999999999",
        "[1]|tojson(indent=400000000)",
        "'%(abc)400000000d'|format(abc=1)",
        "('%' ~ '-' * 20 ~ '400000000d') % 1",
        "('{' ~ 'a' * 50 ~ ':400000000}').format(**{'a' * 50: 1})",
        "('x' * 8000000).join(('a' * 60)|map('upper'))|length",
        "range(99999)|map('center', 9999)|join",
        "range(99999)|map('string')|map('center', 9000)|list",
        "range(99999)|batch(1)|map('list')|list|string",
        "range(99999)|sum(start=[])",
        "[[1]]|sum(start=[])",
        "([['a'] * 999] * 999)|sum(start=[])",
        "t('home', n='x' * 9000000)",
        "t(page)",
        "t()",
        "asset()",
        "asset(['a'])",
        "asset('../' ~ '../etc/passwd')",
        "render('abc')",
        "render([page])",
        "render(5)",
        "phrases(5)",
        "phrases([1])",
        "page.titel",
        "page['titel']",
        "page.title.x.y",
        "site.parameters.nothing",
        "undefined_name()",
        "joiner(5)(5)",
        "cycler()",
        "cycler(1).next(5)",
        "dict(5)",
        "namespace(5)",
        "'abc'[99]",
        "[][0]",
        "{}[0]",
        "{}.a",
        "5[0]",
        "page[page]",
        "{page: 1}[[1]]",
        "[[1], 2]|sort",
        "[page, site]|max",
        "page|list",
        "page|dictsort",
        "5|map('upper')|list",
        "[1]|map('nothing')|list",
        "[1]|select('nothing')|list",
        "[page]|map(attribute='a.b.c')|list",
        "[page]|groupby('nothing')",
        "'a' is divisibleby 0",
        "4 is divisibleby 0",
        "5 in 5",
        "'a' < 5",
        "page < site",
        "['a' * 99999]|map('replace', 'a', 'b' * 99999)|join",
        "'a'|replace('', 'b' * 9000000)",
        "'a'|xmlattr",
        "{'a b': 1}|xmlattr",
        "page|tojson",
        "[page.body]|tojson",
    ],
)
def test_what_is_not_a_templates_business_is_refused(tmp_path: Path, said: str) -> None:
    template = "{% block main %}{{ " + said + " }}{% endblock %}"
    result = rendered(tmp_path, template)
    assert isinstance(result, Diagnostic), result[:200]
    assert result.code.startswith("theme-")


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% if range(99999)|sum %}{% endif %}{% endfor %}",
        "{% for a in range(99999) %}{% if 5 in range(99999)|list %}{% endif %}{% endfor %}",
        "{% set t = 'x' * 4000000 %}{% set u = 'x' * 4000000 %}{% for a in range(99999) %}{% for b in range(9) %}{% if t == u %}{% endif %}{% endfor %}{% endfor %}",
        "{% set t = 'x' * 4000000 %}{% for a in range(99999) %}{% for b in range(19) %}{% if 'y' in t %}{% endif %}{% endfor %}{% endfor %}",
        "{% set t = 'x' * 4000000 %}{% for a in range(99999) %}{% for b in range(19) %}{% set u = t[1:] %}{% endfor %}{% endfor %}",
        "{% set t = 'x' * 4000000 %}{% for a in range(99999) %}{{ t }}{% endfor %}",
        "{% set t = 'x' * 4000000 %}{% for a in range(99999) %}{% set u = t|upper %}{% endfor %}",
        "{% set t = ('<' * 4000000) %}{% for a in range(99999) %}{{ t }}{% endfor %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f(n) %}{{ f(n) }}{{ f(n) }}{% endmacro %}{{ f(1) }}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}",
        "{% macro f() %}{{ caller() }}{% endmacro %}{% macro g() %}{% call f() %}{{ g() }}{% endcall %}{% endmacro %}{{ g() }}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% for a in [1, 2] recursive %}{{ loop([1, 2]) }}{{ loop([1, 2]) }}{% endfor %}",
        "{% block a %}{{ self.a() }}{% endblock %}",
        "{% block a %}{{ self.b() }}{% endblock %}{% block b %}{{ self.a() }}{% endblock %}",
        '{% include "page.html" %}',
        '{% extends "page.html" %}',
        '{% import "page.html" as x %}',
        '{% from "page.html" import x %}',
        '{% include "a.html" %}',
        '{% for i in range(99999) %}{% for j in range(99) %}{% include "small.html" %}{% endfor %}{% endfor %}',
        "{% set b = [0] * 100000 %}{% for i in range(1, 99999) %}{% if i in b %}{% endif %}{% if i in b %}{% endif %}{% endfor %}",
        "{% set b = [0] * 100000 %}{% for i in range(1, 99999) %}{% if i is in b %}{% endif %}{% endfor %}",
        "{% set b = [0] * 100000 %}{% for i in range(1, 99999) %}{% set c = [1]|select('in', b)|list %}{% endfor %}",
        "{% set b = [0] * 100000 %}{% set c = [0] * 100000 %}{% for i in range(99999) %}{% if b == c %}{% endif %}{% endfor %}",
        "{% set b = range(99999) %}{% for x in [1] recursive %}{% if loop.depth < 3 %}{{ loop(b) }}{% endif %}{% endfor %}",
        "{% macro m() %}{% for i in range(2000) %}" + "y" * 200_000 + "{% endfor %}{% endmacro %}{{ m() }}",
        "{% set m %}{% for i in range(2000) %}" + "y" * 200_000 + "{% endfor %}{% endset %}{{ m }}",
        "{% set t = 'x' * 8000000 %}" + "".join(f"{{% set a{n} = t[{n}:] %}}" for n in range(60)),
        "{% filter center(999999999) %}x{% endfilter %}",
        "{% filter replace('x', 'y' * 9000000) %}xxx{% endfilter %}",
        "{% set x %}{% for i in range(99999) %}{{ 'x' * 999 }}{% endfor %}{% endset %}",
        "{% autoescape false %}{% set n = namespace(v='a') %}{% for i in range(60) %}{% set n.v = n.v ~ n.v %}{% endfor %}{% endautoescape %}",
        "{{ " + "9" * 5000 + " }}",
        "{{ 0x" + "f" * 5000 + " }}",
        "{{ 1e999999999 }}{{ 1e400|int }}",
        "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
        "{{ " + "[" * 5000 + "1" + "]" * 5000 + " }}",
        "{{ " + "not " * 5000 + "1 }}",
        "{{ " + "-" * 5000 + "1 }}",
        "{{ 1" + "+1" * 5000 + " }}",
        "{{ 1" + "*1" * 50000 + " }}",
        "{{ page" + ".title" * 5000 + " }}",
        "{{ 1" + "|abs" * 5000 + " }}",
        "{{ 1" + " if 1 else 1" * 5000 + " }}",
        "{{ 1" + " and 1" * 5000 + " }}",
        "{{ [" + "1," * 200000 + "] }}",
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
        "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
        "{% for a in [1] %}" * 5000 + "{% endfor %}" * 5000,
        "{% if 1 %}" + "{% elif 1 %}" * 5000 + "{% endif %}",
        "{% with a = 1 %}" * 300 + "{% endwith %}" * 300,
        "{% filter upper %}" * 300 + "{% endfilter %}" * 300,
        "{% block a %}" * 300 + "{% endblock %}" * 300,
        "{% set a %}" * 300 + "{% endset %}" * 300,
        "x" * 600_000,
        "{{ 'x' }}" * 60_000,
        "{" * 100_000,
        "{{" * 50_000,
        "{%" * 50_000,
        "{#" * 50_000,
        "{{ '" + "a" * 100_000,
        "{% raw %}" * 10_000,
        "{% if %}",
        "{% nothing %}",
        "{% include %}",
        "{{ }}",
        "{{ 1 1 }}",
        "{{ a b }}",
        "{% set %}",
        "{% set page.title = 1 %}",
        "{% set site.x = 1 %}",
        "{% macro %}",
        "{% call %}",
        "{% do 1 %}",
        "{% break %}",
        "{% trans %}x{% endtrans %}",
        '{% include "../../../etc/passwd" %}',
        '{% include "/etc/passwd" %}',
        '{% include "http://a.example/x.html" %}',
        "{% include page.title %}",
        "{% include ['no', page.title] %}",
        "{% extends page %}",
        "{% import 5 as x %}",
    ],
    ids=lambda template: template[:50].replace("/", "_"),
)
def test_no_template_runs_on_or_breaks_the_program(tmp_path: Path, template: str) -> None:
    result = rendered(tmp_path, template, a='{% include "b.html" %}', b='{% include "a.html" %}', small="xx")
    assert isinstance(result, Diagnostic), result[:200]
    assert result.code.startswith("theme-")


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ 'a' * 3 }}{{ [1, 2]|join('-') }}{{ '%03d' % 7 }}{{ '{:>4}'.format('x') }}", "aaa1-2007   x"),
        ("{{ ['b', 'a']|sort|first }}{{ [3, 1]|max }}{{ {'k': 5}.get('k') }}{{ 'a,b'.split(',')|last }}", "a35b"),
        ("{% for a, b in {'x': 1}.items() %}{{ a ~ b ~ loop.index ~ loop.cycle('o', 'e') }}{% endfor %}", "x11o"),
        ("{% set j = joiner(', ') %}{% for i in range(3) %}{{ j() }}{{ i }}{% endfor %}", "0, 1, 2"),
        ("{% macro m(x) %}<b>{{ x }}{{ caller() }}</b>{% endmacro %}{% call m('&') %}&lt;{% endcall %}", "<b>&amp;&lt;</b>"),
        ("{{ '<' ~ '<b>'|safe ~ 5 ~ none }}", "&lt;<b>5None"),
        ("{% filter upper %}a{{ 'b'|replace('b', 'c') }}{% endfilter %}", "AC"),
        ("{{ range(5)|select('odd')|map('string')|list|join }}{{ [[1, 2], [3]]|sum(start=0, attribute=0) }}", "134"),
        ("{{ [1, 2, 3, 4]|batch(2)|map('join', '+')|join(' ') }}", "1+2 3+4"),
        ("{% for a in [[1], [2, [3]]] recursive %}{% if a is iterable %}({{ loop(a) }}){% else %}{{ a }}{% endif %}{% endfor %}", "(1)(2(3))"),
    ],
)  # fmt: skip
def test_what_templates_ordinarily_say_still_works(tmp_path: Path, template: str, shown: str) -> None:
    assert rendered(tmp_path, template) == (shown + "\n").encode()
