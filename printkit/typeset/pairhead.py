"""Head and foot of a page in two languages: each part of the one beside the same of the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from printkit.model.bulletin import Picture
from printkit.model.frame import Box, Fill, Image, Item, Line, Text
from printkit.typeset.blocks import Block, natural_width
from printkit.typeset.breakpoints import Break
from printkit.typeset.composing import (
    HAIRLINE,
    RULE,
    TEXT_LEADING,
    TITLE_LEADING,
    Part,
    baseline_of,
    line_ends,
    moved,
    text_item,
)
from printkit.typeset.furniture import Furniture
from printkit.typeset.head import ACCENT, BELOW_HEAD, BELOW_RULE
from printkit.typeset.lines import Column, set_paragraph
from printkit.typeset.placing import mark_of
from printkit.typeset.ruling import first_rule

# Above the rule below the titles, below a picture, and between that and its credit, in ems.
_ABOVE_RULE, _BELOW_PICTURE, _TO_CREDIT, _BELOW_CREDIT = 0.12, 0.45, 0.15, 0.1
# Between a title and the date beside it, in ems.
_BESIDE = 2.0

Both = tuple[Sequence[Block], Sequence[Block]]
# A paragraph with its line ends.
Broken = tuple[Block, Sequence[Break]]


class Sides(NamedTuple):
    """What stands in both columns, from the paper's top, and where it ends in points."""

    items: tuple[list[Item], list[Item]]
    bottom: float


@dataclass(frozen=True, slots=True)
class Furnishings:
    """The furniture of both columns, of one width, the second's at the right of the first's."""

    sides: tuple[Furniture, Furniture]
    heights: dict[tuple[float, float], float] = field(default_factory=dict, compare=False)

    @property
    def columns(self) -> tuple[Column, Column]:
        """Where the lines of both languages run."""
        first, second = (Column(one.left, one.width) for one in self.sides)
        return first, second

    @property
    def whole(self) -> Furniture:
        """The first language's furniture over the width of both."""
        first, second = self.sides
        return replace(first, width=second.left + second.width - first.left, heights={})

    def room(self, body: float, banner: float) -> float:
        """Give the height in points that head and foot leave between them."""
        if (body, banner) not in self.heights:
            top, foot = self.head(body, banner).bottom, self.foot(body).height
            self.heights[body, banner] = self.sides[0].bottom - foot - top
        return self.heights[body, banner]

    def head(self, body: float, banner: float) -> Sides:
        """Give the head: pictures, titles and dates, a rule, scripture."""
        return _Head(self, body).composed(banner)

    def foot(self, body: float) -> "Foot":
        """Give the foot: footnotes, one hairline, and the imprint of each."""
        return _foot([one.foot(body) for one in self.sides], self)


def set_down(
    paragraphs: Sequence[Broken], column: Column, body: float, leading: float, top: float
) -> tuple[list[Text], float]:
    """Give broken paragraphs below one another from `top` on, in points, and where they end."""
    items: list[Text] = []
    for block, ends in paragraphs:
        size, ink, lines = block.size(body), block.ink(body), list[Line]()
        indent = block.indent * size
        own = Column(column.left + indent, column.measure - indent)
        for runs in set_paragraph(block.words, ends, own, ink, block.setting):
            baseline = baseline_of(top, size, size * leading)
            mark = mark_of(block, column.left, ink) if block.mark and not lines else ()
            lines.append(Line(baseline, (*mark, *runs), block.paragraph, len(mark)))
            top += size * leading
        items.append(text_item(block.element, lines, size, column))
    return items, top


def _broken(blocks: Sequence[Block], column: Column, body: float) -> list[Broken]:
    return [(block, line_ends(block, column.measure, body)) for block in blocks]


