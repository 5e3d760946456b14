"""The markdown-it-py parser, built once a process.

CommonMark 0.31.2 with tables, strikethrough, task lists and alerts (GitHub), footnotes and definition lists (pandoc's
forms, mdit-py-plugins), directives, comments, and the rules for Chinese and Tibetan text. Raw HTML, typographer and bare-URL
linking are off: bare URLs would take in the Chinese text behind them, `<https://…>` says where they end.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from showcase.markdown.block_rules import use_block_rules
from showcase.markdown.comments import use_comments
from showcase.markdown.dispatch import BlockParser, InlineParser
from showcase.markdown.emphasis import use_cjk_emphasis
from showcase.markdown.faults import NOTES, Notes
from showcase.markdown.inline_rules import use_inline_rules
from showcase.markdown.paragraphs import use_paragraphs
from showcase.markdown.quotes import use_quotes
from showcase.markdown.soft_breaks import use_soft_breaks

DEEPEST = 30
"""Levels of nesting after which markdown-it-py stops reading; the checks report such a text."""


class _Parser(MarkdownIt):
    """Link targets stay as written: the links stage judges them, since it can say what is wrong with them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the library's name and signature
        return True


def parser_with_rules() -> MarkdownIt:
    """A parser with all rules, which asks every rule everywhere."""
    options = {"html": False, "tasklists": True, "alerts": True, "maxNesting": DEEPEST}
    parser = _Parser("commonmark", options)
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block"])
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.use(deflist_plugin)
    use_cjk_emphasis(parser)
    use_block_rules(parser)
    use_quotes(parser)
    use_comments(parser)
    use_inline_rules(parser)
    use_soft_breaks(parser)
    use_paragraphs(parser)
    return parser


@cache
def _parser() -> MarkdownIt:
    parser = parser_with_rules()
    # Line ends are those of `SourceText.lines`, NUL is gone, and texts are joined where they are read.
    parser.disable(["normalize", "fragments_join", "text_join"])
    parser.block, parser.inline = BlockParser(parser.block), InlineParser(parser.inline, DEEPEST)
    return parser


def parse(text: str, notes: Notes) -> list[Token]:
    """The tokens of a Markdown text; what the rules find wrong goes into `notes`."""
    return _parser().parse(text, {NOTES: notes})
