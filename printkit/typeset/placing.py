"""Slugs become items: each column's lines at their places, spread over the height that is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from printkit.model.frame import Box, Image, Item, Line, Run
from printkit.model.tuples import maker
from printkit.typeset.blocks import Block, Plate
from printkit.typeset.columns import Fit, Room
from printkit.typeset.composing import baseline_of, text_item
from printkit.typeset.flow import Slug
from printkit.typeset.furniture import Furniture
from printkit.typeset.lines import Column, Ink, LineSetter
from printkit.typeset.panels import Panel

_line, _column_of = maker(Line), maker(Column)


@dataclass(frozen=True, slots=True)
class _Page:
    """What placing needs to know: fit, panel, blocks, and the columns' shape and top."""

    fit: Fit
    panel: Panel
    blocks: Sequence[Block | Plate]
    measure: float
    gutter: float
    left: float
    top: float


def place_columns(
    fit: Fit, panel: Panel, furniture: Furniture, room: Room, top: float
) -> Iterator[Item]:
    """Give the items of a panel's columns in reading order; they begin at `top`, in points."""
    page = _Page(
        fit,
        panel,
        furniture.story.regions,
        room.measure(fit.rung.columns),
        room.gutter,
        furniture.left,
        top,
    )
    bottom = _common_height(fit, panel)
    for number, (start, stop) in enumerate(panel.columns.columns):
        yield from _column(page, number, fit.slugs[start:stop], bottom)


def _common_height(fit: Fit, panel: Panel) -> float:
    """Give the height that all columns reach when their spaces open; 0 where none is level."""
    parts = zip(panel.columns.columns, panel.columns.heights, strict=True)
    reachable = [
        height + _opening(fit.slugs[start:stop]) for (start, stop), height in parts if stop > start
    ]
    level = min(reachable, default=0.0)
    return min(panel.height, level) if level >= panel.columns.height else 0.0


def evenly(fit: Fit) -> tuple[Panel, ...]:
    """Give the panels no higher than lets none have wider spaces than those before it."""
    part, done = 1.0, []
    for panel in fit.panels:
        opening = min(
            [
                _opening(fit.slugs[start:stop])
                for start, stop in panel.columns.columns
                if stop > start
            ],
            default=0.0,
        )
        if opening:
            part = min(part, max(0.0, -panel.over) / opening)
        height = panel.columns.height + part * opening
        done.append(Panel(panel.columns, min(panel.height, height)))
    return tuple(done)


def text_height(fit: Fit, panel: Panel) -> float:
    """Give the height in points of a panel's tallest column as it is placed."""
    return max(_common_height(fit, panel), panel.columns.height)


def _opening(slugs: Sequence[Slug]) -> float:
    """Give how far, in points, the spaces of a column may open; the one at its top never does."""
    return sum([opening for _, _, _, _, _, opening in slugs[1:]])


class _Stretch(NamedTuple):
    """Lines of one block that stand in one column: the first, and the top of each in points."""

    block: int
    first: int
    height: float
    tops: list[float]


def _column(page: _Page, number: int, slugs: Sequence[Slug], bottom: float) -> Iterator[Item]:
    """Place a column's slugs; each space opens by its share of the height that is left."""
    if not slugs:
        return
    left = page.left + number * (page.measure + page.gutter)
    waiting: list[_Stretch] = []
    element = -1
    for stretch in _stretches(page, slugs, bottom - page.panel.columns.heights[number]):
        belongs_to = page.blocks[stretch.block].element
        if waiting and belongs_to != element:
            yield _item(page, waiting, left)
            waiting = []
        element = belongs_to
        waiting.append(stretch)
    yield _item(page, waiting, left)


def _stretches(page: _Page, slugs: Sequence[Slug], spare: float) -> list[_Stretch]:
    """Give the slugs at their places, those of one block together."""
    opening = _opening(slugs)
    part = min(max(0.0, spare) / opening, 1.0) if opening else 0.0
    y = page.top - slugs[0].before - part * slugs[0].opening
    found: list[_Stretch] = []
    current = -1
    for block, line, before, height, _, open_by in slugs:
        y += before + part * open_by
        if block == current:
            found[-1].tops.append(y)
        else:
            found.append(_Stretch(block, line, height, [y]))
            current = block
        y += height
    return found


def _item(page: _Page, stretches: Sequence[_Stretch], left: float) -> Item:
    """Give what stands in a column of one element: a picture, or the lines of its paragraphs."""
    block = page.blocks[stretches[0].block]
    if isinstance(block, Plate):
        box = Box(left, stretches[0].tops[0], page.measure, stretches[0].height)
        return Image(block.element, box, str(block.picture.file), block.picture.focus)
    lines: list[Line] = []
    for stretch in stretches:
        lines += _lines(page, stretch, left)
    size = block.size(page.fit.setup.body)
    return text_item(block.element, lines, size, _column_of((left, page.measure)))


def _lines(page: _Page, stretch: _Stretch, left: float) -> list[Line]:
    block, body = page.blocks[stretch.block], page.fit.setup.body
    if not isinstance(block, Block):
        return []
    ink = block.ink(body)
    indent = block.indent * ink.size
    column = _column_of((left + indent, page.measure - indent))
    breaks = page.fit.breaks[stretch.block]
    setter = LineSetter(block.words, column, ink, block.setting)
    runs = setter.lines(breaks, stretch.first, stretch.first + len(stretch.tops))
    down = baseline_of(0.0, ink.size, stretch.height)
    lines = [
        _line((top + down, one, block.paragraph, 0))
        for top, one in zip(stretch.tops, runs, strict=True)
    ]
    if block.mark and not stretch.first:
        mark = mark_of(block, left, ink)
        lines[0] = Line(lines[0].baseline, (*mark, *runs[0]), block.paragraph, len(mark))
    return lines


def mark_of(block: Block, left: float, ink: Ink) -> tuple[Run, ...]:
    """Give a request's mark and the blank after it, hanging in the indent."""
    pieces = block.setting.shaper.shape(f"{block.mark} ", block.setting.face)
    return tuple([Run((piece,), ink.size, left, ink.colour, ink.language) for piece in pieces])
