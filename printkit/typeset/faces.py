"""The insert over several faces of one piece of paper: front and back, or those of a leaflet.

The head is on the first face, the foot on the last, and one text flows over all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from printkit.model.edition import Edition, Overset
from printkit.model.frame import Item
from printkit.typeset.columns import Copy, Fit, Room
from printkit.typeset.composing import Part
from printkit.typeset.copyfit import copyfit
from printkit.typeset.furniture import Furniture, furnish
from printkit.typeset.insert import Insert, document_of, page_story
from printkit.typeset.links import linked_pages
from printkit.typeset.overleaf import Beside
from printkit.typeset.placing import evenly, place_columns, text_height
from printkit.typeset.ruling import above_foot
from printkit.typeset.spare import page_spare
from printkit.typeset.story import Tools

TWO_SIDED, PANELS = 2, 4


def typeset_two_sided(edition: Edition, tools: Tools, *, counted: bool = False) -> Insert | Overset:
    """Set the front and the back of one piece of the edition's paper, as large as both allow."""
    return typeset_faces(edition, tools, TWO_SIDED, counted=counted)


def typeset_leaflet(edition: Edition, tools: Tools, *, counted: bool = False) -> Insert | Overset:
    """Set the four panels of a sheet that is folded once, each of the edition's paper."""
    return typeset_faces(edition, tools, PANELS, counted=counted)


def typeset_faces(
    edition: Edition, tools: Tools, count: int, *, counted: bool = False
) -> Insert | Overset:
    """Set so many faces of the edition's paper, a frame for each, as large as all of them allow.

    `counted` asks for the words to spare, too.
    """
    page = edition.layout.page
    shape = page.shape_for(edition.paper)
    story = page_story(edition, tools, shape)
    furniture = furnish(story, edition, shape)
    faces = _Faces(furniture, Beside(furniture, tools.shaper), count)
    room = Room(furniture.width, shape.gutter, shape.columns, page.spacing, faces.heights, count)
    banner = story.banner >= 0
    fit = copyfit(story.regions, room, page, banner=banner)
    if not fit.fits:
        from printkit.typeset.overset import overset_by  # noqa: PLC0415 - seldom needed

        return overset_by(fit, story.regions, room, edition)
    even = replace(fit, panels=evenly(fit))
    told = [tuple(faces.told(even, room, number)) for number in range(count)]
    linked = linked_pages(told, story.structure, edition.paper.height)
    pages = [
        ((*items, *faces.untold(even, number)), links)
        for number, (items, links) in enumerate(linked)
    ]
    document = document_of(edition, story, pages)
    spare = page_spare(Copy(story.regions, room), fit, edition, banner=banner) if counted else ()
    return Insert(document, fit.setup.body, fit.setup.leading, fit.full, fit.rung.name, spare)


@dataclass(frozen=True, slots=True)
class _Faces:
    """The faces' furniture: the first has the head, the last the foot, the others neither.

    The second of a leaflet lies beside the third, and nothing is turned there; both are as high.
    """

    furniture: Furniture
    beside: Beside
    count: int
    known: dict[tuple[float, float], tuple[float, ...]] = field(default_factory=dict)

    def heights(self, body: float, banner: float) -> tuple[float, ...]:
        """Give the height in points that each face leaves to its columns."""
        if (body, banner) not in self.known:
            furniture = self.furniture
            whole = furniture.bottom - furniture.top
            goes_on = whole - self.beside.overleaf_height(body)
            first = goes_on - furniture.head_height(body, banner)
            between = (goes_on,) * (self.count - 2)
            self.known[body, banner] = (first, *between, whole - furniture.foot_height(body))
        return self.known[body, banner]

    def told(self, fit: Fit, room: Room, number: int) -> Iterator[Item]:
        """Give what is told of a face, in reading order: head, columns, foot."""
        head, foot = self._head(fit, number), self._foot(fit, number)
        yield from head.items
        top = self.furniture.top + head.height
        yield from place_columns(fit, fit.panels[number], self.furniture, room, top)
        yield from foot.items

    def untold(self, fit: Fit, number: int) -> Sequence[Item]:
        """Give what is told of no face: that the text goes on, and lines for notes."""
        body = fit.setup.body
        if any(panel.columns.height for panel in fit.panels[number + 1 :]):
            return () if number % 2 else (self.beside.overleaf(body),)
        panel, foot = fit.panels[number], self._foot(fit, number)
        top = self.furniture.top + self._head(fit, number).height
        text = top + text_height(fit, panel) if panel.columns.height else self._top(body)
        bottom = above_foot(foot) if foot.items else self.furniture.bottom
        return tuple(self.beside.notes(body, text, bottom))

    def _top(self, body: float) -> float:
        """Give where lines for notes begin that have a face to themselves.

        On a leaflet they are headed as high as a region beside them.
        """
        above = self.beside.above_notes(body) if self.count > TWO_SIDED else 0.0
        return self.furniture.top - above

    def _head(self, fit: Fit, number: int) -> Part:
        return _NOTHING if number else self.furniture.head(fit.setup.body, fit.rung.banner)

    def _foot(self, fit: Fit, number: int) -> Part:
        last = number == self.count - 1
        return self.furniture.foot(fit.setup.body) if last else _NOTHING


_NOTHING = Part((), 0.0)
