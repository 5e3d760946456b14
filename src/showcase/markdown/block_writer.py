"""Block tokens to markup with holes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from markdown_it.token import Token

from showcase.diagnostics.diagnostic import Location
from showcase.markdown.block_rules import DirectiveUse
from showcase.markdown.containers import gallery_items, matching, only_pictures, timeline_items
from showcase.markdown.draft import Draft, has_tibetan, is_wholly_tibetan
from showcase.markdown.footnotes import Footnotes
from showcase.markdown.inline_writer import InlineWriter, plain_text
from showcase.markdown.targets import is_absolute, is_safe
from showcase.model.body import Component, ComponentItem

_PLAIN_TAGS = {
    "blockquote_open": "<blockquote>\n",
    "blockquote_close": "</blockquote>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_close": "</li>\n",
    "dl_open": "<dl>\n",
    "dl_close": "</dl>\n",
    "dd_open": "<dd>",
    "dd_close": "</dd>\n",
    "hr": "<hr>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_open": "<tr>",
    "tr_close": "</tr>\n",
    "table_close": "</table></div>\n",
}
_NO_ITEMS: tuple[ComponentItem, ...] = ()
_LINE_TAGS = {"th_open": "th", "td_open": "td", "dt_open": "dt"}


class BlockWriter:
    """Writes block tokens into one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._footnotes = Footnotes(draft)
        self._inline = InlineWriter(draft, self._footnotes)
        self._handlers: dict[str, Callable[[Sequence[Token], int, list[str]], int]] = {
            "paragraph_open": self._paragraph,
            "heading_open": self._heading,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "list_item_open": self._list_item,
            "table_open": self._table,
            "th_open": self._line,
            "td_open": self._line,
            "dt_open": self._line,
            "fence": self._code,
            "code_block": self._code,
            "alert_open": self._alert,
            "directive_open": self._container,
            "directive": self._leaf,
        }

    def write_document(self, tokens: Sequence[Token]) -> str:
        """The markup of a whole text, footnotes at its end."""
        out = [self._blocks(self._footnotes.take(tokens))]
        notes = [
            f'<li id="fn-{number}">{self._footnote(number, note)}</li>\n'
            for number, note in self._footnotes.used()
        ]
        if notes:
            label = escape(self._draft.word("footnotes"))
            out.append(f'<section class="footnotes" role="doc-endnotes" aria-label="{label}">\n<ol>\n')
            out += [*notes, "</ol>\n</section>\n"]
        self._footnotes.report_unused()
        return "".join(out)

    def _footnote(self, number: int, tokens: Sequence[Token]) -> str:
        html = self._blocks(tokens)
        links = self._footnotes.back_links(number)
        if html.endswith("</p>\n"):
            return f"{html[: -len('</p>' + chr(10))]}{links}</p>\n"
        return f"{html}<p>{links.strip()}</p>\n"

    def _blocks(self, tokens: Sequence[Token]) -> str:
        out: list[str] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            handler = self._handlers.get(token.type)
            if handler:
                index = handler(tokens, index, out)
                continue
            out.append(_PLAIN_TAGS.get(token.type, ""))
            index += 1
        return "".join(out)

    def _language(self, inline: Token) -> tuple[str, bool]:
        """The attribute that marks a wholly Tibetan block, and whether it is one."""
        if not (self._draft.marks_tibetan and has_tibetan(inline.content)):
            return "", False
        tibetan = is_wholly_tibetan(plain_text(inline.children or []))
        return (' lang="bo"' if tibetan else ""), tibetan

    def _paragraph(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        inline = tokens[index + 1]
        pictures = only_pictures(inline)
        if pictures:
            for picture in pictures:
                component = self._inline.picture(inline, picture, "figure")
                if component is None:
                    continue
                self._draft.add_text(str(picture.attrs.get("title", "")))
                out.append(f"{self._draft.add_component(component)}\n")
            return index + 3
        hidden = tokens[index].hidden
        attribute, tibetan = ("", False) if hidden else self._language(inline)
        written = self._inline.write(inline, tibetan=tibetan)
        self._draft.add_text(written.text)
        html = written.html.strip()
        if hidden:
            out.append(html)
        elif html:
            out.append(f"<p{attribute}>{html}</p>\n")
        return index + 3

    def _heading(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        token, inline = tokens[index], tokens[index + 1]
        if not inline.content.strip():
            return index + 3
        level = int(token.tag[1:])
        if level == 1:
            start = self._block_place(token)
            self._draft.fault("heading-level-one", start, heading=plain_text(inline.children or []))
        elif token.markup == "-":
            self._draft.fault(
                "heading-underlined", self._block_place(token), heading=plain_text(inline.children or [])
            )
        attribute, tibetan = self._language(inline)
        written = self._inline.write(inline, tibetan=tibetan)
        level = max(level, 2)
        anchor = escape(self._draft.add_heading(level, written.text))
        out.append(f'<h{level} id="{anchor}"{attribute}>{written.html.strip()}</h{level}>\n')
        return index + 3

    def _line(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        """A table cell or a defined term: a tag with inline content alone."""
        token, inline = tokens[index], tokens[index + 1]
        tag = _LINE_TAGS[token.type]
        attribute, tibetan = self._language(inline)
        style = str(token.attrs.get("style", ""))
        if style.startswith("text-align:"):
            attribute += f' class="align-{style.removeprefix("text-align:")}"'
        if tag == "th":
            attribute += ' scope="col"'
        written = self._inline.write(inline, tibetan=tibetan)
        self._draft.add_text(written.text)
        out.append(f"<{tag}{attribute}>{written.html.strip()}</{tag}>")
        return index + 3

    def _list(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        token = tokens[index]
        start = token.attrs.get("start")
        number = f' start="{int(start)}"' if isinstance(start, int) and start != 1 else ""
        kind = ' class="task-list"' if "contains-task-list" in str(token.attrs.get("class", "")) else ""
        out.append(f"<{token.tag}{number}{kind}>\n")
        return index + 1

    def _list_item(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        token = tokens[index]
        if "checked" not in token.meta:
            out.append("<li>")
            return index + 1
        done = bool(token.meta["checked"])
        label = escape(self._draft.word("done" if done else "open"))
        checked = " checked" if done else ""
        out.append(f'<li class="task"><input type="checkbox" disabled{checked} aria-label="{label}"> ')
        return index + 1

    def _table(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:  # noqa: ARG002 - a handler
        self._draft.tables += 1
        label = escape(f"{self._draft.word('table')} {self._draft.tables}")
        out.append(f'<div class="table-scroll" tabindex="0" role="region" aria-label="{label}"><table>\n')
        return index + 1

    def _code(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        token = tokens[index]
        name = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
        kind = f' class="language-{escape(name)}"' if name else ""
        self._draft.add_text(token.content)
        out.append(f'<pre tabindex="0"><code{kind}>{escape(token.content)}</code></pre>\n')
        return index + 1

    def _alert(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        end = matching(tokens, index, "alert_close")
        begin = index + 1
        if begin < end and tokens[begin].type == "alert_title_open":
            begin += 3
        start = self._block_place(tokens[index])
        kind = str(tokens[index].meta["kind"]).lower()
        html = self._blocks(tokens[begin:end])
        component = Component("alert", start, attributes={"kind": kind}, html=html)
        out.append(f"{self._draft.add_component(component)}\n")
        return end + 1

    def _container(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        end = matching(tokens, index, "directive_close")
        use: DirectiveUse | None = tokens[index].meta["use"]
        inside = tokens[index + 1 : end]
        if use is None:
            out.append(self._blocks(inside))
            return end + 1
        if use.label:
            self._draft.add_text(use.label)
        html, items = "", _NO_ITEMS
        if use.name == "gallery":
            items = gallery_items(use, inside, self._draft, self._inline)
        elif use.name == "timeline":
            items = timeline_items(use, inside, self._draft, self._inline, self._blocks)
        else:
            html = self._blocks(inside)
            if not html:
                self._draft.fault("directive-empty", use.location, directive=use.name)
        if "source" in use.attributes:
            self._draft.add_citation(
                use.attributes["source"], use.attributes.get("locator", ""), use.location
            )
        out.append(f"{self._draft.add_component(self._used(use, html=html, items=items))}\n")
        return end + 1

    def _leaf(self, tokens: Sequence[Token], index: int, out: list[str]) -> int:
        use: DirectiveUse = tokens[index].meta["use"]
        links = tuple(self._files(use))
        if use.label:
            self._draft.add_text(use.label)
        out.append(f"{self._draft.add_component(self._used(use, links=links))}\n")
        return index + 1

    def _files(self, use: DirectiveUse) -> Iterator[int]:
        """The files that a directive names, as links."""
        for name in ("file", "poster", "transcript"):
            target = use.attributes.get(name)
            if not target:
                continue
            place = use.values.get(name, use.location)
            if is_absolute(target) and is_safe(target) and not target.startswith("//"):
                self._draft.fault("remote-file", place, value=target[:80])
            link = self._draft.add_link(target, place)
            if link is not None:
                yield link

    def _used(
        self,
        use: DirectiveUse,
        *,
        html: str = "",
        items: tuple[ComponentItem, ...] = (),
        links: tuple[int, ...] = (),
    ) -> Component:
        return Component(
            name=use.name,
            location=use.location,
            label=use.label,
            attributes=use.attributes,
            html=html,
            items=items,
            links=links,
        )

    def _block_place(self, token: Token) -> Location:
        line = token.map[0] if token.map else 0
        source = self._draft.notes.source.line(self._draft.notes.first_line + line)
        indent = len(source) - len(source.lstrip())
        return self._draft.notes.line_location(line, indent, max(len(source.strip()), 1))
