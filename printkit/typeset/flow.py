"""Lines flow into columns: where a column may end, and which ends balance best."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from printkit.model.layout import Range, Spacing
from printkit.model.tuples import maker
from printkit.typeset.blocks import Block, Plate

_NEVER = float("inf")
_TINY = 1e-6
# What it costs to part a region, in lines of imbalance: inside a paragraph, and between requests.
_INSIDE_PARAGRAPH, _BETWEEN_REQUESTS = 1.0, 0.5
# Where less than this part of the columns is filled, nothing needs to be parted: it costs more.
_LOOSE, _RELUCTANCE = 0.85, 2.0
_KEEPS = {"heading", "introduction", "credit"}
_ROUND_PLATE = 0.3
# A picture over a wider measure than this, in points, is no higher than over this one.
WIDEST_PLATE = 260.0


class Slug(NamedTuple):
    """One line of a block, or a plate, in the column: heights in points.

    `before` is the space above it, dropped at a column's top; `parting` what it costs to end a
    column above it, infinite where that is not done. `opening` is how far the space above it may
    open where height is left over.
    """

    block: int
    line: int
    before: float
    height: float
    parting: float
    opening: float = 0.0


class Setup(NamedTuple):
    """The sizes that a page is tried at.

    Body size in points, leading in ems, and spaces as a part of their natural ones.
    """

    body: float
    leading: float
    spacing: float = 1.0


class Partition(NamedTuple):
    """The slugs' division into columns: first and last-but-one slug of each, and its height."""

    columns: tuple[tuple[int, int], ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """The tallest column's height in points."""
        return max(self.heights)


class Head(NamedTuple):
    """A block's first line, or a plate: what its slugs have in common.

    `inside` is what it costs to part it, infinite where that is not done; the rest is as in Slug.
    """

    before: float
    height: float
    parting: float
    inside: float
    opening: float


_slug, _head = maker(Slug), maker(Head)


def heads_of(
    blocks: Sequence[Block | Plate], setup: Setup, measure: float, spacing: Spacing
) -> list[Head]:
    """Give each block's head, in order."""
    sizes = [block.size(setup.body) if isinstance(block, Block) else 0.0 for block in blocks]
    return heads_at(natural_heads(blocks, measure, spacing), sizes, setup)


def heads_at(natural: Sequence[Head], sizes: Sequence[float], setup: Setup) -> list[Head]:
    """Give heads at a setup; `sizes` are the blocks' type sizes in points, 0 a picture's."""
    body, leading, spacing = setup
    scale = body * spacing
    return [
        _head((before * scale, height + size * leading, part * body, inside * body, opening * body))
        for (before, height, part, inside, opening), size in zip(natural, sizes, strict=True)
    ]


def natural_heads(blocks: Sequence[Block | Plate], measure: float, spacing: Spacing) -> list[Head]:
    """Give each block's head in ems of the body, a picture's height alone in points."""
    heads: list[Head] = []
    after, region, follows = 0.0, None, False
    for block in blocks:
        opens = block.region != region
        region = block.region
        if isinstance(block, Plate):
            height = block.height * min(measure, WIDEST_PLATE)
            heads.append(Head(after + _ROUND_PLATE, height, _NEVER, _NEVER, 0.0))
            after, follows = _ROUND_PLATE, True
            continue
        first, style = block.first, block.style
        before = after + style.before if first else 0.0
        parting = 0.0 if opens else _NEVER if follows else _BETWEEN_REQUESTS
        opening = spacing.region if opens else spacing.paragraph if first and not follows else 0.0
        inside = _NEVER if block.role == "heading" else _INSIDE_PARAGRAPH
        heads.append(Head(before, 0.0, parting, inside, opening))
        after, follows = style.after, block.role in _KEEPS
    return heads


def slugs_of(heads: Sequence[Head], lines: Sequence[int]) -> list[Slug]:
    """Give the column's slugs in order; `lines` counts each block's.

    No line of a paragraph stands alone at a column's top or bottom.
    """
    slugs: list[Slug] = []
    for number, (head, count) in enumerate(zip(heads, lines, strict=True)):
        before, height, parting, inside, opening = head
        slugs.append(_slug((number, 0, before, height, parting, opening)))
        for line in range(1, count):
            cost = inside if 1 < line < count - 1 else _NEVER
            slugs.append(_slug((number, line, 0.0, height, cost, 0.0)))
    return slugs


def partition(slugs: Sequence[Slug], count: int, limit: float = _NEVER) -> Partition:
    """Divide the slugs into at most `count` columns, balanced, and no taller than `limit` points.

    Where none is as short as that, the tallest is as short as can be.
    """
    heights = [before + height for _, _, before, height, _, _ in slugs]
    tops = list(accumulate(heights, initial=0.0))
    loose = limit < _NEVER and tops[-1] < _LOOSE * limit * count
    reluctance = _RELUCTANCE if loose else 1.0
    stops = [
        (number, parting * reluctance)
        for number, (_, _, _, _, parting, _) in enumerate(slugs)
        if parting < _NEVER
    ]
    divider = _Divider(slugs, tops, stops, limit + _TINY, {})
    _, ends = divider.divide(0, count)
    columns = tuple(zip((0, *ends[:-1]), ends, strict=True))
    return Partition(columns, tuple([divider.height(*column) for column in columns]))


def holds(heads: Sequence[Head], lines: Sequence[int], limits: Sequence[float]) -> bool:
    """Say whether columns no taller than these limits, in points, hold so many lines of each block.

    Each column takes what it can.
    """
    taken: _Taken = 0, 0
    for limit in limits:
        taken = _next_column(heads, lines, taken, limit + _TINY)
        if taken[0] == len(heads):
            return True
    return False


# How far columns go: up to a line of a block.
_Taken = tuple[int, int]


def _next_column(
    heads: Sequence[Head], lines: Sequence[int], taken: _Taken, limit: float
) -> _Taken:
    """Give how far at most a column goes that begins there; no further where it may not end."""
    first, line = stop = taken
    height = 0.0 if line else -heads[first].before
    for number in range(first, len(heads)):
        before, own, parting, inside, _ = heads[number]
        if not line and parting < _NEVER:
            stop = number, 0
        height += 0.0 if line else before
        more = height + (lines[number] - line) * own
        if more > limit:
            if inside < _NEVER:
                last = min(line + int((limit - height) / own), lines[number] - 2)
                if last > max(line, 1):
                    stop = number, last
            return stop
        height, line = more, 0
    return len(heads), 0


def height_of(slugs: Sequence[Slug]) -> float:
    """Give the height in points of a column that holds these slugs."""
    if not slugs:
        return 0.0
    return sum([before + height for _, _, before, height, _, _ in slugs]) - slugs[0].before


# What a division costs: by how much its tallest column is too tall, and its height with what its
# partings cost; then that height alone.
_Cost = tuple[float, float, float]
_Division = tuple[_Cost, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Divider:
    """Divides the slugs from any one on; what it has found for a number of columns is kept.

    `stops` are the slugs that may begin a column, each with what it costs.
    """

    slugs: Sequence[Slug]
    tops: list[float]
    stops: list[tuple[int, float]]
    limit: float
    found: dict[tuple[int, int], _Division]

    def divide(self, start: int, count: int) -> _Division:
        """Give the best division from `start`: its cost, and the slugs that end its columns."""
        if (start, count) not in self.found:
            self.found[start, count] = self._divide(start, count)
        return self.found[start, count]

    def _divide(self, start: int, count: int) -> _Division:
        best = self._rest(start)
        if count == 1:
            return best
        for stop, parting in self._worth_trying(start, count):
            height = self.height(start, stop)
            over = height - self.limit if height > self.limit else 0.0
            if (over, height) > best[0][:2]:
                break
            # Most pages have two columns, of which the last is all that is left.
            follows = self._rest(stop) if count == 2 else self.divide(stop, count - 1)  # noqa: PLR2004
            (more, parted, rest), stops = follows
            tallest = height if height > rest else rest
            cost = over if over > more else more, tallest + (parted - rest) + parting, tallest
            if cost[:2] < best[0][:2]:
                best = cost, (stop, *stops)
        return best

    def _worth_trying(self, start: int, count: int) -> list[tuple[int, float]]:
        """Give the stops behind `start`; of those before a level one, none that is surely worse.

        Where the last of two columns alone is taller than what a level stop costs, its stop is.
        """
        stops, end = self.stops, len(self.slugs)
        first = bisect_right(stops, start, key=_number)
        if count != 2:  # noqa: PLR2004 - more columns are divided again
            return stops[first:]

        def taller(one: tuple[int, float]) -> float:
            return self.height(start, one[0]) - self.height(one[0], end)

        level = bisect_left(stops, 0.0, first, key=taller)
        if level < len(stops):
            stop, parting = stops[level]
            height = self.height(start, stop)
            if height <= self.limit:
                most = height + parting
                first = bisect_left(
                    stops, -most, first, level, key=lambda one: -self.height(one[0], end)
                )
        return stops[first:]

    def _rest(self, start: int) -> _Division:
        """Give the division that puts all that is left into one column."""
        end = len(self.slugs)
        height = self.height(start, end)
        over = height - self.limit if height > self.limit else 0.0
        return (over, height, height), (end,)

    def height(self, start: int, stop: int) -> float:
        """Give the height of a column of these slugs in points."""
        if stop <= start:
            return 0.0
        return self.tops[stop] - self.tops[start] - self.slugs[start].before


def _number(stop: tuple[int, float]) -> int:
    return stop[0]


@lru_cache(maxsize=20)
def grid(sizes: Range) -> tuple[float, ...]:
    """Give the body sizes to choose from: tenths of a point, ascending."""
    first, last = round(sizes.smallest * 10), round(sizes.largest * 10)
    return tuple(tenth / 10 for tenth in range(first, last + 1))
