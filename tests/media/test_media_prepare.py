"""What is published of a picture is the picture, and nothing else."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from showcase.diagnostics.diagnostic import Diagnostic
from showcase.media.picture import LONGEST_SIDE
from showcase.media.prepare import media_outputs, prepare_media
from showcase.media.types import PICTURES, PUBLISHED
from showcase.model.medium import PublishedMedium
from showcase.model.source import MediaFile
from showcase.store.memory_store import MemoryStore
from showcase.workers import Workers

SECRET = "Secret-29.6520N-91.1721E"
FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF"}


def picture(format_: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: object) -> bytes:
    image = Image.new(mode, size)
    for x in range(0, size[0], 5):
        image.paste(
            tuple((x * 7 + n * 60) % 256 for n in range(len(image.getbands()))), (x, 0, x + 3, size[1])
        )
    written = io.BytesIO()
    image.save(written, format_, **options)
    return written.getvalue()


def with_metadata(type_: str, orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET
    exif[0x013B] = SECRET
    exif.get_ifd(0x8825)[1] = "N"
    options: dict[str, object] = {"exif": exif.tobytes()}
    if type_ == "jpg":
        options["comment"] = SECRET
    if type_ == "png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", SECRET)
        info.add_itxt("XML:com.adobe.xmp", SECRET)
        options["pnginfo"] = info
    if type_ in ("webp", "avif", "jpg"):
        options["xmp"] = SECRET.encode()
    if type_ == "gif":
        options = {"comment": SECRET}
    return picture(FORMATS[type_], **options)


def prepare(
    root: Path, store: MemoryStore | None = None, **files: bytes
) -> tuple[dict[str, PublishedMedium], tuple[Diagnostic, ...]]:
    """Each file under its name, in which the last underscore stands for the dot."""
    listed = []
    for name, data in files.items():
        stem, _, ending = name.rpartition("_")
        path = f"content/stories/{stem}.{ending}"
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
        listed.append(MediaFile(path, len(data), 0))
    store = store or MemoryStore()
    media, faults = prepare_media(root, listed, store, Workers(1))
    outputs = {output.path: output for output in media_outputs(root, media, store)}
    return {
        path.rpartition("/")[2]: medium
        if medium.file
        else replace(medium, data=outputs[medium.output_path].data)
        for path, medium in media.items()
    }, faults


def opened(medium: PublishedMedium) -> Image.Image:
    image = Image.open(io.BytesIO(medium.data))
    image.load()
    return image


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("type_", sorted(FORMATS))
def test_nothing_but_the_picture_is_published(type_: str, orientation: int, tmp_path: Path) -> None:
    source = with_metadata(type_, orientation) + (b"" if type_ in ("avif", "webp") else SECRET.encode())
    assert SECRET.encode() in source
    media, faults = prepare(tmp_path, **{f"a_{type_}": source})
    assert faults == ()
    medium = media[f"a.{type_}"]
    assert SECRET.encode() not in medium.data
    image = opened(medium)
    assert dict(image.getexif()) in ({}, {0x0112: 1})
    assert not {"exif", "xmp", "comment", "icc_profile", "XML:com.adobe.xmp", "Author"} & set(image.info)
    assert (medium.width, medium.height) == image.size
    turned = orientation == 6 and type_ not in ("gif", "avif")
    if type_ != "avif":
        assert image.size == ((40, 60) if turned else (60, 40))


@pytest.mark.parametrize("type_", ["jpg", "png", "webp", "gif"])
def test_pixels_stay_as_they_were(type_: str, tmp_path: Path) -> None:
    source = with_metadata(type_)
    media, _ = prepare(tmp_path, **{f"a_{type_}": source})
    before = Image.open(io.BytesIO(source)).convert("RGBA")
    assert opened(media[f"a.{type_}"]).convert("RGBA").tobytes() == before.tobytes()


def test_pictures_are_made_once_and_the_same_in_any_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [MediaFile(f"content/stories/{name}.jpg", 0, 0) for name in "abcdef"]
    (tmp_path / "content/stories").mkdir(parents=True)
    for number, file in enumerate(files):
        whole = picture("JPEG", (LONGEST_SIDE + 100 + number, 40)) if number else b"no picture"
        (tmp_path / file.path).write_bytes(whole)
    store = MemoryStore()
    with Workers(2) as two:
        made = prepare_media(tmp_path, files, store, two)
    assert made == prepare_media(tmp_path, files, MemoryStore(), Workers(1))
    assert [fault.location.path for fault in made[1]] == ["content/stories/a.jpg"]
    (tmp_path / files[0].path).unlink()
    monkeypatch.setattr("showcase.media.prepare.prepare_picture", None)
    assert prepare_media(tmp_path, files, store, Workers(1))[0] == made[0]


def test_large_pictures_are_scaled_down_in_proportion(tmp_path: Path) -> None:
    media, faults = prepare(
        tmp_path, wide_jpg=picture("JPEG", (3600, 900)), tall_png=picture("PNG", (600, 3000), "P")
    )
    assert faults == ()
    assert opened(media["wide.jpg"]).size == (LONGEST_SIDE, 600)
    assert opened(media["tall.png"]).size == (480, LONGEST_SIDE)


def test_moving_pictures_go_on_moving(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    files = {}
    for type_ in ("gif", "webp"):
        written = io.BytesIO()
        options = {"comment": SECRET.encode()} if type_ == "gif" else {"xmp": SECRET.encode()}
        frames[0].save(
            written,
            FORMATS[type_],
            save_all=True,
            append_images=frames[1:],
            duration=[100, 200, 300],
            loop=0,
            **options,
        )
        files[f"a_{type_}"] = written.getvalue()
    media, faults = prepare(tmp_path, **files)
    assert faults == ()
    for medium in media.values():
        image = opened(medium)
        assert image.n_frames == 3  # type: ignore[attr-defined]
        assert SECRET.encode() not in medium.data


def test_colours_of_another_profile_are_brought_into_srgb(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"sRGB", b"Disp")
    plain = lab.replace("sRGB".encode("utf-16-be"), "Disp".encode("utf-16-be"))
    media, faults = prepare(
        tmp_path, a_png=picture("PNG", icc_profile=plain), b_jpg=picture("JPEG", mode="CMYK")
    )
    assert faults == ()
    assert "icc_profile" not in opened(media["a.png"]).info
    assert opened(media["b.jpg"]).mode == "RGB"


def test_names_are_readable_safe_and_told_by_content(tmp_path: Path) -> None:
    media, _ = prepare(tmp_path, **{"采摘 蔬菜(1)_PNG": picture("PNG"), "notes_txt": b"text"})
    path = media["采摘 蔬菜(1).PNG"].output_path
    stem, digest, ending = path.removeprefix("media/").split(".")
    assert stem.isascii()
    assert stem.startswith("cai-zhai-shu-cai")
    assert len(bytes.fromhex(digest)) == 4
    assert ending == "png"
    assert (media["notes.txt"].width, media["notes.txt"].data) == (0, b"text")
    again, _ = prepare(tmp_path, notes_txt=b"other text")
    assert again["notes.txt"].output_path != media["notes.txt"].output_path


def test_outputs_hold_each_file_once_and_no_path_of_this_computer(tmp_path: Path) -> None:
    data = picture("PNG")
    store = MemoryStore()
    media, _ = prepare(tmp_path, store, a_png=data, b_pdf=b"%PDF-1.7")
    twice = {**media, "again/a.png": media["a.png"]}
    outputs = media_outputs(tmp_path, twice, store)
    assert [output.path for output in outputs] == sorted({medium.output_path for medium in media.values()})
    assert all(str(tmp_path).encode() not in output.data for output in outputs)


def test_a_second_build_takes_pictures_from_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = MemoryStore()
    data = with_metadata("jpg", 6)
    first, _ = prepare(tmp_path, store, a_jpg=data)
    monkeypatch.setattr("showcase.media.prepare.prepare_picture", None)
    assert prepare(tmp_path, store, a_jpg=data) == (first, ())


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a_jpg", b"", "picture-unreadable"),
        ("a_jpg", b"no picture at all", "picture-unreadable"),
        ("a_jpg", picture("PNG"), "picture-wrong-type"),
        ("a_png", picture("JPEG"), "picture-wrong-type"),
        ("a_jpg", picture("JPEG", (400, 400))[:-900], "picture-cut-off"),
        ("a_png", picture("PNG", (400, 400))[:600], "picture-cut-off"),
        ("a_svg", b"<html/>", "picture-unreadable"),
        ("a_svg", b"<svg", "picture-unreadable"),
        ("a_docx", b"PK", "office-file"),
        ("a_mp4", b"....moov\xa9xyz+29.65+091.17/", "film-location"),
    ],
)
def test_what_cannot_be_published_is_said(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    _, faults = prepare(tmp_path, **{name: data})
    assert [fault.code for fault in faults] == [code]
    assert faults[0].location.path == "content/stories/" + name.replace("_", ".")


def test_a_picture_of_too_many_pixels_is_not_unpacked(tmp_path: Path) -> None:
    header = picture("PNG", (8, 8))
    for side in (12_000, 60_000):
        import zlib

        body = b"IHDR" + side.to_bytes(4, "big") * 2 + header[24:29]
        bomb = header[:12] + body + zlib.crc32(body).to_bytes(4, "big") + header[33:]
        _, faults = prepare(tmp_path, bomb_png=bomb)
        assert [fault.code for fault in faults] == ["picture-too-many-pixels"]


def test_very_large_and_vanished_files_are_said(tmp_path: Path) -> None:
    huge = MediaFile("content/a.mp4", 300 << 20, 0)
    gone = MediaFile("content/gone.pdf", 10, 0)
    media, faults = prepare_media(tmp_path, [huge, gone], MemoryStore(), Workers(1))
    assert media == {}
    assert [fault.code for fault in faults] == ["file-too-large", "file-unreadable"]


def test_large_files_are_read_when_they_are_written(tmp_path: Path) -> None:
    film = b"....ftyp" + bytes(range(256)) * 20_000 + b"\xa9xyz"
    media, faults = prepare(tmp_path, a_mp4=film)
    assert [fault.code for fault in faults] == ["film-location"]
    assert (media["a.mp4"].data, media["a.mp4"].size) == (b"", len(film))
    (output,) = media_outputs(tmp_path, media, MemoryStore())
    assert (output.path, output.data) == (media["a.mp4"].output_path, film)


@pytest.mark.parametrize("type_", sorted({*PICTURES} - {"svg", "jpeg"}))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flips=st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 7)), max_size=12), cut=st.floats(0.2, 1))
def test_broken_pictures_never_raise(
    type_: str, flips: list[tuple[float, int]], cut: float, tmp_path: Path
) -> None:
    data = bytearray(with_metadata(type_))
    for where, bit in flips:
        data[int(where * len(data))] ^= 1 << bit
    media, faults = prepare(tmp_path, **{f"a_{type_}": bytes(data[: int(cut * len(data))])})
    assert len(media) + len(faults) == 1


def test_every_published_type_is_lower_case_and_known_once() -> None:
    assert len(set(PUBLISHED)) == len(PUBLISHED)
    assert all(type_ == type_.lower() for type_ in PUBLISHED)
    assert not {"html", "htm", "js", "exe", "xml", "pem", "key", "env", "md", "yaml"} & set(PUBLISHED)
