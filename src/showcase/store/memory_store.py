"""A store that lives as long as its process."""

from __future__ import annotations


class MemoryStore:
    """A store in memory alone, for tests and for sites whose folder cannot be written."""

    def __init__(self) -> None:
        self._saved: dict[tuple[str, str], bytes] = {}
        self._touched: set[tuple[str, str]] = set()

    def get(self, kind: str, key: str) -> bytes | None:
        """The value, or None when there is none."""
        value = self._saved.get((kind, key))
        if value is not None:
            self._touched.add((kind, key))
        return value

    def holds(self, kind: str, key: str) -> bool:
        """Whether there is such a value; it is kept through the next `save`."""
        if (kind, key) not in self._saved:
            return False
        self._touched.add((kind, key))
        return True

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keeps the value."""
        self._saved[kind, key] = value
        self._touched.add((kind, key))

    def keep(self, kind: str, key: str) -> None:
        """Keeps a value that was not needed this time through the next `save`, without reading it."""
        self._touched.add((kind, key))

    def save(self) -> None:
        """Drops what was not touched since the last time."""
        self._saved = {name: value for name, value in self._saved.items() if name in self._touched}
        self._touched.clear()

    def close(self) -> None:
        """Forgets everything."""
        self._saved.clear()
        self._touched.clear()
