"""What a TrueType program itself says of its glyphs (OpenType head, hhea, hmtx)."""

import struct

from printkit.model.font import FontProgram


def widths_of(program: FontProgram) -> tuple[float, ...]:
    """Give the glyphs' widths in 1/1000 em to a thousandth.

    A width that is rounded to a whole number would move every letter of a font whose em is not a
    thousand units.
    """
    font, places = program.program, _tables(program.program)
    (units,) = struct.unpack_from(">H", font, places[b"head"] + 18)
    (known,) = struct.unpack_from(">H", font, places[b"hhea"] + 34)
    widths = struct.unpack_from(f">{2 * known}H", font, places[b"hmtx"])[::2]
    widths += widths[-1:] * (len(program.advances) - known)
    return tuple([round(width * 1000 / units, 3) for width in widths])


def _tables(font: bytes) -> dict[bytes, int]:
    """Give where each table begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * place) for place in range(count))
    return {tag: place for tag, _, place, _ in records}
