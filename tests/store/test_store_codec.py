"""Values survive the codec; what is not a value of the type asked for is absent, never an error."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from showcase.diagnostics.diagnostic import Diagnostic, Location, Severity
from showcase.model.body import Component, ComponentItem, Heading, LinkUse, Outline
from showcase.model.edtf import EdtfDate
from showcase.model.entry import Document, Metric, ParsedFile, Place, Reference
from showcase.store.codec import decode, digest, encode
from showcase.store.frame import unwrap, wrap

AT = Location("content/stories/a.md", 3, 1, 7)


@dataclass(frozen=True, slots=True)
class Kept:
    file: ParsedFile
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def example() -> Kept:
    item = ComponentItem("2021", "<p>事</p>", {"kind": "photo"}, 0)
    body = Outline(
        headings=(Heading(2, "一", "一"),),
        links=(LinkUse("../brands/b.md#x", AT),),
        components=(Component("gallery", AT, items=(item,), links=(0,)),),
    )
    metric = Metric(
        "m", AT, value="3500", qualifier="more-than", as_of=EdtfDate("2021", "2021-01-01", "2021-12-31")
    )
    story = Document(
        "story", "a", "zh-CN", AT.path, AT, "题", body, brands=(Reference("b", AT),), metrics=(metric,)
    )
    place = Place("p", AT, "村", "village", parent=Reference("c", AT))
    fault = Diagnostic("code", Severity.ERROR, AT, {"name": "x"}, related=(AT,))
    return Kept(ParsedFile(AT.path, (story,), (place,)), (fault,))


def test_a_parse_result_survives() -> None:
    assert decode(encode(example()), Kept) == example()


@given(st.binary(max_size=300))
def test_noise_is_no_value(noise: bytes) -> None:
    assert decode(noise, Kept) is None


@given(st.data())
def test_a_damaged_value_is_absent_or_still_of_its_type(data: st.DataObject) -> None:
    damaged = bytearray(encode(example()))
    damaged[data.draw(st.integers(0, len(damaged) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert isinstance(decode(bytes(damaged), Kept), Kept | None)


@given(
    st.lists(st.text(max_size=5) | st.binary(max_size=5), max_size=4),
    st.lists(st.text(max_size=5), max_size=4),
)
def test_different_sequences_have_different_digests(one: list[str | bytes], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


def test_a_digest_is_sixteen_bytes_in_hex_and_always_the_same() -> None:
    assert digest("故事", b"\x00") == digest("故事", b"\x00")
    assert len(bytes.fromhex(digest())) == 16


@given(st.binary(max_size=2000), st.text(max_size=5), st.text(max_size=5))
def test_a_frame_gives_back_what_it_was_given_to_its_own_key_alone(value: bytes, kind: str, key: str) -> None:
    frame = wrap(kind, key, value)
    assert unwrap(kind, key, frame) == value
    assert unwrap(kind, key + "x", frame) is None
    assert unwrap(kind + "x", key, frame) is None


def test_a_frame_is_small_where_that_pays() -> None:
    assert len(wrap("k", "k", "故事".encode() * 1000)) < 300
    assert unwrap("k", "k", "text") is None
