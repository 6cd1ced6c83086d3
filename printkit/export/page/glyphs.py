"""Glyphs become strings of codes, moved where a shaper sets them closer or wider than the font.

ISO 32000-1, 9.4.3: the operator TJ shows strings, and numbers between them move to the left by so
many thousandths of an em.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import or_
from unicodedata import normalize

from printkit.export.page.objects import number
from printkit.model.font import FontProgram
from printkit.model.frame import Glyphs, Run

Shown = tuple[str, bytes]  # operators, after the text that has to be told beside them, if any
# Justified lines bring ever new advances of blanks.
_MOST_PIECES = 5000
_ESCAPES = {code: b"\\" + bytes([code]) for code in b"()\\"} | {0x0D: b"\\r"}


@dataclass(frozen=True, slots=True)
class Used:
    """What a file showed in one font: pieces by their identity, and codes apart from them."""

    pieces: set[int] = field(default_factory=set)
    codes: set[int] = field(default_factory=set)


class Codes:
    """What the glyphs of one font are in a string, remembered; a KeyError where no code tells one.

    The string is closed and opened again where a number has to move what follows.
    `widths` are the glyphs' widths in 1/1000 em, as the file gives them.
    """

    def __init__(self, program: FontProgram, widths: Sequence[float]) -> None:
        self._program, self._widths = program, widths
        self._signs: dict[tuple[int, str], tuple[int, bytes]] = {}
        # By identity, which is quick; a piece that is kept here is no other's.
        self._strings: dict[int, bytes] = {}
        self._pieces: list[Glyphs] = []
        self._bits: dict[int, int] = {}

    def of(self, used: Used) -> int:
        """Give the codes that a file showed, as a number that has these bits.

        Too many pieces are forgotten when the file is done.
        """
        codes = reduce(or_, map(self._bits.__getitem__, used.pieces), bits_of(used.codes))
        if len(self._pieces) > _MOST_PIECES:
            self._pieces.clear()
            self._strings.clear()
            self._bits.clear()
        return codes

    def shown(self, pieces: Sequence[Glyphs], blank: Glyphs | None, used: Used) -> bytes:
        """Give the operator that shows a run's pieces in one string, and note its codes.

        The next run has a place of its own, so nothing is moved behind the last glyph.
        """
        names = list(map(id, pieces))
        try:
            spelt = list(map(self._strings.__getitem__, names))
        except KeyError:
            spelt = list(map(self._spelt, pieces))
        between = b""
        if blank is not None and len(spelt) > 1:
            code, between = self.sign(blank.glyphs[0], blank.clusters[0], blank.advances[0])
            used.codes.add(code)
        used.pieces.update(names)
        string = between.join(spelt)
        return b"[(%b)]TJ" % (_ended(string) if string.endswith(b"(") else string)

    def _spelt(self, piece: Glyphs) -> bytes:
        """Give a piece's string, and remember it."""
        known = self._strings.get(id(piece))
        if known is not None:
            return known
        if piece.offsets:
            raise KeyError(piece.offsets)
        told = list(map(self.sign, piece.glyphs, piece.clusters, piece.advances))
        self._pieces.append(piece)
        self._bits[id(piece)] = bits_of(code for code, _ in told)
        self._strings[id(piece)] = string = b"".join([one for _, one in told])
        return string

    def sign(self, glyph: int, text: str, advance: float) -> tuple[int, bytes]:
        """Give the code that draws `glyph` and reads as `text`, and the code in a string."""
        sign = glyph, text
        known = self._signs.get(sign)
        if known is None:
            code = self._code(glyph, text)
            known = self._signs[sign] = code, _literal(code)
        moved = round((self._widths[glyph] - advance * 1000) * 10)
        return (known[0], b"%b)%b(" % (known[1], _move(moved))) if moved else known

    def _code(self, glyph: int, text: str) -> int:
        if text and self._program.characters[glyph] == text:
            return glyph
        return self._program.aliases[glyph, text]

    def nearest(self, glyph: int, text: str) -> int:
        """Give the code that draws `glyph` and reads as `text` where there is one, else any."""
        try:
            return self._code(glyph, text)
        except KeyError:
            return glyph

    def width(self, glyph: int) -> float:
        """Give a glyph's width in 1/1000 em."""
        return self._widths[glyph]

    def too_wide(self, glyph: int, advance: float) -> float:
        """Give by how much the font's width is more than the shaper's, in 1/1000 em."""
        return self._widths[glyph] - advance * 1000


def bits_of(codes: Iterable[int]) -> int:
    """Give a number that has these bits; to join two of them takes one step."""
    return reduce(or_, [1 << code for code in codes], 0)


def codes_of(bits: int) -> list[int]:
    """Give the codes that a number has as its bits, ascending."""
    return [code for code, bit in enumerate(f"{bits:b}"[::-1]) if bit == "1"]


def spelled(run: Run, codes: Codes, used: Used) -> list[Shown]:
    """Give the operators that show a run whose text codes cannot tell alone, apart where they can.

    The codes that it takes are added to `used`.
    """
    return _Spelling(run.glyphs, run.size, codes, used).shown()


