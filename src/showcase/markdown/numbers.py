"""Numbers in prose that no source stands behind (DESIGN §5, provenance).

A number counts as sourced when its block (a paragraph, a list item, a whole table) holds a citation or a footnote
reference. Looked at are Arabic digits, also full-width ones, and Chinese numerals with 万, 亿 or 百分之. Dates, times,
ordinals, document and law numbers, telephone numbers, list markers and names such as 5G or G20 are no statements of
quantity. Plain Chinese numerals (三十座) are left out: too many are figures of speech (一心一意, 四面八方).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from showcase.markdown.faults import Fault, Notes

_DIGITS = r"0-9０-９"
_NUMBER = re.compile(
    rf"""
      (?P<exempt>
          《[^《》\n]*》 | [〔\[（(](?:18|19|20)\d\d[〕\]）)] [^\n，。；]{{0,6}}?\d+\s*号          # titles, document numbers
        | (?:18|19|20)\d\d\s*[-—–~～至到]\s*(?:(?:18|19|20)\d\d|\d{{2}})(?!\d|[-/.]\d)\s*年?  # spans of years
        | (?<![\d.])(?:[12][0-9０-９]{{3}}|[１２][０-９]{{3}})\s*年(?!间|来|多|以上|以内|左右)            # a calendar year
        | (?<![\d.])(?:1[0-2]|0?[1-9])\s*月(?!份?内)(?:\s*[0-3]?\d\s*[日号])?                  # months and days
        | (?<![\d.])[0-3]?\d\s*[日号](?!均|益|元)
        | \d{{4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?(?![\d,])                                    # 2020-09-01
        | \d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?                                               # times
        | \d{{2}}\s*世纪(?:\s*\d0\s*年代)? | \d0\s*年代
        | 第\s*[{_DIGITS}]+ | No\.?\s*\d+ | [{_DIGITS}]+\s*(?:号(?!召)|届|版)                 # ordinals
        | \b\d+(?:st|nd|rd|th)\b
        | (?<![\d-])(?:\+?86[- ]?)?1[3-9]\d{{9}}(?!\d) | (?<!\d)0\d{{2,3}}[-—]\d{{7,8}}(?!\d)  # telephone numbers
        | (?<!\d)[48]00[- ]?\d{{3,4}}[- ]?\d{{3,4}}(?!\d) | (?:电话|热线|拨打)[：:]?\s*[\d-]{{3,15}} | \d{{3,5}}(?=电话|热线)
        | \b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+(?:\d{{4}}|\d{{1,2}}(?!\d)(?:,?\s+\d{{4}})?)
        | \b\d{{1,2}}\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*(?:\s+\d{{4}})?
        | (?<![\w.,])(?:18|19|20)\d\d(?![\w%％]|[.,]\d|\s*[\u4e00-\u9fff])                       # a year in Latin text
        | \[\^[^\]\n]{{1,40}}\]                                                                # a footnote that has no text
        | (?<![A-Za-z_])[A-Za-z_]+-?\d[\w.-]* | \d[GKD](?![A-Za-z])                              # G20, COVID-19, 5G
        | ^\s*[（(]?\d{{1,3}}(?:[)）、．]|\.(?=\s)) | [（(]\d{{1,2}}[)）] | [①-⑳]               # list markers
      )
    | (?P<number>
          [{_DIGITS}]+(?:[,，．.][{_DIGITS}]+)*\s*(?:[%％‰]|[十百千]?[万亿]+)?
        | 百分之[零〇一二三四五六七八九十百点]+
        | [一二两三四五六七八九][零〇一二三四五六七八九十百千]*[万亿]+(?!一)
      )
    """,
    re.VERBOSE | re.ASCII,
)
# Where one of these may begin; a regular expression that starts with a set of characters passes over all others at once.
_CANDIDATE = re.compile(rf"[{_DIGITS}A-Za-z_+\s《〔\[（(第电热拨百一二两三四五六七八九①-⑳]")
_DIGIT = re.compile(r"[0-9０-９万亿百](?:(?<!百)|分之)")
_OPENING = frozenset({"directive_open", "alert_open", "heading_open"})
_CLOSING = frozenset({"directive_close", "alert_close", "heading_close"})


def find_unsourced_numbers(tokens: Sequence[Token], notes: Notes) -> None:
    """Report each number of each block that names no source. Headings, directives and footnotes are left out."""
    for block in _blocks(tokens):
        counted = [token for token in block if _DIGIT.search(token.content)]
        if counted and not any(_names_source(token) for token in block):
            for token in counted:
                _check(token, notes)


def _blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The inline tokens outside headings, directives, alerts and footnotes; those of one table together."""
    depth = 0
    table: list[Token] | None = None
    for token in tokens:
        if token.type in _OPENING or token.type == "footnote_reference_open":
            depth += 1
        elif token.type in _CLOSING or token.type == "footnote_reference_close":
            depth -= 1
        elif token.type == "table_open":
            table = []
        elif token.type == "table_close" and table is not None:
            yield table
            table = None
        elif token.type == "inline" and not depth:
            if table is None:
                yield [token]
            else:
                table.append(token)


def _names_source(token: Token) -> bool:
    return any(
        child.type == "footnote_ref"
        or (child.type == "directive_inline" and child.meta["use"].name == "cite")
        for child in token.children or []
    )


def _numbers(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while candidate := _CANDIDATE.search(text, position):
        match = _NUMBER.match(text, candidate.start())
        if match:
            yield match
        position = match.end() if match else candidate.end()


def _check(token: Token, notes: Notes) -> None:
    position = 0
    for child in token.children or []:
        if child.type != "text":
            continue
        for match in _numbers(child.content):
            number = match["number"]
            if number is None:
                continue
            number = number.strip()
            found = token.content.find(number, position)
            offset = found if found >= 0 else position
            position = offset + len(number)
            fault = Fault("number-without-source", offset, len(number), {"number": number})
            notes.report(notes.locate(token, offset, len(number)), fault)
