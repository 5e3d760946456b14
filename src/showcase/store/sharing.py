"""Equal strings of decoded values as one: a codec makes a string of its own wherever one stands, and most that entries hold
(paths, ids, names of keys and components) stand dozens of times in a document and again in every other."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

_set = object.__setattr__
_PLAIN = frozenset({bool, int, float, bytes, dict, tuple, type(None)})
"""Types of values that hold no strings, or none that are looked at."""


class SharedStrings:
    """The strings met so far. As long as it lives, it keeps them."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}
        self._plans: dict[type, tuple[str, ...]] = {}

    def share(self, value: Any) -> None:
        """Puts known strings, and known tuples of strings, in place of equal ones, everywhere in a frozen dataclass: in its
        fields, and in those of dataclasses in them and in their tuples. The value must have been decoded just now, and be
        known to nobody else. It stays equal to what it was; dictionaries stay as they are."""
        known, plans = self._known, self._plans
        waiting = [value]
        while waiting:
            one = waiting.pop()
            plan = plans.get(type(one))
            if plan is None:
                plan = plans[type(one)] = _field_names(one)
            for name in plan:
                held = getattr(one, name)
                if not held:
                    continue
                kind = type(held)
                if kind is str:
                    shared = known.setdefault(held, held)
                    if shared is not held:
                        _set(one, name, shared)
                elif kind is tuple:
                    first = type(held[0])
                    if first is str:
                        shared = known.setdefault(held, held)
                        if shared is not held:
                            _set(one, name, shared)
                    elif first not in _PLAIN:
                        waiting += held
                elif kind not in _PLAIN:
                    waiting.append(held)


def _field_names(value: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(value)) if is_dataclass(value) else ()
