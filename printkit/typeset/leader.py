"""The leader's edition: each slide's picture beside its notes, on as many pages as they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from printkit.model.bulletin import Region
from printkit.model.edition import Edition, Overset
from printkit.model.frame import Box, Colour, Document, Fill, Image, Item
from printkit.model.paper import Size
from printkit.typeset.blocks import Block, in_two_lines, with_whole_words
from printkit.typeset.composing import HAIRLINE, baseline_of
from printkit.typeset.flow import Slug
from printkit.typeset.footed import footed_document
from printkit.typeset.leadertext import BODY, Entry, LeaderText, leader_text
from printkit.typeset.lines import Column
from printkit.typeset.pagefoot import Foot
from printkit.typeset.paging import (
    FORBIDDEN,
    TINY,
    Keeping,
    Passage,
    Piece,
    Space,
    height_of_page,
    kept,
    pages_of,
    placed,
    set_passage,
    slugs_of_pieces,
)
from printkit.typeset.runin import coloured
from printkit.typeset.story import Tools

_KEEPING = Keeping(
    following=("title", "date", "quotation", "heading", "introduction", "credit"),
    preceding=("reference", "footnote", "cue"),
)
_NAMES = {"title", "heading"}
_NAME_LEADING = 1.12
# A picture beside its notes, and one above them: its width as a part of the measure, and its height
# at most as a part of the page's.
_BESIDE, _ABOVE, _HIGHEST = 0.36, 0.6, 0.34
# The measure that a picture leaves beside it at least, in ems, else it stands above.
_LEAST_MEASURE = 20.0
# Spaces in ems: between picture and text, between slides, and between a picture and its number.
_GUTTER, _GAP, _CAPTION_GAP, _BELOW_PICTURE = 1.3, 2.4, 0.3, 0.8
_FOOT_BODY = 12.0


@dataclass(frozen=True, slots=True)
class Leader:
    """Finished pages with what the report says of them: the type size, and how full they are.

    `picture` is the size of each slide's picture in points; their files are named by `picture_of`.
    """

    document: Document
    size: float
    full: float
    picture: Size


def picture_of(number: int) -> str:
    """Give the name of the picture of a slide, counted from 1, in place of a file."""
    return f"slide {number}"


def typeset_leader(
    edition: Edition,
    regions: Sequence[Region],
    tools: Tools,
    reading_time: Callable[[int], str],
) -> Leader | Overset:
    """Set the notes at 14 pt beside pictures of the slides, or above on narrow paper.

    `regions` are those of the slides after the cover, one for each. Overset is a paper that has no
    room for a picture and a line.
    """
    text = leader_text(edition, regions, tools, reading_time)
    sheet = _sheet(edition, tools, text)
    setter = _Setter(sheet, text)
    slugs = setter.slugs()
    pages = pages_of(slugs, sheet.height)
    heights = [height_of_page(slugs[start:stop]) for start, stop in pages]
    if max(heights) > sheet.height + TINY:
        return Overset(1, 0, (), BODY)
    items = [list(setter.page(slugs[start:stop])) for start, stop in pages]
    document = footed_document(edition, items, sheet.foot, text.structure, "leader")
    return Leader(document, BODY, sum(heights) / (len(pages) * sheet.height), sheet.picture)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page's places in points: where text and pictures begin, the text's column, the foot."""

    left: float
    top: float
    height: float
    picture: Size
    column: Column
    foot: Foot
    edition: Edition

    @property
    def is_beside(self) -> bool:
        """Whether pictures stand beside the text."""
        return self.column.left > self.left

    @property
    def number(self) -> Column:
        """The column of a slide's number: below a picture that is beside, else at its right."""
        if self.is_beside:
            return Column(self.left, self.picture.width)
        left = self.left + self.picture.width + _GUTTER * BODY / 2
        return Column(left, self.column.left + self.column.measure - left)

    def colour(self, name: str) -> Colour:
        """Give one of the layout's colours."""
        return Colour(name, self.edition.layout.colours[name])


def _sheet(edition: Edition, tools: Tools, text: LeaderText) -> _Sheet:
    paper, screen = edition.paper, edition.screen
    margins = edition.layout.page.shape_for(paper).margins
    left, width = margins.sides, paper.width - 2 * margins.sides
    bottom = paper.height - margins.bottom
    foot = Foot(text.imprint, edition, tools.shaper, Column(left, width), bottom, _FOOT_BODY)
    height = bottom - margins.top - foot.height
    beside = width * (1 - _BESIDE) - _GUTTER * BODY
    across = width * (_BESIDE if beside >= _LEAST_MEASURE * BODY else _ABOVE)
    across = max(min(across, _HIGHEST * height * screen.width / screen.height), 1.0)
    picture = Size(across, across * screen.height / screen.width)
    column = Column(left, width)
    if beside >= _LEAST_MEASURE * BODY:
        indent = across + _GUTTER * BODY
        column = Column(left + indent, width - indent)
    return _Sheet(left, margins.top, height, picture, column, foot, edition)


