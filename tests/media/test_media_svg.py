"""An SVG is published when it is nothing but a drawing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.media.svg import inspect_svg

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inner: str, attributes: str = 'viewBox="0 0 20 10"') -> bytes:
    return f"<svg {NS} {attributes}>{inner}</svg>".encode()


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h10v10z" fill="url(#g)"/><linearGradient id="g"/>',
        '<use href="#a"/><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        "<style>path { fill: #c00; mask: url(#m) }</style>",
        '<a href="https://example.org/"><text>文字</text></a>',
        "<title>图</title><desc>说明</desc><!-- note -->",
        '<text font-family="Noto Sans">on 1 = one</text>',
    ],
)
def test_drawings_pass(inner: str) -> None:
    report = inspect_svg(svg(inner))
    assert (report.is_svg, report.found) == (True, "")


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'>1</x:script>",
        "<SCRIPT>1</SCRIPT>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        '<rect onload="x()"/>',
        '<rect OnClick="x()"/>',
        '<a href="javascript:x()"><text>x</text></a>',
        '<a xlink:href=" java\nscript:x()"><text>x</text></a>',
        '<image href="https://example.org/a.png"/>',
        '<image href="//example.org/a.png"/>',
        '<image href="a.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<use href="other.svg#a"/>',
        '<rect fill="url(https://example.org/a.svg#g)"/>',
        "<rect style=\"fill: url('//example.org/a')\"/>",
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>rect { background: u\\72l(x) }</style>",
        "<style>@im/**/port 'x'; rect { fill: url(x.svg) }</style>",
        '<a><animate attributeName="href" values="javascript:x()"/></a>',
        '<set attributeName="xlink:href" to="https://example.org"/>',
        '<g xml:base="https://example.org/"/>',
        "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export-filename='/home/me/a.png'/>",
    ],
)
def test_anything_that_acts_or_reaches_out_is_refused(inner: str) -> None:
    report = inspect_svg(svg(inner))
    assert report.is_svg
    assert report.found


@pytest.mark.parametrize(
    "data",
    [
        b"<?xml-stylesheet href='a.css'?>" + svg(""),
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"),
        b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + svg("&a;"),
    ],
)
def test_entities_and_style_sheets_are_refused(data: bytes) -> None:
    assert inspect_svg(data).found


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 20 10"', (20, 10)),
        ('width="40" height="30"', (40, 30)),
        ('width="1in" height="2in"', (96, 192)),
        ('width="100%" height="100%" viewBox="0,0,50,25"', (50, 25)),
        ('width="100" viewBox="0 0 50 25"', (100, 50)),
        ("", (300, 150)),
        ('width="1e99" height="5"', (10_000, 5)),
        ('width="-4" height="nonsense"', (300, 150)),
        ('viewBox="0 0 0 0"', (300, 150)),
    ],
)
def test_sizes_are_css_pixels(attributes: str, size: tuple[int, int]) -> None:
    report = inspect_svg(svg("", attributes))
    assert (report.width, report.height) == size


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: svg(text)))
def test_nothing_makes_it_raise(data: bytes) -> None:
    inspect_svg(data)
