"""The modules of a QR code (ISO/IEC 18004:2015): bytes, error correction M, mask 0.

Every story's page has a code of its own, and drawing it with a general encoder took a quarter of the page's time. All that
a version's codes share (where each bit stands, which modules never change) is worked out once for each version.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

# fmt: off
_CHECK_CODEWORDS = (
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
    26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
)
"""Error correction codewords of each block at level M, by version from 1 (table 9)."""
_BLOCKS = (
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
    17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
)
# fmt: on
"""Blocks at level M, by version from 1 (table 9)."""
_BYTE_MODE = 0b0100
_PADDING = b"\xec\x11"
_FORMAT = 0b101010000010010
"""Level M and mask 0 with their check bits, masked (annex C)."""
_FIELD = 0x11D
"""The polynomial of the Galois field of the codewords (§7.5.2)."""
_VERSION_CHECK = 0x1F25
"""The generator of the version's check bits (annex D)."""
_LIGHT, _DARK, _FREE = 0, 1, -1


@dataclass(frozen=True, slots=True)
class _Layout:
    """What all codes of one version share. `place` takes the modules of the square, row by row, out of the text of all
    masked bits with "01" behind them."""

    size: int
    data_codewords: int
    blocks: tuple[int, ...]
    """Data codewords of each."""
    remainders: Sequence[int]
    bits: int
    spare: int
    """Bits behind the last codeword."""
    mask: int
    place: Callable[[str], tuple[str, ...]]


def qr_matrix(data: bytes) -> tuple[str, ...] | None:
    """The rows of the smallest code that holds `data`, `1` for a dark module; None where none does."""
    version = _version(len(data))
    if version is None:
        return None
    layout = _layout(version)
    codewords = _interleaved(_codewords(data, version, layout.data_codewords), layout)
    masked = (int.from_bytes(codewords) << layout.spare) ^ layout.mask
    modules = "".join(layout.place(f"{masked:0{layout.bits}b}01"))
    return tuple(modules[start : start + layout.size] for start in range(0, len(modules), layout.size))


def _version(length: int) -> int | None:
    for version in range(1, len(_BLOCKS) + 1):
        if 4 + _length_bits(version) + 8 * length <= 8 * _data_codewords(version):
            return version
    return None


def _length_bits(version: int) -> int:
    return 8 if version < 10 else 16


def _data_codewords(version: int) -> int:
    return _free_modules(version) // 8 - _CHECK_CODEWORDS[version - 1] * _BLOCKS[version - 1]


