"""Containers whose inside is structured: a gallery's pictures, a timeline's events."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from showcase.markdown.block_rules import DirectiveUse
from showcase.markdown.draft import Draft
from showcase.markdown.faults import Fault
from showcase.markdown.inline_writer import InlineWriter, plain_text
from showcase.model.body import ComponentItem
from showcase.text.dates import format_date, parse_date

_COLON = re.compile(r"[ \u3000]*[：:][ \u3000]*")

WriteBlocks = Callable[[Sequence[Token]], str]


def only_pictures(inline: Token) -> list[Token]:
    """The pictures of a paragraph that holds nothing else, each on a line of its own; else nothing."""
    pictures: list[Token] = []
    expected = True
    for child in inline.children or []:
        if child.type == "image" and expected:
            pictures.append(child)
            expected = False
        elif child.type in ("softbreak", "hardbreak") and not expected:
            expected = True
        elif child.type != "text" or child.content.strip():
            return []
    return pictures


def matching(tokens: Sequence[Token], index: int, closing: str) -> int:
    """The index of the closing token that belongs to the opening one at `index`."""
    level = tokens[index].level
    for position in range(index + 1, len(tokens)):
        if tokens[position].type == closing and tokens[position].level == level:
            return position
    return len(tokens)


def gallery_items(
    use: DirectiveUse, tokens: Sequence[Token], draft: Draft, inline: InlineWriter
) -> tuple[ComponentItem, ...]:
    """The pictures of a gallery; text beside them is a fault."""
    items: list[ComponentItem] = []
    for token in tokens:
        if token.type in ("fence", "code_block", "directive", "directive_open"):
            draft.fault("gallery-text", draft.notes.line_location(token.map[0] if token.map else 0))
        if token.type != "inline":
            continue
        text = plain_text([child for child in token.children or [] if child.type != "image"])
        if text:
            draft.fault("gallery-text", draft.notes.locate(token, max(token.content.find(text[:10]), 0), 1))
        for child in token.children or []:
            if child.type == "image":
                picture = inline.picture(token, child, "figure")
                if picture is None:
                    continue
                draft.add_text(str(child.attrs.get("title", "")))
                items.append(
                    ComponentItem(
                        label=picture.label,
                        html=picture.html,
                        attributes=picture.attributes,
                        link=picture.links[0],
                    )
                )
    if not items:
        draft.fault("directive-empty", use.location, directive=use.name)
    return tuple(items)


def timeline_items(
    use: DirectiveUse, tokens: Sequence[Token], draft: Draft, inline: InlineWriter, blocks: WriteBlocks
) -> tuple[ComponentItem, ...]:
    """The events of a timeline, from its lists; anything but a list is a fault."""
    items: list[ComponentItem] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            end = matching(tokens, index, token.type.replace("_open", "_close"))
            for first, last in _list_items(tokens, index, end):
                item = _event(tokens[first:last], draft, inline, blocks)
                if item:
                    items.append(item)
            index = end
        elif token.type in ("inline", "fence", "code_block", "directive"):
            place = draft.notes.line_location(token.map[0] if token.map else 0)
            draft.fault("timeline-not-list", place)
        index += 1
    if not items:
        draft.fault("directive-empty", use.location, directive=use.name)
    return tuple(items)


def _list_items(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    index = start + 1
    while index < end:
        if tokens[index].type == "list_item_open":
            close = matching(tokens, index, "list_item_close")
            yield index + 1, close
            index = close
        index += 1


def _event(
    tokens: Sequence[Token], draft: Draft, inline: InlineWriter, blocks: WriteBlocks
) -> ComponentItem | None:
    if len(tokens) < 3 or tokens[0].type != "paragraph_open":
        return None
    line = tokens[1]
    split = _split_date(line.children or [])
    if split is None:
        draft.notes.report(draft.notes.locate(line, 0, len(line.content)), Fault("timeline-date-missing", 0))
        return None
    date, rest = split
    known = parse_date(date)
    if known is None:
        offset = max(line.content.find(date), 0)
        draft.fault("timeline-date", draft.notes.locate(line, offset, len(date)), date=date)
    written = inline.write(line, rest)
    words = format_date(known.text, draft.language) if known else date
    draft.add_text(f"{words} {written.text}")
    html = written.html.strip()
    if len(tokens) > 3:
        paragraph = f"<p>{html}</p>\n" if html else ""
        html = paragraph + blocks(tokens[3:])
    return ComponentItem(label=date, html=html)


def _split_date(children: Sequence[Token]) -> tuple[str, list[Token]] | None:
    """The text before the first colon and the tokens behind it; tags around the date are dropped."""
    before: list[str] = []
    for index, child in enumerate(children):
        if child.type == "text":
            colon = _COLON.search(child.content)
            if colon:
                before.append(child.content[: colon.start()])
                tail = replace(child, content=child.content[colon.end() :])
                return "".join(before).strip(), _balanced([tail, *children[index + 1 :]])
            before.append(child.content)
        elif child.nesting == 0:
            return None
    return None


def _balanced(children: list[Token]) -> list[Token]:
    """The tokens without closing tags whose opening ones were dropped."""
    depth = 0
    kept: list[Token] = []
    for child in children:
        depth += child.nesting
        if depth < 0:
            depth = 0
            continue
        kept.append(child)
    return kept
