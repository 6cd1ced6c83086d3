"""Marks that say where a sheet is cut: thin lines on each cut, near both its ends.

Copiers print nothing near a sheet's edge, so that marks stand where they do.
"""

from printkit.imposition.impositions import Grid
from printkit.model.frame import Box
from printkit.model.paper import MILLIMETRE

WIDTH = 0.5
# From the sheet's edge, in points: where copiers begin to print, and how far a mark goes.
NEAREST, FARTHEST = 6.5 * MILLIMETRE, 12 * MILLIMETRE
_LENGTH = FARTHEST - NEAREST


def marks_of(grid: Grid) -> tuple[Box, ...]:
    """Give the marks of all cuts."""
    upright = [
        Box(cut - WIDTH / 2, top, WIDTH, _LENGTH)
        for cut in grid.across.cuts
        for top in _ends(grid.sheet.height)
    ]
    level = [
        Box(left, cut - WIDTH / 2, _LENGTH, WIDTH)
        for cut in grid.down.cuts
        for left in _ends(grid.sheet.width)
    ]
    return (*upright, *level)


def _ends(length: float) -> tuple[float, float]:
    """Give where the marks of a cut begin that is so long."""
    return NEAREST, length - FARTHEST
