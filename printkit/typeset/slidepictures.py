"""Slides to draw: a deck's frames as an office program shows them, on pages of their own.

What the template adds is among the items, and lines are as full as their boxes allow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from printkit.model.frame import (
    Box,
    Document,
    Fill,
    Frame,
    Glyphs,
    Image,
    Item,
    Line,
    Paragraph,
    Run,
    Text,
)
from printkit.model.metrics import Shaper
from printkit.typeset.blocks import Structure
from printkit.typeset.slidefit import Voice, promised_lines, slide_text
from printkit.typeset.words import KnownWords

_COVER = "cover"
# An office program rounds widths as its screen does: what is nearer to the full measure, by this
# part of it, may begin the next line there.
_SLACK = 0.0006


def drawn_slides(deck: Document, shaper: Shaper, known: KnownWords | None = None) -> Document:
    """Give the document that shows a deck's slides: ground, rules and marks are among its items.

    Its structure is that of pages, in the order of the slides. `shaper` sets with kerning, as the
    deck asks office programs to; `known` are words that it has set so before.
    """
    drawing = _Drawing(deck, shaper, known)
    frames = tuple(drawing.frame(frame) for frame in deck.frames)
    return replace(deck, frames=frames, elements=tuple(drawing.structure.elements))


@dataclass(slots=True)
class _Drawing:
    """Makes the frames, and the structure that their items name."""

    deck: Document
    shaper: Shaper
    known: KnownWords | None = None
    structure: Structure = field(default_factory=Structure)

    def frame(self, frame: Frame) -> Frame:
        """Give a slide with all that is seen on it, and no notes."""
        covered = any(one.name == _COVER for one in self.deck.frames)
        heading = "heading" if covered and frame.name != _COVER else "title"
        section = self.structure.add("region")
        items: list[Item] = []
        for item in frame.items:
            match item:
                case Text():
                    items += self._text(item, section, heading)
                case Image():
                    items.append(self._image(item, section))
                case Fill():
                    items.append(item)
        return replace(frame, items=(*frame.backdrop, *items), notes=(), backdrop=())

    def _image(self, item: Image, section: int) -> Image:
        known = self.deck.elements[item.element]
        return item._replace(element=self.structure.add(known.role, section, known.alternative))

    def _text(self, item: Text, section: int, heading: str) -> Iterator[Text]:
        role = self.deck.elements[item.element].role
        lines = _sunk(item, tuple(self._lines(item))) if item.sunk else tuple(self._lines(item))
        if role == "body":
            yield from self._body(item, lines, section)
        else:
            role = heading if role == "title" else role
            yield item._replace(element=self.structure.add(role, section), lines=lines)

    def _body(self, item: Text, lines: Sequence[Line], section: int) -> Iterator[Text]:
        """Give a body as its parts: its requests are a list where they are marked."""
        listed = 0
        for group in _by_mark(lines):
            if group[0].mark:
                listed = listed or self.structure.add("list", section)
                element = self.structure.add("request", listed)
            else:
                element = self.structure.add("body", section)
            yield Text(element, item.box, group)

    def _lines(self, item: Text) -> Iterator[Line]:
        """Set an item's paragraphs from the top of its box; a marked one has its mark first."""
        box = item.box
        for number, paragraph in enumerate(item.paragraphs):
            box = _below(box, paragraph.before)
            for place, line in enumerate(self._set(paragraph, box)):
                marks = self._mark(paragraph, box.left) if paragraph.mark and not place else ()
                yield Line(line.baseline, (*marks, *line.runs), number, len(marks))
                box = _below(box, paragraph.leading)

    def _set(self, paragraph: Paragraph, box: Box) -> tuple[Line, ...]:
        """Give a paragraph's lines, with nothing of the measure left free."""
        leading = paragraph.leading / paragraph.size
        voice = Voice(self.shaper, paragraph.face, leading, _SLACK, self.known)
        text = slide_text(paragraph.text, voice, paragraph.colour, paragraph.mark)
        text = text._replace(align=paragraph.align)
        return tuple(promised_lines([text], box, paragraph.size, voice, paragraph.language))

    def _mark(self, paragraph: Paragraph, left: float) -> tuple[Run, ...]:
        """Give a request's mark and the blank after it, at the left of what hangs from it."""
        pieces = self.shaper.shape(f"{paragraph.mark} ", paragraph.face)
        return tuple(self._runs(pieces, paragraph, left))

    def _runs(self, pieces: Sequence[Glyphs], paragraph: Paragraph, left: float) -> Iterator[Run]:
        colour = paragraph.mark_colour or paragraph.colour
        for piece in pieces:
            yield Run((piece,), paragraph.size, left, colour, paragraph.language)
            left += piece.width * paragraph.size


def _sunk(item: Text, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lower a text's lines in its box as far as they go."""
    height = sum(item.paragraphs[line.paragraph].leading for line in lines)
    down = item.box.height - height
    return tuple(line._replace(baseline=line.baseline + down) for line in lines)


def _below(box: Box, height: float) -> Box:
    """Give what is left of a box below so much of it."""
    return Box(box.left, box.top + height, box.width, box.height - height)


def _by_mark(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Give lines in groups, each begun by a mark, with paragraphs counted anew."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.mark or not groups:
            groups.append([])
        groups[-1].append(line)
    return [
        tuple(line._replace(paragraph=line.paragraph - group[0].paragraph) for line in group)
        for group in groups
    ]
