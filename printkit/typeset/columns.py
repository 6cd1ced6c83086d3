"""The columns of a page at one size: their blocks, the room they have, and how they are set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from printkit.model.layout import Spacing
from printkit.typeset.breakpoints import Break
from printkit.typeset.flow import (
    Head,
    Partition,
    Setup,
    Slug,
    heads_of,
    holds,
    partition,
    slugs_of,
)
from printkit.typeset.ladder import Rung
from printkit.typeset.story import Block, Plate

TINY = 1e-6
Blocks = Sequence[Block | Plate]


@dataclass(frozen=True, slots=True)
class Room:
    """Where the columns stand, in points: the width they share, and their height for each size.

    `columns` holds how many there usually are, then how many there may be. `height` takes the body
    size and the banner's part of the paper's height.
    """

    width: float
    gutter: float
    columns: tuple[int, ...]
    spacing: Spacing
    height: Callable[[float, float], float]

    def measure(self, columns: int) -> float:
        """Give the measure of each of so many columns."""
        return (self.width - (columns - 1) * self.gutter) / columns


@dataclass(frozen=True, slots=True)
class Fit:
    """How the columns are set: sizes, line ends, slugs and their division, and the height given."""

    rung: Rung
    setup: Setup
    breaks: tuple[tuple[Break, ...], ...]
    slugs: tuple[Slug, ...]
    columns: Partition
    height: float
    natural_height: float

    @property
    def fits(self) -> bool:
        """Whether everything stands inside the columns."""
        return self.columns.height <= self.height + TINY


class Copy:
    """The blocks of a page's columns, and the room they have; what is broken once is kept."""

    def __init__(self, blocks: Blocks, room: Room) -> None:
        self.blocks = blocks
        self.room = room
        self._fewest: dict[tuple[int, float], list[int]] = {}
        self._sizes: dict[float, list[float]] = {}
        self._heads_at: dict[tuple[Rung, float], list[Head]] = {}
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
            unit = Setup(body=1.0, leading=0.0)
            measure = self.room.measure(columns)
            heads = heads_of(self.blocks, unit, measure, self.room.spacing)
            tops = sorted((head.before for head in heads[1:]), reverse=True)
            pictures = sum(head.height for head in heads)
            self._spaces[columns] = sum(tops[columns - 1 :]), pictures
        return self._spaces[columns]

    def slugs(self, rung: Rung, setup: Setup, lines: Sequence[int]) -> list[Slug]:
        """Give the columns' slugs."""
        return slugs_of(self._heads_of(rung, setup), lines)

    def _heads_of(self, rung: Rung, setup: Setup) -> list[Head]:
        return heads_of(self.blocks, setup, self.room.measure(rung.columns), self.room.spacing)

    def _heads(self, rung: Rung, body: float) -> list[Head]:
        """Give the heads at a body size, as the rung has them."""
        if (rung, body) not in self._heads_at:
            setup = Setup(body, rung.leading, rung.spacing)
            self._heads_at[rung, body] = self._heads_of(rung, setup)
        return self._heads_at[rung, body]

    def might_fit(self, rung: Rung, body: float) -> bool:
        """Say whether the columns could hold the fewest lines that the blocks take."""
        fewest = self.fewest(rung.columns, body)
        return holds(
            self._heads(rung, body), fewest, rung.columns, self.room.height(body, rung.banner)
        )

    def fit(self, rung: Rung, body: float, breaks: Sequence[tuple[Break, ...]]) -> Fit:
        """Let broken paragraphs flow into the columns."""
        setup = Setup(body, rung.leading, rung.spacing)
        slugs = tuple(slugs_of(self._heads(rung, body), [len(ends) for ends in breaks]))
        height = self.room.height(body, rung.banner)
        columns = partition(slugs, rung.columns, height)
        return Fit(rung, setup, tuple(breaks), slugs, columns, height, columns.height)


def attempt(copy: Copy, rung: Rung, body: float) -> Fit:
    """Set the columns at one body size, whether it fits or not."""
    numbers = range(len(copy.blocks))
    return copy.fit(rung, body, [copy.breaks(rung.columns, body, number) for number in numbers])
