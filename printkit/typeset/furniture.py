"""The page's furniture: the head above the columns and the foot below them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from unicodedata import decomposition

from printkit.model.edition import Edition
from printkit.model.layout import PageShape
from printkit.typeset.blocks import Block
from printkit.typeset.composing import Composer, Matter, Part, moved
from printkit.typeset.foot import composed_foot
from printkit.typeset.head import composed_head
from printkit.typeset.story import Story


@dataclass(frozen=True, slots=True)
class Furniture(Matter):
    """The head and the foot of one edition's page at any body size."""

    heights: dict[tuple[float, float], tuple[float]] = field(default_factory=dict, compare=False)

    def head(self, body: float, banner: float) -> Part:
        """Give the head: banner, title and date, rule, scripture."""
        return composed_head(Composer(self, body, self.top), banner)

    def foot(self, body: float) -> Part:
        """Give the foot: footnote, hairline, logo and imprint; its items stand on the margin."""
        part = composed_foot(Composer(self, body, 0.0))
        return Part(tuple(moved(part.items, self.bottom - part.height)), part.height)

    def columns_heights(self, body: float, banner: float) -> tuple[float]:
        """Give the height in points that head and foot leave to the columns of one panel."""
        if (body, banner) not in self.heights:
            between = self.bottom - self.top - self.head_height(body, banner)
            self.heights[body, banner] = (between - self.foot_height(body),)
        return self.heights[body, banner]

    def head_height(self, body: float, banner: float) -> float:
        """Give the head's height in points; nothing is drawn."""
        return composed_head(Composer(self, body, self.top, draws=False), banner).height

    def foot_height(self, body: float) -> float:
        """Give the foot's height in points; nothing is drawn."""
        return composed_foot(Composer(self, body, 0.0, draws=False)).height


def furnish(story: Story, edition: Edition, shape: PageShape) -> Furniture:
    """Give the furniture for an edition's page."""
    margins, paper = shape.margins, edition.paper
    width = paper.width - 2 * margins.sides
    return Furniture(
        story,
        edition,
        margins.sides,
        width,
        margins.top,
        paper.height - margins.bottom,
        _is_marked(story.title),
        max([word.width for block in story.imprint for word in block.words], default=0.0),
    )


def _is_marked(title: Sequence[Block]) -> bool:
    """Say whether a capital of a title's first paragraph has a mark."""
    words = title[0].words if title else ()
    return any(letter.isupper() and decomposition(letter) for word in words for letter in word.text)
