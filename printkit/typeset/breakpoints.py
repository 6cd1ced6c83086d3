"""The places where a paragraph's lines may end, prepared once for all measures.

All lengths are ems of the paragraph's own size. What hangs at the margin is left out of them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from operator import sub
from typing import NamedTuple

from printkit.typeset.words import Word

_TINY = 1e-6


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


@dataclass(frozen=True, slots=True)
class Breakpoints:
    """The possible line ends in order; the first is the paragraph's start.

    `letters` holds how many letters of its word stand before each, `ends` the width from the start
    up to it, with its hyphen, and `starts` where the next line's content begins. `blanks` and
    `passed` count the blanks up to the one and up to the other; those before it are its word's
    number too. So a line between two of them is `ends[stop] - starts[start]` wide. `hyphens` says
    which of them add a hyphen.
    """

    letters: list[int]
    ends: list[float]
    starts: list[float]
    blanks: list[int]
    passed: list[int]
    hyphens: list[bool]
    kept: dict[float, tuple[list[float], list[float]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def place(self, number: int) -> Break:
        """Give one of them as a line's end."""
        return Break(self.blanks[number], self.letters[number], self.hyphens[number])

    def least_width(self, lines: int) -> float:
        """Give the least that the contents of so many lines are wide together."""
        lost: float = max(map(sub, self.starts, self.ends))
        return self.ends[-1] - self.starts[0] - (lines - 1) * lost - _TINY

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


def breakpoints(
    words: Sequence[Word],
    blank: Blank,
    tied: Collection[int] = (),
    *,
    hyphens: bool = True,
    shrink: float = 0.0,
) -> Breakpoints:
    """Give the words' possible line ends; none is after the words whose numbers are `tied`.

    Without `hyphens` none of them adds one. They are ready to be asked for with blanks that
    `shrink` by so much.
    """
    letters, ends, blanks = [0], [0.0], [0]
    starts, passed, hyphened = [words[0].left if words else 0.0], [0], [False]
    width, last, apart = 0.0, len(words) - 1, blank.width
    tight_starts, tight_ends = [starts[0]], [0.0]
    hangs = [*[word.left for word in words[1:]], 0.0]
    for number, (word, hang_after) in enumerate(zip(words, hangs, strict=False)):
        for count, before, hyphen, hang in word.divisions:
            if hyphen and not hyphens:
                continue
            at = width + before
            end = at + blank.hyphen if hyphen else at - hang
            letters.append(count)
            starts.append(at)
            ends.append(end)
            tight_starts.append(at - number * shrink)
            tight_ends.append(end - number * shrink)
            blanks.append(number)
            passed.append(number)
            hyphened.append(hyphen)
        width += word.width
        if number not in tied or number == last:
            at, end = width + apart + hang_after, width - word.right
            letters.append(len(word.text))
            starts.append(at)
            ends.append(end)
            tight_starts.append(at - (number + 1) * shrink)
            tight_ends.append(end - number * shrink)
            blanks.append(number)
            passed.append(number + 1)
            hyphened.append(False)
        width += apart
    kept = {-shrink: (tight_ends, tight_starts)} if shrink else {}
    return Breakpoints(letters, ends, starts, blanks, passed, hyphened, kept)
