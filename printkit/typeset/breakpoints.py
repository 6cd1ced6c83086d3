"""The places where a paragraph's lines may end, prepared once for all measures.

All lengths are ems of the paragraph's own size. What hangs at the margin is left out of them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from printkit.typeset.words import Word


class Break(NamedTuple):
    """A line's end: after so many `letters` of word `word` (all of them where it is whole)."""

    word: int
    letters: int
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A face's blank and hyphen, in ems; the hyphen without what hangs."""

    width: float
    hyphen: float


@dataclass(frozen=True)
class Breakpoints:
    """The possible line ends in order; the first is the paragraph's start.

    `ends` holds the width from the start up to each, with its hyphen; `starts` where the next
    line's content begins; `blanks` and `passed` the blanks up to the one and up to the other. So a
    line between two of them is `ends[stop] - starts[start]` wide.
    """

    places: tuple[Break, ...]
    ends: tuple[float, ...]
    starts: tuple[float, ...]
    blanks: tuple[int, ...]
    passed: tuple[int, ...]
    kept: dict[float, tuple[list[float], list[float]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def hyphens(self) -> tuple[bool, ...]:
        """Which of them add a hyphen."""
        return tuple(place.hyphen for place in self.places)

    def stretched(self, blank: float) -> tuple[list[float], list[float]]:
        """Give `ends` and `starts` with every blank wider by `blank` ems (below 0: narrower)."""
        if blank not in self.kept:
            parts = ((self.ends, self.blanks), (self.starts, self.passed))
            ends, starts = (
                [at + count * blank for at, count in zip(places, counts, strict=True)]
                for places, counts in parts
            )
            self.kept[blank] = ends, starts
        return self.kept[blank]


_Row = tuple[Break, float, float, int, int]


def breakpoints(
    words: Sequence[Word], blank: Blank, tied: Collection[int], *, hyphens: bool
) -> Breakpoints:
    """Give the words' possible line ends; those that add a hyphen only where `hyphens` says so.

    No line ends after the words whose numbers are `tied`.
    """
    first = words[0].left if words else 0.0
    rows: list[_Row] = [(Break(0, 0), 0.0, first, 0, 0)]
    width, last = 0.0, len(words) - 1
    for number, word in enumerate(words):
        if word.divisions:
            rows += _inside(number, word, width, blank.hyphen, hyphens=hyphens)
        width += word.width
        if number == last or number not in tied:
            start = width + blank.width
            start += words[number + 1].left if number < last else 0.0
            place = Break(number, len(word.text))
            rows.append((place, width - word.right, start, number, number + 1))
        width += blank.width
    places, ends, starts, blanks, passed = zip(*rows, strict=True)
    return Breakpoints(places, ends, starts, blanks, passed)


def _inside(number: int, word: Word, before: float, hyphen: float, *, hyphens: bool) -> list[_Row]:
    """Give a word's own breakpoints; `before` is what stands before the word, in ems."""
    return [
        (
            Break(number, one.index, one.hyphen),
            before + one.width + (hyphen if one.hyphen else -one.hang),
            before + one.width,
            number,
            number,
        )
        for one in word.divisions
        if hyphens or not one.hyphen
    ]
