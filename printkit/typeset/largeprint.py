"""Large print: the page's story at 18 pt in one column, on as many pages as it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from printkit.model.bulletin import Picture
from printkit.model.edition import Edition, Overset
from printkit.model.frame import Bookmark, Box, Document, Image, Item, Text
from printkit.typeset.blocks import Block, Plate, in_two_lines, with_whole_words
from printkit.typeset.flow import Slug
from printkit.typeset.footed import footed_document
from printkit.typeset.largestyles import BODY, large_layout, leading_of, margins_of
from printkit.typeset.lines import Column
from printkit.typeset.pagefoot import Foot
from printkit.typeset.paging import (
    FORBIDDEN,
    KEPT,
    TINY,
    Keeping,
    Passage,
    Piece,
    Space,
    height_of_page,
    pages_of,
    placed,
    set_passage,
    slugs_of_pieces,
)
from printkit.typeset.story import Story, Tools, tell
from printkit.typeset.words import printed

PAGES_OF_A_SHEET = 2
_KEEPING = Keeping(
    following=("title", "date", "quotation", "heading", "introduction"),
    preceding=("reference", "credit", "footnote"),
)
_NAMES = {"title", "heading"}
_NAME_LEADING = 1.15
# Above and below a picture, in ems; a region's is no wider than this, in points.
_AROUND_PICTURE, _WIDEST_PICTURE = 0.5, 260.0


@dataclass(frozen=True, slots=True)
class LargePrint:
    """Finished pages with what the report says of them: how full they are on the whole."""

    document: Document
    full: float


def typeset_large_print(edition: Edition, tools: Tools, family: str) -> LargePrint | Overset:
    """Set an edition in large print, in one family; overset is a paper with no room for a line."""
    office = replace(edition.office, logo=None)
    layout = large_layout(edition.layout, family)
    edition = replace(edition, layout=layout, office=office, code=None)
    setter = _Setter(edition, tools)
    slugs = setter.slugs()
    pages = _pages(slugs, setter)
    heights = [height_of_page(slugs[start:stop]) for start, stop in pages]
    if max(heights) > setter.height + TINY:
        return Overset(1, 0, (), BODY)
    items = [list(setter.page(slugs[start:stop])) for start, stop in pages]
    structure = setter.story.structure
    document = footed_document(edition, items, setter.foot, structure, "large-print")
    marked = replace(document, bookmarks=tuple(_bookmarks(document, edition)))
    return LargePrint(marked, sum(heights) / (len(pages) * setter.height))


def _pages(slugs: Sequence[Slug], setter: "_Setter") -> tuple[tuple[int, int], ...]:
    """Divide the slugs into pages, requests kept whole unless that takes another sheet."""
    whole = pages_of(setter.with_whole_requests(slugs), setter.height)
    fewest = pages_of(slugs, setter.height)
    return whole if _sheets(len(whole)) == _sheets(len(fewest)) else fewest


def _sheets(pages: int) -> int:
    return -(-pages // PAGES_OF_A_SHEET)


class _Setter:
    """Sets a story's pieces in their places."""

    def __init__(self, edition: Edition, tools: Tools) -> None:
        paper, page = edition.paper, edition.layout.page
        margins = margins_of(page, paper)
        bottom = paper.height - margins.bottom
        self._column = Column(margins.sides, paper.width - 2 * margins.sides)
        self._edition = edition
        self._top, self._leading = margins.top, leading_of(page)
        self.story = _with_whole_names(tell(edition, tools), self._column.measure)
        imprint = self.story.imprint
        self.foot = Foot(imprint, edition, tools.shaper, self._column, bottom, BODY)
        self.height = bottom - margins.top - self.foot.height
        self._pieces: list[Piece] = []
        # What stands in the spaces, by their numbers.
        self._pictures: dict[int, tuple[int, Picture]] = {}

    def slugs(self) -> list[Slug]:
        """Give the lines of the whole story, and the spaces of its pictures."""
        story = self.story
        for block in (*story.title, *story.date, *story.quotation, *story.reference):
            self._pieces.append(self._passage(block))
        picture = self._edition.words.picture
        if picture:
            height = self._edition.layout.page.banner.largest * self._edition.paper.height
            self._add_picture(story.banner, picture, height)
        for one in (*story.credit, *story.regions, *story.footnote):
            if isinstance(one, Block):
                self._pieces.append(self._passage(one))
            else:
                height = one.height * min(self._column.measure, _WIDEST_PICTURE)
                self._add_picture(one.element, one.picture, height)
        slugs = slugs_of_pieces(self._pieces, BODY, _KEEPING)
        # A picture stays on the page of the scripture or the name that it belongs to.
        pictures = self._pictures
        return [s._replace(parting=FORBIDDEN) if s.block in pictures else s for s in slugs]

    def _add_picture(self, element: int, picture: Picture, height: float) -> None:
        self._pictures[len(self._pieces)] = element, picture
        around = _AROUND_PICTURE * BODY
        self._pieces.append(Space(around, height + around))

    def _passage(self, block: Block) -> Passage:
        leading = _NAME_LEADING if block.role in _NAMES else self._leading
        return set_passage(block, self._column, BODY, leading)

    def with_whole_requests(self, slugs: Sequence[Slug]) -> list[Slug]:
        """Give slugs that are parted inside a request at a high cost, where a page holds it."""
        done: list[Slug] = []
        for _, group in groupby(slugs, key=self._request):
            own = list(group)
            asked = self._request(own[0]) >= 0 and height_of_page(own) <= self.height + TINY
            later = own[1:]
            if asked:
                later = [one._replace(parting=max(one.parting, KEPT)) for one in later]
            done += [own[0], *later]
        return done

    def _request(self, slug: Slug) -> int:
        """Give the element of the request that a line belongs to, -1 where it is none's."""
        piece = self._pieces[slug.block]
        if isinstance(piece, Passage) and piece.block.role == "request":
            return piece.block.element
        return -1

    def page(self, slugs: Sequence[Slug]) -> Iterator[Item]:
        """Give what stands on a page above its foot."""
        for one in placed(slugs, self._top):
            piece = self._pieces[one.piece]
            if isinstance(piece, Passage):
                yield piece.item(one.first, one.tops)
                continue
            element, picture = self._pictures[one.piece]
            height = piece.height - _AROUND_PICTURE * BODY
            width = self._column.measure
            if element != self.story.banner:
                width = min(width, _WIDEST_PICTURE)
            box = Box(self._column.left, one.tops[0], width, height)
            yield Image(element, box, str(picture.file), picture.focus)


def _with_whole_names(story: Story, measure: float) -> Story:
    """Give the story with title and names no larger than their widest words allow."""
    names = [one for one in story.regions if isinstance(one, Block) and one.role == "heading"]
    capped = {one.element: one for one in with_whole_words(names, measure, BODY)}
    return replace(
        story,
        title=in_two_lines(with_whole_words(story.title, measure, BODY), measure),
        regions=tuple(_capped(one, capped) for one in story.regions),
    )


def _capped(block: Block | Plate, capped: dict[int, Block]) -> Block | Plate:
    known = capped.get(block.element)
    return block._replace(most=known.most) if known and isinstance(block, Block) else block


def _bookmarks(document: Document, edition: Edition) -> Iterator[Bookmark]:
    """Give a bookmark for each region, at its name."""
    found: dict[int, tuple[int, float]] = {}
    for number, frame in enumerate(document.frames):
        for item in frame.items:
            if isinstance(item, Text) and document.elements[item.element].role == "heading":
                found.setdefault(item.element, (number, item.box.top))
    places = zip(edition.words.regions, found.values(), strict=True)
    for region, (number, top) in places:
        yield Bookmark(printed(" ".join(str(region.name).split())), number, top)
