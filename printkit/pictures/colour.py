"""Any kind of pixels become sRGB: profiles are converted, transparency is laid on a ground."""

from io import BytesIO

from PIL import Image, ImageCms

_SIXTEEN_BIT = 65535.0
_CONTINUOUS = ("L", "RGB", "CMYK", "LAB")
_OPAQUE = 255


def transparent(image: Image.Image) -> Image.Image | None:
    """Give the picture with its transparency (RGBA), None where nothing shows through it."""
    if image.mode == "La":
        image = image.convert("LA")
    if not image.has_transparency_data:
        return None
    clear = image.convert("RGBA")
    least, _ = clear.getchannel("A").getextrema()
    return clear if least != _OPAQUE else None


def laid_on(ground: str, clear: Image.Image, profile: bytes | None) -> Image.Image:
    """Give a transparent picture in sRGB on a ground, whose colour is sRGB's `RRGGBB`."""
    coloured = to_srgb(clear.convert("RGB"), profile)
    coloured.putalpha(clear.getchannel("A"))
    below = Image.new("RGBA", clear.size, f"#{ground}")
    return Image.alpha_composite(below, coloured).convert("RGB")


def continuous(image: Image.Image) -> Image.Image:
    """Give an opaque picture in a mode that can be scaled: grey, RGB, CMYK or Lab of 8 bit."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode.startswith(("I", "F")):
        return _eight_bit(image)
    return image if image.mode in _CONTINUOUS else image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Give the picture in sRGB: through its ICC profile, plainly where it has none that fits."""
    try:
        return _through_profile(image, profile)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")


def _through_profile(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode == "LAB":
        source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    elif profile:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
    else:
        return image.convert("RGB")
    target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    return converted or image.convert("RGB")


def _eight_bit(image: Image.Image) -> Image.Image:
    peak = _SIXTEEN_BIT if image.mode.startswith("I;16") else _peak(image)
    factor = 255 / peak
    return image.convert("F").point(lambda value: value * factor + 0.5).convert("L")


def _peak(image: Image.Image) -> float:
    """Give what counts as white: files of 32 bit do not say which range they use."""
    _, largest = image.getextrema()
    highest = float(largest) if isinstance(largest, int | float) else 255.0
    return next((peak for peak in (1.0, 255.0, _SIXTEEN_BIT) if highest <= peak), highest)
