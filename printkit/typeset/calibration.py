"""A calibration sheet: front and back with rulers, a cross in the middle, and how to measure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from printkit.model.frame import (
    AS_ARTIFACT,
    Box,
    Colour,
    Document,
    Element,
    Fill,
    Frame,
    Item,
    Line,
    Run,
    Text,
)
from printkit.model.layout import Face
from printkit.model.metrics import Shaper
from printkit.model.paper import MILLIMETRE, Size
from printkit.typeset.rulers import INCHES, MILLIMETRES, Label, check_rules, cross, edges

_INK = Colour("ink", "000000")
_LANGUAGE = "en"
_PLAIN, _STRONG = Face("Source Sans 3"), Face("Source Sans 3", 700)
_NUMBERS = 5.5
# In millimetres: what rulers take of each edge, and half of what is measured in the middle.
_MARGIN, _MIDDLE = 22, 55
_TALL = 270 * MILLIMETRE
_LEADING, _BETWEEN = 1.35, 0.45
_HIGH = 0.35  # half of a number's height, in ems


@dataclass(frozen=True, slots=True)
class Leaf:
    """The words of one page: its headings from the larger on, and what stands above and below."""

    headings: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]


def typeset_calibration(
    leaves: Sequence[Leaf], page: Size, shaper: Shaper, *, inches: bool
) -> Document:
    """Set a page for each leaf; the cross of the last one is ruled, since it is measured there."""
    elements = [Element("document")]
    frames = []
    for leaf in leaves:
        setter = _Setter(page, shaper, elements)
        scales = (MILLIMETRES, INCHES) if inches else (MILLIMETRES,)
        drawn = [edges(page, scale) for scale in scales]
        drawn += [cross(page, ruled=leaf is leaves[-1]), check_rules(page)]
        boxes = [box for found, _ in drawn for box in found]
        labels = [label for _, found in drawn for label in found]
        items: list[Item] = setter.words(leaf)
        items += [Fill(box, _INK) for box in boxes]
        items += setter.numbers(labels)
        frames.append(Frame(page.width, page.height, tuple(items), name="calibration"))
    return Document(leaves[0].headings[0], _LANGUAGE, tuple(frames), tuple(elements))


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets words on a page of one size, and adds what they are to the elements."""

    page: Size
    shaper: Shaper
    elements: list[Element]

    @property
    def size(self) -> float:
        """The type size in points."""
        return 11.0 if self.page.height >= _TALL else 8.5

    def words(self, leaf: Leaf) -> list[Item]:
        """Give a page's words, in lines above and below what is measured."""
        top = _MARGIN * MILLIMETRE
        items: list[Item] = []
        for place, heading in enumerate(leaf.headings, 2 - len(leaf.headings)):
            role, size = (("title", 1.7), ("heading", 1.25))[place]
            top = self._paragraph(items, role, heading, (top, self.size * size))
        for paragraph in leaf.above:
            top = self._paragraph(items, "introduction", paragraph, (top, self.size))
        top = self.page.height / 2 + _MIDDLE * MILLIMETRE
        for paragraph in leaf.below:
            top = self._paragraph(items, "introduction", paragraph, (top, self.size))
        return items

    def _paragraph(
        self, items: list[Item], role: str, words: str, place: tuple[float, float]
    ) -> float:
        """Set a paragraph at a top and in a size; give where the next one may begin."""
        top, size = place
        left = _MARGIN * MILLIMETRE
        face = _PLAIN if role == "introduction" else _STRONG
        said = self._broken(words, face, (self.page.width - 2 * left) / size)
        leading = size * _LEADING
        lines = tuple(
            self._line(one, face, size, (left, top + leading * number + size))
            for number, one in enumerate(said)
        )
        self.elements.append(Element(role))
        box = Box(left, top, self.page.width - 2 * left, leading * len(lines))
        items.append(Text(len(self.elements) - 1, box, lines))
        return box.bottom + size * _BETWEEN

    def _broken(self, words: str, face: Face, measure: float) -> list[str]:
        """Give the lines of a paragraph; each but the last ends in a blank."""
        lines = [""]
        for word in words.split():
            longer = f"{lines[-1]}{word}"
            if lines[-1] and self._width(longer, face) > measure:
                lines.append("")
            lines[-1] += f"{word} "
        return [*lines[:-1], lines[-1].rstrip()]

    def _width(self, said: str, face: Face) -> float:
        return sum(piece.width for piece in self.shaper.shape(said, face))

    def _line(self, said: str, face: Face, size: float, place: tuple[float, float]) -> Line:
        left, baseline = place
        runs = []
        for piece in self.shaper.shape(said, face):
            runs.append(Run((piece,), size, left, _INK, _LANGUAGE))
            left += piece.width * size
        return Line(baseline, tuple(runs))

    def numbers(self, labels: Iterable[Label]) -> list[Item]:
        """Give the rulers' numbers, in the middle of their ticks, as nothing that is read aloud."""
        return [self._number(label) for label in labels]

    def _number(self, label: Label) -> Text:
        width = self._width(label.text, _PLAIN) * _NUMBERS
        left, baseline = label.left, label.top + _HIGH * _NUMBERS
        far = label.left > self.page.width - _MARGIN * MILLIMETRE and not label.across
        if label.across:
            left -= width / 2
            below = label.top < self.page.height - _MARGIN * MILLIMETRE
            baseline = label.top + 2 * _HIGH * _NUMBERS if below else label.top
        left -= width if far else 0
        line = self._line(label.text, _PLAIN, _NUMBERS, (left, baseline))
        return Text(AS_ARTIFACT, Box(left, baseline - _NUMBERS, width, _NUMBERS), (line,))
