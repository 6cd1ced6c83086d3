"""Any picture becomes upright sRGB pixels of the size that was asked for."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from printkit.model.bulletin import Focus
from printkit.pictures.preparing import Crop, Pixels, prepare, size

RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 160, 20), (20, 20, 220), (230, 220, 30)
WHOLE = Crop(4 / 3, Focus(), 1000)


def quadrants(width: int = 400, height: int = 300) -> Image.Image:
    """Red and green above, blue and yellow below."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(GREEN, (width // 2, 0, width, height // 2))
    picture.paste(BLUE, (0, height // 2, width // 2, height))
    picture.paste(YELLOW, (width // 2, height // 2, width, height))
    return picture


def saved(folder: Path, image: Image.Image, kind: str = "PNG", **options) -> Path:
    path = folder / "picture"
    image.save(path, kind, **options)
    return path


def opened(pixels: Pixels) -> Image.Image:
    image = Image.open(BytesIO(pixels.data))
    assert (image.format, image.mode) == (pixels.format, "RGB")
    assert image.size == (pixels.width, pixels.height)
    return image


def near(found, expected, tolerance: int = 12) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(found, expected, strict=True))


def corners(pixels: Pixels) -> list[str]:
    """Give the colours' names at the four corners, in reading order."""
    image = opened(pixels)
    names = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW}
    right, bottom = image.width - 9, image.height - 9
    places = [(8, 8), (right, 8), (8, bottom), (right, bottom)]
    found = [image.getpixel(place) for place in places]
    return [next(n for n, colour in names.items() if near(pixel, colour, 30)) for pixel in found]


def test_a_wide_picture_is_scaled_down(tmp_path: Path):
    """A picture wider than asked for is scaled to the width that was asked for."""
    pixels = prepare(saved(tmp_path, quadrants()), Crop(4 / 3, Focus(), 200))
    assert (pixels.width, pixels.height) == (200, 150)
    assert corners(pixels) == ["red", "green", "blue", "yellow"]


def test_a_narrow_picture_is_never_enlarged(tmp_path: Path):
    """A picture narrower than asked for keeps its pixels."""
    pixels = prepare(saved(tmp_path, quadrants()), WHOLE)
    assert (pixels.width, pixels.height) == (400, 300)
    assert opened(pixels).tobytes() == quadrants().tobytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(width=st.integers(64, 200), height=st.integers(64, 200), ratio=st.floats(1.0, 6.0))
def test_a_small_picture_is_not_stretched(tmp_path: Path, width: int, height: int, ratio: float):
    """Its pixels have the shape that was asked for, within one in a hundred, and are no more."""
    picture = saved(tmp_path, quadrants(width, height))
    pixels = prepare(picture, Crop(ratio, Focus(), 1000))
    assert pixels.width / pixels.height == pytest.approx(ratio, rel=0.01)
    assert pixels.width <= width
    assert pixels.height <= height


@pytest.mark.parametrize(
    ("focus", "seen"),
    [
        (Focus(0.5, 0.0), ["red", "green", "red", "green"]),
        (Focus(0.5, 1.0), ["blue", "yellow", "blue", "yellow"]),
        (Focus(0.5, 0.5), ["red", "green", "blue", "yellow"]),
    ],
)
def test_a_wide_crop_keeps_the_focus(focus: Focus, seen: list[str], tmp_path: Path):
    """A crop wider than the picture takes the whole width around the focus."""
    pixels = prepare(saved(tmp_path, quadrants()), Crop(4.0, focus, 1000))
    assert (pixels.width, pixels.height) == (400, 100)
    assert corners(pixels) == seen


@pytest.mark.parametrize(
    ("focus", "seen"),
    [
        (Focus(0.0, 0.5), ["red", "red", "blue", "blue"]),
        (Focus(0.9, 0.5), ["green", "green", "yellow", "yellow"]),
    ],
)
def test_a_tall_crop_keeps_the_focus(focus: Focus, seen: list[str], tmp_path: Path):
    """A crop narrower than the picture takes the whole height, within the picture's edges."""
    pixels = prepare(saved(tmp_path, quadrants()), Crop(0.5, focus, 1000))
    assert (pixels.width, pixels.height) == (150, 300)
    assert corners(pixels) == seen


def test_a_focus_between_is_the_middle_of_the_crop(tmp_path: Path):
    """A focus away from the edges lies in the middle of what is kept."""
    stripe = Image.new("RGB", (400, 100), BLUE)
    stripe.paste(RED, (118, 0, 122, 100))
    image = opened(prepare(saved(tmp_path, stripe), Crop(1.0, Focus(0.3, 0.5), 1000)))
    assert near(image.getpixel((50, 50)), RED)
    assert near(image.getpixel((40, 50)), BLUE)


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_turned_picture_comes_out_upright(orientation: int, kind: str, tmp_path: Path):
    """What a camera says about its position is applied, and then gone."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"compression": "tiff_lzw"} if kind == "TIFF" else {}
    turned = quadrants().transpose(back[orientation])
    path = saved(tmp_path, turned, kind, exif=exif, **options)
    assert size(path) == (400, 300)
    pixels = prepare(path, Crop(4 / 3, Focus(), 100))
    assert (pixels.width, pixels.height) == (100, 75)
    assert corners(pixels) == ["red", "green", "blue", "yellow"]
    assert not opened(pixels).getexif()


def test_a_plain_tiff_comes_out_upright(tmp_path: Path):
    """A TIFF's own orientation is applied without compression too, and only once."""
    exif = Image.Exif()
    exif[0x0112] = 6
    path = saved(tmp_path, quadrants().transpose(Image.Transpose.ROTATE_90), "TIFF", exif=exif)
    assert size(path) == (400, 300)
    assert corners(prepare(path, WHOLE)) == ["red", "green", "blue", "yellow"]


def test_damaged_camera_data_is_ignored(tmp_path: Path):
    """A picture whose camera data cannot be read is taken as it stands."""
    path = saved(tmp_path, quadrants(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff broken")
    assert size(path) == (400, 300)
    assert corners(prepare(path, WHOLE)) == ["red", "green", "blue", "yellow"]


def test_places_and_comments_do_not_leave_the_house(tmp_path: Path):
    """Where a picture was taken, its comment, profile and resolution are not passed on."""
    exif = Image.Exif()
    exif[0x010E] = "taken at the safe house"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    path = saved(
        tmp_path,
        Image.effect_noise((400, 300), 60).convert("RGB"),
        "JPEG",
        exif=exif,
        comment=b"safe house",
        dpi=(300, 300),
    )
    assert b"safe house" in path.read_bytes()
    pixels = prepare(path, WHOLE)
    assert pixels.format == "JPEG"
    assert b"safe house" not in pixels.data
    assert not {"exif", "comment", "dpi", "icc_profile"} & set(opened(pixels).info)


def test_drawings_carry_no_metadata_either(tmp_path: Path):
    """A PNG is stripped of its profile and its texts."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = saved(tmp_path, quadrants(), "PNG", icc_profile=profile, dpi=(300, 300))
    pixels = prepare(path, WHOLE)
    assert pixels.format == "PNG"
    assert not opened(pixels).info


def flat(mode: str, colour) -> Image.Image:
    return Image.new(mode, (100, 80), colour)


def palette_with_transparency() -> Image.Image:
    image = Image.new("P", (100, 80), 1)
    image.putpalette([*RED, *BLUE])
    image.info["transparency"] = 1
    return image


@pytest.mark.parametrize(
    ("image", "kind", "expected"),
    [
        (flat("1", 1), "PNG", (255, 255, 255)),
        (flat("1", 0), "TIFF", (0, 0, 0)),
        (flat("L", 100), "JPEG", (100, 100, 100)),
        (flat("LA", (0, 0)), "PNG", (255, 255, 255)),
        (flat("RGBA", (0, 0, 0, 0)), "PNG", (255, 255, 255)),
        (flat("RGBA", (0, 0, 0, 128)), "WEBP", (127, 127, 127)),
        (flat("RGBA", (*BLUE, 255)), "TIFF", BLUE),
        (flat("RGB", BLUE).quantize(4), "PNG", BLUE),
        (flat("RGB", BLUE).quantize(4), "GIF", BLUE),
        (palette_with_transparency(), "PNG", (255, 255, 255)),
        (flat("I;16", 0x8000), "PNG", (128, 128, 128)),
        (flat("I;16", 0xFFFF), "TIFF", (255, 255, 255)),
        (flat("I", 0x8000), "TIFF", (128, 128, 128)),
        (flat("F", 0.5), "TIFF", (128, 128, 128)),
        (flat("CMYK", (0, 0, 0, 0)), "JPEG", (255, 255, 255)),
        (flat("CMYK", (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (flat("CMYK", (0, 0, 0, 255)), "TIFF", (0, 0, 0)),
        (flat("YCbCr", (128, 128, 128)), "TIFF", (128, 128, 128)),
        (flat("LAB", (255, 128, 128)), "TIFF", (255, 255, 255)),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else None,
)
def test_every_colour_mode_becomes_srgb(image: Image.Image, kind: str, expected, tmp_path: Path):
    """Every mode comes out as RGB with the colour that a viewer shows, on white."""
    pixels = prepare(saved(tmp_path, image, kind), Crop(1.25, Focus(), 50))
    assert near(opened(pixels).getpixel((20, 20)), expected, 3)


DARK = (0x10, 0x26, 0x2E)


def drawn_on_nothing(width: int = 300, height: int = 200) -> Image.Image:
    """Give a drawing with soft edges and many colours, and nothing around it."""
    clear = Image.effect_noise((width, height), 80).convert("RGBA")
    clear.putalpha(Image.radial_gradient("L").resize((width, height)).point(lambda v: 255 - v))
    clear.paste((0, 0, 0, 0), (0, 0, width, 40))
    return clear


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_what_is_transparent_shows_the_ground(kind: str, tmp_path: Path):
    """A logo drawn on nothing stands on a slide's own colour, exactly, and not on a white box."""
    path = saved(tmp_path, drawn_on_nothing(), kind)
    image = opened(prepare(path, Crop(1.5, Focus(), 120, ground="10262E")))
    assert {image.getpixel((x, 3)) for x in range(120)} == {DARK}
    assert image.getpixel((60, 45)) != DARK


def test_the_ground_is_no_colour_of_the_pictures_profile(tmp_path: Path):
    """Where a picture's own colours are converted, the ground stays what it is in sRGB."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tXYZ").replace(b"gXYZ", b"rXYZ").replace(b"tXYZ", b"gXYZ")
    image = flat("RGBA", (255, 0, 0, 255))
    image.paste((0, 0, 0, 0), (0, 0, 50, 80))
    path = saved(tmp_path, image, "PNG", icc_profile=swapped)
    made = opened(prepare(path, Crop(1.25, Focus(), 100, ground="10262E")))
    assert made.getpixel((20, 20)) == DARK
    assert near(made.getpixel((80, 20)), (0, 255, 0), 4)


def test_an_opaque_logo_keeps_its_own_ground(tmp_path: Path):
    """A JPEG with a white ground is put on a dark slide as it is."""
    path = saved(tmp_path, flat("RGB", (255, 255, 255)), "JPEG")
    image = opened(prepare(path, Crop(1.25, Focus(), 100, ground="10262E")))
    assert near(image.getpixel((20, 20)), (255, 255, 255), 2)


def test_a_photograph_with_an_idle_transparency_stays_a_photograph(tmp_path: Path):
    """A PNG through which nothing shows becomes JPEG like any other photograph."""
    noise = Image.merge("RGB", [Image.effect_noise((300, 200), spread) for spread in (40, 60, 80)])
    noise.putalpha(255)
    assert prepare(saved(tmp_path, noise), Crop(1.5, Focus(), 200)).format == "JPEG"


def test_a_transparent_colour_is_white(tmp_path: Path):
    """A colour that a PNG calls transparent is laid on white (PNG tRNS)."""
    path = saved(tmp_path, flat("RGB", BLUE), "PNG", transparency=BLUE)
    assert near(opened(prepare(path, WHOLE)).getpixel((20, 20)), (255, 255, 255))


def test_a_profile_is_converted(tmp_path: Path):
    """A profile's colours become sRGB's: Lab's neutral middle through a profile stays neutral."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"tXYZ").replace(b"gXYZ", b"rXYZ").replace(b"tXYZ", b"gXYZ")
    path = saved(tmp_path, flat("RGB", (255, 0, 0)), "PNG", icc_profile=swapped)
    assert near(opened(prepare(path, WHOLE)).getpixel((20, 20)), (0, 255, 0), 4)


@pytest.mark.parametrize("profile", [b"no profile at all", b"\0" * 200])
def test_a_broken_profile_is_ignored(profile: bytes, tmp_path: Path):
    """A profile that cannot be read leaves the colours as they are."""
    path = saved(tmp_path, flat("RGB", BLUE), "JPEG", icc_profile=profile)
    assert near(opened(prepare(path, WHOLE)).getpixel((20, 20)), BLUE)


def test_a_profile_for_other_colours_is_ignored(tmp_path: Path):
    """A profile that does not fit the picture's mode leaves the colours as they are."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = saved(tmp_path, flat("CMYK", (0, 255, 255, 0)), "JPEG", icc_profile=profile)
    assert near(opened(prepare(path, WHOLE)).getpixel((20, 20)), (255, 0, 0), 3)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_moving_pictures_show_their_first_frame(kind: str, tmp_path: Path):
    """Of several frames or pages the first is taken."""
    frames = [flat("RGB", RED), flat("RGB", BLUE)]
    path = saved(tmp_path, frames[0], kind, save_all=True, append_images=frames[1:])
    assert near(opened(prepare(path, WHOLE)).getpixel((20, 20)), RED)


def test_photographs_are_jpeg_and_drawings_png(tmp_path: Path):
    """Flat art stays lossless; a photograph becomes JPEG with full colour resolution."""
    noise = Image.merge("RGB", [Image.effect_noise((300, 200), spread) for spread in (40, 60, 80)])
    photograph = prepare(saved(tmp_path, noise), Crop(1.5, Focus(), 200))
    assert photograph.format == "JPEG"
    assert all(component[1:3] == (1, 1) for component in opened(photograph).layer)
    assert prepare(saved(tmp_path, quadrants()), WHOLE).format == "PNG"


def test_the_same_file_gives_the_same_bytes(tmp_path: Path):
    """Preparing is repeatable, byte for byte."""
    noise = Image.effect_noise((900, 700), 50).convert("RGB")
    path = saved(tmp_path, noise, "JPEG")
    crop = Crop(2.0, Focus(0.2, 0.7), 333)
    assert prepare(path, crop) == prepare(path, crop)


def test_a_large_photograph_read_coarsely_is_the_same_picture(tmp_path: Path):
    """Decoding a JPEG in eighths keeps every part where it was."""
    path = saved(tmp_path, quadrants(4001, 3001), "JPEG", quality=90)
    image = opened(prepare(path, Crop(4 / 3, Focus(), 100)))
    assert near(image.getpixel((47, 34)), RED)
    assert near(image.getpixel((52, 40)), YELLOW)
