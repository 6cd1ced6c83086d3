"""The code that a phone reads (a QR code, ISO/IEC 18004): its size is judged, and it is drawn."""

from io import BytesIO
from math import ceil

from PIL import Image

from printkit.errors import Place, Problem, Refused
from printkit.model.picture import Code, Pixels
from printkit.units import points

# The white zone around a code, in modules (ISO/IEC 18004, 9.1).
QUIET = 4
_FINEST = points("0.4mm")
_MILLIMETRE = points("1mm")
_SHORTER = "give the office a shorter link"


def modules_of(words: str) -> tuple[bytes, ...]:
    """Give the code's rows, a byte for each module: 1 is black; the white zone is part of it.

    Error correction is of level M: a seventh of the code may be lost. ValueError where the words
    are more than any code holds.
    """
    import segno  # noqa: PLC0415 - most layouts show no code

    # Phones take what is not ASCII for UTF-8, whatever the standard's usual encoding is.
    drawn = segno.make_qr(words, error="m", boost_error=False, encoding="utf-8")
    return tuple(bytes(row) for row in drawn.matrix_iter(border=QUIET))


def code_of(words: str, side: float, place: Place) -> Code:
    """Give the words' code with a side in points; Refused where its modules are too fine to read.

    `place` is where the words come from.
    """
    try:
        modules = len(modules_of(words))
    except ValueError:
        message = f"the link of {len(words)} characters is longer than any code can hold"
        raise Refused(Problem(message, place, _SHORTER)) from None
    least = modules * _FINEST
    if side < least:
        needed = f"{ceil(least / _MILLIMETRE - 1e-6)}mm"
        message = (
            f"the code of `{words}` is too fine to be read at {side / _MILLIMETRE:g}mm, "
            f"expected at least {needed}"
        )
        hint = f"type `code: {{size: {needed}}}` in the layout, or {_SHORTER}"
        raise Refused(Problem(message, place, hint))
    return Code(words, side, side * QUIET / modules)


def draw(words: str, least: int) -> Pixels:
    """Give the code in black on white, at least so many pixels wide, every module as large."""
    rows = modules_of(words)
    scale = max(1, ceil(least / len(rows)))
    shades = b"".join(rows).translate(bytes((255, 0)) + bytes(254))
    image = Image.frombytes("L", (len(rows), len(rows)), shades).convert("RGB")
    side = len(rows) * scale
    file = BytesIO()
    image.resize((side, side), Image.Resampling.NEAREST).save(file, "PNG", optimize=True)
    return Pixels(file.getvalue(), "PNG", side, side)
