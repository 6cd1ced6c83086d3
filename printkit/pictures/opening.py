"""Opening a picture: its kind and its size are judged on the header, before anything is decoded."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image

from printkit.pictures.kinds import describe, is_usable
from printkit.pictures.reading import Unfit

MOST_PIXELS = 60_000_000
LEAST_SIDE = 64
STEEPEST_RATIO = 20
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")
# What Pillow's decoders raise on damaged files; none of it is a fault of ours.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    zlib.error,
)


@contextmanager
def opened(source: bytes) -> Iterator[Image.Image]:
    """Give the picture, its header judged; Unfit where it, or what is then done with it, fails."""
    with warnings.catch_warnings():
        # Pillow warns of odd metadata, which is not kept, and of sizes that are judged here.
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(source), formats=_FORMATS) as image:
                _judge(*image.size)
                yield image
        except Image.DecompressionBombError:
            raise Unfit(_too_many_pixels()) from None
        except _DAMAGE:
            raise Unfit("is damaged" if is_usable(source) else describe(source)) from None


def decode(image: Image.Image) -> None:
    """Decode the first frame; the decoders' own errors where it is damaged or cut short."""
    image.load()


def verify(source: bytes) -> None:
    """Hold a PNG's chunks against their checksums, which decoding alone does not (PNG CRC)."""
    with opened(source) as image:
        if image.format == "PNG":
            image.verify()


def _judge(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise Unfit(_too_many_pixels())
    if min(width, height) < LEAST_SIDE:
        least = f"{LEAST_SIDE} by {LEAST_SIDE} px"
        raise Unfit(f"is {width} by {height} px, expected at least {least}")
    if max(width, height) > STEEPEST_RATIO * min(width, height):
        raise Unfit(
            f"is {width} by {height} px, expected one side to be at most {STEEPEST_RATIO} times "
            "the other"
        )


def _too_many_pixels() -> str:
    return f"has more than {MOST_PIXELS // 1_000_000} megapixels"
