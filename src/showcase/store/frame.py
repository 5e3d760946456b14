"""One value as a store keeps it on disk: checksum, then how it is packed, then the packed bytes."""

from __future__ import annotations

import hashlib
import zlib

_CHECKSUM = 16
_PLAIN, _ZLIB = b"p", b"z"
_WORTH_PACKING = 200
"""Shorter values gain nothing."""
_SAMPLE = 16_384
_GAIN = 0.9
"""Packed bytes must be at most this part of the plain ones."""
_LARGEST = 1 << 29
"""Bytes; a packed value that claims more when unpacked is not ours."""


def wrap(kind: str, key: str, value: bytes) -> bytes:
    """`value` packed when that pays, with a checksum that also covers whose value it is."""
    packed = _pack(value)
    return _checksum(kind, key, packed) + packed


def unwrap(kind: str, key: str, frame: object) -> bytes | None:
    """What `wrap` was given, or None when the frame is not whole or is another key's."""
    if not isinstance(frame, bytes) or len(frame) <= _CHECKSUM:
        return None
    packed = frame[_CHECKSUM:]
    if _checksum(kind, key, packed) != frame[:_CHECKSUM]:
        return None
    if packed[:1] == _PLAIN:
        return packed[1:]
    unpacker = zlib.decompressobj()
    try:
        value = unpacker.decompress(packed[1:], _LARGEST)
    except zlib.error:
        return None
    return value if unpacker.eof else None


def _pack(value: bytes) -> bytes:
    if len(value) < _WORTH_PACKING:
        return _PLAIN + value
    # The beginning tells whether packing pays, and is not packed again.
    packer = zlib.compressobj(1)
    packed = packer.compress(value[:_SAMPLE])
    if len(value) > _SAMPLE:
        packed += packer.flush(zlib.Z_SYNC_FLUSH)
    else:
        packed += packer.flush()
    if len(packed) > _GAIN * min(len(value), _SAMPLE):
        return _PLAIN + value
    if len(value) > _SAMPLE:
        packed += packer.compress(value[_SAMPLE:]) + packer.flush()
    return _ZLIB + packed


def _checksum(kind: str, key: str, packed: bytes) -> bytes:
    name = f"{len(kind)}:{kind}{key}".encode("utf-8", "surrogatepass")
    state = hashlib.blake2b(b"%d:" % len(name), digest_size=_CHECKSUM)
    state.update(name)
    state.update(packed)
    return state.digest()
