"""The page's furniture: the head above the columns and the foot below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import decomposition

from printkit.model.edition import Edition
from printkit.model.frame import Box, Colour, Fill, Image, Item, Line, Text
from printkit.model.layout import PageShape
from printkit.typeset.blocks import Block, natural_width
from printkit.typeset.breakpoints import Break
from printkit.typeset.lines import Column, set_paragraph
from printkit.typeset.story import Story

RULE, HAIRLINE = 1.2, 0.5
TITLE_LEADING, TEXT_LEADING = 1.08, 1.26
_LOGO_HEIGHT = 2.6
# Between logo, imprint and code, in ems.
_BESIDE = 0.8
# The space between the head and the columns, in ems: below scripture, and below the rule alone.
BELOW_HEAD, BELOW_RULE = 0.35, 0.7
# How far a mark on a capital may stand out above a title's line, in ems.
ACCENT = 0.14


class Part(NamedTuple):
    """A composed part of the page: its items from its own top, and its height in points.

    `white` is how much of the height is a white edge at its bottom.
    """

    items: tuple[Item, ...]
    height: float
    white: float = 0.0


_NOTHING = Part((), 0.0)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The head and the foot of one edition's page at any body size.

    `marked` says whether a mark on a capital stands above the title; `widest` is the imprint's
    widest word in ems.
    """

    story: Story
    edition: Edition
    left: float
    width: float
    top: float
    bottom: float
    marked: bool
    widest: float
    heights: dict[tuple[float, float], tuple[float]] = field(default_factory=dict, compare=False)

    def head(self, body: float, banner: float) -> Part:
        """Give the head: banner, title and date, rule, scripture."""
        return _head(_Composer(self, body, self.top), banner)

    def foot(self, body: float) -> Part:
        """Give the foot: footnote, hairline, logo and imprint; its items stand on the margin."""
        part = _foot(_Composer(self, body, 0.0))
        return Part(tuple(moved(part.items, self.bottom - part.height)), part.height)

    def columns_heights(self, body: float, banner: float) -> tuple[float]:
        """Give the height in points that head and foot leave to the columns of one panel."""
        if (body, banner) not in self.heights:
            between = self.bottom - self.top - self.head_height(body, banner)
            self.heights[body, banner] = (between - self.foot_height(body),)
        return self.heights[body, banner]

    def head_height(self, body: float, banner: float) -> float:
        """Give the head's height in points; nothing is drawn."""
        return _head(_Composer(self, body, self.top, draws=False), banner).height

    def foot_height(self, body: float) -> float:
        """Give the foot's height in points; nothing is drawn."""
        return _foot(_Composer(self, body, 0.0, draws=False)).height

    def colour(self, name: str) -> Colour:
        """Give one of the layout's colours."""
        return Colour(name, self.edition.layout.colours[name])


def furnish(story: Story, edition: Edition, shape: PageShape) -> Furniture:
    """Give the furniture for an edition's page."""
    margins, paper = shape.margins, edition.paper
    width = paper.width - 2 * margins.sides
    return Furniture(
        story,
        edition,
        margins.sides,
        width,
        margins.top,
        paper.height - margins.bottom,
        _is_marked(story.title),
        max([word.width for block in story.imprint for word in block.words], default=0.0),
    )


def baseline_of(top: float, size: float, leading: float) -> float:
    """Give the baseline of a line whose leading starts at `top`; its ink stands in the middle."""
    return top + (leading - size) / 2 + 0.78 * size


