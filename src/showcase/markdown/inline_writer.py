"""Inline tokens to markup and plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from markdown_it.helpers import parseLinkDestination
from markdown_it.token import Token

from showcase.diagnostics.diagnostic import Location
from showcase.markdown.block_rules import DirectiveUse
from showcase.markdown.draft import Draft
from showcase.markdown.footnotes import Footnotes
from showcase.markdown.soft_breaks import join_lines
from showcase.markdown.targets import is_absolute, is_file_beside, is_safe
from showcase.model.body import Component
from showcase.text.scripts import CJK_CLASS, TIBETAN_CLASS, is_han

_TIBETAN_RUN = re.compile(rf"[{TIBETAN_CLASS}]+(?:[\s\u00a0]+[{TIBETAN_CLASS}]+)*")
_CJK_RUN = re.compile(rf"[{CJK_CLASS}]+")
_PAIRED = {"strong": "strong", "em": "em", "s": "s"}
_LINKING = frozenset({"cite", "download"})


class Written(NamedTuple):
    """What an inline token became: markup, and plain text with holes for components."""

    html: str
    text: str


class InlineWriter:
    """Writes the inline content of blocks into one draft."""

    def __init__(self, draft: Draft, footnotes: Footnotes) -> None:
        self._draft = draft
        self._footnotes = footnotes
        self._block = Token("inline", "", 0)
        self._html: list[str] = []
        self._text: list[str] = []
        self._closings: list[str] = []
        self._marks_tibetan = False

    def write(
        self, block: Token, children: Sequence[Token] | None = None, *, tibetan: bool = False
    ) -> Written:
        """The markup and text of an inline token, or of some of its children. `tibetan`: the block is marked so."""
        children = block.children or [] if children is None else children
        self._marks_tibetan = self._draft.marks_tibetan and not tibetan
        if len(children) == 1 and children[0].type == "text":
            text = children[0].content
            return Written(self._plain(text, marks_tibetan=self._marks_tibetan), text)
        self._block, self._html, self._text, self._closings = block, [], [], []
        index = 0
        while index < len(children):
            index = self._token(children, index)
        self._html.extend(reversed(self._closings))
        return Written("".join(self._html), "".join(self._text))

    def picture(self, block: Token, token: Token, name: str) -> Component | None:
        """A picture as a component, its file noted as a link; None when its file can be no address."""
        draft = self._draft
        target = str(token.attrs.get("src", ""))
        place = self._place(block, token)
        if is_absolute(target) and is_safe(target):
            draft.fault("picture-remote", place, target=target)
        link = draft.add_link(target, place)
        if link is None:
            return None
        alt = alternative_text(token)
        start = self._locate(block, token)
        if not alt:
            draft.fault("picture-alt-missing", start, target=target)
        caption = join_lines(str(token.attrs.get("title", "")))
        return Component(
            name=name,
            location=start,
            inline=name == "image",
            label=alt,
            attributes=dict(token.meta.get("attributes", {})),
            html=self._plain(caption, marks_tibetan=draft.marks_tibetan),
            links=(link,),
        )

    def _token(self, children: Sequence[Token], index: int) -> int:
        """Write the token at `index`; the result is the index of the next one to write."""
        token = children[index]
        kind = token.type
        if kind == "text":
            self._html.append(self._plain(token.content, marks_tibetan=self._marks_tibetan))
            self._text.append(token.content)
        elif kind == "softbreak":
            self._html.append("\n")
            self._text.append(" ")
        elif kind == "hardbreak":
            self._html.append("<br>\n")
            self._text.append("\n")
        elif kind == "code_inline":
            self._html.append(f"<code>{escape(token.content)}</code>")
            self._text.append(token.content)
        elif kind == "link_open":
            return self._link(children, index)
        elif kind == "link_close":
            self._html.append(self._closings.pop() if self._closings else "")
        elif kind == "image":
            picture = self.picture(self._block, token, "image")
            if picture:
                self._component(picture)
        elif kind == "directive_inline":
            self._directive(token.meta["use"])
        elif kind == "footnote_ref":
            self._html.append(self._footnotes.reference(token.meta["label"]))
        elif token.tag in _PAIRED:
            self._html.append(f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>")
        return index + 1

    def _plain(self, text: str, *, marks_tibetan: bool) -> str:
        markup = escape(text)
        if marks_tibetan and text:
            markup = _TIBETAN_RUN.sub(r'<span lang="bo">\g<0></span>', markup)
        return _CJK_RUN.sub(_chinese, markup) if self._draft.marks_chinese else markup

    def _component(self, component: Component) -> None:
        hole = self._draft.add_component(component)
        self._html.append(hole)
        self._text.append(hole)

    def _link(self, children: Sequence[Token], index: int) -> int:
        token = children[index]
        target = str(token.attrs.get("href", ""))
        place = self._place(self._block, token)
        link = self._draft.add_link(target, place)
        end = _closing(children, index)
        inside = children[index + 1 : end]
        if (
            link is not None
            and is_file_beside(target)
            and not any(child.type in ("image", "directive_inline") for child in inside)
        ):
            start = self._locate(self._block, token)
            label = plain_text(inside)
            self._component(
                Component(
                    name="download",
                    location=start,
                    inline=True,
                    label=label,
                    attributes={"file": target},
                    links=(link,),
                )
            )
            return end + 1
        if link is None:
            self._closings.append("")
            return index + 1
        title = join_lines(str(token.attrs.get("title", "")))
        attribute = f' title="{escape(title)}"' if title else ""
        self._html.append(f'<a href="\x00h{link}\x00"{attribute}>')
        self._closings.append("</a>")
        return index + 1

    def _directive(self, use: DirectiveUse) -> None:
        draft = self._draft
        if use.name in _LINKING and any(self._closings):
            draft.fault("directive-in-link", use.location, directive=use.name)
        if use.name == "cite" and use.label:
            draft.add_citation(use.label, use.attributes.get("locator", ""), use.location)
        self._component(
            Component(
                name=use.name,
                location=use.location,
                inline=True,
                label=use.label,
                attributes=use.attributes,
            )
        )

    def _locate(self, block: Token, token: Token) -> Location:
        return self._draft.notes.locate(block, token.meta.get("at", 0), token.meta.get("length", 1))

    def _place(self, block: Token, token: Token) -> Location:
        """The place of a link's or picture's target."""
        target = str(token.attrs.get("href" if token.type == "link_open" else "src", ""))
        if not token.meta.get("inline"):
            return self._locate(block, token)
        offset = token.meta["target"]
        bracket = block.content.startswith("<", offset)
        begin, length = offset + bracket, len(target)
        if token.info == "auto":
            length = block.content.find(">", begin) - begin
        elif not block.content.startswith(target, begin):
            # Escapes and character references make the target differ from what is written.
            written = parseLinkDestination(block.content, offset, len(block.content))
            length = written.pos - begin - bracket
        return self._draft.notes.locate(block, begin, max(length, 1))


def _closing(children: Sequence[Token], index: int) -> int:
    """The index of the link_close that belongs to the link_open at `index`; links do not nest."""
    for position in range(index + 1, len(children)):
        if children[position].type == "link_close":
            return position
    return len(children)


def plain_text(children: Sequence[Token]) -> str:
    """The text that inline tokens show, without markup."""
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "image":
            parts.append(alternative_text(child))
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts).strip()


def _chinese(run: re.Match[str]) -> str:
    """A run of Chinese marked as such; one of punctuation alone, or with kana or hangul, stays as it is."""
    letters = [character for character in run[0] if character.isalpha()]
    return f'<span lang="zh">{run[0]}</span>' if letters and all(map(is_han, letters)) else run[0]


def alternative_text(token: Token) -> str:
    """A picture's alternative text without markup, its lines joined like prose."""
    return plain_text(token.children or [])
