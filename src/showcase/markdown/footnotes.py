"""Footnotes: definitions taken out of the token stream, references numbered in the order of their first use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from markdown_it.token import Token

from showcase.markdown.draft import Draft
from showcase.markdown.faults import Fault


@dataclass(slots=True)
class _Footnote:
    tokens: list[Token]
    line: int
    number: int = 0
    references: int = 0


class Footnotes:
    """The footnotes of one text."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._definitions: dict[str, _Footnote] = {}
        self._order: list[_Footnote] = []

    def take(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens without the footnotes' definitions, which are kept here."""
        kept: list[Token] = []
        open_notes: list[_Footnote] = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                open_notes.append(self._define(token))
            elif token.type == "footnote_reference_close":
                open_notes.pop()
            elif open_notes:
                open_notes[-1].tokens.append(token)
            else:
                kept.append(token)
        return kept

    def _define(self, token: Token) -> _Footnote:
        label, line = token.meta["label"], token.map[0] if token.map else 0
        note = _Footnote([], line)
        if label in self._definitions:
            self._fault("footnote-twice", label, line)
        else:
            self._definitions[label] = note
        return note

    def reference(self, label: str) -> str:
        """The markup of one reference; the definition gets its number with the first one."""
        note = self._definitions.get(label)
        if note is None:
            return escape(f"[^{label}]")
        if not note.number:
            self._order.append(note)
            note.number = len(self._order)
        note.references += 1
        anchor = _reference_anchor(note, note.references)
        name = escape(self._draft.word("footnote").format(n=note.number))
        return (
            f'<sup class="footnote-ref"><a id="{anchor}" href="#fn-{note.number}" role="doc-noteref" '
            f'aria-label="{name}">{note.number}</a></sup>'
        )

    def used(self) -> Iterator[tuple[int, list[Token]]]:
        """Number and tokens of each footnote that is referred to; writing one may add further ones at the end."""
        index = 0
        while index < len(self._order):
            note = self._order[index]
            index += 1
            yield note.number, note.tokens

    def back_links(self, number: int) -> str:
        """Links from a footnote to the places that refer to it."""
        note = self._order[number - 1]
        name = escape(self._draft.word("back").format(n=number))
        return "".join(
            f' <a class="footnote-back" href="#{_reference_anchor(note, count)}" role="doc-backlink" '
            f'aria-label="{name}{f" ({count})" if note.references > 1 else ""}">↩</a>'
            for count in range(1, note.references + 1)
        )

    def report_unused(self) -> None:
        """Report definitions that nothing refers to. To be asked after everything is written."""
        for label, note in self._definitions.items():
            if not note.number:
                self._fault("footnote-unused", label, note.line)

    def _fault(self, code: str, label: str, line: int) -> None:
        source = self._draft.notes.source.line(self._draft.notes.first_line + line)
        written = f"[^{label}]"
        offset = max(source.find(written), 0)
        self._draft.notes.report_line(line, Fault(code, offset, len(written), {"label": label}))


def _reference_anchor(note: _Footnote, count: int) -> str:
    return f"fnref-{note.number}" if count == 1 else f"fnref-{note.number}-{count}"
