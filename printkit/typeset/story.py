"""An edition's words become the blocks of the page: one for each paragraph, shaped and measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import NamedTuple

from printkit.model.addresses import may_hold_address
from printkit.model.bulletin import Picture, Region
from printkit.model.edition import Edition
from printkit.model.frame import Colour, Element
from printkit.model.layout import TypeStyle
from printkit.model.metrics import Hyphenator, Shaper, Ties
from printkit.typeset.breakpoints import Blank, Break
from printkit.typeset.hanging import right_of
from printkit.typeset.linebreak import Galley, Limits
from printkit.typeset.lines import HYPHEN, Ink
from printkit.typeset.words import KnownWords, Setting, Word, words_of

MARK_INDENT = 0.95
# No last line is shorter than this, in ems, or than the paragraph's indent.
_SHORTEST_END = 1.5
# A region's picture keeps its own shape between these heights, as parts of the measure.
_LOWEST_PLATE, _TALLEST_PLATE = 0.36, 0.66
_USUAL_SHAPE = (2, 1)
# How much of a last line is left empty, on the whole.
_PART_OF_LAST_LINE = 0.5
# A ragged line is seldom fuller than this.
_FILLED = 0.92


@dataclass(slots=True)
class Structure:
    """The structure tree as it grows: elements by number.

    `addressed` are those in whose text there may be an address.
    """

    elements: list[Element] = field(default_factory=lambda: [Element("document")])
    addressed: set[int] = field(default_factory=set)

    def add(self, role: str, parent: int = 0, alternative: str = "", language: str = "") -> int:
        """Add an element and give its number; its language is its parent's where none is named."""
        self.elements.append(Element(role, parent, language, alternative))
        return len(self.elements) - 1


class Block(NamedTuple):
    """A paragraph of the page.

    `indent` (ems of its own size) is where it hangs beside its mark. `most` is the size in points
    at which its widest word still stands whole; a paragraph gives way to it down to the body size.
    `paragraph` counts those of its element from 0.
    """

    element: int
    role: str
    words: tuple[Word, ...]
    galley: Galley
    setting: Setting
    style: TypeStyle
    colour: Colour
    language: str
    indent: float = 0.0
    mark: str = ""
    first: bool = True
    region: int = -1
    most: float = inf
    paragraph: int = 0

    def size(self, body: float) -> float:
        """Give the type size in points where the body is set at `body` points."""
        size = self.style.size * body
        if size > self.most:
            size = min(size, max(self.most, body))
        return max(size, self.style.floor)

    @property
    def ragged(self) -> bool:
        """Whether its lines end where they end."""
        return self.style.align != "justified"

    def breaks(self, measure: float, body: float) -> tuple[Break, ...]:
        """Give the line ends that are best together at a measure and body size in points."""
        return self.galley.total_fit(self._width(measure, body), ragged=self.ragged)

    def in_lines(self, measure: float, body: float, count: int) -> tuple[Break, ...] | None:
        """Give the best ends of just so many lines, None where blanks cannot give way so far."""
        return None if self.ragged else self.galley.in_lines(self._width(measure, body), count)

    def fewest(self, measure: float, size: float) -> int:
        """Count the lines that it takes at least, at a type size in points."""
        width = measure / size - self.indent
        return self.galley.fewest(width, ragged=self.style.align != "justified")

    def about(self, measure: float, size: float) -> float:
        """Guess how many lines it takes at a type size in points, from its width alone."""
        width = max(measure / size - self.indent, 1.0)
        return max(1.0, self.galley.natural / width + _PART_OF_LAST_LINE)

    def _width(self, measure: float, body: float) -> float:
        """Give the measure in ems of its own size."""
        return measure / self.size(body) - self.indent

    def ink(self, body: float) -> Ink:
        """Give how its glyphs are set."""
        return Ink(self.size(body), self.colour, self.language, self.style.align)


