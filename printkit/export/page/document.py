"""The PDF file of a document: what varies from edition to edition, behind what is constant.

It is PDF/UA-1 and PDF/A-2a: tagged, every font embedded, its colours defined.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from printkit.export.page.annotations import places_of
from printkit.export.page.bookmarks import count_of, outline_of
from printkit.export.page.content import Resources, content_of
from printkit.export.page.fonts import (
    DICTIONARIES,
    Stock,
    Subset,
    font_dictionaries,
    font_streams,
)
from printkit.export.page.images import image
from printkit.export.page.metadata import information, packet
from printkit.export.page.objects import (
    deflated,
    number,
    packed,
    rows_of_packed,
    rows_of_plain,
    stream,
    table,
)
from printkit.export.page.shelf import Constants
from printkit.export.page.structure import Structure
from printkit.export.page.tree import objects_of
from printkit.model.frame import Document, Frame
from printkit.model.layout import Face
from printkit.model.paper import Size
from printkit.model.picture import Pixels


@dataclass(frozen=True, slots=True)
class Supplies:
    """What every file begins with, and what the frames name: fonts by face, pictures by key."""

    constants: Constants
    font: Callable[[Face], Stock]
    pictures: Mapping[str, Pixels]


class Page(NamedTuple):
    """A page as it is drawn: its content stream, and the entries of its boxes (14.11.2)."""

    content: bytes
    boxes: str


class Form(NamedTuple):
    """What pages draw as a whole, and by which name: its content stream, and its size."""

    name: str
    content: bytes
    size: Size


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything of a file that is drawn, and what is recorded meanwhile.

    `preferences` are entries for whoever prints the file (ISO 32000-1, table 150).
    """

    structure: Structure
    resources: Resources
    pages: Sequence[Page]
    forms: Sequence[Form] = ()
    preferences: str = ""


class _Numbers:
    """The numbers of an edition's objects, from `first` on.

    Streams are first: the pages' contents (from `first`), forms, pictures, metadata, and each
    font's.
    Then comes the object stream (`pack`), and what is in it: catalog, information, the list of the
    pages (`tree`, ISO 32000-1, 7.7.3), each page, each font's dictionaries, the places of links,
    the outline, and the structure tree from its root on.
    """

    def __init__(self, first: int, drawn: Drawn, fonts: Sequence[Subset]) -> None:
        pages = len(drawn.pages)
        self.first, self.fonts = first, fonts
        self.form = first + pages
        self.picture = self.form + len(drawn.forms)
        self.metadata = self.picture + len(drawn.resources.images)
        counts = (len(font.streams) for font in fonts)
        self.font_streams = tuple(accumulate(counts, initial=self.metadata + 1))
        self.pack = self.font_streams[-1]
        self.catalog = self.pack + 1
        self.information = self.catalog + 1
        self.tree = self.catalog + 2
        self.page = range(self.tree + 1, self.tree + 1 + pages)
        past = self.page.stop + DICTIONARIES * len(fonts)
        self.font = range(self.page.stop, past, DICTIONARIES)

    def link(self, links: int) -> range:
        """Give the places of so many links, behind which outline and structure tree begin."""
        return range(self.font.stop, self.font.stop + links)


def write_pdf(document: Document, supplies: Supplies, *, turned: bool = False) -> bytes:
    """Give the PDF of a document, a page for each frame; the same document gives the same bytes.

    Whoever prints one whose leaves are `turned` is told to print both sides (Duplex, table 150).
    """
    resources = Resources(lambda face: supplies.font(face).codes)
    structure = Structure(document)
    pages = [
        Page(content_of(frame, resources, structure), _boxes(frame)) for frame in document.frames
    ]
    preferences = _duplex(document.frames[0]) if turned else ""
    return write_drawn(Drawn(structure, resources, pages, preferences=preferences), supplies)


def _duplex(frame: Frame) -> str:
    """Give the preference by which leaves turn like a book's: about an upright edge."""
    edge = "Short" if frame.width > frame.height else "Long"
    return f"/Duplex/DuplexFlip{edge}Edge"


def write_drawn(drawn: Drawn, supplies: Supplies) -> bytes:
    """Give the PDF of pages that are drawn."""
    document, resources = drawn.structure.document, drawn.resources
    constants = supplies.constants
    stocks = [supplies.font(face) for face in resources.fonts]
    used = [font.codes.of(font.used) for font in resources.fonts.values()]
    fonts = tuple(map(Stock.subset, stocks, used))
    numbers = _Numbers(constants.count, drawn, fonts)
    links = numbers.link(len(drawn.structure.areas))
    root = links.stop + count_of(document)
    plain = [
        stream(name, b"/Filter/FlateDecode", deflated(page.content))
        for name, page in enumerate(drawn.pages, numbers.first)
    ]
    plain += _forms(drawn, numbers)
    pictures = [supplies.pictures[key] for key in resources.images]
    plain += [image(name, pixels) for name, pixels in enumerate(pictures, numbers.picture)]
    plain.append(stream(numbers.metadata, b"/Type/Metadata/Subtype/XML", packet(document)))
    for font, first in zip(fonts, numbers.font_streams, strict=False):
        plain += font_streams(font, first)
    packing = [
        _catalog(drawn, numbers, constants.intent, range(links.stop, root)),
        information(document),
        _page_tree(numbers),
        *_pages(drawn, numbers, links),
        *_fonts(stocks, numbers),
        *places_of(drawn.structure, numbers.page),
        *outline_of(document, links.stop, numbers.page),
        *objects_of(drawn.structure, root, numbers.page, links),
    ]
    plain.append(packed(numbers.pack, packing, numbers.catalog))
    return _file(constants, plain, numbers, len(packing))


