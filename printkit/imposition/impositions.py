"""The impositions that there are, and which pieces each puts on a paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from printkit.model.paper import MILLIMETRE, PAPERS, Size
from printkit.model.sheet import LEAFLET

# A piece that is this little smaller than its cell tiles: ISO papers are rounded to millimetres.
TIDY = MILLIMETRE
_EXACT = 1e-6
_INCH = 72.0
_THOUSANDTHS = 1000


@dataclass(frozen=True, slots=True)
class Imposition:
    """Into how many parts a paper's long and its short side are divided for one piece.

    What is folded so often is not cut; its panels stand side by side.
    """

    long: int
    short: int
    folds: int = 0

    @property
    def frames(self) -> tuple[int, ...]:
        """How many frames a document may have: a piece's sides, or all panels of what is folded."""
        return (2 * self.long,) if self.folds else (1, 2)

    def share(self, paper: Size) -> Size:
        """Give the part of a paper that one piece may have, upright, or one panel."""
        sides = sorted((paper.width, paper.height))
        parts = (sides[1] / self.long, sides[0] / self.short)
        return Size(*(parts if self.folds else sorted(parts)))

    def grids(self) -> tuple[tuple[int, int], ...]:
        """Give the columns and rows that there may be on a sheet."""
        level, upright = (self.long, self.short), (self.short, self.long)
        return (level,) if self.folds else tuple(dict.fromkeys((level, upright)))


IMPOSITIONS = {
    "two-up": Imposition(2, 1),
    "three-up": Imposition(3, 1),
    "four-up": Imposition(2, 2),
    LEAFLET: Imposition(2, 1, folds=1),
}
USUAL = "two-up"


@dataclass(frozen=True, slots=True)
class Grid:
    """Equal cells on a sheet as it is read, each with a piece in its middle."""

    sheet: Size
    columns: int
    rows: int
    piece: Size

    @property
    def across(self) -> "Row":
        """The pieces of a row."""
        return Row(self.columns, self.piece.width, self.sheet.width)

    @property
    def down(self) -> "Row":
        """The pieces of a column."""
        return Row(self.rows, self.piece.height, self.sheet.height)

    @property
    def cuts(self) -> int:
        """How many straight cuts part the pieces."""
        return len(self.across.cuts) + len(self.down.cuts)

    @property
    def tiles(self) -> bool:
        """Whether the pieces fit, and nothing of the sheet is wasted."""
        return self.across.tiles and self.down.tiles


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces in a row, or one above the other: how many, how long each is, and their sheet."""

    count: int
    piece: float
    sheet: float

    @property
    def tiles(self) -> bool:
        """Whether each piece is as long as its cell, or shorter by no more than is tidy."""
        fits = self.count * self.piece <= self.sheet + _EXACT
        return fits and self.sheet / self.count - self.piece <= TIDY

    @property
    def starts(self) -> tuple[float, ...]:
        """Where the pieces begin: each is in the middle of its cell."""
        cell = self.sheet / self.count
        return tuple(cell * (place + 0.5) - self.piece / 2 for place in range(self.count))

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where it is cut: between each two cells."""
        return tuple(self.sheet * place / self.count for place in range(1, self.count))


def grid_for(imposition: str, paper: Size, piece: Size) -> Grid | None:
    """Give the grid that pieces tile a paper in, upright where it may be; None where they don't."""
    return next((grid for grid in _grids(imposition, paper, piece) if grid.tiles), None)


def _grids(imposition: str, paper: Size, piece: Size) -> Iterator[Grid]:
    for sheet in (paper, Size(paper.height, paper.width)):
        for columns, rows in IMPOSITIONS[imposition].grids():
            yield Grid(sheet, columns, rows, piece)


def tiling_papers(imposition: str, paper: Size) -> tuple[str, ...]:
    """Give the names of the papers that tile a sheet, or the size that does where none does."""
    names = tuple(name for name, size in PAPERS.items() if grid_for(imposition, paper, size))
    return names or (usual_piece(imposition, paper),)


def usual_piece(imposition: str, paper: Size) -> str:
    """Give the half, third or quarter of a paper: its name, else its size as `4.666in x 8.5in`.

    Of a leaflet it is the panel, the half.
    """
    share = IMPOSITIONS[imposition].share(paper)
    for name, size in PAPERS.items():
        if grid_for(imposition, paper, size) and _alike(size, share):
            return name
    inches = all(_is_whole(side / _INCH * _THOUSANDTHS) for side in (paper.width, paper.height))
    unit, name = (_INCH, "in") if inches else (MILLIMETRE, "mm")
    # Rounded down, since three pieces that are rounded up would be more than their sheet.
    sides = (
        floor(side / unit * _THOUSANDTHS + _EXACT) / _THOUSANDTHS
        for side in (share.width, share.height)
    )
    return " x ".join(f"{side:g}{name}" for side in sides)


def _alike(one: Size, other: Size) -> bool:
    return abs(one.width - other.width) <= TIDY and abs(one.height - other.height) <= TIDY


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < _EXACT * _THOUSANDTHS