class Plate(NamedTuple):
    """A region's picture in the column, with its box's height as a part of the measure."""

    element: int
    picture: Picture
    region: int
    height: float = 0.5


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that stands on the page: the head's blocks, the regions' and the foot's."""

    title: tuple[Block, ...]
    date: tuple[Block, ...]
    quotation: tuple[Block, ...]
    reference: tuple[Block, ...]
    banner: int
    credit: tuple[Block, ...]
    regions: tuple[Block | Plate, ...]
    footnote: tuple[Block, ...]
    imprint: tuple[Block, ...]
    logo: int
    code: int
    structure: Structure


@dataclass(frozen=True, slots=True)
class Tools:
    """What the core is given from outside: a shaper, and what the language knows of words.

    `hyphenator` is where they may be divided, `ties` which of them stay together; None for neither.
    """

    shaper: Shaper
    hyphenator: Hyphenator | None = None
    known: KnownWords | None = None
    ties: Ties | None = None


def tell(edition: Edition, tools: Tools) -> Story:
    """Give the page's story in reading order."""
    structure = Structure()
    maker = Maker(edition, tools, structure, edition.words.language)
    words, wording, scripture = edition.words, edition.wording, edition.words.scripture
    title = maker.blocks("title", str(words.title))
    date = maker.blocks("date", wording.date)
    quotation: tuple[Block, ...] = ()
    reference: tuple[Block, ...] = ()
    if scripture:
        quoted = f"{wording.opening}{scripture.text}{wording.closing}"
        quotation = maker.blocks("quotation", quoted)
        reference = maker.blocks("reference", wording.reference, quotation[0].element)
    banner, credit = -1, maker.blocks("credit", "")
    if words.picture:
        banner = structure.add("figure", 0, words.picture.alt)
        credit = maker.blocks("credit", str(words.picture.credit or ""))
    regions = tuple(_regions(words.regions, maker, edition.layout.page.mark))
    footnote = maker.blocks("footnote", wording.footnote)
    own = replace(maker, language=office_language(edition))
    logo = own.element("figure", 0, edition.office.logo.alt) if edition.office.logo else -1
    imprint = tuple(b for line in edition.imprint for b in own.blocks("imprint", line))
    code = structure.add("figure", 0, edition.code.words) if edition.code else -1
    return Story(
        title,
        date,
        quotation,
        reference,
        banner,
        credit,
        regions,
        footnote,
        imprint,
        logo,
        code,
        structure,
    )


def office_language(edition: Edition) -> str:
    """Give the language of the office's own words, which are not translated."""
    office, language = edition.office.language, edition.words.language
    return language if office.partition("-")[0] == language.partition("-")[0] else office


class _Look(NamedTuple):
    """How the paragraphs of one role are set."""

    style: TypeStyle
    setting: Setting
    colour: Colour
    blank: Blank


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes a story's blocks in one language, each an element of the structure."""

    edition: Edition
    tools: Tools
    structure: Structure
    language: str
    looks: dict[str, _Look] = field(default_factory=dict)

    def element(self, role: str, parent: int = 0, alternative: str = "") -> int:
        """Add an element in the maker's language and give its number."""
        other = self.language if self.language != self.edition.words.language else ""
        return self.structure.add(role, parent, alternative, other)

    def blocks(
        self, role: str, text: str, parent: int = 0, region: int = -1, mark: str = ""
    ) -> tuple[Block, ...]:
        """Give a text's paragraphs as blocks of one element, none for an empty text."""
        if not text:
            return ()
        look = self.looks.get(role) or self._look(role)
        element = self.element(role, parent)
        if may_hold_address(text):
            self.structure.addressed.add(element)
        indent = MARK_INDENT if mark else 0.0
        in_a_row = self.edition.layout.page.hyphenation.in_a_row
        limits = Limits(max(indent, _SHORTEST_END), in_a_row)
        paragraphs = text.split("\n")
        galleys = [self._measured(paragraph, look, limits) for paragraph in paragraphs]
        return tuple(
            [
                Block(
                    element,
                    role,
                    words,
                    galley,
                    look.setting,
                    look.style,
                    look.colour,
                    self.language,
                    indent=indent,
                    mark="" if number else mark,
                    first=number == 0,
                    region=region,
                    paragraph=number,
                )
                for number, (words, galley) in enumerate(galleys)
            ]
        )

    def _measured(
        self, paragraph: str, look: _Look, limits: Limits
    ) -> tuple[tuple[Word, ...], Galley]:
        """Give a paragraph's words, and the galley that breaks them."""
        setting, ties = look.setting, self.tools.ties

        def measured() -> tuple[tuple[Word, ...], Galley]:
            words = words_of(paragraph, setting)
            return words, galley_of(words, look.blank, limits, ties)

        if setting.known is None:
            return measured()
        divides = setting.hyphenator is not None
        key = (setting.face, divides, setting.hangs, limits, ties is None, paragraph)
        return setting.known.paragraph(key, measured)

    def _look(self, role: str) -> _Look:
        layout = self.edition.layout
        style = layout.page.styles[role]
        setting = Setting(
            self.tools.shaper,
            style.face,
            self.tools.hyphenator if layout.page.hyphenation.allowed else None,
            self.tools.known,
            hangs=style.align in ("justified", "left"),
        )
        colour = Colour(style.colour, layout.colours[style.colour])
        self.looks[role] = look = _Look(style, setting, colour, blank_of(setting))
        return look


