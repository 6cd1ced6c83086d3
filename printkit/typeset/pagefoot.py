"""The foot of each of many pages: a hairline, the imprint in rows, and the page's number."""

from collections.abc import Sequence
from dataclasses import dataclass

from printkit.model.edition import Edition
from printkit.model.frame import IN_FOOT, Box, Colour, Fill, Glyphs, Item, Line, Run, Text
from printkit.model.layout import TypeStyle
from printkit.model.metrics import Shaper
from printkit.typeset.blocks import Block, natural_width
from printkit.typeset.composing import HAIRLINE, baseline_of, moved, text_item
from printkit.typeset.lines import Column, set_paragraph

# In ems of the imprint's body: above and below the hairline, and between parts of a row.
_ABOVE, _BELOW, _BETWEEN = 0.8, 0.35, 1.6
_LEADING = 1.26
_WIDEST_NUMBER = "000"


@dataclass(frozen=True, slots=True)
class Foot:
    """A foot's place and looks: it stands on `bottom`; `body` is its body size in points."""

    imprint: tuple[Block, ...]
    edition: Edition
    shaper: Shaper
    column: Column
    bottom: float
    body: float

    @property
    def height(self) -> float:
        """Its height in points, with the space above it."""
        return (_ABOVE + _BELOW) * self.body + HAIRLINE + self._rows()[1]

    def items(self, number: int, *, told: bool) -> list[Item]:
        """Give a page's foot; what is `told` of it is the imprint, once in a document."""
        texts, height = self._rows()
        rows = [
            text if told else text._replace(element=IN_FOOT)
            for text in moved(texts, self.bottom - height)
            if isinstance(text, Text)
        ]
        top = self.bottom - height - _BELOW * self.body - HAIRLINE
        rule = Box(self.column.left, top, self.column.measure, HAIRLINE)
        return [Fill(rule, self._colour("hairline")), *rows, self._number(str(number))]

    def _rows(self) -> tuple[list[Text], float]:
        """Give the imprint's lines beside one another as far as they go, from their own top."""
        size, gap = self._size, _BETWEEN * self.body
        measure = self.column.measure - gap - self._width(_WIDEST_NUMBER)
        left, top, bottom = 0.0, 0.0, size * _LEADING
        texts: list[Text] = []
        for block in self.imprint:
            if left and left + natural_width(block) * size > measure:
                left, top = 0.0, bottom
            column = Column(self.column.left + left, measure - left)
            breaks = block.breaks(column.measure, self.body)
            runs = set_paragraph(block.words, breaks, column, block.ink(self.body), block.setting)
            lines = _lines(runs, top, size, block.paragraph)
            texts.append(text_item(block.element, lines, size, column))
            bottom = max(bottom, top + len(lines) * size * _LEADING)
            left += natural_width(block) * size + gap
        return texts, bottom

    @property
    def _size(self) -> float:
        return max(self._style.size * self.body, self._style.floor)

    @property
    def _style(self) -> TypeStyle:
        return self.edition.layout.page.styles["imprint"]

    def _colour(self, name: str) -> Colour:
        return Colour(name, self.edition.layout.colours[name])

    def _width(self, number: str) -> float:
        return sum(piece.width for piece in self._glyphs(number)) * self._size

    def _glyphs(self, number: str) -> tuple[Glyphs, ...]:
        return self.shaper.shape(number, self._style.face)

    def _number(self, number: str) -> Text:
        """Give the page's number, at the right of the imprint's last row."""
        size, colour = self._size, self._colour(self._style.colour)
        right = self.column.left + self.column.measure
        left = right - self._width(number)
        runs = []
        for piece in self._glyphs(number):
            runs.append(Run((piece,), size, left, colour, self.edition.words.language))
            left += piece.width * size
        lines = _lines([tuple(runs)], self.bottom - size * _LEADING, size, 0)
        return text_item(IN_FOOT, lines, size, self.column)


def _lines(runs: Sequence[tuple[Run, ...]], top: float, size: float, paragraph: int) -> list[Line]:
    height = size * _LEADING
    return [
        Line(baseline_of(top + place * height, size, height), one, paragraph)
        for place, one in enumerate(runs)
    ]
