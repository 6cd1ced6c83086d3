"""Finished layout as plain data: items at fixed positions, and the structure they belong to.

Lengths are points from the top-left corner, y growing downwards. An exporter loops over the items
and has nothing left to decide. What a page holds by the hundred is a named tuple, which is made
sooner than a dataclass.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from printkit.model.bulletin import CENTRE, Focus
from printkit.model.layout import Align, Face

# In place of an element: of what stands in the foot of each page, and is told on none.
IN_FOOT = -1
# In place of an element: of what is told nowhere, such as a ruler's numbers.
AS_ARTIFACT = -2


class Box(NamedTuple):
    """A rectangle: its top-left corner, width and height in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by the layout's name, with its value as `RRGGBB`.

    The page takes the value, the deck the theme's slot of that name.
    """

    name: str
    value: str


class Glyphs(NamedTuple):
    """Glyphs of one face, as a shaper gave them.

    `advances` and `offsets` (x, y) are in ems; `clusters` holds for each glyph the characters it
    stands for, `""` where an earlier glyph of its cluster holds them.
    """

    face: Face
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[str, ...]
    offsets: tuple[tuple[float, float], ...] = ()
    script: str = "Latn"
    direction: str = "ltr"

    @property
    def width(self) -> float:
        """The sum of the advances, in ems."""
        return sum(self.advances)


def joined(pieces: Iterable[Glyphs]) -> Glyphs:
    """Give neighbours of one face as one."""
    pieces = tuple(pieces)
    if len(pieces) == 1:
        return pieces[0]
    offsets: tuple[tuple[float, float], ...] = ()
    if any(piece.offsets for piece in pieces):
        each = (piece.offsets or ((0.0, 0.0),) * len(piece.glyphs) for piece in pieces)
        offsets = tuple(chain.from_iterable(each))
    return Glyphs(
        pieces[0].face,
        tuple(chain.from_iterable([piece.glyphs for piece in pieces])),
        tuple(chain.from_iterable([piece.advances for piece in pieces])),
        tuple(chain.from_iterable([piece.clusters for piece in pieces])),
        offsets,
    )


class Run(NamedTuple):
    """Words of one face at a size: they start at `left` on their line's baseline.

    `blank` stands between each two of the pieces where it is given; else blanks are among them.
    `link` is the number of the link's element that they belong to, 0 where they are none.
    """

    pieces: tuple[Glyphs, ...]
    size: float
    left: float
    colour: Colour
    language: str
    link: int = 0
    blank: Glyphs | None = None

    @property
    def face(self) -> Face:
        """The face of all the pieces."""
        return self.pieces[0].face

    @property
    def glyphs(self) -> Glyphs:
        """All glyphs in a row."""
        if self.blank is None:
            return joined(self.pieces)
        blanks = zip((self.blank,) * (len(self.pieces) - 1), self.pieces[1:], strict=True)
        return joined((self.pieces[0], *chain.from_iterable(blanks)))


class Line(NamedTuple):
    """A line of runs on one baseline, in reading order.

    `paragraph` counts the paragraphs of its element from 0; so many of its first runs are the
    `mark` that is printed before a request.
    """

    baseline: float
    runs: tuple[Run, ...]
    paragraph: int = 0
    mark: int = 0


class Paragraph(NamedTuple):
    """A paragraph before it is broken: its characters and how they are set.

    `size` and `leading` (baseline to baseline) are points; `before` is the space above it. A `mark`
    before it is of the colour `mark_colour`.
    """

    text: str
    face: Face
    size: float
    leading: float
    colour: Colour
    language: str
    align: Align = "left"
    before: float = 0.0
    mark: str = ""
    mark_colour: Colour | None = None


class Text(NamedTuple):
    """Paragraphs in a box, and the lines they are broken into.

    What is of no element but IN_FOOT stands in the foot of each page, and is not told, nor is what
    is AS_ARTIFACT. On the page the lines are what is drawn. A deck is drawn from paragraphs, box
    and size, since office programs break text themselves; there the lines are a promise: no more
    than these. A text that is `sunk` stands at the bottom of its box.
    """

    element: int
    box: Box
    lines: tuple[Line, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    sunk: bool = False


class Fill(NamedTuple):
    """A filled rectangle; a rule is a thin one."""

    box: Box
    colour: Colour


class Image(NamedTuple):
    """A picture that fills its box: a file, cropped around `focus`, or a code to scan.

    `code` is what a code says (a link), empty for a file; it is drawn, and nothing is read.
    """

    element: int
    box: Box
    file: str = ""
    focus: Focus = CENTRE
    code: str = ""

    @property
    def key(self) -> str:
        """Name its pixels: one file in boxes of two shapes is two pictures."""
        if self.code:
            return f"code|{self.code}"
        ratio = self.box.width / self.box.height
        return f"{self.file}|{ratio:.4f}|{self.focus.across:g}|{self.focus.down:g}"


Item = Text | Fill | Image


@dataclass(frozen=True, slots=True)
class Link:
    """A place that leads to its element's address: a line's part of the address as it is set."""

    element: int
    box: Box


class Element(NamedTuple):
    """A part of the structure tree: its role, language and the words that stand in for a picture.

    Roles of the page: document, title, date, quotation, reference, region, heading, introduction,
    list, request, figure, credit, footnote, imprint, link. Roles of a slide: title, body, date,
    church, quotation, figure, footnote, footer, number. The leader's edition has those of
    the page, with a number and a cue. A link's parent is the element in whose text it
    stands; `address` is where it leads (`https://…`), `alternative` the address as it is set.
    """

    role: str
    parent: int = 0
    language: str = ""
    alternative: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """One page or slide: what is drawn, and where it leads elsewhere.

    `notes` are the speaker's notes, a paragraph each (slides only). `backdrop` is what lies behind
    the items, which a deck has from its template. Slides in a row that name one `section`, or none,
    belong together.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    name: str = ""
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    backdrop: tuple[Fill, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A name in the list beside the pages: it leads to a frame, from 0, and a top in points."""

    title: str
    frame: int
    top: float


@dataclass(frozen=True, slots=True)
class Document:
    """A finished edition: its frames and the structure that their items name by index.

    `bookmarks` are listed beside the pages where a file has a place for them.
    """

    title: str
    language: str
    frames: tuple[Frame, ...]
    elements: tuple[Element, ...] = field(default=(Element("document"),))
    bookmarks: tuple[Bookmark, ...] = ()
