"""A font program becomes the constant objects of a PDF's composite font, prepared once.

ISO 32000-1, 9.7: a Type 0 font with Identity-H, whose codes are the glyphs' numbers followed by the
aliases; a CIDToGIDMap leads each code to its glyph and a ToUnicode map to its text. Dictionaries
are reportlab's objects.
"""

import marshal
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from printkit.export.page.objects import number
from printkit.export.page.truetype import outlined_in, widths_of
from printkit.model.font import FontProgram

_MOST_IN_A_BLOCK = 100
_SYMBOLIC = 4
_ITALIC = 64
_BOLD = 600
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class FontStreams:
    """A font's deflated streams and its widths, as they stand in the file.

    `widths` is the W array's content (ISO 32000-1, 9.7.4.3).
    """

    program: bytes
    length: int
    map: bytes
    unicode: bytes
    widths: str

    def to_bytes(self) -> bytes:
        """Give the streams as bytes for the cache."""
        return marshal.dumps((self.program, self.length, self.map, self.unicode, self.widths))

    @classmethod
    def from_bytes(cls, content: bytes) -> "FontStreams":
        """Give back what `to_bytes` kept."""
        return cls(*marshal.loads(content))  # noqa: S302 - ours, checked


@dataclass(frozen=True, slots=True)
class FontNumbers:
    """The numbers of a font's objects: its three streams, and its three dictionaries."""

    program: int
    map: int
    unicode: int
    font: int
    descendant: int
    descriptor: int


class Reference(pdfdoc.PDFObject):  # type: ignore[misc] # reportlab has no types
    """An object's number, where another object names it."""

    def __init__(self, name: int) -> None:
        self.name = name

    def format(self, _document: object) -> bytes:
        """Give the reference as reportlab writes it into a dictionary."""
        return b"%d 0 R" % self.name


def prepare_streams(program: FontProgram) -> FontStreams:
    """Deflate what is the same in every file that embeds the program."""
    glyphs = [*range(len(program.characters)), *(glyph for glyph, _ in program.aliases)]
    texts = [*program.characters, *(text for _, text in program.aliases)]
    widths, outlined = widths_of(program), outlined_in(program)
    shown = [widths[glyph] for glyph in glyphs]
    held = [glyph > 0 and (glyph in outlined or widths[glyph] > 0) for glyph in glyphs]
    return FontStreams(
        zlib.compress(program.program, 9),
        len(program.program),
        zlib.compress(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs), 9),
        zlib.compress(_unicode_map(texts, held).encode("ascii"), 9),
        " ".join(_widths(shown)),
    )


def dictionaries(program: FontProgram, streams: FontStreams, names: FontNumbers) -> list[bytes]:
    """Give the Type 0 font, its descendant and its descriptor (ISO 32000-1, 9.7.4 to 9.8)."""
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    font = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": PDFName(program.name),
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([Reference(names.descendant)]),
        "ToUnicode": Reference(names.unicode),
    }
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "BaseFont": PDFName(program.name),
        "CIDSystemInfo": PDFDictionary(system),
        "FontDescriptor": Reference(names.descriptor),
        "DW": 0,
        "W": f"[{streams.widths}]",
        "CIDToGIDMap": Reference(names.map),
    }
    return [formatted(one) for one in (font, descendant, _descriptor(program, names))]


def formatted(entries: Mapping[str, object]) -> bytes:
    """Give a dictionary as reportlab writes it."""
    written: bytes = PDFDictionary(dict(entries)).format(pdfdoc.PDFDocument(invariant=1))
    return written


def _descriptor(program: FontProgram, names: FontNumbers) -> dict[str, object]:
    metrics = program.metrics
    return {
        "Type": PDFName("FontDescriptor"),
        "FontName": PDFName(program.name),
        "Flags": flags_of(program),
        "FontBBox": PDFArray(program.box),
        "ItalicAngle": program.italic_angle,
        "Ascent": round(metrics.ascent * 1000),
        "Descent": -round(metrics.descent * 1000),
        "CapHeight": round(metrics.cap_height * 1000),
        "StemV": 140 if program.face.weight >= _BOLD else 84,
        "FontFile2": Reference(names.program),
    }


def _widths(shown: Sequence[float]) -> Iterator[str]:
    """Give `first [widths …]` for every stretch of codes that the program holds."""
    start: int | None = None
    for code, width in enumerate([*shown, 0]):
        if width and start is None:
            start = code
        elif not width and start is not None:
            yield f"{start}[{' '.join(map(number, shown[start:code]))}]"
            start = None


def _unicode_map(texts: Sequence[str], held: Sequence[bool]) -> str:
    """Give the ToUnicode map (ISO 32000-1, 9.10.3): a code may stand for several characters.

    Every glyph that the program holds must stand for something (ISO 14289-1, 7.21.7); where one is
    but a form of others, what it stands for is told beside it (ActualText).
    """
    rows = [
        f"<{code:04X}> <{(text or _UNKNOWN).encode('utf-16-be').hex().upper()}>"
        for code, (text, kept) in enumerate(zip(texts, held, strict=True))
        if kept
    ]
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


def flags_of(program: FontProgram) -> int:
    """Give the font descriptor's flags (ISO 32000-1, table 123)."""
    return _SYMBOLIC | (_ITALIC if program.face.italic else 0)
