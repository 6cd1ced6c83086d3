"""Where a page's lines stand: PDFium's characters, parted by the column that they stand in."""

from collections.abc import Iterator
from contextlib import closing
from ctypes import byref, c_double
from dataclasses import dataclass, field

from printkit.errors import Problem, Refused
from printkit.model.frame import Box

# Characters no further apart than this, in points, stand on one line.
_ON_ONE_LINE = 0.5
_LINE_END = "\r\n"


@dataclass(slots=True)
class SetLine:
    """A line of a column: its baseline from the box's top and its type size, in points."""

    baseline: float
    size: float
    signs: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands on it; PDFium gives what is beyond Unicode's first plane in two halves."""
        halves = "".join(map(chr, self.signs)).encode("utf-16", "surrogatepass")
        return halves.decode("utf-16", "replace")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A character as PDFium gives it: its code, where it stands in the box, and its type size."""

    code: int
    left: float
    baseline: float
    size: float


Columns = tuple[list[SetLine], list[SetLine]]


def read_columns(data: bytes, box: Box | None = None) -> Columns:
    """Give the lines left and right of the middle of a box of the first page, as they are drawn.

    Without a box it is the whole page's; Refused where the bytes are no PDF.
    """
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - loaded only for reading back

    found: Columns = ([], [])
    try:
        with closing(PdfDocument(data)) as document, closing(document[0]) as page:
            width, height = page.get_size()
            box = box or Box(0.0, 0.0, width, height)
            for sign in _signs(page, box, height):
                _add(found, sign, box)
    except PdfiumError as fault:
        problem = Problem("the page cannot be read as a PDF", hint="build it again")
        raise Refused(problem) from fault
    return found


def _signs(page, box: Box, height: float) -> Iterator[_Sign]:  # type: ignore[no-untyped-def] # noqa: ANN001 - PDFium has no types
    """Give what stands in the box, from its top-left corner."""
    from pypdfium2 import raw  # noqa: PLC0415 - loaded only for reading back

    across, up = c_double(), c_double()
    with closing(page.get_textpage()) as text:
        for index in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, index)
            raw.FPDFText_GetCharOrigin(text, index, byref(across), byref(up))
            left, down = across.value - box.left, height - up.value - box.top
            if chr(code) not in _LINE_END and 0 <= left <= box.width and 0 <= down <= box.height:
                yield _Sign(code, left, down, raw.FPDFText_GetFontSize(text, index))


def _add(found: Columns, sign: _Sign, box: Box) -> None:
    """Add a character to the line that it stands on."""
    lines = found[int(sign.left > box.width / 2)]
    if not lines or abs(lines[-1].baseline - sign.baseline) > _ON_ONE_LINE:
        lines.append(SetLine(sign.baseline, sign.size))
    lines[-1].signs.append(sign.code)
