"""The figures to reach. A bar that is reached is raised; one that is wrong is changed with the measurement that shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """`against`: another generator, `python` (every one written in Python or for it), `own cold` (showcase's own build from
    nothing) or `cpu` (seconds of CPU). `sizes`: the numbers of stories it stands for; empty: all."""

    text: str
    against: str
    most: float
    sizes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bar, and whether it is reached."""

    text: str
    reached: bool

    def __str__(self) -> str:
        return f"{self.text} {'✓' if self.reached else '✗'}"


_LARGE = (10000,)
BARS = {
    "cold": (
        Bar("≤ 1 × Hugo", "hugo", 1.0),
        Bar("≤ 0.5 × Eleventy", "eleventy", 0.5),
        Bar("≤ 0.25 × each Python one", "python", 0.25),
    ),
    "nothing": (
        Bar("≤ 0.05 × Hugo", "hugo", 0.05, _LARGE),
        Bar("< 1 s of CPU", "cpu", 1.0, _LARGE),
    ),
    "body": (Bar("≤ 0.1 × Hugo", "hugo", 0.1, _LARGE),),
    "title": (Bar("≤ 0.3 × own cold", "own cold", 0.3, _LARGE),),
    "brand": (Bar("≤ 0.5 × own cold", "own cold", 0.5, _LARGE),),
    "template": (Bar("≤ 0.8 × own cold", "own cold", 0.8, _LARGE),),
}
"""Case → its bars."""
MEMORY = {10000: 400, 100000: 2000}
"""Stories → MB at most, in a build from nothing."""
SERVED = {1000: 0.1, 10000: 0.2}
"""Stories → seconds at most from saving to the changed page."""
