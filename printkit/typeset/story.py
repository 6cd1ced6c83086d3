"""An edition's words become the blocks of the page: one for each paragraph, shaped and measured."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import inf
from typing import NamedTuple

from printkit.model.addresses import may_hold_address
from printkit.model.bulletin import Region
from printkit.model.edition import Edition
from printkit.model.frame import Colour
from printkit.model.layout import TypeStyle
from printkit.model.metrics import Hyphenator, Shaper, Ties
from printkit.model.tuples import maker
from printkit.typeset.blocks import Block, Plate, Structure
from printkit.typeset.breakpoints import Blank
from printkit.typeset.hanging import right_of
from printkit.typeset.linebreak import Galley, Limits
from printkit.typeset.lines import HYPHEN
from printkit.typeset.words import KnownWords, Setting, Word, words_of

MARK_INDENT = 0.95
# No last line is shorter than this, in ems, which is more than any paragraph's indent.
_SHORTEST_END = 1.5
# A region's picture keeps its own shape between these heights, as parts of the measure.
_LOWEST_PLATE, _TALLEST_PLATE = 0.36, 0.66
_USUAL_SHAPE = (2, 1)


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


_block = maker(Block)


class _Look(NamedTuple):
    """How the paragraphs of one role are set, and those that were measured for it before."""

    style: TypeStyle
    setting: Setting
    colour: Colour
    limits: Limits
    measured: dict[str, tuple[tuple[Word, ...], Galley]]


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
        galleys = [look.measured.get(one) or self._measured(one, look) for one in text.split("\n")]
        return tuple(
            [
                _block(
                    (
                        element,
                        role,
                        words,
                        galley,
                        look.setting,
                        look.style,
                        look.colour,
                        self.language,
                        indent,
                        "" if number else mark,
                        number == 0,
                        region,
                        inf,
                        number,
                    )
                )
                for number, (words, galley) in enumerate(galleys)
            ]
        )

    def _measured(self, paragraph: str, look: _Look) -> tuple[tuple[Word, ...], Galley]:
        """Give a paragraph's words, and the galley that breaks them."""
        words = words_of(paragraph, look.setting)
        galley = galley_of(words, blank_of(look.setting), look.limits, self.tools.ties)
        look.measured[paragraph] = words, galley
        return words, galley

    def _look(self, role: str) -> _Look:
        layout, known, ties = self.edition.layout, self.tools.known, self.tools.ties
        style, hyphenation = layout.page.styles[role], layout.page.hyphenation
        setting = Setting(
            self.tools.shaper,
            style.face,
            self.tools.hyphenator if hyphenation.allowed else None,
            known,
            hangs=style.align in ("justified", "left"),
        )
        limits = Limits(_SHORTEST_END, hyphenation.in_a_row)
        kind = style.face, setting.hyphenator is not None, setting.hangs, limits, ties is None
        measured = known.paragraphs(kind) if known else {}
        colour = Colour(style.colour, layout.colours[style.colour])
        self.looks[role] = look = _Look(style, setting, colour, limits, measured)
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