@dataclass(slots=True)
class _Composer:
    """Stacks parts downwards; one that does not draw only finds out how high they are."""

    furniture: Furniture
    body: float
    y: float
    items: list[Item] = field(default_factory=list)
    draws: bool = True

    def paragraph(self, block: Block, leading: float, *, column: Column | None = None) -> None:
        """Add a paragraph below what there is."""
        size = block.size(self.body)
        if not self.draws:
            measure = column.measure if column else self.furniture.width
            self.y += self._lines(block, measure, size) * size * leading
            return
        column = column or Column(self.furniture.left, self.furniture.width)
        breaks = line_ends(block, column.measure, self.body)
        lines = []
        for runs in set_paragraph(block.words, breaks, column, block.ink(self.body), block.setting):
            baseline = baseline_of(self.y, size, size * leading)
            lines.append(Line(baseline, runs, block.paragraph))
            self.y += size * leading
        self.items.append(text_item(block.element, lines, size, column))

    def _lines(self, block: Block, measure: float, size: float) -> int:
        """Count a paragraph's lines without breaking them where that is known beforehand."""
        if block.ragged:
            return block.fewest(measure, size)
        return len(block.breaks(measure, self.body))

    def rule(self, thickness: float, colour: str) -> None:
        """Add a rule over the whole width, in points."""
        furniture = self.furniture
        if self.draws:
            box = Box(furniture.left, self.y, furniture.width, thickness)
            self.items.append(Fill(box, furniture.colour(colour)))
        self.y += thickness

    def aside(self, y: float) -> "_Composer":
        """Give a composer of the same page that begins anew at `y`."""
        return _Composer(self.furniture, self.body, y, [], self.draws)

    def beside(self, block: Block, column: Column) -> None:
        """Add a paragraph of one line at the column's right, beside the text added last."""
        last = self.items[-1] if self.items else None
        if not self.draws or not isinstance(last, Text):
            return
        ink = block.ink(self.body)._replace(align="right")
        whole = (Break(len(block.words) - 1, len(block.words[-1].text)),)
        runs = set_paragraph(block.words, whole, column, ink, block.setting)[0]
        line = Line(last.lines[-1].baseline, runs, block.paragraph)
        self.items.append(text_item(block.element, [line], self.body, column))


def line_ends(block: Block, measure: float, body: float) -> tuple[Break, ...]:
    """Give a paragraph's line ends; a centred one's and scripture's are about equally long."""
    balanced = block.style.align == "centre" or (block.role == "quotation" and block.ragged)
    if not balanced:
        return block.breaks(measure, body)
    size = block.size(body)
    return block.galley.balanced(measure / size)


def text_item(element: int, lines: Sequence[Line], size: float, column: Column) -> Text:
    """Give lines as an item whose box encloses them in their column."""
    top, bottom = lines[0].baseline - 0.8 * size, lines[-1].baseline + 0.25 * size
    return Text(element, Box(column.left, top, column.measure, bottom - top), tuple(lines))


def _head(composer: _Composer, banner: float) -> Part:
    story, body = composer.furniture.story, composer.body
    if story.banner >= 0:
        plate = _banner(composer, banner)
    else:
        plate = []
        # Marks on capitals stand higher than a title's leading.
        composer.y += ACCENT * story.title[0].size(body) if composer.furniture.marked else 0.0
    if story.title or story.date:
        _title_row(composer)
    for block in story.quotation:
        composer.y += block.style.before * body if block.first else 0.0
        composer.paragraph(block, TEXT_LEADING)
    for block in story.reference:
        composer.y += block.style.before * body
        composer.paragraph(block, TEXT_LEADING)
        composer.y += block.style.after * body
    items = (*composer.items, *plate)
    composer.y += BELOW_HEAD * body if story.reference else BELOW_RULE * body
    return Part(items, composer.y - composer.furniture.top)


def _is_marked(title: Sequence[Block]) -> bool:
    """Say whether a capital of a title's first paragraph has a mark."""
    words = title[0].words if title else ()
    return any(letter.isupper() and decomposition(letter) for word in words for letter in word.text)


def _banner(composer: _Composer, banner: float) -> list[Item]:
    """Add the banner over the whole width, its credit set small at its right below it."""
    furniture, story = composer.furniture, composer.furniture.story
    picture = furniture.edition.words.picture
    if picture is None:
        return []
    height = banner * furniture.edition.paper.height
    box = Box(furniture.left, composer.y, furniture.width, height)
    items: list[Item] = [Image(story.banner, box, str(picture.file), picture.focus)]
    composer.y += height
    credit = composer.aside(composer.y + 0.15 * composer.body)
    for block in story.credit:
        credit.paragraph(block, TEXT_LEADING)
    composer.y = credit.y + (0.1 if story.credit else 0.45) * composer.body
    return [*items, *credit.items]


def _title_row(composer: _Composer) -> None:
    """Add title and date on one baseline where both fit, and the rule below them."""
    furniture, body = composer.furniture, composer.body
    title, date = furniture.story.title, furniture.story.date
    across = sum(_natural_width(block, body) for block in (*title, *date))
    if date and across + 2 * body <= furniture.width and len(title) == 1:
        composer.paragraph(title[0], TITLE_LEADING)
        composer.beside(date[0], Column(furniture.left, furniture.width))
    else:
        for block in title:
            composer.paragraph(block, TITLE_LEADING)
        for block in date:
            composer.paragraph(block, TEXT_LEADING)
    composer.y += 0.12 * body
    composer.rule(RULE, "accent")


