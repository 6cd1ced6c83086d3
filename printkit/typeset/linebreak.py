"""Line breaking by total fit: the breaks of a whole paragraph are chosen together.

The method is Knuth and Plass's (Breaking Paragraphs into Lines, Software: Practice and
Experience 11, 1981): each line's badness grows with the cube of how far its blanks are stretched or
shrunk, and the sum of the demerits over the paragraph is made least. All lengths here are ems of
the paragraph's own size.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from printkit.typeset.breakpoints import Break, Breakpoints, breakpoints
from printkit.typeset.words import Word

_LINE_PENALTY = 10.0
_HYPHEN_DEMERITS = 8_100.0
_DOUBLE_HYPHEN_DEMERITS = 6_000.0
_LAST_HYPHEN_DEMERITS = 20_000.0
_FITNESS_DEMERITS = 3_000.0
_SHORT_END_DEMERITS = 8_000.0
_SHORTEST_END = 2.5
# How far blanks may stretch before hyphens are tried, with them, and where nothing else helps.
_FIRST_TOLERANCE, _SECOND_TOLERANCE, _ANY = 1.0, 3.0, 10_000.0
_WAYS = ((False, _FIRST_TOLERANCE), (True, _SECOND_TOLERANCE), (True, _ANY))
_RAGGED_WAYS = ((False, _ANY), (True, _ANY))
# Ragged lines are the worse, the more of the measure they leave empty.
_RAGGED = 8.0
_SHRINK, _STRETCH = 1 / 3, 1 / 2
_NEVER = float("inf")
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Measure:
    """The width to fill, the natural blank and the hyphen, in ems.

    `ragged` lines keep their blanks natural and end where they end.
    """

    width: float
    blank: float
    hyphen: float
    ragged: bool = False


class Galley:
    """A paragraph's words, ready to be broken at any measure; blank and hyphen in ems."""

    def __init__(self, words: Sequence[Word], blank: float, hyphen: float) -> None:
        self._words = words
        self._blank = blank
        self._hyphen = hyphen
        self._points: dict[bool, Breakpoints] = {}
        self._widest = max((word.width for word in words), default=0.0)

    def total_fit(self, width: float, *, ragged: bool = False) -> tuple[Break, ...]:
        """Give the line ends that are best together; no line is wider than `width`.

        First without hyphens, then with them, then however loose; ragged text takes hyphens only
        where a word needs them. A word that is wider than the measure even so is divided between
        any two characters.
        """
        measure = Measure(width, self._blank, self._hyphen, ragged=ragged)
        if self._holds_words(width):
            for hyphens, tolerance in _RAGGED_WAYS if ragged else _WAYS:
                found = _Chain(self._breakpoints(hyphens=hyphens), measure).best(tolerance)
                if found:
                    return found
        divided = _divided_anywhere(self._words, measure)
        points = breakpoints(divided, self._blank, self._hyphen, hyphens=True)
        return _Chain(points, measure).best(_ANY) or self.first_fit(width)

    def first_fit(self, width: float) -> tuple[Break, ...]:
        """Give the line ends of an office program: each line takes what fits, whole words first.

        A word that is wider than the measure begins a line and is divided where that is full.
        """
        measure = Measure(width, self._blank, self._hyphen)
        if self._holds_words(width):
            return _first_fit(self._breakpoints(hyphens=True), measure, frozenset())
        divided = _divided_anywhere(self._words, measure)
        wide = {number for number, word in enumerate(divided) if word is not self._words[number]}
        points = breakpoints(divided, self._blank, self._hyphen, hyphens=True)
        return _first_fit(points, measure, frozenset(wide))

    def _holds_words(self, width: float) -> bool:
        """Say whether every word fits the measure as it is or as it may be divided."""
        room = width + _TINY
        return self._widest <= room or all(
            word.widest_part(self._hyphen) <= room for word in self._words
        )

    def _breakpoints(self, *, hyphens: bool) -> Breakpoints:
        if hyphens not in self._points:
            made = breakpoints(self._words, self._blank, self._hyphen, hyphens=hyphens)
            self._points[hyphens] = made
        return self._points[hyphens]


def break_lines(words: Sequence[Word], measure: Measure) -> tuple[Break, ...]:
    """Give the ends of a paragraph's lines, chosen together."""
    galley = Galley(words, measure.blank, measure.hyphen)
    return galley.total_fit(measure.width, ragged=measure.ragged)


def first_fit(words: Sequence[Word], measure: Measure) -> tuple[Break, ...]:
    """Give the ends of a paragraph's lines, each line filled in its turn."""
    return Galley(words, measure.blank, measure.hyphen).first_fit(measure.width)


