"""Lines flow over the panels of a piece: its front and its back, or all that it is folded into.

Each panel has columns of one measure. They are filled in order, and the piece is turned where that
is least felt: best between regions, else between requests, at last inside one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from printkit.typeset.blocks import Block, Plate
from printkit.typeset.breakpoints import Break
from printkit.typeset.flow import Partition, Slug, height_of, partition

TINY = 1e-6
_NEVER = float("inf")
# What a turn inside a paragraph costs, in points of type size; between requests it is half of that,
# and so it is where the eye goes on to a panel beside: to the third of a leaflet from the second.
_TURN = 0.5
# What it costs, likewise, to leave all of a panel white that the text goes on from; half of it is a
# quarter of that. Type would be larger by so much with that panel as well, which is one of two; of
# four, each adds half as much.
_WHITE, _OF = 4.0, 2
# How many fillings of a panel are looked at to know how well it can be done.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel's columns: the slugs' division, and the height in points that they may have."""

    columns: Partition
    height: float

    @property
    def holds(self) -> bool:
        """Whether everything stands inside the columns."""
        return self.columns.height <= self.height + TINY

    @property
    def over(self) -> float:
        """By how many points the tallest column is too tall."""
        return self.columns.height - self.height


def flowed(
    slugs: Sequence[Slug], columns: int, heights: Sequence[float], body: float
) -> tuple[tuple[Panel, ...], float]:
    """Divide the slugs over panels with so many columns, and tell what the turns cost.

    That is in points of type size. Where they do not hold everything, the tallest column is as
    little too tall as can be.
    """
    if len(heights) == 1:
        return (Panel(partition(slugs, columns, heights[0]), heights[0]),), 0.0
    ends = tuple(accumulate((slug.before + slug.height for slug in slugs), initial=0.0))
    widest = max((slug.before for slug in slugs), default=0.0)
    turning = _Turning(slugs, columns, heights, body, ends, widest)
    (_, cost), starts = turning.best(0, 0)
    stops = (*starts[1:], len(slugs))
    each = zip(starts, stops, heights, strict=True)
    return tuple(turning.panel(start, stop, height) for start, stop, height in each), cost


def undivided(
    slugs: Sequence[Slug], breaks: Sequence[tuple[Break, ...]], blocks: Sequence[Block | Plate]
) -> list[Slug]:
    """Give the slugs, none of which may begin a column inside a word."""
    done: list[Slug] = []
    for slug in slugs:
        block = blocks[slug.block]
        if slug.line and isinstance(block, Block) and slug.parting < _NEVER:
            end = breaks[slug.block][slug.line - 1]
            if end.letters < len(block.words[end.word].text):
                done.append(slug._replace(parting=_NEVER))
                continue
        done.append(slug)
    return done


# By how much the tallest column is too tall, and what the turns cost; then where panels begin.
_Cost = tuple[float, float]
_Choice = tuple[_Cost, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Turning:
    """Finds where to turn; what it has found is kept.

    `ends` has for each slug the height of all before it, one below the other; `widest` is the
    widest space above any.
    """

    slugs: Sequence[Slug]
    columns: int
    heights: Sequence[float]
    body: float
    ends: Sequence[float]
    widest: float
    found: dict[tuple[int, int], _Choice] = field(default_factory=dict)
    divided: dict[tuple[int, int, float], Panel] = field(default_factory=dict)

    def best(self, start: int, number: int) -> _Choice:
        """Give how the slugs from `start` on are best divided over the panels from `number` on."""
        if (start, number) not in self.found:
            self.found[start, number] = self._best(start, number)
        return self.found[start, number]

    def _best(self, start: int, number: int) -> _Choice:
        count, height = len(self.slugs), self.heights[number]
        turn = _TURN / 2 if number % 2 else _TURN
        lost = _WHITE * _OF / len(self.heights)
        whole = self.panel(start, count, height)
        rest = (count,) * (len(self.heights) - number - 1)
        best: _Choice = (_too_tall(whole), 0.0), (start, *rest)
        if not rest or whole.holds:
            return best
        reached = self._reached(start, number)
        for stop in range(start, count):
            parting = self.slugs[stop].parting
            if parting == _NEVER or self._least(stop, number + 1) > reached:
                continue
            panel = self.panel(start, stop, height)
            if _too_tall(panel) > min(best[0][0], reached):
                break
            (more, cost), starts = self.best(stop, number + 1)
            cost += turn * parting / self.body + lost * _white(panel) ** 2
            both = max(_too_tall(panel), more), cost
            if both <= best[0]:
                best = both, (start, *starts)
        return best

    def _reached(self, start: int, number: int) -> float:
        """Give how little too tall the panels from `number` on can surely be: each filled in turn.

        Whatever is surely taller need not be tried.
        """
        height = self.heights[number] + self._least(start, number)
        last = bisect_right(self.ends, self.ends[start] + self.columns * height) - 1
        found, tries = _NEVER, _TRIES
        for stop in range(min(last, len(self.slugs) - 1), start, -1):
            if self.slugs[stop].parting == _NEVER:
                continue
            panel = self.panel(start, stop, self.heights[number])
            found = min(found, max(_too_tall(panel), self.best(stop, number + 1)[0][0]))
            tries -= 1
            if not found or not tries:
                break
        return found + TINY

    def _least(self, start: int, number: int) -> float:
        """Give how much too tall the panels from `number` on are at least, all filled alike."""
        columns = self.columns * (len(self.heights) - number)
        room = self.columns * sum(self.heights[number:])
        unused = columns * self.widest  # no space is left above a column's first line
        return max(0.0, self.ends[-1] - self.ends[start] - unused - room) / columns

    def panel(self, start: int, stop: int, height: float) -> Panel:
        """Give a panel with the slugs from `start` up to `stop`."""
        key = start, stop, height
        if key not in self.divided:
            self.divided[key] = Panel(self._partition(start, stop, height), height)
        return self.divided[key]

    def _partition(self, start: int, stop: int, height: float) -> Partition:
        slugs = self.slugs[start:stop]
        if self.columns == 1:
            return Partition(((start, stop),), (height_of(slugs),))
        own = partition(slugs, self.columns, height)
        columns = tuple((start + first, start + last) for first, last in own.columns)
        return Partition(columns, own.heights)


def _too_tall(panel: Panel) -> float:
    return 0.0 if panel.holds else panel.over


def _white(panel: Panel) -> float:
    """Give how much of a panel is white below its text, from 0 to 1."""
    return max(0.0, -panel.over) / panel.height if panel.height > 0 else 0.0
