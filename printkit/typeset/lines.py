"""Broken paragraphs become lines of glyph runs at their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

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


Pieces = tuple[tuple[Glyphs, ...], ...]


@dataclass(frozen=True, slots=True)
class Role:
    """What a line is to its paragraph: the last, or parted from the next by a blank."""

    last: bool = True
    parted: bool = False


def set_line(
    pieces: Pieces, column: Column, ink: Ink, setting: Setting, role: Role
) -> tuple[Run, ...]:
    """Give the runs of one line: words in `pieces`, blanks between them as the alignment asks.

    Where punctuation hangs, the line begins and ends outside its column. A blank ends the line that
    is parted from the next by one, so that words do not run together when the page is read aloud or
    copied.
    """
    blank = setting.space()
    gaps = len(pieces) - 1
    natural = sum([sum(piece.advances) for word in pieces for piece in word]) + blank.width * gaps
    start, spare = 0.0, column.measure / ink.size - natural
    if setting.hangs and pieces:
        start = -left_of(pieces[0])
        spare += right_of(pieces[-1]) - start
    gap = blank.width
    if ink.align == "justified" and gaps > 0 and (not role.last or spare < 0):
        gap += spare / gaps
    elif ink.align == "centre":
        start += spare / 2
    elif ink.align == "right":
        start += spare
    joined = _joined(_with_blanks(pieces, blank, gap, parted=role.parted))
    return tuple(_runs(joined, column.left + start * ink.size, ink))


def _with_blanks(pieces: Pieces, blank: Glyphs, gap: float, *, parted: bool) -> list[Glyphs]:
    """Give a line's glyphs with blanks `gap` wide between its words."""
    spread = Glyphs(blank.face, blank.glyphs, (gap,), blank.clusters)
    flat: list[Glyphs] = []
    for word in pieces:
        flat += word
        flat.append(spread)
    if parted and flat:
        flat[-1] = blank
    else:
        flat[-1:] = []
    return flat


def line_pieces(
    words: Sequence[Word], breaks: Sequence[Break], setting: Setting
) -> Iterator[Pieces]:
    """Give for each line its words' glyphs; a divided word is shaped anew, with its hyphen."""
    word, index = 0, 0
    for stop in breaks:
        parts = []
        while word < stop.word:
            parts.append(_fragment(words[word], index, len(words[word].text), setting))
            word, index = word + 1, 0
        if stop.letters > index:
            parts.append(_fragment(words[word], index, stop.letters, setting, hyphen=stop.hyphen))
        index = stop.letters
        if word < len(words) and index == len(words[word].text):
            word, index = word + 1, 0
        yield tuple(parts)


def ends_in_blank(words: Sequence[Word], stop: Break) -> bool:
    """Say whether the line that ends at `stop` is parted from the next by a blank."""
    return stop.letters == len(words[stop.word].text)


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


def _joined(pieces: list[Glyphs]) -> list[Glyphs]:
    """Give a line's glyphs, neighbours of one face as one."""
    groups: list[list[Glyphs]] = []
    face = None
    for piece in pieces:
        if piece.face is face or piece.face == face:
            groups[-1].append(piece)
        else:
            groups.append([piece])
            face = piece.face
    return [_merged(group) for group in groups]


def _merged(group: list[Glyphs]) -> Glyphs:
    """Give neighbours of one face as one."""
    if len(group) == 1:
        return group[0]
    offsets: tuple[tuple[float, float], ...] = ()
    if any(piece.offsets for piece in group):
        each = (piece.offsets or ((0.0, 0.0),) * len(piece.glyphs) for piece in group)
        offsets = tuple(chain.from_iterable(each))
    return Glyphs(
        group[0].face,
        tuple(chain.from_iterable([piece.glyphs for piece in group])),
        tuple(chain.from_iterable([piece.advances for piece in group])),
        tuple(chain.from_iterable([piece.clusters for piece in group])),
        offsets,
    )


def _runs(joined: list[Glyphs], left: float, ink: Ink) -> Iterator[Run]:
    for piece in joined:
        yield Run(piece, ink.size, left, ink.colour, ink.language)
        left += piece.width * ink.size


def set_paragraph(
    words: Sequence[Word], breaks: Sequence[Break], column: Column, ink: Ink, setting: Setting
) -> list[tuple[Run, ...]]:
    """Give the runs of each of a paragraph's lines."""
    lines = []
    final = len(breaks) - 1
    pieces = line_pieces(words, breaks, setting)
    for number, (stop, line) in enumerate(zip(breaks, pieces, strict=True)):
        last = number == final
        role = Role(last, parted=not last and ends_in_blank(words, stop))
        lines.append(set_line(line, column, ink, setting, role))
    return lines
