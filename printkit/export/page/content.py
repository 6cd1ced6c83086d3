"""A frame becomes a content stream: strings of codes, filled rectangles and placed pictures.

Operators are those of ISO 32000-1, annex A. Here y is turned upwards, and nowhere else. Everything
that is drawn is marked: as the content of an element, or as an artifact (14.8.2.2). Marks are never
nested, since readers lose what follows one that is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from printkit.export.page.glyphs import Codes, Used, spelled
from printkit.export.page.objects import number, sized, text_string, thousandths
from printkit.export.page.structure import MARK, Part, Structure
from printkit.model.frame import (
    AS_ARTIFACT,
    IN_FOOT,
    Colour,
    Document,
    Fill,
    Frame,
    Image,
    Line,
    Run,
    Text,
)
from printkit.model.layout import Face

_ARTIFACT: Part = (0, -2)
_NOTHING: Part = (0, -3)
# What a page's foot says on each page anew (ISO 14289-1, 7.8).
_FOOT: Part = (0, -4)
_STANDS_IN = "/ActualText"
_WITHOUT_ELEMENT = {IN_FOOT: _FOOT, AS_ARTIFACT: _ARTIFACT}
_UNTOLD = {
    _ARTIFACT: b"/Artifact BMC",
    _FOOT: b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
}


@dataclass(frozen=True, slots=True)
class Font:
    """A font as the stream knows it: the name that it calls it by, its codes, and those in use."""

    name: str
    codes: Codes
    used: Used = field(default_factory=Used)


@dataclass(slots=True)
class Resources:
    """What the stream calls by name: fonts and pictures in the order of their use."""

    codes: Callable[[Face], Codes]
    fonts: dict[Face, Font] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)

    def font(self, face: Face) -> Font:
        """Give a face's font."""
        if face not in self.fonts:
            self.fonts[face] = Font(f"F{len(self.fonts) + 1}", self.codes(face))
        return self.fonts[face]

    def image(self, key: str) -> str:
        """Give the picture resource's name."""
        return self.images.setdefault(key, f"P{len(self.images) + 1}")


def content_of(frame: Frame, resources: Resources, structure: Structure) -> bytes:
    """Give the frame's content stream, uncompressed, and record what its contents belong to."""
    structure.begin_page()
    return drawn(frame, resources, structure)


def drawn(frame: Frame, resources: Resources, structure: Structure) -> bytes:
    """Give a frame's operators, as a part of the page that was begun last."""
    drawing = _Drawing(frame.height, resources, structure)
    drawing.frame(frame)
    for link in frame.links:
        structure.lead(link, frame.height)
    return b"\n".join(drawing.operators)


def drawn_unmarked(frame: Frame, resources: Resources, document: Document) -> bytes:
    """Give a frame's operators without marks, to be drawn as an artifact as a whole.

    Only what stands in for glyphs that no code can tell (ActualText) is said beside them.
    """
    drawing = _Unmarked(frame.height, resources, Structure(document, pages=[[]]))
    drawing.frame(frame)
    return b"\n".join(drawing.operators)


