"""The library's two parsers, asking at each place only the rules that can begin with the sign that stands there.

markdown-it-py asks every rule at every line and at every sign. Most lines of a Chinese text begin with a character that no
rule begins with, and most of their characters are no signs, so what can be told from one character is told from it here.
What the parsers make of a text stays the same: a rule that is left out would have said no.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

BlockRule = Callable[[StateBlock, int, int, bool], bool]
Nesting = Literal[-1, 0, 1]
InlineRule = Callable[[StateInline, bool], bool]

PLAIN = ""
"""Stands for the signs of a rule that is asked only where no rule with signs of its own may begin."""

_BLOCK_SIGNS: Mapping[str, str] = {
    "one_line": PLAIN,
    "directive": ":",
    "comment": "<",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*-+0123456789",
    "footnote_def": "[",
    "reference": "[",
    "heading": "#",
}
"""What the first character of a block is to be, by rule; rules that are not here may begin with any."""
_ENDING_SIGNS = {**_BLOCK_SIGNS, "deflist": ":~"}
"""The same for a rule that is asked whether it ends another block: of definition lists, only the definitions do."""

_INLINE_SIGNS: Mapping[str, str] = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "directive": ":",
    "link": "[",
    "image": "!",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
# The closing bracket begins nothing, but whoever looks for the end of a link must stop there.
_SIGN = re.compile(r"[\n\\`~*_\[\]<&]|!(?=\[)|:(?=[^\W\d_])")


def _token(kind: str, tag: str, nesting: Nesting, level: int, content: str, *, block: bool) -> Token:
    """As the library's class makes one, without what its constructor does for callers of older versions."""
    token = Token.__new__(Token)
    token.type, token.tag, token.nesting, token.level = kind, tag, nesting, level
    token.attrs, token.map, token.children, token.content = {}, None, None, content
    token.markup = token.info = ""
    token.meta, token.block, token.hidden = {}, block, False
    return token


class _BlockState(StateBlock):
    """The library's state, with its marks of lines made all at once."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__("", md, env, tokens)
        self.src = src
        lines = src.split("\n")
        if not lines[-1].strip(" \t"):
            lines.pop()
        count, end = len(lines), len(src)
        ends = list(accumulate(map(len, lines), lambda before, length: before + 1 + length, initial=-1))
        self.bMarks = [*(before + 1 for before in ends[:-1]), end]
        self.eMarks = [*ends[1:], end]
        self.tShift, self.sCount, self.bsCount = [0] * (count + 1), [0] * (count + 1), [0] * (count + 1)
        for number, line in enumerate(lines):
            if line[:1] in (" ", "\t"):
                space = line[: len(line) - len(line.lstrip(" \t"))]
                self.tShift[number], self.sCount[number] = len(space), len(space.expandtabs(4))
        self.lineMax = count

    def push(self, ttype: str, tag: str, nesting: Nesting) -> Token:
        """A new token at the end of the stream."""
        if nesting < 0:
            self.level -= 1
        token = _token(ttype, tag, nesting, self.level, "", block=True)
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


class _InlineState(StateInline):
    """The library's state."""

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        """The text that waits, as a token at the end of the stream."""
        token = _token("text", "", 0, self.pendingLevel, self.pending, block=False)
        self.tokens.append(token)
        self.pending = ""
        return token

    def push(self, ttype: str, tag: str, nesting: Nesting) -> Token:
        """A new token at the end of the stream, after the text that waits."""
        if self.pending:
            self.pushPending()
        if nesting < 0:
            self.level -= 1
            self.delimiters = self._prev_delimiters.pop()
        token = _token(ttype, tag, nesting, self.level, "", block=False)
        meta = None
        if nesting > 0:
            self.level += 1
            self._prev_delimiters.append(self.delimiters)
            self.delimiters = []
            meta = {"delimiters": self.delimiters}
        self.pendingLevel = self.level
        self.tokens.append(token)
        self.tokens_meta.append(meta)
        return token


def _joined(tokens: list[Token]) -> list[Token]:
    """The tokens with each run of texts, escapes and character references made one text; levels stay as they are."""
    kept: list[Token] = []
    run: list[str] = []
    for token in tokens:
        if token.type in ("text", "text_special"):
            run.append(token.content)
            if len(run) > 1:
                continue
            token.type = "text"
        elif run:
            if len(run) > 1:
                kept[-1].content = "".join(run)
            run = []
        kept.append(token)
    if len(run) > 1:
        kept[-1].content = "".join(run)
    return kept


