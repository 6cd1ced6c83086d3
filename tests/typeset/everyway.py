"""Every way to break a paragraph, tried one after another, and what each of them costs.

Lengths are summed from the words themselves, and demerits as Knuth and Plass write them down
(1981, pages 1128, 1129 and 1154), so nothing is shared with what is tested but the constants.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from printkit.typeset.breakpoints import Blank, Break
from printkit.typeset.totalfit import (
    _DOUBLE_HYPHEN_DEMERITS,
    _FITNESS_DEMERITS,
    _HYPHEN_DEMERITS,
    _LAST_HYPHEN_DEMERITS,
    _LINE_PENALTY,
    _SHORT_END,
    _SHORT_END_DEMERITS,
)
from printkit.typeset.words import Word

Ends = tuple[Break, ...]
TIGHT, NORMAL, LOOSE, VERY_LOOSE = range(4)
_TINY = 1e-9
_START = Break(-1, 0)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the lines of a justified paragraph shall keep to.

    `tolerance` is how often a blank may stretch by half of itself, `hyphens` whether words may be
    divided, `whole_end` whether the last line is `shortest` wide and no word is divided before it.
    """

    width: float
    tolerance: float
    hyphens: bool = True
    whole_end: bool = True
    in_a_row: int = 2
    shortest: float = 0.0


@dataclass(frozen=True, slots=True)
class Sum:
    """A line's natural width, without what hangs, and how many blanks it has."""

    width: float
    gaps: int


@dataclass(frozen=True, slots=True)
class EveryWay:
    """A paragraph whose every breaking is tried; no line ends after the `tied` words."""

    words: Sequence[Word]
    blank: Blank
    tied: Collection[int] = ()

    def places(self, *, hyphens: bool) -> list[Break]:
        """Give where a line may end."""
        found = []
        for number, word in enumerate(self.words):
            divisions = [one for one in word.divisions if hyphens or not one.hyphen]
            found += [Break(number, one.letters, one.hyphen) for one in divisions]
            if number == len(self.words) - 1 or number not in self.tied:
                found.append(Break(number, len(word.text)))
        return found

    def line(self, start: Break, stop: Break) -> Sum:
        """Add up a line's words and blanks."""
        first, letters = start.word, start.letters
        if start == _START or letters == len(self.words[first].text):
            first, letters = first + 1, 0
        parts = [self._before(number, None) for number in range(first, stop.word)]
        parts.append(self._before(stop.word, stop.letters))
        gaps = len(parts) - 1
        width = sum(parts) + gaps * self.blank.width - self._before(first, letters)
        width -= 0.0 if letters else self.words[first].left
        return Sum(width + self._at_end(stop), gaps)

    def _before(self, number: int, letters: int | None) -> float:
        """Give the width of so many of a word's letters."""
        word = self.words[number]
        widths = {0: 0.0, None: word.width, len(word.text): word.width}
        return (widths | {one.letters: one.width for one in word.divisions})[letters]

    def _at_end(self, stop: Break) -> float:
        """Give the width of an added hyphen, below 0 of what hangs."""
        word = self.words[stop.word]
        if stop.letters == len(word.text):
            return -word.right
        if stop.hyphen:
            return self.blank.hyphen
        return -next(one.hang for one in word.divisions if one.letters == stop.letters)

    def ratio(self, line: Sum, width: float, *, last: bool) -> float | None:
        """Give how far a line's blanks stretch (1: by half) or shrink (-1: by a third).

        None where that is not possible; a last line never stretches.
        """
        spare = min(0.0, width - line.width) if last else width - line.width
        if abs(spare) < _TINY:
            return 0.0
        if not line.gaps:
            return None
        ratio = spare / (line.gaps * self.blank.width * (1 / 2 if spare > 0 else 1 / 3))
        return ratio if ratio > -1 - _TINY else None

    def breakings(self, asked: Asked) -> Iterator[Ends]:
        """Give every breaking that keeps to what is asked."""
        places = self.places(hyphens=asked.hyphens)
        final = places[-1]

        def go_on(ends: Ends, past: int) -> Iterator[Ends]:
            start = ends[-1] if ends else _START
            for number in range(past, len(places)):
                stop = places[number]
                if not self._may_stand(start, stop, asked, last=stop == final):
                    continue
                longer = (*ends, stop)
                if stop == final:
                    yield longer
                elif longest_run(longer) <= asked.in_a_row:
                    yield from go_on(longer, number + 1)

        return go_on((), 0)

    def _may_stand(self, start: Break, stop: Break, asked: Asked, *, last: bool) -> bool:
        line = self.line(start, stop)
        ratio = self.ratio(line, asked.width, last=last)
        if ratio is None or ratio > asked.tolerance + _TINY:
            return False
        if last and start != _START and asked.whole_end:
            return not start.hyphen and line.width >= asked.shortest
        return True

    def demerits(self, ends: Ends, asked: Asked) -> float:
        """Give a breaking's sum of demerits."""
        total, before, run = 0.0, NORMAL, 0
        for start, stop in pairwise((_START, *ends)):
            last = stop == ends[-1]
            line = self.line(start, stop)
            ratio = self.ratio(line, asked.width, last=last)
            assert ratio is not None
            badness = 100 * abs(ratio) ** 3
            total += (_LINE_PENALTY + badness) ** 2
            total += _FITNESS_DEMERITS * (abs(tightness(ratio) - before) > 1)
            before = tightness(ratio)
            run = run + 1 if stop.hyphen else 0
            total += _HYPHEN_DEMERITS * stop.hyphen
            total += _DOUBLE_HYPHEN_DEMERITS * max(0, run - 1)
            if last and start != _START:
                total += self._demerits_at_end(start, line, asked)
        return total

    def _demerits_at_end(self, start: Break, line: Sum, asked: Asked) -> float:
        """Give what a last line costs that is short or begins inside a word."""
        short = line.width < _SHORT_END or not line.gaps
        times = 3 if line.width < asked.shortest else 1
        return _LAST_HYPHEN_DEMERITS * start.hyphen + _SHORT_END_DEMERITS * times * short


def tightness(ratio: float) -> int:
    """Give a line's class (page 1154)."""
    if ratio < -1 / 2 - _TINY:
        return TIGHT
    if ratio <= 1 / 2 + _TINY:
        return NORMAL
    return LOOSE if ratio <= 1 + _TINY else VERY_LOOSE


def longest_run(ends: Ends) -> int:
    """Count the lines that end in hyphens one after another, at most."""
    runs = [0]
    for end in ends:
        runs.append(runs[-1] + 1 if end.hyphen else 0)
    return max(runs)
