"""A face prepared for setting and for embedding."""

from dataclasses import dataclass

from printkit.model.layout import Face
from printkit.model.metrics import FaceMetrics

# What western bulletins are written in; other characters bring the whole face into the file.
WESTERN = frozenset(
    [
        *range(0x20, 0x7F),
        *range(0xA0, 0x180),
        *range(0x2010, 0x2027),
        0x202F,
        0x2030,
        0x2039,
        0x203A,
        0x20AC,
        0x2122,
    ]
)


@dataclass(frozen=True, slots=True)
class FontProgram:
    """One face's TrueType program and all that a PDF font needs to know of it.

    `advances` holds for each glyph its width in 1/1000 em (0 where the program leaves it out).
    `characters` holds the text that each glyph stands for (a ligature stands for several
    characters). `aliases` maps a glyph and another text it may stand for (a no-break space drawn as
    a space) to a further code past the glyphs.
    `box` is the font's bounding box in 1/1000 em.
    """

    face: Face
    name: str
    program: bytes
    advances: tuple[int, ...]
    characters: tuple[str, ...]
    aliases: dict[tuple[int, str], int]
    metrics: FaceMetrics
    box: tuple[int, int, int, int]
    italic_angle: float
