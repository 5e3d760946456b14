"""The build manifest: which files of the output folder are ours. Only what it lists is ever removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from showcase.publish.output_paths import MANIFEST_NAME, is_safe
from showcase.publish.own_files import read_own

NAME = MANIFEST_NAME
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """One published file: SHA-256 in hex, and size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build published, by path. Holds no time and no path of the machine: equal sites give equal manifests."""

    version: int = _FORMAT
    files: Mapping[str, ManifestFile] = field(default_factory=dict)

    def encode(self) -> bytes:
        """JSON, sorted, a line for each file."""
        ordered = {path: self.files[path] for path in sorted(self.files)}
        compact = msgspec.json.encode({"version": self.version, "files": ordered})
        return compact.replace(b'"files":{', b'"files":{\n').replace(b'},"', b'},\n"') + b"\n"


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in `folder`; None when there is none that can be trusted. Entries whose path could lead out of the
    folder are dropped, whoever wrote them."""
    path = folder / NAME
    data = read_own(path)
    try:
        read = msgspec.json.decode(data or b"", type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    if read.version != _FORMAT:
        return None
    return Manifest(files={name: file for name, file in read.files.items() if is_safe(name)})
