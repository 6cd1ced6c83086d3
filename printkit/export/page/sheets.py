"""The PDF of a sheet: pieces on its front and its back, and marks that say where to cut.

The first copy of each piece is told to whoever has the file read aloud; all others are artifacts,
and are drawn from one form for each frame, so that the file stays small. Frames are told in
their order, on whichever page each is drawn.

A page's MediaBox and TrimBox are the sheet. A PDF has one trim to a page, so that those of the
pieces are said by the places of their copies: each is drawn in its own coordinates after a `cm`
that leads to the lower left corner of its trim, and its form's BBox is that trim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from printkit.export.page.content import Resources, drawn, drawn_unmarked
from printkit.export.page.document import Drawn, Form, Page, Supplies, write_drawn
from printkit.export.page.objects import number
from printkit.export.page.structure import Area, Stretch, Structure
from printkit.model.frame import Box, Document, Frame
from printkit.model.paper import Size
from printkit.model.sheet import Placed, Sheet, Side

_DUPLEX = {"long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge"}
# What a viewer may be told to print of a file (ISO 32000-1, table 150: NumCopies).
_FEWEST_TOLD, _MOST_TOLD = 2, 5
# Marks are printed in black, whatever the layout's colours are.
_BLACK = b"0 0 0 rg"


def write_sheet(
    document: Document, sheet: Sheet, supplies: Supplies, copies: int | None = None
) -> bytes:
    """Give the PDF of a sheet with a document's frames; `copies` says how many pieces are wanted.

    The same document and sheet give the same bytes.
    """
    drawing = _Drawing(document, sheet, Resources(lambda face: supplies.font(face).codes))
    pages = [drawing.page(side) for side in sheet.sides]
    drawing.put_in_order()
    preferences = duplex_of(sheet) + _number_of(sheet, copies)
    made = Drawn(drawing.structure, drawing.resources, pages, drawing.forms, preferences)
    return write_drawn(made, supplies)


def duplex_of(sheet: Sheet) -> str:
    """Give the preference that says on which sides to print, and about which edge to turn."""
    return "/Duplex/" + (_DUPLEX[sheet.flip] if len(sheet.sides) > 1 else "Simplex")


def _number_of(sheet: Sheet, copies: int | None) -> str:
    needed = sheet.needed(copies) if copies else 0
    return f"/NumCopies {needed}" if _FEWEST_TOLD <= needed <= _MOST_TOLD else ""


class _Telling(NamedTuple):
    """A frame as it is told: its number, its contents, and the places of its links."""

    frame: int
    contents: Stretch
    areas: Sequence[Area]


@dataclass(slots=True)
class _Drawing:
    """A sheet's pages so far; a frame that was drawn once is drawn as a form from then on."""

    document: Document
    sheet: Sheet
    resources: Resources
    forms: list[Form] = field(default_factory=list)
    structure: Structure = field(init=False)
    told: dict[int, _Telling] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.structure = Structure(self.document)

    def page(self, side: Side) -> Page:
        """Draw a side of the sheet."""
        self.structure.begin_page()
        parts = [self._piece(placed) for placed in side.placed]
        parts.append(b"\n".join(self._marks(side)))
        return Page(b"\n".join(parts), self._boxes())

    def _piece(self, placed: Placed) -> bytes:
        matrix = " ".join(map(number, _matrix(placed, self.sheet.height))).encode()
        if placed.frame not in self.told:
            return b"q %b cm\n%b\nQ" % (matrix, self._first(placed))
        name = self._form(placed.frame).encode()
        return b"/Artifact BMC q %b cm /%b Do Q EMC" % (matrix, name)

    def _first(self, placed: Placed) -> bytes:
        """Draw the copy that is told, and move the places that are noted of it."""
        structure = self.structure
        pictured, led = set(structure.boxes), len(structure.areas)
        page, begun = len(structure.pages) - 1, len(structure.pages[-1])
        content = drawn(self._frame(placed), self.resources, structure)
        for element in structure.boxes.keys() - pictured:
            corners = structure.boxes[element]
            structure.boxes[element] = _moved(corners, placed, self.sheet.height)
        for place, area in enumerate(structure.areas[led:], led):
            corners = _moved(area.corners, placed, self.sheet.height)
            structure.areas[place] = Area(area.page, area.element, corners)
        contents = Stretch(page, begun, structure.pages[page][begun:])
        self.told[placed.frame] = _Telling(placed.frame, contents, structure.areas[led:])
        return content

    def put_in_order(self) -> None:
        """Have the frames told in their order, in which a leaflet's are not drawn."""
        telling = sorted(self.told.values())
        self.structure.order = [one.contents for one in telling]
        self.structure.areas = [area for one in telling for area in one.areas]

    def _form(self, frame: int) -> str:
        """Give the name of a frame's form, which is drawn when it is first asked for."""
        if frame not in self.names:
            self.names[frame] = name = f"X{len(self.forms) + 1}"
            what = self.document.frames[frame]
            content = drawn_unmarked(what, self.resources, self.document)
            self.forms.append(Form(name, content, Size(what.width, what.height)))
        return self.names[frame]

    def _frame(self, placed: Placed) -> Frame:
        return self.document.frames[placed.frame]

    def _marks(self, side: Side) -> Iterator[bytes]:
        if side.marks:
            yield b"/Artifact BMC"
            yield _BLACK
            for mark in side.marks:
                numbers = (mark.left, self.sheet.height - mark.bottom, mark.width, mark.height)
                yield f"{' '.join(map(number, numbers))} re f".encode()
            yield b"EMC"

    def _boxes(self) -> str:
        media = f"[0 0 {number(self.sheet.width)} {number(self.sheet.height)}]"
        return f"/MediaBox{media}/TrimBox{media}"


def _corners(box: Box, height: float) -> tuple[float, ...]:
    return (box.left, height - box.bottom, box.right, height - box.top)


def _matrix(placed: Placed, height: float) -> tuple[float, ...]:
    """Give what leads from a piece's own coordinates to the sheet's (operator cm)."""
    left, bottom, right, top = _corners(placed.box, height)
    return (-1, 0, 0, -1, right, top) if placed.turned else (1, 0, 0, 1, left, bottom)


def _moved(corners: tuple[float, ...], placed: Placed, height: float) -> tuple[float, ...]:
    """Give where a place of a piece is on its sheet: left, bottom, right, top."""
    a, _, _, d, across, up = _matrix(placed, height)
    left, bottom, right, top = corners
    lefts = sorted((a * left + across, a * right + across))
    tops = sorted((d * bottom + up, d * top + up))
    return (lefts[0], tops[0], lefts[1], tops[1])
