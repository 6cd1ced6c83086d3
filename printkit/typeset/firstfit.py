"""Line breaking by first fit: each line takes what it can hold, as office programs do."""

from bisect import bisect_right
from collections.abc import Sequence

from printkit.typeset.breakpoints import Break, Breakpoints

TINY = 1e-9


def first_fit(
    points: Breakpoints, width: float, wide: frozenset[int] = frozenset()
) -> tuple[Break, ...]:
    """Give the line ends; the words whose numbers are in `wide` begin a line of their own."""
    found: list[Break] = []
    line, last = 0, len(points.ends) - 1
    while line < last:
        line = _first_end(points, line, width + TINY, wide)
        found.append(points.place(line))
    return tuple(found) or (points.place(last),)


def lines_needed(ends: Sequence[float], starts: Sequence[float], width: float) -> int:
    """Count the lines that hold everything; where none fits, a line takes one part alone."""
    count = line = 0
    last, room = len(ends) - 1, width + TINY
    while line < last:
        reached = bisect_right(ends, starts[line] + room) - 1
        line = reached if reached > line else line + 1
        count += 1
    return count or 1


def _first_end(points: Breakpoints, line: int, width: float, wide: frozenset[int]) -> int:
    """Give the last breakpoint that the line which starts at `line` can reach."""
    reached = line + 1
    ends, starts = points.natural
    limit = starts[line] + width
    if not wide:
        return max(bisect_right(ends, limit) - 1, reached)
    for number in range(line + 1, len(ends)):
        if ends[number] > limit:
            break
        word = points.blanks[number]
        inside = word in wide and points.passed[number] == word
        if not inside or points.passed[line] == word:
            reached = number
    return reached
