"""A PDF's bytes become its pages' text, as PDFium reads it."""

from contextlib import closing
from dataclasses import dataclass

from printkit.errors import Problem, Refused


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text in the order in which it is drawn, and its width and height in points."""

    text: str
    width: float
    height: float


def read_pages(data: bytes) -> tuple[PageText, ...]:
    """Give the pages of a PDF; Refused where the bytes are none."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - loaded only for reading back

    try:
        with closing(PdfDocument(data)) as document:
            return tuple(_page(document, number) for number in range(len(document)))
    except PdfiumError as fault:
        problem = Problem("the page cannot be read as a PDF", hint="build it again")
        raise Refused(problem) from fault


def _page(document, number: int) -> PageText:  # type: ignore[no-untyped-def] # noqa: ANN001 - PDFium has no types
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        width, height = page.get_size()
        return PageText(str(text.get_text_range()), float(width), float(height))
