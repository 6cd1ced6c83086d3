"""The PDF file: reportlab's document objects hold the fonts, the pictures and the pages."""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc

from printkit.export.page.content import Resources, content_of
from printkit.export.page.fonts import FontStreams, flags_of
from printkit.model.font import FontProgram
from printkit.model.frame import Document, Frame
from printkit.model.layout import Face
from printkit.model.picture import Pixels

_PRODUCER = "printkit"
_BOLD = 600


@dataclass(frozen=True, slots=True)
class Supplies:
    """What a document's frames name: font programs by face, their streams, and pictures by key."""

    program: Callable[[Face], FontProgram]
    streams: Callable[[FontProgram], FontStreams]
    pictures: Mapping[str, Pixels]


class _Stream(pdfdoc.PDFObject):  # type: ignore[misc] # reportlab has no types
    """A stream whose content is already encoded, with an end of line before `endstream`.

    PDF/A asks for that line end (ISO 19005-2, 6.1.7.1); reportlab's own stream has none.
    """

    __RefOnly__ = 1

    def __init__(self, content: bytes, **entries: object) -> None:
        self.content = content
        self.entries = entries

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        entries = pdfdoc.PDFDictionary({**self.entries, "Length": len(self.content)})
        head: bytes = entries.format(document)
        return head + b"\nstream\n" + self.content + b"\nendstream"


