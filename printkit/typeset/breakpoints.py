"""The places where a paragraph's lines may end, prepared once for all measures.

All lengths are ems of the paragraph's own size.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from printkit.typeset.words import Word


@dataclass(frozen=True, slots=True)
class Break:
    """A line's end: after `index` characters of word `word` (all of them where it is whole)."""

    word: int
    index: int
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Breakpoints:
    """The possible line ends in order; the first is the paragraph's start.

    `ends` holds the width from the start up to each, with its hyphen; `starts` where the next
    line's content begins; `blanks` and `passed` the blanks up to the one and up to the other.
    """

    places: tuple[Break, ...]
    ends: tuple[float, ...]
    starts: tuple[float, ...]
    blanks: tuple[int, ...]
    passed: tuple[int, ...]


def breakpoints(
    words: Sequence[Word], blank: float, hyphen: float, *, hyphens: bool
) -> Breakpoints:
    """Give the words' possible line ends; those that add a hyphen only where `hyphens` says so."""
    rows: list[tuple[Break, float, float, int, int]] = [(Break(0, 0), 0.0, 0.0, 0, 0)]
    width = 0.0
    for number, word in enumerate(words):
        for division in word.divisions:
            if hyphens or not division.hyphen:
                start = width + division.width
                end = start + hyphen if division.hyphen else start
                place = Break(number, division.index, division.hyphen)
                rows.append((place, end, start, number, number))
        width += word.width
        rows.append((Break(number, len(word.text)), width, width + blank, number, number + 1))
        width += blank
    places, ends, starts, blanks, passed = zip(*rows, strict=True)
    return Breakpoints(places, ends, starts, blanks, passed)
