"""The prepare-media stage: what published pages refer to, ready to be published."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.media.copied_file import CopiedFile
from showcase.media.picture import PictureFault, PreparedPicture, prepare_picture
from showcase.media.types import FILMS, OFFICE, PICTURES, extension
from showcase.model.medium import PublishedMedium
from showcase.model.page import Output
from showcase.model.source import MediaFile
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store
from showcase.text.slugs import slug
from showcase.workers import Workers

_RULES = "1"
"""Grows when the same bytes are made ready in another way, so that older results in the store no longer count."""
_MEGABYTE = 1 << 20
_LARGEST_PICTURE = 64 * _MEGABYTE
_LARGEST_FILE = 200 * _MEGABYTE
_HELD = 4 * _MEGABYTE
"""Larger files (other than pictures) are not kept in memory."""
_LONGEST_NAME = 48
"""Characters of the readable part of a published name."""
_LOCATION_MARKS = (b"\xa9xyz", b"com.apple.quicktime.location")
"""Where MP4 and QuickTime files keep the coordinates of the camera."""
_LONGEST_MARK = max(len(mark) for mark in _LOCATION_MARKS)
_HASH_SIZE = 4
"""Bytes of a content hash in a published name."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture made ready, as the store keeps it."""

    name: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class _Made:
    """What a worker made of a picture, and the key of the bytes that it read."""

    key: str
    result: _Kept | PictureFault


def prepare_media(
    root: Path, files: Iterable[MediaFile], store: Store, workers: Workers
) -> tuple[Mapping[str, PublishedMedium], tuple[Diagnostic, ...]]:
    """Every file ready to be published, by its site-relative path. `root` is the site folder. Pictures lose all
    metadata, are turned upright, brought into sRGB and to at most 2400 pixels: once for the same bytes, each in whatever
    process is free. Other files stay as they are."""
    listed = list(files)
    pictures = _pictures(root, listed, store, workers)
    media: dict[str, PublishedMedium] = {}
    faults: list[Diagnostic] = []
    for file in listed:
        medium = _prepared(root, file, pictures, faults)
        if medium is not None:
            media[file.path] = medium
    return media, tuple(faults)


def media_outputs(media: Mapping[str, PublishedMedium]) -> tuple[Output, ...]:
    """The files to publish, each once, in the order of their paths."""
    published = {medium.output_path: medium for medium in media.values()}
    return tuple(
        CopiedFile(path, Path(medium.file)) if medium.file else Output(path, medium.data)
        for path, medium in sorted(published.items())
    )


def _pictures(
    root: Path, files: Sequence[MediaFile], store: Store, workers: Workers
) -> Mapping[str, _Kept | PictureFault]:
    """Every picture that can be read, made ready or refused, by its site-relative path."""
    found: dict[str, _Kept | PictureFault] = {}
    missing: list[MediaFile] = []
    for file in files:
        if extension(file.path) not in PICTURES or file.size > _LARGEST_PICTURE:
            continue
        with contextlib.suppress(OSError, ValueError):
            stored = store.get("media", _key(file, _read(root, file)))
            kept = decode(stored, _Kept) if stored is not None else None
            if kept is None:
                missing.append(file)
            else:
                found[file.path] = kept
    for file, made in zip(missing, workers.map(_make, missing, root, slow=True), strict=True):
        if made is None:
            continue
        found[file.path] = made.result
        if isinstance(made.result, _Kept):
            store.put("media", made.key, encode(made.result))
    return found


def _make(file: MediaFile, root: Path) -> _Made | None:
    """Reads the picture itself, since sending it would take the memory of all that wait; None when it cannot."""
    try:
        data = _read(root, file)
    except (OSError, ValueError):
        return None
    prepared = prepare_picture(data, extension(file.path))
    result = prepared if isinstance(prepared, PictureFault) else _kept(file, prepared)
    return _Made(_key(file, data), result)


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
    content = hashlib.blake2b(made.data, digest_size=_HASH_SIZE).hexdigest()
    path = f"media/{made.name}.{content}.{type_}"
    return PublishedMedium(file.path, path, made.width, made.height, len(made.data), type_, made.data)


def _kept(file: MediaFile, prepared: PreparedPicture) -> _Kept:
    return _Kept(_name(file.path), prepared.width, prepared.height, prepared.data)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _name(path: str) -> str:
    return slug(_stem(path))[:_LONGEST_NAME].strip("-")


def _fault(code: str, file: MediaFile, arguments: Mapping[str, str] | None = None) -> Diagnostic:
    name = file.path.rpartition("/")[2]
    return make_diagnostic(code, Location(file.path), {"file": name, **(arguments or {})})
