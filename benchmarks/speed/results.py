"""What runs measured, kept in a file, so that one size or generator can be measured again without the others."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import msgspec

from benchmarks.speed.bench import Measured
from benchmarks.speed.peers.peer import Peer
from benchmarks.speed.serving import Served
from benchmarks.speed.starting import Start


class Failure(msgspec.Struct):
    """A run that could not be made, and why."""

    peer: str
    stories: int
    said: str


class _Kept(msgspec.Struct):
    measured: list[Measured] = []
    served: list[Served] = []
    missing: list[Failure] = []
    starts: list[Start] = []


class Results:
    """The measurements of this run and, unless they are forgotten, of earlier ones."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        except (OSError, msgspec.MsgspecError):
            kept = _Kept()
        self.measured = kept.measured
        self.served = kept.served
        self.missing = kept.missing
        self.starts = kept.starts

    def forget(self) -> None:
        """Only this run counts."""
        self.measured, self.served, self.missing, self.starts = [], [], [], []

    def renew(self, size: int, peers: Collection[str]) -> None:
        """These are about to be measured again."""
        self.measured = [one for one in self.measured if one.stories != size or one.peer not in peers]
        self.served = [one for one in self.served if one.stories != size or one.peer not in peers]
        self.missing = [one for one in self.missing if one.stories != size or one.peer not in peers]

    def fail(self, peer: Peer, size: int, said: str) -> None:
        """Notes a run that could not be made, with the last line of why."""
        print(f"{peer.label}, {size:,} stories: {said}", flush=True)
        last = said.strip().rpartition("\n")[2]
        self.missing.append(Failure(peer.name, size, f"{peer.label}, {size:,} stories: {last}"))

    def has(self, peer: str) -> bool:
        """True when something was measured of it."""
        return any(one.peer == peer for one in self.measured)

    def save(self) -> None:
        """Writes the file."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        kept = _Kept(self.measured, self.served, self.missing, self.starts)
        self._path.write_bytes(msgspec.json.encode(kept))
