"""The page's furniture: the head above the columns and the foot below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from printkit.model.edition import Edition
from printkit.model.frame import Box, Colour, Fill, Image, Item, Line, Run, Text
from printkit.model.layout import PageShape
from printkit.typeset.breakpoints import Break
from printkit.typeset.lines import Column, Ink, set_paragraph
from printkit.typeset.story import Block, Story, natural_width

RULE, HAIRLINE = 1.2, 0.5
_TITLE_LEADING, _TEXT_LEADING = 1.08, 1.26
_LOGO_HEIGHT = 2.6


@dataclass(frozen=True, slots=True)
class Part:
    """A composed part of the page: its items from its own top, and its height in points."""

    items: tuple[Item, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """The head and the foot of one edition's page at any body size."""

    story: Story
    edition: Edition
    left: float
    width: float
    top: float
    bottom: float
    heads: dict[tuple[float, float], Part] = field(default_factory=dict, compare=False)
    feet: dict[float, Part] = field(default_factory=dict, compare=False)

    def head(self, body: float, banner: float) -> Part:
        """Give the head: banner, title and date, rule, scripture."""
        if (body, banner) not in self.heads:
            self.heads[body, banner] = _head(self, body, banner)
        return self.heads[body, banner]

    def foot(self, body: float) -> Part:
        """Give the foot: footnote, hairline, logo and imprint; its items stand on the margin."""
        if body not in self.feet:
            self.feet[body] = _foot(self, body)
        return self.feet[body]

    def columns_height(self, body: float, banner: float) -> float:
        """Give the height in points that head and foot leave to the columns."""
        return self.bottom - self.top - self.head(body, banner).height - self.foot(body).height

    def colour(self, name: str) -> Colour:
        """Give one of the layout's colours."""
        return Colour(name, self.edition.layout.colours[name])


def furnish(story: Story, edition: Edition, shape: PageShape) -> Furniture:
    """Give the furniture for an edition's page."""
    margins, paper = shape.margins, edition.paper
    width = paper.width - 2 * margins.sides
    return Furniture(
        story, edition, margins.sides, width, margins.top, paper.height - margins.bottom
    )


def baseline_of(top: float, size: float, leading: float) -> float:
    """Give the baseline of a line whose leading starts at `top`; its ink stands in the middle."""
    return top + (leading - size) / 2 + 0.78 * size


@dataclass(slots=True)
class _Composer:
    """Stacks parts downwards."""

    furniture: Furniture
    body: float
    y: float
    items: list[Item]

    def paragraph(self, block: Block, leading: float, *, column: Column | None = None) -> None:
        """Add a paragraph below what there is."""
        column = column or Column(self.furniture.left, self.furniture.width)
        size = block.size(self.body)
        balanced = block.style.align == "centre"
        breaks = (
            _balanced(block, column.measure / size)
            if balanced
            else block.breaks(column.measure, self.body)
        )
        lines = []
        for runs in set_paragraph(block.words, breaks, column, block.ink(self.body), block.setting):
            lines.append(Line(baseline_of(self.y, size, size * leading), runs))
            self.y += size * leading
        self.add_text(block.element, lines, size)

    def add_text(self, element: int, lines: Sequence[Line], size: float) -> None:
        """Add lines as one text."""
        self.items.append(text_item(element, lines, size))


def text_item(element: int, lines: Sequence[Line], size: float) -> Text:
    """Give lines as an item whose box encloses them."""
    runs = [run for line in lines for run in line.runs]
    left = min((run.left for run in runs), default=0.0)
    right = max((run.left + run.glyphs.width * run.size for run in runs), default=0.0)
    top, bottom = lines[0].baseline - 0.8 * size, lines[-1].baseline + 0.25 * size
    return Text(element, Box(left, top, right - left, bottom - top), tuple(lines))


def _balanced(block: Block, width: float) -> tuple[Break, ...]:
    """Give the line ends of a centred text: as few lines as possible, about equally long."""
    best = block.galley.total_fit(width, ragged=True)
    words = (word.widest_part() for word in block.words)
    low, high = max((width / 2, *(ems for ems in words if ems <= width))), width
    for _ in range(6):
        middle = (low + high) / 2
        tried = block.galley.total_fit(middle, ragged=True)
        if len(tried) <= len(best):
            best, high = tried, middle
        else:
            low = middle
    return best


def _head(furniture: Furniture, body: float, banner: float) -> Part:
    composer = _Composer(furniture, body, furniture.top, [])
    story = furniture.story
    plate = _banner(composer, banner) if story.banner >= 0 else []
    if story.title or story.date:
        _title_row(composer)
    for block in story.quotation:
        composer.y += block.style.before * body if block.first else 0.0
        composer.paragraph(block, _TEXT_LEADING)
    for block in story.reference:
        composer.y += block.style.before * body
        composer.paragraph(block, _TEXT_LEADING)
        composer.y += block.style.after * body
    items = (*composer.items, *plate)
    return Part(items, composer.y + 0.35 * body - furniture.top)


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
    credit = _Composer(furniture, composer.body, composer.y + 0.15 * composer.body, [])
    for block in story.credit:
        credit.paragraph(block, _TEXT_LEADING)
    composer.y = credit.y + (0.1 if story.credit else 0.45) * composer.body
    return [*items, *credit.items]


