"""The slides' pictures: rendered of the very bytes of their PDF, as large as projectors show them.

Heavy libraries are loaded only when a picture is made.
"""

from contextlib import closing

from printkit.errors import Problem
from printkit.export.picture.png import check_png, png_of
from printkit.model.paper import Size

_WIDTH, _HEIGHT, _GREATEST_HEIGHT = 1920, 1080, 1200


def slide_pixels(screen: Size) -> tuple[int, int]:
    """Give a slide's width and height in pixels: 1920 wide, or 1080 high where that is too high."""
    height = round(_WIDTH * screen.height / screen.width)
    if height <= _GREATEST_HEIGHT:
        return _WIDTH, height
    return round(_HEIGHT * screen.width / screen.height), _HEIGHT


def slide_pictures(pdf: bytes, pixels: tuple[int, int] | None = None) -> tuple[bytes, ...]:
    """Give each page of the slides' PDF as PNG (RGB), the same bytes each time.

    Each has so many `pixels`, or as many as a projector shows.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - loaded only for a picture

    pictures = []
    with closing(PdfDocument(pdf)) as document:
        for number in range(len(document)):
            with closing(document[number]) as page:
                pictures.append(png_of(page, pixels or slide_pixels(Size(*page.get_size()))))
    return tuple(pictures)


def check_slide_picture(data: bytes, screen: Size) -> tuple[Problem, ...]:
    """Give what is wrong with a slide's picture: damage, another size, or nothing on its ground."""
    return check_png(data, slide_pixels(screen))
