"""A page in two languages, the one beside the other: requests begin where their translations do.

Both are set at one size, as large as the page allows. Whoever has the page read aloud hears each
language as a whole: the first, then the second.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeGuard

from printkit.model.edition import Edition, Overset
from printkit.model.frame import Box, Document, Image, Item
from printkit.model.layout import Align, PageShape
from printkit.typeset.bilingual import OversetSide, bound
from printkit.typeset.blocks import Block, Plate, in_two_lines, with_whole_words
from printkit.typeset.cutting import Losses, Paragraph, Shortened, Stretch, fewest_words
from printkit.typeset.furniture import furnish
from printkit.typeset.insert import Insert, document_of
from printkit.typeset.lines import Column
from printkit.typeset.links import with_links
from printkit.typeset.overset import overset_of
from printkit.typeset.pairfit import PairFit, pairfit, tops, tried
from printkit.typeset.pairhead import Furnishings, set_down
from printkit.typeset.pairs import Pairs, Row, picture_height, rows_of
from printkit.typeset.ruling import ruled_lines
from printkit.typeset.story import Story, Tools, tell

# Languages are never less than this apart, in points: more than words ever are.
_NARROWEST_GUTTER = 14.0

Editions = tuple[Edition, Edition]
Stories = tuple[Story, Story]


def typeset_side_by_side(editions: Editions, tools: tuple[Tools, Tools]) -> Insert | OversetSide:
    """Set two editions on one page of the first one's paper, or say by how much one is overset."""
    first = editions[0]
    shape, page = first.layout.page.shape_for(first.paper), first.layout.page
    gutter = max(shape.gutter, _NARROWEST_GUTTER)
    measure = (first.paper.width - 2 * shape.margins.sides - gutter) / 2
    told = tell(editions[0], tools[0]), tell(editions[1], tools[1])
    stories = _with_credits(_alike(told, measure, page.body.largest))
    furnishings = _furnish(stories, editions, shape, measure)
    pairs = Pairs(rows_of(stories[0].regions, stories[1].regions), measure, page.spacing)
    banner = any(story.banner >= 0 for story in stories)
    fit = pairfit(pairs, furnishings.room, page, banner=banner)
    setter = _Setter(editions, furnishings, pairs, fit)
    if not fit.fits:
        return setter.overset()
    setup = fit.setup
    return Insert(setter.document(), setup.body, setup.leading, fit.full, fit.rung.name)


def _furnish(stories: Stories, editions: Editions, shape: PageShape, measure: float) -> Furnishings:
    first, second = (
        replace(furnish(story, edition, shape), width=measure)
        for story, edition in zip(stories, editions, strict=True)
    )
    right = editions[0].paper.width - shape.margins.sides - measure
    return Furnishings((first, replace(second, left=right)))


def _with_credits(stories: Stories) -> Stories:
    """Give the stories with credits below what is between them, or at a banner's ends."""
    return (
        _credited(stories[0], banner="left", region="right"),
        _credited(stories[1], banner="right", region="left"),
    )


def _credited(story: Story, banner: Align, region: Align) -> Story:
    return replace(
        story,
        credit=tuple(_aligned(block, banner) for block in story.credit),
        regions=tuple(
            _aligned(block, region) if _is(block, "credit") else block for block in story.regions
        ),
    )


def _aligned(block: Block, align: Align) -> Block:
    return block._replace(style=replace(block.style, align=align))


def _alike(stories: Stories, measure: float, largest: float) -> Stories:
    """Give the stories with titles, scripture and names of one size, whose widest words fit."""
    titles = with_whole_words([b for one in stories for b in one.title], measure, largest)
    titles = in_two_lines(titles, measure)
    most = min(block.most for block in titles)
    title = iter([block._replace(most=most) for block in titles])
    quoted = [block for one in stories for block in one.quotation]
    quotation = iter(with_whole_words(quoted, measure, largest))
    names = [block for one in stories for block in one.regions if _is(block, "heading")]
    name = iter(with_whole_words(names, measure, largest))
    first, second = (
        replace(
            one,
            title=tuple(next(title) for _ in one.title),
            quotation=tuple(next(quotation) for _ in one.quotation),
            regions=tuple(next(name) if _is(block, "heading") else block for block in one.regions),
        )
        for one in stories
    )
    return first, second


