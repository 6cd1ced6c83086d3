"""Fitting a slide's text: the lines that an office program will make, and the size that fits.

Office programs fill each line with whole words, without kerning or hyphens; where two of them
differ by a little in their widths, the slack keeps the promise.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, sqrt
from typing import NamedTuple

from printkit.model.frame import Box, Colour, Line, Paragraph, Run
from printkit.model.layout import Align, Face, Range
from printkit.model.metrics import Shaper
from printkit.typeset.breakpoints import Blank, Break
from printkit.typeset.linebreak import Galley, Limits
from printkit.typeset.lines import Column, Ink, set_paragraph
from printkit.typeset.seeking import greatest
from printkit.typeset.words import KnownWords, Setting, Word, printed, words_of

MARK_INDENT = 0.9
PARAGRAPH_SPACE = 0.4
# Sizes are sought on a grid of so many points.
SIZE_STEP = 0.5
# A deck gives leading in hundredths of a point: so much may all lines of a slide be higher for it.
ROUNDED = 0.2
# Office programs keep blanks as they are.
_OFFICE = Limits(shrink=0.0)


@dataclass(frozen=True)
class Voice:
    """How a slide's text is set: face, leading in ems, and the part of the measure left free."""

    shaper: Shaper
    face: Face
    leading: float
    slack: float
    known: KnownWords | None = None

    @cached_property
    def setting(self) -> Setting:
        """What measures its words."""
        return Setting(self.shaper, self.face, None, self.known, in_addresses=False)

    @cached_property
    def blank(self) -> Blank:
        """Its blank, which office programs keep as it is; no hyphen is ever added."""
        return Blank(self.setting.space().width, 0.0)

    def breaks(self, text: "SlideText", width: float, size: float) -> tuple[Break, ...]:
        """Give a paragraph's line ends at a size and a width in points."""
        return text.galley.first_fit(width * (1 - self.slack) / size)

    def lines(self, text: "SlideText", width: float, size: float) -> int:
        """Count a paragraph's lines at a size and a width in points."""
        return text.galley.first_fit_lines(width * (1 - self.slack) / size)


class SlideText(NamedTuple):
    """One paragraph of a slide: its words, its colour, and the mark that it hangs from, if any.

    `scale` is its size as a part of the others'.
    """

    text: str
    words: tuple[Word, ...]
    galley: Galley
    colour: Colour
    mark: str = ""
    align: Align = "left"
    scale: float = 1.0
    mark_colour: Colour | None = None

    def indent(self, size: float) -> float:
        """Give the hanging indent in points."""
        return MARK_INDENT * size if self.mark else 0.0


def text_height(texts: Iterable[SlideText], width: float, size: float, voice: Voice) -> float:
    """Give the height in points that the paragraphs take."""
    height = 0.0
    for number, text in enumerate(texts):
        own = size * text.scale
        lines = voice.lines(text, width - text.indent(own), own)
        height += lines * own * voice.leading + (PARAGRAPH_SPACE * size if number else 0.0)
    return height


def fits_in(box: Box, texts: Iterable[SlideText], size: float, voice: Voice) -> bool:
    """Say whether the paragraphs stay in a box, also when their leading is rounded for the file."""
    return text_height(texts, box.width, size, voice) <= box.height - ROUNDED


def _kept_whole(
    texts: Iterable[SlideText], width: float, size: float, voice: Voice
) -> Iterator[float]:
    """Give how many ems each word needs of the width to stand whole at a size, both in points.

    One that cannot, and may end a line inside, needs its widest part; else it asks for nothing.
    """
    for text in texts:
        for word in text.words:
            for ems in (word.width, word.widest_part()):
                needed = text.indent(1.0) + ems / (1 - voice.slack)
                if needed * size <= width:
                    yield needed
                    break


def largest_size(texts: Sequence[SlideText], sizes: Range, box: Box, voice: Voice) -> float | None:
    """Give the largest size of the range, in half points, that keeps the paragraphs in the box.

    Every word that can stand whole at the smallest size stands whole.
    """
    below = round(sizes.smallest / SIZE_STEP) - 1
    most = max(1, int(_most(texts, sizes, box, voice) / SIZE_STEP) - below)

    def fits(step: int) -> bool:
        return fits_in(box, texts, (below + step) * SIZE_STEP, voice)

    likely = round(_likely(texts, box, voice) / SIZE_STEP) - below
    found = greatest(fits, most, likely, near=most)
    return (below + found) * SIZE_STEP if found else None


