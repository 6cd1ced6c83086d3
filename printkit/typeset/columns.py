"""The columns of a piece at one size: their blocks, the room they have, and how they are set.

An insert has one panel; a piece that is printed on both sides has two, and one that is folded more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from printkit.model.layout import Spacing
from printkit.typeset.blocks import Block, Plate
from printkit.typeset.breakpoints import Break
from printkit.typeset.flow import Head, Setup, Slug, heads_at, holds, natural_heads, slugs_of
from printkit.typeset.ladder import Rung
from printkit.typeset.panels import Panel, flowed, undivided

Blocks = Sequence[Block | Plate]


@dataclass(frozen=True, slots=True)
class Room:
    """Where the columns stand, in points: the width they share, and their height for each size.

    `columns` holds how many there usually are on a panel, then how many there may be. `heights`
    gives those of the `panels`, from the body size and the banner's part of the paper's height.
    """

    width: float
    gutter: float
    columns: tuple[int, ...]
    spacing: Spacing
    heights: Callable[[float, float], tuple[float, ...]]
    panels: int = 1

    def measure(self, columns: int) -> float:
        """Give the measure of each of so many columns."""
        return (self.width - (columns - 1) * self.gutter) / columns

    def whole(self, rung: Rung, body: float) -> float:
        """Give the sum of all columns' heights."""
        return sum(self.heights(body, rung.banner)) * rung.columns


@dataclass(frozen=True, slots=True)
class Fit:
    """How the columns are set: sizes, line ends, slugs, and the panels that these are divided over.

    `cost` is what it costs to turn the piece where it is turned, in points of type size.
    """

    rung: Rung
    setup: Setup
    breaks: tuple[tuple[Break, ...], ...]
    slugs: tuple[Slug, ...]
    panels: tuple[Panel, ...]
    natural_height: float
    cost: float = 0.0

    @property
    def fits(self) -> bool:
        """Whether everything stands inside the columns."""
        return all(panel.holds for panel in self.panels)

    @property
    def over(self) -> float:
        """By how many points the tallest column is taller than its panel allows."""
        return max(panel.over for panel in self.panels)

    @property
    def full(self) -> float:
        """How much of the panels' height is filled at the natural spacing, from 0 to 1."""
        return min(1.0, self.natural_height / sum(panel.height for panel in self.panels))


class Copy:
    """The blocks of a piece's columns, and the room they have; what is broken once is kept."""

    def __init__(self, blocks: Blocks, room: Room) -> None:
        self.blocks = blocks
        self.room = room
        self._fewest: dict[tuple[int, float], list[int]] = {}
        self._sizes: dict[float, list[float]] = {}
        self._heads_at: dict[tuple[Rung, float], list[Head]] = {}
        self._naturals: dict[int, list[Head]] = {}
        self._spaces: dict[int, tuple[float, float]] = {}
        self._counts: dict[tuple[int, int], int] = {}
        self._breaks: dict[tuple[int, float, int], tuple[Break, ...]] = {}

    def fewest(self, columns: int, body: float) -> list[int]:
        """Count each block's lines at least."""
        if (columns, body) not in self._fewest:
            measure = self.room.measure(columns)
            self._fewest[columns, body] = [
                block.fewest(measure, size) if isinstance(block, Block) else 1
                for block, size in zip(self.blocks, self.sizes(body), strict=True)
            ]
        return self._fewest[columns, body]

    def sizes(self, body: float) -> list[float]:
        """Give each block's type size in points, 0 for a picture."""
        if body not in self._sizes:
            self._sizes[body] = [
                block.size(body) if isinstance(block, Block) else 0.0 for block in self.blocks
            ]
        return self._sizes[body]

    def breaks(self, columns: int, body: float, number: int) -> tuple[Break, ...]:
        """Give a block's line ends."""
        key = (columns, body, number)
        if key not in self._breaks:
            block, measure = self.blocks[number], self.room.measure(columns)
            self._breaks[key] = block.breaks(measure, body) if isinstance(block, Block) else ()
            self._counts[columns, number] = len(self._breaks[key])
        return self._breaks[key]

    def last_count(self, columns: int, number: int) -> int:
        """Give how many lines a block took at the size that was tried last; 0 where none was."""
        return self._counts.get((columns, number), 0)

    def tighter(self, columns: int, body: float, number: int) -> tuple[Break, ...] | None:
        """Give a block's line ends with a line less, where it can do with one less."""
        block, measure = self.blocks[number], self.room.measure(columns)
        if not isinstance(block, Block):
            return None
        return block.in_lines(measure, body, len(self.breaks(columns, body, number)) - 1)

    def spaces(self, columns: int) -> tuple[float, float]:
        """Give the least sum of the spaces between blocks, in ems, and the pictures', in points."""
        if columns not in self._spaces:
            heads = self._natural(columns)
            tops = sorted((head.before for head in heads[1:]), reverse=True)
            pictures = sum(head.height for head in heads)
            self._spaces[columns] = sum(tops[columns * self.room.panels - 1 :]), pictures
        return self._spaces[columns]

    def slugs(self, rung: Rung, setup: Setup, lines: Sequence[int]) -> list[Slug]:
        """Give the columns' slugs."""
        return slugs_of(self._heads_of(rung, setup), lines)

    def _heads_of(self, rung: Rung, setup: Setup) -> list[Head]:
        return heads_at(self._natural(rung.columns), self.sizes(setup.body), setup)

    def _natural(self, columns: int) -> list[Head]:
        """Give the heads in ems of the body."""
        if columns not in self._naturals:
            measure = self.room.measure(columns)
            self._naturals[columns] = natural_heads(self.blocks, measure, self.room.spacing)
        return self._naturals[columns]

    def _heads(self, rung: Rung, body: float) -> list[Head]:
        """Give the heads at a body size, as the rung has them."""
        if (rung, body) not in self._heads_at:
            setup = Setup(body, rung.leading, rung.spacing)
            self._heads_at[rung, body] = self._heads_of(rung, setup)
        return self._heads_at[rung, body]

    def might_fit(self, rung: Rung, body: float) -> bool:
        """Say whether the columns could hold the fewest lines that the blocks take."""
        fewest = self.fewest(rung.columns, body)
        heights = self.room.heights(body, rung.banner)
        limits = [height for height in heights for _ in range(rung.columns)]
        return holds(self._heads(rung, body), fewest, limits)

    def fit(self, rung: Rung, body: float, breaks: Sequence[tuple[Break, ...]]) -> Fit:
        """Let broken paragraphs flow into the columns."""
        setup = Setup(body, rung.leading, rung.spacing)
        slugs = slugs_of(self._heads(rung, body), [len(ends) for ends in breaks])
        heights = self.room.heights(body, rung.banner)
        if len(heights) > 1:
            slugs = undivided(slugs, breaks, self.blocks)
        panels, cost = flowed(slugs, rung.columns, heights, body)
        natural = sum([panel.columns.height for panel in panels])
        return Fit(rung, setup, tuple(breaks), tuple(slugs), panels, natural, cost)


def attempt(copy: Copy, rung: Rung, body: float) -> Fit:
    """Set the columns at one body size, whether it fits or not."""
    numbers = range(len(copy.blocks))
    return copy.fit(rung, body, [copy.breaks(rung.columns, body, number) for number in numbers])
