"""A diagnostic's words in the reader's language."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from showcase.diagnostics.catalogue.code import Code
from showcase.diagnostics.catalogue.codes import catalogue
from showcase.diagnostics.diagnostic import MORE, Diagnostic
from showcase.diagnostics.vocabulary import SYSTEM_REASONS, VOCABULARY

MessageLanguage = Literal["zh", "en"]

_DID_YOU_MEAN = {"zh": "您是不是想写“{}”？", "en": "Did you mean “{}”?"}

_MORE = {
    "zh": "（此文件中还有 {} 处同样的问题，这里没有一一列出。）",
    "en": " (The file has {} more like it, which are not listed.)",
}

_COMMA = re.compile(r", |、")
_BRACKETED = re.compile(r" ?[(（]([^()（）]*)[)）]$")


@dataclass(frozen=True, slots=True)
class Worded:
    """The texts of one diagnostic, filled in."""

    message: str
    remedy: str


class _Formatter(string.Formatter):
    """`{x:term}`: a noun of the vocabulary; `{x:words}`: each word of the argument so; `{x:list}`: items that were
    joined by commas of either kind, joined by those of the language, with its brackets; `{x:reason}`: what the
    operating system said."""

    def __init__(self, language: MessageLanguage) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(value)
        if format_spec == "term":
            return self._one_of(VOCABULARY, text)
        if format_spec == "words":
            return " ".join(self._one_of(VOCABULARY, part) for part in text.split(" "))
        if format_spec == "reason":
            return self._one_of(SYSTEM_REASONS, text)
        if format_spec == "list":
            return self._list(text)
        return str(super().format_field(value, format_spec))

    def _one_of(self, words: Mapping[str, tuple[str, str]], text: str) -> str:
        chinese, english = words.get(text, (text, text))
        return chinese if self._language == "zh" else english

    def _list(self, text: str) -> str:
        items = _COMMA.split(text)
        if self._language == "zh":
            return "、".join(_BRACKETED.sub(r"（\1）", item) for item in items)
        return ", ".join(_BRACKETED.sub(r" (\1)", item) for item in items)


class _Outliner(_Formatter):
    """Puts an ellipsis wherever an argument would stand."""

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:  # noqa: ARG002 - the parent's
        return "…"


def outline(code: Code, language: MessageLanguage) -> Worded:
    """The message and the remedy of a code that nothing in particular is told about (`showcase explain`)."""
    wording, formatter = code.zh if language == "zh" else code.en, _Outliner(language)
    return Worded(formatter.vformat(wording.message, (), {}), formatter.vformat(wording.remedy, (), {}))


def word(diagnostic: Diagnostic, language: MessageLanguage) -> Worded:
    """The message and the remedy; a suggestion, where there is one, opens the remedy, and the number of those that are
    left out ends the message."""
    code = catalogue()[diagnostic.code]
    wording = code.zh if language == "zh" else code.en
    formatter = _Formatter(language)
    message = formatter.vformat(wording.message, (), diagnostic.arguments)
    remedy = formatter.vformat(wording.remedy, (), diagnostic.arguments)
    if diagnostic.suggestion:
        asked = _DID_YOU_MEAN[language].format(diagnostic.suggestion)
        remedy = f"{asked}{'' if language == 'zh' else ' '}{remedy}"
    if MORE in diagnostic.arguments:
        message += _MORE[language].format(diagnostic.arguments[MORE])
    return Worded(message, remedy)
