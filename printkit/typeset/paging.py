"""Lines flow over as many pages as they need, at one size, in one column on each page.

What is kept together on a page where it can be is told by what it costs to part it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from printkit.model.frame import Line, Run, Text
from printkit.typeset.blocks import Block
from printkit.typeset.composing import baseline_of, line_ends, text_item
from printkit.typeset.flow import Head, Slug, slugs_of
from printkit.typeset.lines import Column, set_paragraph
from printkit.typeset.placing import mark_of

# What it costs to begin a page: where that is done only if there is no other way, inside what is
# kept together, anywhere at all, between paragraphs, and inside one.
FORBIDDEN, KEPT, _PAGE = 1e6, 1e4, 100.0
_BETWEEN, _INSIDE = 1.0, 2.0
# What it costs to leave all of a page empty though its text goes on; half of it is a quarter.
_EMPTY = 8.0
TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph set in lines: its runs, how many of the first line's are its mark, its sizes.

    `size` and `leading` (baseline to baseline) are points.
    """

    block: Block
    column: Column
    size: float
    leading: float
    runs: tuple[tuple[Run, ...], ...]
    mark: int = 0

    def item(self, first: int, tops: Sequence[float]) -> Text:
        """Give its lines from number `first` on as an item; each begins at one of the `tops`."""
        lines = [
            Line(
                baseline_of(top, self.size, self.leading),
                self.runs[number],
                self.block.paragraph,
                0 if number else self.mark,
            )
            for number, top in enumerate(tops, first)
        ]
        return text_item(self.block.element, lines, self.size, self.column)


@dataclass(frozen=True, slots=True)
class Space:
    """A height in points in which something else than lines stands, kept with what follows it.

    It may begin a page; `before` is the space above it elsewhere.
    """

    before: float
    height: float


Piece = Passage | Space


@dataclass(frozen=True, slots=True)
class Keeping:
    """Which roles stay on the page of what follows them, and which on that of what is before."""

    following: Collection[str]
    preceding: Collection[str]


class Placed(NamedTuple):
    """What stands on a page of a piece: the first of its lines, and the top of each in points."""

    piece: int
    first: int
    tops: list[float]


def set_passage(block: Block, column: Column, body: float, leading: float) -> Passage:
    """Set a paragraph at a body size in points and a leading in ems of its own size."""
    ink = block.ink(body)
    indent = block.indent * ink.size
    inner = Column(column.left + indent, column.measure - indent)
    # A paragraph finds its own indent, and takes it from the whole measure.
    breaks = line_ends(block, column.measure, body)
    runs = set_paragraph(block.words, breaks, inner, ink, block.setting)
    mark = mark_of(block, column.left, ink) if block.mark else ()
    runs[0] = (*mark, *runs[0])
    return Passage(block, column, ink.size, ink.size * leading, tuple(runs), len(mark))


def slugs_of_pieces(pieces: Sequence[Piece], body: float, keeping: Keeping) -> list[Slug]:
    """Give the lines and spaces in order, with the space above each, and what parting costs."""
    heads: list[Head] = []
    after, before = 0.0, ""
    for piece in pieces:
        if isinstance(piece, Space):
            heads.append(Head(piece.before, piece.height, 0.0, FORBIDDEN, 0.0))
            after, before = 0.0, "space"
            continue
        block, role = piece.block, piece.block.role
        above = after + (block.style.before * body if block.first else 0.0)
        held = before == "space" or before in keeping.following or role in keeping.preceding
        inside = FORBIDDEN if role in ("title", "heading") else _INSIDE
        heads.append(Head(above, piece.leading, FORBIDDEN if held else _BETWEEN, inside, 0.0))
        after, before = block.style.after * body, role
    lines = [len(piece.runs) if isinstance(piece, Passage) else 1 for piece in pieces]
    return [slug._replace(parting=min(slug.parting, FORBIDDEN)) for slug in slugs_of(heads, lines)]


def kept(slugs: Sequence[Slug], height: float) -> list[Slug]:
    """Give slugs that are parted only at a high cost, where one page of this height holds them."""
    if height_of_page(slugs) > height + TINY:
        return list(slugs)
    return [slugs[0], *(slug._replace(parting=max(slug.parting, KEPT)) for slug in slugs[1:])]


def height_of_page(slugs: Sequence[Slug]) -> float:
    """Give the height in points of a page's slugs; the space above the first is dropped."""
    return sum([slug.before + slug.height for slug in slugs]) - slugs[0].before if slugs else 0.0


def pages_of(slugs: Sequence[Slug], height: float) -> tuple[tuple[int, int], ...]:
    """Divide slugs into the fewest pages of a height in points, parted where it costs least.

    Give the first and last-but-one slug of each. A slug that is higher than a page has one alone.
    """
    count = len(slugs)
    costs, stops = [inf] * count + [0.0], [0] * count
    for start in reversed(range(count)):
        filled = -slugs[start].before
        for stop in range(start + 1, count + 1):
            filled += slugs[stop - 1].before + slugs[stop - 1].height
            if filled > height + TINY and stop > start + 1:
                break
            parting = slugs[stop].parting if stop < count else 0.0
            left = max(0.0, height - filled) / height if parting else 0.0
            cost = _PAGE + parting + _EMPTY * left**2 + costs[stop]
            # Of pages that cost the same, the earlier ones are full.
            if cost <= costs[start]:
                costs[start], stops[start] = cost, stop
    pages, at = [], 0
    while at < count:
        pages.append((at, stops[at]))
        at = stops[at]
    return tuple(pages)


def placed(slugs: Sequence[Slug], top: float) -> Iterator[Placed]:
    """Give where a page's slugs stand, those of one piece together, from `top` on in points."""
    y = top - slugs[0].before if slugs else top
    current: Placed | None = None
    for slug in slugs:
        y += slug.before
        if current and current.piece == slug.block:
            current.tops.append(y)
        else:
            if current:
                yield current
            current = Placed(slug.block, slug.line, [y])
        y += slug.height
    if current:
        yield current
