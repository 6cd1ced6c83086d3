"""Line breaking by total fit: the breaks of a whole paragraph are chosen together.

The method is Knuth and Plass's (Breaking Paragraphs into Lines, Software: Practice and
Experience 11, 1981): a line's badness grows with the cube of how far its blanks are stretched or
shrunk (page 1128), its demerits with the square of badness and penalty (page 1129), neighbours of
unlike tightness cost more (page 1154), and the paragraph's sum is made least. Words are boxes,
blanks glue, hyphens penalties. All lengths are ems of the paragraph's own size.
"""

from bisect import bisect_right
from collections.abc import Callable
from math import inf
from typing import NamedTuple

from printkit.typeset.breakpoints import Break, Breakpoints
from printkit.typeset.firstfit import TINY

SHRINK, STRETCH = 1 / 3, 1 / 2
ANY = 1e9
# Hyphens one after another and one before the last line cost extra, as TeX's double and final
# hyphens do (Knuth, The TeXbook, chapter 14); so do last lines of hardly a word. A hyphen costs as
# much as blanks that are two and a quarter times as wide as they should be.
_LINE_PENALTY = 10.0
_HYPHEN_DEMERITS = 2_200_000.0
_DOUBLE_HYPHEN_DEMERITS = 10_000.0
_FITNESS_DEMERITS = 3_000.0
_LAST_HYPHEN_DEMERITS = 40_000.0
_SHORT_END_DEMERITS = 10_000.0
_SHORT_END = 2.5
# The classes of tightness: more than half of what may be shrunk, about natural, more than half of
# what may be stretched, all of it (page 1154).
_HALF, _ALL = 0.5 + TINY, 1.0 + TINY
# Longer runs of hyphens than this are all alike.
_LONGEST_RUN = 9
# Ragged lines are the worse, the more of the measure they leave empty.
_RAGGED = 8.0
_RAGGED_HYPHEN_DEMERITS = 1e12


class Measure(NamedTuple):
    """The width to fill and the natural blank, in ems.

    `ragged` lines keep their blanks natural and end where they end; each leaves no more than
    `empty`. `shortest` is what a last line is wide at least, and `in_a_row` how many lines may end
    in hyphens one after another.
    """

    width: float
    blank: float
    ragged: bool = False
    shortest: float = 0.0
    in_a_row: int = 2
    empty: float = inf


class Way(NamedTuple):
    """How hard a paragraph is tried: `tolerance` is how far blanks may stretch (1: by half).

    Without `hyphens` no line ends in one that it adds.
    `in_a_row` keeps to the measure's limit on hyphens one after another, `whole_end` to a last line
    that is long enough and does not begin inside a word. A way that does not keep to them only
    counts what it costs to break them. A `sure` way takes lines without blanks, too, and gives
    nothing where a looser line than it tolerates might be a part of something better.
    """

    tolerance: float
    hyphens: bool = True
    in_a_row: bool = True
    whole_end: bool = True
    sure: bool = False


# A chain of lines up to a breakpoint: its demerits, its last line's class of tightness, how many
# hyphens end it in a row, its lines, the breakpoint, and the chain before. Plain tuples, since a
# page makes ten thousand of them.
_Chain = tuple[float, int, int, int, int, "_Chain | None"]
_WORST: _Chain = (inf, 0, 0, 0, 0, None)
# Chains to one breakpoint are told apart by tightness, hyphens and lines, as one number.
_Kind = int
_RUNS, _COUNTS = 4, 64
# The best chains to each breakpoint, by their kind; None where none leads there.
_Reached = list[dict[_Kind, _Chain] | None]
# A line that may be set: where it ends, its demerits, and its class of tightness.
_Line = tuple[int, float, int]


