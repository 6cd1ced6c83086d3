"""Small pictures of a PDF's pages, to look at many of them at once.

Heavy libraries are loaded only when a picture is made.
"""

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

from printkit.model.picture import Pixels

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

# A page of paper can just be read at this width in pixels, and a slide at the other.
_UPRIGHT, _LANDSCAPE = 320, 240
_HIGHEST = 960
_QUALITY = 50  # of JPEG, up to 95; less is seen round the letters, more is a third larger
_WHITE = 255


def small_pictures(pdf: bytes, number: int = 0) -> tuple[Pixels, ...]:
    """Give a PDF's pages in small (JPEG on white), or the one page of this number from 1."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - loaded only for a picture

    pictures = []
    with closing(PdfDocument(pdf)) as document:
        for index in [number - 1] if number else range(len(document)):
            with closing(document[index]) as page:
                pictures.append(_picture(page))
    return tuple(pictures)


def _picture(page: "PdfPage") -> Pixels:
    from pypdfium2 import PdfBitmap  # noqa: PLC0415 - loaded only for a picture
    from pypdfium2.raw import FPDF_RenderPageBitmap, FPDFBitmap_BGR  # noqa: PLC0415 - likewise

    width, height = _pixels(*page.get_size())
    stream = BytesIO()
    with closing(PdfBitmap.new_native(width, height, FPDFBitmap_BGR)) as bitmap:
        bitmap.fill_rect((_WHITE,) * 4, 0, 0, width, height)
        FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, 0)
        bitmap.to_pil().save(stream, "JPEG", quality=_QUALITY)
    return Pixels(stream.getvalue(), "JPEG", width, height)


def _pixels(width: float, height: float) -> tuple[int, int]:
    """Give the pixels of a page of this size, in points."""
    across = _UPRIGHT if height > width else _LANDSCAPE
    scale = min(across / width, _HIGHEST / height)
    return max(1, round(width * scale)), max(1, round(height * scale))
