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


@dataclass(frozen=True, slots=True)
class _Extent:
    """A line's natural width with its blanks, how many there are, and what hangs at its ends."""

    natural: float
    gaps: int
    left: float = 0.0
    right: float = 0.0


def set_paragraph(
    words: Sequence[Word], breaks: Sequence[Break], column: Column, ink: Ink, setting: Setting
) -> list[tuple[Run, ...]]:
    """Give the runs of each of a paragraph's lines."""
    strip = _strip_of(words, setting.space())
    lines = []
    start, final = Break(0, 0), len(breaks) - 1
    for number, stop in enumerate(breaks):
        last = number == final
        role = Role(last, parted=not last and ends_in_blank(words, stop))
        if strip and start.letters == 0 and ends_in_blank(words, stop):
            lines.append(strip.line((start.word, stop.word + 1), column, ink, role))
        else:
            pieces = _pieces(words, start, stop, setting)
            lines.append(set_line(pieces, column, ink, setting, role))
        start = Break(stop.word + 1, 0) if ends_in_blank(words, stop) else stop
    return lines


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
    extent = _Extent(natural, gaps)
    if setting.hangs and pieces:
        extent = _Extent(natural, gaps, left_of(pieces[0]), right_of(pieces[-1]))
    gap, start = _aligned(extent, column, ink, role)
    joined = _joined(_with_blanks(pieces, blank, blank.width + gap, parted=role.parted))
    return tuple(_runs(joined, column.left + start * ink.size, ink))


def _aligned(extent: _Extent, column: Column, ink: Ink, role: Role) -> tuple[float, float]:
    """Give by how much each blank grows, and where the line starts in its column, both in ems."""
    start = -extent.left
    spare = column.measure / ink.size - extent.natural + extent.left + extent.right
    if ink.align == "justified" and extent.gaps > 0 and (not role.last or spare < 0):
        return spare / extent.gaps, start
    if ink.align == "centre":
        return 0.0, start + spare / 2
    if ink.align == "right":
        return 0.0, start + spare
    return 0.0, start


@dataclass(frozen=True, slots=True)
class _Strip:
    """A paragraph's glyphs of one face in a row, with natural blanks between its words.

    A line of whole words is a part of it. `edges` holds where each word begins and ends.
    """

    words: Sequence[Word]
    blank: Glyphs
    glyphs: tuple[int, ...]
    advances: list[float]
    clusters: tuple[str, ...]
    edges: list[tuple[int, int]]

    def line(
        self, numbers: tuple[int, int], column: Column, ink: Ink, role: Role
    ) -> tuple[Run, ...]:
        """Give the line of the words from one number up to another, set as the alignment asks."""
        first, past = numbers
        start, stop = self.edges[first][0], self.edges[past - 1][1]
        advances = self.advances[start:stop]
        left, right = self.words[first].left, self.words[past - 1].right
        extent = _Extent(sum(advances), past - 1 - first, left, right)
        gap, moved = _aligned(extent, column, ink, role)
        if gap:
            gap += self.blank.advances[0]
            for _, end in self.edges[first : past - 1]:
                advances[end - start] = gap
        if role.parted:
            stop += 1
            advances.append(self.blank.advances[0])
        line = Glyphs(
            self.blank.face, self.glyphs[start:stop], tuple(advances), self.clusters[start:stop]
        )
        return (Run(line, ink.size, column.left + moved * ink.size, ink.colour, ink.language),)


def _strip_of(words: Sequence[Word], blank: Glyphs) -> _Strip | None:
    """Give a paragraph's strip, None where a word is not of one face or has raised glyphs."""
    glyphs: list[int] = []
    advances: list[float] = []
    clusters: list[str] = []
    edges = []
    for word in words:
        if len(word.glyphs) != 1:
            return None
        (piece,) = word.glyphs
        if piece.offsets or not (piece.face is blank.face or piece.face == blank.face):
            return None
        start = len(glyphs)
        glyphs += piece.glyphs
        advances += piece.advances
        clusters += piece.clusters
        edges.append((start, len(glyphs)))
        glyphs += blank.glyphs
        advances += blank.advances
        clusters += blank.clusters
    return _Strip(words, blank, tuple(glyphs), advances, tuple(clusters), edges) if edges else None


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


def _pieces(words: Sequence[Word], start: Break, stop: Break, setting: Setting) -> Pieces:
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
