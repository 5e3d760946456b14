"""What the stages need of the build cache."""

from __future__ import annotations

from typing import Protocol


class Store(Protocol):
    """A cache of bytes by kind and key. Never trusted: a value that fails its checksum counts as absent, and losing the
    whole store costs time, never correctness."""

    def get(self, kind: str, key: str) -> bytes | None:
        """The value, or None when there is none that is whole."""
        ...

    def holds(self, kind: str, key: str) -> bool:
        """Whether there is such a value, which may turn out not to be whole; what is held is kept through the next
        `save`."""
        ...

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keeps the value; it is durable after `save`."""
        ...

    def keep(self, kind: str, key: str) -> None:
        """Keeps a value that was not needed this time through the next `save`, without reading it."""
        ...

    def save(self) -> None:
        """Writes what was put; drops what nothing touched (`get`, `put`, `keep`) since the store was opened or last saved."""
        ...

    def close(self) -> None:
        """Gives the store's file back. What was not saved is lost."""
        ...