@dataclass(slots=True)
class _Head:
    """Stacks the parts of both heads; each begins where the longer of those before it ends."""

    furnishings: Furnishings
    body: float
    y: float = 0.0
    items: tuple[list[Item], list[Item]] = field(default_factory=lambda: ([], []))

    def composed(self, banner: float) -> Sides:
        """Give the whole head; pictures are told behind it, as on an insert."""
        first, second = (one.story for one in self.furnishings.sides)
        self.y = self.furnishings.sides[0].top
        pictures = self._banner(banner)
        if pictures is None:
            self.y += self._accent()
        self._titles((first.title, second.title), (first.date, second.date))
        self.y += _ABOVE_RULE * self.body
        self._rule()
        self._below((first.quotation, second.quotation))
        self._below((first.reference, second.reference))
        if first.reference or second.reference:
            after = (first.reference or second.reference)[-1].style.after
            self.y += (after + BELOW_HEAD) * self.body
        else:
            self.y += BELOW_RULE * self.body
        for own, more in zip(self.items, pictures or ((), ()), strict=True):
            own.extend(more)
        return Sides(self.items, self.y)

    def _below(self, both: Both) -> None:
        """Add a part of scripture with the space above it."""
        if any(both):
            self.y += (both[0] or both[1])[0].style.before * self.body
            self._stack(both, TEXT_LEADING)

    def _stack(self, both: Both, leading: float) -> None:
        ends = [self.y]
        for items, blocks, column in zip(self.items, both, self.furnishings.columns, strict=True):
            texts, end = set_down(
                _broken(blocks, column, self.body), column, self.body, leading, self.y
            )
            items.extend(texts)
            ends.append(end)
        self.y = max(ends)

    def _titles(self, titles: Both, dates: Both) -> None:
        """Add titles and dates: beside one another where both languages have room for that."""
        if self._fit_beside(titles, dates):
            self._stack(titles, TITLE_LEADING)
            for items, date, column in zip(
                self.items, dates, self.furnishings.columns, strict=True
            ):
                items.extend([_beside(items, date[0], self.body, column)] if date else [])
            return
        self._stack(titles, TITLE_LEADING)
        self._stack(dates, TEXT_LEADING)

    def _fit_beside(self, titles: Both, dates: Both) -> bool:
        measure = self.furnishings.columns[0].measure
        for title, date in zip(titles, dates, strict=True):
            across = sum(natural_width(b) * b.size(self.body) for b in (*title, *date))
            if len(title) != 1 or across + _BESIDE * self.body > measure:
                return False
        return True

    def _rule(self) -> None:
        whole = self.furnishings.whole
        box = Box(whole.left, self.y, whole.width, RULE)
        self.items[0].append(Fill(box, whole.colour("accent")))
        self.y += RULE

    def _accent(self) -> float:
        """Give the room that marks on a title's capitals need."""
        marked = [one.story.title[0] for one in self.furnishings.sides if one.marked]
        return max((ACCENT * title.size(self.body) for title in marked), default=0.0)

    def _banner(self, banner: float) -> tuple[Sequence[Item], Sequence[Item]] | None:
        """Give the banner with its credits: one over the whole width, two each over a column."""
        shown = list(self._pictures())
        if not shown:
            return None
        found: tuple[list[Item], list[Item]] = ([], [])
        height = banner * self.furnishings.whole.edition.paper.height
        for side, picture in shown:
            whole = self.furnishings.whole if len(shown) == 1 else self.furnishings.sides[side]
            box = Box(whole.left, self.y, whole.width, height)
            element = self.furnishings.sides[side].story.banner
            found[side].append(Image(element, box, str(picture.file), picture.focus))
        self.y += height
        below = self._credits(found)
        self.y = below + _BELOW_CREDIT * self.body if below else self.y + _BELOW_PICTURE * self.body
        return found

    def _pictures(self) -> Iterator[tuple[int, Picture]]:
        """Give the pictures above the titles; what is decorative in both is shown once."""
        files = set[str]()
        for side, one in enumerate(self.furnishings.sides):
            picture = one.edition.words.picture
            if picture and str(picture.file) not in files:
                files.add(str(picture.file))
                yield side, picture

    def _credits(self, found: tuple[list[Item], list[Item]]) -> float:
        """Add the credits of the banner, and give where they end, 0 where there are none."""
        end, top = 0.0, self.y + _TO_CREDIT * self.body
        columns = self.furnishings.columns
        for side, (items, column) in enumerate(zip(found, columns, strict=True)):
            blocks = self.furnishings.sides[side].story.credit
            if blocks:
                texts, bottom = set_down(
                    _broken(blocks, column, self.body), column, self.body, TEXT_LEADING, top
                )
                items.extend(texts)
                end = max(end, bottom)
        return end


def _beside(items: Sequence[Item], block: Block, body: float, column: Column) -> Text:
    """Give a paragraph of one line at a column's right, beside the text added last."""
    last = next(item for item in reversed(items) if isinstance(item, Text))
    whole = (Break(len(block.words) - 1, len(block.words[-1].text)),)
    ink = block.ink(body)._replace(align="right")
    runs = set_paragraph(block.words, whole, column, ink, block.setting)[0]
    line = Line(last.lines[-1].baseline, runs, block.paragraph)
    return text_item(block.element, [line], block.size(body), column)


class Foot(NamedTuple):
    """The foot of both columns at its place, and its height in points.

    Lines for notes may go down to its `edge`: footnotes, else its hairline.
    """

    items: tuple[Sequence[Item], Sequence[Item]]
    height: float
    edge: float


def _foot(parts: Sequence[Part], furnishings: Furnishings) -> Foot:
    """Join two feet that stand on the margin: on one hairline, what is alike on one level.

    Beside a code or a logo the imprint stands at its middle, as on an insert.
    """
    bottom, whole = furnishings.sides[0].bottom, furnishings.whole
    below = [bottom - first_rule(part) for part in parts]
    above = [part.height - under for part, under in zip(parts, below, strict=True)]
    rule, height = bottom - max(below), max(above) + max(below)
    lower = [_behind_rule(part) for part in parts]
    tall = lower[below.index(max(below))]
    sides: list[Sequence[Item]] = []
    for part, under, over, items in zip(parts, below, above, lower, strict=True):
        notes = part.items[: len(part.items) - len(items) - 1]
        up = max(below) - under
        raised = moved(items, -min(up, max(0.0, _middle(items) - _middle(tall))))
        if not any(isinstance(item, Image) for item in tall):
            raised = moved(items, -up)
        sides.append((*moved(notes, over - max(above) - up), *raised))
    line = Fill(Box(whole.left, rule, whole.width, HAIRLINE), whole.colour("hairline"))
    edge = min(item.box.top for item in (*sides[0], line, *sides[1]))
    return Foot(((*sides[0], line), sides[1]), height, edge)


def _behind_rule(part: Part) -> Sequence[Item]:
    at = next(place for place, item in enumerate(part.items) if isinstance(item, Fill))
    return part.items[at + 1 :]


def _middle(items: Sequence[Item]) -> float:
    """Give the level of the middle of lines, 0 where there are none."""
    boxes = [item.box for item in items if isinstance(item, Text)]
    if not boxes:
        return 0.0
    return (min(box.top for box in boxes) + max(box.bottom for box in boxes)) / 2