class _Setter:
    """Sets the entries' pieces in their places."""

    def __init__(self, sheet: _Sheet, text: LeaderText) -> None:
        self._sheet, self._text = sheet, text
        self._names = _names(text, sheet.column.measure)
        self._pieces: list[Piece] = []
        # The entries by the pieces that open them.
        self._opened: dict[int, Entry] = {}

    def slugs(self) -> list[Slug]:
        """Give the lines of all entries, each opened by the space of its picture."""
        slugs: list[Slug] = []
        for entry in self._text.entries:
            first = len(self._pieces)
            passages = [self._passage(block) for block in entry.notes]
            own = self._slugs_of(entry, passages)
            slugs += [slug._replace(block=slug.block + first) for slug in own]
            self._opened[first] = entry
        return slugs

    def _slugs_of(self, entry: Entry, passages: Sequence[Passage]) -> list[Slug]:
        sheet = self._sheet
        above = sheet.picture.height + _BELOW_PICTURE * BODY
        space = Space(_GAP * BODY, above if entry.figure and not sheet.is_beside else 0.0)
        self._pieces += [space, *passages]
        slugs = slugs_of_pieces([space, *passages], BODY, _KEEPING)
        if entry.figure and sheet.is_beside:
            slugs = _beside(slugs, self._lowered(passages[0]) + self._picture_height(entry))
        return kept(slugs, sheet.height)

    def _passage(self, block: Block) -> Passage:
        block = self._names.get((block.element, block.paragraph), block)
        page = self._sheet.edition.layout.page
        leading = _NAME_LEADING if block.role in _NAMES else page.natural_leading
        passage = set_passage(block, self._sheet.column, BODY, leading)
        opening = self._text.labels.get(block.element)
        if opening is None or block.paragraph:
            return passage
        return replace(passage, runs=coloured(passage.runs, opening, passage.mark))

    def _picture_height(self, entry: Entry) -> float:
        """Give how high a picture is with its number below it, in points."""
        number = self._number(entry)
        return self._sheet.picture.height + sum(
            one.leading * len(one.runs) + _CAPTION_GAP * BODY for one in number
        )

    def _number(self, entry: Entry) -> list[Passage]:
        leading = self._sheet.edition.layout.page.natural_leading
        return [set_passage(one, self._sheet.number, BODY, leading) for one in entry.number]

    def _lowered(self, first: Piece) -> float:
        """Give how far below a line's top the capitals beside a picture begin, in points."""
        if not (self._sheet.is_beside and isinstance(first, Passage)):
            return 0.0
        metrics = first.block.setting.shaper.metrics(first.block.style.face)
        return baseline_of(0.0, first.size, first.leading) - metrics.cap_height * first.size

    def page(self, slugs: Sequence[Slug]) -> Iterator[Item]:
        """Give what stands on a page above its foot."""
        for number, one in enumerate(placed(slugs, self._sheet.top)):
            piece = self._pieces[one.piece]
            if isinstance(piece, Passage):
                yield piece.item(one.first, one.tops)
                continue
            entry, top = self._opened[one.piece], one.tops[0]
            if number:
                yield self._rule(top - piece.before / 2)
            if entry.figure:
                yield from self._picture(entry, top + self._lowered(self._pieces[one.piece + 1]))

    def _rule(self, y: float) -> Fill:
        sheet = self._sheet
        right = sheet.column.left + sheet.column.measure
        box = Box(sheet.left, y, right - sheet.left, HAIRLINE)
        return Fill(box, sheet.colour("hairline"))

    def _picture(self, entry: Entry, top: float) -> Iterator[Item]:
        """Give a slide's picture, a hairline round it, and its number."""
        sheet = self._sheet
        box = Box(sheet.left, top, sheet.picture.width, sheet.picture.height)
        edge = Box(
            box.left - HAIRLINE,
            box.top - HAIRLINE,
            box.width + 2 * HAIRLINE,
            box.height + 2 * HAIRLINE,
        )
        yield Fill(edge, sheet.colour("hairline"))
        yield Image(entry.figure, box, picture_of(entry.slide))
        for passage in self._number(entry):
            lines = len(passage.runs)
            y = box.bottom + _CAPTION_GAP * BODY
            y = y if sheet.is_beside else box.bottom - lines * passage.leading
            yield passage.item(0, [y + line * passage.leading for line in range(lines)])


def _names(text: LeaderText, measure: float) -> dict[tuple[int, int], Block]:
    """Give title and headings no larger than their words allow, by element and paragraph."""
    blocks = [block for entry in text.entries for block in entry.notes]
    titles = with_whole_words([one for one in blocks if one.role == "title"], measure, BODY)
    headings = with_whole_words([one for one in blocks if one.role == "heading"], measure, BODY)
    names = (*in_two_lines(titles, measure), *headings)
    return {(block.element, block.paragraph): block for block in names}


def _beside(slugs: Sequence[Slug], height: float) -> list[Slug]:
    """Give the lines beside a picture of a height: not parted there, and as high as that."""
    done: list[Slug] = []
    y = -slugs[0].before
    for slug in slugs:
        top = y + slug.before
        done.append(slug._replace(parting=FORBIDDEN) if done and top < height else slug)
        y = top + slug.height
    last = done[-1]
    return [*done[:-1], last._replace(height=last.height + max(0.0, height - y))]
