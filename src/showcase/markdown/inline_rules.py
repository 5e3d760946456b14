"""Inline rules: inline directives, links and pictures that remember their place, footnote references, raw HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from showcase.markdown.block_rules import DirectiveUse
from showcase.markdown.comments import OPENING, skip_comment
from showcase.markdown.directive_syntax import NAME, WrittenDirective, read_attributes, read_directive
from showcase.markdown.directives import (
    BY_NAME,
    COLONS,
    DirectiveKind,
    check_directive,
    nearest_name,
    picture_attributes,
)
from showcase.markdown.emphasis import lone_strong_marker
from showcase.markdown.faults import NOTES, Fault, Notes

_ASCII_WORD = re.compile(r"[A-Za-z0-9_/:]")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]+)\]")
_MOST_BRACKETS = 1000
"""Opening brackets in one block beyond which it is left as text: matching them takes time quadratic in their number."""
_TAG = re.compile(r"<(?:!--|/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>)")


def _notes(state: StateInline) -> Notes:
    notes: Notes = state.env[NOTES]
    return notes


def _directive(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of an inline rule
    source, position = state.src, state.pos
    if source[position] != ":" or (position and source[position - 1] == ":"):
        return False
    name = NAME.match(source, position + 1, state.posMax)
    if name is None or name.end() >= state.posMax or source[name.end()] not in "[{":
        return False
    kind = BY_NAME.get(name.group())
    if kind is None and not _looks_like_directive(source, position, name):
        return False
    written = read_directive(source, position + 1, state.posMax)
    if written is None or (written.label is None and not written.attributes):
        if kind and not silent:
            _report(state, Fault("directive-label-unclosed", position, name.end() - position + 1))
        return False
    if not silent:
        _push_directive(state, written, kind)
    state.pos = written.end
    return True


def _looks_like_directive(source: str, colon: int, name: re.Match[str]) -> bool:
    """Whether an unknown name with a label is a mistyped directive rather than prose (`如下:报告[^1]`, `a:b[0]`)."""
    if source[name.end()] != "[" or source.startswith("[^", name.end()):
        return False
    if colon and _ASCII_WORD.match(source[colon - 1]):
        return False
    close = source.find("]", name.end())
    if close < 0 or source.startswith(("(", "（", "["), close + 1):
        return False
    return name.group().isascii() or bool(nearest_name(name.group(), "inline"))


def _push_directive(state: StateInline, written: WrittenDirective, kind: DirectiveKind | None) -> None:
    colon = written.offset - 1
    fault = _name_fault(written, kind)
    if fault or kind is None:
        if fault:
            _report(state, fault)
        state.push("text", "", 0).content = written.label or ""
        return
    attributes, faults = check_directive(written, kind)
    for fault in faults:
        _report(state, fault)
    token = state.push("directive_inline", "", 0)
    notes = _notes(state)
    block = notes.block
    location = notes.locate(block, colon, written.end - colon) if block else notes.line_location(0)
    token.meta = {"use": DirectiveUse(kind.name, (written.label or "").strip(), attributes, location)}


def _name_fault(written: WrittenDirective, kind: DirectiveKind | None) -> Fault | None:
    name = written.name
    if kind is None:
        known = "、".join(
            dict.fromkeys(
                f"{kind.name}（{kind.alias}）" for kind in BY_NAME.values() if kind.form == "inline"
            )
        )
        suggestion = nearest_name(name, "inline")
        return Fault(
            "directive-unknown",
            written.offset,
            len(name),
            {"directive": name, "known": known},
            suggestion=suggestion,
            replacement=suggestion or None,
        )
    if kind.form != "inline":
        example = f"{COLONS[kind.form]}{name}"
        return Fault("directive-form", written.offset, len(name), {"directive": name, "example": example})
    return None


def _report(state: StateInline, fault: Fault) -> None:
    _notes(state).report_inline(state.src, fault)


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of an inline rule
    return _placed(link, state, silent)


def _autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of an inline rule
    return _placed(autolink, state, silent)


def _placed(rule: Callable[[StateInline, bool], bool], state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Run one of the library's rules for links; the link that it makes remembers its place."""
    start, count = state.pos, len(state.tokens)
    if not rule(state, silent):
        return False
    if not silent:
        opening = state.tokens[count]
        if opening.type != "link_open":
            opening = state.tokens[count + 1]
        _remember(state, opening, start)
    return True


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of an inline rule
    start = state.pos
    if not image(state, silent):
        return False
    token = None if silent else state.tokens[-1]
    if token:
        _remember(state, token, start)
    if state.src.startswith("{", state.pos, state.posMax):
        written, end, fault = read_attributes(state.src, state.pos, state.posMax)
        if token:
            attributes, faults = picture_attributes(written)
            for each in faults:
                _report(state, each)
            if fault >= 0:
                _report(state, Fault("directive-attributes", fault, 1, {"directive": "!"}))
            token.meta["attributes"] = attributes
        state.pos = end
    return True


