"""The blocks of a page: paragraphs and pictures, each of an element of the structure tree."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from printkit.model.bulletin import Picture
from printkit.model.frame import Colour, Element
from printkit.model.layout import TypeStyle
from printkit.model.tuples import maker
from printkit.typeset.breakpoints import Break
from printkit.typeset.linebreak import Galley
from printkit.typeset.lines import Ink
from printkit.typeset.words import Setting, Word

# How much of a last line is left empty, on the whole.
_PART_OF_LAST_LINE = 0.5
# A ragged line is seldom fuller than this.
_FILLED = 0.92


_element, _ink = maker(Element), maker(Ink)


@dataclass(slots=True)
class Structure:
    """The structure tree as it grows: elements by number.

    `addressed` are those in whose text there may be an address.
    """

    elements: list[Element] = field(default_factory=lambda: [Element("document")])
    addressed: set[int] = field(default_factory=set)

    def add(self, role: str, parent: int = 0, alternative: str = "", language: str = "") -> int:
        """Add an element and give its number; its language is its parent's where none is named."""
        self.elements.append(_element((role, parent, language, alternative, "")))
        return len(self.elements) - 1


class Block(NamedTuple):
    """A paragraph of the page.

    `indent` (ems of its own size) is where it hangs beside its mark. `most` is the size in points
    at which its widest word still stands whole; a paragraph gives way to it down to the body size.
    `paragraph` counts those of its element from 0.
    """

    element: int
    role: str
    words: tuple[Word, ...]
    galley: Galley
    setting: Setting
    style: TypeStyle
    colour: Colour
    language: str
    indent: float = 0.0
    mark: str = ""
    first: bool = True
    region: int = -1
    most: float = inf
    paragraph: int = 0

    def size(self, body: float) -> float:
        """Give the type size in points where the body is set at `body` points."""
        # Asked a hundred times for a page, so without `max` where nothing is in the way.
        style, most = self.style, self.most
        size = style.size * body
        if size > most:
            size = min(size, max(most, body))
        return size if size > style.floor else style.floor

    @property
    def ragged(self) -> bool:
        """Whether its lines end where they end."""
        return self.style.align != "justified"

    def breaks(self, measure: float, body: float) -> tuple[Break, ...]:
        """Give the line ends that are best together at a measure and body size in points."""
        return self.galley.total_fit(self._width(measure, body), ragged=self.ragged)

    def in_lines(self, measure: float, body: float, count: int) -> tuple[Break, ...] | None:
        """Give the best ends of just so many lines, None where blanks cannot give way so far."""
        return None if self.ragged else self.galley.in_lines(self._width(measure, body), count)

    def fewest(self, measure: float, size: float) -> int:
        """Count the lines that it takes at least, at a type size in points."""
        width = measure / size - self.indent
        return self.galley.fewest(width, ragged=self.style.align != "justified")

    def about(self, measure: float, size: float) -> float:
        """Guess how many lines it takes at a type size in points, from its width alone."""
        width = max(measure / size - self.indent, 1.0)
        return max(1.0, self.galley.natural / width + _PART_OF_LAST_LINE)

    def _width(self, measure: float, body: float) -> float:
        """Give the measure in ems of its own size."""
        return measure / self.size(body) - self.indent

    def ink(self, body: float) -> Ink:
        """Give how its glyphs are set."""
        return _ink((self.size(body), self.colour, self.language, self.style.align))


class Plate(NamedTuple):
    """A region's picture in the column, with its box's height as a part of the measure."""

    element: int
    picture: Picture
    region: int
    height: float = 0.5


def in_two_lines(blocks: Sequence[Block], measure: float) -> tuple[Block, ...]:
    """Give the blocks no larger than lets each take about two lines, in points."""
    return tuple(
        block._replace(most=min(block.most, 2 * _FILLED * measure / natural_width(block)))
        for block in blocks
    )


def natural_width(block: Block) -> float:
    """Give the width of a paragraph on one line, in ems of its own size."""
    return block.galley.natural or 1e-9


def with_whole_words(blocks: Sequence[Block], measure: float, largest: float) -> tuple[Block, ...]:
    """Give the blocks with the one size in points at which all their words stand whole.

    They stay as they are where that is beyond the `largest` body size.
    """
    widths = [word.width for block in blocks for word in block.words]
    most = measure / max((1e-9, *widths))
    if all(block.style.size * largest <= most for block in blocks):
        return tuple(blocks)
    widest = (word.widest_part(hyphens=False) for block in blocks for word in block.words)
    most = measure / max((1e-9, *widest))
    return tuple(block._replace(most=most) for block in blocks)
