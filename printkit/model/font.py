"""A face prepared for setting and for embedding."""

from dataclasses import dataclass

from printkit.model.layout import Face
from printkit.model.metrics import FaceMetrics


@dataclass(frozen=True, slots=True)
class FontProgram:
    """One face's TrueType program and all that a PDF font needs to know of it.

    `program` holds outlines and widths of all glyphs; a file takes those that it uses.
    `advances` holds for each glyph its width in 1/1000 em.
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
