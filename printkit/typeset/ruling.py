"""Ruled lines for notes, where a short bulletin leaves much of its page."""

from collections.abc import Iterator

from printkit.model.frame import Box, Fill, Text
from printkit.typeset.composing import HAIRLINE, Part
from printkit.typeset.furniture import Furniture

# A third of an inch is the ruling of wide-ruled paper; fewer lines than these look forgotten.
_PITCH = 24.0
_FEWEST = 4


def ruled_lines(
    furniture: Furniture, text: float, foot: float, fewest: int = _FEWEST
) -> Iterator[Fill]:
    """Give the rules between the end of the text and what is below, evenly down to that.

    Both places are in points from the paper's top; there are at least the `fewest`, or none.
    """
    count = int((foot - text) / _PITCH) - 1
    if count < fewest or furniture.edition.layout.page.spare != "lines":
        return
    for number in range(count, 0, -1):
        box = Box(furniture.left, foot - number * _PITCH, furniture.width, HAIRLINE)
        yield Fill(box, furniture.colour("hairline"))


def first_rule(foot: Part) -> float:
    """Give where the foot's own rule begins."""
    return next(item.box.top for item in foot.items if isinstance(item, Fill))


def above_foot(foot: Part) -> float:
    """Give how far down lines for notes may go: to a footnote, else to the foot's own rule."""
    rule = first_rule(foot)
    texts = (item.box.top for item in foot.items if isinstance(item, Text))
    return min(rule, *texts, rule)