class _Chain:
    """The best chains of lines to each breakpoint: their demerits and the breakpoint before."""

    def __init__(self, points: Breakpoints, measure: Measure) -> None:
        count = len(points.ends)
        self._points = points
        self._measure = measure
        self._demerits = [0.0] + [_NEVER] * (count - 1)
        self._before = [0] * count
        self._fitness = [1] * count
        self._hyphens = [0] * count

    def best(self, tolerance: float) -> tuple[Break, ...] | None:
        """Give the breaks with the least demerits, None where some line could not be set."""
        last = len(self._points.ends) - 1
        first = 0
        for number in range(1, last + 1):
            first = self._reach(number, first, tolerance, ends=number == last)
            if first == number:
                return None
        return self._path()

    def _reach(self, number: int, first: int, tolerance: float, *, ends: bool) -> int:
        """Find the best line that ends at a breakpoint; give the first one that it may start at.

        The starts are tried from the fullest line to the loosest, so the first that is too loose
        ends the search.
        """
        points, demerits = self._points, self._demerits
        starts, passed = points.starts, points.passed
        end, blanks_end = points.ends[number], points.blanks[number]
        width = self._measure.width
        shrink = 0.0 if self._measure.ragged else self._measure.blank * _SHRINK
        while first < number and (
            demerits[first] == _NEVER
            or end - starts[first] - (blanks_end - passed[first]) * shrink > width + _TINY
        ):
            first += 1
        least = _NEVER
        for before in range(first, number):
            so_far = demerits[before]
            if so_far >= least:
                continue
            spare = width - end + starts[before]
            ratio = 0.0 if ends and spare >= 0 else self._ratio(spare, blanks_end - passed[before])
            if ratio > tolerance:
                break
            total = so_far + self._cost(before, number, ratio)
            if ends:
                total += _end_cost(end - starts[before], hyphen=points.places[before].hyphen)
            if total < least:
                least = total
                self._keep(before, number, ratio)
        demerits[number] = least
        return first

    def _ratio(self, spare: float, blanks: int) -> float:
        """Give how far the blanks stretch (1: by all of their stretch) or shrink (below 0)."""
        if self._measure.ragged:
            return _RAGGED * spare / self._measure.width
        if not blanks:
            return 1.5 + spare * 2 if spare > 0 else 0.0
        share = _STRETCH if spare >= 0 else _SHRINK
        return spare / (blanks * self._measure.blank * share)

    def _cost(self, before: int, number: int, ratio: float) -> float:
        """Give a line's demerits (Knuth and Plass, page 1129)."""
        badness = 100.0 * abs(ratio) ** 3
        cost = (_LINE_PENALTY + min(badness, _ANY * 10)) ** 2
        if self._points.places[number].hyphen:
            cost += _HYPHEN_DEMERITS
            cost += _DOUBLE_HYPHEN_DEMERITS * self._hyphens[before] ** 2
        if abs(_fitness(ratio) - self._fitness[before]) > 1:
            cost += _FITNESS_DEMERITS
        return cost

    def _keep(self, before: int, number: int, ratio: float) -> None:
        hyphen = self._points.places[number].hyphen
        self._before[number] = before
        self._fitness[number] = _fitness(ratio)
        self._hyphens[number] = self._hyphens[before] + 1 if hyphen else 0

    def _path(self) -> tuple[Break, ...] | None:
        number = len(self._before) - 1
        if self._demerits[number] == _NEVER:
            return None
        ends = []
        while number > 0:
            ends.append(self._points.places[number])
            number = self._before[number]
        return tuple(reversed(ends))


def _end_cost(width: float, *, hyphen: bool) -> float:
    """Give what a last line costs that is very short, or that follows a divided word."""
    cost = _SHORT_END_DEMERITS if width < _SHORTEST_END else 0.0
    return cost + _LAST_HYPHEN_DEMERITS if hyphen else cost


def _fitness(ratio: float) -> int:
    """Give the line's class: tight, decent, loose or very loose (Knuth and Plass, page 1154)."""
    return 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3  # noqa: PLR2004 - theirs


def _first_fit(points: Breakpoints, measure: Measure, wide: frozenset[int]) -> tuple[Break, ...]:
    found: list[Break] = []
    line, last = 0, len(points.ends) - 1
    while line < last:
        line = _first_end(points, line, measure.width + _TINY, wide)
        found.append(points.places[line])
    return tuple(found) or (points.places[-1],)


def _first_end(points: Breakpoints, line: int, width: float, wide: frozenset[int]) -> int:
    """Give the last breakpoint that the line which starts at `line` can reach."""
    reached = line + 1
    limit = points.starts[line] + width
    for number in range(line + 1, len(points.ends)):
        if points.ends[number] > limit:
            break
        word = points.places[number].word
        inside = word in wide and points.passed[number] == word
        if not inside or points.passed[line] == word:
            reached = number
    return reached


def _divided_anywhere(words: Sequence[Word], measure: Measure) -> list[Word]:
    """Give the words, those that do not fit as they may be divided with breaks everywhere."""
    room = measure.width + _TINY
    return [
        word.divided_anywhere() if word.widest_part(measure.hyphen) > room else word
        for word in words
    ]
