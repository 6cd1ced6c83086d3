"""Marks that say where a sheet is cut: thin lines at the ends of each cut.

Copiers print nothing near a sheet's edge, so that marks stand where they do. Where pieces lie side
by side a mark stands on the cut itself; where there is something over it stands there, outside the
trim.
"""

from collections.abc import Iterator

from printkit.imposition.impositions import Grid, Row
from printkit.model.frame import Box
from printkit.model.paper import MILLIMETRE

WIDTH = 0.5
# From the sheet's edge, in points: where copiers begin to print, and how far a mark goes.
NEAREST, FARTHEST = 6.5 * MILLIMETRE, 12 * MILLIMETRE
# Outside the trim: how far away a mark stands from it, and how long it is at the most.
_AWAY, _LONGEST, _SHORTEST = MILLIMETRE, 5 * MILLIMETRE, 2 * MILLIMETRE

_Stretch = tuple[float, float]


def marks_of(grid: Grid) -> tuple[Box, ...]:
    """Give the marks of all cuts."""
    upright = _stretches(grid.down)
    level = _stretches(grid.across)
    marks = [
        Box(cut - WIDTH / 2, start, WIDTH, end - start)
        for cut in grid.across.cuts
        for start, end in upright
    ]
    marks += [
        Box(start, cut - WIDTH / 2, end - start, WIDTH)
        for cut in grid.down.cuts
        for start, end in level
    ]
    return tuple(marks)


def _stretches(row: Row) -> list[_Stretch]:
    """Give where marks begin and end along a cut that crosses a row."""
    before, *between, _ = row.gaps
    first = list(_at_edge(before[1]))
    inner = [
        (start + _AWAY, end - _AWAY)
        for start, end in between
        if end - start >= 2 * _AWAY + _SHORTEST
    ]
    return [*first, *inner, *((row.sheet - end, row.sheet - start) for start, end in first)]


def _at_edge(room: float) -> Iterator[_Stretch]:
    """Give the marks between a sheet's edge and its first piece, so far away."""
    if room >= NEAREST + _SHORTEST + _AWAY:
        yield max(NEAREST, room - _AWAY - _LONGEST), room - _AWAY
        return
    if room >= _AWAY + _SHORTEST:
        yield max(0.0, room - _AWAY - _LONGEST), room - _AWAY
    # What stands so near to the edge is not printed by each copier, so the trim itself is marked.
    yield NEAREST, FARTHEST
