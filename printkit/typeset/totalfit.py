"""Line breaking by total fit: the breaks of a whole paragraph are chosen together.

The method is Knuth and Plass's (Breaking Paragraphs into Lines, Software: Practice and
Experience 11, 1981): a line's badness grows with the cube of how far its blanks are stretched or
shrunk (page 1128), its demerits with the square of badness and penalty (page 1129), neighbours of
unlike tightness cost more (page 1154), and the paragraph's sum is made least. Words are boxes,
blanks glue, hyphens penalties. All lengths are ems of the paragraph's own size.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
# Longer runs of hyphens than this are all alike.
_LONGEST_RUN = 9
# Ragged lines are the worse, the more of the measure they leave empty.
_RAGGED = 8.0
_RAGGED_HYPHEN_DEMERITS = 1e12


@dataclass(frozen=True, slots=True)
class Measure:
    """The width to fill and the natural blank, in ems.

    `ragged` lines keep their blanks natural and end where they end. `shortest` is what a last line
    is wide at least, and `in_a_row` how many lines may end in hyphens one after another.
    """

    width: float
    blank: float
    ragged: bool = False
    shortest: float = 0.0
    in_a_row: int = 2


@dataclass(frozen=True, slots=True)
class Way:
    """How hard a paragraph is tried: `tolerance` is how far blanks may stretch (1: by half).

    `in_a_row` keeps to the measure's limit on hyphens one after another, `whole_end` to a last line
    that is long enough and does not begin inside a word. A way that does not keep to them only
    counts what it costs to break them.
    """

    tolerance: float
    in_a_row: bool = True
    whole_end: bool = True


# A chain of lines up to a breakpoint: its demerits, its last line's class of tightness, how many
# hyphens end it in a row, its lines, the breakpoint, and the chain before. Plain tuples, since a
# page makes ten thousand of them.
_Chain = tuple[float, int, int, int, int, "_Chain | None"]
# Chains to one breakpoint are told apart by tightness, hyphens and lines, as one number.
_Kind = int
_RUNS, _COUNTS = 4, 64
# A line that may be set: where it ends, its demerits, and its class of tightness.
_Line = tuple[int, float, int]


class TotalFit:
    """The breaking of one paragraph at one measure, in one way."""

    def __init__(self, points: Breakpoints, measure: Measure, way: Way) -> None:
        self._points = points
        self._measure = measure
        self._way = way
        self._last = len(points.ends) - 1
        shrink = 0.0 if measure.ragged else measure.blank * SHRINK
        self._tight_ends, self._tight_starts = points.stretched(-shrink)
        stretch = measure.blank * STRETCH * way.tolerance
        self._loose_ends, self._loose_starts = points.stretched(stretch)

    def best(self) -> tuple[Break, ...] | None:
        """Give the breaks with the least demerits, None where some line could not be set."""
        ends = self._chains(None)
        return self._path(min(ends, key=_demerits)) if ends else None

    def of_lines(self, count: int, fewest: int) -> tuple[Break, ...] | None:
        """Give the best breaks into so many lines, None where there are none.

        `fewest` is what the paragraph takes at least; chains that have fallen further behind it
        than `count` allows are given up.
        """
        ends = [chain for chain in self._chains(count - fewest + 1) if chain[3] == count]
        return self._path(min(ends, key=_demerits)) if ends else None

    def _chains(self, behind: int | None) -> list[_Chain]:
        """Give the best chains to the paragraph's end.

        Where `behind` is given they are told apart by their lines, and may have so many more than
        the shortest chain to the same place.
        """
        reached: list[dict[_Kind, _Chain]] = [{} for _ in range(self._last + 1)]
        reached[0][0] = (0.0, 1, 0, 0, 0, None)
        last, counted = self._last, behind is not None
        lines = self._ragged_lines if self._measure.ragged else self._justified_lines
        room = self._tight_ends[last] - self._measure.width - TINY
        for start in range(last):
            if not reached[start]:
                continue
            chains = _undominated(reached[start], behind)
            self._extend(chains, lines(start), reached, counted=counted)
            if self._tight_starts[start] >= room:
                self._extend(chains, self._last_lines(start), reached, counted=counted)
        return list(reached[last].values())

    def _extend(
        self,
        chains: list[_Chain],
        lines: Iterable[_Line],
        reached: list[dict[_Kind, _Chain]],
        *,
        counted: bool,
    ) -> None:
        """Add lines to chains, and keep each new one that is the best of its kind."""
        hyphens = self._points.hyphens
        limited = self._way.in_a_row
        longest = self._measure.in_a_row if limited else _LONGEST_RUN
        for stop, own, fitness in lines:
            kinds = reached[stop]
            for chain in chains:
                demerits = chain[0] + own
                if abs(fitness - chain[1]) > 1:
                    demerits += _FITNESS_DEMERITS
                run = 0
                if hyphens[stop]:
                    run = chain[2] + 1
                    demerits += _DOUBLE_HYPHEN_DEMERITS * chain[2]
                    if run > longest:
                        if limited:
                            continue
                        run = longest
                count = chain[3] + 1
                kind = fitness + _RUNS * run + (_COUNTS * count if counted else 0)
                known = kinds.get(kind)
                if known is None or demerits < known[0]:
                    kinds[kind] = (demerits, fitness, run, count, stop, chain)

    def _justified_lines(self, start: int) -> Iterator[_Line]:
        """Give the lines from a breakpoint whose blanks neither shrink nor stretch too far."""
        points, width, unit = self._points, self._measure.width, self._measure.blank
        ends, blanks, hyphens = points.ends, points.blanks, points.hyphens
        origin, passed = points.starts[start] + width, points.passed[start]
        first = start + 1
        if self._way.tolerance < ANY:
            loosest = self._loose_starts[start] + width - TINY
            first = bisect_left(self._loose_ends, loosest, first)
        past = bisect_right(self._tight_ends, self._tight_starts[start] + width + TINY, first)
        for stop in range(first, min(past, self._last)):
            spare = origin - ends[stop]
            gaps = blanks[stop] - passed
            if not gaps:
                ratio = 1.5 + 2 * spare if spare > TINY else 0.0
            else:
                ratio = spare / (gaps * unit * (STRETCH if spare > 0 else SHRINK))
            cost = _LINE_PENALTY + 100.0 * abs(ratio) ** 3
            demerits = cost * cost + (_HYPHEN_DEMERITS if hyphens[stop] else 0.0)
            fitness = 1 if -0.5 <= ratio <= 0.5 else 0 if ratio < 0 else 2 if ratio <= 1 else 3  # noqa: PLR2004 - theirs, page 1154
            yield stop, demerits, fitness

    def _ragged_lines(self, start: int) -> Iterator[_Line]:
        """Give the lines from a breakpoint that are no wider than the measure."""
        points, width = self._points, self._measure.width
        origin = points.starts[start] + width
        past = bisect_right(points.ends, origin + TINY, start + 1)
        for stop in range(start + 1, min(past, self._last)):
            ratio = _RAGGED * max(0.0, origin - points.ends[stop]) / width
            cost = _LINE_PENALTY + 100.0 * ratio**3
            yield stop, cost * cost + (_RAGGED_HYPHEN_DEMERITS if points.hyphens[stop] else 0.0), 1

    def _last_lines(self, start: int) -> Iterator[_Line]:
        """Give the line from a breakpoint to the paragraph's end, which it reaches, if it may."""
        points, last, measure = self._points, self._last, self._measure
        width = points.ends[last] - points.starts[start]
        gaps = points.blanks[last] - points.passed[start]
        short = start > 0 and width < measure.shortest
        if self._way.whole_end and (short or points.hyphens[start]):
            return
        ratio = min(0.0, measure.width - width) / (max(gaps, 1) * measure.blank * SHRINK)
        cost = (_LINE_PENALTY + 100.0 * abs(ratio) ** 3) ** 2
        if start > 0 and (width < _SHORT_END or not gaps):
            cost += _SHORT_END_DEMERITS * (3 if short else 1)
        if points.hyphens[start]:
            cost += _LAST_HYPHEN_DEMERITS
        yield last, cost, 0 if ratio < -0.5 else 1  # noqa: PLR2004 - as above

    def _path(self, chain: _Chain) -> tuple[Break, ...]:
        ends = []
        while chain[5] is not None:
            ends.append(self._points.place(chain[4]))
            chain = chain[5]
        return tuple(reversed(ends))


def _demerits(chain: _Chain) -> float:
    return chain[0]


def _undominated(reached: dict[_Kind, _Chain], behind: int | None) -> list[_Chain]:
    """Give the chains that may still become the best, whatever follows.

    A chain that costs more than another by what a change of tightness costs at most cannot, unless
    the other ends in more hyphens or, where lines are counted, has other lines.
    """
    chains = list(reached.values())
    if len(chains) == 1:
        return chains
    if behind is None:
        return _cheap(chains)
    most = min(chain[3] for chain in chains) + behind
    counts = sorted({chain[3] for chain in chains if chain[3] <= most})
    return [one for count in counts for one in _cheap([c for c in chains if c[3] == count])]


def _cheap(chains: list[_Chain]) -> list[_Chain]:
    least = min(chains, key=_demerits)
    limit, run = least[0] + _FITNESS_DEMERITS, least[2]
    return [chain for chain in chains if chain[0] <= limit or chain[2] < run]