def _title_row(composer: _Composer) -> None:
    """Add title and date on one baseline where both fit, and the rule below them."""
    furniture, body = composer.furniture, composer.body
    title, date = furniture.story.title, furniture.story.date
    across = sum(_natural_width(block, body) for block in (*title, *date))
    if date and across + 2 * body <= furniture.width and len(title) == 1:
        top = composer.y
        composer.paragraph(title[0], _TITLE_LEADING)
        baseline = composer.items[-1].lines[-1].baseline  # type: ignore[union-attr] # a text
        composer.add_text(date[0].element, _right_line(date[0], composer, baseline), body)
        composer.y = max(composer.y, top)
    else:
        for block in title:
            composer.paragraph(block, _TITLE_LEADING)
        for block in date:
            composer.paragraph(block, _TEXT_LEADING)
    composer.y += 0.12 * body
    rule = Box(furniture.left, composer.y, furniture.width, RULE)
    composer.items.append(Fill(rule, furniture.colour("accent")))
    composer.y += RULE


def _natural_width(block: Block, body: float) -> float:
    return natural_width(block) * block.size(body)


def _whole(block: Block) -> tuple[Break, ...]:
    return (Break(len(block.words) - 1, len(block.words[-1].text)),)


def _single(block: Block, column: Column, ink: Ink) -> tuple[Run, ...]:
    return set_paragraph(block.words, _whole(block), column, ink, block.setting)[0]


def _right_line(block: Block, composer: _Composer, baseline: float) -> list[Line]:
    ink = block.ink(composer.body)
    ink = Ink(ink.size, ink.colour, ink.language, "right")
    column = Column(composer.furniture.left, composer.furniture.width)
    return [Line(baseline, _single(block, column, ink))]


def _foot(furniture: Furniture, body: float) -> Part:
    """Compose the foot from its own top, then lower it onto the bottom margin."""
    start = _Composer(furniture, body, 0.0, [])
    composer = start
    composer.y += 0.8 * body
    for block in furniture.story.footnote:
        composer.paragraph(block, _TEXT_LEADING)
        composer.y += 0.2 * body
    rule = Box(furniture.left, composer.y, furniture.width, HAIRLINE)
    composer.items.append(Fill(rule, furniture.colour("hairline")))
    composer.y += HAIRLINE + 0.3 * body
    left = furniture.left + _logo(composer)
    top = composer.y
    logo = [item.box for item in composer.items if isinstance(item, Image)]
    middle = max(0.0, (logo[0].height - _imprint_height(composer)) / 2) if logo else 0.0
    composer.y += middle
    _imprint(composer, left)
    if logo:
        composer.y = max(composer.y, top + logo[0].height)
    height = composer.y
    return Part(tuple(moved(composer.items, furniture.bottom - height)), height)


def _imprint_height(composer: _Composer) -> float:
    """Give about the height of the imprint: one line, or one for each of several."""
    blocks = composer.furniture.story.imprint
    lines = 1 if len(blocks) <= 2 else len(blocks)  # noqa: PLR2004 - two stand left and right
    size = max((block.size(composer.body) for block in blocks), default=0.0)
    return lines * size * _TEXT_LEADING


def _logo(composer: _Composer) -> float:
    """Add the office's logo at the left, its own proportions kept; give the width it takes."""
    furniture = composer.furniture
    logo = furniture.edition.office.logo
    if logo is None or furniture.story.logo < 0:
        return 0.0
    across, down = furniture.edition.pictures.get(str(logo.file), (1, 1))
    height = _LOGO_HEIGHT * composer.body * 0.75
    width = min(height * across / down, furniture.width / 4)
    box = Box(furniture.left, composer.y, width, width * down / across)
    composer.items.append(Image(furniture.story.logo, box, str(logo.file)))
    return width + 0.8 * composer.body


def _imprint(composer: _Composer, left: float) -> None:
    """Set the imprint: two short lines share one baseline, more stand below one another."""
    furniture, body = composer.furniture, composer.body
    blocks = furniture.story.imprint
    column = Column(left, furniture.left + furniture.width - left)
    across = sum(_natural_width(block, body) for block in blocks)
    if len(blocks) == 2 and across + 2 * body <= column.measure:  # noqa: PLR2004 - left and right
        first = blocks[0]
        composer.paragraph(first, _TEXT_LEADING, column=column)
        baseline = composer.items[-1].lines[-1].baseline  # type: ignore[union-attr] # a text
        composer.add_text(blocks[1].element, _right_line(blocks[1], composer, baseline), body)
        return
    for block in blocks:
        composer.paragraph(block, _TEXT_LEADING, column=column)


def moved(items: Sequence[Item], down: float) -> Iterator[Item]:
    """Give items lowered by `down` points."""
    for item in items:
        box = Box(item.box.left, item.box.top + down, item.box.width, item.box.height)
        if isinstance(item, Text):
            lines = tuple(Line(line.baseline + down, line.runs) for line in item.lines)
            yield Text(item.element, box, lines, item.paragraphs)
        elif isinstance(item, Fill):
            yield Fill(box, item.colour)
        else:
            yield Image(item.element, box, item.file, item.focus)
