"""Copyfitting: the largest body size at which everything fits, through the layout's ladder.

The first rung that reaches the comfortable size is kept, at the largest size that it reaches.
What height is left over then opens spaces and leading, up to the layout's limits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from printkit.model.layout import PageLayout, Spacing
from printkit.typeset.breakpoints import Break
from printkit.typeset.flow import Partition, Setup, Slug, grid, height_of, partition, slugs_of
from printkit.typeset.ladder import Rung, ladder
from printkit.typeset.story import Block, Plate

_TINY = 1e-6
_MOST_SAVED = 2
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
        return self.columns.height <= self.height + _TINY


class Copy:
    """The blocks of a page's columns, and the room they have; what is broken once is kept."""

    def __init__(self, blocks: Blocks, room: Room) -> None:
        self.blocks = blocks
        self.room = room
        self._fewest: dict[tuple[int, float], list[int]] = {}
        self._breaks: dict[tuple[int, float, int], tuple[Break, ...]] = {}

    def fewest(self, columns: int, body: float) -> list[int]:
        """Count each block's lines at least."""
        if (columns, body) not in self._fewest:
            measure = self.room.measure(columns)
            self._fewest[columns, body] = [
                block.fewest(measure, body) if isinstance(block, Block) else 1
                for block in self.blocks
            ]
        return self._fewest[columns, body]

    def breaks(self, columns: int, body: float, number: int) -> tuple[Break, ...]:
        """Give a block's line ends."""
        key = (columns, body, number)
        if key not in self._breaks:
            block, measure = self.blocks[number], self.room.measure(columns)
            self._breaks[key] = block.breaks(measure, body) if isinstance(block, Block) else ()
        return self._breaks[key]

    def tighter(self, columns: int, body: float, number: int) -> tuple[Break, ...] | None:
        """Give a block's line ends with a line less, where it can do with one less."""
        block, measure = self.blocks[number], self.room.measure(columns)
        if not isinstance(block, Block):
            return None
        return block.one_line_less(measure, body)

    def slugs(self, rung: Rung, setup: Setup, lines: Sequence[int]) -> list[Slug]:
        """Give the columns' slugs."""
        measure = self.room.measure(rung.columns)
        return slugs_of(self.blocks, lines, setup, measure, self.room.spacing)

    def fit(self, rung: Rung, body: float, breaks: Sequence[tuple[Break, ...]]) -> Fit:
        """Let broken paragraphs flow into the columns."""
        setup = Setup(body, rung.leading, rung.spacing)
        slugs = tuple(self.slugs(rung, setup, [len(ends) for ends in breaks]))
        height = self.room.height(body, rung.banner)
        columns = partition(slugs, rung.columns, height)
        return Fit(rung, setup, tuple(breaks), slugs, columns, height, columns.height)


def copyfit(blocks: Blocks, room: Room, page: PageLayout, *, banner: bool) -> Fit:
    """Give the best fit; at the smallest size on the last rung it may not fit, and says so."""
    copy = Copy(blocks, room)
    steps = ladder(page, room.columns, banner=banner)
    sizes = grid(page.body)
    above = [size for size in sizes if size >= page.comfortable]
    below = [size for size in sizes if size < page.comfortable]
    tries = [(rung, above) for rung in steps.comfortable]
    tries += [(steps.smaller, below), *((rung, list(sizes)) for rung in steps.last)]
    for rung, those in tries:
        fit = _largest(copy, rung, those)
        if fit:
            return _opened(copy, fit, page.leading.largest)
    tried = [attempt(copy, rung, sizes[0]) for rung in (steps.smaller, *steps.last)]
    least = min(tried, key=lambda one: one.columns.height - one.height)
    return _tightened(copy, least)


def attempt(copy: Copy, rung: Rung, body: float) -> Fit:
    """Set the columns at one body size, whether it fits or not."""
    numbers = range(len(copy.blocks))
    return copy.fit(rung, body, [copy.breaks(rung.columns, body, number) for number in numbers])


def _largest(copy: Copy, rung: Rung, sizes: Sequence[float]) -> Fit | None:
    """Give the fit at the largest of the sizes at which everything fits, if there is one.

    No breaking has fewer lines than filling each with the narrowest blanks. That leads to a size
    above which nothing fits, and the sizes from there down are tried in turn.
    """
    for number in range(_highest(copy, rung, sizes), -1, -1):
        fit = _Bound(copy, rung, sizes[number]).fit()
        if fit:
            return fit
    return None


def _highest(copy: Copy, rung: Rung, sizes: Sequence[float]) -> int:
    """Give the number of the largest size at which everything might fit, -1 where none is.

    The height that is taken grows with the square of the size, so each size leads to the next.
    """
    low, high, guess = -1, len(sizes), 0
    while high - low > 1:
        bound = _Bound(copy, rung, sizes[guess])
        if bound.holds():
            low = guess
        else:
            high = guess
        likely = round((sizes[guess] * bound.likely - sizes[0]) * 10)
        guess = max(low + 1, min(high - 1, likely))
    return low


