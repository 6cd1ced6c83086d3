"""Broken paragraphs become lines of glyph runs at their places."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, cast

from printkit.model.frame import Colour, Glyphs, Run
from printkit.model.layout import Align, Face
from printkit.model.tuples import maker
from printkit.typeset.breakpoints import Break
from printkit.typeset.hanging import left_of, right_of
from printkit.typeset.words import SOFT_HYPHEN, Setting, Word, shaped

HYPHEN = "-"


_glyphs, _one_run = maker(Glyphs), maker(Run)


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


# A line's words: their width in ems without blanks, the blanks between them, and what of the width
# hangs at the left and at the right.
_Row = tuple[float, int, float, float]


def set_paragraph(
    words: Sequence[Word], breaks: Sequence[Break], column: Column, ink: Ink, setting: Setting
) -> list[tuple[Run, ...]]:
    """Give the runs of each of a paragraph's lines, with blanks as the alignment asks."""
    return LineSetter(words, column, ink, setting).lines(breaks, 0, len(breaks))


class LineSetter:
    """Sets lines of a paragraph's words in a column.

    Where punctuation hangs, lines begin and end outside their column. A blank ends a line that is
    parted from the next by one, so that words do not run together when the page is read aloud or
    copied.
    """

    def __init__(self, words: Sequence[Word], column: Column, ink: Ink, setting: Setting) -> None:
        self._words, self._setting = words, setting
        self._size, self._colour, self._language, self._align = ink
        self._blank = blank = setting.space()
        self._advance = blank.advances[0]
        self._left, self._measure = column.left, column.measure / ink.size
        self._nothing = _nothing(blank.face)
        # Where each word is one piece of the paragraph's own face, a line of them is one run.
        alone = [word.alone for word in words]
        self._alone = cast("list[Glyphs]", alone) if all(alone) else []
        self._widths = [word.width for word in words]

    def lines(self, breaks: Sequence[Break], first: int, past: int) -> list[tuple[Run, ...]]:
        """Give the runs of the lines from number `first` up to `past` of all that end at breaks."""
        words, final = self._words, len(breaks) - 1
        if not words:
            return [()] * (past - first)
        at, letters = self._start(breaks[first - 1]) if first else (0, 0)
        lines = []
        for number in range(first, past):
            stop, last = breaks[number], number == final
            word, count, _ = stop
            whole = count == len(words[word].text)
            if whole and not letters:
                line = self._whole(at, word + 1, last=last)
            else:
                line = self._divided((at, letters), stop, last=last, whole=whole)
            lines.append(line)
            at, letters = (word + 1, 0) if whole else (word, count)
        return lines

    def _start(self, before: Break) -> tuple[int, int]:
        """Give the word that begins behind a line's end, and how many of its letters are gone."""
        whole = before.letters == len(self._words[before.word].text)
        return (before.word + 1, 0) if whole else (before.word, before.letters)

    def _whole(self, first: int, past: int, *, last: bool) -> tuple[Run, ...]:
        """Give the runs of a line of whole words."""
        words, width = self._words, sum(self._widths[first:past])
        row = width, past - first - 1, words[first].left, words[past - 1].right
        if self._alone:
            return self._run(self._alone[first:past], row, last=last, parted=not last)
        parts = [word.glyphs for word in words[first:past]]
        return tuple(self._runs(parts, row, last=last, parted=not last))

    def _divided(
        self, start: tuple[int, int], stop: Break, *, last: bool, whole: bool
    ) -> tuple[Run, ...]:
        """Give the runs of a line that begins or ends inside a word."""
        parts, width = _parts(self._words, start, stop, self._setting)
        hangs = self._setting.hangs
        left, right = (left_of(parts[0]), right_of(parts[-1])) if hangs else (0.0, 0.0)
        row, parted = (width, len(parts) - 1, left, right), whole and not last
        pieces = [piece for part in parts for piece in part]
        if self._alone and len(pieces) == len(parts):
            return self._run(pieces, row, last=last, parted=parted)
        return tuple(self._runs(parts, row, last=last, parted=parted))

    def _placed(self, row: _Row, *, last: bool) -> tuple[float, Glyphs]:
        """Give where a line begins, in points, and its blanks."""
        width, gaps, hang, end = row
        blank, align, start = self._blank, self._align, -hang
        spare = self._measure - width - self._advance * gaps + hang + end
        if align == "justified":
            if gaps and (not last or spare < 0):
                wide = (self._advance + spare / gaps,)
                face, glyphs, _, clusters, offsets, script, direction = blank
                blank = _glyphs((face, glyphs, wide, clusters, offsets, script, direction))
        elif align != "left":
            start += spare / 2 if align == "centre" else spare
        return self._left + start * self._size, blank

    def _run(self, pieces: list[Glyphs], row: _Row, *, last: bool, parted: bool) -> tuple[Run, ...]:
        """Give a line as one run."""
        left, blank = self._placed(row, last=last)
        if parted:
            pieces.append(self._nothing)
        own = tuple(pieces), self._size, left, self._colour, self._language, 0, blank
        return (_one_run(own),)

    def _runs(
        self, words: Sequence[tuple[Glyphs, ...]], row: _Row, *, last: bool, parted: bool
    ) -> Iterator[Run]:
        """Give a run for each stretch of neighbours of one face."""
        left, blank = self._placed(row, last=last)
        pieces = [piece for word in words for piece in (*word, blank)]
        pieces[-1:] = [self._blank] if parted else []
        for _, group in groupby(pieces, key=lambda piece: piece.face):
            together = tuple(group)
            yield Run(together, self._size, left, self._colour, self._language)
            left += sum([piece.width for piece in together]) * self._size


@lru_cache(maxsize=100)
def _nothing(face: Face) -> Glyphs:
    """Give what stands behind the blank that ends a line: one for all, so that it is known."""
    return Glyphs(face, (), (), ())


def _parts(
    words: Sequence[Word], start: tuple[int, int], stop: Break, setting: Setting
) -> tuple[list[tuple[Glyphs, ...]], float]:
    """Give the words of a line that begins or ends inside one, and their width in ems.

    It starts at a word and so many of its letters. What is divided is shaped anew, with its hyphen.
    """
    parts, width, (first, letters) = [], 0.0, start
    for word in words[first : stop.word]:
        part = _fragment(word, letters, len(word.text), setting) if letters else word.glyphs
        width += _width(part) if letters else word.width
        parts.append(part)
        letters = 0
    if stop.letters > letters:
        part = _fragment(words[stop.word], letters, stop.letters, setting, hyphen=stop.hyphen)
        width += _width(part)
        parts.append(part)
    return parts, width


def _width(part: tuple[Glyphs, ...]) -> float:
    return part[0].width if len(part) == 1 else sum([piece.width for piece in part])


def _fragment(
    word: Word, start: int, stop: int, setting: Setting, *, hyphen: bool = False
) -> tuple[Glyphs, ...]:
    if start == 0 and stop == len(word.text) and not hyphen:
        return word.glyphs
    text = word.text[start:stop]
    if not hyphen:
        return shaped(text, setting)
    return _softened(shaped(text + HYPHEN, setting))


@lru_cache(maxsize=2000)
def _softened(pieces: tuple[Glyphs, ...]) -> tuple[Glyphs, ...]:
    """Give a fragment whose hyphen is known to be added; many bulletins have the same ones."""
    last = pieces[-1]
    return (*pieces[:-1], last._replace(clusters=(*last.clusters[:-1], SOFT_HYPHEN)))
