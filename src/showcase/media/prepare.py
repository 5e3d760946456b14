"""The prepare-media stage: what published pages refer to, ready to be published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from showcase.diagnostics.catalogue.codes import make_diagnostic
from showcase.diagnostics.diagnostic import Diagnostic, Location
from showcase.media.picture import PictureFault, PreparedPicture, prepare_picture
from showcase.media.types import FILMS, OFFICE, PICTURES, extension
from showcase.model.medium import PublishedMedium
from showcase.model.page import Output
from showcase.model.source import MediaFile
from showcase.store.codec import decode, digest, encode
from showcase.store.store import Store
from showcase.text.slugs import slug

_RULES = "1"
"""Grows when the same bytes are made ready in another way, so that older results in the store no longer count."""
_MEGABYTE = 1 << 20
_LARGEST_PICTURE = 64 * _MEGABYTE
_LARGEST_FILE = 200 * _MEGABYTE
_LONGEST_NAME = 48
"""Characters of the readable part of a published name."""
_LOCATION_MARKS = (b"\xa9xyz", b"com.apple.quicktime.location")
"""Where MP4 and QuickTime files keep the coordinates of the camera."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A picture made ready, as the store keeps it."""

    name: str
    width: int
    height: int
    data: bytes


def prepare_media(
    root: Path, files: Iterable[MediaFile], store: Store
) -> tuple[Mapping[str, PublishedMedium], tuple[Diagnostic, ...]]:
    """Every file ready to be published, by its site-relative path. `root` is the site folder. Pictures lose all
    metadata, are turned upright, brought into sRGB and to at most 2400 pixels; other files stay as they are."""
    media: dict[str, PublishedMedium] = {}
    faults: list[Diagnostic] = []
    for file in files:
        medium = _prepared(root, file, store, faults)
        if medium is not None:
            media[file.path] = medium
    return media, tuple(faults)


def media_outputs(media: Mapping[str, PublishedMedium]) -> tuple[Output, ...]:
    """The files to publish, each once, in the order of their paths."""
    outputs = {medium.output_path: medium.data for medium in media.values()}
    return tuple(Output(path, outputs[path]) for path in sorted(outputs))


def _prepared(root: Path, file: MediaFile, store: Store, faults: list[Diagnostic]) -> PublishedMedium | None:
    type_ = extension(file.path)
    limit = _LARGEST_PICTURE if type_ in PICTURES else _LARGEST_FILE
    if file.size > limit:
        arguments = {"size": str(-(-file.size // _MEGABYTE)), "limit": str(limit // _MEGABYTE)}
        faults.append(_fault("file-too-large", file, arguments))
        return None
    try:
        with (root / file.path).open("rb") as opened:
            data = opened.read(limit + 1)
    except (OSError, ValueError):
        faults.append(_fault("file-unreadable", file))
        return None
    if type_ in PICTURES:
        return _picture(file, type_, data, store, faults)
    if type_ in OFFICE:
        faults.append(_fault("office-file", file))
    if type_ in FILMS and any(mark in data for mark in _LOCATION_MARKS):
        faults.append(_fault("film-location", file))
    return PublishedMedium(
        file.path, _output_path(_name(file.path), data, type_), 0, 0, len(data), type_, data
    )


def _picture(
    file: MediaFile, type_: str, data: bytes, store: Store, faults: list[Diagnostic]
) -> PublishedMedium | None:
    key = digest(_RULES, _stem(file.path), type_, data)
    stored = store.get("media", key)
    kept = decode(stored, _Kept) if stored is not None else None
    if kept is None:
        prepared = prepare_picture(data, type_)
        if isinstance(prepared, PictureFault):
            faults.append(_fault(prepared.code, file, prepared.arguments))
            return None
        kept = _kept(file, prepared)
        store.put("media", key, encode(kept))
    path = _output_path(kept.name, kept.data, type_)
    return PublishedMedium(file.path, path, kept.width, kept.height, len(kept.data), type_, kept.data)


def _kept(file: MediaFile, prepared: PreparedPicture) -> _Kept:
    return _Kept(_name(file.path), prepared.width, prepared.height, prepared.data)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _name(path: str) -> str:
    return slug(_stem(path))[:_LONGEST_NAME].strip("-")


def _output_path(name: str, data: bytes, type_: str) -> str:
    return f"media/{name}.{hashlib.blake2b(data, digest_size=4).hexdigest()}.{type_}"


def _fault(code: str, file: MediaFile, arguments: Mapping[str, str] | None = None) -> Diagnostic:
    name = file.path.rpartition("/")[2]
    return make_diagnostic(code, Location(file.path), {"file": name, **(arguments or {})})
