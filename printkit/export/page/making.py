"""The constant beginning of a file is made: header, colour profile, output intent and fonts.

reportlab's objects hold its dictionaries; it is made once for each set of fonts and then kept.
"""

import zlib
from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFName, PDFString

from printkit.export.page import srgb
from printkit.export.page.fonts import (
    FontNumbers,
    FontStreams,
    Reference,
    dictionaries,
    formatted,
)
from printkit.export.page.objects import (
    NO_OBJECT,
    packed,
    rows_of_packed,
    rows_of_plain,
    stream,
)
from printkit.export.page.shelf import Constants
from printkit.model.font import FontProgram

# Four bytes beyond ASCII say that the file is no text (ISO 19005-2, 6.1.2).
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PROFILE = 1
_STREAMS = _DICTIONARIES = 3  # of each font


def make_constants(fonts: Sequence[tuple[FontProgram, FontStreams]]) -> Constants:
    """Make the beginning of the files that use these fonts, F1, F2 … in this order."""
    pack = _PROFILE + 1 + _STREAMS * len(fonts)
    dictionary = pack + 1 + _DICTIONARIES * len(fonts)
    intent = dictionary + 1
    numbers = [_numbers(place, pack) for place in range(len(fonts))]
    packing: list[bytes] = []
    for (program, streams), names in zip(fonts, numbers, strict=True):
        packing += dictionaries(program, streams, names)
    named = {f"F{place}": Reference(names.font) for place, names in enumerate(numbers, 1)}
    packing += [formatted(named), _intent()]
    body, offsets = _HEADER, []
    for one in (*_plain_objects(fonts, numbers), packed(pack, packing, pack + 1)):
        offsets.append(len(body))
        body += one
    rows = NO_OBJECT + rows_of_plain(offsets) + rows_of_packed(pack, len(packing))
    return Constants(body, rows, dictionary, intent)


def _numbers(place: int, pack: int) -> FontNumbers:
    """Give the numbers of a font's objects, whose dictionaries are in the object stream `pack`."""
    first = _PROFILE + 1 + _STREAMS * place
    packing = pack + 1 + _DICTIONARIES * place
    return FontNumbers(first, first + 1, first + 2, packing, packing + 1, packing + 2)


def _plain_objects(
    fonts: Sequence[tuple[FontProgram, FontStreams]], numbers: Sequence[FontNumbers]
) -> Iterator[bytes]:
    """Give the constant streams in the order of their numbers."""
    yield stream(_PROFILE, b"/N 3/Filter/FlateDecode", zlib.compress(srgb.profile(), 9))
    for (_, streams), names in zip(fonts, numbers, strict=True):
        length = b"/Filter/FlateDecode/Length1 %d" % streams.length
        yield stream(names.program, length, streams.program)
        yield stream(names.map, b"/Filter/FlateDecode", streams.map)
        yield stream(names.unicode, b"/Filter/FlateDecode", streams.unicode)


def _intent() -> bytes:
    """Give the output intent (ISO 19005-2, 6.2.3): the colours are those of sRGB."""
    entries = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(srgb.NAME),
        "Info": PDFString(srgb.NAME),
        "DestOutputProfile": Reference(_PROFILE),
    }
    return formatted(entries)
