"""Sheets of a copier's paper, and the pieces that stand on them: plain data, in points.

Places are from a side's own top-left corner as it is read, y growing downwards, as in a frame.
"""

from dataclasses import dataclass
from math import ceil
from typing import Literal, NamedTuple

from printkit.model.frame import Box
from printkit.model.paper import Size

# The imposition of one piece as large as its sheet, which is folded once and not cut.
LEAFLET = "leaflet"
# The paper's edge about which a copier turns a sheet to print its back.
Flip = Literal["long", "short"]
# The edge of upright paper at which the top of a page lies that is wider than high.
Edge = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Printer:
    """A copier as `printers.yaml` knows it.

    `right` and `down` are by how much the back of a sheet is moved to lie behind its front, on
    upright paper whose back is read. Programs that print turn a wide page onto upright paper, most
    of them anticlockwise, so that its top lies at the `landscape` edge, the left one.
    """

    name: str
    right: float = 0.0
    down: float = 0.0
    flip: Flip = "long"
    landscape: Edge = "left"


@dataclass(frozen=True, slots=True)
class Imposing:
    """What is asked of sheets: an imposition of pieces on a paper, for how many and which printer.

    `sheet` is the paper as it is named, upright or not; `copies` is None where nobody counts.
    An imposition that was asked for is for `every` piece that may stand on a sheet.
    """

    imposition: str
    sheet_name: str
    sheet: Size
    piece_name: str
    piece: Size
    copies: int | None = None
    printer: Printer | None = None
    every: bool = False

    @property
    def folded(self) -> bool:
        """Whether sheets are folded, so that `piece` is a panel."""
        return self.imposition == LEAFLET

    @property
    def flip(self) -> Flip:
        """The edge about which sheets are turned; drivers are set to the long one."""
        return self.printer.flip if self.printer else "long"


class Placed(NamedTuple):
    """A document's frame, by its number, on a side of a sheet: its trim, and if it is upside down.

    Upside down means turned by half a turn about the middle of its box.
    """

    frame: int
    box: Box
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a sheet: its pieces, and the marks that say where to cut, as black boxes.

    The pieces of a front and its back are in one order: those of one number lie back to back.
    """

    placed: tuple[Placed, ...]
    marks: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it is read, turned to be wide where that is what tiles: its front, and its back.

    `cuts` counts the straight cuts that part its pieces; one that is folded, so many `folds`, is a
    piece as a whole.
    """

    width: float
    height: float
    sides: tuple[Side, ...]
    cuts: int
    flip: Flip = "long"
    folds: int = 0

    @property
    def pieces(self) -> int:
        """How many pieces a sheet is cut into."""
        return 1 if self.folds else len(self.sides[0].placed)

    def needed(self, copies: int) -> int:
        """How many sheets give so many pieces."""
        return ceil(copies / self.pieces)
