"""A page's picture: rendered of the very bytes of its PDF, and read back to see that it is whole.

Heavy libraries are loaded only when a picture is made or read.
"""

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO

from printkit.errors import Problem, Refused
from printkit.model.paper import Size
from printkit.units import POINTS_PER_INCH

DOTS_PER_INCH = 300
# More needs hundreds of megabytes to render, and programs refuse it; an A2 has 35 million.
_MOST_PIXELS = 80_000_000
_EFFORT = 3  # of zlib; on pages of type, more takes four times as long and saves no byte
_PERCEPTUAL = b"\0"
_WHITE = 255
_AGAIN = "build it again"


def page_picture(pdf: bytes) -> bytes:
    """Give the first page of a PDF as PNG on white: RGB, 300 dpi, the same bytes each time.

    Refused where the page is too large for a picture.
    """
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - loaded only for a picture
    from pypdfium2 import PdfBitmap, PdfDocument  # noqa: PLC0415 - likewise
    from pypdfium2.raw import FPDF_RenderPageBitmap, FPDFBitmap_BGR  # noqa: PLC0415 - likewise

    with closing(PdfDocument(pdf)) as document, closing(document[0]) as page:
        width, height = _affordable(Size(*page.get_size()))
        with closing(PdfBitmap.new_native(width, height, FPDFBitmap_BGR)) as bitmap:
            bitmap.fill_rect((_WHITE,) * 4, 0, 0, width, height)
            # The page fills the whole pixels, whatever its size has after the point.
            FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, 0)
            colours = PngInfo()
            colours.add(b"sRGB", _PERCEPTUAL)
            stream, resolution = BytesIO(), (DOTS_PER_INCH, DOTS_PER_INCH)
            bitmap.to_pil().save(
                stream, "PNG", dpi=resolution, compress_level=_EFFORT, pnginfo=colours
            )
    return stream.getvalue()


def check_picture(data: bytes, paper: Size) -> tuple[Problem, ...]:
    """Give what is wrong with a page's picture: damage, another size or resolution, or no ink."""
    from PIL import Image  # noqa: PLC0415 - loaded only for a picture

    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as image:
            dots = tuple(round(value) for value in image.info.get("dpi", ()))
            faults = [
                *_unlike("pixels", _pixels(paper), image.size),
                *_unlike("dots per inch", (DOTS_PER_INCH, DOTS_PER_INCH), dots),
            ]
            # Pixels of another size than ours are not worth reading, and may be too many.
            if not faults and image.convert("L").getextrema() == (_WHITE, _WHITE):
                faults.append("the picture is blank")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        faults = ["the picture cannot be read as a PNG"]
    return tuple(Problem(fault, hint=_AGAIN) for fault in faults)


def _unlike(what: str, expected: tuple[int, ...], found: tuple[int, ...]) -> Iterator[str]:
    """Say where a picture's numbers are not those that it was made with."""
    if expected != found:
        said = [" x ".join(map(str, numbers)) or "none" for numbers in (expected, found)]
        yield f"the picture's {what}: expected {said[0]}, found {said[1]}"


def _pixels(page: Size) -> tuple[int, int]:
    """Give a page's width and height in pixels, rounded."""
    dots = DOTS_PER_INCH / POINTS_PER_INCH
    return round(page.width * dots), round(page.height * dots)


def _affordable(page: Size) -> tuple[int, int]:
    width, height = _pixels(page)
    if width * height <= _MOST_PIXELS:
        return width, height
    raise Refused(
        Problem(
            f"a page of {page.width / POINTS_PER_INCH:g} by {page.height / POINTS_PER_INCH:g} "
            f"inches is too large for a picture: expected at most {_MOST_PIXELS:,} pixels at "
            f"{DOTS_PER_INCH} dpi, found {width * height:,}",
            hint="use a smaller paper, or place the `insert` instead",
        )
    )
