"""Broken paragraphs become lines of glyph runs at their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from printkit.model.frame import Colour, Glyphs, Run
from printkit.model.layout import Align
from printkit.typeset.breakpoints import Break
from printkit.typeset.hanging import left_of, right_of
from printkit.typeset.words import SOFT_HYPHEN, Setting, Word, shaped

HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Ink:
    """How a paragraph's glyphs are set: size in points, colour, language and alignment."""

    size: float
    colour: Colour
    language: str
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Column:
    """Where a paragraph's lines run: left edge and measure in points."""

    left: float
    measure: float


class Role(NamedTuple):
    """What a line is to its paragraph: the last, or parted from the next by a blank."""

    last: bool = True
    parted: bool = False


class Row(NamedTuple):
    """A line's words, each of one or more faces: their width, and what of it hangs at its ends.

    Widths are ems, without the blanks.
    """

    words: Sequence[tuple[Glyphs, ...]]
    width: float
    left: float = 0.0
    right: float = 0.0


def set_paragraph(
    words: Sequence[Word], breaks: Sequence[Break], column: Column, ink: Ink, setting: Setting
) -> list[tuple[Run, ...]]:
    """Give the runs of each of a paragraph's lines."""
    setter = _Setter(column, ink, setting.space())
    lines = []
    start, final = Break(0, 0), len(breaks) - 1
    for number, stop in enumerate(breaks):
        whole, last = ends_in_blank(words, stop), number == final
        if whole and not start.letters:
            row = _whole_words(words[start.word : stop.word + 1])
        else:
            row = row_of(_pieces(words, start, stop, setting), hangs=setting.hangs)
        lines.append(setter.line(row, Role(last, parted=whole and not last)))
        start = Break(stop.word + 1, 0) if whole else stop
    return lines


def set_row(row: Row, column: Column, ink: Ink, setting: Setting, role: Role) -> tuple[Run, ...]:
    """Give the runs of one line: blanks between its words as the alignment asks.

    Where punctuation hangs, the line begins and ends outside its column. A blank ends the line that
    is parted from the next by one, so that words do not run together when the page is read aloud or
    copied.
    """
    return _Setter(column, ink, setting.space()).line(row, role)


def row_of(words: Sequence[tuple[Glyphs, ...]], *, hangs: bool) -> Row:
    """Give the row of some words or parts of words."""
    width = sum([piece.width for word in words for piece in word])
    if hangs and words:
        return Row(words, width, left_of(words[0]), right_of(words[-1]))
    return Row(words, width)


def _whole_words(words: Sequence[Word]) -> Row:
    if not words:
        return Row((), 0.0)
    width = sum([word.width for word in words])
    return Row([word.glyphs for word in words], width, words[0].left, words[-1].right)


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets lines in a column."""

    column: Column
    ink: Ink
    blank: Glyphs

    def line(self, row: Row, role: Role) -> tuple[Run, ...]:
        """Give the line's runs."""
        ink, blank = self.ink, self.blank
        gap, start = self._aligned(row, role)
        spread = blank
        if gap:
            advance = blank.advances[0] + gap
            spread = Glyphs(blank.face, blank.glyphs, (advance,), blank.clusters)
        left = self.column.left + start * ink.size
        face = blank.face
        pieces: list[Glyphs] = []
        for word in row.words:
            pieces += word
            pieces.append(spread)
        if role.parted and pieces:
            pieces[-1] = blank
        else:
            pieces[-1:] = []
        if not any(piece.face is not face for piece in pieces):
            return (Run(tuple(pieces), ink.size, left, ink.colour, ink.language),) if pieces else ()
        return tuple(_runs(pieces, left, ink))

    def _aligned(self, row: Row, role: Role) -> tuple[float, float]:
        """Give by how much each blank grows, and where the line starts in its column, in ems."""
        ink, gaps = self.ink, len(row.words) - 1
        start = -row.left
        natural = row.width + self.blank.advances[0] * gaps
        spare = self.column.measure / ink.size - natural + row.left + row.right
        if ink.align == "justified" and gaps > 0 and (not role.last or spare < 0):
            return spare / gaps, start
        if ink.align == "centre":
            return 0.0, start + spare / 2
        if ink.align == "right":
            return 0.0, start + spare
        return 0.0, start


def _runs(pieces: Sequence[Glyphs], left: float, ink: Ink) -> Iterator[Run]:
    """Give a run for each stretch of neighbours of one face."""
    for _, group in groupby(pieces, key=lambda piece: piece.face):
        together = tuple(group)
        yield Run(together, ink.size, left, ink.colour, ink.language)
        left += sum([piece.width for piece in together]) * ink.size


def _pieces(
    words: Sequence[Word], start: Break, stop: Break, setting: Setting
) -> tuple[tuple[Glyphs, ...], ...]:
    """Give a line's words as glyphs; a divided word is shaped anew, with its hyphen."""
    if not words:
        return ()
    parts = []
    letters = start.letters
    for word in words[start.word : stop.word]:
        parts.append(_fragment(word, letters, len(word.text), setting))
        letters = 0
    if stop.letters > letters:
        word = words[stop.word]
        parts.append(_fragment(word, letters, stop.letters, setting, hyphen=stop.hyphen))
    return tuple(parts)


def ends_in_blank(words: Sequence[Word], stop: Break) -> bool:
    """Say whether the line that ends at `stop` is parted from the next by a blank."""
    return not words or stop.letters == len(words[stop.word].text)


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
    return (*pieces[:-1], replace(last, clusters=(*last.clusters[:-1], SOFT_HYPHEN)))