def _ended(string: bytes) -> bytes:
    """Give a run's last string without a move behind it: the next run has a place of its own."""
    if not string.endswith(b"(") or string.endswith(b"\\("):
        return string
    return string[: string.rindex(b")")]


@lru_cache(maxsize=2000)
def _move(tenths: int) -> bytes:
    """Give a move to the left in tenths of 1/1000 em, nothing where it is none."""
    return f"{tenths / 10:.1f}".removesuffix(".0").encode() if tenths else b""


def _literal(code: int) -> bytes:
    """Give a code of two bytes as a literal string holds it (ISO 32000-1, 7.3.4.2)."""
    pair = code.to_bytes(2, "big")
    return b"".join([_ESCAPES.get(one, bytes([one])) for one in pair])


def _clusters(glyphs: Glyphs) -> list[list[int]]:
    """Give the glyphs' places, those of one cluster together."""
    clusters: list[list[int]] = []
    for place, text in enumerate(glyphs.clusters):
        if text or not clusters:
            clusters.append([place])
        else:
            clusters[-1].append(place)
    return clusters


def _letters(text: str, count: int) -> Sequence[str]:
    """Give what each of so many glyphs of a text stands for, nothing where that is not known.

    Some readers know no ActualText; to them, each glyph reads as its letter where it can.
    """
    apart = (text, normalize("NFD", text))
    return next((letters for letters in apart if len(letters) == count), [""] * count)


def _lifted(glyphs: Glyphs, place: int) -> tuple[float, float]:
    return glyphs.offsets[place] if glyphs.offsets else (0.0, 0.0)


@dataclass(slots=True)
class _Spelling:
    """Shows a run cluster by cluster; where a glyph was moved, what follows is moved back.

    A move stands before a string, never behind the last one of a TJ, where PDFium overlooks it:
    what is `owed` there, in 1/1000 em, is paid by the next. `behind` is the last told glyph's own.
    """

    glyphs: Glyphs
    size: float
    codes: Codes
    used: Used
    parts: list[Shown] = field(default_factory=list)
    plain: list[bytes] = field(default_factory=list)
    said: str = ""
    owed: float = 0.0
    behind: float = 0.0

    def shown(self) -> list[Shown]:
        """Give each stretch that codes can tell, and each cluster that they cannot."""
        for cluster in _clusters(self.glyphs):
            told = self._told(cluster)
            text = self.glyphs.clusters[cluster[0]]
            if told is None:
                blank = self._lone_blank()
                self._flush()
                self._spell(cluster, blank)
            elif self.plain or not self.parts or text != " ":
                self.plain.append(told)
                self.said += text
            else:
                self._part(told)
        self._flush()
        return self.parts

    def _told(self, cluster: Sequence[int]) -> bytes | None:
        """Give a cluster's one glyph in a string, None where that cannot be."""
        glyphs, first = self.glyphs, cluster[0]
        if len(cluster) > 1 or _lifted(glyphs, first) != (0.0, 0.0):
            return None
        sign = glyphs.glyphs[first], glyphs.clusters[first], glyphs.advances[first]
        try:
            code, string = self.codes.sign(*sign)
        except KeyError:
            return None
        self.used.codes.add(code)
        self.behind = self.codes.too_wide(sign[0], sign[2])
        return string

    def _part(self, blank: bytes) -> None:
        """Add a blank to the cluster before it, since readers lose one that stands alone."""
        text, operators = self.parts.pop()
        self.parts.append((f"{text} ", b"%b\n%b" % (operators, self._show(blank))))

    def _lone_blank(self) -> list[bytes]:
        """Take the operator of a blank that stands alone at the run's start: readers lose it."""
        if self.said != " ":
            return []
        blank = [self._show(*self.plain)]
        self._clear()
        return blank

    def _flush(self) -> None:
        if self.plain:
            self.parts.append(("", self._show(b"".join(self.plain))))
            self._clear()

    def _clear(self) -> None:
        self.plain.clear()
        self.said = ""

    def _show(self, string: bytes) -> bytes:
        before, ended = _move(round(self.owed * 10)), _ended(string)
        self.owed = self.behind if ended != string else 0.0
        return b"[%b(%b)]TJ" % (before, ended)

    def _spell(self, cluster: Sequence[int], blank: list[bytes]) -> None:
        """Show a cluster whose text is told beside it, marks raised onto letters (operator Ts).

        A blank that stands alone before it is told with it.
        """
        glyphs, operators = self.glyphs, [*blank]
        text = glyphs.clusters[cluster[0]]
        for place, letter in zip(cluster, _letters(text, len(cluster)), strict=True):
            glyph = glyphs.glyphs[place]
            across, up = _lifted(glyphs, place)
            self.owed -= across * 1000
            code = self.codes.nearest(glyph, letter)
            self.used.codes.add(code)
            show = self._show(_literal(code))
            operators.append(self._raised(show, up) if up else show)
            self.owed += across * 1000 + self.codes.too_wide(glyph, glyphs.advances[place])
        self.parts.append((" " * len(blank) + text, b"\n".join(operators)))

    def _raised(self, show: bytes, up: float) -> bytes:
        return b"%b Ts %b 0 Ts" % (number(up * self.size).encode(), show)