@dataclass(slots=True)
class _Drawing:
    """The operators so far, and what they have left set: font, size, colour, place, and mark."""

    height: float
    resources: Resources
    structure: Structure
    operators: list[bytes] = field(default_factory=list)
    face: Face | None = None
    font: Font | None = None
    size: float = 0.0
    colour: str = ""
    language: str = ""
    marked: Part = _NOTHING
    told: str = ""
    # In thousandths of a point, so that no sum of moves is ever off.
    x: int = 0
    y: int = 0

    def frame(self, frame: Frame) -> None:
        """Draw all items of a frame."""
        for item in frame.items:
            match item:
                case Text():
                    self.text(item)
                case Fill():
                    self.fill(item)
                case Image():
                    self.image(item)
        self.mark(_NOTHING)

    def mark(self, part: Part, told: str = "") -> None:
        """End what is marked, and begin what is of another part, or of which something is told."""
        if part == self.marked and told == self.told:
            return
        if self.marked != _NOTHING:
            self.operators.append(b"EMC")
        self.marked, self.told = part, told
        if part in _UNTOLD:
            self.operators.append(_UNTOLD[part])
        elif part != _NOTHING:
            self.operators.append(self.structure.begin(part, told))

    def fill(self, item: Fill) -> None:
        box = item.box
        self.mark(_ARTIFACT)
        self._paint(item.colour)
        numbers = (box.left, self.height - box.bottom, box.width, box.height)
        self.operators.append(f"{' '.join(map(number, numbers))} re f".encode())

    def image(self, item: Image) -> None:
        box, name = item.box, self.resources.image(item.key)
        numbers = (box.width, 0, 0, box.height, box.left, self.height - box.bottom)
        told = self.structure.place(item, self.height)
        self.mark((item.element, 0) if told else _ARTIFACT)
        self.operators.append(f"q {' '.join(map(number, numbers))} cm /{name} Do Q".encode())

    def text(self, item: Text) -> None:
        # Marked content lies in a text object as a whole, or the text object in it (14.6.1).
        self.mark(_NOTHING)
        self.operators.append(b"BT")
        self.x = self.y = 0
        self.language = self.structure.language(item.element)
        for line in item.lines:
            self._line(item.element, line)
        self.mark(_NOTHING)
        self.operators.append(b"ET")

    def _line(self, element: int, line: Line) -> None:
        # Here and below, a named tuple's parts are sooner taken all at once than by their names.
        baseline, runs, paragraph, mark = line
        y = round((self.height - baseline) * 1000)
        if mark:
            marks, runs = runs[:mark], runs[mark:]
            clusters = (cluster for run in marks for cluster in run.glyphs.clusters)
            self.structure.marks[element] = "".join(clusters)
            for run in marks:
                self._run(run, y, (element, MARK))
        for run in runs:
            part = (run.link or element, paragraph)
            part = part if element >= 0 else _WITHOUT_ELEMENT[element]
            self._run(run, y, part)

    def _run(self, run: Run, y: int, part: Part) -> None:
        """Show a run; font, colour and mark are set where they change."""
        pieces, size, left, colour, language, _, blank = run
        x = round(left * 1000)
        move = b"%b %b Td" % (thousandths(x - self.x), thousandths(y - self.y))
        self.x, self.y = x, y
        told = "" if language == self.language else f"/Lang({language})"
        begins = part != self.marked or told != self.told
        if begins:
            self.mark(_NOTHING)
        font = self.font
        if font is None or size != self.size or pieces[0].face is not self.face:
            font = self._set_font(run)
        if colour.value != self.colour:
            self._paint(colour)
        try:
            operators = font.codes.shown(pieces, blank, font.used)
        except KeyError:
            self.operators.append(move)
            self._spell(run, font, part, told)
            return
        if begins:
            self.operators.append(move)
            self.mark(part, told)
            self.operators.append(operators)
        else:
            self.operators.append(b"%b\n%b" % (move, operators))

    def _spell(self, run: Run, font: Font, part: Part, told: str) -> None:
        """Show a run of which codes alone cannot tell the text."""
        for text, operators in spelled(run, font.codes, font.used):
            if text:
                # ISO 32000-1, 14.9.4. One after the other, they may tell the same.
                self.mark(_NOTHING)
                self.mark(part, f"{told}{_STANDS_IN}{text_string(text)}")
            elif part != self.marked or told != self.told:
                self.mark(part, told)
            self.operators.append(operators)

    def _set_font(self, run: Run) -> Font:
        """Set a run's font and size (operator Tf)."""
        self.face, self.size = run.face, run.size
        self.font = font = self.resources.font(run.face)
        self.operators.append(b"/%b %b Tf" % (font.name.encode(), sized(run.size)))
        return font

    def _paint(self, colour: Colour) -> None:
        """Set the colour that is filled with (operator rg)."""
        value = colour.value
        if value != self.colour:
            self.colour = value
            self.operators.append(_painted(value))


class _Unmarked(_Drawing):
    """A drawing of which no part belongs to an element."""

    def mark(self, part: Part, told: str = "") -> None:  # noqa: ARG002 - there are no parts
        """Say what stands in for glyphs, and nothing else."""
        _, found, text = told.partition(_STANDS_IN)
        if self.told:
            self.operators.append(b"EMC")
        self.told = found + text
        if self.told:
            self.operators.append(f"/Span<<{self.told}>>BDC".encode())


@lru_cache(maxsize=100)
def _painted(value: str) -> bytes:
    parts = [number(int(value[at : at + 2], 16) / 255) for at in (0, 2, 4)]
    return f"{' '.join(parts)} rg".encode()
