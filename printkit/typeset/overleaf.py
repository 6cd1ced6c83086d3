"""What a panel has beside its text: the words that it goes on overleaf, and lines for notes.

They are told to nobody who has the piece read aloud: there the text simply goes on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from printkit.model.frame import IN_FOOT, Item, Line, Run, Text
from printkit.model.layout import TypeStyle
from printkit.model.metrics import Shaper
from printkit.typeset.composing import baseline_of, text_item
from printkit.typeset.furniture import Furniture
from printkit.typeset.lines import Column
from printkit.typeset.ruling import ruled_lines

# The styles of both, their leading, and the space above the words that it goes on, in ems.
_OVERLEAF, _NOTES = "reference", "heading"
_LEADING, _ABOVE = 1.26, 0.5
# Fewer lines for notes than these look forgotten.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """Sets what stands beside the text of a piece's panels."""

    furniture: Furniture
    shaper: Shaper

    def overleaf_height(self, body: float) -> float:
        """Give the height in points of the words that it goes on, with the space above them."""
        return _ABOVE * body + _LEADING * self._size(_OVERLEAF, body)

    def overleaf(self, body: float) -> Text:
        """Give the words that it goes on, at the right end of a panel's foot."""
        furniture, size = self.furniture, self._size(_OVERLEAF, body)
        words, right = furniture.edition.wording.overleaf, furniture.left + furniture.width
        left = right - self._width(words, _OVERLEAF) * size
        return self._line(words, _OVERLEAF, size, (left, furniture.bottom - _LEADING * size))

    def notes(self, body: float, text: float, foot: float) -> Iterator[Item]:
        """Give lines for notes between the end of the text and the foot, headed by a word.

        Both places are in points from the panel's top.
        """
        word, size = self.furniture.edition.wording.notes, self._size(_NOTES, body)
        top = text + self.above_notes(body)
        begin = top + (_LEADING - 1) * size if word else text
        rules = list(ruled_lines(self.furniture, begin, foot, _FEWEST))
        if rules and word:
            yield self._line(word, _NOTES, size, (self.furniture.left, top))
        yield from rules

    def above_notes(self, body: float) -> float:
        """Give the space in points above the word that heads lines for notes."""
        return self._style(_NOTES).before * body

    def _line(self, words: str, role: str, size: float, place: tuple[float, float]) -> Text:
        """Give a line of words from a left edge and a top on, in points."""
        furniture, (left, top) = self.furniture, place
        colour, language = furniture.colour(self._style(role).colour), furniture.edition.words
        column = Column(left, furniture.left + furniture.width - left)
        runs = []
        for piece in self.shaper.shape(words, self._style(role).face):
            runs.append(Run((piece,), size, left, colour, language.language))
            left += piece.width * size
        line = Line(baseline_of(top, size, _LEADING * size), tuple(runs))
        return text_item(IN_FOOT, [line], size, column)

    def _width(self, words: str, role: str) -> float:
        return sum(piece.width for piece in self.shaper.shape(words, self._style(role).face))

    def _size(self, role: str, body: float) -> float:
        return max(self._style(role).size * body, self._style(role).floor)

    def _style(self, role: str) -> TypeStyle:
        return self.furniture.edition.layout.page.styles[role]
