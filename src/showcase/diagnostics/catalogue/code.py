"""What one entry of the catalogue holds."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's texts of a code; `{name}` is filled from the diagnostic's arguments.

    `{name:term}` looks the argument up in the vocabulary, so that `story` reads 案例故事 in Chinese. `message` says
    what is wrong, `remedy` how to mend it, `explanation` why it matters, with an example (`showcase explain`).
    """

    message: str
    remedy: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Code:
    """A diagnostic's permanent name (lower-case words joined by hyphens), severity and texts."""

    name: str
    severity: Severity
    zh: Wording
    en: Wording
