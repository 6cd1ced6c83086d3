"""A font program becomes the constant objects of a PDF's composite font, prepared once.

ISO 32000-1, 9.7: a Type 0 font with Identity-H, whose codes are the glyphs' numbers followed by the
aliases; a CIDToGIDMap leads each code to its glyph and a ToUnicode map to its text.
"""

import marshal
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printkit.model.font import FontProgram

_MOST_IN_A_BLOCK = 100
_SYMBOLIC = 4
_ITALIC = 64


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


def prepare_streams(program: FontProgram) -> FontStreams:
    """Deflate what is the same in every file that embeds the program."""
    glyphs = [*range(len(program.characters)), *(glyph for glyph, _ in program.aliases)]
    texts = [*program.characters, *(text for _, text in program.aliases)]
    shown = [program.advances[glyph] for glyph in glyphs]
    return FontStreams(
        zlib.compress(program.program, 9),
        len(program.program),
        zlib.compress(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs), 9),
        zlib.compress(_unicode_map(texts, shown).encode("ascii"), 9),
        " ".join(_widths(shown)),
    )


def _widths(shown: Sequence[int]) -> Iterator[str]:
    """Give `first [widths …]` for every stretch of codes that the program holds."""
    start: int | None = None
    for code, width in enumerate([*shown, 0]):
        if width and start is None:
            start = code
        elif not width and start is not None:
            yield f"{start}[{' '.join(map(str, shown[start:code]))}]"
            start = None


def _unicode_map(texts: Sequence[str], shown: Sequence[int]) -> str:
    """Give the ToUnicode map (ISO 32000-1, 9.10.3): a code may stand for several characters."""
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, (text, width) in enumerate(zip(texts, shown, strict=True))
        if text and width
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
