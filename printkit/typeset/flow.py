"""Lines flow into columns: where a column may end, and which ends balance best."""

from collections.abc import Sequence
from dataclasses import dataclass

from printkit.model.layout import Range
from printkit.typeset.breakpoints import Break
from printkit.typeset.story import Block, Plate

_NEVER = float("inf")
# What it costs to part a region, in lines of imbalance: inside a paragraph, and between requests.
_INSIDE_PARAGRAPH, _BETWEEN_REQUESTS = 1.6, 0.8
_KEEPS = {"heading", "introduction", "credit"}


@dataclass(frozen=True, slots=True)
class Slug:
    """One line of a block, or a plate, in the column: heights in points.

    `before` is the space above it, dropped at a column's top; `parting` what it costs to end a
    column above it, infinite where that is not done. `opens` says that it begins a region.
    """

    block: int
    line: int
    before: float
    height: float
    parting: float
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Setup:
    """The sizes that a page is tried at: body size in points and leading in ems."""

    body: float
    leading: float


@dataclass(frozen=True, slots=True)
class Partition:
    """The slugs' division into columns: first and last-but-one slug of each, and its height."""

    columns: tuple[tuple[int, int], ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """The tallest column's height in points."""
        return max(self.heights)


def slugs_of(
    blocks: Sequence[Block | Plate],
    breaks: Sequence[tuple[Break, ...]],
    setup: Setup,
    measure: float,
) -> list[Slug]:
    """Give the column's slugs in order."""
    slugs: list[Slug] = []
    after = 0.0
    for number, block in enumerate(blocks):
        opens = number == 0 or blocks[number - 1].region != block.region
        if isinstance(block, Plate):
            height = block.height * measure
            slugs.append(Slug(number, 0, after + 0.3 * setup.body, height, _NEVER))
            after = 0.3 * setup.body
            continue
        before = after + block.style.before * setup.body if block.first else 0.0
        follows = number > 0 and _role(blocks[number - 1]) in _KEEPS
        parting = 0.0 if opens else _NEVER if follows else _BETWEEN_REQUESTS * setup.body
        slugs += _paragraph(number, block, len(breaks[number]), setup, (before, parting, opens))
        after = block.style.after * setup.body
    return slugs


def _role(block: Block | Plate) -> str:
    return block.role if isinstance(block, Block) else "credit"


def _paragraph(
    number: int, block: Block, lines: int, setup: Setup, start: tuple[float, float, bool]
) -> list[Slug]:
    before, parting, opens = start
    height = block.size(setup.body) * setup.leading
    inside = _NEVER if block.role == "heading" else _INSIDE_PARAGRAPH * setup.body
    return [
        Slug(
            number,
            line,
            0.0 if line else before,
            height,
            parting if line == 0 else inside if 1 < line < lines - 1 else _NEVER,
            opens=opens and line == 0,
        )
        for line in range(lines)
    ]


def partition(slugs: Sequence[Slug], count: int) -> Partition:
    """Divide the slugs into at most `count` columns so that the tallest is as short as can be."""
    tops = [0.0]
    for slug in slugs:
        tops.append(tops[-1] + slug.before + slug.height)
    return _Divider(slugs, tops, {}).divide(0, count)


@dataclass(frozen=True, slots=True)
class _Divider:
    """Divides the slugs from any one on; what it has found for a number of columns is kept."""

    slugs: Sequence[Slug]
    tops: list[float]
    found: dict[tuple[int, int], Partition]

    def divide(self, start: int, count: int) -> Partition:
        """Give the best division of the slugs from `start` into at most `count` columns."""
        if (start, count) not in self.found:
            self.found[start, count] = self._divide(start, count)
        return self.found[start, count]

    def _divide(self, start: int, count: int) -> Partition:
        end = len(self.slugs)
        whole = Partition(((start, end),), (self._height(start, end),))
        if count == 1:
            return whole
        best: Partition | None = None
        least = _NEVER
        for stop in range(start + 1, end):
            if self.slugs[stop].parting == _NEVER:
                continue
            height = self._height(start, stop)
            if height > least:
                break
            rest = self.divide(stop, count - 1)
            cost = max(height, rest.height) + self.slugs[stop].parting
            if cost < least:
                least = cost
                best = Partition(((start, stop), *rest.columns), (height, *rest.heights))
        return best or whole

    def _height(self, start: int, stop: int) -> float:
        if stop <= start:
            return 0.0
        return self.tops[stop] - self.tops[start] - self.slugs[start].before


def grid(sizes: Range) -> tuple[float, ...]:
    """Give the body sizes to choose from: tenths of a point, ascending."""
    first, last = round(sizes.smallest * 10), round(sizes.largest * 10)
    return tuple(tenth / 10 for tenth in range(first, last + 1))