def blank_of(setting: Setting) -> Blank:
    """Give the widths of a face's blank and hyphen."""
    hyphen = setting.shaper.shape(HYPHEN, setting.face)
    width = sum([piece.width for piece in hyphen]) - (right_of(hyphen) if setting.hangs else 0.0)
    return Blank(setting.space().width, width)


def galley_of(words: tuple[Word, ...], blank: Blank, limits: Limits, ties: Ties | None) -> Galley:
    """Give a paragraph ready to be broken."""
    tied = ties.among([word.text for word in words]) if ties else frozenset()
    return Galley(words, blank, tied, limits)


def _regions(regions: tuple[Region, ...], maker: Maker, mark: str) -> Iterator[Block | Plate]:
    for number, region in enumerate(regions):
        parent = maker.structure.add("region")
        yield from maker.blocks("heading", str(region.name), parent, number)
        if region.picture:
            figure = maker.structure.add("figure", parent, region.picture.alt)
            across, down = maker.edition.pictures.get(str(region.picture.file), _USUAL_SHAPE)
            height = min(max(down / across, _LOWEST_PLATE), _TALLEST_PLATE)
            yield Plate(figure, region.picture, number, height)
            yield from maker.blocks("credit", str(region.picture.credit or ""), parent, number)
        yield from maker.blocks("introduction", str(region.intro or ""), parent, number)
        several = mark if len(region.requests) > 1 else ""
        requests = maker.structure.add("list", parent)
        for request in region.requests:
            yield from maker.blocks("request", str(request.text), requests, number, several)


def in_two_lines(blocks: Sequence[Block], measure: float) -> tuple[Block, ...]:
    """Give the blocks no larger than lets each take about two lines, in points."""
    return tuple(
        block._replace(most=min(block.most, 2 * _FILLED * measure / natural_width(block)))
        for block in blocks
    )


def natural_width(block: Block) -> float:
    """Give the width of a paragraph on one line, in ems of its own size."""
    return max(block.galley.natural, 1e-9)


def with_whole_words(blocks: Sequence[Block], measure: float, largest: float) -> tuple[Block, ...]:
    """Give the blocks with the one size in points at which all their words stand whole.

    They stay as they are where that is beyond the `largest` body size.
    """
    widths = [word.width for block in blocks for word in block.words]
    most = measure / max((1e-9, *widths))
    if all(block.style.size * largest <= most for block in blocks):
        return tuple(blocks)
    widest = (word.widest_part(hyphens=False) for block in blocks for word in block.words)
    most = measure / max((1e-9, *widest))
    return tuple(block._replace(most=most) for block in blocks)
