"""Bytes to text: UTF-8, and a plain word when it is something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.diagnostics.source_text import SourceText

_MAX_TOLD = 10
# C0 and C1 controls but for tab and line ends, DEL, byte order marks within the text, and noncharacters.
CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
_SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a source. `legible` is False when there is nothing worth looking at further."""

    source: SourceText
    legible: bool
    diagnostics: tuple[Diagnostic, ...]


def decode(path: str, data: bytes) -> Decoded:
    """The text of `data`. A byte order mark is dropped; NUL and control characters become spaces of the same width.

    A file in another encoding is an error, but its text is guessed at, so that its other faults come out as well.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    marked = next((item for item in _MARKS if data.startswith(item[0])), None)
    if marked is not None:
        return _foreign(path, data, marked[1], marked[2])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error.start)
    if not text.strip():
        return _without_text(path, data)
    if "\x00" in text and (guess := _utf16_by_pattern(data, least=0.5)):
        return _foreign(path, data, guess, "UTF-16")
    return _clean(path, text)


def _without_text(path: str, data: bytes) -> Decoded:
    source = SourceText(path, data.decode(errors="replace"))
    return Decoded(source, legible=False, diagnostics=(source.diagnostic("empty-file", Location(path)),))


def _clean(path: str, text: str, found: tuple[Diagnostic, ...] = ()) -> Decoded:
    diagnostics = list(found)
    source = SourceText(path, text)
    if "\x00" in text:
        place = source.location(text.index("\x00"), 1)
        diagnostics.append(source.diagnostic("nul-bytes", place, {"count": str(text.count("\x00"))}))
        text = text.replace("\x00", " ")
        source = SourceText(path, text)
    if CONTROL.search(text) is None:
        return Decoded(source, legible=bool(text.strip()), diagnostics=tuple(diagnostics))
    for match in islice(CONTROL.finditer(text), _MAX_TOLD):
        name = f"U+{ord(match.group()):04X}"
        place = source.location(match.start(), 1)
        diagnostics.append(source.diagnostic("control-character", place, {"character": name}, replacement=""))
    cleaned = CONTROL.sub(" ", text)
    return Decoded(SourceText(path, cleaned), legible=bool(cleaned.strip()), diagnostics=tuple(diagnostics))


def _foreign(path: str, data: bytes, codec: str, name: str) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        text = data.decode(codec, errors="replace")
    text = text.removeprefix("\ufeff")
    source = SourceText(path, text)
    # The first character that UTF-8 would write otherwise; in UTF-16 and UTF-32 that is the very first.
    first = 0 if name.startswith("UTF") else next((at for at, one in enumerate(text) if one > "\x7f"), 0)
    fault = source.diagnostic("wrong-encoding", source.location(first, 1), {"encoding": name})
    if not text.strip():
        return Decoded(source, legible=False, diagnostics=(fault,))
    return _clean(path, text, (fault,))


def _not_utf8(path: str, data: bytes, start: int) -> Decoded:
    guess = _utf16_by_pattern(data)
    if guess:
        return _foreign(path, data, guess, "UTF-16")
    replaced = data.decode(errors="replace")
    broken = replaced.count("\ufffd")
    sound = sum(1 for character in replaced[:_SAMPLE] if character > "\x7f" and character != "\ufffd")
    chinese = _chinese_encoding(data)
    if chinese and broken * 2 > sound:
        return _foreign(path, data, *chinese)
    source = SourceText(path, replaced)
    place = source.location(len(data[:start].decode(errors="replace")), 1)
    if broken * 4 > len(replaced):
        return Decoded(source, legible=False, diagnostics=(source.diagnostic("unknown-encoding", place),))
    return _clean(path, replaced, (source.diagnostic("broken-utf8", place, {"count": str(broken)}),))


def _utf16_by_pattern(data: bytes, least: float = 0.05) -> str:
    """UTF-16 without a mark: ASCII characters leave NULs on one side of each pair only. `least` is the share of pairs
    that must have one; text that is UTF-8 as well can only be UTF-16 when nearly all of them do."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half < 2 or max(even, odd) < least * half or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _chinese_encoding(data: bytes) -> tuple[str, str] | None:
    """Codec and name of the Chinese encoding that gives mostly common characters.

    GB 2312 and Big5 both put their frequent characters first (lead bytes B0 to D7, and A4 to C6), so the share of these
    tells the two apart without a word list.
    """
    sample = data[:_SAMPLE]
    scores = []
    for codec, name, first, last in (("gb18030", "GBK", 0xB0, 0xD7), ("big5", "Big5", 0xA4, 0xC6)):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        wide = [character for character in sample.decode(codec, errors="ignore") if character > "\x7f"]
        han = [character for character in wide if "\u4e00" <= character <= "\u9fff"]
        table = "gb2312" if codec == "gb18030" else "big5"
        common = sum(
            1 for item in han if first <= (item.encode(table, errors="ignore") or b"\x00")[0] <= last
        )
        if text and wide and han:
            scores.append((common / len(wide), name, codec))
    if not scores:
        return None
    score, name, codec = max(scores)
    return (codec, name) if score > 0.4 else None