class _Information(pdfdoc.PDFInfo):  # type: ignore[misc] # reportlab has no types
    """The document's information, with no date: the same bulletin makes the same file."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        words = {"Title": self.title, "Creator": _PRODUCER, "Producer": _PRODUCER}
        entries = {key: pdfdoc.PDFString(word) for key, word in words.items()}
        formatted: bytes = pdfdoc.PDFDictionary(entries).format(document)
        return formatted


def write_pdf(document: Document, supplies: Supplies) -> bytes:
    """Give the PDF of a document, a page for each frame; the same document gives the same bytes."""
    pdf = pdfdoc.PDFDocument(invariant=1, pdfVersion=(1, 7), lang=document.language)
    pdf.info = _Information(document.title)
    pdf.Catalog.ViewerPreferences = pdfdoc.PDFDictionary(
        {"DisplayDocTitle": "true", "PrintScaling": pdfdoc.PDFName("None")}
    )
    resources = Resources(elements=document.elements)
    programs = _Programs(supplies.program)
    contents = [content_of(frame, programs, resources) for frame in document.frames]
    pdf._ID = _identity(document.title, contents)  # noqa: SLF001 - reportlab's would hold the time
    shared = _resources(pdf, resources, supplies)
    for frame, content in zip(document.frames, contents, strict=True):
        pdf.Reference(_page(pdf, frame, content, shared))
    written: bytes = pdf.GetPDFData(None)
    return written


class _Programs(dict[Face, FontProgram]):
    """Font programs by face, fetched when a run first needs them."""

    def __init__(self, program: Callable[[Face], FontProgram]) -> None:
        super().__init__()
        self._program = program

    def __missing__(self, face: Face) -> FontProgram:
        self[face] = self._program(face)
        return self[face]


def _identity(title: str, contents: list[bytes]) -> bytes:
    digest = hashlib.sha256(title.encode())
    for content in contents:
        digest.update(content)
    name = digest.hexdigest()[:32].encode()
    return b"[<" + name + b"><" + name + b">]"


def _page(
    pdf: pdfdoc.PDFDocument, frame: Frame, content: bytes, shared: pdfdoc.PDFDictionary
) -> pdfdoc.PDFPage:
    page = pdfdoc.PDFPage()
    page.Override_default_compilation = 1
    box = pdfdoc.PDFArray([0, 0, round(frame.width, 3), round(frame.height, 3)])
    page.MediaBox = page.TrimBox = box
    page.Resources = shared
    page.Contents = _Stream(zlib.compress(content, 6), Filter=pdfdoc.PDFName("FlateDecode"))
    pdf.Pages.addPage(page)
    page.Parent = pdf.Reference(pdf.Pages)
    return page


def _resources(
    pdf: pdfdoc.PDFDocument, resources: Resources, supplies: Supplies
) -> pdfdoc.PDFDictionary:
    fonts = {
        name: pdf.Reference(_font(pdf, supplies.program(face), supplies))
        for face, name in resources.fonts.items()
    }
    images = {
        name: pdf.Reference(_image(supplies.pictures[key]))
        for key, name in resources.images.items()
    }
    entries = {"Font": pdfdoc.PDFDictionary(fonts)}
    if images:
        entries["XObject"] = pdfdoc.PDFDictionary(images)
    return pdfdoc.PDFDictionary(entries)


def _font(
    pdf: pdfdoc.PDFDocument, program: FontProgram, supplies: Supplies
) -> pdfdoc.PDFDictionary:
    """Give the Type 0 font with its one descendant (ISO 32000-1, 9.7.4 and 9.7.6)."""
    name, streams = pdfdoc.PDFName, supplies.streams(program)
    file = _Stream(streams.program, Filter=name("FlateDecode"), Length1=streams.length)
    descendant = _apart(
        Type=name("Font"),
        Subtype=name("CIDFontType2"),
        BaseFont=name(program.name),
        CIDSystemInfo=pdfdoc.PDFDictionary(
            {
                "Registry": pdfdoc.PDFString("Adobe"),
                "Ordering": pdfdoc.PDFString("Identity"),
                "Supplement": 0,
            }
        ),
        FontDescriptor=pdf.Reference(_descriptor(pdf, program, file)),
        DW=0,
        W=f"[{streams.widths}]",
        CIDToGIDMap=pdf.Reference(_Stream(streams.map, Filter=name("FlateDecode"))),
    )
    return _apart(
        Type=name("Font"),
        Subtype=name("Type0"),
        BaseFont=name(program.name),
        Encoding=name("Identity-H"),
        DescendantFonts=pdfdoc.PDFArray([pdf.Reference(descendant)]),
        ToUnicode=pdf.Reference(_Stream(streams.unicode, Filter=name("FlateDecode"))),
    )


def _descriptor(
    pdf: pdfdoc.PDFDocument, program: FontProgram, file: _Stream
) -> pdfdoc.PDFDictionary:
    metrics = program.metrics
    return _apart(
        Type=pdfdoc.PDFName("FontDescriptor"),
        FontName=pdfdoc.PDFName(program.name),
        Flags=flags_of(program),
        FontBBox=pdfdoc.PDFArray(program.box),
        ItalicAngle=program.italic_angle,
        Ascent=round(metrics.ascent * 1000),
        Descent=-round(metrics.descent * 1000),
        CapHeight=round(metrics.cap_height * 1000),
        StemV=140 if program.face.weight >= _BOLD else 84,
        FontFile2=pdf.Reference(file),
    )


def _image(pixels: Pixels) -> _Stream:
    """Give a picture as its file already holds it (ISO 32000-1, 7.4.4 and 7.4.8).

    A JPEG's own bytes are the stream (filter DCTDecode); of a PNG it is the content of its IDAT
    chunks (filter FlateDecode with PNG's predictors).
    """
    name = pdfdoc.PDFName
    entries: dict[str, object] = {"Filter": name("DCTDecode")}
    data = pixels.data
    if pixels.format == "PNG":
        data = b"".join(_png_content(data))
        predictors = {"Predictor": 15, "Colors": 3, "BitsPerComponent": 8, "Columns": pixels.width}
        entries = {
            "Filter": name("FlateDecode"),
            "DecodeParms": pdfdoc.PDFDictionary(predictors),
        }
    return _Stream(
        data,
        Type=name("XObject"),
        Subtype=name("Image"),
        Width=pixels.width,
        Height=pixels.height,
        ColorSpace=name("DeviceRGB"),
        BitsPerComponent=8,
        **entries,
    )


def _png_content(data: bytes) -> Iterator[bytes]:
    """Give the content of a PNG's IDAT chunks (PNG specification, 5.3 and 11.2.4)."""
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            yield data[at + 8 : at + 8 + length]
        at += length + 12


def _apart(**entries: object) -> pdfdoc.PDFDictionary:
    """Give a dictionary that is an object of its own."""
    dictionary = pdfdoc.PDFDictionary(entries)
    dictionary.__RefOnly__ = 1
    return dictionary
