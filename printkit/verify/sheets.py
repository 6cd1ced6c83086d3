"""A sheet is held against the bulletin and against the places that its copies should have.

The first copy is read as an insert is. Each other copy must draw the very same, and each must stand
in its cell. PDFium reads what stands there, and the file's own operators (ISO 32000-1, annex A) say
where it is placed. A leaflet has each of its panels once: what PDFium reads in each panel's place
is put in the panels' order.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

from printkit.errors import Problem, Refused
from printkit.model.frame import Box
from printkit.model.paper import MILLIMETRE, Size
from printkit.model.sheet import Placed, Sheet, Side
from printkit.verify.comparing import Reading, compare
from printkit.verify.expected import Expected, page_parts, wording_problems
from printkit.verify.page_reader import PageText, read_pages
from printkit.verify.pdf_file import PdfFile, Stream
from printkit.verify.syntax import Damaged, Reference, Scanner, Word
from printkit.verify.witness import check_tags, size_problems

_TOLERANCE = 0.1  # millimetres
_AGAIN = "build it again; if this stays, report it as a fault"
_MARKS = ("BMC", "BDC", "EMC")

Matrix = tuple[float, ...]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


# Says what is wrong with what the sides of a sheet's first copy say, or a leaflet's panels, and how
# it is told.
Judge = Callable[[bytes, Sequence[str], Expected], tuple[Problem, ...]]


def check_sheet(data: bytes, expected: Expected, sheet: Sheet, judge: Judge) -> tuple[Problem, ...]:
    """Give what is wrong with a sheet (PDF): its words, tags, copies, and where they stand."""
    try:
        problems = tuple(_paper_problems(read_pages(data), sheet))
        if problems:
            return problems
        said = _panels(data, sheet) if sheet.folds else _firsts(data, sheet)
        drawn = list(_copies(data))
    except Refused as refused:
        return refused.problems
    except (ValueError, IndexError, KeyError, TypeError) as fault:
        return (Problem(f"the sheet cannot be read: {fault}", hint=_AGAIN),)
    return (
        *judge(data, said, expected),
        *(
            problem
            for side, copies in zip(sheet.sides, drawn, strict=True)
            for problem in _copy_problems(side, copies, sheet)
        ),
    )


def insert_problems(data: bytes, texts: Sequence[str], expected: Expected) -> tuple[Problem, ...]:
    """Give what is wrong with what an insert says, as it is seen and read aloud."""
    reading = Reading("on the sheet's first copy", "\n".join(texts), expected.language)
    return (
        *wording_problems(expected),
        *compare(page_parts(expected), reading),
        *check_tags(data, expected),
    )


def _paper_problems(pages: tuple[PageText, ...], sheet: Sheet) -> Iterator[Problem]:
    if len(pages) != len(sheet.sides):
        yield Problem(f"expected a sheet of {len(sheet.sides)} pages, found {len(pages)}")
    yield from size_problems(pages, Size(sheet.width, sheet.height))


def _firsts(data: bytes, sheet: Sheet) -> list[str]:
    """Give what the first copy on each side says; Refused where another says something else."""
    firsts = []
    for number, side in enumerate(sheet.sides):
        with _read(data, number, side) as text:
            first = _first_of(str(text.get_text_range()), len(side.placed))
        if first is None:
            raise Refused(Problem("its copies do not all say the same", hint=_AGAIN))
        firsts.append(first)
    return firsts


def _panels(data: bytes, sheet: Sheet) -> list[str]:
    """Give what each panel says, in their order; Refused where something stands in none."""
    panels: dict[int, str] = {}
    for number, side in enumerate(sheet.sides):
        with _read(data, number, side) as text:
            own = {one.frame: _text_in(text, one.box, sheet.height) for one in side.placed}
            found, whole = _signs("".join(own.values())), _signs(str(text.get_text_range()))
        if len(found) != len(whole):
            raise Refused(Problem(f"page {number + 1}: text stands beside the panels", hint=_AGAIN))
        panels |= own
    return [panels[frame] for frame in sorted(panels)]


def _text_in(text, box: Box, height: float) -> str:  # type: ignore[no-untyped-def] # noqa: ANN001 - PDFium has no types
    """Give what stands in a place of a page, in the order in which it is drawn."""
    said = text.get_text_bounded(box.left, height - box.bottom, box.right, height - box.top)
    return str(said)


def _signs(text: str) -> str:
    return "".join(text.split())


@contextmanager
def _read(data: bytes, number: int, side: Side) -> Iterator[Any]:
    """Open what PDFium reads on a page, in the order in which it is drawn."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - loaded only for reading back

    with closing(PdfDocument(data)) as document, closing(document[number]) as page:
        if side.placed[0].turned:
            # PDFium reads what stands on one line from the left of the page as it is seen.
            page.set_rotation(180)
        with closing(page.get_textpage()) as text:
            yield text