def _codewords(data: bytes, version: int, count: int) -> bytes:
    """Mode, length, bytes and padding (§7.4)."""
    head = (_BYTE_MODE << _length_bits(version)) | len(data)
    # The terminator of four bits ends on a byte, since mode and length leave four bits over.
    filled = ((head << (8 * len(data))) | int.from_bytes(data)) << 4
    size = (4 + _length_bits(version) + 4) // 8 + len(data)
    if size > count:
        return (filled >> 4).to_bytes(count)
    padding = (_PADDING * ((count - size) // 2 + 1))[: count - size]
    return filled.to_bytes(size) + padding


def _interleaved(data: bytes, layout: _Layout) -> bytes:
    """The blocks' codewords in turn, then their check codewords in turn (§7.6)."""
    blocks = []
    start = 0
    for length in layout.blocks:
        blocks.append(data[start : start + length])
        start += length
    checks = [_check_codewords(block, layout.remainders) for block in blocks]
    if len(blocks) == 1:
        return blocks[0] + checks[0]
    return b"".join(_in_turn(parts) for parts in (blocks, checks))


def _in_turn(parts: Sequence[bytes]) -> bytes:
    longest = max(map(len, parts))
    return bytes(part[place] for place in range(longest) for part in parts if place < len(part))


def _check_codewords(block: bytes, remainders: Sequence[int]) -> bytes:
    """The remainder of the block's division by the generator polynomial (§7.5.2); whole rows of it at a time, as one
    number."""
    count = (remainders[1].bit_length() + 7) // 8
    top = 8 * (count - 1)
    rest = 0
    for byte in block:
        lead = (rest >> top) ^ byte
        rest = ((rest << 8) & ((1 << (top + 8)) - 1)) ^ remainders[lead]
    return rest.to_bytes(count)


@cache
def _remainders(count: int) -> tuple[int, ...]:
    """The generator polynomial of so many check codewords, its leading term left out, times each element of the field;
    its first coefficient is never zero."""
    powers = [1]
    for _ in range(254):
        powers.append((powers[-1] << 1) ^ (_FIELD if powers[-1] & 0x80 else 0))
    logarithms = {value: power for power, value in enumerate(powers)}

    def times(left: int, right: int) -> int:
        return powers[(logarithms[left] + logarithms[right]) % 255] if left and right else 0

    generator = [1]
    for power in range(count):
        root = powers[power]
        generator = [
            high ^ times(low, root) for high, low in zip([*generator, 0], [0, *generator], strict=True)
        ]
    return tuple(int.from_bytes(times(lead, one) for one in generator[1:]) for lead in range(256))


@cache
def _layout(version: int) -> _Layout:
    size = 17 + 4 * version
    free = _free_modules(version)
    field = _fixed_modules(version, size)
    order = [place for place in _zigzag(size) if field[place] == _FREE]
    mask = 0
    indices = [free + module for module in field]
    for number, place in enumerate(order):
        row, column = divmod(place, size)
        mask = (mask << 1) | ((row + column) % 2 == 0)
        indices[place] = number
    count = _data_codewords(version)
    blocks = _BLOCKS[version - 1]
    short, longer = divmod(count, blocks)
    return _Layout(
        size,
        count,
        (short,) * (blocks - longer) + (short + 1,) * longer,
        _remainders(_CHECK_CODEWORDS[version - 1]),
        free,
        free % 8,
        mask,
        itemgetter(*indices),
    )


def _alignments(version: int) -> tuple[int, ...]:
    """Rows, and columns, of the alignment patterns' middles (annex E)."""
    if version == 1:
        return ()
    count = version // 7 + 2
    step = (version * 8 + count * 3 + 5) // (count * 4 - 4) * 2
    last = 10 + 4 * version
    return (6, *(last - step * number for number in range(count - 2, -1, -1)))


def _free_modules(version: int) -> int:
    """Modules for codewords: all but finders with their separators, timing, format, version and alignment patterns."""
    size = 17 + 4 * version
    count = len(_alignments(version))
    free = size * size - 3 * 64 - 2 * (size - 16) - 31
    if count:
        # Three corners have finders; those on a timing pattern share five modules with it.
        free -= 25 * (count * count - 3) - 2 * 5 * (count - 2)
    return free - (36 if version >= 7 else 0)


def _fixed_modules(version: int, size: int) -> list[int]:
    """The square with all that is the same in every code of the version, row by row."""
    field = [_FREE] * (size * size)

    def put(row: int, column: int, module: int) -> None:
        field[row * size + column] = module

    for place in range(size):
        put(6, place, 1 - place % 2)
        put(place, 6, 1 - place % 2)
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        _square(field, size, row, column, 4, dark=(0, 1, 3))
    middles = _alignments(version)
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    for row in middles:
        for column in middles:
            if (row, column) not in corners:
                _square(field, size, row, column, 2, dark=(0, 2))
    for number in range(15):
        module = _FORMAT >> number & 1
        place = number if number < 6 else number + 1 if number < 8 else size - 15 + number
        put(place, 8, module)
        place = size - 1 - number if number < 8 else 15 - number if number == 8 else 14 - number
        put(8, place, module)
    put(size - 8, 8, _DARK)
    if version >= 7:
        told = _version_bits(version)
        for number in range(18):
            far, near = size - 11 + number % 3, number // 3
            put(far, near, told >> number & 1)
            put(near, far, told >> number & 1)
    return field


def _square(field: list[int], size: int, row: int, column: int, reach: int, dark: Sequence[int]) -> None:
    """Nested squares around a middle; `dark`: the distances from it that are."""
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            if 0 <= row + down < size and 0 <= column + right < size:
                module = _DARK if max(abs(down), abs(right)) in dark else _LIGHT
                field[(row + down) * size + column + right] = module


def _version_bits(version: int) -> int:
    rest = version << 12
    for shift in range(5, -1, -1):
        if rest >> (shift + 12) & 1:
            rest ^= _VERSION_CHECK << shift
    return (version << 12) | rest


def _zigzag(size: int) -> list[int]:
    """All places in the order in which bits fill them: two columns at a time, from the right, up and down in turn
    (§7.7.3)."""
    order = []
    upward = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for row in reversed(range(size)) if upward else range(size):
            order += [row * size + right, row * size + right - 1]
        upward = not upward
    return order