@dataclass(frozen=True, slots=True)
class _Setter:
    """Places the rows of a fit, or counts what is too much."""

    editions: Editions
    furnishings: Furnishings
    pairs: Pairs
    fit: PairFit

    def document(self) -> Document:
        """Give the page: all of the first language, then all of the second, each a part."""
        body, banner = self.fit.setup.body, self.fit.rung.banner
        head, foot = self.furnishings.head(body, banner), self.furnishings.foot(body)
        rows = self._rows(head.bottom)
        whole = self.furnishings.whole
        rules = list(ruled_lines(whole, head.bottom + self.fit.height, foot.edge))
        made: list[Document] = []
        for side in (0, 1):
            items = [*head.items[side], *rows[side], *foot.items[side]]
            items += rules if side == 0 else []
            story = self.furnishings.sides[side].story
            page = with_links(items, story.structure)
            made.append(document_of(self.editions[side], story, [page]))
        return _on_one_page(bound(*made))

    def _rows(self, top: float) -> tuple[list[Item], list[Item]]:
        found: tuple[list[Item], list[Item]] = ([], [])
        places = tops(self.pairs, self.fit, top)
        for number, y in enumerate(places):
            for side, items in enumerate(found):
                items.extend(self._cell(number, side, y))
        return found

    def _cell(self, number: int, side: int, y: float) -> Iterator[Item]:
        row, ends = self.pairs.rows[number], self.fit.breaks[number][side]
        setup, column = self.fit.setup, self.furnishings.columns[side]
        plates = [block for block in row.cells[side] if isinstance(block, Plate)]
        blocks = [block for block in row.cells[side] if isinstance(block, Block)]
        for plate in plates:
            # One for both stands in the middle of the page, between them.
            whole = self.furnishings.whole
            place = column if row.cells[1 - side] else Column(whole.left, whole.width)
            yield _picture(plate, place, y, picture_height(column.measure))
        broken = list(zip(blocks, ends, strict=True))
        yield from set_down(broken, column, setup.body, setup.leading, y)[0]

    def overset(self) -> OversetSide:
        """Count the lines and words that must go, and say in which language most of them are."""
        fit, blocks = self.fit, self._blocks()
        shortened = Shortened(blocks)
        regions = [region for one in self.editions for region in one.words.regions]

        def fits(losses: Losses) -> bool:
            pairs = replace(self.pairs, rows=self._paired(shortened.without(losses)), broken={})
            return tried(pairs, self.furnishings.room, fit.rung, fit.setup.body).fits

        cutting = fewest_words(list(self._stretches(blocks)), fits)
        if cutting is None:
            height = fit.setup.body * fit.setup.leading
            lines = max(1, ceil((fit.height - fit.given) / height))
            return OversetSide(0, Overset(lines, 0, (), fit.setup.body))
        most = max(sorted(cutting.losses), key=lambda number: cutting.losses[number].words)
        side = int(blocks[most].region >= len(self.editions[0].words.regions))
        return OversetSide(side, overset_of(cutting, blocks, regions, fit.setup.body))

    def _blocks(self) -> list[Block | Plate]:
        """Give both languages' blocks, the second's regions numbered on from the first's."""
        first, second = (one.story.regions for one in self.furnishings.sides)
        more = len(self.editions[0].words.regions)
        return [*first, *(block._replace(region=block.region + more) for block in second)]

    def _paired(self, blocks: Sequence[Block | Plate]) -> tuple[Row, ...]:
        count = len(self.furnishings.sides[0].story.regions)
        return rows_of(blocks[:count], blocks[count:])

    def _stretches(self, blocks: Sequence[Block | Plate]) -> Iterator[Stretch]:
        """Give what is shortened on both sides at once: a request and its translation."""
        numbers = {
            (block.region, block.element, block.paragraph): number
            for number, block in enumerate(blocks)
            if isinstance(block, Block)
        }
        for row, ends in zip(self._paired(blocks), self.fit.breaks, strict=True):
            if not _is(row.spine, "request"):
                continue
            cells = (
                tuple(
                    Paragraph(numbers[block.region, block.element, block.paragraph], block, own)
                    for block, own in zip(cell, broken, strict=True)
                    if isinstance(block, Block)
                )
                for cell, broken in zip(row.cells, ends, strict=True)
            )
            yield Stretch(row.spine.region, tuple(cells))


def _picture(plate: Plate, place: Column, top: float, height: float) -> Image:
    """Give a picture of a height in points, its own shape kept, in the middle of its place."""
    width = min(height / plate.height, place.measure)
    box = Box(place.left + (place.measure - width) / 2, top, width, height)
    return Image(plate.element, box, str(plate.picture.file), plate.picture.focus)


def _is(block: Block | Plate, role: str) -> TypeGuard[Block]:
    return isinstance(block, Block) and block.role == role


def _on_one_page(document: Document) -> Document:
    """Give a document whose two frames are one: the second's items follow the first's."""
    first, second = document.frames
    page = replace(first, items=(*first.items, *second.items), links=(*first.links, *second.links))
    return replace(document, frames=(page,))