def _first_of(text: str, copies: int) -> str | None:
    """Give what the first of so many copies says, None where another says something else."""
    letters = "".join(text.split())
    part = len(letters) // copies
    if letters != letters[:part] * copies:
        return None
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    return text[: places[part - 1] + 1] if part else ""


@dataclass(frozen=True, slots=True)
class _Copy:
    """What is drawn after one `cm`: the matrix, and the operators with their operands in order."""

    matrix: Matrix
    drawn: tuple[object, ...]


def _copies(data: bytes) -> Iterator[tuple[_Copy, ...]]:
    """Give each page's copies in the order in which they are drawn."""
    file = PdfFile(data)
    catalog = file.dictionary(file.trailer.get("Root"))
    for page in file.array(file.dictionary(catalog.get("Pages")).get("Kids")):
        entries = file.dictionary(page)
        objects = file.dictionary(file.dictionary(entries.get("Resources")).get("XObject"))
        content = _stream(file, entries.get("Contents")).content
        reading = _Reading(file, objects)
        reading.read(content)
        yield tuple(reading.found)


@dataclass(slots=True)
class _Reading:
    """What of a page's content has been read: whole copies, and the one that is being read.

    A copy stands between the outermost `q` and `Q`; it is a `cm`, and a form or its own operators.
    """

    file: PdfFile
    objects: dict[str, object]
    found: list[_Copy] = field(default_factory=list)
    depth: int = 0
    matrix: Matrix = _SAME
    drawn: list[object] = field(default_factory=list)

    def read(self, content: bytes) -> None:
        for operator, operands in _operations(content):
            self._operate(operator, operands)

    def _operate(self, operator: str, operands: tuple[object, ...]) -> None:
        if operator == "q":
            self.depth += 1
            if self.depth == 1:
                self.matrix, self.drawn = _SAME, []
                return
        elif operator == "Q":
            self.depth -= 1
            if self.depth == 0:
                self.found.append(_Copy(self.matrix, tuple(self.drawn)))
                return
        elif operator == "cm" and self.depth == 1:
            self.matrix = _product(operands, self.matrix)
            return
        form = self._form(operands[0]) if operator == "Do" and self.depth == 1 else None
        if form is not None:
            self.drawn += form
        else:
            self.drawn.append((operator, operands))

    def _form(self, name: object) -> list[object] | None:
        """Give what a form draws; None where the object is a picture."""
        stream = _stream(self.file, self.objects.get(str(name)))
        if stream.entries.get("Subtype") != "Form":
            return None
        if "Matrix" in stream.entries:
            raise Damaged("a form moves what it draws")
        return list(_operations(stream.content))


def _operations(content: bytes) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give operators with their operands; marks only say what things are, and are left out."""
    scanner, operands = Scanner(content), list[object]()
    while not scanner.ended():
        value = scanner.value()
        if not isinstance(value, Word):
            operands.append(_frozen(value))
            continue
        if value not in _MARKS:
            yield str(value), tuple(operands)
        operands = []


def _frozen(value: object) -> object:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _stream(file: PdfFile, value: object) -> Stream:
    found = file.get(value) if isinstance(value, Reference) else value
    if not isinstance(found, Stream):
        raise Damaged("something that is drawn is missing")
    return found


def _product(operands: tuple[object, ...], before: Matrix) -> Matrix:
    """Give the matrix that is in effect after `cm` (8.3.4)."""
    a, b, c, d, e, f = (float(str(one)) for one in operands)
    g, h, i, j, k, m = before
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _copy_problems(side: Side, copies: Sequence[_Copy], sheet: Sheet) -> Iterator[Problem]:
    if len(copies) != len(side.placed):
        named = "panels" if sheet.folds else "copies"
        yield Problem(f"expected {len(side.placed)} {named}, found {len(copies)}", hint=_AGAIN)
        return
    firsts: dict[int, tuple[object, ...]] = {}
    for number, (placed, copy) in enumerate(zip(side.placed, copies, strict=True), 1):
        if copy.drawn != firsts.setdefault(placed.frame, copy.drawn):
            yield Problem(f"copy {number} is not drawn as the first one is", hint=_AGAIN)
        away = _away(placed, copy.matrix, sheet.height) / MILLIMETRE
        if away > _TOLERANCE:
            named = f"panel {placed.frame + 1}" if sheet.folds else f"copy {number}"
            yield Problem(f"{named} stands {away:.1f} mm beside its cell", hint=_AGAIN)


def _away(placed: Placed, matrix: Matrix, height: float) -> float:
    """Give by how far a corner of a copy is not where it should be, in points."""
    box = placed.box
    across = (box.right, box.left) if placed.turned else (box.left, box.right)
    up = (height - box.top, height - box.bottom)
    up = up if placed.turned else up[::-1]
    a, b, c, d, e, f = matrix
    corners = ((0.0, 0.0), (box.width, box.height))
    distances = [
        max(abs(a * x + c * y + e - wanted_x), abs(b * x + d * y + f - wanted_y))
        for (x, y), wanted_x, wanted_y in zip(corners, across, up, strict=True)
    ]
    return max(distances)
