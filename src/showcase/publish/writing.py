"""Changing the output folder: each file whole or not at all."""

# A path object for each of tens of thousands of files costs more than writing them.
# ruff: noqa: PTH102, PTH105, PTH106, PTH108

from __future__ import annotations

import contextlib
import os
import stat

from showcase.publish.output_paths import TEMPORARY


class Writer:
    """Writes and removes files below one folder. Raises OSError when the system refuses; the file that stood there
    before is then still whole."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._made: set[str] = {""}
        self._count = 0

    def write(self, path: str, data: bytes, *, durable: bool = False) -> os.stat_result:
        """Puts `data` at `path` in one step; gives the file's status. `durable`: wait until the disk has it."""
        parent = path.rpartition("/")[0]
        self._make_folder(parent)
        try:
            return self._write(parent, path, data, durable=durable)
        except FileNotFoundError:
            # Somebody removed the folder in between.
            self._made = {""}
            self._make_folder(parent)
            return self._write(parent, path, data, durable=durable)

    def _write(self, parent: str, path: str, data: bytes, *, durable: bool) -> os.stat_result:
        unfinished, handle = self._open_unfinished(f"{self._folder}/{parent}" if parent else self._folder)
        try:
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(handle, rest) :]
                if durable:
                    os.fsync(handle)
            finally:
                os.close(handle)
            os.replace(unfinished, f"{self._folder}/{path}")
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(unfinished)
            raise
        return os.lstat(f"{self._folder}/{path}")

    def _open_unfinished(self, folder: str) -> tuple[str, int]:
        """A new file under a name that `remove_unfinished` knows."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        while True:
            self._count += 1
            path = f"{folder}/{TEMPORARY}{os.getpid()}-{self._count}"
            with contextlib.suppress(
                FileExistsError
            ):  # another build's, killed under the same process number
                return path, os.open(path, flags, 0o666)

    def remove(self, path: str) -> bool:
        """Removes one file of ours, and the folders that this leaves empty; False when it was not there. A path that
        leads through a link is left alone."""
        if self._through_link(path):
            return False
        try:
            os.unlink(f"{self._folder}/{path}")
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return False
        parent = path.rpartition("/")[0]
        while parent:
            try:
                os.rmdir(f"{self._folder}/{parent}")
            except OSError:
                break
            self._made.discard(parent)
            parent = parent.rpartition("/")[0]
        return True

    def clear_folder(self, path: str) -> None:
        """Removes a folder that holds nothing but empty folders; whatever else is in it makes the system refuse."""
        for parent, _, _ in os.walk(f"{self._folder}/{path}", topdown=False):
            os.rmdir(parent)
        self._made = {""}

    def _make_folder(self, parent: str) -> None:
        if parent in self._made:
            return
        self._make_folder(parent.rpartition("/")[0])
        with contextlib.suppress(FileExistsError):
            os.mkdir(f"{self._folder}/{parent}")
        if not stat.S_ISDIR(os.lstat(f"{self._folder}/{parent}").st_mode):
            raise NotADirectoryError(20, "not a folder", parent)
        self._made.add(parent)

    def _through_link(self, path: str) -> bool:
        parent = path.rpartition("/")[0]
        while parent:
            try:
                if stat.S_ISLNK(os.lstat(f"{self._folder}/{parent}").st_mode):
                    return True
            except OSError:
                return False
            parent = parent.rpartition("/")[0]
        return False
