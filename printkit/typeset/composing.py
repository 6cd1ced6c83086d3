"""Parts of a page are composed: paragraphs, rules and pictures one below the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from printkit.model.edition import Edition
from printkit.model.frame import Box, Colour, Fill, Item, Line, Text
from printkit.model.tuples import maker
from printkit.typeset.blocks import Block, natural_width
from printkit.typeset.breakpoints import Break
from printkit.typeset.lines import Column, set_paragraph
from printkit.typeset.story import Story

RULE, HAIRLINE = 1.2, 0.5
TITLE_LEADING, TEXT_LEADING = 1.08, 1.26


_box, _text = maker(Box), maker(Text)


class Part(NamedTuple):
    """A composed part of the page: its items from its own top, and its height in points.

    `white` is how much of the height is a white edge at its bottom.
    """

    items: tuple[Item, ...]
    height: float
    white: float = 0.0


@dataclass(frozen=True, slots=True)
class Matter:
    """What the furniture of an edition's page is made of, and where it stands, in points.

    `marked` says whether a mark on a capital stands above the title; `widest` is the imprint's
    widest word in ems.
    """

    story: Story
    edition: Edition
    left: float
    width: float
    top: float
    bottom: float
    marked: bool
    widest: float

    def colour(self, name: str) -> Colour:
        """Give one of the layout's colours."""
        return Colour(name, self.edition.layout.colours[name])


@dataclass(slots=True)
class Composer:
    """Stacks parts downwards; one that does not draw only finds out how high they are."""

    matter: Matter
    body: float
    y: float
    items: list[Item] = field(default_factory=list)
    draws: bool = True

    def paragraph(self, block: Block, leading: float, *, column: Column | None = None) -> None:
        """Add a paragraph below what there is."""
        size = block.size(self.body)
        if not self.draws:
            measure = column.measure if column else self.matter.width
            self.y += self._lines(block, measure, size) * size * leading
            return
        column = column or Column(self.matter.left, self.matter.width)
        breaks = line_ends(block, column.measure, self.body)
        lines = []
        for runs in set_paragraph(block.words, breaks, column, block.ink(self.body), block.setting):
            baseline = baseline_of(self.y, size, size * leading)
            lines.append(Line(baseline, runs, block.paragraph))
            self.y += size * leading
        self.items.append(text_item(block.element, lines, size, column))

    def _lines(self, block: Block, measure: float, size: float) -> int:
        """Count a paragraph's lines without breaking them where that is known beforehand."""
        if block.ragged:
            return block.fewest(measure, size)
        return len(block.breaks(measure, self.body))

    def rule(self, thickness: float, colour: str) -> None:
        """Add a rule over the whole width, in points."""
        matter = self.matter
        if self.draws:
            box = Box(matter.left, self.y, matter.width, thickness)
            self.items.append(Fill(box, matter.colour(colour)))
        self.y += thickness

    def aside(self, y: float) -> "Composer":
        """Give a composer of the same page that begins anew at `y`."""
        return Composer(self.matter, self.body, y, [], self.draws)

    def beside(self, block: Block, column: Column) -> None:
        """Add a paragraph of one line at the column's right, beside the text added last."""
        last = self.items[-1] if self.items else None
        if not self.draws or not isinstance(last, Text):
            return
        ink = block.ink(self.body)._replace(align="right")
        whole = (Break(len(block.words) - 1, len(block.words[-1].text)),)
        runs = set_paragraph(block.words, whole, column, ink, block.setting)[0]
        line = Line(last.lines[-1].baseline, runs, block.paragraph)
        self.items.append(text_item(block.element, [line], self.body, column))


def baseline_of(top: float, size: float, leading: float) -> float:
    """Give the baseline of a line whose leading starts at `top`; its ink stands in the middle."""
    return top + (leading - size) / 2 + 0.78 * size


def line_ends(block: Block, measure: float, body: float) -> tuple[Break, ...]:
    """Give a paragraph's line ends; a centred one's and scripture's are about equally long."""
    balanced = block.style.align == "centre" or (block.role == "quotation" and block.ragged)
    if not balanced:
        return block.breaks(measure, body)
    size = block.size(body)
    return block.galley.balanced(measure / size)


def text_item(element: int, lines: Sequence[Line], size: float, column: Column) -> Text:
    """Give lines as an item whose box encloses them in their column."""
    top, bottom = lines[0].baseline - 0.8 * size, lines[-1].baseline + 0.25 * size
    box = _box((column.left, top, column.measure, bottom - top))
    return _text((element, box, tuple(lines), (), False))


def width_of(block: Block, body: float) -> float:
    """Give the width in points of a paragraph on one line."""
    return natural_width(block) * block.size(body)


def moved(items: Sequence[Item], down: float) -> Iterator[Item]:
    """Give items lowered by `down` points."""
    for item in items:
        box = Box(item.box.left, item.box.top + down, item.box.width, item.box.height)
        if isinstance(item, Text):
            lines = tuple([line._replace(baseline=line.baseline + down) for line in item.lines])
            yield Text(item.element, box, lines, item.paragraphs)
        elif isinstance(item, Fill):
            yield Fill(box, item.colour)
        else:
            yield item._replace(box=box)
