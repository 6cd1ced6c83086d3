"""Broken paragraphs become lines of glyph runs at their places."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from printkit.model.frame import Colour, Glyphs, Run
from printkit.model.layout import Align, Face
from printkit.typeset.breakpoints import Break
from printkit.typeset.hanging import left_of, right_of
from printkit.typeset.words import SOFT_HYPHEN, Setting, Word, shaped

HYPHEN = "-"


class Ink(NamedTuple):
    """How a paragraph's glyphs are set: size in points, colour, language and alignment."""

    size: float
    colour: Colour
    language: str
    align: Align = "left"


class Column(NamedTuple):
    """Where a paragraph's lines run: left edge and measure in points."""

    left: float
    measure: float


# A line's words, their width, and what of it hangs at its ends, in ems without the blanks.
_Row = tuple[Sequence[tuple[Glyphs, ...]], float, float, float]


def set_paragraph(
    words: Sequence[Word], breaks: Sequence[Break], column: Column, ink: Ink, setting: Setting
) -> list[tuple[Run, ...]]:
    """Give the runs of each of a paragraph's lines, with blanks as the alignment asks.

    Where punctuation hangs, lines begin and end outside their column. A blank ends a line that is
    parted from the next by one, so that words do not run together when the page is read aloud or
    copied.
    """
    setter = _Setter(column, ink, setting.space())
    glyphs, widths = [word.glyphs for word in words], [word.width for word in words]
    alone = False not in [word.alone for word in words]
    lines = []
    first, letters, final = 0, 0, len(breaks) - 1
    for number, stop in enumerate(breaks):
        at, count, _ = stop
        whole = not words or count == len(words[at].text)
        past, last = at + 1, number == final
        if whole and not letters and words:
            width = sum(widths[first:past])
            row: _Row = glyphs[first:past], width, words[first].left, words[at].right
        else:
            row = _divided(words, Break(first, letters), stop, setting)
        lines.append(setter.line(row, last=last, parted=whole and not last, alone=alone))
        first, letters = (past, 0) if whole else (at, count)
    return lines


class _Setter:
    """Sets lines in a column."""

    def __init__(self, column: Column, ink: Ink, blank: Glyphs) -> None:
        self._ink = ink
        self._blank = blank
        self._left = column.left
        self._measure = column.measure / ink.size
        self._advance = blank.advances[0]
        self._nothing = _nothing(blank.face)

    def line(self, row: _Row, *, last: bool, parted: bool, alone: bool) -> tuple[Run, ...]:
        """Give the line's runs: one, where all its words are `alone` in one face."""
        words, width, hang, end = row
        if not words:
            return ()
        ink, gaps = self._ink, len(words) - 1
        between, start = self._blank, -hang
        spare = self._measure - width - self._advance * gaps + hang + end
        if ink.align == "justified":
            if gaps and (not last or spare < 0):
                wide = (self._advance + spare / gaps,)
                between = Glyphs(between.face, between.glyphs, wide, between.clusters)
        elif ink.align != "left":
            start += spare / 2 if ink.align == "centre" else spare
        left = self._left + start * ink.size
        pieces = tuple(chain.from_iterable(words))
        if not alone or len(pieces) > len(words):
            return tuple(self._runs(words, between, left, parted=parted))
        if parted:
            pieces += (self._nothing,)
        return (Run(pieces, ink.size, left, ink.colour, ink.language, 0, between),)

    def _runs(
        self, words: Sequence[tuple[Glyphs, ...]], between: Glyphs, left: float, *, parted: bool
    ) -> Iterator[Run]:
        """Give a run for each stretch of neighbours of one face."""
        pieces = [piece for word in words for piece in (*word, between)]
        pieces[-1:] = [self._blank] if parted else []
        for _, group in groupby(pieces, key=lambda piece: piece.face):
            together, ink = tuple(group), self._ink
            yield Run(together, ink.size, left, ink.colour, ink.language)
            left += sum([piece.width for piece in together]) * ink.size


@lru_cache(maxsize=100)
def _nothing(face: Face) -> Glyphs:
    """Give what stands behind the blank that ends a line: one for all, so that it is known."""
    return Glyphs(face, (), (), ())


def _divided(words: Sequence[Word], start: Break, stop: Break, setting: Setting) -> _Row:
    """Give a line that begins or ends inside a word; that is shaped anew, with its hyphen."""
    parts, width, letters = [], 0.0, start.letters
    for word in words[start.word : stop.word]:
        part = _fragment(word, letters, len(word.text), setting) if letters else word.glyphs
        width += _width(part) if letters else word.width
        parts.append(part)
        letters = 0
    if words and stop.letters > letters:
        part = _fragment(words[stop.word], letters, stop.letters, setting, hyphen=stop.hyphen)
        width += _width(part)
        parts.append(part)
    if setting.hangs and parts:
        return parts, width, left_of(parts[0]), right_of(parts[-1])
    return parts, width, 0.0, 0.0


def _width(part: tuple[Glyphs, ...]) -> float:
    return sum([sum(piece.advances) for piece in part])


def _fragment(
    word: Word, start: int, stop: int, setting: Setting, *, hyphen: bool = False
) -> tuple[Glyphs, ...]:
    if start == 0 and stop == len(word.text) and not hyphen:
        return word.glyphs
    text = word.text[start:stop]
    if not hyphen:
        return shaped(text, setting)
    pieces = shaped(text + HYPHEN, setting)
    last = pieces[-1]
    return (*pieces[:-1], last._replace(clusters=(*last.clusters[:-1], SOFT_HYPHEN)))
