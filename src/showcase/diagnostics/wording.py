"""A diagnostic's words in the reader's language."""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import Any, Literal

from showcase.diagnostics.catalogue.codes import catalogue
from showcase.diagnostics.diagnostic import Diagnostic
from showcase.diagnostics.vocabulary import VOCABULARY

MessageLanguage = Literal["zh", "en"]

_DID_YOU_MEAN = {"zh": "您是不是想写“{}”？", "en": "Did you mean “{}”?"}


@dataclass(frozen=True, slots=True)
class Worded:
    """The texts of one diagnostic, filled in."""

    message: str
    remedy: str


class _Formatter(string.Formatter):
    def __init__(self, language: MessageLanguage) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "term":
            chinese, english = VOCABULARY.get(str(value), (str(value), str(value)))
            return chinese if self._language == "zh" else english
        return str(super().format_field(value, format_spec))


def word(diagnostic: Diagnostic, language: MessageLanguage) -> Worded:
    """The message and the remedy; a suggestion, where there is one, opens the remedy."""
    code = catalogue()[diagnostic.code]
    wording = code.zh if language == "zh" else code.en
    formatter = _Formatter(language)
    message = formatter.vformat(wording.message, (), diagnostic.arguments)
    remedy = formatter.vformat(wording.remedy, (), diagnostic.arguments)
    if diagnostic.suggestion:
        asked = _DID_YOU_MEAN[language].format(diagnostic.suggestion)
        remedy = f"{asked}{'' if language == 'zh' else ' '}{remedy}"
    return Worded(message, remedy)
