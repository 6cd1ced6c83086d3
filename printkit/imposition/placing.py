"""Pieces are placed on a sheet, those of its back so that they lie behind those of its front.

A sheet is turned about an edge of its paper. On a page that is higher than wide, the long edge is
upright, and what is at the left of the front is at the right of the back. A page that is wider than
high lies turned on the paper, so that the long edge is level: what is above on the front is below
on the back. Pieces are turned over like the leaves of a book, so that their backs are upside down
on a sheet which is turned about a level edge.
"""

from dataclasses import dataclass

from printkit.imposition.impositions import Grid, grid_for
from printkit.imposition.marks import marks_of
from printkit.model.frame import Box, Document
from printkit.model.sheet import Flip, Imposing, Placed, Printer, Sheet, Side

_NOWHERE = (0.0, 0.0)


def impose(document: Document, imposing: Imposing) -> Sheet:
    """Place a document of one frame, or of two that lie back to back, as often as there are cells.

    ValueError where a frame is not of the piece's size, or pieces do not fit the sheet.
    """
    piece = imposing.piece
    if any((frame.width, frame.height) != (piece.width, piece.height) for frame in document.frames):
        raise ValueError("a frame is not of its piece's size")
    return impose_pieces(len(document.frames), imposing)


def impose_pieces(sides: int, imposing: Imposing) -> Sheet:
    """Place pieces that are printed on one or two sides; ValueError where they do not fit."""
    grid = grid_for(imposing.imposition, imposing.sheet, imposing.piece)
    if grid is None or sides not in (1, 2):
        raise ValueError("such pieces do not fit the sheet")
    front = Side(tuple(Placed(0, box) for box in _boxes(grid)), marks_of(grid))
    width, height = grid.sheet.width, grid.sheet.height
    made: tuple[Side, ...] = (front,)
    if sides > 1:
        turning = _Turning(width, height, imposing.flip)
        made = (front, turning.back(front, shift_of(imposing.printer, wide=width > height)))
    return Sheet(width, height, made, grid.cuts, imposing.flip)


def _boxes(grid: Grid) -> list[Box]:
    return [
        Box(left, top, grid.piece.width, grid.piece.height)
        for top in grid.down.starts
        for left in grid.across.starts
    ]


def shift_of(printer: Printer | None, *, wide: bool) -> tuple[float, float]:
    """Give by how much everything on a back is moved, to the right and down as the page is read.

    What was measured on upright paper is turned with a page that is `wide`.
    """
    if printer is None:
        return _NOWHERE
    if not wide:
        return printer.right, printer.down
    if printer.landscape == "left":
        return -printer.down, printer.right
    return printer.down, -printer.right


@dataclass(frozen=True, slots=True)
class _Turning:
    """A sheet, as it is read, that is turned about an edge of its paper."""

    width: float
    height: float
    flip: Flip

    @property
    def level(self) -> bool:
        """Whether that edge is level as the sheet is read."""
        return (self.width > self.height) == (self.flip == "long")

    def back(self, front: Side, shift: tuple[float, float]) -> Side:
        """Give the back of a front, moved by `shift`; its frames are the ones behind those."""
        placed = tuple(
            Placed(one.frame + 1, _moved(self._behind(one.box), shift), self.level)
            for one in front.placed
        )
        return Side(placed, tuple(_moved(self._behind(mark), shift) for mark in front.marks))

    def _behind(self, box: Box) -> Box:
        """Give where a place of the front is, seen from the back."""
        if self.level:
            return box._replace(top=self.height - box.bottom)
        return box._replace(left=self.width - box.right)


def _moved(box: Box, shift: tuple[float, float]) -> Box:
    return box._replace(left=box.left + shift[0], top=box.top + shift[1])
