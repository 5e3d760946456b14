"""The store in one SQLite file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from showcase.store.frame import unwrap, wrap

_APPLICATION_ID = 0x53485743
"""ASCII "SHWC"; SQLite keeps it in the file's header."""
_SCHEMA_VERSION = 2
_SCHEMA = (
    "CREATE TABLE made_by (version TEXT NOT NULL)",
    "CREATE TABLE names (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL)",
    "CREATE TABLE entries (id INTEGER PRIMARY KEY, value BLOB NOT NULL)",
)
# Names lie apart from values, so that opening reads no value, and without an index: one that has come to disagree with its
# table, by a spoilt byte, would spoil what is written next.
_BUSY_SECONDS = 0.5
_BUFFER = 8 << 20
"""Bytes of new values held back before they are written: small builds then lock the file only while saving."""
_FAULTS = (sqlite3.Error, OSError, ValueError, OverflowError)
_OUTWARD = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""Result codes that tell of the surroundings, not of the file: it may be a good store and stays as it is."""

Name = tuple[str, str]


class SqliteStore:
    """A store at `path` for one `version` of showcase.

    Whatever is wrong with the file, nothing is raised: one that is corrupt, foreign or of another version is replaced
    by a fresh one; where it cannot be written, or another process holds it, new values are kept in memory alone. Threads
    may share it: the preview answers requests while it builds.
    """

    def __init__(self, path: Path, version: str) -> None:
        self._path = path
        self._version = version
        self._lock = threading.RLock()
        self._ids: dict[Name, int] = {}
        self._pending: dict[Name, bytes] = {}
        self._pending_size = 0
        self._touched: set[Name] = set()
        self._next_id = 1
        self._may_write = True
        """False after a write was refused, until the next save: nobody waits for the same lock twice."""
        self._file: sqlite3.Connection | None = None
        self._open()

    def get(self, kind: str, key: str) -> bytes | None:
        """The value, or None when there is none that is whole."""
        with self._lock:
            name = (kind, key)
            frame: object = self._pending.get(name)
            if frame is None:
                number = self._ids.get(name)
                if number is None:
                    return None
                frame = self._read(number)
            value = unwrap(kind, key, frame)
            if value is not None:
                self._touched.add(name)
            return value

    def holds(self, kind: str, key: str) -> bool:
        """Whether there is such a value, which may turn out not to be whole; it is kept through the next `save`."""
        with self._lock:
            name = (kind, key)
            if name not in self._pending and name not in self._ids:
                return False
            self._touched.add(name)
            return True

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keeps the value; it is durable after `save`."""
        with self._lock:
            name = (kind, key)
            frame = wrap(kind, key, value)
            self._pending_size += len(frame) - len(self._pending.get(name, b""))
            self._pending[name] = frame
            self._touched.add(name)
            if self._pending_size > _BUFFER and self._may_write:
                self._attempt(self._flush)

    def keep(self, kind: str, key: str) -> None:
        """Keeps a value that was not needed this time through the next `save`, without reading it."""
        with self._lock:
            self._touched.add((kind, key))

    def save(self) -> None:
        """Writes what was put; drops what nothing touched (`get`, `put`, `keep`) since the store was opened or last saved."""
        with self._lock:
            stale = [name for name in self._ids if name not in self._touched]
            self._may_write = True
            if self._file is not None and (stale or self._pending or self._file.in_transaction):
                self._attempt(lambda file: self._commit(file, stale))
            if self._file is None:
                self._pending = {name: self._pending[name] for name in self._pending if name in self._touched}
            self._touched.clear()

    def close(self) -> None:
        """Gives the store's file back. What was not saved is lost."""
        with self._lock:
            self._drop_connection()
            self._ids.clear()
            self._pending.clear()

    def _open(self) -> None:
        """Opens the file, or makes a fresh one when it is not a whole store of ours."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if not self._are_plain_files():
                self._replace()
                return
            self._file = self._connect()
            if not self._ours(self._file):
                self._replace()
        except _FAULTS as fault:
            if self._outward(fault):
                self._drop_connection()
                self._ids.clear()
            else:
                self._replace()

    def _paths(self) -> tuple[Path, ...]:
        """The file, and those that SQLite opens beside it."""
        return tuple(
            self._path.with_name(self._path.name + ending) for ending in ("", "-journal", "-wal", "-shm")
        )

    def _are_plain_files(self) -> bool:
        """False where a link would lead the writing elsewhere, or a named pipe would keep it waiting for ever."""
        return all(stat.S_ISREG(path.lstat().st_mode) for path in self._paths() if os.path.lexists(path))

    def _outward(self, fault: Exception) -> bool:
        if isinstance(fault, OSError):
            return True
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_READONLY and self._path.is_file():
            # A single spoilt byte in its header makes SQLite take a file for read-only.
            return not (os.access(self._path, os.W_OK) and os.access(self._path.parent, os.W_OK))
        return code in _OUTWARD

    def _connect(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._path, timeout=_BUSY_SECONDS, check_same_thread=False)
        file.execute("PRAGMA trusted_schema=OFF")
        # A power cut may spoil the file; every value carries a checksum, and a spoilt file is replaced.
        file.execute("PRAGMA synchronous=OFF")
        return file

    def _ours(self, file: sqlite3.Connection) -> bool:
        """True when the file has exactly our schema (so no foreign trigger can run) and was written by this version.
        Fills the index of names."""
        schema = tuple(row[0] for row in file.execute("SELECT sql FROM sqlite_master ORDER BY rowid"))
        marks = [file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        if schema != _SCHEMA or marks != [_APPLICATION_ID, _SCHEMA_VERSION]:
            return False
        if file.execute("SELECT version FROM made_by").fetchall() != [(self._version,)]:
            return False
        rows = file.execute("SELECT kind, key, id FROM names").fetchall()
        self._ids = {(kind, key): number for kind, key, number in rows}
        self._next_id = max(self._ids.values(), default=0) + 1
        # A spoilt byte can leave numbers twice or out of order: deleting by number would then miss its row.
        rising = all(before[2] < after[2] for before, after in pairwise(rows))
        return rising and len(self._ids) == len(rows)

    def _replace(self) -> None:
        """A fresh file in place of one that cannot be used."""
        self._drop_connection()
        self._ids.clear()
        try:
            for path in self._paths():
                path.unlink(missing_ok=True)
            self._file = self._connect()
            self._file.execute("PRAGMA auto_vacuum=INCREMENTAL")
            self._file.execute(f"PRAGMA application_id={_APPLICATION_ID}")
            self._file.execute(f"PRAGMA user_version={_SCHEMA_VERSION}")
            with self._file:
                for statement in _SCHEMA:
                    self._file.execute(statement)
                self._file.execute("INSERT INTO made_by VALUES (?)", (self._version,))
        except _FAULTS:
            self._drop_connection()

    def _read(self, number: int) -> object:
        if self._file is None:
            return None
        try:
            row = self._file.execute("SELECT value FROM entries WHERE id = ?", (number,)).fetchone()
        except _FAULTS as fault:
            if not self._outward(fault):
                self._replace()
            return None
        return row[0] if row else None

    def _attempt(self, write: Callable[[sqlite3.Connection], None]) -> None:
        """Writes, if that can be done: once more in a fresh file when this one turns out spoilt."""
        for _ in range(2):
            if self._file is None:
                return
            try:
                write(self._file)
            except _FAULTS as fault:
                if self._outward(fault):
                    self._may_write = False
                    with contextlib.suppress(*_FAULTS):
                        self._file.rollback()
                    return
                self._replace()
            else:
                return

    def _flush(self, file: sqlite3.Connection) -> None:
        replaced = [(self._ids[name],) for name in self._pending if name in self._ids]
        self._delete(file, replaced)
        ids = {name: number for number, name in enumerate(self._pending, self._next_id)}
        file.executemany(
            "INSERT INTO names (id, kind, key) VALUES (?, ?, ?)",
            ((ids[name], *name) for name in self._pending),
        )
        file.executemany(
            "INSERT INTO entries (id, value) VALUES (?, ?)",
            ((ids[name], frame) for name, frame in self._pending.items()),
        )
        self._ids.update(ids)
        self._next_id += len(ids)
        self._pending.clear()
        self._pending_size = 0

    def _delete(self, file: sqlite3.Connection, ids: list[tuple[int]]) -> None:
        for table in ("names", "entries"):
            file.executemany(f"DELETE FROM {table} WHERE id = ?", ids)  # noqa: S608 - names of our own

    def _commit(self, file: sqlite3.Connection, stale: list[Name]) -> None:
        self._flush(file)
        self._delete(file, [(self._ids.get(name, 0),) for name in stale])
        file.commit()
        for name in stale:
            self._ids.pop(name, None)
        free, pages = (
            file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count")
        )
        if free * 4 > pages:
            # It gives back one page a step, and only a script is stepped to its end.
            file.executescript("PRAGMA incremental_vacuum")

    def _drop_connection(self) -> None:
        if self._file is not None:
            with contextlib.suppress(*_FAULTS):
                self._file.rollback()
            with contextlib.suppress(*_FAULTS):
                self._file.close()
            self._file = None
