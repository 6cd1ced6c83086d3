"""Ruled lines for notes, where a short bulletin leaves much of its page."""

from collections.abc import Iterator

from printkit.model.frame import Box, Fill
from printkit.typeset.copyfit import Fit
from printkit.typeset.furniture import HAIRLINE, Furniture
from printkit.typeset.placing import common_height

# A third of an inch is the ruling of wide-ruled paper; fewer lines than these look forgotten.
_PITCH = 24.0
_FEWEST = 4


def ruled_lines(fit: Fit, furniture: Furniture) -> Iterator[Fill]:
    """Give the rules between the columns' text and the foot, evenly down to the foot's own rule."""
    if furniture.edition.layout.page.spare != "lines":
        return
    body = fit.setup.body
    above = furniture.top + furniture.head(body, fit.rung.banner).height
    text = above + max(common_height(fit), fit.columns.height)
    foot = furniture.rule_at(body)
    count = int((foot - text) / _PITCH) - 1
    if count < _FEWEST:
        return
    for number in range(count, 0, -1):
        box = Box(furniture.left, foot - number * _PITCH, furniture.width, HAIRLINE)
        yield Fill(box, furniture.colour("hairline"))
