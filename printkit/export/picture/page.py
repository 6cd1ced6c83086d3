"""A page's picture: rendered of the very bytes of its PDF, and read back to see that it is whole.

Heavy libraries are loaded only when a picture is made or read.
"""

from contextlib import closing

from printkit.errors import Problem, Refused
from printkit.export.picture.png import check_png, png_of
from printkit.model.paper import Size
from printkit.units import POINTS_PER_INCH

DOTS_PER_INCH = 300
# More needs hundreds of megabytes to render, and programs refuse it; an A2 has 35 million.
_MOST_PIXELS = 80_000_000


def page_picture(pdf: bytes) -> bytes:
    """Give the first page of a PDF as PNG on white: RGB, 300 dpi, the same bytes each time.

    Refused where the page is too large for a picture.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - loaded only for a picture

    with closing(PdfDocument(pdf)) as document, closing(document[0]) as page:
        return png_of(page, _affordable(Size(*page.get_size())), DOTS_PER_INCH)


def check_picture(data: bytes, paper: Size) -> tuple[Problem, ...]:
    """Give what is wrong with a page's picture: damage, another size or resolution, or no ink."""
    return check_png(data, _pixels(paper), DOTS_PER_INCH)


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
