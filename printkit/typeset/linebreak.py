"""A paragraph's words, ready to be broken into lines at any measure."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from printkit.typeset import firstfit
from printkit.typeset.breakpoints import (
    Blank,
    Break,
    Breakpoints,
    between_words,
    breakpoints,
)
from printkit.typeset.totalfit import ANY, SHRINK, Measure, TotalFit, Way
from printkit.typeset.words import Word

# How far blanks may stretch before hyphens are tried, with them, and where nothing else helps: no
# line is looser than some line must be.
_WITHOUT_HYPHENS = Way(2.0, hyphens=False)
_WITH_HYPHENS, _LOOSER, _LOOSE = Way(2.5), Way(3.5), Way(5.0)
_RAGGED = Way(ANY)
_DESPERATE = Way(ANY, in_a_row=False, whole_end=False)
# What is best of all seldom has lines that are looser than this, and is found sooner.
_VERY_LOOSE = _DESPERATE._replace(tolerance=6.0, sure=True)
# How often the room is halved in which a centred paragraph's narrowest measure is sought.
_HALVINGS = 6


class Limits(NamedTuple):
    """What the lines of a paragraph keep to where they can.

    The rules are those of book typography (Bringhurst, The Elements of Typographic Style, 2.4).
    `shortest` is what the last line is wide at least, in ems; `in_a_row` how many lines may end in
    hyphens one after another; `shrink` is the part of itself that a justified line may take from a
    blank.
    """

    shortest: float = 0.0
    in_a_row: int = 2
    shrink: float = SHRINK


_NO_LIMITS = Limits()


class Galley:
    """A paragraph's words with their blank (ems), and the numbers of those tied to the next."""

    def __init__(
        self,
        words: Sequence[Word],
        blank: Blank,
        tied: Collection[int] = (),
        limits: Limits = _NO_LIMITS,
    ) -> None:
        self._words = words
        self._blank = blank
        self._tied = tied
        self._limits = limits
        widths = [word.width for word in words]
        # The width of the whole paragraph on one line, in ems.
        self.natural = sum(widths) + blank.width * max(len(words) - 1, 0)
        # The same without what hangs.
        self._alone = self.natural - words[0].left - words[-1].right if words else 0.0
        for number in sorted(tied, reverse=True):
            if number + 1 < len(widths):
                widths[number] += blank.width + widths[number + 1]
        # What no stretch that is not parted is wider than.
        self.widest_bound = max(widths, default=0.0) + blank.hyphen
        self._counted: dict[float, int] = {}
        self._broken: dict[tuple[float, bool], tuple[Break, ...]] = {}

    @property
    def _shrink(self) -> float:
        """By how much justified lines may make a blank narrower, in ems."""
        return self._blank.width * self._limits.shrink

    def holding(self, words: Sequence[Word]) -> "Galley":
        """Give a galley of other words: fewer than these, or these and more."""
        return Galley(words, self._blank, self._tied, self._limits)

    def total_fit(self, width: float, *, ragged: bool = False) -> tuple[Break, ...]:
        """Give the line ends that are best together; no line is wider than `width` ems.

        First without hyphens, then with them, then however loose. Ragged text is hyphenated only
        where a word is too wide, and never takes more lines than it must. A word that is wider than
        the measure even so is divided between any two characters. Some widths are asked for again.
        """
        if (width, ragged) not in self._broken:
            self._broken[width, ragged] = self._total_fit(width, ragged=ragged)
        return self._broken[width, ragged]

    def _total_fit(self, width: float, *, ragged: bool) -> tuple[Break, ...]:
        if self._alone <= width:
            last = len(self._words) - 1
            return (Break(last, len(self._words[last].text)) if self._words else Break(0, 0),)
        measure = self._measure(width, ragged=ragged)
        if not self._holds_words(width):
            points = self._divided(width)
            return TotalFit(points, measure, _DESPERATE).best() or self.first_fit(width)
        if ragged:
            return self._ragged_fit(measure)
        for points, way in self._justified_ways():
            found = TotalFit(points, measure, way).best()
            if found:
                return found
        return firstfit.first_fit(self._untied, width)

    def in_lines(self, width: float, count: int) -> tuple[Break, ...] | None:
        """Give the best line ends for just so many lines, more or fewer than are best of all.

        None where no blanks may stretch or shrink so far (Knuth and Plass, page 1145). A word is
        divided before the last line only where there is no other way.
        """
        if not self._holds_words(width):
            return None
        for way in (_LOOSE, _LOOSE._replace(whole_end=False)):
            fit = TotalFit(self._hyphenated, self._measure(width), way)
            found = fit.of_lines(count)
            if found:
                return found
        return None

    def _measure(self, width: float, *, ragged: bool = False) -> Measure:
        limits = self._limits
        return Measure(width, self._blank.width, ragged, limits.shortest, limits.in_a_row)

    def _ragged_fit(self, measure: Measure) -> tuple[Break, ...]:
        """Give the best of the breaks that need no more lines than they must."""
        most = self.fewest(measure.width, ragged=True)
        points, ways = self._ragged_ways(measure.width)
        empty = most * measure.width - points.least_width(most)
        for way in ways:
            found = TotalFit(points, measure._replace(empty=empty), way).best()
            if found and len(found) <= most:
                return found
        return firstfit.first_fit(points, measure.width)

    def balanced(self, width: float) -> tuple[Break, ...]:
        """Give the ends of ragged lines that are as few as they can be, and about equally long."""
        lines = self.fewest(width, ragged=True)
        low, high = max(width / 2, self._widest if self._widest <= width else 0.0), width
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if self.fewest(middle, ragged=True) <= lines:
                high = middle
            else:
                low = middle
        return self.total_fit(high, ragged=True)

    def first_fit(self, width: float) -> tuple[Break, ...]:
        """Give the line ends of an office program: each line takes what fits, whole words first.

        A word that is wider than the measure begins a line and is divided where that is full.
        """
        if self._holds_words(width):
            return firstfit.first_fit(self._untied, width)
        return firstfit.first_fit(self._divided(width), width, self._wide(width))

    def first_fit_lines(self, width: float) -> int:
        """Count the lines that an office program makes at most; some widths are asked for again.

        Where each word fits the measure whole, none is divided: not every program ends a line after
        a hyphen.
        """
        if width not in self._counted:
            self._counted[width] = self._lines_at(width)
        return self._counted[width]

    def _lines_at(self, width: float) -> int:
        if self._alone <= width:
            return 1
        if self.widest_bound <= width:
            points = self._undivided
            return firstfit.lines_needed(points.ends, points.starts, width)
        if self._holds_words(width):
            return firstfit.lines_needed(*self._untied.natural, width)
        return len(self.first_fit(width))

    def fewest(self, width: float, *, ragged: bool = False) -> int:
        """Count the lines that it takes at least; ragged text takes no more than that."""
        if not ragged and self.widest_bound <= width:
            points = self._hyphenated
            return firstfit.lines_needed(points.ends, points.starts, width)
        if self._alone <= width:
            return 1
        if not self._holds_words(width):
            return len(self.total_fit(width, ragged=ragged))
        if not ragged:
            points = self._tied_where_it_fits(width)
            return firstfit.lines_needed(points.ends, points.starts, width)
        points, _ = self._ragged_ways(width)
        return firstfit.lines_needed(*points.natural, width)

    def _justified_ways(self) -> Iterator[tuple[Breakpoints, Way]]:
        yield self._hyphenated, _WITHOUT_HYPHENS
        yield self._hyphenated, _WITH_HYPHENS
        yield self._hyphenated, _LOOSER
        yield self._hyphenated, _LOOSE
        yield self._hyphenated, _VERY_LOOSE
        yield self._hyphenated, _DESPERATE
        yield self._untied, _DESPERATE

    def _ragged_ways(self, width: float) -> tuple[Breakpoints, tuple[Way, ...]]:
        if self.widest_bound <= width or self._widest <= width + firstfit.TINY:
            return self._whole, (_RAGGED, _DESPERATE)
        return self._tied_where_it_fits(width), (_DESPERATE,)

    def _tied_where_it_fits(self, width: float) -> Breakpoints:
        """Give the breakpoints, with those between tied words where they do not fit together."""
        fits = self.widest_bound <= width or self._widest_tied <= width + firstfit.TINY
        return self._hyphenated if fits else self._untied

    @cached_property
    def _hyphenated(self) -> Breakpoints:
        return breakpoints(self._words, self._blank, self._tied, shrink=self._shrink)

    @cached_property
    def _whole(self) -> Breakpoints:
        return breakpoints(self._words, self._blank, self._tied, hyphens=False)

    @cached_property
    def _untied(self) -> Breakpoints:
        if not self._tied:
            return self._hyphenated
        return breakpoints(self._words, self._blank, shrink=self._shrink)

    @cached_property
    def _undivided(self) -> Breakpoints:
        return between_words(self._words, self._blank)

    @cached_property
    def _widest(self) -> float:
        """The widest stretch that is not parted without a hyphen."""
        return _widest_of(self._whole)

    @cached_property
    def _widest_tied(self) -> float:
        """The widest stretch that tied words keep together."""
        return _widest_of(self._hyphenated)

    @cached_property
    def _widest_part(self) -> float:
        """The widest stretch that is never parted."""
        return _widest_of(self._untied)

    def _holds_words(self, width: float) -> bool:
        """Say whether every word fits the measure as it is or as it may be divided."""
        room = width + firstfit.TINY
        return self.widest_bound <= room or self._widest <= room or self._widest_part <= room

    def _divided(self, width: float) -> Breakpoints:
        """Give the breakpoints, everywhere in words that do not fit as they may be divided."""
        wide = self._wide(width)
        words = [
            word.divided_anywhere() if number in wide else word
            for number, word in enumerate(self._words)
        ]
        return breakpoints(words, self._blank, shrink=self._shrink)

    def _wide(self, width: float) -> frozenset[int]:
        room, hyphen = width + firstfit.TINY, self._blank.hyphen
        words = enumerate(self._words)
        return frozenset(number for number, word in words if word.widest_part(hyphen) > room)


def _widest_of(points: Breakpoints) -> float:
    ends, starts = points.natural
    parts = zip(starts[:-1], ends[1:], strict=True)
    return max((end - start for start, end in parts), default=0.0)
