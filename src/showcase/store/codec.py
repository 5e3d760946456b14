"""Values as bytes, and names for bytes."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")

_ENCODER = msgspec.msgpack.Encoder()
_DECODERS: dict[object, msgspec.msgpack.Decoder[Any]] = {}


def encode(value: object) -> bytes:
    """The value in MessagePack: plain data and dataclasses of it. Equal values give equal bytes as long as they hold
    no sets. Raises TypeError for anything else (our bug)."""
    return _ENCODER.encode(value)


def decode(data: bytes, type_: type[Value]) -> Value | None:
    """The value that `encode` wrote, or None when `data` is not a whole value of that type."""
    try:
        return _decoder(type_).decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def digest(*parts: bytes | str) -> str:
    """BLAKE2b, 16 bytes, in hex. Every part is hashed with its type and length, so that no two different sequences
    give the same input: `("ab", "c")`, `("a", "bc")` and `(b"ab", "c")` all differ."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(b"%c%d:" % (b"t" if isinstance(part, str) else b"b", len(data)))
        state.update(data)
    return state.hexdigest()


def _decoder(type_: type[Value]) -> msgspec.msgpack.Decoder[Value]:
    decoder = _DECODERS.get(type_)
    if decoder is None:
        decoder = _DECODERS[type_] = msgspec.msgpack.Decoder(type_)
    return decoder
