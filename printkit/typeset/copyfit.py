"""Copyfitting: the largest body size at which everything fits, through the layout's ladder.

The first rung that reaches the comfortable size is kept, at the largest size that it reaches.
What height is left over then opens spaces and leading, up to the layout's limits.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import sqrt
from operator import mul

from printkit.model.layout import PageLayout
from printkit.typeset.blocks import Block
from printkit.typeset.breakpoints import Break
from printkit.typeset.columns import Blocks, Copy, Fit, Room, attempt
from printkit.typeset.flow import grid
from printkit.typeset.ladder import Ladder, Rung, ladder
from printkit.typeset.leftover import opened
from printkit.typeset.panels import TINY

_MOST_SAVED = 2
# A little of a tenth of a point, so that sums of tenths are not rounded down.
_TENTH = 0.01


def copyfit(blocks: Blocks, room: Room, page: PageLayout, *, banner: bool) -> Fit:
    """Give the best fit; at the smallest size on the last rung it may not fit, and says so."""
    copy = Copy(blocks, room)
    steps = ladder(page, room.columns, banner=banner)
    sizes = grid(page.body)
    comfortable = bisect_left(sizes, page.comfortable)
    parts = sizes[:comfortable], sizes[comfortable:]
    for rung, those, likely in _tries(copy, steps, parts):
        fit = _largest(copy, rung, those, likely)
        if fit:
            return opened(copy, fit, page.leading.largest)
    tried = [attempt(copy, rung, sizes[0]) for rung in (steps.smaller, *steps.last)]
    least = min(tried, key=lambda one: one.over)
    return _tightened(copy, least)


_Sizes = tuple[float, ...]


def _tries(
    copy: Copy, steps: Ladder, sizes: tuple[_Sizes, _Sizes]
) -> Iterator[tuple[Rung, _Sizes, float]]:
    """Give the rungs with the sizes that they are tried at, and the likeliest size.

    The sizes are those below the comfortable one and those from it on. Where even the last of the
    comfortable rungs does not reach it, the others are not tried, unless they have other columns.
    """
    below, above = sizes
    first, *_, last = (*steps.comfortable, steps.comfortable[-1])
    rungs = list(steps.comfortable)
    likely = _likely(copy, first, above[len(above) // 2])
    if likely >= above[0]:
        yield rungs.pop(0), above, likely
    natural = tightest = _Bound(copy, first, above[0])
    if not natural.holds():
        tightest = _Bound(copy, last, above[0])
    if tightest.holds() or any(rung.columns != last.columns for rung in steps.comfortable):
        for rung in rungs:
            yield rung, above, above[0] * natural.likely
    yield steps.smaller, below, above[0] * tightest.likely
    for rung in steps.last:
        yield rung, (*below, *above), 0.0


def _likely(copy: Copy, rung: Rung, body: float) -> float:
    """Guess the size at which the columns are full, from what the paragraphs take at `body`."""
    measure = copy.room.measure(rung.columns)
    spaces, height = copy.spaces(rung.columns)
    height += spaces * body * rung.spacing
    for block in copy.blocks:
        if isinstance(block, Block):
            size = block.size(body)
            height += block.about(measure, size) * size * rung.leading
    return body * sqrt(max(copy.room.whole(rung, body), 0.0) / max(height, 1.0))


def _largest(copy: Copy, rung: Rung, sizes: Sequence[float], likely: float) -> Fit | None:
    """Give the fit at the largest of the sizes at which everything fits, if there is one.

    No breaking has fewer lines than filling each with the narrowest blanks. That leads to a size
    above which nothing fits, and the sizes from there down are tried in turn.
    """
    number, bound = _highest(copy, rung, sizes, likely)
    while bound:
        fit = bound.fit()
        if fit:
            return _turned_well(copy, fit, sizes[:number]) if fit.cost else fit
        number -= 1
        bound = _Bound(copy, rung, sizes[number]) if number >= 0 else None
    return None


def _turned_well(copy: Copy, fit: Fit, smaller: Sequence[float]) -> Fit:
    """Give a fit, or one a little smaller that is turned where it costs less by more than that."""
    best, least = fit, fit.cost
    for size in reversed(smaller):
        lost = fit.setup.body - size
        if lost >= least:
            break
        tried = _Bound(copy, fit.rung, size).fit()
        if tried and lost + tried.cost < least:
            best, least = tried, lost + tried.cost
    return best


def _highest(
    copy: Copy, rung: Rung, sizes: Sequence[float], likely: float
) -> tuple[int, "_Bound | None"]:
    """Give the largest size at which everything might fit: its number and its bound, if any.

    The height that is taken grows with the square of the size, so each size leads to the next.
    """
    low, high, found = -1, len(sizes), None
    while high - low > 1:
        guess = max(low + 1, min(high - 1, int((likely - sizes[0]) * 10 + _TENTH)))
        bound = _Bound(copy, rung, sizes[guess])
        if bound.holds():
            low, found = guess, bound
        else:
            high = guess
        likely = sizes[guess] * bound.likely
    return low, found


class _Bound:
    """The least height that everything takes at one size; it grows as paragraphs are broken."""

    def __init__(self, copy: Copy, rung: Rung, body: float) -> None:
        self._copy, self._rung, self._body = copy, rung, body
        self._fewest = copy.fewest(rung.columns, body)
        self._leading = [size * rung.leading for size in copy.sizes(body)]
        spaces, pictures = copy.spaces(rung.columns)
        lines = sum(map(mul, self._leading, self._fewest))
        self._least = spaces * body * rung.spacing + pictures + lines
        self._most = copy.room.whole(rung, body) + TINY

    @property
    def likely(self) -> float:
        """By how much the size would have to grow to fill the height, about."""
        return sqrt(max(self._most, 0.0) / max(self._least, 1.0))

    def holds(self, saved: int = 0) -> bool:
        """Say whether everything might fit where so many lines are saved."""
        return bool(self._least <= self._most + saved * max(self._leading, default=0.0))

    def fit(self) -> Fit | None:
        """Break the paragraphs and give the fit, None as soon as it is sure that there is none.

        Most sizes fail since the columns cannot be parted where they would have to be, even with
        the fewest lines. Those paragraphs that took more lines than they must at the size before
        come first: they decide.
        """
        columns, copy = self._rung.columns, self._copy
        if not self.holds() or not copy.might_fit(self._rung, self._body):
            return None
        breaks: list[tuple[Break, ...]] = [()] * len(self._fewest)
        numbers = range(len(breaks))
        for number in sorted(numbers, key=self._is_settled):
            breaks[number] = copy.breaks(columns, self._body, number)
            more = len(breaks[number]) - self._fewest[number]
            if more > 0:
                self._least += more * self._leading[number]
                if not self.holds(_MOST_SAVED):
                    return None
        fit = copy.fit(self._rung, self._body, breaks)
        return fit if fit.fits else self._saved(fit)

    def _is_settled(self, number: int) -> bool:
        """Whether a paragraph took its fewest lines at the size that was tried last."""
        return self._copy.last_count(self._rung.columns, number) == self._fewest[number]

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