class _Chains(Ruler[BlockRule]):
    """The rules of a parser, each chain as one rule that picks by the first character."""

    def __init__(self, ruler: Ruler[BlockRule]) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        names = {""}.union(*(rule.alt for rule in self.__rules__ if rule.enabled))
        self._chains = {name: [self._picking(name)] for name in names}

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803 - the library's names
        return self._chains.get(chainName, [])

    def _picking(self, chain: str) -> BlockRule:
        signs_of = _ENDING_SIGNS if chain else _BLOCK_SIGNS
        rules = [rule for rule in self.__rules__ if rule.enabled and (not chain or chain in rule.alt)]
        signs = "".join(signs_of.get(rule.name, "") for rule in rules)
        by_sign = {
            sign: tuple(rule.fn for rule in rules if sign in signs_of.get(rule.name, sign)) for sign in signs
        }
        others = tuple(rule.fn for rule in rules if signs_of.get(rule.name, PLAIN) == PLAIN)

        def pick(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a block rule
            position = state.bMarks[start] + state.tShift[start]
            for rule in by_sign.get(state.src[position : position + 1], others):
                if rule(state, start, end, silent):
                    return True
            return False

        return pick


class BlockParser(ParserBlock):
    """Reads blocks by the rules of the parser it is made from."""

    def __init__(self, parser: ParserBlock) -> None:
        super().__init__()
        self.ruler = _Chains(parser.ruler)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """Puts the blocks of a text into `outTokens`."""
        if not src:
            return None
        state = _BlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class InlineParser(ParserInline):
    """Reads lines by the rules of the parser it is made from, down to `deepest` levels; from one sign to the next by a
    regular expression."""

    def __init__(self, parser: ParserInline, deepest: int) -> None:
        super().__init__()
        self._deepest = deepest
        self.ruler, self.ruler2 = parser.ruler, parser.ruler2
        rules = [rule for rule in self.ruler.__rules__ if rule.enabled and rule.name in _INLINE_SIGNS]
        self._rules: dict[str, tuple[InlineRule, ...]] = {
            sign: tuple(rule.fn for rule in rules if sign in _INLINE_SIGNS[rule.name])
            for sign in "".join(_INLINE_SIGNS[rule.name] for rule in rules)
        }

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Puts the tokens of a text into `tokens`."""
        if _SIGN.search(src) is None:
            if src:
                tokens.append(_token("text", "", 0, 0, src, block=False))
            return tokens
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        if state.delimiters or any(meta and meta["delimiters"] for meta in state.tokens_meta):
            for rule in self.ruler2.getRules():
                rule(state)
        state.tokens[:] = _joined(state.tokens)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Puts the tokens of the state's range into it."""
        source, end = state.src, state.posMax
        if state.level >= self._deepest:
            state.append_pending(source[state.pos : end])
            state.pos = end
        while state.pos < end:
            start = state.pos
            sign = _SIGN.search(source, start, end)
            stop = sign.start() if sign else end
            if stop > start:
                state.append_pending(source[start:stop])
                state.pos = stop
                if stop == end:
                    break
            for rule in self._rules.get(source[stop], ()):
                if rule(state, False):  # noqa: FBT003 - the signature of an inline rule
                    break
            else:
                state.append_pending(source[stop])
                state.pos = stop + 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the library's name
        """Passes over one token without making it."""
        start = state.pos
        known = state.cache.get(start)
        if known is not None:
            state.pos = known
            return
        if state.level >= self._deepest:
            # One past the end, as in the library: no link ends there.
            state.pos = state.cache[start] = state.posMax + 1
            return
        sign = _SIGN.search(state.src, start, state.posMax)
        stop = sign.start() if sign else state.posMax
        if stop > start:
            state.pos = state.cache[start] = stop
            return
        state.level += 1
        for rule in self._rules.get(state.src[start], ()):
            if rule(state, True):  # noqa: FBT003 - the signature of an inline rule
                break
        else:
            state.pos = start + 1
        state.level -= 1
        state.cache[start] = state.pos
