"""QR codes: the path draws exactly the modules of the code, within its quiet margin."""

from __future__ import annotations

import re
from typing import Any

import pytest
import segno
import segno.encoder

from showcase.text.qr_codes import qr_code

ADDRESS = "https://showcase.example/stories/keqin-brine-shrimp/"


@pytest.fixture(autouse=True)
def _segno_by_the_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    """segno 1.6 puts eight bits of zeros before the padding where the data end on a codeword, which is skipped by readers and
    not in the standard (ISO/IEC 18004:2015, §7.4.10)."""

    def write_padding_bits(bits: Any, _version: int, length: int) -> None:
        bits.extend([0] * (-length % 8))

    monkeypatch.setattr(segno.encoder, "write_padding_bits", write_padding_bits)


def drawn(path: str, size: int) -> list[list[int]]:
    """The modules that a renderer would paint: strokes one module thick along the middle of each row."""
    field = [[0] * size for _ in range(size)]
    x = y = 0
    for kind, first, second, length in re.findall(r"([Mm])(-?\d+) (\d+)(?:\.5)?h(\d+)", path):
        x, y = (int(first), int(second)) if kind == "M" else (x + int(first), y + int(second))
        for column in range(x, x + int(length)):
            field[y][column] = 1
        x += int(length)
    return field


def test_the_path_draws_the_code_and_a_quiet_margin_of_four_modules() -> None:
    code = qr_code(ADDRESS)
    assert code is not None
    matrix = segno.make(ADDRESS, error="m", mask=0, micro=False, boost_error=False).matrix
    assert code.size == len(matrix) + 8
    field = drawn(code.path, code.size)
    assert [row[4:-4] for row in field[4:-4]] == [list(row) for row in matrix]
    margin = [*field[:4], *field[-4:], *(row[:4] + row[-4:] for row in field)]
    assert not any(any(row) for row in margin)


def test_nothing_to_say_or_too_much_gives_no_code() -> None:
    assert qr_code("") is None
    assert qr_code("https://showcase.example/" + "a" * 2000) is None


def test_chinese_addresses_are_codes_too() -> None:
    assert qr_code("https://showcase.example/stories/三天三夜/") is not None


@pytest.mark.parametrize(
    "length",
    [*range(1, 64), 84, 85, 106, 107, 122, 123, 152, 153, 180, 181, 213, 251, 287, *range(300, 1201, 75)],
)
def test_a_code_of_any_length_is_the_one_that_another_encoder_makes(length: int) -> None:
    text = "".join("abcdefghijklmnopqrstuvwxyz/-:.0"[number * number % 31] for number in range(length))
    made = segno.make(text, error="m", mode="byte", mask=0, micro=False, boost_error=False)
    code = qr_code(text)
    assert code is not None
    field = drawn(code.path, code.size)
    assert [row[4:-4] for row in field[4:-4]] == [list(row) for row in made.matrix]
