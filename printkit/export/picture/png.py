"""A page of a PDF becomes a PNG of so many pixels, and a PNG is looked at again.

Heavy libraries are loaded only when a picture is made or read.
"""

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

from printkit.errors import Problem

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

_EFFORT = 3  # of zlib; on pages of type, more takes four times as long and saves no byte
_PERCEPTUAL = b"\0"
_WHITE = 255
_AGAIN = "build it again"


def png_of(page: "PdfPage", pixels: tuple[int, int], dots: int = 0) -> bytes:
    """Give a page as PNG on white: RGB, so many pixels, the same bytes each time.

    `dots` is how many of them an inch has, where the picture is to say it.
    """
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - loaded only for a picture
    from pypdfium2 import PdfBitmap  # noqa: PLC0415 - likewise
    from pypdfium2.raw import FPDF_RenderPageBitmap, FPDFBitmap_BGR  # noqa: PLC0415 - likewise

    width, height = pixels
    with closing(PdfBitmap.new_native(width, height, FPDFBitmap_BGR)) as bitmap:
        bitmap.fill_rect((_WHITE,) * 4, 0, 0, width, height)
        # The page fills the whole pixels, whatever its size has after the point.
        FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, 0)
        colours = PngInfo()
        colours.add(b"sRGB", _PERCEPTUAL)
        resolution = {"dpi": (dots, dots)} if dots else {}
        stream = BytesIO()
        bitmap.to_pil().save(stream, "PNG", compress_level=_EFFORT, pnginfo=colours, **resolution)
    return stream.getvalue()


def check_png(data: bytes, pixels: tuple[int, int], dots: int = 0) -> tuple[Problem, ...]:
    """Give what is wrong with a PNG: damage, other pixels or resolution than these, or no ink."""
    from PIL import Image  # noqa: PLC0415 - loaded only for a picture

    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as image:
            said = tuple(round(value) for value in image.info.get("dpi", ()))
            faults = [
                *_unlike("pixels", pixels, image.size),
                *_unlike("dots per inch", (dots, dots) if dots else (), said),
            ]
            # Pixels of another size than ours are not worth reading, and may be too many.
            if not faults and _is_blank(image):
                faults.append("the picture is blank")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        faults = ["the picture cannot be read as a PNG"]
    return tuple(Problem(fault, hint=_AGAIN) for fault in faults)


def _is_blank(image: "Image") -> bool:
    """Whether all of a picture has one colour."""
    return image.convert("RGB").getcolors(1) is not None


def _unlike(what: str, expected: tuple[int, ...], found: tuple[int, ...]) -> Iterator[str]:
    """Say where a picture's numbers are not those that it was made with."""
    if expected != found:
        said = [" x ".join(map(str, numbers)) or "none" for numbers in (expected, found)]
        yield f"the picture's {what}: expected {said[0]}, found {said[1]}"
