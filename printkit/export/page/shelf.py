"""What pages in the same fonts share: the beginning of their files, with all constant objects."""

import marshal
from collections.abc import Sequence
from dataclasses import dataclass

from printkit.export.page.content import Font
from printkit.export.page.glyphs import Codes
from printkit.export.page.truetype import widths_of
from printkit.model.font import FontProgram
from printkit.model.layout import Face


@dataclass(frozen=True, slots=True)
class Constants:
    """The constant beginning of a file.

    `body` is the header and the objects, `rows` their rows in the table of objects; `fonts` is the
    number of the fonts' dictionary (F1, F2 … in the programs' order), `intent` that of the output
    intent.
    """

    body: bytes
    rows: bytes
    fonts: int
    intent: int

    @property
    def count(self) -> int:
        """The first number that no object has."""
        return self.intent + 1

    def to_bytes(self) -> bytes:
        """Give the constants as bytes for the cache."""
        return marshal.dumps((self.body, self.rows, self.fonts, self.intent))

    @classmethod
    def from_bytes(cls, content: bytes) -> "Constants":
        """Give back what `to_bytes` kept."""
        return cls(*marshal.loads(content))  # noqa: S302 - ours, checked


@dataclass(frozen=True, slots=True)
class Shelf:
    """The constants, and the fonts that are among them."""

    constants: Constants
    fonts: dict[Face, Font]


def shelf_of(constants: Constants, programs: Sequence[FontProgram]) -> Shelf:
    """Give the shelf of some programs, whose constants are known."""
    fonts = {
        program.face: Font(f"F{place}", Codes(program, widths_of(program)))
        for place, program in enumerate(programs, 1)
    }
    return Shelf(constants, fonts)
