"""Pictures checked, measured, and cropped to the pixels that an edition prints."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from printkit.errors import Problem, Refused
from printkit.model.bulletin import Focus
from printkit.model.picture import Pixels
from printkit.pictures.colour import continuous, laid_on, to_srgb, transparent
from printkit.pictures.medium import WHITE
from printkit.pictures.opening import decode, opened, verify
from printkit.pictures.reading import Unfit, read

_QUALITY = 88
# Flat art has few colours, and lossless compression makes it smaller as well as cleaner.
_FEW_COLOURS = 4096
# By how much a picture may be wider or narrower than its box, where that is of whole pixels.
_STRETCHED = 0.005
_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4 A
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Crop:
    """What is kept of a picture: width over height, around a point, at most `widest` px wide.

    `ground` is what shows through where the picture is transparent: sRGB's `RRGGBB`.
    """

    ratio: float
    focus: Focus
    widest: int
    ground: str = WHITE


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of an upright picture that is kept, in fractions of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


def check(path: Path) -> str | None:
    """Give what is wrong with a picture file, as the words that follow its name, or None."""
    try:
        source = read(path)
        verify(source)
        with opened(source) as image:
            decode(image)
    except Unfit as fault:
        return str(fault)
    return None


def size(path: Path) -> tuple[int, int]:
    """Give the picture's width and height in pixels as it is seen (EXIF orientation applied)."""
    try:
        with opened(read(path)) as image:
            return _upright_size(image, _orientation(image))
    except Unfit as fault:
        raise Refused(Problem(f"`{path.name}` {fault}")) from None


def prepare(path: Path, crop: Crop) -> Pixels:
    """Give the picture cropped around its focus, scaled down where it is wider, never up."""
    try:
        return prepared(read(path), crop)
    except Unfit as fault:
        raise Refused(Problem(f"`{path.name}` {fault}")) from None


def prepared(source: bytes, crop: Crop) -> Pixels:
    """Give a picture of a file's bytes, as `prepare` does; Unfit where they are none."""
    verify(source)
    with opened(source) as image:
        cropped, laid = _cropped(image, crop)
        return _encode(cropped, exactly=laid)


def _cropped(image: Image.Image, crop: Crop) -> tuple[Image.Image, bool]:
    """Give the picture in sRGB, and whether it was transparent and is laid on the crop's ground."""
    orientation = _orientation(image)
    width, height = _upright_size(image, orientation)
    window = _window(width / height, crop)
    kept = (window.right - window.left) * width
    wide, high = _pixels(min(crop.widest, round(kept)), crop.ratio)
    _decode_no_finer_than(image, kept / wide)
    profile, clear = image.info.get("icc_profile"), transparent(image)
    opaque = laid_on(crop.ground, clear, profile) if clear else continuous(image)
    upright = _turned(opaque, orientation)
    box = (
        window.left * upright.width,
        window.top * upright.height,
        window.right * upright.width,
        window.bottom * upright.height,
    )
    scaled = upright.resize((wide, high), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    return (scaled, True) if clear else (to_srgb(scaled, profile), False)


def _pixels(widest: int, ratio: float) -> tuple[int, int]:
    """Give a width of at most so many pixels, and a height, that hardly stretch the picture.

    Of a small one whole pixels are a large part, so its longer side follows the shorter one.
    """
    wide = max(1, widest)
    high = max(1, round(wide / ratio))
    if ratio > 1 and abs(wide / high / ratio - 1) > _STRETCHED:
        high = max(1, int(wide / ratio))
        wide = max(1, min(wide, round(high * ratio)))
    return wide, high


def _decode_no_finer_than(image: Image.Image, reduction: float) -> None:
    """Decode at twice the size that is needed at most: JPEG's blocks can be read in eighths."""
    coarse = max(1.0, reduction / 2)
    image.draft(None, (round(image.width / coarse), round(image.height / coarse)))
    decode(image)


def _window(ratio: float, crop: Crop) -> _Window:
    across = min(1.0, crop.ratio / ratio)
    down = min(1.0, ratio / crop.ratio)
    left = min(max(crop.focus.across - across / 2, 0.0), 1.0 - across)
    top = min(max(crop.focus.down - down / 2, 0.0), 1.0 - down)
    return _Window(left, top, left + across, top + down)


def _orientation(image: Image.Image) -> int:
    if image.format == "TIFF":
        return 1  # Pillow applies a TIFF's own orientation when it decodes
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except (SyntaxError, ValueError, TypeError, LookupError):
        return 1


def _upright_size(image: Image.Image, orientation: int) -> tuple[int, int]:
    width, height = image.size
    return (height, width) if orientation in _ON_ITS_SIDE else (width, height)


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def _encode(image: Image.Image, *, exactly: bool) -> Pixels:
    """Give the smaller file; `exactly` as it is, so that no edge shows where a ground goes on."""
    image.info.clear()
    photograph = BytesIO()
    image.save(photograph, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    if exactly or image.getcolors(_FEW_COLOURS):
        art = BytesIO()
        image.save(art, "PNG")
        if exactly or art.tell() <= photograph.tell():
            return Pixels(art.getvalue(), "PNG", image.width, image.height)
    return Pixels(photograph.getvalue(), "JPEG", image.width, image.height)
