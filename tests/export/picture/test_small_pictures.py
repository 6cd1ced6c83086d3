"""Small pictures of pages: as wide as a page or a slide can just be read."""

from io import BytesIO

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from printkit.export.picture.small import small_pictures


def pdf(*sizes) -> bytes:
    """Give a PDF with blank pages of these sizes, in points."""
    document, stream = PdfDocument.new(), BytesIO()
    for width, height in sizes:
        document.new_page(width, height).close()
    document.save(stream)
    document.close()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("page", "pixels"),
    [
        ((595.28, 841.89), (320, 453)),
        ((960, 540), (240, 135)),
        ((720, 540), (240, 180)),
        ((10, 1000), (10, 960)),
        ((14000, 20), (240, 1)),
    ],
)
def test_a_pages_shape_decides_its_pixels(page, pixels):
    """Upright pages are 320 pixels wide, others 240, and none is higher than 960."""
    (picture,) = small_pictures(pdf(page))
    assert (picture.width, picture.height, picture.format) == (*pixels, "JPEG")
    with Image.open(BytesIO(picture.data)) as image:
        assert (image.format, image.size) == ("JPEG", pixels)
        assert image.convert("RGB").getcolors() == [(pixels[0] * pixels[1], (255, 255, 255))]


def test_all_pages_or_the_one_that_is_named():
    """Pages are counted from 1."""
    data = pdf((100, 200), (200, 100), (100, 100))
    assert [one.width for one in small_pictures(data)] == [320, 240, 240]
    assert [one.height for one in small_pictures(data, 3)] == [240]