class TotalFit:
    """The breaking of one paragraph at one measure, in one way."""

    def __init__(self, points: Breakpoints, measure: Measure, way: Way) -> None:
        self._points = points
        self._measure = measure
        self._way = way
        self._last = len(points.ends) - 1
        self._width = measure.width + TINY
        self._longest = measure.in_a_row if way.in_a_row else _LONGEST_RUN
        narrow = points.ends, points.starts
        self._ends, self._starts = points.natural if measure.ragged else narrow
        self._shrinking = max(points.shrink, TINY)
        # By how much a line's content may be wider than with the blanks of these places.
        self._shrink = 0.0 if measure.ragged else points.shrink

    def best(self) -> tuple[Break, ...] | None:
        """Give the breaks with the least demerits, None where some line could not be set."""
        ends = self._chains(None)
        if not ends:
            return None
        least = min(ends, key=_demerits)
        if self._way.sure and least[0] > _cost(self._way.tolerance):
            return None
        return self._path(least)

    def of_lines(self, count: int) -> tuple[Break, ...] | None:
        """Give the best breaks into so many lines, None where there are none."""
        ends = [chain for chain in self._chains(count) if chain[3] == count]
        return self._path(min(ends, key=_demerits)) if ends else None

    def _chains(self, count: int | None) -> list[_Chain]:
        """Give the best chains to the paragraph's end.

        Where `count` is given they are told apart by their lines, and those are given up that can
        no longer reach the end in so many.
        """
        reached: _Reached = [None] * (self._last + 1)
        reached[0] = {0: (0.0, 1, 0, 0, 0, None)}
        lines = self._ragged_lines if self._measure.ragged else self._justified_lines()
        extend = self._extending(reached, 0 if count is None else _COUNTS)
        starts, room = self._starts, self._ends[self._last] - self._width
        rest = [] if count is None else self._fewest_from()
        for start in range(self._last):
            kinds = reached[start]
            if not kinds:
                continue
            chains = list(kinds.values())
            if count is not None:
                chains = _undominated(chains, count - rest[start])
            elif len(chains) > 1:
                chains = _cheap(chains)
            if not chains:
                continue
            found = lines(start)
            if starts[start] >= room:
                found += self._last_line(start)
            for chain in chains:
                extend(chain, found)
        ends = reached[self._last]
        return list(ends.values()) if ends else []

    def _fewest_from(self) -> list[int]:
        """Count for each breakpoint the lines from it to the paragraph's end, at least."""
        ends, starts, width, last = self._ends, self._starts, self._width, self._last
        rest = [0] * (last + 1)
        for start in range(last - 1, -1, -1):
            reach = bisect_right(ends, starts[start] + width, start + 1) - 1
            rest[start] = 1 + rest[reach if reach > start else start + 1]
        return rest

    def _extending(self, reached: _Reached, counting: int) -> Callable[[_Chain, list[_Line]], None]:
        """Give what adds lines to a chain, and keeps each new one that is the best of its kind."""
        hyphens, longest = self._points.hyphens, self._longest

        def extend(chain: _Chain, lines: list[_Line]) -> None:
            before, tightness, run, count, _, _ = chain
            count, more = count + 1, run + 1 if run < _LONGEST_RUN else run
            # What is beyond all bounds is never kept.
            hyphened = _DOUBLE_HYPHEN_DEMERITS * run if more <= longest else inf
            for stop, own, fitness in lines:
                demerits, in_a_row = before + own, 0
                if not -1 <= fitness - tightness <= 1:
                    demerits += _FITNESS_DEMERITS
                if hyphens[stop]:
                    demerits, in_a_row = demerits + hyphened, more
                kind = fitness + _RUNS * in_a_row + counting * count
                kinds = reached[stop]
                if kinds is None:
                    kinds = reached[stop] = {}
                if demerits < kinds.get(kind, _WORST)[0]:
                    kinds[kind] = (demerits, fitness, in_a_row, count, stop, chain)

        return extend

    def _justified_lines(self) -> Callable[[int], list[_Line]]:
        """Give what gives the lines from a breakpoint whose blanks are neither too narrow nor wide.

        Nearly all of a page's time is spent there, so everything that it needs is at hand.
        """
        points, width, last = self._points, self._measure.width, self._last
        ends, starts, blanks = points.ends, points.starts, points.blanks
        passed, hyphens, whole = points.passed, points.hyphens, not self._way.hyphens
        shrinking, stretching = self._shrinking, self._measure.blank * STRETCH
        loosest, bounded = stretching * self._way.tolerance, self._way.tolerance < ANY
        without_blanks = self._lines_without_blanks if self._way.sure else None

        def lines(start: int) -> list[_Line]:
            found = []
            origin, gone = starts[start] + width, passed[start]
            # The last breakpoint of all is left to the last line.
            past = bisect_right(ends, origin + TINY, start + 1, last)
            # From the longest line to the shortest that is not too loose.
            for stop in range(past - 1, start, -1):
                hyphen = hyphens[stop]
                if whole and hyphen:
                    continue
                gaps = blanks[stop] - gone
                spare = origin - ends[stop] - gaps * shrinking
                if spare > TINY:
                    if bounded and spare > gaps * loosest + TINY:
                        if without_blanks:
                            found += without_blanks(start, stop)
                        break
                    ratio = spare / (gaps * stretching) if gaps else 1.5 + 2 * spare
                    cost = _LINE_PENALTY + 100.0 * ratio * ratio * ratio
                    fitness = 1 if ratio <= _HALF else 2 if ratio <= _ALL else 3
                else:
                    ratio = -spare / (gaps * shrinking) if gaps else 0.0
                    cost = _LINE_PENALTY + 100.0 * ratio * ratio * ratio
                    fitness = 1 if ratio <= _HALF else 0
                own = cost * cost
                found.append((stop, own + _HYPHEN_DEMERITS if hyphen else own, fitness))
            return found

        return lines

    def _lines_without_blanks(self, start: int, longest: int) -> list[_Line]:
        """Give the lines from a breakpoint that have no blank, up to a `longest`."""
        points = self._points
        past = bisect_right(points.blanks, points.passed[start], start + 1, longest + 1)
        found = []
        for stop in range(past - 1, start, -1):
            ratio = 1.5 + 2 * (points.starts[start] + self._measure.width - points.ends[stop])
            hyphen = _HYPHEN_DEMERITS if points.hyphens[stop] else 0.0
            found.append((stop, _cost(ratio) + hyphen, 3))
        return found

    def _ragged_lines(self, start: int) -> list[_Line]:
        """Give the lines from a breakpoint that are no wider than the measure."""
        ends, width = self._ends, self._measure.width
        origin = self._starts[start] + width
        past = bisect_right(ends, origin + TINY, start + 1)
        found = []
        for stop in range(min(past, self._last) - 1, start, -1):
            spare = max(0.0, origin - ends[stop])
            if spare > self._measure.empty:
                break
            ratio = _RAGGED * spare / width
            cost = _LINE_PENALTY + 100.0 * ratio**3
            hyphen = _RAGGED_HYPHEN_DEMERITS if self._points.hyphens[stop] else 0.0
            found.append((stop, cost * cost + hyphen, 1))
        return found

    def _last_line(self, start: int) -> list[_Line]:
        """Give the line from a breakpoint to the paragraph's end, which it reaches, if it may."""
        points, last, measure = self._points, self._last, self._measure
        gaps = points.blanks[last] - points.passed[start]
        width = self._ends[last] - self._starts[start] + gaps * self._shrink
        short = start > 0 and width < measure.shortest - TINY
        if self._way.whole_end and (short or points.hyphens[start]):
            return []
        spare = measure.width - width
        ratio = spare / ((gaps or 1) * self._shrinking) if spare < 0 else 0.0
        cost = _cost(-ratio)
        if start > 0 and (width < _SHORT_END - TINY or not gaps):
            cost += _SHORT_END_DEMERITS * (3 if short else 1)
        if points.hyphens[start]:
            cost += _LAST_HYPHEN_DEMERITS
        return [(last, cost, 0 if ratio < -_HALF else 1)]

    def _path(self, chain: _Chain) -> tuple[Break, ...]:
        ends = []
        while chain[5] is not None:
            ends.append(self._points.place(chain[4]))
            chain = chain[5]
        return tuple(reversed(ends))


def _demerits(chain: _Chain) -> float:
    return chain[0]


def _cost(ratio: float) -> float:
    """Give the demerits of a line whose blanks are stretched or shrunk by so much."""
    cost = _LINE_PENALTY + 100.0 * ratio * ratio * ratio
    return cost * cost


def _undominated(chains: list[_Chain], most: int) -> list[_Chain]:
    """Give those chains of each number of lines, `most` of them, that may become the best."""
    counts = sorted({chain[3] for chain in chains if chain[3] <= most})
    return [one for count in counts for one in _cheap([c for c in chains if c[3] == count])]


def _cheap(chains: list[_Chain]) -> list[_Chain]:
    """Give the chains that may still become the best, whatever follows.

    A chain that costs more than another by what a change of tightness costs at most cannot, unless
    the other ends in more hyphens.
    """
    least, _, run, _, _, _ = chains[0]
    for demerits, _, hyphens, _, _, _ in chains:
        if demerits < least:
            least, run = demerits, hyphens
    limit = least + _FITNESS_DEMERITS
    return [chain for chain in chains if chain[0] <= limit or chain[2] < run]