class _Bound:
    """The least height that everything takes at one size; it grows as paragraphs are broken."""

    def __init__(self, copy: Copy, rung: Rung, body: float) -> None:
        self._copy, self._rung, self._body = copy, rung, body
        self._fewest = copy.fewest(rung.columns, body)
        setup = Setup(body, rung.leading, rung.spacing)
        self._leading = [
            block.size(body) * rung.leading if isinstance(block, Block) else 0.0
            for block in copy.blocks
        ]
        single = copy.slugs(rung, setup, [1] * len(self._fewest))
        dropped = sorted((slug.before for slug in single[1:]), reverse=True)[: rung.columns - 1]
        more = (
            height * (count - 1) for height, count in zip(self._leading, self._fewest, strict=True)
        )
        self._least = height_of(single) - sum(dropped) + sum(more)
        self._most = copy.room.height(body, rung.banner) * rung.columns + _TINY

    @property
    def likely(self) -> float:
        """By how much the size would have to grow to fill the height, about."""
        return sqrt(max(self._most, 0.0) / max(self._least, 1.0))

    def holds(self, saved: int = 0) -> bool:
        """Say whether everything might fit where so many lines are saved."""
        return self._least <= self._most + saved * max(self._leading, default=0.0)

    def fit(self) -> Fit | None:
        """Break the paragraphs and give the fit, None as soon as it is sure that there is none."""
        breaks = []
        for number, fewest in enumerate(self._fewest):
            ends = self._copy.breaks(self._rung.columns, self._body, number)
            breaks.append(ends)
            if len(ends) > fewest:
                self._least += (len(ends) - fewest) * self._leading[number]
                if not self.holds(_MOST_SAVED):
                    return None
        fit = self._copy.fit(self._rung, self._body, breaks)
        return fit if fit.fits else self._saved(fit)

    def _saved(self, fit: Fit) -> Fit | None:
        """Give a fit whose shortest last lines are taken into the lines before them, if one fits.

        A compositor saves a line like this; more than a few would be seen.
        """
        breaks, saved = list(fit.breaks), 0
        longer = [number for number, ends in enumerate(breaks) if len(ends) > self._fewest[number]]
        for number in sorted(longer, key=lambda one: _words_at_end(breaks[one])):
            tighter = self._copy.tighter(self._rung.columns, self._body, number)
            if tighter:
                breaks[number] = tighter
                saved += 1
                tried = self._copy.fit(self._rung, self._body, breaks)
                if tried.fits:
                    return tried
            if saved == _MOST_SAVED:
                break
        return None


def _words_at_end(ends: Sequence[Break]) -> int:
    """Count the words that stand in a paragraph's last line."""
    return ends[-1].word - (ends[-2].word if len(ends) > 1 else 0)


def _opened(copy: Copy, fit: Fit, leading: float) -> Fit:
    """Open spaces to their natural size, then the leading as far as height and layout allow."""
    opened = _stretched(copy, fit, replace(fit.setup, spacing=1.0))
    return _stretched(copy, opened, replace(opened.setup, leading=leading))


def _stretched(copy: Copy, fit: Fit, most: Setup) -> Fit:
    """Give the fit as near to the sizes `most` as its columns' height allows.

    A column's height grows evenly with each of them, so no trial is needed.
    """
    lines = [len(ends) for ends in fit.breaks]
    highest = _heights(fit, copy.slugs(fit.rung, most, lines))
    parts = [
        (fit.height - now) / (then - now)
        for now, then in zip(fit.columns.heights, highest, strict=True)
        if then > fit.height
    ]
    part = max(0.0, min((1.0, *parts)))
    now = fit.setup
    setup = Setup(
        now.body,
        now.leading + part * (most.leading - now.leading),
        now.spacing + part * (most.spacing - now.spacing),
    )
    slugs = tuple(copy.slugs(fit.rung, setup, lines))
    columns = Partition(fit.columns.columns, _heights(fit, slugs))
    return replace(fit, setup=setup, slugs=slugs, columns=columns)


def _heights(fit: Fit, slugs: Sequence[Slug]) -> tuple[float, ...]:
    return tuple(height_of(slugs[start:stop]) for start, stop in fit.columns.columns)


def _tightened(copy: Copy, fit: Fit) -> Fit:
    """Give an overset fit with every paragraph a line shorter that can do with one less.

    That is done rather than refuse the page, and nowhere else.
    """
    breaks = [
        copy.tighter(fit.rung.columns, fit.setup.body, number) or ends
        for number, ends in enumerate(fit.breaks)
    ]
    tight = copy.fit(fit.rung, fit.setup.body, breaks)
    return tight if tight.fits else fit
