"""Rows of two languages: what belongs together begins on one line, and is as high as the longer.

A row's cells are the blocks of one element each: a heading, an introduction, a request. What one
language lacks is an empty cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import NamedTuple

from printkit.model.layout import Spacing
from printkit.typeset.blocks import Block, Plate
from printkit.typeset.breakpoints import Break
from printkit.typeset.flow import WIDEST_PLATE, Head, Setup, heads_of

Cell = tuple[Block | Plate, ...]
# The line ends of a cell's paragraphs, and those of both cells of each row.
Ends = tuple[tuple[Break, ...], ...]
Broken = tuple[tuple[Ends, Ends], ...]
# A picture's height as a part of the measure: what is for both stands between them, and is smaller.
_PICTURE = 0.45
_ROLES = ("heading", "figure", "credit", "introduction", "request")


class Row(NamedTuple):
    """What stands side by side: a cell of each language, one of which may be empty."""

    cells: tuple[Cell, Cell]

    @property
    def spine(self) -> Block | Plate:
        """The block whose style and size are the row's: both languages have the same."""
        block = (self.cells[0] or self.cells[1])[0]
        return block._replace(height=_PICTURE) if isinstance(block, Plate) else block


def lines_of(ends: tuple[Ends, Ends]) -> int:
    """Count the lines of a row's longer cell, 0 for pictures."""
    return max(sum(map(len, own)) for own in ends)


def picture_height(measure: float) -> float:
    """Give the height in points of a region's picture, which is of no type size."""
    return _PICTURE * min(measure, WIDEST_PLATE)


def rows_of(first: Sequence[Block | Plate], second: Sequence[Block | Plate]) -> tuple[Row, ...]:
    """Pair the blocks of two languages, region by region: by what they are, and then in order.

    A picture that both have stands in the first one's cell.
    """
    pairs = zip(_regions(first), _regions(second), strict=True)
    return tuple(row for pair in pairs for row in _rows(*pair))


_Region = dict[str, list[Cell]]


def _regions(blocks: Sequence[Block | Plate]) -> Iterator[_Region]:
    """Give for each region its cells by what they are."""
    for _, group in groupby(blocks, key=lambda block: block.region):
        found: _Region = {role: [] for role in _ROLES}
        for _, parts in groupby(group, key=lambda block: block.element):
            cell = tuple(parts)
            found["figure" if isinstance(cell[0], Plate) else cell[0].role].append(cell)
        yield found


def _rows(first: _Region, second: _Region) -> Iterator[Row]:
    for role in _ROLES:
        for one, other in zip_longest(first[role], second[role], fillvalue=()):
            yield Row((one, () if _is_same_picture(one, other) else other))


def _is_same_picture(one: Cell, other: Cell) -> bool:
    plates = [block for block in (*one, *other) if isinstance(block, Plate)]
    return len(plates) > 1 and len({plate.picture.file for plate in plates}) == 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """The rows of a page, and the measure in points that the columns of both languages have."""

    rows: tuple[Row, ...]
    measure: float
    spacing: Spacing
    broken: dict[float, Broken] = field(default_factory=dict, compare=False)

    def fewest(self, body: float) -> tuple[int, ...]:
        """Count for each row the lines that its longer cell takes at least, 0 for pictures."""
        return tuple(
            max(
                sum(
                    block.fewest(self.measure, block.size(body))
                    for block in cell
                    if isinstance(block, Block)
                )
                for cell in row.cells
            )
            for row in self.rows
        )

    def breaks(self, body: float) -> Broken:
        """Give the line ends of both cells of each row."""
        if body not in self.broken:
            self.broken[body] = tuple(
                (self._ends(first, body), self._ends(second, body))
                for first, second in (row.cells for row in self.rows)
            )
        return self.broken[body]

    def _ends(self, cell: Cell, body: float) -> Ends:
        return tuple(b.breaks(self.measure, body) for b in cell if isinstance(b, Block))

    def shorter(self, number: int, body: float, ends: tuple[Ends, Ends]) -> tuple[Ends, Ends]:
        """Give the line ends of a row with a line less; as they are where it cannot do with less.

        A compositor saves a line like this.
        """
        most = lines_of(ends)
        first, second = (
            self._tighter(cell, body, own) if sum(map(len, own)) == most else own
            for cell, own in zip(self.rows[number].cells, ends, strict=True)
        )
        return (first, second) if lines_of((first, second)) < most else ends

    def _tighter(self, cell: Cell, body: float, ends: Ends) -> Ends:
        """Give a cell's line ends with a line less in the first of its paragraphs that can."""
        for place, block in enumerate(cell):
            if isinstance(block, Block):
                fewer = block.in_lines(self.measure, body, len(ends[place]) - 1)
                if fewer:
                    return (*ends[:place], fewer, *ends[place + 1 :])
        return ends

    def heads(self, setup: Setup) -> list[Head]:
        """Give for each row the space above it, the height of a line or picture, and the like."""
        return heads_of([row.spine for row in self.rows], setup, self.measure, self.spacing)

    def heights(self, setup: Setup, lines: Sequence[int]) -> "Heights":
        """Give what the height of so many lines in each row is made of."""
        heads = self.heads(setup)
        counts = zip(heads, lines, strict=True)
        return Heights(
            sum([head.before for head in heads[1:]]),
            sum([head.height * count for head, count in counts]),
            sum([head.height for head, count in zip(heads, lines, strict=True) if not count]),
            sum([head.opening for head in heads[1:]]),
        )


class Heights(NamedTuple):
    """The height of all rows, in points: spaces, lines, and pictures, which never change.

    `opening` is how far the spaces may open where height is left over.
    """

    spaces: float
    lines: float
    pictures: float
    opening: float

    @property
    def whole(self) -> float:
        """The sum of what is there."""
        return self.spaces + self.lines + self.pictures
