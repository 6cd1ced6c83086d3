"""What the leader's edition says: for each slide its number, and its notes a paragraph each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from printkit.model.bulletin import Region, Request
from printkit.model.edition import Edition
from printkit.model.frame import Colour
from printkit.model.layout import PageLayout, TypeStyle
from printkit.typeset.blocks import Block, Structure
from printkit.typeset.linebreak import Limits
from printkit.typeset.notes import cue_notes
from printkit.typeset.runin import RunIn, with_run_in
from printkit.typeset.story import MARK_INDENT, Maker, Tools, office_language
from printkit.typeset.words import Setting, printed

BODY = 14.0
_BOLD = 700
_ACCENT = "accent"
# How far names stand out from what is said of them, in ems.
_HEADING, _CAPTION = 1.4, 0.8


@dataclass(frozen=True, slots=True)
class Entry:
    """A slide, counted from 1: its picture's element, its number as it is printed, its notes.

    Where the deck has no cover, its notes stand alone: `slide` and `figure` are 0.
    """

    slide: int
    figure: int
    number: tuple[Block, ...]
    notes: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class LeaderText:
    """All that the leader's edition says, in reading order, and what is on the foot of each page.

    `labels` are the words that open requests of a kind, by the requests' elements.
    """

    entries: tuple[Entry, ...]
    imprint: tuple[Block, ...]
    labels: dict[int, RunIn]
    structure: Structure


def leader_text(
    edition: Edition,
    regions: Sequence[Region],
    tools: Tools,
    reading_time: Callable[[int], str],
) -> LeaderText:
    """Give what an edition's leader reads; nothing of the notes is smaller than the body.

    `regions` are those of the slides after the cover, one for each.
    """
    page = edition.layout.page
    layout = replace(edition.layout, page=replace(page, styles=_styles(page)))
    edition = replace(edition, layout=layout)
    teller = _Teller(edition, regions, tools, reading_time, Structure())
    entries = tuple(teller.entries())
    own = Maker(edition, tools, teller.structure, office_language(edition))
    imprint = tuple(b for line in edition.imprint for b in own.blocks("imprint", line))
    return LeaderText(entries, imprint, teller.labels, teller.structure)


def _styles(page: PageLayout) -> dict[str, TypeStyle]:
    """Give the insert's styles, ragged and no smaller than the body, and those of ours."""
    read = {
        role: replace(style, floor=max(style.floor, BODY), align="left")
        for role, style in page.styles.items()
    }
    heading, note = read["heading"], read["footnote"]
    plain = note.face._replace(italic=False)
    imprint = replace(page.styles["imprint"], align="left")
    return read | {
        "heading": replace(heading, size=max(heading.size, _HEADING), before=0.0, after=0.3),
        "title": replace(read["title"], before=0.0, after=0.15),
        "quotation": replace(read["quotation"], before=0.7),
        "reference": replace(read["reference"], after=0.0),
        "request": replace(read["request"], before=0.5),
        "credit": replace(read["credit"], before=0.2, after=0.2),
        "introduction": replace(read["introduction"], after=0.0),
        "footnote": replace(note, before=0.6),
        "cue": replace(note, face=plain, before=0.6),
        "number": replace(imprint, face=plain._replace(weight=_BOLD), size=_CAPTION),
        "imprint": imprint,
    }


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells an edition slide by slide."""

    edition: Edition
    regions: Sequence[Region]
    tools: Tools
    reading_time: Callable[[int], str]
    structure: Structure
    labels: dict[int, RunIn] = field(default_factory=dict)

    @property
    def _maker(self) -> Maker:
        return Maker(self.edition, self.tools, self.structure, self.edition.words.language)

    def entries(self) -> Iterator[Entry]:
        words, cover = self.edition.words, self.edition.layout.slides.cover
        if cover:
            section, figure, number = self._slide(1, str(words.title))
            yield Entry(1, figure, number, tuple(self._head(section)))
        else:
            yield Entry(0, 0, (), tuple(self._head(0)))
        for place, region in enumerate(self.regions, 1 + cover):
            section, figure, number = self._slide(place, str(region.name))
            yield Entry(place, figure, number, tuple(self._region(region, section, place)))

    def _slide(self, place: int, title: str) -> tuple[int, int, tuple[Block, ...]]:
        """Give a slide's section, its picture's element, and its number as it is printed."""
        section = self.structure.add("region")
        name = f"{self.edition.wording.slide} {place}"
        title = printed(title).replace("\n", " ")
        figure = self.structure.add("figure", section, f"{name}: {title}")
        return section, figure, self._maker.blocks("number", name, section, place)

    def _head(self, section: int) -> Iterator[Block]:
        """Give the cover's notes."""
        words, wording, maker = self.edition.words, self.edition.wording, self._maker
        yield from maker.blocks("title", str(words.title), section)
        yield from maker.blocks("date", wording.date, section)
        if words.scripture:
            quoted = f"{wording.opening}{words.scripture.text}{wording.closing}"
            quotation = maker.blocks("quotation", quoted, section)
            yield from quotation
            yield from maker.blocks("reference", wording.reference, quotation[0].element)
        if words.picture:
            yield from maker.blocks("credit", str(words.picture.credit or ""), section)

    def _region(self, region: Region, section: int, place: int) -> Iterator[Block]:
        """Give a region's notes."""
        maker = self._maker
        yield from maker.blocks("heading", str(region.name), section, place)
        if region.picture:
            yield from maker.blocks("credit", str(region.picture.credit or ""), section, place)
        yield from maker.blocks("introduction", str(region.intro or ""), section, place)
        requests = self.structure.add("list", section)
        several = self.edition.layout.page.mark if len(region.requests) > 1 else ""
        for request in region.requests:
            blocks = maker.blocks("request", str(request.text), requests, place, several)
            yield self._labelled(blocks[0], request)
            yield from blocks[1:]
        if any(request.pseudonym for request in region.requests):
            yield from maker.blocks("footnote", self.edition.wording.footnote, section, place)
        cue, time = cue_notes(region, self.edition, self.reading_time)
        yield from maker.blocks("cue", f"{cue}\n{time}", section, place)

    def _labelled(self, block: Block, request: Request) -> Block:
        """Give a request opened by the label of its kind, where it has one."""
        wording, layout = self.edition.wording, self.edition.layout
        label = {"praise": wording.praise, "prayer": wording.prayer}.get(request.kind or "", "")
        if not label or request.continued:
            return block
        face = block.style.face._replace(weight=_BOLD)
        setting = Setting(self.tools.shaper, face, None, self.tools.known)
        opening = RunIn(label, setting, Colour(_ACCENT, layout.colours[_ACCENT]))
        self.labels[block.element] = opening
        limits = Limits(MARK_INDENT, layout.page.hyphenation.in_a_row)
        return with_run_in(block, opening, limits, self.tools)
