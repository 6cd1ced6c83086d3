"""The places where a paragraph's lines may end, prepared once for all measures.

All lengths are ems of the paragraph's own size. What hangs at the margin is left out of them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from printkit.model.tuples import maker
from printkit.typeset.words import Word

_TINY = 1e-6


class Break(NamedTuple):
    """A line's end: after so many `letters` of word `word` (all of them where it is whole)."""

    word: int
    letters: int
    hyphen: bool = False


_break = maker(Break)


class Blank(NamedTuple):
    """A face's blank and hyphen, in ems; the hyphen without what hangs."""

    width: float
    hyphen: float


@dataclass(frozen=True)
class Breakpoints:
    """The possible line ends in order; the first is the paragraph's start.

    `ends` holds the width from the start up to each, with its hyphen, and `starts` where the next
    line's content begins, both with blanks that are narrower than natural by `shrink`. `blanks` and
    `passed` count the blanks up to the one and up to the other; those before it are its word's
    number too. So a line between two of them is `ends[stop] - starts[start]` wide, and naturally
    wider by `shrink` for each of `blanks[stop] - passed[start]` blanks. `hyphens` says which of
    them add a hyphen.
    """

    words: Sequence[Word]
    ends: list[float]
    starts: list[float]
    blanks: list[int]
    passed: list[int]
    hyphens: list[bool]
    shrink: float

    def place(self, number: int) -> Break:
        """Give one of them as a line's end."""
        at = self.blanks[number]
        if number and self.passed[number] > at:
            return _break((at, len(self.words[at].text), False))
        # Those inside its word stand in a row before it.
        first = number
        while first > 1 and self.blanks[first - 1] == at:
            first -= 1
        divisions = self.words[at].divisions if number else ()
        if True not in self.hyphens:
            divisions = tuple(one for one in divisions if not one.hyphen)
        letters = divisions[number - first].letters if divisions else 0
        return _break((at, letters, self.hyphens[number]))

    @cached_property
    def natural(self) -> tuple[list[float], list[float]]:
        """`ends` and `starts` with natural blanks."""
        if not self.shrink:
            return self.ends, self.starts
        ends = [at + count * self.shrink for at, count in zip(self.ends, self.blanks, strict=True)]
        places = zip(self.starts, self.passed, strict=True)
        return ends, [at + count * self.shrink for at, count in places]

    def least_width(self, lines: int) -> float:
        """Give the least that the contents of so many lines are wide together, naturally."""
        ends, starts = self.natural
        lost: float = max(map(sub, starts, ends))
        return ends[-1] - starts[0] - (lines - 1) * lost - _TINY


def breakpoints(
    words: Sequence[Word],
    blank: Blank,
    tied: Collection[int] = (),
    *,
    hyphens: bool = True,
    shrink: float = 0.0,
) -> Breakpoints:
    """Give the words' possible line ends; none is after the words whose numbers are `tied`.

    Without `hyphens` none of them adds one. Blanks are narrower than natural by `shrink`.
    """
    if not tied and _whole(words):
        return between_words(words, blank, shrink)
    ends, starts, blanks = [0.0], [words[0].left if words else 0.0], [0]
    passed, hyphened = [0], [False]
    width, last, apart = 0.0, len(words) - 1, blank.width - shrink
    hangs = [*[word.left for word in words[1:]], 0.0]
    for number, (word, hang_after) in enumerate(zip(words, hangs, strict=False)):
        divisions = word.divisions  # most words have none
        if divisions:
            for _, before, hyphen, hang in divisions:
                if hyphen and not hyphens:
                    continue
                at = width + before
                starts.append(at)
                ends.append(at + blank.hyphen if hyphen else at - hang)
                blanks.append(number)
                passed.append(number)
                hyphened.append(hyphen)
        width += word.width
        if number not in tied or number == last:
            ends.append(width - word.right)
            width += apart
            starts.append(width + hang_after)
            blanks.append(number)
            passed.append(number + 1)
            hyphened.append(False)
        else:
            width += apart
    return Breakpoints(words, ends, starts, blanks, passed, hyphened, shrink)


def between_words(words: Sequence[Word], blank: Blank, shrink: float = 0.0) -> Breakpoints:
    """Give the line ends between words that are set whole and hang nowhere."""
    count = len(words)
    steps = [blank.width - shrink] * (2 * count)
    steps[::2] = [word.width for word in words]
    places = list(accumulate(steps))
    return Breakpoints(
        words,
        [0.0, *places[::2]],
        [0.0, *places[1::2]],
        [0, *range(count)],
        [0, *range(1, count + 1)],
        [False] * (count + 1),
        shrink,
    )


def _whole(words: Sequence[Word]) -> bool:
    """Say whether no word is divided, and none hangs at the margin."""
    for word in words:  # noqa: SIM110 - half as quick with a generator
        if word.divisions or word.left or word.right:
            return False
    return True
