"""What must be true of every page, whatever stands on it, read from its frame alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import uharfbuzz

from printkit.model.bulletin import Region
from printkit.model.edition import Edition, Overset
from printkit.model.frame import Document, Fill, Frame, Image, Text
from printkit.model.frame import Line as Drawn
from printkit.model.layout import Face, PageShape
from printkit.storeroom import Storeroom
from printkit.typeset.insert import Insert

# How far ink may stand beside its column's edge, in ems: punctuation hangs.
HANGS = 0.6
_HAIR = 0.01
_UNPRINTED = str.maketrans("", "", "\u00ad\u200b")

Extent = tuple[float, float, float, float]


class Inks:
    """Where each glyph's ink is, from its own origin in ems: left, lowest, right, highest."""

    def __init__(self, store: Storeroom) -> None:
        self._store = store
        self._fonts: dict[Face, uharfbuzz.Font] = {}
        self._known: dict[tuple[Face, int], Extent | None] = {}

    def of(self, face: Face, glyph: int) -> Extent | None:
        """Give the ink of a glyph, None where it is blank."""
        if (face, glyph) not in self._known:
            self._known[face, glyph] = self._measured(face, glyph)
        return self._known[face, glyph]

    def _measured(self, face: Face, glyph: int) -> Extent | None:
        if face not in self._fonts:
            self._fonts[face] = uharfbuzz.Font(uharfbuzz.Face(self._store.face(face).font))
        font = self._fonts[face]
        units, extents = font.face.upem, font.get_glyph_extents(glyph)
        if not extents or not extents.width:
            return None
        left, top = extents.x_bearing, extents.y_bearing
        bottom, right = top + extents.height, left + extents.width
        return left / units, bottom / units, right / units, top / units


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line: what it says, its baseline and size, and its ink's edges in points."""

    said: str
    baseline: float
    size: float
    left: float
    right: float
    top: float
    bottom: float
    inside: bool

    def __str__(self) -> str:
        return f"`{self.said[:40]}`"


def faults_of(insert: Insert, edition: Edition, inks: Inks) -> Iterator[str]:
    """Give what is wrong with a page."""
    frames = insert.document.frames
    if len(frames) != 1:
        yield f"{len(frames)} pages"
        return
    if (frames[0].width, frames[0].height) != (edition.paper.width, edition.paper.height):
        yield f"the page is {frames[0].width} by {frames[0].height} pt"
    body = edition.layout.page.body
    if not body.smallest - _HAIR <= insert.size <= body.largest + _HAIR:
        yield f"set at {insert.size} pt"
    lines = lines_of(insert.document, inks)
    yield from _words(lines, edition)
    yield from _margins(frames[0], lines, edition)
    yield from _columns([line for line in lines if line.inside], edition)
    yield from _order(lines)
    yield from _struck(frames[0], lines)


def overset_faults(over: Overset, edition: Edition, cut: Insert | Overset) -> Iterator[str]:
    """Give what is wrong with what an overset page says of itself.

    `cut` is the page without the words that it says to cut.
    """
    if over.lines < 1:
        yield f"overset by {over.lines} lines"
    names = {str(region.name) for region in edition.words.regions}
    strange = [name for name, _, _ in over.regions if name not in names]
    if strange:
        yield f"overset in regions that there are not: {strange}"
    if bool(over.words) != bool(over.regions):
        yield f"overset by {over.words} words in {len(over.regions)} regions"
    if sum(words for _, _, words in over.regions) != over.words:
        yield f"overset by {over.words} words, but its regions by others"
    if sum(one.words for one in over.cuts) != over.words:
        yield f"overset by {over.words} words, but its requests by others"
    if over.words and isinstance(cut, Overset):
        yield f"overset without the {over.words} words by which it is"


def lines_of(document: Document, inks: Inks) -> list[Line]:
    """Give the drawn lines of the first page in reading order."""
    return [
        _line(line, inks, inside=_in_region(document, item.element))
        for item in document.frames[0].items
        if isinstance(item, Text)
        for line in item.lines
    ]


def _in_region(document: Document, number: int) -> bool:
    """Whether an element is a part of a region, and so stands in a column."""
    element = document.elements[number]
    if element.role == "region" or number == 0:
        return number != 0
    return _in_region(document, element.parent)


def _line(line: Drawn, inks: Inks, *, inside: bool) -> Line:
    said = "".join(text for run in line.runs for text in run.glyphs.clusters)
    edges = list(_edges(line, inks))
    lefts, lows, rights, highs = zip(*edges, strict=True) if edges else ((0.0,),) * 4
    size = max((run.size for run in line.runs), default=0.0)
    top, bottom = line.baseline - max(highs), line.baseline - min(lows)
    return Line(said, line.baseline, size, min(lefts), max(rights), top, bottom, inside)


def _edges(line: Drawn, inks: Inks) -> Iterator[Extent]:
    """Give each glyph's ink, in points from the page's left and from the baseline."""
    for run in line.runs:
        at, glyphs = run.left, run.glyphs
        offsets = glyphs.offsets or ((0.0, 0.0),) * len(glyphs.glyphs)
        for glyph, wide, (over, up) in zip(glyphs.glyphs, glyphs.advances, offsets, strict=True):
            ink = inks.of(glyphs.face, glyph)
            if ink:
                x, size = at + over * run.size, run.size
                low, high = (ink[1] + up) * size, (ink[3] + up) * size
                yield (x + ink[0] * size, low, x + ink[2] * size, high)
            at += wide * run.size


