"""Pieces are placed on a sheet, those of its back so that they lie behind those of its front.

A sheet is turned about an edge of its paper. On a page that is higher than wide, the long edge is
upright, and what is at the left of the front is at the right of the back. A page that is wider than
high lies turned on the paper, so that the long edge is level: what is above on the front is below
on the back. Pieces are turned over like the leaves of a book, so that their backs are upside down
on a sheet which is turned about a level edge.

A leaflet is a piece as large as its sheet, which is turned over in the same way: its last panel and
its first are the outside, those between them the inside. It has no marks: it is folded edge to
edge, and what would say where stays on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from printkit.imposition.impositions import IMPOSITIONS, Grid, grid_for
from printkit.imposition.marks import marks_of
from printkit.model.frame import Box, Document
from printkit.model.sheet import Flip, Imposing, Placed, Printer, Sheet, Side

_NOWHERE = (0.0, 0.0)
# The frames of a leaflet from left to right on its outside, and those that lie behind them.
_OUTSIDE, _INSIDE = (3, 0), (2, 1)


def impose(document: Document, imposing: Imposing) -> Sheet:
    """Place a document of one frame, or of two that lie back to back, as often as there are cells.

    A leaflet's four frames are placed once. ValueError where a frame is not of the piece's size, or
    pieces do not fit the sheet.
    """
    piece = imposing.piece
    if any((frame.width, frame.height) != (piece.width, piece.height) for frame in document.frames):
        raise ValueError("a frame is not of its piece's size")
    return impose_pieces(len(document.frames), imposing)


def impose_pieces(frames: int, imposing: Imposing) -> Sheet:
    """Place pieces of so many frames, a leaflet's are four; ValueError where they do not fit."""
    grid = grid_for(imposing.imposition, imposing.sheet, imposing.piece)
    imposition = IMPOSITIONS[imposing.imposition]
    if grid is None or frames not in imposition.frames:
        raise ValueError("such pieces do not fit the sheet")
    front, behind = _outside(grid) if imposition.folds else _pieces(grid)
    width, height = grid.sheet.width, grid.sheet.height
    made: tuple[Side, ...] = (front,)
    if frames > 1:
        turning = _Turning(width, height, imposing.flip)
        shift = shift_of(imposing.printer, wide=width > height)
        made = (front, turning.back(front, behind, shift))
    cuts = 0 if imposition.folds else grid.cuts
    return Sheet(width, height, made, cuts, imposing.flip, imposition.folds)


def _pieces(grid: Grid) -> tuple[Side, list[int]]:
    """Give the front of equal pieces, and the frame behind each of them."""
    boxes = _boxes(grid)
    return Side(tuple(Placed(0, box) for box in boxes), marks_of(grid)), [1] * len(boxes)


def _outside(grid: Grid) -> tuple[Side, list[int]]:
    """Give the outside of a leaflet in reading order, and the frame behind each of its panels."""
    panels = sorted(zip(_OUTSIDE, _INSIDE, _boxes(grid), strict=True))
    side = Side(tuple(Placed(frame, box) for frame, _, box in panels))
    return side, [behind for _, behind, _ in panels]


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

    def back(self, front: Side, behind: Sequence[int], shift: tuple[float, float]) -> Side:
        """Give the back of a front, moved by `shift`; these frames are the ones behind those."""
        placed = tuple(
            Placed(frame, _moved(self._behind(one.box), shift), self.level)
            for one, frame in zip(front.placed, behind, strict=True)
        )
        return Side(placed, tuple(_moved(self._behind(mark), shift) for mark in front.marks))

    def _behind(self, box: Box) -> Box:
        """Give where a place of the front is, seen from the back."""
        if self.level:
            return box._replace(top=self.height - box.bottom)
        return box._replace(left=self.width - box.right)


def _moved(box: Box, shift: tuple[float, float]) -> Box:
    return box._replace(left=box.left + shift[0], top=box.top + shift[1])
