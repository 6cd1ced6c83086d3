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
    line between two of them is `ends[stop] - starts[start]` wide. `hyphens` says which of them add
    a hyphen.
    """

    places: list[Break]
    ends: list[float]
    starts: list[float]
    blanks: list[int]
    passed: list[int]
    hyphens: list[bool]
    kept: dict[float, tuple[list[float], list[float]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @cached_property
    def without_hyphens(self) -> "Breakpoints":
        """Those of them that add no hyphen."""
        if not any(self.hyphens):
            return self
        without = Breakpoints([], [], [], [], [], [])
        for place, end, start, passed in zip(
            self.places, self.ends, self.starts, self.passed, strict=True
        ):
            if not place.hyphen:
                without.add(place, end, start, passed)
        return without

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

    def add(self, place: Break, end: float, start: float, passed: int) -> None:
        """Add a line end after those that are there."""
        self.places.append(place)
        self.ends.append(end)
        self.starts.append(start)
        self.blanks.append(place.word)
        self.passed.append(passed)
        self.hyphens.append(place.hyphen)


def breakpoints(words: Sequence[Word], blank: Blank, tied: Collection[int] = ()) -> Breakpoints:
    """Give the words' possible line ends; none is after the words whose numbers are `tied`."""
    found = Breakpoints([], [], [], [], [], [])
    found.add(Break(0, 0), 0.0, words[0].left if words else 0.0, 0)
    width, last = 0.0, len(words) - 1
    for number, word in enumerate(words):
        for letters, before, hyphen, hang in word.divisions:
            start = width + before
            end = start + blank.hyphen if hyphen else start - hang
            found.add(Break(number, letters, hyphen), end, start, number)
        width += word.width
        if number == last or number not in tied:
            start = width + blank.width
            start += words[number + 1].left if number < last else 0.0
            found.add(Break(number, len(word.text)), width - word.right, start, number + 1)
        width += blank.width
    return found