def said_by(edition: Edition) -> str:
    """Give all that the page must say, a line for each paragraph, in reading order."""
    words, wording = edition.words, edition.wording
    parts = [str(words.title), wording.date]
    if words.scripture:
        parts += [f"{wording.opening}{words.scripture.text}{wording.closing}", wording.reference]
    for region in words.regions:
        parts += _region(region, edition.layout.page.mark)
    parts += [wording.footnote, *edition.office.imprint]
    lines = "\n".join(part for part in parts if part).translate(_UNPRINTED).split("\n")
    return "\n".join(" ".join(part for part in line.split(" ") if part) for line in lines)


def _region(region: Region, mark: str) -> Iterator[str]:
    yield str(region.name)
    yield str(region.intro or "")
    before = f"{mark} " if len(region.requests) > 1 and mark else ""
    yield from (f"{before}{request.text}" for request in region.requests)


def _words(lines: Sequence[Line], edition: Edition) -> Iterator[str]:
    """Give where the lines' words are not the edition's, in order and every letter once."""
    wanted = said_by(edition)
    at = 0
    for line in lines:
        said = line.said.translate(_UNPRINTED).rstrip(" ")
        if not said:
            yield "an empty line"
        elif not wanted.startswith(said, at):
            yield f"expected `{wanted[at : at + 40]}`, found {line}"
            return
        at += len(said)
        blank = wanted[at : at + 1] in (" ", "\n", "")
        if not blank and line.said.endswith(" "):
            yield f"a blank inside a word after {line}"
        at += len(wanted[at : at + 1]) if blank else 0
    if at < len(wanted):
        yield f"lost: `{wanted[at : at + 40]}`"


def _margins(frame: Frame, lines: Sequence[Line], edition: Edition) -> Iterator[str]:
    """Give what stands outside the paper's margins."""
    margins = edition.layout.page.shape_for(edition.paper).margins
    left, right = margins.sides, frame.width - margins.sides
    top, bottom = margins.top - _HAIR, frame.height - margins.bottom + _HAIR
    for line in lines:
        hang = HANGS * line.size
        if line.top < top or line.bottom > bottom:
            edges = f"{line.top:.2f} to {line.bottom:.2f} pt"
            yield f"{line} from {edges}, beyond {top:.2f} to {bottom:.2f}"
        if line.left < left - hang or line.right > right + hang:
            edges = f"{line.left:.2f} to {line.right:.2f} pt"
            yield f"{line} from {edges}, beside {left:.2f} to {right:.2f}"
    for item in frame.items:
        box = item.box
        inside = left - _HAIR <= box.left and box.right <= right + _HAIR
        if isinstance(item, Fill | Image) and not (
            inside and top <= box.top and box.bottom <= bottom
        ):
            yield f"a rule or picture at {box}"


def _columns(lines: Sequence[Line], edition: Edition) -> Iterator[str]:
    """Give the lines that do not stand in one of the columns."""
    shape = edition.layout.page.shape_for(edition.paper)
    columns = _columns_of(lines, shape, edition.paper.width)
    for line in lines:
        hang = HANGS * line.size
        if not any(a - hang <= line.left and line.right <= b + hang for a, b in columns):
            yield f"{line} from {line.left:.2f} to {line.right:.2f} pt, in no column of {columns}"


def _columns_of(
    lines: Sequence[Line], shape: PageShape, width: float
) -> tuple[tuple[float, float], ...]:
    """Give the columns' edges in points.

    Where a layout may turn to another number of columns, the first is taken that has a line at each
    column's left, or no line wider than a column.
    """
    tried = [tuple(_edges_of(count, shape, width)) for count in shape.columns]
    for columns in tried:
        measure = columns[0][1] - columns[0][0]
        starts = all(any(abs(line.left - left) < 1 for line in lines) for left, _ in columns)
        narrow = all(line.right - line.left <= measure + 2 * HANGS * line.size for line in lines)
        if starts or narrow:
            return columns
    return tried[0]


def _edges_of(count: int, shape: PageShape, width: float) -> Iterator[tuple[float, float]]:
    whole = width - 2 * shape.margins.sides
    measure = (whole - (count - 1) * shape.gutter) / count
    for number in range(count):
        left = shape.margins.sides + number * (measure + shape.gutter)
        yield left, left + measure


def _order(lines: Sequence[Line]) -> Iterator[str]:
    """Give the lines that are not below the one before them, nor beside it, nor in a new column."""
    for above, line in pairwise(lines):
        if above.inside != line.inside:
            continue
        down = line.baseline - above.baseline
        if down == 0 or (down < 0 and line.inside):
            if above.right > line.left:
                yield f"{line} runs into {above}"
        elif down < line.size - _HAIR:
            yield f"{line} is {down:.2f} pt below {above}"
    yield from _ends(lines)


def _ends(lines: Sequence[Line]) -> Iterator[str]:
    """Give where the columns run into the head or the foot."""
    inside = [number for number, line in enumerate(lines) if line.inside]
    if not inside:
        return
    columns = lines[inside[0] : inside[-1] + 1]
    highest, lowest = min(line.top for line in columns), max(line.bottom for line in columns)
    head, foot = lines[: inside[0]], lines[inside[-1] + 1 :]
    if head and max(line.bottom for line in head) > highest:
        yield "the columns run into the head"
    if foot and min(line.top for line in foot) < lowest:
        yield "the columns run into the foot"


def _struck(frame: Frame, lines: Sequence[Line]) -> Iterator[str]:
    """Give the lines that a rule or a picture runs through."""
    boxes = [item.box for item in frame.items if isinstance(item, Fill | Image)]
    for line in lines:
        for box in boxes:
            beside = line.right <= box.left or line.left >= box.right
            apart = line.bottom <= box.top or line.top >= box.bottom
            if line.left < line.right and not beside and not apart:
                yield f"{line} is struck by {box}"