def _natural_width(block: Block, body: float) -> float:
    return natural_width(block) * block.size(body)


def _foot(composer: _Composer) -> Part:
    """Compose the foot from its own top: footnote, hairline, and a row of logo, imprint, code."""
    furniture, body = composer.furniture, composer.body
    composer.y += 0.8 * body
    for block in furniture.story.footnote:
        composer.paragraph(block, TEXT_LEADING)
        composer.y += 0.2 * body
    composer.rule(HAIRLINE, "hairline")
    composer.y += 0.3 * body
    logo, code = _logo(composer), _code(composer)
    column = _between(composer, logo, code)
    # An address is not divided for a code.
    imprint = furniture.story.imprint
    if not imprint or column.measure >= furniture.widest * imprint[0].size(body):
        _row(composer, logo, _imprint(composer, column), code)
    else:
        _row(composer, logo, _imprint(composer, _between(composer, logo, _NOTHING)))
        _row(composer, _code(composer))
    return Part(tuple(composer.items), composer.y)


def _row(composer: _Composer, *parts: Part) -> None:
    """Add parts beside one another, each at the middle of the row; white may hang below it."""
    height = max(part.height for part in parts)
    for part in parts:
        composer.items += moved(part.items, (height - part.height) / 2)
    composer.y += max((height + part.height) / 2 - part.white for part in parts)


def _between(composer: _Composer, logo: Part, code: Part) -> Column:
    """Give the column that logo and code leave between them."""
    furniture, gap = composer.furniture, _BESIDE * composer.body
    left = max([furniture.left, *(item.box.right + gap for item in logo.items)])
    end = furniture.left + furniture.width
    right = min([end, *(item.box.left - gap for item in code.items)])
    return Column(left, right - left)


def _logo(composer: _Composer) -> Part:
    """Give the office's logo for the left end, its own proportions kept."""
    furniture = composer.furniture
    logo = furniture.edition.office.logo
    if logo is None or furniture.story.logo < 0:
        return _NOTHING
    across, down = furniture.edition.pictures.get(str(logo.file), (1, 1))
    height = _LOGO_HEIGHT * composer.body * 0.75
    width = min(height * across / down, furniture.width / 4)
    box = Box(furniture.left, composer.y, width, width * down / across)
    return Part((Image(furniture.story.logo, box, str(logo.file)),), box.height)


def _code(composer: _Composer) -> Part:
    """Give the code for the right end, its white zone in the margins, so that its ink is level."""
    furniture = composer.furniture
    code, paper = furniture.edition.code, furniture.edition.paper
    if code is None or furniture.story.code < 0:
        return _NOTHING
    right = min(furniture.left + furniture.width + code.zone, paper.width)
    box = Box(right - code.side, composer.y, code.side, code.side)
    white = min(code.zone, paper.height - furniture.bottom)
    return Part((Image(furniture.story.code, box, code=code.words),), code.side, white)


def _imprint(composer: _Composer, column: Column) -> Part:
    """Give the imprint: two short lines share one baseline, more stand below one another.

    A church's line stands below the office's.
    """
    lines, body = composer.aside(composer.y), composer.body
    blocks = composer.furniture.story.imprint
    own = len(blocks) - (composer.furniture.edition.recipient is not None)
    blocks, church = blocks[:own], blocks[own:]
    across = sum(_natural_width(block, body) for block in blocks)
    if len(blocks) == 2 and across + 2 * body <= column.measure:  # noqa: PLR2004 - left and right
        lines.paragraph(blocks[0], TEXT_LEADING, column=column)
        lines.beside(blocks[1], column)
    else:
        for block in blocks:
            lines.paragraph(block, TEXT_LEADING, column=column)
    for block in church:
        lines.paragraph(block, TEXT_LEADING, column=column)
    return Part(tuple(lines.items), lines.y - composer.y)


def moved(items: Sequence[Item], down: float) -> Iterator[Item]:
    """Give items lowered by `down` points."""
    for item in items:
        box = Box(item.box.left, item.box.top + down, item.box.width, item.box.height)
        if isinstance(item, Text):
            lines = tuple([line._replace(baseline=line.baseline + down) for line in item.lines])
            yield Text(item.element, box, lines, item.paragraphs)
        elif isinstance(item, Fill):
            yield Fill(box, item.colour)
        else:
            yield item._replace(box=box)
