"""What is the same in many files is made: header, colour profile, output intent, and font entries.

reportlab's objects hold its dictionaries; it is made once and then kept.
"""

import zlib
from collections.abc import Mapping

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from printkit.export.page import srgb
from printkit.export.page.objects import NO_OBJECT, rows_of_plain, stream
from printkit.export.page.shelf import Constants, FontParts
from printkit.model.font import FontProgram

# Four bytes beyond ASCII say that the file is no text (ISO 19005-2, 6.1.2).
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PROFILE, _INTENT = 1, 2
_SYMBOLIC = 4
_ITALIC = 64
_BOLD = 600


class _Reference(pdfdoc.PDFObject):  # type: ignore[misc] # reportlab has no types
    """An object's number, where another object names it."""

    def __init__(self, name: int) -> None:
        self.name = name

    def format(self, _document: object) -> bytes:
        """Give the reference as reportlab writes it into a dictionary."""
        return b"%d 0 R" % self.name


def make_constants() -> Constants:
    """Make the beginning of all files."""
    objects = (
        stream(_PROFILE, b"/N 3/Filter/FlateDecode", zlib.compress(srgb.profile(), 9)),
        b"%d 0 obj\n<<%b>>\nendobj\n" % (_INTENT, _entries(_intent()).encode()),
    )
    body, offsets = _HEADER, []
    for one in objects:
        offsets.append(len(body))
        body += one
    return Constants(body, NO_OBJECT + rows_of_plain(offsets), _INTENT)


def _intent() -> dict[str, object]:
    """Give the output intent (ISO 19005-2, 6.2.3): the colours are those of sRGB."""
    return {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(srgb.NAME),
        "Info": PDFString(srgb.NAME),
        "DestOutputProfile": _Reference(_PROFILE),
    }


def make_parts(program: FontProgram) -> FontParts:
    """Make the entries of the Type 0 font, its descendant and its descriptor.

    ISO 32000-1, 9.7.4 to 9.8.
    """
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    font = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "Encoding": PDFName("Identity-H"),
    }
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "CIDSystemInfo": PDFDictionary(system),
        "DW": 0,
    }
    parts = (font, descendant, _descriptor(program))
    return FontParts(program.name, *map(_entries, parts))


def _descriptor(program: FontProgram) -> dict[str, object]:
    metrics = program.metrics
    return {
        "Type": PDFName("FontDescriptor"),
        "Flags": flags_of(program),
        "FontBBox": PDFArray(program.box),
        "ItalicAngle": program.italic_angle,
        "Ascent": round(metrics.ascent * 1000),
        "Descent": -round(metrics.descent * 1000),
        "CapHeight": round(metrics.cap_height * 1000),
        "StemV": 140 if program.face.weight >= _BOLD else 84,
    }


def flags_of(program: FontProgram) -> int:
    """Give the font descriptor's flags (ISO 32000-1, table 123)."""
    return _SYMBOLIC | (_ITALIC if program.face.italic else 0)


def _entries(entries: Mapping[str, object]) -> str:
    """Give a dictionary's entries as reportlab writes them."""
    document = pdfdoc.PDFDocument(invariant=1)
    written: bytes = PDFDictionary(dict(entries)).format(document)
    return " ".join(written.decode("latin-1").removeprefix("<<").removesuffix(">>").split())
