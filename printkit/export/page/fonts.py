"""The fonts of one file: the glyphs that it uses, and what they stand for.

ISO 32000-1, 9.7: a Type 0 font with Identity-H, whose codes are the glyphs' numbers followed by the
aliases; a ToUnicode map leads each code to its text, and where aliases are used a CIDToGIDMap leads
them to their glyphs.
"""

import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from printkit.export.page.glyphs import Codes, codes_of
from printkit.export.page.objects import deflated, number, stream
from printkit.export.page.shelf import FontParts
from printkit.export.page.truetype import widths_of
from printkit.model.font import FontProgram

DICTIONARIES = 3  # of each font
_MOST_IN_A_BLOCK = 100
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
# Editions of one bulletin use the same glyphs in nearly all faces.
_MOST_SUBSETS = 50

Cut = Callable[[FontProgram, Collection[int]], bytes]


@dataclass(frozen=True, slots=True)
class Subset:
    """What a file embeds of a face.

    `streams` are the entries and deflated contents of program, ToUnicode map and, where it is
    needed, CIDToGIDMap (ISO 32000-1, 9.6 to 9.10); `tag` is the six letters before the font's name
    (9.6.4), `widths` the content of the W array (9.7.4.3).
    """

    streams: tuple[tuple[bytes, bytes], ...]
    tag: str
    widths: str


class Stock:
    """One face as all files use it: its codes, its constant dictionaries, and its subsets so far.

    A file embeds exactly the glyphs that it uses, whatever other files are made with it.
    """

    def __init__(self, program: FontProgram, parts: FontParts, cut: Cut) -> None:
        self.parts = parts
        self.codes = Codes(program, widths_of(program))
        self._program = program
        self._cut = cut
        self._glyphs = [glyph for glyph, _ in program.aliases]
        self._texts = [*program.characters, *(text for _, text in program.aliases)]
        self._rows: dict[int, str] = {}
        self._subsets: dict[int, Subset] = {}

    def subset(self, codes: int) -> Subset:
        """Give what a file embeds that uses these codes, which are a number's bits."""
        known = self._subsets.get(codes)
        if known is None:
            if len(self._subsets) >= _MOST_SUBSETS:
                self._subsets.clear()
            known = self._subsets[codes] = self._made(codes_of(codes))
        return known

    def _made(self, codes: Sequence[int]) -> Subset:
        count = len(self._program.characters)
        glyphs = {code: code if code < count else self._glyphs[code - count] for code in codes}
        program = self._cut(self._program, set(glyphs.values()))
        unicode = _unicode_map([self._row(code) for code in codes])
        streams = [
            (b"/Filter/FlateDecode/Length1 %d" % len(program), deflated(program)),
            (b"/Filter/FlateDecode", deflated(unicode.encode("ascii"))),
        ]
        if codes[-1] >= count:
            streams.append((b"/Filter/FlateDecode", deflated(_glyph_map(glyphs))))
        shown = [(code, self.codes.width(glyph)) for code, glyph in glyphs.items()]
        return Subset(tuple(streams), _tag(program), "".join(_widths(shown)))

    def _row(self, code: int) -> str:
        """Give a code's row in the ToUnicode map.

        Each must stand for something (ISO 14289-1, 7.21.7); where one is but a form of others, what
        it stands for is told beside it (ActualText).
        """
        row = self._rows.get(code)
        if row is None:
            text = (self._texts[code] or _UNKNOWN).encode("utf-16-be").hex().upper()
            row = self._rows[code] = f"<{code:04X}> <{text}>"
        return row


def font_streams(subset: Subset, first: int) -> list[bytes]:
    """Give a font's streams as objects numbered from `first`."""
    numbered = enumerate(subset.streams, first)
    return [stream(name, entries, content) for name, (entries, content) in numbered]


def font_dictionaries(parts: FontParts, subset: Subset, first: int, streams: int) -> list[str]:
    """Give a font's three dictionaries, numbered from `first`; its streams are from `streams`."""
    name = f"/{subset.tag}+{parts.name}"
    has_map = len(subset.streams) > 2  # noqa: PLR2004 - program and ToUnicode alone
    glyph_map = f" {streams + 2} 0 R" if has_map else "/Identity"
    descendant, descriptor = f"[{first + 1} 0 R]", f" {first + 2} 0 R"
    unicode, program = f" {streams + 1} 0 R", f" {streams} 0 R"
    own = f"/W[{subset.widths}]/CIDToGIDMap{glyph_map}"
    return [
        f"<<{parts.font}/BaseFont{name}/DescendantFonts{descendant}/ToUnicode{unicode}>>",
        f"<<{parts.descendant}/BaseFont{name}/FontDescriptor{descriptor}{own}>>",
        f"<<{parts.descriptor}/FontName{name}/FontFile2{program}>>",
    ]


def _tag(program: bytes) -> str:
    """Give six letters that are made from the content."""
    number_ = zlib.crc32(program)
    return "".join(chr(65 + number_ // 26**place % 26) for place in range(6))


def _glyph_map(glyphs: dict[int, int]) -> bytes:
    """Give each code's glyph in two bytes, 0 for codes that are not used."""
    places = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        places[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(places)


def _widths(shown: Sequence[tuple[int, float]]) -> Iterator[str]:
    """Give `first [widths …]` for every stretch of codes that are used."""
    before = -2
    for code, width in shown:
        if code == before + 1:
            yield f" {number(width)}"
        else:
            yield f"]{code}[{number(width)}" if before >= 0 else f"{code}[{number(width)}"
        before = code
    yield "]"


def _unicode_map(rows: Sequence[str]) -> str:
    """Give the ToUnicode map (ISO 32000-1, 9.10.3): a code may stand for several characters."""
    blocks = [rows[at : at + _MOST_IN_A_BLOCK] for at in range(0, len(rows), _MOST_IN_A_BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *(line for block in blocks for line in _block(block)),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _block(rows: Sequence[str]) -> tuple[str, ...]:
    return (f"{len(rows)} beginbfchar", *rows, "endbfchar")
