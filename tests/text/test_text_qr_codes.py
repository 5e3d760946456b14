"""QR codes: a reader reads from the path what was asked for, within its quiet margin."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image

from showcase.model.view import QrCode
from showcase.text.qr_codes import qr_code

ADDRESS = "https://showcase.example/stories/keqin-brine-shrimp/"


def drawn(code: QrCode) -> list[list[int]]:
    """The modules that a renderer would paint: strokes one module thick along the middle of each row."""
    field = [[0] * code.size for _ in range(code.size)]
    x = y = 0
    for kind, first, second, length in re.findall(r"([Mm])(-?\d+) (\d+)(?:\.5)?h(\d+)", code.path):
        x, y = (int(first), int(second)) if kind == "M" else (x + int(first), y + int(second))
        for column in range(x, x + int(length)):
            field[y][column] = 1
        x += int(length)
    return field


def read(code: QrCode) -> zxingcpp.Barcode:
    """What a reader makes of the code, drawn at four pixels to the module."""
    picture = Image.new("L", (code.size, code.size), 255)
    picture.putdata([0 if module else 255 for row in drawn(code) for module in row])
    found = zxingcpp.read_barcodes(picture.resize((4 * code.size, 4 * code.size), Image.Resampling.NEAREST))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "length",
    [1, 2, 13, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, *range(300, 1201, 150), 1200],
)
def test_a_reader_reads_a_code_of_any_length(length: int) -> None:
    text = "".join("abcdefghijklmnopqrstuvwxyz/-:.0"[number * number % 31] for number in range(length))
    code = qr_code(text)
    assert code is not None
    assert read(code).text == text


def test_a_reader_reads_an_address_with_chinese_and_the_correction_is_level_m() -> None:
    for address in (ADDRESS, "https://showcase.example/stories/三天三夜/"):
        code = qr_code(address)
        assert code is not None
        found = read(code)
        assert found.bytes.decode("utf-8") == address
        assert found.ec_level == "M"


def test_the_code_has_a_quiet_margin_of_four_modules() -> None:
    code = qr_code(ADDRESS)
    assert code is not None
    field = drawn(code)
    assert code.size == 33 + 8
    assert any(field[4])
    assert field[4][4:11] == [1] * 7
    margin = [*field[:4], *field[-4:], *(row[:4] + row[-4:] for row in field)]
    assert not any(any(row) for row in margin)


def test_nothing_to_say_or_too_much_gives_no_code() -> None:
    assert qr_code("") is None
    assert qr_code("https://showcase.example/" + "a" * 2000) is None
