"""Slugs become items: each column's lines at their places, spread over the height that is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from printkit.model.frame import Box, Image, Item, Line, Run
from printkit.typeset.columns import Fit, Room
from printkit.typeset.flow import Slug
from printkit.typeset.furniture import Furniture, baseline_of, text_item
from printkit.typeset.lines import Column, Ink, set_paragraph
from printkit.typeset.story import Block, Plate


@dataclass(frozen=True, slots=True)
class _Page:
    """What placing needs to know: the fit, the blocks, and the columns' shape and top."""

    fit: Fit
    blocks: Sequence[Block | Plate]
    measure: float
    gutter: float
    left: float
    top: float


def place_columns(fit: Fit, furniture: Furniture, room: Room, top: float) -> Iterator[Item]:
    """Give the columns' items in reading order; the columns begin at `top`, in points."""
    page = _Page(
        fit,
        furniture.story.regions,
        room.measure(fit.rung.columns),
        room.gutter,
        furniture.left,
        top,
    )
    bottom = _common_height(fit)
    for number, (start, stop) in enumerate(fit.columns.columns):
        yield from _column(page, number, fit.slugs[start:stop], bottom)


def _common_height(fit: Fit) -> float:
    """Give the height that all columns reach when their spaces open; 0 where none is level."""
    parts = zip(fit.columns.columns, fit.columns.heights, strict=True)
    reachable = [
        height + _opening(fit.slugs[start:stop]) for (start, stop), height in parts if stop > start
    ]
    level = min(reachable, default=0.0)
    return min(fit.height, level) if level >= fit.columns.height else 0.0


def text_height(fit: Fit) -> float:
    """Give the height in points of the tallest column as it is placed."""
    return max(_common_height(fit), fit.columns.height)


def _opening(slugs: Sequence[Slug]) -> float:
    """Give how far, in points, the spaces of a column may open; the one at its top never does."""
    return sum(slug.opening for slug in slugs[1:])


def _column(page: _Page, number: int, slugs: Sequence[Slug], bottom: float) -> Iterator[Item]:
    """Place a column's slugs; each space opens by its share of the height that is left."""
    if not slugs:
        return
    left = page.left + number * (page.measure + page.gutter)
    spare = max(0.0, bottom - page.fit.columns.heights[number])
    part = min(spare / _opening(slugs), 1.0) if _opening(slugs) else 0.0
    y = page.top - slugs[0].before
    tops: list[tuple[Slug, float]] = []
    for place, slug in enumerate(slugs):
        y += slug.before + (part * slug.opening if place else 0.0)
        tops.append((slug, y))
        y += slug.height
    for element, group in groupby(tops, key=lambda one: page.blocks[one[0].block].element):
        yield _item(page, element, list(group), left)


def _item(page: _Page, element: int, group: list[tuple[Slug, float]], left: float) -> Item:
    block = page.blocks[group[0][0].block]
    if isinstance(block, Plate):
        slug, top = group[0]
        box = Box(left, top, page.measure, slug.height)
        return Image(element, box, str(block.picture.file), block.picture.focus)
    lines: list[Line] = []
    for number, slugs in groupby(group, key=lambda one: one[0].block):
        lines += _lines(page, number, list(slugs), left)
    return text_item(element, lines, block.size(page.fit.setup.body), Column(left, page.measure))


def _lines(
    page: _Page, number: int, slugs: list[tuple[Slug, float]], left: float
) -> Iterator[Line]:
    block, body = page.blocks[number], page.fit.setup.body
    if not isinstance(block, Block):
        return
    size = block.size(body)
    indent = block.indent * size
    column = Column(left + indent, page.measure - indent)
    breaks = page.fit.breaks[number]
    runs = set_paragraph(block.words, breaks, column, block.ink(body), block.setting)
    for slug, top in slugs:
        baseline = baseline_of(top, size, slug.height)
        mark = _mark(block, left, body) if slug.line == 0 and block.mark else ()
        yield Line(baseline, (*mark, *runs[slug.line]), block.paragraph, len(mark))


def _mark(block: Block, left: float, body: float) -> tuple[Run, ...]:
    """Give a request's mark and the blank after it, hanging in the indent."""
    pieces = block.setting.shaper.shape(f"{block.mark} ", block.setting.face)
    ink: Ink = block.ink(body)
    return tuple(Run((piece,), ink.size, left, ink.colour, ink.language) for piece in pieces)
