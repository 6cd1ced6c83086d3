"""Broken paragraphs become lines of glyph runs at their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from printkit.model.frame import Colour, Glyphs, Run
from printkit.model.layout import Align
from printkit.typeset.breakpoints import Break
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


def set_line(
    pieces: tuple[tuple[Glyphs, ...], ...],
    column: Column,
    ink: Ink,
    setting: Setting,
    *,
    last: bool,
) -> tuple[Run, ...]:
    """Give the runs of one line: words in `pieces`, blanks between them as the alignment asks.

    Every line but the last carries its blank at the end, so that words do not run together when the
    page is read aloud or copied.
    """
    blank = setting.space()
    natural = sum(piece.width for word in pieces for piece in word) + blank.width * (
        len(pieces) - 1
    )
    spare = column.measure / ink.size - natural
    gap, start = blank.width, 0.0
    if ink.align == "justified" and len(pieces) > 1 and (not last or spare < 0):
        gap += spare / (len(pieces) - 1)
    elif ink.align == "centre":
        start = spare / 2
    elif ink.align == "right":
        start = spare
    joined = _joined(pieces, replace(blank, advances=(gap,)))
    return tuple(_runs(joined, column.left + start * ink.size, ink))


def line_pieces(
    words: Sequence[Word], breaks: Sequence[Break], setting: Setting
) -> Iterator[tuple[tuple[Glyphs, ...], ...]]:
    """Give for each line its words' glyphs; a divided word is shaped anew, with its hyphen."""
    word, index = 0, 0
    for stop in breaks:
        parts = []
        while word < stop.word:
            parts.append(_fragment(words[word], index, len(words[word].text), setting))
            word, index = word + 1, 0
        if stop.index > index:
            parts.append(_fragment(words[word], index, stop.index, setting, hyphen=stop.hyphen))
        index = stop.index
        if word < len(words) and index == len(words[word].text):
            word, index = word + 1, 0
        yield tuple(parts)


def ends_in_blank(words: Sequence[Word], stop: Break) -> bool:
    """Say whether the line that ends at `stop` is parted from the next by a blank."""
    return stop.index == len(words[stop.word].text)


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


def _joined(pieces: tuple[tuple[Glyphs, ...], ...], blank: Glyphs) -> list[Glyphs]:
    """Give a line's glyphs with blanks between its words, neighbours of one face joined."""
    flat: list[Glyphs] = []
    for number, word in enumerate(pieces):
        flat.extend((blank, *word) if number else word)
    joined: list[list[Glyphs]] = []
    for piece in flat:
        if joined and joined[-1][0].face == piece.face:
            joined[-1].append(piece)
        else:
            joined.append([piece])
    return [_merged(group) for group in joined]


def _merged(group: list[Glyphs]) -> Glyphs:
    if len(group) == 1:
        return group[0]
    glyphs: list[int] = []
    advances: list[float] = []
    clusters: list[str] = []
    offsets: list[tuple[float, float]] = []
    for piece in group:
        glyphs += piece.glyphs
        advances += piece.advances
        clusters += piece.clusters
        offsets += piece.offsets or [(0.0, 0.0)] * len(piece.glyphs)
    kept = tuple(offsets) if any(x or y for x, y in offsets) else ()
    return Glyphs(group[0].face, tuple(glyphs), tuple(advances), tuple(clusters), kept)


def _runs(joined: list[Glyphs], left: float, ink: Ink) -> Iterator[Run]:
    for piece in joined:
        yield Run(piece, ink.size, left, ink.colour, ink.language)
        left += piece.width * ink.size


def set_paragraph(
    words: Sequence[Word], breaks: Sequence[Break], column: Column, ink: Ink, setting: Setting
) -> list[tuple[Run, ...]]:
    """Give the runs of each of a paragraph's lines."""
    blank = setting.space()
    lines = []
    pieces = list(line_pieces(words, breaks, setting))
    for number, (stop, line) in enumerate(zip(breaks, pieces, strict=True)):
        last = number == len(pieces) - 1
        runs = set_line(line, column, ink, setting, last=last)
        if not last and ends_in_blank(words, stop) and runs:
            runs = _closed(runs, blank)
        lines.append(runs)
    return lines


def _closed(runs: tuple[Run, ...], blank: Glyphs) -> tuple[Run, ...]:
    """Give the line's runs with a blank after the last."""
    last = runs[-1]
    if last.glyphs.face == blank.face:
        return (*runs[:-1], replace(last, glyphs=_merged([last.glyphs, blank])))
    left = last.left + last.glyphs.width * last.size
    return (*runs, replace(last, glyphs=blank, left=left))