def _fonts(stocks: list[Stock], numbers: _Numbers) -> Iterator[str]:
    places = zip(stocks, numbers.fonts, numbers.font, numbers.font_streams, strict=False)
    for stock, font, first, streams in places:
        yield from font_dictionaries(stock.parts, font, first, streams)


def _catalog(drawn: Drawn, numbers: _Numbers, intent: int, outline: range) -> str:
    """Give the catalog; the structure tree begins behind the outline."""
    listed = f"/Outlines {outline.start} 0 R/PageMode/UseOutlines" if outline else ""
    return (
        f"<</Type/Catalog/Pages {numbers.tree} 0 R/Lang({drawn.structure.document.language})"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {outline.stop} 0 R{listed}"
        f"/Metadata {numbers.metadata} 0 R/OutputIntents[{intent} 0 R]"
        f"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None{drawn.preferences}>>>>"
    )


def _page_tree(numbers: _Numbers) -> str:
    pages = " ".join([f"{page} 0 R" for page in numbers.page])
    return f"<</Type/Pages/Kids[{pages}]/Count {len(numbers.page)}>>"


def _forms(drawn: Drawn, numbers: _Numbers) -> Iterator[bytes]:
    """Give what pages draw as a whole (form XObjects, ISO 32000-1, 8.10)."""
    named = _resources(drawn.resources, numbers, "")
    for name, form in enumerate(drawn.forms, numbers.form):
        box = f"[0 0 {number(form.size.width)} {number(form.size.height)}]"
        entries = f"/Type/XObject/Subtype/Form/BBox{box}{named}/Filter/FlateDecode"
        yield stream(name, entries.encode(), deflated(form.content))


def _resources(resources: Resources, numbers: _Numbers, forms: str) -> str:
    names = enumerate(resources.images.values(), numbers.picture)
    named = forms + "".join([f"/{name} {place} 0 R" for place, name in names])
    objects = f"/XObject<<{named}>>" if named else ""
    called = zip(resources.fonts.values(), numbers.font, strict=True)
    fonts = "".join([f"/{font.name} {place} 0 R" for font, place in called])
    return f"/Resources<</Font<<{fonts}>>{objects}>>"


def _pages(drawn: Drawn, numbers: _Numbers, links: range) -> Iterator[str]:
    forms = [f"/{form.name} {place} 0 R" for place, form in enumerate(drawn.forms, numbers.form)]
    resources = _resources(drawn.resources, numbers, "".join(forms))
    for place, page in enumerate(drawn.pages):
        yield (
            f"<</Type/Page/Parent {numbers.tree} 0 R{page.boxes}{resources}"
            f"/Contents {numbers.first + place} 0 R/StructParents {place}/Tabs/S"
            f"{_links(drawn.structure, place, links)}>>"
        )


def _links(structure: Structure, page: int, links: range) -> str:
    """Give a page's entry for its links, nothing where it has none."""
    areas = zip(links, structure.areas, strict=True)
    places = [f"{name} 0 R" for name, area in areas if area.page == page]
    return f"/Annots[{' '.join(places)}]" if places else ""


def _boxes(frame: Frame) -> str:
    box = f"[0 0 {number(frame.width)} {number(frame.height)}]"
    return f"/MediaBox{box}/TrimBox{box}"


def _file(constants: Constants, plain: list[bytes], numbers: _Numbers, packing: int) -> bytes:
    """Give the whole file, whose name comes from what it holds (ISO 32000-1, 14.4)."""
    offsets, at = [], len(constants.body)
    for one in plain:
        offsets.append(at)
        at += len(one)
    varying = b"".join(plain)
    name = hashlib.sha256(constants.rows + varying).hexdigest()[:32]
    place = numbers.catalog + packing
    rows = constants.rows + rows_of_plain(offsets) + rows_of_packed(numbers.pack, packing)
    rows += rows_of_plain([at])
    roots = f"/Root {numbers.catalog} 0 R/Info {numbers.information} 0 R/ID[<{name}><{name}>]"
    written = table(place, rows, roots.encode())
    return b"%b%b%bstartxref\n%d\n%%%%EOF\n" % (constants.body, varying, written, at)