def _remember(state: StateInline, token: Token, start: int) -> None:
    """Note where a link or picture stands and where its target does (of a reference link: the whole link)."""
    written = state.src[start : state.pos]
    before = 1 if token.info == "auto" else written.rfind("](") + 2
    token.meta["at"] = start
    token.meta["length"] = state.pos - start
    token.meta["target"] = start + before
    token.meta["inline"] = token.info == "auto" or before > 1


def _footnote(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of an inline rule
    if not state.src.startswith("[^", state.pos):
        return False
    match = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    label = match.group(1)
    known = state.env.get("footnotes", {}).get("refs", {})
    if ":" + label not in known:
        if not silent:
            arguments = {"label": label}
            _report(state, Fault("footnote-undefined", match.start(), len(match.group()), arguments))
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": label}
    state.pos = match.end()
    return True


def _raw_html(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of an inline rule
    """Raw HTML stays text; its opening tags, and comments without an end, are reported."""
    if state.src[state.pos] != "<":
        return False
    if state.src.startswith(OPENING, state.pos) and skip_comment(state):
        return True
    if silent:
        return False
    match = _TAG.match(state.src, state.pos, state.posMax)
    if match and not match.group().startswith("</"):
        tag = f"<{match.group(1).lower()}>" if match.group(1) else "<!-- -->"
        length = len(match.group().split("\n", 1)[0])
        _report(state, Fault("raw-html", match.start(), length, {"tag": tag}))
    return False


def _parse_inlines(state: StateCore) -> None:
    """The library's core rule `inline`, with the block that is being parsed made known to the rules."""
    notes: Notes = state.env[NOTES]
    parse = state.md.inline.parse
    for token in state.tokens:
        if token.type == "inline" and token.content:
            notes.block = token
            brackets = token.content.count("[")
            if brackets > _MOST_BRACKETS:
                notes.report_inline(
                    token.content, Fault("markdown-too-complex", 0, 1, {"count": str(brackets)})
                )
                token.children = [Token("text", "", 0, content=token.content)]
            else:
                token.children = parse(token.content, state.md, state.env, [])
    notes.block = None


def _lone_marker(state: StateInline) -> None:
    offset = lone_strong_marker(state.tokens)
    if offset < 0 or state.src[offset : offset + 2] != "**":
        return
    end = offset + 2
    around = state.src[max(offset - 1, 0) : offset] + state.src[end : end + 1]
    if around.isascii() and (around.isalnum() or around.isspace()):
        return
    _report(state, Fault("emphasis-unbalanced", offset, 2))


def use_inline_rules(parser: MarkdownIt) -> None:
    """Put these rules in place. They need `Notes` in the environment and the footnote plugin's rules."""
    ruler = parser.inline.ruler
    ruler.at("link", _link)
    ruler.at("image", _image)
    ruler.at("autolink", _autolink)
    ruler.at("footnote_ref", _footnote)
    ruler.before("link", "directive", _directive)
    ruler.at("html_inline", _raw_html)
    ruler.enable("html_inline")
    parser.inline.ruler2.before("fragments_join", "lone_marker", _lone_marker)
    parser.core.ruler.at("inline", _parse_inlines)
