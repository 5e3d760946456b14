"""The sizes of display boards, and how large their type must be to be read from where people stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoardFormat:
    """A board's size. Lengths in millimetres. `text` is the least size of running text: a hundred-and-fiftieth of the
    distance that the board is read from (our rule: what 12.5 pt in the hand's reach is to the eye). `characters` is how
    much running text people read at most, standing there; `foot` is the strip at the bottom that stays without words,
    because a roll-up's stand or people's feet hide it."""

    name: str
    width: int
    height: int
    text: float
    characters: int
    foot: int = 0


FORMATS = (
    BoardFormat("A3", 297, 420, text=4.4, characters=1000),
    BoardFormat("A2", 420, 594, text=6.2, characters=1000),
    BoardFormat("80x180cm", 800, 1800, text=16.5, characters=280, foot=150),
    BoardFormat("90x120cm", 900, 1200, text=12.0, characters=700),
)
"""Sheets on a wall at 0.65 and 0.9 m; a roll-up at 2.5 m; a panel at 1.8 m."""


def board_format(written: str) -> BoardFormat | None:
    """The format that is meant, whatever the case and the sign between the numbers (`a3`, `80×180 CM`, `80*180`)."""
    plain = _plain(written)
    return next(
        (one for one in FORMATS if plain in (_plain(one.name), _plain(one.name).removesuffix("cm"))), None
    )


def _plain(written: str) -> str:
    return "".join(written.lower().replace("×", "x").replace("*", "x").split())
