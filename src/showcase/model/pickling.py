"""How values travel between processes.

Pickle takes dataclasses with slots apart and puts them together by a function of Python's that asks for their fields each
time; a page's view is made of some fifty, and travelling took as long as the view's making.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any


def pickle_by_position(kinds: Iterable[object]) -> None:
    """Lets dataclasses travel as what they are made of, in the order of their fields; those made by keywords stay as they
    are, and what is no dataclass is passed over."""
    for kind in kinds:
        if isinstance(kind, type) and is_dataclass(kind):
            names = [field.name for field in fields(kind)]
            if all(field.init and not field.kw_only for field in fields(kind)):
                copyreg.pickle(kind, _reducer(kind, names))


def _reducer(kind: type, names: list[str]) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    if len(names) == 1:
        name = names[0]
        return lambda value: (kind, (getattr(value, name),))
    parts = attrgetter(*names)
    return lambda value: (kind, parts(value))
