"""What stands on a page, read back from its PDF: lines, their spaces, hyphens and right edges.

One reader reads both programs' pages, with pdfium's origins of the characters. It requires every
word of the story in its order, and so knows to which paragraph a line belongs.
"""

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium
from typst_page import Paragraph

_HYPHENS = frozenset("-\u00ad\u2010\x02")  # pdfium gives U+0002 for a hyphen that divides a word
_NO_BREAK = frozenset("\u00a0\u202f")  # Typst draws some of them as mere distance


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its origin and its size, in points."""

    character: str
    left: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its word spaces and its right edge in points, hanging marks left out.

    `hyphen` says that the program added one at its end, `hangs` that a mark or a hyphen stands
    there, so that its right edge is where that begins.
    """

    paragraph: int
    baseline: float
    size: float
    spaces: tuple[float, ...]
    right: float
    hyphen: bool
    hangs: bool
    text: str
    last: bool


class Unlike(Exception):  # noqa: N818 - it says what the page is
    """A page does not hold the story's words in their order."""


def read_lines(data: bytes, story: Sequence[Paragraph]) -> tuple[Line, ...]:
    """Give the page's lines in reading order."""
    with pypdfium2.PdfDocument(data) as pdf:
        if len(pdf) != 1:
            raise Unlike(f"{len(pdf)} pages")
        glyphs = tuple(_glyphs(pdf[0].get_textpage()))
    rows = [tuple(row) for _, row in groupby(glyphs, key=lambda one: round(one.baseline, 1))]
    return tuple(_Reading(story).lines(rows))


def _glyphs(page: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    across, up = ctypes.c_double(), ctypes.c_double()
    for number in range(page.count_chars()):
        if pdfium.FPDFText_IsGenerated(page.raw, number) != 1:
            pdfium.FPDFText_GetCharOrigin(page.raw, number, across, up)
            character = chr(pdfium.FPDFText_GetUnicode(page.raw, number))
            size = pdfium.FPDFText_GetFontSize(page.raw, number)
            yield Glyph(character, across.value, up.value, size)


class _Reading:
    """The story as it is found on the page, character by character."""

    def __init__(self, story: Sequence[Paragraph]) -> None:
        self._story = story
        self._paragraph = 0
        self._at = 0

    def lines(self, rows: Sequence[tuple[Glyph, ...]]) -> Iterator[Line]:
        """Give each row as a line of its paragraph."""
        for row in rows:
            yield self._line(row)
        if self._paragraph < len(self._story):
            raise Unlike(f"paragraph {self._paragraph + 1} is missing")

    def _line(self, row: tuple[Glyph, ...]) -> Line:
        if self._paragraph == len(self._story):
            raise Unlike(f"more than the story: {_text(row)}")
        number, story = self._paragraph, self._story[self._paragraph]
        row = _without_mark(row, story) if self._at == 0 else row
        spaces = tuple(self._spaces(row))
        shown = [glyph for glyph in row if not _blank(glyph.character)]
        hyphen = self._at > 0 and not _blank(story.text[self._at - 1]) and self._divided(shown[-1])
        while self._at < len(story.text) and _blank(story.text[self._at]):
            self._at += 1
        last = self._at == len(story.text)
        if last:
            self._paragraph, self._at = number + 1, 0
        hangs = _hangs(shown[-1].character)
        right = shown[-1].left if hangs else row[-1].left
        place = (number, shown[0].baseline, shown[0].size)
        return Line(*place, spaces, right, hyphen, hangs, _words(row), last)

    def _divided(self, last: Glyph) -> bool:
        """Whether a line's last character is a hyphen that the text does not have."""
        text = self._story[self._paragraph].text
        return last.character in _HYPHENS and text[self._at - 1] not in _HYPHENS

    def _spaces(self, row: tuple[Glyph, ...]) -> Iterator[float]:
        """Give the widths of a row's word spaces, each character held against the story."""
        text = self._story[self._paragraph].text
        for number, glyph in enumerate(row):
            self._at += not _blank(glyph.character) and text[self._at : self._at + 1] in _NO_BREAK
            wanted = text[self._at : self._at + 1]
            if wanted and (glyph.character == wanted or _alike(glyph.character, wanted)):
                self._at += 1
                if wanted == " " and number + 1 < len(row):
                    yield row[number + 1].left - glyph.left
            elif number + 1 < len(row) or glyph.character not in _HYPHENS:
                raise Unlike(f"`{wanted}` expected in `{_text(row)}` at {number}")


def _alike(found: str, wanted: str) -> bool:
    return (_blank(found) and _blank(wanted)) or (found in _HYPHENS and wanted in _HYPHENS)


def _blank(character: str) -> bool:
    return unicodedata.category(character) == "Zs"


def _text(row: Sequence[Glyph]) -> str:
    return "".join(glyph.character for glyph in row)


def _words(row: Sequence[Glyph]) -> str:
    """Give a row's words without its last hyphen: blanks are drawn in several ways."""
    return "".join(_text(row).split()).rstrip("".join(_HYPHENS))


def _without_mark(row: tuple[Glyph, ...], paragraph: Paragraph) -> tuple[Glyph, ...]:
    """Give a paragraph's first row without its mark and the blank after it."""
    if not paragraph.mark:
        return row
    if row[0].character != paragraph.mark:
        raise Unlike(f"no mark before `{_text(row)}`")
    return row[2:] if _blank(row[1].character) else row[1:]


def _hangs(last: str) -> bool:
    """Whether a line's last character may hang; a line that ends otherwise carries its blank."""
    return last in _HYPHENS or unicodedata.category(last).startswith("P")
