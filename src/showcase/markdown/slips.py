"""Slips of the keyboard in prose: full-width signs and missing spaces that Markdown does not take for markup.

Regular expressions look through the whole text once; what they find is looked at again in its line, so that code and
ordinary prose are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from markdown_it.token import Token

from showcase.markdown.comments import comment_spans
from showcase.markdown.directive_syntax import NAME
from showcase.markdown.directives import BY_NAME, COLONS
from showcase.markdown.faults import Fault, Notes

_SUSPECT = re.compile(
    r"""
      ^[ ]{0,3}(?P<heading>\#{1,6})(?=[^\s\#＃!])
    | ^[ \u3000]{0,3}(?P<wide_heading>(?=\#{0,20}＃)[\#＃]{1,20})(?=[ \u3000]{0,20}[^\s\#＃])
    | ^[ \u3000>]{0,6}(?P<colons>(?=:*：)[:：]{2,})
    | (?P<inline>：)(?=(?:metric|cite|数据|出处)\[)
    | (?P<picture>！\[[^\[\]\n]*\][(（][^()（）\n]*[)）])
    | (?P<link>!?\[[^\[\]\n]*\](?:（[^()（）\n]*[)）]|\([^()（）\n]*）))
    | (?P<brackets>【[^【】\n]*】[(（][^()（）\n]+[)）])
    | (?P<url>https?://[!-;=?-\[\]-~]+)
    | (?P<stars>＊{1,3}[^＊\n]+＊{1,3})
    | (?P<target>!?\[[^\[\]\n]*\]\((?=[^()<>\n]*[ \u3000“”＂])[^()<>\n]*\))
    | ^[ ]{0,3}(?P<marker>\d{1,3}[．、])(?=[^\d\n])[^\n]*\n(?=[ ]{0,3}\d{1,3}[．、])
    | ^[ ]{0,3}(?:>[ ]?)+\[!(?P<alert>[^\[\]\n]{1,20})\](?P<behind>[^\n]*)
    """,
    re.MULTILINE | re.VERBOSE,
)
# Where one of these may begin; a regular expression that starts with a set of characters passes over all others at once.
_CANDIDATE = re.compile(
    r"""
    [ \u3000\#＃:：>\d！!\[【h＊]
    (?: (?<=[\[【＊]) | (?<=[！!])(?=\[) | (?<=h)(?=ttps?://) | (?<=：)(?=(?:metric|cite|数据|出处)\[)
      | (?<=^[ \u3000\#＃:：>\d]) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_TARGET = re.compile(r"[^\s，。；：、！？“”]+\.[A-Za-z0-9]{1,5}(?:#\S*)?|https?:\S+|[#/.]\S+")
_SPACED_TARGET = re.compile(r"""[^\s"'][^"']*[ \u3000][^"']*\.[A-Za-z0-9]{2,5}|https?:\S+[ \u3000][^"']*""")
_TITLED = re.compile(r"""(?P<target>[^\s“”＂"]+)[ \u3000]*[“”＂](?P<title>[^“”＂"]*)[“”＂]""")
_PLAIN_TITLE = re.compile(r"""(?P<target>[^"']*[^"'\s])\s+"(?P<title>[^"]*)"\s*""")
_LONGEST_TARGET = 500
_ADDRESS_USE = re.compile(r'(?:[\[(<="A-Za-z0-9_]|\]: )\Z')
_ALERTS = frozenset({"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"})
_NARROW = str.maketrans("！（）【】＃＊：", "!()[]#*:")


def find_slips(text: str, tokens: Sequence[Token], notes: Notes) -> None:
    """Report every slip in a text that was parsed to these tokens."""
    code: frozenset[int] = frozenset()
    starts: list[int] | None = None
    comments = list(comment_spans(text))
    for match in _suspects(text):
        if comments and _within(comments, match.start()):
            continue
        kind = match.lastgroup or ""
        if kind == "behind":
            kind = "alert"
        faults = list(_CHECKS[kind](match, text))
        if not faults:
            continue
        if starts is None:
            code = _code_lines(tokens)
            starts = [0, *(end.end() for end in re.finditer("\n", text))]
        for fault in faults:
            line = bisect_right(starts, fault.offset) - 1
            column = fault.offset - starts[line]
            if line in code or text.count("`", starts[line], fault.offset) % 2:
                continue
            notes.report(notes.line_location(line, column, fault.length), fault)


def _suspects(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while candidate := _CANDIDATE.search(text, position):
        position = candidate.start()
        match = _SUSPECT.match(text, position)
        if match:
            yield match
        position = match.end() if match else position + 1


def _within(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    index = bisect_right(spans, offset, key=itemgetter(0)) - 1
    return index >= 0 and offset < spans[index][1]


def _code_lines(tokens: Sequence[Token]) -> frozenset[int]:
    return frozenset(
        line
        for token in tokens
        if token.type in ("fence", "code_block") and token.map
        for line in range(*token.map)
    )


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _heading(match: re.Match[str], text: str) -> Iterator[Fault]:
    signs = match["heading"]
    end = match.end("heading")
    rest = text[end : _line_end(text, end)].strip()
    if len(rest) <= 60 and "#" not in rest and not rest[0].isdigit() and rest[-1] not in "。！？；，、":
        proper = "#" * max(len(signs), 2) + " "
        yield Fault(
            "heading-no-space",
            match.start("heading"),
            len(signs),
            {"example": proper + rest},
            replacement=proper,
        )


def _wide_heading(match: re.Match[str], text: str) -> Iterator[Fault]:
    start, end = match.span("wide_heading")
    behind = text[end : _line_end(text, end)]
    rest = behind.strip(" \u3000")
    if "＃" not in rest and len(rest) <= 60:
        proper = "#" * min(max(end - start, 2), 6) + " "
        length = end - start + len(behind) - len(behind.lstrip(" \u3000"))
        yield Fault("heading-full-width", start, length, {"example": proper + rest}, replacement=proper)


def _url(match: re.Match[str], text: str) -> Iterator[Fault]:
    start = match.start("url")
    if _ADDRESS_USE.search(text, max(start - 3, 0), start):
        return
    url = match["url"].rstrip(".,;:!?'\")")
    yield Fault("bare-url", start, len(url), {"url": url}, replacement=f"<{url}>")


def _colons(match: re.Match[str], text: str) -> Iterator[Fault]:
    start, end = match.span("colons")
    rest = text[end : _line_end(text, end)].strip(" \u3000")
    name = NAME.match(rest)
    known = BY_NAME.get(name.group()) if name else None
    if known or (end - start >= 3 and (name or not rest)):
        proper = ":" * (end - start)
        if known and known.form != "container":
            proper = COLONS["leaf"]
        elif known:
            proper = proper.ljust(3, ":")
        yield Fault(
            "directive-full-width", start, end - start, {"example": proper + rest[:40]}, replacement=proper
        )


def _inline(match: re.Match[str], text: str) -> Iterator[Fault]:
    close = text.find("]", match.end(), match.end() + 60)
    example = ":" + text[match.end() : close + 1 if close >= 0 else match.end() + 10]
    yield Fault("directive-full-width", match.start("inline"), 1, {"example": example}, replacement=":")


def _whole(code: str, group: str) -> Callable[[re.Match[str], str], Iterator[Fault]]:
    """A check whose remedy is the whole match with narrow signs; pictures and links must have a target's look."""

    def check(match: re.Match[str], text: str) -> Iterator[Fault]:  # noqa: ARG001 - the signature of a check
        written = match[group]
        proper = written.translate(_NARROW)
        target = proper[proper.rfind("(") + 1 : -1].strip()
        if group == "stars" or _TARGET.fullmatch(target.split()[0] if target else ""):
            yield Fault(code, match.start(group), len(written), {"example": proper[:80]}, replacement=proper)

    return check


def _target(match: re.Match[str], text: str) -> Iterator[Fault]:  # noqa: ARG001 - the signature of a check
    """A target with a space in it, or with a title in curly quotes."""
    written = match["target"]
    label, inside = written[: written.rfind("](")], written[written.rfind("](") + 2 : -1]
    offset = match.start("target") + len(label) + 2
    if len(inside) > _LONGEST_TARGET:
        return
    plain = _PLAIN_TITLE.fullmatch(inside)
    titled = _TITLED.fullmatch(inside.strip())
    if titled:
        proper = f'{titled["target"]} "{titled["title"]}"'
        yield Fault(
            "link-title-quotes",
            offset,
            len(inside),
            {"example": f"{label}]({proper})"},
            replacement=proper,
        )
    elif _SPACED_TARGET.fullmatch((plain["target"] if plain else inside).strip(" ")):
        target = (plain["target"] if plain else inside).strip(" ")
        title = f' "{plain["title"]}"' if plain else ""
        yield Fault("link-space", offset, len(inside), {"target": target}, replacement=f"<{target}>{title}")


def _marker(match: re.Match[str], text: str) -> Iterator[Fault]:
    start, end = match.span("marker")
    before = text.rfind("\n", 0, max(start - 1, 0)) + 1
    if re.match(r" {0,3}\d{1,3}[．、]", text[before : max(start - 1, 0)]):
        return
    arguments = {"marker": match["marker"], "example": f"{match['marker'][:-1]}. "}
    yield Fault("list-marker", start, end - start, arguments)


def _alert(match: re.Match[str], text: str) -> Iterator[Fault]:  # noqa: ARG001 - the signature of a check
    kind = match["alert"]
    if kind.strip().upper() not in _ALERTS or match["behind"].strip():
        start = match.start("alert") - 2
        yield Fault("alert-unknown", start, match.end("alert") + 1 - start, {"kind": kind})


_CHECKS: dict[str, Callable[[re.Match[str], str], Iterator[Fault]]] = {
    "heading": _heading,
    "wide_heading": _wide_heading,
    "colons": _colons,
    "inline": _inline,
    "picture": _whole("picture-full-width", "picture"),
    "link": _whole("link-full-width", "link"),
    "brackets": _whole("link-full-width", "brackets"),
    "stars": _whole("emphasis-full-width", "stars"),
    "url": _url,
    "target": _target,
    "marker": _marker,
    "alert": _alert,
}
