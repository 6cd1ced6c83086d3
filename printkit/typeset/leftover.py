"""Leftover height opens the spaces and the leading of columns that are set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from printkit.typeset.columns import Copy, Fit
from printkit.typeset.flow import Partition, Setup, Slug, height_of
from printkit.typeset.story import Plate


def opened(copy: Copy, fit: Fit, leading: float) -> Fit:
    """Open spaces to their natural size, then the leading as far as height and layout allow.

    A column's height grows evenly with each of them, so no trial is needed.
    """
    now = fit.setup
    columns = [_sums(copy, fit.slugs[start:stop]) for start, stop in fit.columns.columns]
    reached = ((fit.height - one.fixed - one.lines) / one.spaces for one in columns if one.spaces)
    wider = max(1.0, min((1.0 / now.spacing, *reached))) if now.spacing else 1.0
    reached = (
        (fit.height - one.fixed - one.spaces * wider) / one.lines for one in columns if one.lines
    )
    higher = max(1.0, min((leading / now.leading, *reached)))
    setup = Setup(now.body, now.leading * higher, now.spacing * wider)
    slugs = tuple(copy.slugs(fit.rung, setup, [len(ends) for ends in fit.breaks]))
    heights = tuple(height_of(slugs[start:stop]) for start, stop in fit.columns.columns)
    return replace(fit, setup=setup, slugs=slugs, columns=Partition(fit.columns.columns, heights))


@dataclass(frozen=True, slots=True)
class _Sums:
    """What a column's height is made of, in points: spaces, lines, and what never changes."""

    spaces: float
    lines: float
    fixed: float


def _sums(copy: Copy, slugs: Sequence[Slug]) -> _Sums:
    plates = {number for number, block in enumerate(copy.blocks) if isinstance(block, Plate)}
    fixed = sum([slug.height for slug in slugs if slug.block in plates]) if plates else 0.0
    spaces = sum([slug.before for slug in slugs[1:]])
    return _Sums(spaces, sum([slug.height for slug in slugs]) - fixed, fixed)
