"""Pictures in other widths: what is made of which kind, once, and with nothing in it but the picture."""

from __future__ import annotations

import hashlib
import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from showcase.diagnostics.diagnostic import Diagnostic
from showcase.media.prepare import media_outputs, prepare_media
from showcase.model.medium import PublishedMedium
from showcase.model.page import Output
from showcase.model.source import MediaFile
from showcase.store.memory_store import MemoryStore
from showcase.store.sqlite_store import SqliteStore
from showcase.store.store import Store
from showcase.workers import Workers

SECRET = b"Secret-29.6520N-91.1721E"


def photo(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Soft shapes with grain, as cameras see them; the same each time."""
    dice = random.Random(width * 7919 + height)
    coarse = Image.frombytes("RGB", (8, 6), dice.randbytes(8 * 6 * 3)).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    grain = Image.frombytes("L", (256, 256), dice.randbytes(256 * 256)).resize((width, height))
    return Image.blend(coarse, grain.convert("RGB"), 0.06).convert(mode)


def written(image: Image.Image, format_: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format_, **options)
    return file.getvalue()


def published(
    root: Path, name: str, data: bytes, store: Store | None = None
) -> tuple[PublishedMedium, dict[str, Output], tuple[Diagnostic, ...]]:
    """What comes of a file: the medium, all that is published of it, what is said."""
    path = f"content/stories/{name}"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)
    store = store or MemoryStore()
    media, faults = prepare_media(root, [MediaFile(path, len(data), 0)], store, Workers(1))
    return media[path], {output.path: output for output in media_outputs(root, media, store)}, faults


def opened(output: Output) -> Image.Image:
    image = Image.open(io.BytesIO(output.data))
    image.load()
    return image


def widths(medium: PublishedMedium) -> list[int]:
    return [one.width for one in medium.renditions]


def test_a_photo_is_published_in_the_widths_that_it_has(tmp_path: Path) -> None:
    medium, outputs, faults = published(tmp_path, "a.jpg", written(photo(1700, 1275), "JPEG", quality=95))
    assert faults == ()
    assert (medium.width, medium.height, widths(medium)) == (1700, 1275, [480, 800, 1200, 1600])
    assert medium.fallback is not None
    assert (medium.fallback.type, medium.fallback.width, medium.fallback.height) == ("jpg", 1200, 900)
    for one in (*medium.renditions, medium.fallback):
        output = outputs[one.output_path]
        image = opened(output)
        assert (image.format, image.size) == (
            {"webp": "WEBP", "jpg": "JPEG"}[one.type],
            (one.width, one.height),
        )
        assert output.path.endswith(f"-{one.width}.{one.type}")
        assert (output.size, output.sha256) == (len(output.data), hashlib.sha256(output.data).hexdigest())
    sizes = [one.size for one in medium.renditions]
    assert sizes == sorted(sizes)
    assert sizes[-1] < medium.size
    assert len(medium.colour) == 3


def test_none_is_wider_than_the_picture(tmp_path: Path) -> None:
    medium, _, _ = published(tmp_path, "a.jpg", written(photo(1000, 600), "JPEG", quality=95))
    assert widths(medium) == [480, 800, 1000]
    assert medium.fallback is None
    small, outputs, _ = published(tmp_path, "b.png", written(photo(40, 30), "PNG"))
    assert (widths(small), small.fallback, len(outputs)) == ([], None, 1)


def test_a_small_file_serves_all_widths(tmp_path: Path) -> None:
    """Coloured fields of 4 kB, as of a chart: their scaled versions would weigh more."""
    image = Image.new("P", (1000, 600))
    image.putpalette([40, 60, 80, 200, 180, 160] * 8)
    for x in range(0, 1000, 60):
        image.paste((x // 60) % 2, (x, 0, x + 30, 600))
    medium, outputs, _ = published(tmp_path, "a.png", written(image, "PNG"))
    assert (medium.renditions, medium.fallback, len(outputs)) == ((), None, 1)
    assert medium.colour


def test_a_photo_saved_in_few_colours_is_kept_as_a_photo(tmp_path: Path) -> None:
    dithered = photo(1300, 600).convert("P")
    medium, outputs, _ = published(tmp_path, "a.png", written(dithered, "PNG"))
    widest = outputs[medium.renditions[-1].output_path].data
    assert b"VP8L" not in widest[:40]
    assert len(widest) < medium.size


def test_a_line_drawing_keeps_its_colours_and_what_shines_through(tmp_path: Path) -> None:
    drawing = Image.new("RGBA", (1500, 900))
    for x in range(0, 1500, 7):
        drawing.paste((150, 20, 10, 255), (x, (x * 31) % 800, x + 3, (x * 31) % 800 + 90))
    medium, outputs, _ = published(tmp_path, "a.png", written(drawing, "PNG", compress_level=1))
    assert medium.colour == ()
    assert medium.renditions[-1].width == 1500
    assert opened(outputs[medium.renditions[-1].output_path]).convert("RGBA").getpixel((1, 32)) in (
        drawing.getpixel((1, 32)),
        (0, 0, 0, 0),
    )
    for one in (*medium.renditions, medium.fallback):
        if one is not None:
            alpha = opened(outputs[one.output_path]).convert("RGBA").getchannel("A")
            lowest, highest = alpha.getextrema()
            assert lowest == 0
            assert highest > 200
    assert medium.fallback is None or medium.fallback.type == "png"


@pytest.mark.parametrize(("type_", "format_"), [("webp", "WEBP"), ("avif", "AVIF")])
def test_what_not_every_program_shows_has_a_fallback(type_: str, format_: str, tmp_path: Path) -> None:
    medium, outputs, _ = published(tmp_path, f"a.{type_}", written(photo(300, 200), format_))
    assert medium.fallback is not None
    assert opened(outputs[medium.fallback.output_path]).format == "JPEG"


@pytest.mark.parametrize("mode", ["CMYK", "I;16", "L", "LA", "1", "P", "RGBA"])
def test_every_kind_of_pixels_is_shown_right(mode: str, tmp_path: Path) -> None:
    if mode == "I;16":
        ramp = b"".join((x * 49).to_bytes(2, "little") for x in range(1300)) * 600
        image, type_, options = Image.frombytes("I;16", (1300, 600), ramp), "png", {"compress_level": 0}
    else:
        image, type_, options = photo(1300, 600).convert(mode), "jpg" if mode == "CMYK" else "png", {}
    medium, outputs, _ = published(
        tmp_path, f"a.{type_}", written(image, {"jpg": "JPEG", "png": "PNG"}[type_], **options)
    )
    assert medium.renditions or mode == "1"
    reference = photo(1300, 600).resize((24, 10), Image.Resampling.BOX).convert("L")
    if mode == "I;16":
        reference = Image.frombytes(
            "L", (24, 1), bytes(round((x + 0.5) / 24 * 249) for x in range(24))
        ).resize((24, 10))
    for one in (*medium.renditions, medium.fallback):
        if one is None:
            continue
        shown = (
            opened(outputs[one.output_path])
            .convert("RGB")
            .resize((24, 10), Image.Resampling.BOX)
            .convert("L")
        )
        apart = [abs(a - b) for a, b in zip(shown.tobytes(), reference.tobytes(), strict=True)]
        assert sum(apart) / len(apart) < 12, one


def test_colours_of_a_wide_profile_are_converted_in_all(tmp_path: Path) -> None:
    """A profile that calls what sRGB calls red another name: pixels must change, and no profile remain."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for tag, other in ((b"rXYZ", b"gXYZ"),):
        first, second = data.index(tag), data.index(other)
        one, two = data[first + 4 : first + 12], data[second + 4 : second + 12]
        data[first + 4 : first + 12], data[second + 4 : second + 12] = two, one
    profile = (
        bytes(data).replace(b"sRGB", b"Disp").replace("sRGB".encode("utf-16-be"), "Disp".encode("utf-16-be"))
    )
    red = Image.new("RGB", (1300, 400), (250, 10, 10))
    medium, outputs, _ = published(
        tmp_path, "a.png", written(red, "PNG", icc_profile=profile, compress_level=0)
    )
    for one in (medium.output_path, *(file.output_path for file in medium.renditions)):
        image = opened(outputs[one])
        assert "icc_profile" not in image.info
        red_, green, _ = image.convert("RGB").getpixel((9, 9))  # type: ignore[misc]
        assert green > red_
    assert medium.colour[1] > medium.colour[0]


def test_renditions_stand_upright_and_tell_nothing(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = SECRET.decode()
    data = written(photo(1800, 1300), "JPEG", exif=exif.tobytes(), comment=SECRET, xmp=SECRET, quality=95)
    assert data.count(SECRET) == 3
    medium, outputs, _ = published(tmp_path, "a.jpg", data)
    assert (medium.width, medium.height) == (1300, 1800)
    assert widths(medium) == [480, 800, 1200, 1300]
    for output in outputs.values():
        image = opened(output)
        assert image.height > image.width
        assert SECRET not in output.data
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)


def test_moving_pictures_and_drawings_stay_one_file(tmp_path: Path) -> None:
    frames = [photo(600, 400).rotate(turn) for turn in (0, 20, 40)]
    for type_, format_ in (("gif", "GIF"), ("webp", "WEBP"), ("png", "PNG")):
        data = written(frames[0], format_, save_all=True, append_images=frames[1:], duration=100)
        medium, outputs, _ = published(tmp_path, f"a.{type_}", data)
        assert (medium.renditions, medium.fallback, len(outputs)) == ((), None, 1)
        assert opened(outputs[medium.output_path]).n_frames == 3  # type: ignore[attr-defined]
    svg, outputs, _ = published(
        tmp_path, "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    )
    assert (svg.renditions, svg.fallback, svg.colour, len(outputs)) == ((), None, (), 1)


def test_they_are_made_once_also_in_a_moved_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(photo(900, 600), "JPEG", quality=95)
    store = SqliteStore(tmp_path / "store.sqlite3", "1")
    medium, outputs, _ = published(tmp_path / "here", "a.jpg", data, store)
    first = {path: output.data for path, output in outputs.items()}
    store.save()
    store.close()
    monkeypatch.setattr("showcase.media.prepare.prepare_picture", None)
    again = SqliteStore(tmp_path / "store.sqlite3", "1")
    moved, outputs, _ = published(tmp_path / "elsewhere", "a.jpg", data, again)
    assert moved == medium
    assert {path: output.data for path, output in outputs.items()} == first
    again.close()


def test_what_is_lost_from_the_store_is_made_again(tmp_path: Path) -> None:
    data = written(photo(900, 600), "JPEG", quality=95)
    store = MemoryStore()
    medium, outputs, _ = published(tmp_path, "a.jpg", data, store)
    first = {path: output.data for path, output in outputs.items()}

    class Lossy(MemoryStore):
        """Says that it holds pictures, and turns out not to."""

        def get(self, kind: str, key: str) -> bytes | None:
            return None if kind == "picture" else store.get(kind, key)

        def holds(self, kind: str, key: str) -> bool:
            return store.holds(kind, key)

    lossy = Lossy()
    _, outputs, _ = published(tmp_path, "a.jpg", data, lossy)
    assert {path: output.data for path, output in outputs.items()} == first
    (tmp_path / medium.path).write_bytes(b"another")
    with pytest.raises(OSError, match=r"a\.jpg"):
        _ = outputs[medium.output_path].data


def test_a_camera_file_is_not_published_in_full_weight(tmp_path: Path) -> None:
    data = written(photo(2300, 1700), "JPEG", quality=99, subsampling=0)
    medium, _, _ = published(tmp_path, "a.jpg", data)
    assert len(data) > 1_000_000
    assert medium.size < len(data) * 0.7


def test_a_picture_that_stays_heavy_is_told(tmp_path: Path) -> None:
    noise = Image.frombytes("RGB", (600, 400), random.Random(1).randbytes(600 * 400 * 3))
    frames = [noise, noise.rotate(180)]
    data = written(noise, "GIF", save_all=True, append_images=frames, duration=90)
    _, _, faults = published(tmp_path, "a.gif", data)
    assert [fault.code for fault in faults] == ["picture-heavy"]
    assert faults[0].location.path == "content/stories/a.gif"


def test_equal_files_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from showcase.media import prepare

    calls: list[str] = []
    make = prepare.prepare_picture
    monkeypatch.setattr(
        "showcase.media.prepare.prepare_picture", lambda data, type_: calls.append(type_) or make(data, type_)
    )
    data = written(photo(500, 300), "JPEG")
    files = []
    for folder in "abc":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "cover.jpg").write_bytes(data)
        files.append(MediaFile(f"{folder}/cover.jpg", len(data), 0))
    store = MemoryStore()
    media, _ = prepare_media(tmp_path, files, store, Workers(1))
    assert calls == ["jpg"]
    assert len({medium.output_path for medium in media.values()}) == 1
    assert len(media) == 3
