"""What each marked content of the pages belongs to, recorded while they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from printkit.model.frame import Box, Document, Image, Link

MARK = -1
# An element's number, and that of the paragraph in it (or MARK for the mark before it).
Part = tuple[int, int]
# Standard structure types (ISO 32000-1, 14.8.4) of elements that hold their text themselves.
LEAVES = {
    "title": "H1",
    "heading": "H2",
    "figure": "Figure",
    "footnote": "Note",
    "link": "Link",
}


class Stretch(NamedTuple):
    """Marked contents that stand in a row on a page: the number of the first, and their parts."""

    page: int
    first: int
    parts: Sequence[Part]


class Area(NamedTuple):
    """A place on a page that leads elsewhere: its element, and its corners as in `boxes`."""

    page: int
    element: int
    corners: tuple[float, ...]


@dataclass(slots=True)
class Structure:
    """A document's elements, and where their contents are.

    `pages` holds for each page the part that each marked content is; `boxes` where each picture
    stands (left, bottom, right, top in points from the page's lower left corner); `marks` what is
    printed before the first paragraph of an element; `areas` are the places of links. `order` has
    the contents as they are read, where that is not the order in which they are drawn.
    """

    document: Document
    pages: list[list[Part]] = field(default_factory=list)
    boxes: dict[int, tuple[float, ...]] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)
    areas: list[Area] = field(default_factory=list)
    order: Sequence[Stretch] = ()

    def stretches(self) -> Sequence[Stretch]:
        """Give all contents in reading order."""
        return self.order or [Stretch(page, 0, parts) for page, parts in enumerate(self.pages)]

    def begin_page(self) -> None:
        """Begin the next page, whose marked contents are numbered anew."""
        self.pages.append([])

    def begin(self, part: Part, told: str) -> bytes:
        """Give the operator that begins the next marked content, which is of this part.

        `told` is what its dictionary says besides its number.
        """
        contents = self.pages[-1]
        contents.append(part)
        return f"/{self._tag(part)}<</MCID {len(contents) - 1}{told}>>BDC".encode()

    def _tag(self, part: Part) -> str:
        element, paragraph = part
        if paragraph == MARK:
            return "Lbl"
        return LEAVES.get(self.document.elements[element].role, "P")

    def place(self, item: Image, height: float) -> bool:
        """Note where a picture stands on a page of this height; False where it is decorative."""
        self.boxes[item.element] = _corners(item.box, height)
        return bool(self.document.elements[item.element].alternative)

    def lead(self, link: Link, height: float) -> None:
        """Note where the last page, of this height, leads elsewhere."""
        corners = _corners(link.box, height)
        self.areas.append(Area(len(self.pages) - 1, link.element, corners))

    def language(self, element: int) -> str:
        """Give an element's language, its own or of what it belongs to; the document's for none."""
        while element > 0:
            known = self.document.elements[element]
            if known.language:
                return known.language
            element = known.parent
        return self.document.language


def _corners(box: Box, height: float) -> tuple[float, ...]:
    """Give left, bottom, right and top from the lower left corner of a page of this height."""
    return (box.left, height - box.bottom, box.right, height - box.top)
