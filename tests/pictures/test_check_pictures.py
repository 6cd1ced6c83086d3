"""Picture files are judged by content, before and after decoding."""

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from printkit.errors import Refused
from printkit.model.bulletin import Focus
from printkit.pictures.preparing import Crop, check, prepare, size


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def gradient(width: int = 160, height: int = 120) -> Image.Image:
    across = Image.linear_gradient("L").resize((width, height))
    down = Image.linear_gradient("L").rotate(90).resize((width, height))
    return Image.merge("RGB", (across, down, across))


def png_header(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0" * 100)
    chunks = [
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (header, body, b"IEND")
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def written(folder: Path, content: bytes, name: str = "river.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "TIFF"])
def test_the_five_kinds_pass_whatever_their_name(kind: str, tmp_path: Path):
    """A picture of a usable kind is right under a wrong extension."""
    assert check(written(tmp_path, encoded(gradient(), kind), "river.txt")) is None


@pytest.mark.parametrize(
    ("content", "likeness"),
    [
        (b"<!DOCTYPE html><html><body>404</body></html>", "(it looks like HTML)"),
        (b"\xef\xbb\xbf  <!-- saved --><html>", "(it looks like HTML)"),
        (
            b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
            "(it looks like SVG)",
        ),
        (b"%PDF-1.7\n", "(it looks like PDF)"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "(it looks like HEIC)"),
        (b"PK\x03\x04 and so on", "(it looks like a zip or Office file)"),
        (b"Pray for rain.", "(it looks like text)"),
    ],
)
def test_other_content_is_named(content: bytes, likeness: str, tmp_path: Path):
    """A file of another kind is refused with what it looks like."""
    said = check(written(tmp_path, content))
    assert said is not None
    assert said.startswith(f"is not a JPEG, PNG, WebP, GIF or TIFF picture {likeness}")


@pytest.mark.parametrize(
    "content", [b"<svg/>", b"%PDF-1.4", b"\0\0\0\x18ftypheic", b"\0\0\0\x1cftypavif"]
)
def test_what_can_be_exported_says_so(content: bytes, tmp_path: Path):
    """SVG, PDF, HEIC and AVIF come with the way out."""
    assert (check(written(tmp_path, content)) or "").endswith("; export it as JPEG or PNG")


def test_noise_is_no_picture(tmp_path: Path):
    """Bytes that look like nothing are refused without a guess."""
    said = check(written(tmp_path, bytes(range(1, 200))))
    assert said == "is not a JPEG, PNG, WebP, GIF or TIFF picture"


def test_an_empty_file_is_empty(tmp_path: Path):
    """Zero bytes are called empty."""
    assert check(written(tmp_path, b"")) == "is empty"


def test_a_missing_file_is_not_there(tmp_path: Path):
    """A missing file is not there."""
    assert check(tmp_path / "river.jpg") == "is not there"


def test_a_folder_is_a_folder(tmp_path: Path):
    """A folder is no picture."""
    assert check(tmp_path) == "is a folder, expected a picture file"


def test_an_impossible_path_is_refused():
    """A path that no file can have is refused, not raised."""
    said = check(Path("river\0.jpg"))
    assert said is not None
    assert said.startswith("cannot be read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders are POSIX's")
def test_a_pipe_does_not_hang(tmp_path: Path):
    """A pipe that nobody writes to is refused at once."""
    os.mkfifo(tmp_path / "river.jpg")
    assert check(tmp_path / "river.jpg") == "is a pipe or a device, expected a picture file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this device is POSIX's")
def test_a_device_is_refused():
    """A device that never ends is not read."""
    assert check(Path("/dev/zero")) == "is a pipe or a device, expected a picture file"


def test_a_file_over_thirty_megabytes_is_not_read(tmp_path: Path):
    """A file's size is judged before it is read."""
    path = tmp_path / "river.jpg"
    with path.open("wb") as file:
        file.truncate(31_000_000)
    assert check(path) == "is 31.0 MB, expected at most 30 MB"


@pytest.mark.parametrize(("width", "height"), [(12_000, 12_000), (8_000, 8_000), (30_000, 30_000)])
def test_a_bomb_is_refused_on_its_header(width: int, height: int, tmp_path: Path):
    """More than 60 megapixels are refused before anything is decoded."""
    path = written(tmp_path, png_header(width, height))
    assert check(path) == "has more than 60 megapixels"
    with pytest.raises(Refused, match=r"`river\.jpg` has more than 60 megapixels"):
        size(path)


def test_a_speck_is_refused(tmp_path: Path):
    """A picture needs 64 pixels each way."""
    said = check(written(tmp_path, encoded(gradient(63, 64), "PNG")))
    assert said == "is 63 by 64 px, expected at least 64 by 64 px"


def test_a_sliver_is_refused(tmp_path: Path):
    """A picture is at most twenty times as long as it is wide."""
    assert check(written(tmp_path, encoded(gradient(64, 1280), "PNG"))) is None
    said = check(written(tmp_path, encoded(gradient(64, 1281), "PNG")))
    assert said == "is 64 by 1281 px, expected one side to be at most 20 times the other"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_file_cut_short_is_damaged(kind: str, tmp_path: Path):
    """Truncation is found by decoding."""
    content = encoded(gradient(400, 300), kind)
    assert check(written(tmp_path, content[: len(content) * 2 // 3])) == "is damaged"


def test_a_cut_in_the_header_is_damage_too(tmp_path: Path):
    """A file that ends in its header is still known for what it was."""
    assert check(written(tmp_path, encoded(gradient(), "PNG")[:20])) == "is damaged"


def test_a_wrong_checksum_is_damage(tmp_path: Path):
    """A PNG whose checksum does not fit is damaged, though it decodes."""
    content = bytearray(encoded(gradient(), "PNG"))
    checksum = content.rindex(b"IEND") - 8
    content[checksum] ^= 0xFF
    path = written(tmp_path, bytes(content))
    assert check(path) == "is damaged"
    with pytest.raises(Refused, match=r"`river\.jpg` is damaged"):
        prepare(path, Crop(1.0, Focus(), 80))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "TIFF"]),
    places=st.lists(st.integers(0, 2_000), min_size=1, max_size=8),
    value=st.integers(0, 255),
)
def test_flipped_bytes_never_raise(kind: str, places: list[int], value: int, tmp_path: Path):
    """Whatever bytes are wrong, the answer is a sentence or None, and preparing agrees."""
    content = bytearray(encoded(gradient(), kind))
    for place in places:
        content[place % len(content)] = value
    path = written(tmp_path, bytes(content))
    said = check(path)
    if said is None:
        assert prepare(path, Crop(2.0, Focus(), 80)).width <= 80
        return
    with pytest.raises(Refused):
        prepare(path, Crop(2.0, Focus(), 80))


def test_a_phone_picture_with_a_second_picture_inside_is_usable(tmp_path: Path):
    """Phones store a preview or a depth map behind the photograph (MPO): the first one counts."""
    content = encoded(gradient(), "MPO", save_all=True, append_images=[gradient(80, 80)])
    path = written(tmp_path, content)
    assert check(path) is None
    assert size(path) == (160, 120)
    assert prepare(path, Crop(1.0, Focus(), 80)).width == 80
