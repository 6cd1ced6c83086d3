"""Line breaking by total fit: the breaks of a whole paragraph are chosen together.

The method is Knuth and Plass's (Breaking Paragraphs into Lines, Software: Practice and
Experience 11, 1981): each line's badness grows with the cube of how far its blanks are stretched or
shrunk, and the sum of the demerits over the paragraph is made least. All lengths here are ems of
the paragraph's own size.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from printkit.typeset.words import Word

_LINE_PENALTY = 10.0
_HYPHEN_PENALTY = 90.0
_DOUBLE_HYPHEN_DEMERITS = 6_000.0
_LAST_HYPHEN_DEMERITS = 8_000.0
_FITNESS_DEMERITS = 3_000.0
_SHORT_END_DEMERITS = 8_000.0
_SHORTEST_END = 2.5
# How far blanks may stretch before hyphens are tried, and with them.
_FIRST_TOLERANCE, _SECOND_TOLERANCE = 1.0, 3.0
_WORST = 10_000.0
_SHRINK, _STRETCH = 1 / 3, 1 / 2
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Break:
    """A line's end: after `index` characters of word `word` (all of them where it is whole)."""

    word: int
    index: int
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """The width to fill, the natural blank and the hyphen, in ems.

    `ragged` lines keep their blanks natural and end where they end.
    """

    width: float
    blank: float
    hyphen: float
    ragged: bool = False


@dataclass(slots=True)
class _Point:
    """A possible line end: the width up to it, and where the next line's content starts."""

    place: Break
    end: float
    start: float
    blanks_end: int
    blanks_start: int


@dataclass(slots=True)
class _Best:
    """The best way to reach a point: its total demerits, the point before, and the last line."""

    demerits: float
    before: int
    fitness: int
    hyphens: int


def break_lines(words: Sequence[Word], measure: Measure) -> tuple[Break, ...]:
    """Give the ends of the paragraph's lines; no line is wider than the measure.

    First without hyphens, then with them, then however loose; a word that is wider than the measure
    is divided between any two characters.
    """
    for points, tolerance in (
        (_points(words, measure, hyphens=False), _FIRST_TOLERANCE),
        (_points(words, measure, hyphens=True), _SECOND_TOLERANCE),
        (_points(words, measure, hyphens=True), _WORST),
    ):
        found = _total_fit(points, measure, tolerance)
        if found:
            return found
    found = _total_fit(
        _points(_divided_anywhere(words, measure), measure, hyphens=True), measure, _WORST
    )
    return found or first_fit(_divided_anywhere(words, measure), measure)


def first_fit(words: Sequence[Word], measure: Measure) -> tuple[Break, ...]:
    """Give the line ends of an office program: each line takes what fits, whole words first.

    A word that is wider than the measure begins a line and is divided where that is full.
    """
    divided = _divided_anywhere(words, measure)
    wide = {number for number, word in enumerate(divided) if word is not words[number]}
    points = _points(divided, measure, hyphens=True)
    ends: list[Break] = []
    line = 0
    while line < len(points) - 1:
        line = _first_end(points, line, measure, wide)
        ends.append(points[line].place)
    return tuple(ends) or (points[-1].place,)


def _first_end(points: Sequence[_Point], line: int, measure: Measure, wide: set[int]) -> int:
    """Give the last point that the line which starts at `line` can reach."""
    reached = line + 1
    for number in range(line + 1, len(points)):
        point = points[number]
        if point.end - points[line].start > measure.width + _TINY:
            break
        inside = point.blanks_start == point.place.word and point.place.word in wide
        if not inside or points[line].blanks_start == point.place.word:
            reached = number
    return reached


def _points(words: Sequence[Word], measure: Measure, *, hyphens: bool) -> list[_Point]:
    points = [_Point(Break(0, 0), 0.0, 0.0, 0, 0)]
    width = 0.0
    for number, word in enumerate(words):
        for division in word.divisions:
            if hyphens or not division.hyphen:
                place = width + division.width
                end = place + (measure.hyphen if division.hyphen else 0.0)
                mark = Break(number, division.index, division.hyphen)
                points.append(_Point(mark, end, place, number, number))
        width += word.width
        points.append(
            _Point(Break(number, len(word.text)), width, width + measure.blank, number, number + 1)
        )
        width += measure.blank
    return points


