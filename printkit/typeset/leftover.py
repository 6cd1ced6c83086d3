"""Leftover height opens the spaces and the leading of columns that are set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from printkit.typeset.blocks import Plate
from printkit.typeset.columns import Copy, Fit
from printkit.typeset.flow import Partition, Setup, Slug, height_of
from printkit.typeset.panels import Panel


def opened(copy: Copy, fit: Fit, leading: float) -> Fit:
    """Open spaces to their natural size, then the leading as far as height and layout allow.

    A column's height grows evenly with each of them, so no trial is needed.
    """
    now = fit.setup
    columns = [
        _sums(copy, fit.slugs[start:stop], panel.height)
        for panel in fit.panels
        for start, stop in panel.columns.columns
    ]
    reached = ((one.height - one.fixed - one.lines) / one.spaces for one in columns if one.spaces)
    wider = max(1.0, min((1.0 / now.spacing, *reached))) if now.spacing else 1.0
    reached = (
        (one.height - one.fixed - one.spaces * wider) / one.lines for one in columns if one.lines
    )
    higher = max(1.0, min((leading / now.leading, *reached)))
    setup = Setup(now.body, now.leading * higher, now.spacing * wider)
    slugs = tuple(copy.slugs(fit.rung, setup, [len(ends) for ends in fit.breaks]))
    panels = tuple(_with_heights(panel, slugs) for panel in fit.panels)
    return replace(fit, setup=setup, slugs=slugs, panels=panels)


def _with_heights(panel: Panel, slugs: Sequence[Slug]) -> Panel:
    """Give a panel as it was divided, with the heights that these slugs have."""
    columns = panel.columns.columns
    heights = tuple(height_of(slugs[start:stop]) for start, stop in columns)
    return Panel(Partition(columns, heights), panel.height)


@dataclass(frozen=True, slots=True)
class _Sums:
    """What a column's height is made of, in points: spaces, lines, and what never changes.

    `height` is what it may be.
    """

    spaces: float
    lines: float
    fixed: float
    height: float


def _sums(copy: Copy, slugs: Sequence[Slug], height: float) -> _Sums:
    plates = {number for number, block in enumerate(copy.blocks) if isinstance(block, Plate)}
    fixed = sum([slug.height for slug in slugs if slug.block in plates]) if plates else 0.0
    spaces = sum([before for _, line, before, _, _, _ in slugs[1:] if not line])
    return _Sums(spaces, height_of(slugs) - spaces - fixed, fixed, height)
