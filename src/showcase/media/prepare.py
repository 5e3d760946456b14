"""The prepare-media stage: what published pages refer to, ready to be published."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.media.lazy_outputs import CopiedFile, StoredOutput
from showcase.media.picture import PictureFault, PreparedPicture, prepare_picture
from showcase.media.types import FILMS, OFFICE, PICTURES, extension
from showcase.model.medium import PublishedMedium, StoredFile
from showcase.model.page import Output
from showcase.model.source import MediaFile
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store
from showcase.text.numbers import size_in_words
from showcase.text.slugs import slug
from showcase.workers import Workers

_RULES = "4"
"""Grows when the same bytes are made ready in another way, so that older results in the store no longer count."""
_MEGABYTE = 1 << 20
_LARGEST_PICTURE = 64 * _MEGABYTE
_LARGEST_FILE = 200 * _MEGABYTE
_HELD = 4 * _MEGABYTE
"""Larger files (other than pictures) are not kept in memory."""
_HEAVY_ON_PAGE = 500_000
"""Bytes of a picture as a phone loads it, which takes some seconds on a rural line."""
_HEAVY_ALONE = 4_000_000
"""Bytes of a picture as it opens alone."""
_ON_PAGE = 1200
"""Pixels across of the rendition that a phone or a laptop loads."""
_LONGEST_NAME = 48
"""Characters of the readable part of a published name."""
_LOCATION_MARKS = (b"\xa9xyz", b"com.apple.quicktime.location")
"""Where MP4 and QuickTime files keep the coordinates of the camera."""
_LONGEST_MARK = max(len(mark) for mark in _LOCATION_MARKS)
_HASH_SIZE = 4
"""Bytes of a content hash in a published name."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture made ready, as the store keeps it under "media"; the bytes of its files stand under "picture", each by its
    SHA-256."""

    original: StoredFile
    renditions: tuple[StoredFile, ...]
    fallback: StoredFile | None
    colour: tuple[int, ...]

    @property
    def files(self) -> tuple[StoredFile, ...]:
        """All that is published of it."""
        return (self.original, *self.renditions, *((self.fallback,) if self.fallback else ()))


@dataclass(frozen=True, slots=True)
class _Made:
    """What a worker made of a picture: under which key the store keeps it, and the bytes by their SHA-256."""

    key: str
    result: _Kept | PictureFault
    data: dict[str, bytes]


def prepare_media(
    root: Path, files: Iterable[MediaFile], store: Store, workers: Workers
) -> tuple[Mapping[str, PublishedMedium], tuple[Diagnostic, ...]]:
    """Every file ready to be published, by its site-relative path. `root` is the site folder. Pictures lose all
    metadata, are turned upright, brought into sRGB and to at most 2400 pixels, and get renditions: once for the same bytes,
    each in whatever process is free. Other files stay as they are."""
    listed = list(files)
    pictures = _pictures(root, listed, store, workers)
    media: dict[str, PublishedMedium] = {}
    faults: list[Diagnostic] = []
    for file in listed:
        medium = _prepared(root, file, pictures, faults)
        if medium is not None:
            media[file.path] = medium
    return media, tuple(faults)


def media_outputs(root: Path, media: Mapping[str, PublishedMedium], store: Store) -> tuple[Output, ...]:
    """The files to publish, each once, in the order of their paths."""
    outputs: dict[str, Output] = {}
    for medium in media.values():
        if medium.file:
            outputs[medium.output_path] = CopiedFile(medium.output_path, Path(medium.file))
        elif not medium.sha256:
            outputs[medium.output_path] = Output(medium.output_path, medium.data)
        else:
            for file in _stored_files(medium):
                read = functools.partial(_stored, root, medium.path, file, store)
                outputs[file.output_path] = StoredOutput(file, read)
    return tuple(output for _, output in sorted(outputs.items()))


def _stored_files(medium: PublishedMedium) -> Iterable[StoredFile]:
    size = (medium.width, medium.height, medium.size)
    yield StoredFile(medium.output_path, medium.type, *size, medium.sha256)
    yield from medium.renditions
    if medium.fallback:
        yield medium.fallback


def _stored(root: Path, path: str, file: StoredFile, store: Store) -> bytes:
    """The bytes from the store; made again where they have been spoilt there. Raises OSError when the source has changed or
    gone by then."""
    data = store.get("picture", file.sha256)
    if data is None:
        made = _make(MediaFile(path, 0, 0), root)
        data = made.data.get(file.sha256) if made else None
        if data is None:
            raise OSError(f"{path} cannot be read as it was")
        store.put("picture", file.sha256, data)
    return data


def _pictures(
    root: Path, files: Sequence[MediaFile], store: Store, workers: Workers
) -> Mapping[str, _Kept | PictureFault]:
    """Every picture that can be read, made ready or refused, by its site-relative path."""
    keys: dict[str, str] = {}
    results: dict[str, _Kept | PictureFault] = {}
    missing: dict[str, MediaFile] = {}
    for file in files:
        if extension(file.path) not in PICTURES or file.size > _LARGEST_PICTURE:
            continue
        with contextlib.suppress(OSError, ValueError):
            key = keys[file.path] = _key(file, _read(root, file))
            if key in results or key in missing:
                continue
            kept = _kept(key, store)
            if kept is None:
                missing[key] = file
            else:
                results[key] = kept
    waiting = list(missing.values())
    for file, made in zip(waiting, workers.map(_make, waiting, root, chunk=1, worth=2), strict=True):
        if made is None:
            continue
        if made.key != keys[file.path]:
            # It was saved anew in between; the others with its old bytes are told to be unreadable.
            keys[file.path] = made.key
        results[made.key] = made.result
        for sha256, data in made.data.items():
            store.put("picture", sha256, data)
        if isinstance(made.result, _Kept):
            store.put("media", made.key, encode(made.result))
    return {path: results[key] for path, key in keys.items() if key in results}


def _kept(key: str, store: Store) -> _Kept | None:
    """What an earlier build made of the same bytes, if all of it is still there."""
    stored = store.get("media", key)
    kept = decode(stored, _Kept) if stored is not None else None
    if kept is None:
        return None
    # Each is asked for, so that each is kept, also those behind one that is lost.
    held = [store.holds("picture", file.sha256) for file in kept.files]
    return kept if all(held) else None


def _make(file: MediaFile, root: Path) -> _Made | None:
    """Reads the picture itself, since sending it would take the memory of all that wait; None when it cannot."""
    try:
        data = _read(root, file)
    except (OSError, ValueError):
        return None
    key = _key(file, data)
    prepared = prepare_picture(data, extension(file.path))
    if isinstance(prepared, PictureFault):
        return _Made(key, prepared, {})
    return _named(file, key, prepared)


def _named(file: MediaFile, key: str, prepared: PreparedPicture) -> _Made:
    """The files of a picture under the names that they are published by. Renditions share one digest of them all, so that
    a page that lists them is short; their width tells them apart."""
    name, type_ = _name(file.path), extension(file.path)
    made = prepared.renditions
    others = [*made.modern, *((made.fallback,) if made.fallback else ())]
    together = hashlib.blake2b(b"".join(one.data for one in others), digest_size=_HASH_SIZE).hexdigest()
    content = hashlib.blake2b(prepared.data, digest_size=_HASH_SIZE).hexdigest()
    data: dict[str, bytes] = {}

    def stored(ending: str, type_: str, width: int, height: int, written: bytes) -> StoredFile:
        sha256 = hashlib.sha256(written).hexdigest()
        data[sha256] = written
        return StoredFile(f"media/{name}.{ending}.{type_}", type_, width, height, len(written), sha256)

    original = stored(content, type_, prepared.width, prepared.height, prepared.data)
    files = [stored(f"{together}-{one.width}", one.type, one.width, one.height, one.data) for one in others]
    fallback = files.pop() if made.fallback else None
    return _Made(key, _Kept(original, tuple(files), fallback, made.colour), data)


def _read(root: Path, file: MediaFile) -> bytes:
    """Raises OSError, and ValueError for a path that no system has."""
    with (root / file.path).open("rb") as opened:
        return opened.read(_LARGEST_PICTURE + 1)


def _key(file: MediaFile, data: bytes) -> str:
    return digest(_RULES, _stem(file.path), extension(file.path), data)


def _prepared(
    root: Path,
    file: MediaFile,
    pictures: Mapping[str, _Kept | PictureFault],
    faults: list[Diagnostic],
) -> PublishedMedium | None:
    type_ = extension(file.path)
    limit = _LARGEST_PICTURE if type_ in PICTURES else _LARGEST_FILE
    if file.size > limit:
        arguments = {"size": str(-(-file.size // _MEGABYTE)), "limit": str(limit // _MEGABYTE)}
        faults.append(_fault("file-too-large", file, arguments))
        return None
    if file.path in pictures:
        return _picture(file, type_, pictures[file.path], faults)
    if type_ not in PICTURES:
        with contextlib.suppress(OSError, ValueError):
            return _copied(root, file, type_, faults)
    faults.append(_fault("file-unreadable", file))
    return None


def _copied(root: Path, file: MediaFile, type_: str, faults: list[Diagnostic]) -> PublishedMedium:
    """A file as it is. Raises OSError."""
    if type_ in OFFICE:
        faults.append(_fault("office-file", file))
    state = hashlib.blake2b(digest_size=_HASH_SIZE)
    size, before, located = 0, b"", False
    with (root / file.path).open("rb") as opened:
        while block := opened.read(_MEGABYTE):
            size += len(block)
            state.update(block)
            located = located or any(mark in before + block for mark in _LOCATION_MARKS)
            before = block[-_LONGEST_MARK:]
        held = size <= _HELD
        opened.seek(0)
        data = opened.read() if held else b""
    if located and type_ in FILMS:
        faults.append(_fault("film-location", file))
    path = f"media/{_name(file.path)}.{state.hexdigest()}.{type_}"
    return PublishedMedium(
        file.path, path, 0, 0, size, type_, data, "" if held else str((root / file.path).absolute())
    )


def _picture(
    file: MediaFile, type_: str, made: _Kept | PictureFault, faults: list[Diagnostic]
) -> PublishedMedium | None:
    if isinstance(made, PictureFault):
        faults.append(_fault(made.code, file, made.arguments))
        return None
    original = made.original
    loaded = next((one for one in reversed(made.renditions) if one.width <= _ON_PAGE), original)
    for size, limit in ((loaded.size, _HEAVY_ON_PAGE), (original.size, _HEAVY_ALONE)):
        if size > limit:
            arguments = {"size": size_in_words(size), "limit": size_in_words(limit)}
            faults.append(_fault("picture-heavy", file, arguments))
            break
    return PublishedMedium(
        path=file.path,
        output_path=original.output_path,
        width=original.width,
        height=original.height,
        size=original.size,
        type=type_,
        data=b"",
        sha256=original.sha256,
        renditions=made.renditions,
        fallback=made.fallback,
        colour=made.colour,
    )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _name(path: str) -> str:
    return slug(_stem(path))[:_LONGEST_NAME].strip("-")


def _fault(code: str, file: MediaFile, arguments: Mapping[str, str] | None = None) -> Diagnostic:
    name = file.path.rpartition("/")[2]
    return make_diagnostic(code, Location(file.path), {"file": name, **(arguments or {})})