def _total_fit(
    points: list[_Point], measure: Measure, tolerance: float
) -> tuple[Break, ...] | None:
    """Give the breaks with the least demerits, None where some line could not be set."""
    best: list[_Best | None] = [None] * len(points)
    best[0] = _Best(0.0, -1, 1, 0)
    first = 0
    last = len(points) - 1
    for number in range(1, len(points)):
        point = points[number]
        while first < number and (
            best[first] is None or _narrowest(points[first], point, measure) > measure.width + _TINY
        ):
            first += 1
        for before in range(first, number):
            reached = best[before]
            if reached is None:
                continue
            ratio = _ratio(points[before], point, measure, ends=number == last)
            if ratio is None or ratio > tolerance:
                continue
            found = _reach(reached, before, points[number], ratio)
            if number == last:
                found = _end(found, points[before], point)
            known = best[number]
            if known is None or found.demerits < known.demerits:
                best[number] = found
    return _path(points, best)


def _narrowest(start: _Point, end: _Point, measure: Measure) -> float:
    shrink = (
        0.0 if measure.ragged else (end.blanks_end - start.blanks_start) * measure.blank * _SHRINK
    )
    return end.end - start.start - shrink


def _ratio(start: _Point, end: _Point, measure: Measure, *, ends: bool) -> float | None:
    """Give how far the blanks stretch (1: by all of their stretch) or shrink, None if too far."""
    spare = measure.width - (end.end - start.start)
    if measure.ragged:
        return None if spare < -_TINY else (0.0 if ends else 8.0 * spare / measure.width)
    blanks = end.blanks_end - start.blanks_start
    if spare >= 0:
        if ends:
            return 0.0
        return spare / (blanks * measure.blank * _STRETCH) if blanks else 1.5 + spare * 2
    if not blanks:
        return None if spare < -_TINY else 0.0
    ratio = spare / (blanks * measure.blank * _SHRINK)
    return ratio if ratio >= -1 - _TINY else None


def _reach(reached: _Best, before: int, point: _Point, ratio: float) -> _Best:
    badness = min(100.0 * abs(ratio) ** 3, _WORST * 10)
    demerits = (_LINE_PENALTY + badness) ** 2
    hyphens = 0
    if point.place.hyphen:
        demerits += _HYPHEN_PENALTY**2
        hyphens = reached.hyphens + 1
        if hyphens > 1:
            demerits += _DOUBLE_HYPHEN_DEMERITS * (hyphens - 1) ** 2
    fitness = _fitness(ratio)
    if abs(fitness - reached.fitness) > 1:
        demerits += _FITNESS_DEMERITS
    return _Best(reached.demerits + demerits, before, fitness, hyphens)


def _end(found: _Best, start: _Point, end: _Point) -> _Best:
    """Add what a last line costs that is very short, or follows a divided word."""
    extra = 0.0
    if end.end - start.start < _SHORTEST_END:
        extra += _SHORT_END_DEMERITS
    if start.place.hyphen:
        extra += _LAST_HYPHEN_DEMERITS
    return _Best(found.demerits + extra, found.before, found.fitness, found.hyphens)


def _fitness(ratio: float) -> int:
    """Give the line's class: tight, decent, loose or very loose (Knuth and Plass, page 1154)."""
    return 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3  # noqa: PLR2004 - theirs


def _path(points: list[_Point], best: list[_Best | None]) -> tuple[Break, ...] | None:
    reached = best[-1]
    if reached is None:
        return None
    number, ends = len(points) - 1, []
    while reached is not None and number > 0:
        ends.append(points[number].place)
        number = reached.before
        reached = best[number]
    return tuple(reversed(ends))


def _divided_anywhere(words: Sequence[Word], measure: Measure) -> list[Word]:
    """Give the words, those that do not fit as they may be divided with breaks everywhere."""
    room = measure.width + _TINY
    return [
        word.divided_anywhere() if word.widest_part(measure.hyphen) > room else word
        for word in words
    ]