def reaches(size: float, texts: Sequence[SlideText], box: Box, voice: Voice) -> bool:
    """Say whether the paragraphs can be as large, in half points, with each word whole."""
    size = ceil(size / SIZE_STEP) * SIZE_STEP
    most = _most(texts, Range(size, size), box, voice)
    return most >= size and fits_in(box, texts, size, voice)


def _most(texts: Sequence[SlideText], sizes: Range, box: Box, voice: Voice) -> float:
    """Give the largest size at which every word stands whole that can at the smallest."""
    widest = max(text.indent(1.0) + text.galley.widest_bound / (1 - voice.slack) for text in texts)
    if widest * sizes.largest <= box.width:
        return sizes.largest
    words = _kept_whole(texts, box.width, sizes.smallest, voice)
    return min(sizes.largest, box.width / max((1e-9, *words)))


def _likely(texts: Sequence[SlideText], box: Box, voice: Voice) -> float:
    """Give the size at which the texts would fill their box if each lost half a line at its end."""
    rows = sum(text.galley.natural * text.scale * text.scale for text in texts)
    a = rows * voice.leading / (box.width * (1 - voice.slack))
    b = len(texts) * (voice.leading / 2 + PARAGRAPH_SPACE)
    return (sqrt(b * b + 4 * a * max(box.height, 0.0)) - b) / (2 * a) if a else 0.0


def balanced_width(texts: Sequence[SlideText], width: float, size: float, voice: Voice) -> float:
    """Give the narrowest width in points that takes no more height: its lines are about equal."""
    height = text_height(texts, width, size, voice)
    words = [ems * size for ems in _kept_whole(texts, width, size, voice)]
    low, high = max((width / 2, *words)), width
    for _ in range(7):
        middle = (low + high) / 2
        if text_height(texts, middle, size, voice) <= height:
            high = middle
        else:
            low = middle
    return high


def paragraphs_of(
    texts: Sequence[SlideText], size: float, voice: Voice, language: str
) -> tuple[Paragraph, ...]:
    """Give the paragraphs as an office program sets them."""
    return tuple(
        Paragraph(
            text.text,
            voice.face,
            size * text.scale,
            size * text.scale * voice.leading,
            text.colour,
            language,
            text.align,
            PARAGRAPH_SPACE * size if number else 0.0,
            text.mark,
            text.mark_colour,
        )
        for number, text in enumerate(texts)
    )


def promised_lines(
    texts: Sequence[SlideText], box: Box, size: float, voice: Voice, language: str | None
) -> Iterator[Line]:
    """Give the lines that are promised: an office program makes no more of them.

    They are empty where no `language` is named to set them in: nobody draws them then.
    """
    y = box.top
    for number, text in enumerate(texts):
        own = size * text.scale
        leading = own * voice.leading
        y += PARAGRAPH_SPACE * size if number else 0.0
        for runs in _set_lines(text, box, own, voice, language):
            yield Line(y + (leading - own) / 2 + 0.8 * own, runs, number)
            y += leading


def _set_lines(
    text: SlideText, box: Box, size: float, voice: Voice, language: str | None
) -> Sequence[tuple[Run, ...]]:
    """Give the runs of each of a paragraph's lines, none where they are not to be set."""
    indent = text.indent(size)
    width = box.width - indent
    if language is None:
        return ((),) * voice.lines(text, width, size)
    ink = Ink(size, text.colour, language, text.align)
    column = Column(box.left + indent, width)
    return set_paragraph(text.words, voice.breaks(text, width, size), column, ink, voice.setting)


def slide_text(text: str, voice: Voice, colour: Colour, mark: str = "") -> SlideText:
    """Give a paragraph of a slide, measured."""
    text = printed(text)
    measured = voice.known.paragraphs(voice.face) if voice.known else {}
    if text not in measured:
        words = words_of(text, voice.setting)
        measured[text] = words, Galley(words, voice.blank, limits=_OFFICE)
    words, galley = measured[text]
    return SlideText(text, words, galley, colour, mark)
